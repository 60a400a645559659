// SPDX-License-Identifier: MIT
#include "atlas/Areas.h"

#include "atlas/ShippedMap.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <limits>

using namespace palpate;
using namespace palpate::atlas;
using namespace palpate::test;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

[[nodiscard]] Ring square(double left, double top, double edge) {
    return {{left, top}, {left + edge, top}, {left + edge, top + edge}, {left, top + edge}};
}
[[nodiscard]] Ring turned(Ring ring) {
    return {ring.rbegin(), ring.rend()};
}

/// Signed area by the corners alone, mm2.
[[nodiscard]] double shoelace(const Ring& ring) {
    double sum = 0;
    Place from = ring.back();
    for (const Place to : ring) {
        sum += from.x * to.y - to.x * from.y;
        from = to;
    }
    return sum / 2;
}

} // namespace

SCENARIO("overlapping areas count once", "[atlas]") {
    const std::vector<Polygon> two{{square(0, 0, 100)}, {square(50, 0, 100)}};
    CHECK_THAT(unionArea(two).value, WithinAbs(150, 1e-6)); // cm2: 150 x 100 mm
    CHECK_THAT(
        unionArea(std::vector<Polygon>{{square(0, 0, 100)}, {turned(square(50, 0, 100))}}).value,
        WithinAbs(150, 1e-6));
    CHECK(unionArea({}).value == 0);
}

SCENARIO("holes are left out whichever way their ring turns", "[atlas]") {
    CHECK_THAT(unionArea(std::vector<Polygon>{{square(0, 0, 100), square(20, 20, 50)}}).value,
               WithinAbs(75, 1e-6));
    CHECK_THAT(
        unionArea(std::vector<Polygon>{{square(0, 0, 100), turned(square(20, 20, 50))}}).value,
        WithinAbs(75, 1e-6));
}

SCENARIO("a drawn line that crosses itself has an honest area", "[atlas]") {
    const std::vector<Polygon> bow{{{{0, 0}, {100, 100}, {100, 0}, {0, 100}}}};
    CHECK_THAT(unionArea(bow).value, WithinAbs(50, 1e-6)); // two triangles of 25 cm2
}

SCENARIO("what two drawings have in common is measured", "[atlas]") {
    const std::vector<Polygon> one{{square(0, 0, 100)}};
    CHECK_THAT(commonArea(one, std::vector<Polygon>{{square(50, 50, 100)}}).value,
               WithinAbs(25, 1e-6));
    CHECK(commonArea(one, std::vector<Polygon>{{square(200, 0, 10)}}).value == 0);
}

SCENARIO("senseless numbers neither crash nor count", "[atlas]") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(unionArea(std::vector<Polygon>{{{{nan, 0}, {nan, 1}, {0, nan}}}}).value == 0);
    CHECK(unionArea(std::vector<Polygon>{{}, {Ring{}}, {{{1, 1}}}}).value == 0);
    CHECK(unionArea(std::vector<Polygon>{{square(-1e300, -1e300, 2e300)}}).value > 0);
}

SCENARIO("the figure has the area that percentages are taken of", "[atlas]") {
    // 554,524 mm2 in front and 554,536 mm2 behind, as the atlas's own check of its regions says.
    CHECK_THAT(figureArea(shippedMap()).value, WithinAbs(11090.6, 0.5));
}

SCENARIO("only what lies on the skin counts", "[atlas]") {
    const auto& map = shippedMap();
    const double back = unionArea(map.skin(View::Posterior).front().outline.polygons()).value;
    const std::vector<Polygon> everything{{square(-500, -500, 3000)}};
    CHECK_THAT(areaOnBody(map, View::Posterior, Plane::Body, everything).value,
               WithinRel(back, 1e-6));
    CHECK(areaOnBody(map, View::Posterior, Plane::Arm, everything).value == 0);
    CHECK(areaOnBody(map, View::Right, Plane::Arm, everything).value > 400);
}

SCENARIO("the atlas's own areas are those of its polygons, and no two polygons of a shape overlap",
         "[atlas]") {
    for (const Muscle& muscle : shippedMap().muscles()) {
        for (const MuscleShape& shape : muscle.shapes) {
            CAPTURE(muscle.key.text(), name(shape.view));
            for (const Outline* outline : {&shape.visible, &shape.whole()}) {
                double corners = 0;
                for (const Polygon& polygon : outline->polygons()) {
                    for (std::size_t i = 0; i < polygon.size(); ++i) {
                        corners += (i == 0 ? 1 : -1) * std::abs(shoelace(polygon[i]));
                    }
                }
                const double united = unionArea(outline->polygons()).value * 100;
                CHECK_THAT(united, WithinRel(corners, 1e-3) || WithinAbs(corners, 0.5));
                if (outline == &shape.visible) {
                    CHECK_THAT(united, WithinRel(shape.visibleArea, 0.02) ||
                                           WithinAbs(shape.visibleArea, 4));
                }
            }
        }
    }
}
