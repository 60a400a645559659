// SPDX-License-Identifier: MIT
#include "atlas/Crossings.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace palpate::atlas {

namespace {

constexpr double kTolerance = 0.001; // mm
/// The shipped atlas takes about a fiftieth; all of them take a tenth of a second or two.
constexpr std::size_t kMostComparisons = 20'000'000;

/// From the lower to the higher end along the sweep, which `u` follows; `v` is across.
struct Edge {
    double u1 = 0;
    double v1 = 0;
    double u2 = 0;
    double v2 = 0;
    [[nodiscard]] double least() const noexcept { return std::min(v1, v2); }
    [[nodiscard]] double greatest() const noexcept { return std::max(v1, v2); }
};

/// Calls with (Place, Place) for each edge.
template <class Do> void forEachEdge(const Outline& outline, Do todo) {
    for (const Polygon& polygon : outline.polygons()) {
        for (const Ring& ring : polygon) {
            Place from = ring.back();
            for (const Place to : ring) {
                todo(from, to);
                from = to;
            }
        }
    }
}

/// The way of the sweep on which fewer edges lie beside each other.
[[nodiscard]] bool isBetterAlongY(const Outline& outline) {
    double across = 0;
    double along = 0;
    forEachEdge(outline, [&](Place from, Place to) {
        across += std::abs(to.x - from.x);
        along += std::abs(to.y - from.y);
    });
    const Box& box = outline.box();
    return along * (box.right - box.left) < across * (box.bottom - box.top);
}

/// On which side of the edge's line a place lies: 1 or -1, and 0 within the tolerance.
[[nodiscard]] int sideOf(const Edge& edge, double u, double v) noexcept {
    const double du = edge.u2 - edge.u1;
    const double dv = edge.v2 - edge.v1;
    const double cross = du * (v - edge.v1) - dv * (u - edge.u1);
    if (cross * cross <= kTolerance * kTolerance * (du * du + dv * dv)) {
        return 0;
    }
    return cross > 0 ? 1 : -1;
}

[[nodiscard]] bool cross(const Edge& a, const Edge& b) noexcept {
    return sideOf(a, b.u1, b.v1) * sideOf(a, b.u2, b.v2) < 0 &&
           sideOf(b, a.u1, a.v1) * sideOf(b, a.u2, a.v2) < 0;
}

[[nodiscard]] Place meeting(const Edge& a, const Edge& b, bool alongY) noexcept {
    const double du = a.u2 - a.u1;
    const double dv = a.v2 - a.v1;
    const double over = du * (b.v2 - b.v1) - dv * (b.u2 - b.u1); // not 0: they cross
    const double t = ((b.u1 - a.u1) * (b.v2 - b.v1) - (b.v1 - a.v1) * (b.u2 - b.u1)) / over;
    const double u = a.u1 + t * du;
    const double v = a.v1 + t * dv;
    return alongY ? Place{v, u} : Place{u, v};
}

} // namespace

std::optional<Place> CrossingSearch::find(const Outline& outline) {
    const bool alongY = isBetterAlongY(outline);
    std::vector<Edge> edges;
    forEachEdge(outline, [&](Place from, Place to) {
        Edge edge = alongY ? Edge{from.y, from.x, to.y, to.x} : Edge{from.x, from.y, to.x, to.y};
        if (edge.u2 < edge.u1) {
            std::swap(edge.u1, edge.u2);
            std::swap(edge.v1, edge.v2);
        }
        edges.push_back(edge);
    });
    std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.u1 < b.u1; });
    std::vector<Edge> open; // those that reach to where the sweep is
    for (const Edge& edge : edges) {
        comparisons_ += open.size() + 1;
        if (comparisons_ > kMostComparisons) {
            isExhausted_ = true;
            return std::nullopt;
        }
        std::size_t kept = 0;
        for (std::size_t i = 0; i < open.size(); ++i) {
            if (open[i].u2 < edge.u1) {
                continue;
            }
            open[kept++] = open[i];
            const Edge& other = open[kept - 1];
            if (other.least() <= edge.greatest() && edge.least() <= other.greatest() &&
                cross(edge, other)) {
                return meeting(edge, other, alongY);
            }
        }
        open.resize(kept);
        open.push_back(edge);
    }
    return std::nullopt;
}

} // namespace palpate::atlas
