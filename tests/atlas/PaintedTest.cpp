// SPDX-License-Identifier: MIT
#include "atlas/Painted.h"

#include "atlas/Shapes.h"
#include "atlas/ShippedMap.h"
#include "support/Builders.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace palpate;
using namespace palpate::atlas;
using namespace palpate::test;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

[[nodiscard]] Ring square(double left, double top, double edge) {
    return {{left, top}, {left + edge, top}, {left + edge, top + edge}, {left, top + edge}};
}
[[nodiscard]] PainArea area(View view, std::vector<Polygon> shape, bool onArm = false) {
    static std::uint32_t number = 0;
    PainArea made{.id = idOf<PainAreaId>(++number),
                  .view = view,
                  .onArm = onArm,
                  .shape = std::move(shape),
                  .arrows = {},
                  .quality = {},
                  .intensity = {},
                  .depth = {},
                  .note = {}};
    return made;
}
[[nodiscard]] const RegionShape& shapeOf(std::string_view region, Side side, View view) {
    return *shippedMap().region(regionKey(region), side)->shapeIn(view);
}

} // namespace

SCENARIO("a drawing is clipped to the skin of its view and plane", "[atlas]") {
    const std::vector<Polygon> everything{{square(-500, -500, 3000)}};
    const View view =
        GENERATE(View::Anterior, View::Posterior, View::Left, View::Right, View::Plantar);
    const auto clipped = onBody(shippedMap(), view, Plane::Body, everything);
    const auto& skin = shippedMap().skin(view).front().outline.polygons();
    CHECK_THAT(overlap(clipped, skin), WithinAbs(1, 1e-9));
    CHECK(onBody(shippedMap(), view, Plane::Body, std::vector<Polygon>{{square(0, 0, 1)}}).empty());
    CHECK(onBody(shippedMap(), View::Posterior, Plane::Arm, everything).empty());
}

SCENARIO("a drawing touches the regions under it, the largest first", "[atlas]") {
    const auto& lumbar = shapeOf("lumbar", Side::Right, View::Posterior);
    GIVEN("one region, painted whole") {
        const auto touched =
            regionsTouched(shippedMap(), View::Posterior, Plane::Body, lumbar.outline.polygons());
        REQUIRE(touched.size() == 1);
        CHECK(touched.front().region == shippedMap().region(regionKey("lumbar"), Side::Right));
        CHECK_THAT(touched.front().share, WithinAbs(1, 1e-6));
        CHECK_THAT(touched.front().area.value, WithinRel(lumbar.area / 100, 1e-3));
    }
    GIVEN("a square on the border of the low back") {
        const auto& box = lumbar.outline.box();
        const std::vector<Polygon> drawn{{square(box.left - 10, box.bottom - 40, 80)}};
        const auto touched = regionsTouched(shippedMap(), View::Posterior, Plane::Body, drawn);
        REQUIRE(touched.size() >= 2);
        double sum = 0;
        for (std::size_t i = 0; i < touched.size(); ++i) {
            CAPTURE(touched[i].region->name);
            sum += touched[i].area.value;
            CHECK(touched[i].share > 0);
            CHECK(touched[i].share <= 1);
            CHECK((i == 0 || touched[i - 1].area >= touched[i].area));
        }
        // The regions tile the skin: together they are all of the drawing that lies on it.
        CHECK_THAT(
            sum,
            WithinAbs(areaOnBody(shippedMap(), View::Posterior, Plane::Body, drawn).value, 0.01));
    }
    GIVEN("the arm before the trunk") {
        const auto& arm = shippedMap().skin(View::Right)[1];
        REQUIRE(arm.plane == Plane::Arm);
        const auto onArm =
            regionsTouched(shippedMap(), View::Right, Plane::Arm, arm.outline.polygons());
        CHECK(onArm.size() == 13);
        for (const auto& one : onArm) {
            CHECK(one.region->shapeIn(View::Right)->plane == Plane::Arm);
            CHECK_THAT(one.share, WithinAbs(1, 1e-6));
        }
    }
    CHECK(regionsTouched(shippedMap(), View::Posterior, Plane::Body, {}).empty());
}

SCENARIO("a place and a drawing move to the other side of the body", "[atlas]") {
    CHECK(mirrored(shippedMap(), {View::Anterior, 100, 300}) ==
          BodyPoint{View::Anterior, 620, 300});
    CHECK(mirrored(shippedMap(), {View::Plantar, 100, 30}) == BodyPoint{View::Plantar, 230, 30});
    CHECK(mirrored(shippedMap(), {View::Left, 100, 300}) == BodyPoint{View::Right, 320, 300});
    CHECK(mirrored(shippedMap(), {View::Right, 100, 300}) == BodyPoint{View::Left, 320, 300});
    for (const Region& region : shippedMap().regions()) {
        for (const RegionShape& shape : region.shapes) {
            CAPTURE(region.key.text(), name(region.side), name(shape.view));
            const View other = mirroredView(shape.view);
            const auto moved = mirrored(shippedMap(), shape.view, shape.outline.polygons());
            const auto* twin = shippedMap().region(region.key, mirrored(region.side));
            REQUIRE(twin != nullptr);
            CHECK(overlap(moved, twin->shapeIn(other)->outline.polygons()) > 0.97);
            CHECK(mirrored(shippedMap(), other, moved) == shape.outline.polygons());
        }
    }
}

SCENARIO("painted area is counted as the design says", "[atlas]") {
    const auto& map = shippedMap();
    const auto& lumbar = shapeOf("lumbar", Side::Right, View::Posterior).outline.polygons();
    const double cm2 = unionArea(lumbar).value;
    GIVEN("nothing") {
        const auto totals = paintedTotals(map, {});
        CHECK(totals == PaintedTotals{});
        CHECK_FALSE(totals.shareOfFigure.has_value());
    }
    GIVEN("the same region painted twice behind, and a region in front") {
        const auto& thigh = shapeOf("thigh_anterior", Side::Right, View::Anterior);
        const auto totals = paintedTotals(
            map, std::vector{area(View::Posterior, lumbar), area(View::Posterior, lumbar),
                             area(View::Anterior, thigh.outline.polygons())});
        const double both = cm2 + unionArea(thigh.outline.polygons()).value;
        CHECK_THAT(totals.frontAndBack.value, WithinAbs(both, 1e-6));
        CHECK_THAT(totals.shareOfFigure.value(), WithinRel(both / 11090.6, 1e-4));
        CHECK(totals.sides.value == 0);
    }
    GIVEN("everything else") {
        const auto& side = shapeOf("hip_lateral", Side::Right, View::Right).outline.polygons();
        const auto& sole = shapeOf("sole", Side::Left, View::Plantar).outline.polygons();
        const auto& arm = shippedMap().skin(View::Left)[1].outline.polygons();
        const auto totals =
            paintedTotals(map, std::vector{area(View::Right, side), area(View::Plantar, sole),
                                           area(View::Left, arm, true)});
        CHECK_THAT(totals.sides.value, WithinAbs(unionArea(side).value, 1e-6));
        CHECK_THAT(totals.soles.value, WithinAbs(unionArea(sole).value, 1e-6));
        CHECK_THAT(totals.arms.value, WithinAbs(unionArea(arm).value, 1e-6));
        CHECK(totals.frontAndBack.value == 0);
        CHECK_FALSE(totals.shareOfFigure.has_value());
    }
}
