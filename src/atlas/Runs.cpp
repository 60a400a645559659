// SPDX-License-Identifier: MIT
#include "atlas/Runs.h"

#include <algorithm>
#include <cmath>

namespace palpate::atlas {

namespace {

[[nodiscard]] std::vector<double> crossingsOf(const Polygon& polygon, double y) {
    std::vector<double> crossings;
    for (const Ring& ring : polygon) {
        Place from = ring.back();
        for (const Place to : ring) {
            if ((to.y > y) != (from.y > y)) {
                crossings.push_back(to.x + (y - to.y) / (from.y - to.y) * (from.x - to.x));
            }
            from = to;
        }
    }
    std::sort(crossings.begin(), crossings.end());
    return crossings;
}

} // namespace

std::optional<Run> widestRun(const std::vector<Polygon>& polygons, double y) {
    std::vector<Run> runs;
    for (const Polygon& polygon : polygons) {
        const auto crossings = crossingsOf(polygon, y);
        for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
            runs.push_back({crossings[i], crossings[i + 1]});
        }
    }
    std::sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) { return a.from < b.from; });
    std::optional<Run> widest;
    std::optional<Run> current;
    for (const Run& run : runs) {
        if (current && run.from <= current->to) {
            current->to = std::max(current->to, run.to);
        } else {
            current = run;
        }
        if (!widest || current->length() > widest->length()) {
            widest = current;
        }
    }
    return widest;
}

double squareMillimetres(const Ring& ring) noexcept {
    if (ring.empty()) {
        return 0;
    }
    double twice = 0;
    Place from = ring.back();
    for (const Place to : ring) {
        twice += from.x * to.y - to.x * from.y;
        from = to;
    }
    return std::abs(twice) / 2;
}

double squareMillimetres(const Polygon& polygon) noexcept {
    double area = 0;
    for (const Ring& ring : polygon) {
        area += (&ring == &polygon.front() ? 1 : -1) * squareMillimetres(ring);
    }
    return area;
}

} // namespace palpate::atlas
