// SPDX-License-Identifier: MIT
#include "drawing/MapWindow.h"

#include "atlas/ShippedMap.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace palpate;
using namespace palpate::drawing;
using namespace palpate::test;
using Catch::Matchers::WithinAbs;

SCENARIO("a window fits its part of the body whole and centred", "[drawing]") {
    const MapWindow window{View::Posterior, {}, {100, 400, 200, 200}, 80, 40};
    CHECK_THAT(window.scale(), WithinAbs(0.2, 1e-12));
    const Point corner = window.toPicture({View::Posterior, 100, 400});
    CHECK_THAT(corner.x, WithinAbs(20, 1e-9)); // 40 mm of 80 are used; the rest lies on both sides
    CHECK_THAT(corner.y, WithinAbs(0, 1e-9));
    CHECK_THAT(window.covered().x, WithinAbs(0, 1e-9));
    CHECK_THAT(window.covered().width, WithinAbs(400, 1e-9));
    const BodyPoint back = window.toBody(window.toPicture({View::Posterior, 237.5, 555.5}));
    CHECK(back.view == View::Posterior);
    CHECK_THAT(back.x, WithinAbs(237.5, 1e-9));
    CHECK_THAT(back.y, WithinAbs(555.5, 1e-9));
}

SCENARIO("an empty window is harmless", "[drawing]") {
    CHECK(MapWindow{}.scale() == 1);
    CHECK(MapWindow{View::Left, {}, {0, 0, 100, 100}, 0, 0}.scale() == 1);
}

SCENARIO("the whole body lies within its window", "[drawing]") {
    const View view =
        GENERATE(View::Anterior, View::Posterior, View::Left, View::Right, View::Plantar);
    const MapWindow window = wholeBody(shippedMap(), view, {Layer::Superficial, true}, 60, 90);
    for (const atlas::SkinPlane& skin : shippedMap().skin(view)) {
        const atlas::Box& box = skin.outline.box();
        const Point first = window.toPicture({view, box.left, box.top});
        const Point last = window.toPicture({view, box.right, box.bottom});
        CHECK((first.x >= 0 && first.y >= 0));
        CHECK((last.x <= 60 && last.y <= 90));
    }
}

SCENARIO("a window round points shows them with their neighbourhood", "[drawing]") {
    const auto& map = shippedMap();
    const std::vector<BodyPoint> low{
        {View::Posterior, 428, 622}, {View::Posterior, 290, 735}, {View::Anterior, 300, 100}};
    GIVEN("points of the low back on a page") {
        const MapWindow window = windowAround(map, View::Posterior, {}, low, 54, 83);
        THEN("the points of that view are well inside, at a scale that shows the region") {
            for (const BodyPoint& point : {low[0], low[1]}) {
                const Point at = window.toPicture(point);
                CHECK((at.x > 10 && at.x < 44 && at.y > 10 && at.y < 73));
            }
            CHECK(window.shown.width >= 320);
            CHECK(window.shown.height < 800);
            CHECK_THAT(window.shown.height / window.shown.width, WithinAbs(83.0 / 54.0, 1e-9));
        }
    }
    GIVEN("a point at the crown of the head") {
        const std::vector<BodyPoint> crown{{View::Posterior, 360, 50}};
        const MapWindow window = windowAround(map, View::Posterior, {}, crown, 54, 83);
        THEN("the window does not look beyond the body") {
            CHECK(window.shown.y >= wholeBody(map, View::Posterior, {}, 54, 83).shown.y - 1e-9);
        }
    }
    GIVEN("no points, or points from head to foot") {
        const std::vector<BodyPoint> far{{View::Posterior, 60, 60}, {View::Posterior, 660, 1730}};
        const MapWindow whole = wholeBody(map, View::Posterior, {}, 54, 83);
        THEN("the whole body is shown") {
            CHECK(windowAround(map, View::Posterior, {}, {}, 54, 83) == whole);
            CHECK(windowAround(map, View::Posterior, {}, far, 54, 83) == whole);
        }
    }
}
