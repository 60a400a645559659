// SPDX-License-Identifier: MIT
#include "drawing/MapPlaces.h"

#include "drawing/Shapes.h"

#include <catch2/catch_test_macros.hpp>

#include <set>
#include <string>

using namespace palpate;
using namespace palpate::drawing;
using namespace palpate::test;

namespace {

[[nodiscard]] bool holds(const Rect& outer, double x, double y) {
    return x >= outer.x && y >= outer.y && x <= outer.x + outer.width &&
           y <= outer.y + outer.height;
}

} // namespace

SCENARIO("every place of the body is found on the map", "[drawing]") {
    std::set<std::string> titles;
    for (const MapPlace place : kMapPlaces) {
        CHECK(titles.insert(title(place)).second);
        for (const View now : kViews) {
            for (const Side side : {Side::Left, Side::Right, Side::Middle}) {
                const MapWindow window =
                    regionWindow(shippedMap(), now, {Layer::Deep, false}, place, side, 300, 200);
                CHECK(window.peel.top == Layer::Deep);
                CHECK(window.shown.width > 20);
                CHECK(window.shown.height > 20);
                const auto& frame = shippedMap().frame(window.view);
                CHECK(window.shown.x < frame.width);
                CHECK(window.shown.x + window.shown.width > 0);
                if (place != MapPlace::WholeBody && window.view != View::Plantar) {
                    CHECK(window.shown.height < 800);
                    CHECK(placeRect(shippedMap(), window.view, place, side));
                }
            }
        }
    }
    CHECK(titles.size() == kMapPlaces.size());
}

SCENARIO("a place keeps the view that is shown if it shows well there", "[drawing]") {
    CHECK(viewFor(MapPlace::Shoulder, View::Anterior) == View::Anterior);
    CHECK(viewFor(MapPlace::Shoulder, View::Plantar) == View::Posterior);
    CHECK(viewFor(MapPlace::LowBack, View::Anterior) == View::Posterior);
    CHECK(viewFor(MapPlace::Abdomen, View::Left) == View::Anterior);
    CHECK(viewFor(MapPlace::Foot, View::Plantar) == View::Plantar);
    CHECK(viewFor(MapPlace::Sole, View::Posterior) == View::Plantar);
    CHECK(viewFor(MapPlace::WholeBody, View::Right) == View::Right);
}

SCENARIO("a jump to a place shows its muscles", "[drawing]") {
    const auto shows = [](MapPlace place, Side side, View now, const char* muscle, Side of) {
        const MapWindow window =
            regionWindow(shippedMap(), now, {Layer::Deepest, false}, place, side, 300, 225);
        const atlas::Muscle* found = shippedMap().muscle(muscleKey(muscle), of);
        REQUIRE(found != nullptr);
        const atlas::MuscleShape* shape = found->shapeIn(window.view);
        return shape != nullptr && holds(window.shown, shape->anchor.x, shape->anchor.y);
    };
    CHECK(
        shows(MapPlace::LowBack, Side::Middle, View::Posterior, "quadratus_lumborum", Side::Left));
    CHECK(shows(MapPlace::LowBack, Side::Right, View::Anterior, "quadratus_lumborum", Side::Right));
    CHECK(shows(MapPlace::Hip, Side::Right, View::Posterior, "gluteus_maximus", Side::Right));
    CHECK_FALSE(shows(MapPlace::Hip, Side::Right, View::Posterior, "gluteus_maximus", Side::Left));
    CHECK(shows(MapPlace::Leg, Side::Left, View::Posterior, "gastrocnemius_medial", Side::Left));
}

SCENARIO("from the side, the side asked for decides the view", "[drawing]") {
    const MapWindow hip =
        regionWindow(shippedMap(), View::Left, {}, MapPlace::Hip, Side::Right, 300, 200);
    CHECK(hip.view == View::Right);
    CHECK_FALSE(hip.peel.showArm);
    const MapWindow forearm =
        regionWindow(shippedMap(), View::Left, {}, MapPlace::Forearm, Side::Middle, 300, 200);
    CHECK(forearm.view == View::Left);
    CHECK(forearm.peel.showArm);
}
