// SPDX-License-Identifier: MIT
// How outlines are rounded for close views, and which lines are left out because something covers
// them.
#include "drawing/Shapes.h"
#include "drawing/Smoothing.h"
#include "drawing/VisibleLines.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

using namespace palpate;
using namespace palpate::drawing;
using namespace palpate::test;

namespace {

[[nodiscard]] std::set<std::pair<long, long>> placesOf(const TwoPaths& paths) {
    std::set<std::pair<long, long>> places;
    if (paths) {
        for (const Contour& contour : paths.plain->contours) {
            for (const Point p : contour.points) {
                places.emplace(std::lround(p.x * 100), std::lround(p.y * 100));
            }
        }
    }
    return places;
}

} // namespace

SCENARIO("a coarse circle becomes round, a square stays square", "[drawing]") {
    Ring circle;
    for (int i = 0; i < 16; ++i) {
        const double angle = 2 * std::numbers::pi * i / 16;
        circle.push_back({20 * std::cos(angle), 20 * std::sin(angle)});
    }
    const Smoothed round = smoothed(circle, true, 5);
    CHECK(round.points.size() > 40);
    for (const Point p : round.points) {
        CHECK(std::abs(std::hypot(p.x, p.y) - 20) < 0.05);
    }
    const Ring square{{0, 0}, {20, 1}, {19, 21}, {-1, 20}};
    CHECK(smoothed(square, true, 5).points.size() == 4);
}

SCENARIO("a rounded line passes through all its places and strays no more than allowed",
         "[drawing]") {
    for (const atlas::Muscle& muscle : shippedMap().muscles().first(80)) {
        for (const atlas::MuscleShape& shape : muscle.shapes) {
            for (const Polygon& polygon : shape.visible.polygons()) {
                const Ring& ring = polygon.front();
                const Smoothed round = smoothed(ring, true, kMostStray);
                REQUIRE(round.starts.size() == ring.size());
                for (std::size_t i = 0; i < ring.size(); ++i) {
                    const Point at = round.points[round.starts[i]];
                    REQUIRE((at.x == ring[i].x && at.y == ring[i].y));
                    const Place next = ring[(i + 1) % ring.size()];
                    const std::size_t end =
                        i + 1 < ring.size() ? round.starts[i + 1] : round.points.size();
                    for (std::size_t n = round.starts[i] + 1; n < end; ++n) {
                        const double across =
                            std::abs((next.x - ring[i].x) * (round.points[n].y - ring[i].y) -
                                     (next.y - ring[i].y) * (round.points[n].x - ring[i].x)) /
                            std::hypot(next.x - ring[i].x, next.y - ring[i].y);
                        REQUIRE(across < kMostStray * 1.1);
                    }
                }
            }
        }
    }
}

SCENARIO("two neighbours get the same curve along the places they share", "[drawing]") {
    const std::vector<Place> shared{{0, 0}, {4, 9}, {2, 20}, {6, 31}, {5, 42}};
    Ring left{shared.begin(), shared.end()};
    left.push_back({-30, 20});
    Ring right{shared.rbegin(), shared.rend()};
    right.push_back({40, 22});
    const Smoothed one = smoothed(left, true, 5);
    const Smoothed other = smoothed(right, true, 5);
    // From the second to the last but one: at the ends each has a neighbour of its own.
    std::vector<Point> a{one.points.begin() + static_cast<std::ptrdiff_t>(one.starts[1]),
                         one.points.begin() + static_cast<std::ptrdiff_t>(one.starts[3])};
    std::vector<Point> b{other.points.begin() + static_cast<std::ptrdiff_t>(other.starts[1]) + 1,
                         other.points.begin() + static_cast<std::ptrdiff_t>(other.starts[3]) + 1};
    std::reverse(b.begin(), b.end());
    REQUIRE(a.size() == b.size());
    REQUIRE(a.size() > 4);
    for (std::size_t i = 0; i < a.size(); ++i) {
        CHECK(std::hypot(a[i].x - b[i].x, a[i].y - b[i].y) < 1e-9);
    }
}

SCENARIO("the middle of the body stays a straight line", "[drawing]") {
    const Ring half{{0, 0}, {0, 60}, {5, 90}, {30, 60}, {20, 10}};
    const Smoothed round = smoothed(half, true, 5);
    CHECK(round.starts[1] == 1);
}

SCENARIO("lines are left out where something covers them, and only there", "[drawing]") {
    for (const Layer top : {Layer::Superficial, Layer::Deep}) {
        const auto painted = shippedMap().paintedMuscles(View::Posterior, atlas::Plane::Body, top);
        const VisibleLines lines =
            visibleLines(shippedMap(), View::Posterior, atlas::Plane::Body, top);
        REQUIRE(lines.muscles.size() == painted.size());
        REQUIRE(lines.fibres.size() == painted.size());
        std::size_t kept = 0;
        std::size_t dropped = 0;
        for (std::size_t i = 0; i < painted.size(); ++i) {
            const auto places = placesOf(lines.muscles[i]);
            const auto isCovered = [&](Place at) {
                return std::any_of(painted.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                   painted.end(), [&](const atlas::PaintedMuscle& later) {
                                       return later.shape->visible.contains(at);
                                   });
            };
            for (const Polygon& polygon : painted[i].shape->visible.polygons()) {
                for (const Ring& ring : polygon) {
                    for (const Place at : ring) {
                        const bool isKept =
                            places.contains({std::lround(at.x * 100), std::lround(at.y * 100)});
                        isKept ? ++kept : ++dropped;
                        if (!isKept) {
                            // All round it, by less than the reach of a line, there is cover.
                            const double near = 0.3;
                            const bool covered =
                                isCovered({at.x + near, at.y}) || isCovered({at.x - near, at.y}) ||
                                isCovered({at.x, at.y + near}) || isCovered({at.x, at.y - near});
                            CHECK(covered);
                        }
                    }
                }
            }
        }
        CHECK(kept > 1500);
        if (top == Layer::Superficial) {
            CHECK(dropped > kept);
        }
    }
}
