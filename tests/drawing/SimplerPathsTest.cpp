// SPDX-License-Identifier: MIT
#include "drawing/SimplerPaths.h"

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <numbers>

using namespace palpate::drawing;

namespace {

[[nodiscard]] Path circle(double radius, int points) {
    Contour contour;
    for (int i = 0; i < points; ++i) {
        const double angle = 2 * std::numbers::pi * i / points;
        contour.points.push_back({radius * std::cos(angle), radius * std::sin(angle)});
    }
    return {{contour}};
}

[[nodiscard]] const Path& pathOf(const Shape& shape) {
    return *std::get<PathShape>(shape).path;
}

} // namespace

TEST_CASE("an outline keeps its form with far fewer points") {
    const auto path = std::make_shared<const Path>(circle(10, 1000));
    SimplerPaths simpler{{}};
    const auto shapes = simpler.of({PathShape{path, rgb(0), {}}});
    const auto& points = pathOf(shapes.front()).contours.front().points;
    CHECK(points.size() < 100);
    CHECK(points.size() > 12);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto& from = points.at(i);
        const auto& to = points.at((i + 1) % points.size());
        CHECK(std::hypot((from.x + to.x) / 2, (from.y + to.y) / 2) > 10 - 0.11);
    }
    CHECK(pathOf(shapes.front()).contours.front().closed);
}

TEST_CASE("the tolerance is of the picture, and what is shared stays shared") {
    const auto path = std::make_shared<const Path>(circle(10, 1000));
    const Group half{{0.5, 0, 0}, {}, {}, {PathShape{path, rgb(0), {}}}};
    const Group tenth{{0.1, 0, 0}, {}, {}, {PathShape{path, rgb(0), {}}}};
    SimplerPaths simpler{{}};
    const auto shapes = simpler.of({half, tenth, half});
    const auto inner = [&](std::size_t at) {
        return std::get<PathShape>(std::get<Group>(shapes.at(at)).shapes.front()).path;
    };
    CHECK(inner(1)->contours.front().points.size() < inner(0)->contours.front().points.size());
    CHECK(inner(0) == inner(2));
}

TEST_CASE("what is too small to be seen goes, lines keep their ends, the rest stays") {
    const auto dot = std::make_shared<const Path>(circle(0.01, 10));
    const auto line = std::make_shared<const Path>(
        Path{{{.points = {{0, 0}, {1, 0.001}, {2, 0}, {3, 5}}, .closed = false}}});
    SimplerPaths simpler{{}};
    const auto shapes = simpler.of({PathShape{dot, rgb(0), {}}, PathShape{line, {}, Stroke{}},
                                    CircleShape{}, TextShape{.at = {}, .text = "12 Oct"}});
    REQUIRE(shapes.size() == 4);
    CHECK(pathOf(shapes.at(0)).contours.empty());
    const auto& points = pathOf(shapes.at(1)).contours.front().points;
    REQUIRE(points.size() == 3);
    CHECK(points.front() == Point{0, 0});
    CHECK(points.back() == Point{3, 5});
    CHECK(std::get<TextShape>(shapes.at(3)).text == "12 Oct");
}

TEST_CASE("what a clip hides goes, what it shows in part stays") {
    auto three = circle(10, 100);
    for (const double x : {15.0, 100.0}) {
        auto moved = circle(10, 100).contours.front();
        for (auto& point : moved.points) {
            point.x += x;
        }
        three.contours.push_back(moved);
    }
    const auto path = std::make_shared<const Path>(three);
    // Shows x from 0 to 20 of the path's units.
    const Group clipped{{0.5, 0, 0}, Rect{0, -10, 10, 20}, {}, {PathShape{path, rgb(0), {}}}};
    SimplerPaths simpler{{}};
    const auto shapes = simpler.of({clipped});
    CHECK(pathOf(std::get<Group>(shapes.front()).shapes.front()).contours.size() == 2);
}
