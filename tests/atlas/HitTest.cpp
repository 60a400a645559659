// SPDX-License-Identifier: MIT
#include "atlas/ShippedMap.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <limits>

using namespace palpate;
using namespace palpate::test;

namespace {

[[nodiscard]] std::string nameOf(const atlas::Muscle* muscle) {
    return muscle == nullptr ? "nothing"
                             : muscle->key.text() + " " + std::string{name(muscle->side)};
}

} // namespace

SCENARIO("the anchor of every muscle hits that muscle", "[atlas]") {
    const auto& map = shippedMap();
    int tried = 0;
    for (const atlas::Muscle& muscle : map.muscles()) {
        for (const atlas::MuscleShape& shape : muscle.shapes) {
            const BodyPoint anchor{shape.view, shape.anchor.x, shape.anchor.y};
            const atlas::Peel peel{muscle.layer, shape.plane == atlas::Plane::Arm};
            CAPTURE(name(shape.view));
            // The only two of 735: from the front the intercostals lie before the subscapularis,
            // which is drawn through the ribs. It is hit where the ribs are.
            const bool isBehindIntercostals = muscle.key.text() == "subscapularis";
            const std::string expected = isBehindIntercostals
                                             ? "intercostals " + std::string{name(muscle.side)}
                                             : nameOf(&muscle);
            CHECK(nameOf(map.muscleAt(anchor, peel)) == expected);
            const auto under = map.musclesUnder(anchor, peel.showArm);
            CHECK(std::find(under.begin(), under.end(), &muscle) != under.end());
            ++tried;
        }
    }
    CHECK(tried == 735);
}

SCENARIO("the subscapularis is hit through the ribs", "[atlas]") {
    const auto& map = shippedMap();
    const atlas::Muscle* muscle = map.muscle(muscleKey("subscapularis"), Side::Right);
    const atlas::Outline& outline = muscle->shapeIn(View::Anterior)->visible;
    int hits = 0;
    int tried = 0;
    for (double y = outline.box().top; y < outline.box().bottom; y += 2) {
        for (double x = outline.box().left; x < outline.box().right; x += 2) {
            if (outline.contains({x, y})) {
                ++tried;
                hits +=
                    map.muscleAt({View::Anterior, x, y}, {Layer::Deepest, false}) == muscle ? 1 : 0;
            }
        }
    }
    CHECK(hits * 2 > tried);
    CHECK(map.muscleAt({View::Anterior, muscle->shapeIn(View::Anterior)->anchor.x,
                        muscle->shapeIn(View::Anterior)->anchor.y},
                       {Layer::Deep, false}) != muscle);
}

SCENARIO("the anchor of every region hits that region", "[atlas]") {
    const auto& map = shippedMap();
    for (const atlas::Region& region : map.regions()) {
        for (const atlas::RegionShape& shape : region.shapes) {
            const BodyPoint anchor{shape.view, shape.anchor.x, shape.anchor.y};
            CAPTURE(region.key.text(), name(region.side), name(shape.view));
            CHECK(map.regionAt(anchor, {0}, shape.plane == atlas::Plane::Arm) == &region);
            CHECK(map.isOnBody(anchor, shape.plane == atlas::Plane::Arm));
        }
    }
}

SCENARIO("the layer on top decides which muscle is hit", "[atlas]") {
    const auto& map = shippedMap();
    GIVEN("a point over the right quadratus lumborum, seen from behind") {
        const atlas::Muscle* lumborum = map.muscle(muscleKey("quadratus_lumborum"), Side::Right);
        REQUIRE(lumborum != nullptr);
        const atlas::Place anchor = lumborum->shapeIn(View::Posterior)->anchor;
        const BodyPoint where{View::Posterior, anchor.x, anchor.y};
        THEN("peeling brings deeper muscles up, and each is on the right") {
            CHECK(nameOf(map.muscleAt(where, {Layer::Deepest, false})) == "quadratus_lumborum R");
            const atlas::Muscle* outer = map.muscleAt(where, {Layer::Superficial, false});
            REQUIRE(outer != nullptr);
            CHECK(outer->layer < Layer::Deepest);
            CHECK(outer->side == Side::Right);
        }
        THEN("with the skin on top it is the first muscle below the skin, with bones none") {
            CHECK(map.muscleAt(where, {Layer::Skin, false}) ==
                  map.muscleAt(where, {Layer::Superficial, false}));
            CHECK(map.muscleAt(where, {Layer::Bones, false}) == nullptr);
        }
        THEN("all that lies under the finger is listed from the surface down") {
            const auto under = map.musclesUnder(where, false);
            REQUIRE(under.size() >= 2);
            CHECK(std::is_sorted(under.begin(), under.end(),
                                 [](const auto* a, const auto* b) { return a->layer < b->layer; }));
            CHECK(under.front() == map.muscleAt(where, {Layer::Superficial, false}));
            CHECK(std::find(under.begin(), under.end(), lumborum) != under.end());
        }
    }
}

