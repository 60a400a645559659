// SPDX-License-Identifier: MIT
#include "atlas/Carried.h"

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

[[nodiscard]] bool areFrontAndBack(View one, View other) noexcept {
    return (one == View::Anterior && other == View::Posterior) ||
           (one == View::Posterior && other == View::Anterior);
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

std::optional<BodyPoint> shownIn(const BodyMap& map, BodyPoint at, const Muscle& muscle,
                                 View other) {
    if (other == at.view) {
        return at;
    }
    const MuscleShape* shape = muscle.shapeIn(other);
    if (at.view == View::Plantar || other == View::Plantar || shape == nullptr ||
        !std::isfinite(at.x) || !std::isfinite(at.y)) {
        return std::nullopt;
    }
    const auto run = widestRun(shape->whole().polygons(), at.y);
    if (!run) {
        return std::nullopt;
    }
    const double x =
        areFrontAndBack(at.view, other) ? map.frame(other).width - at.x : run->middle();
    return BodyPoint{other, x, at.y};
}

} // namespace palpate::atlas