SCENARIO("a thin muscle is found from beside it", "[atlas]") {
    const auto& map = shippedMap();
    GIVEN("a place just outside the edge of a muscle, where no other muscle shows") {
        const atlas::Muscle* lumborum = map.muscle(muscleKey("quadratus_lumborum"), Side::Right);
        const atlas::Outline& outline = lumborum->shapeIn(View::Posterior)->visible;
        const double y = (outline.box().top + outline.box().bottom) / 2;
        double x = outline.box().right;
        while (!outline.contains({x, y})) {
            x -= 0.05;
        }
        const BodyPoint beside{View::Posterior, x + 1.5, y};
        THEN("it is hit within 2 mm and missed without tolerance") {
            CHECK(map.muscleAt(beside, {Layer::Deepest, false}) == nullptr);
            CHECK(map.muscleAt(beside, {Layer::Deepest, false}, {2}) == lumborum);
            CHECK(map.muscleAt(beside, {Layer::Deepest, false}, {1}) == nullptr);
        }
    }
}

SCENARIO("the hanging arm hides the trunk only while it is shown", "[atlas]") {
    const auto& map = shippedMap();
    GIVEN("the forearm as the right side shows it") {
        const atlas::Muscle* forearm = map.muscle(muscleKey("brachioradialis"), Side::Right);
        REQUIRE(forearm != nullptr);
        const atlas::Place anchor = forearm->shapeIn(View::Right)->anchor;
        const BodyPoint where{View::Right, anchor.x, anchor.y};
        THEN("it is hit with the arm shown, the trunk behind it without") {
            CHECK(map.muscleAt(where, {Layer::Superficial, true}) == forearm);
            const atlas::Muscle* behind = map.muscleAt(where, {Layer::Superficial, false});
            CHECK(behind != forearm);
            REQUIRE(map.regionAt(where, {0}, true) != nullptr);
            REQUIRE(map.regionAt(where, {0}, false) != nullptr);
            CHECK(map.regionAt(where, {0}, true) != map.regionAt(where, {0}, false));
        }
        THEN("a bone of the arm does not let the trunk through") {
            bool found = false;
            for (const atlas::PaintedBone& bone :
                 map.paintedBones(View::Right, atlas::Plane::Arm)) {
                const atlas::Box& box = bone.shape->outline.box();
                const atlas::Place middle{(box.left + box.right) / 2, (box.top + box.bottom) / 2};
                const BodyPoint at{View::Right, middle.x, middle.y};
                if (map.skin(View::Right)[1].outline.contains(middle) &&
                    map.muscleAt(at, {Layer::Deepest, true}) == nullptr) {
                    found = found || map.muscleAt(at, {Layer::Superficial, false}) != nullptr;
                }
            }
            CHECK(found);
        }
    }
}

SCENARIO("off the body there is nothing", "[atlas]") {
    const auto& map = shippedMap();
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double endless = std::numeric_limits<double>::infinity();
    for (const BodyPoint where :
         {BodyPoint{View::Posterior, 5, 5}, BodyPoint{View::Posterior, -1000, 700},
          BodyPoint{View::Plantar, 165, 5}, BodyPoint{View::Posterior, nan, 700},
          BodyPoint{View::Posterior, 360, endless}}) {
        CHECK(map.muscleAt(where, {Layer::Superficial, true}, {3}) == nullptr);
        CHECK(map.regionAt(where, {3}, true) == nullptr);
        CHECK_FALSE(map.isOnBody(where, true));
        CHECK(map.musclesUnder(where, true).empty());
        CHECK(map.nearestLandmark(where, {3}) == nullptr);
    }
}

SCENARIO("the edge of the body is widened for regions", "[atlas]") {
    const auto& map = shippedMap();
    const atlas::Box& box = map.skin(View::Posterior).front().outline.box();
    GIVEN("a place just above the crown") {
        BodyPoint above{View::Posterior, 360, box.top - 1.5};
        THEN("it is the vertex within 3 mm, and nothing without tolerance") {
            CHECK(map.regionAt(above, {0}, false) == nullptr);
            REQUIRE(map.regionAt(above, {3}, false) != nullptr);
            CHECK(map.regionAt(above, {3}, false)->key.text() == "vertex");
        }
    }
}
