// SPDX-License-Identifier: MIT
#include "atlas/BodyMap.h"

#include "atlas/ShippedMap.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

using namespace palpate;
using namespace palpate::test;

SCENARIO("the shipped atlas is complete", "[atlas]") {
    const auto& map = shippedMap();
    THEN("it holds what its description counts") {
        CHECK(map.muscles().size() == 359);
        CHECK(map.bones().size() == 187);
        CHECK(map.regions().size() == 126);
        CHECK(map.landmarks().size() == 127);
        CHECK(map.composites().size() == 4);
        std::set<std::string> muscles;
        std::set<std::string> regions;
        for (const atlas::Muscle& muscle : map.muscles()) {
            muscles.insert(muscle.key.text());
        }
        for (const atlas::Region& region : map.regions()) {
            regions.insert(region.key.text());
        }
        CHECK(muscles.size() == 181);
        CHECK(regions.size() == 66);
    }
    THEN("every muscle of one side has its partner on the other") {
        for (const atlas::Muscle& muscle : map.muscles()) {
            CAPTURE(muscle.key.text());
            CHECK(map.muscle(muscle.key, mirrored(muscle.side)) != nullptr);
        }
    }
    THEN("the frames are those of the five views") {
        CHECK(map.frame(View::Anterior).width == 720);
        CHECK(map.frame(View::Posterior).height == 1770);
        CHECK(map.frame(View::Left).width == 420);
        CHECK(map.frame(View::Plantar).height == 290);
        CHECK(map.skin(View::Posterior).size() == 1);
        CHECK(map.skin(View::Right).size() == 2);
    }
    THEN("the words that must be shown with it are there, word for word") {
        const auto& texts = map.attribution();
        CHECK(
            std::find(texts.begin(), texts.end(),
                      "BodyParts3D - The Database Center for Life Science - CC-BY-SA 2.1 Japan") !=
            texts.end());
        CHECK(std::find(texts.begin(), texts.end(),
                        "Z-Anatomy - The open source atlas of anatomy - CC-BY-SA 4.0") !=
              texts.end());
    }
}

SCENARIO("a muscle is found by key and side", "[atlas]") {
    const auto& map = shippedMap();
    GIVEN("the right quadratus lumborum") {
        const atlas::Muscle* muscle = map.muscle(muscleKey("quadratus_lumborum"), Side::Right);
        REQUIRE(muscle != nullptr);
        THEN("it is the deepest layer of the back") {
            CHECK(muscle->name == "Quadratus lumborum");
            CHECK(muscle->layer == Layer::Deepest);
            CHECK(muscle->group == "back");
            CHECK(muscle->kind == atlas::MuscleKind::Muscle);
            CHECK(muscle->fma == std::vector<std::string>{"FMA22348"});
        }
        THEN("seen from behind the patient's right is on the viewer's right, from the front on the "
             "left") {
            REQUIRE(muscle->shapeIn(View::Posterior) != nullptr);
            REQUIRE(muscle->shapeIn(View::Anterior) != nullptr);
            CHECK(muscle->shapeIn(View::Posterior)->anchor.x > 360);
            CHECK(muscle->shapeIn(View::Anterior)->anchor.x < 360);
            CHECK(muscle->shapeIn(View::Plantar) == nullptr);
        }
    }
    GIVEN("a muscle kept in parts") {
        const atlas::Composite* biceps = map.composite(muscleKey("biceps_brachii"));
        REQUIRE(biceps != nullptr);
        THEN("whole and parts know each other") {
            CHECK(biceps->name == "Biceps brachii");
            REQUIRE(biceps->parts.size() == 2);
            const atlas::Muscle* part = map.muscle(biceps->parts.front(), Side::Left);
            REQUIRE(part != nullptr);
            CHECK(part->partOf == biceps->key);
        }
    }
    GIVEN("keys that the atlas lacks") {
        THEN("nothing is found") {
            CHECK(map.muscle(muscleKey("no_such_muscle"), Side::Right) == nullptr);
            CHECK(map.muscle(muscleKey("quadratus_lumborum"), Side::Middle) == nullptr);
            CHECK(map.region(regionKey("no_such_region"), Side::Left) == nullptr);
            CHECK(map.landmark("L9", Side::Middle) == nullptr);
        }
    }
}

SCENARIO("what is painted follows the layer on top", "[atlas]") {
    const auto& map = shippedMap();
    const auto holds = [&](View view, atlas::Plane plane, Layer top, const char* key) {
        const auto painted = map.paintedMuscles(view, plane, top);
        return std::any_of(painted.begin(), painted.end(), [&](const atlas::PaintedMuscle& one) {
            return one.muscle->key.text() == key;
        });
    };
    THEN("deeper layers come first and peeled ones are gone") {
        const auto painted =
            map.paintedMuscles(View::Posterior, atlas::Plane::Body, Layer::Intermediate);
        REQUIRE(painted.size() > 50);
        CHECK(std::is_sorted(painted.begin(), painted.end(), [](const auto& a, const auto& b) {
            return std::pair{a.muscle->layer, -a.shape->order} >
                   std::pair{b.muscle->layer, -b.shape->order};
        }));
        CHECK(painted.back().muscle->layer == Layer::Intermediate);
        CHECK_FALSE(
            holds(View::Posterior, atlas::Plane::Body, Layer::Intermediate, "latissimus_dorsi"));
        CHECK(holds(View::Posterior, atlas::Plane::Body, Layer::Superficial, "quadratus_lumborum"));
    }
    THEN("what is drawn through bones is painted only when its own layer is on top") {
        CHECK(holds(View::Anterior, atlas::Plane::Body, Layer::Deepest, "subscapularis"));
        CHECK_FALSE(holds(View::Anterior, atlas::Plane::Body, Layer::Deep, "subscapularis"));
    }
    THEN("the arm of a side view lies in its own plane") {
        CHECK(holds(View::Right, atlas::Plane::Arm, Layer::Superficial, "brachioradialis"));
        CHECK_FALSE(holds(View::Right, atlas::Plane::Body, Layer::Superficial, "brachioradialis"));
    }
    THEN("skin and bare bones show no muscle") {
        CHECK(map.paintedMuscles(View::Posterior, atlas::Plane::Body, Layer::Skin).empty());
        CHECK(map.paintedMuscles(View::Posterior, atlas::Plane::Body, Layer::Bones).empty());
    }
    THEN("bones are painted from far to near") {
        const auto bones = map.paintedBones(View::Posterior, atlas::Plane::Body);
        REQUIRE(bones.size() > 100);
        CHECK(std::is_sorted(bones.begin(), bones.end(), [](const auto& a, const auto& b) {
            return a.shape->depth > b.shape->depth;
        }));
    }
}

SCENARIO("a copy of the map shares its content", "[atlas]") {
    const atlas::Muscle* first = &shippedMap().muscles().front();
    const atlas::BodyMap copy = shippedMap();
    CHECK(&copy.muscles().front() == first);
}

SCENARIO("levels and landmarks near a point are named", "[atlas]") {
    const auto& map = shippedMap();
    const auto at = [&](const char* id) {
        return map.landmark(id, Side::Middle)->in(View::Posterior).value();
    };
    GIVEN("a point beside the spinous process of L3") {
        const BodyPoint beside{View::Posterior, at("L3").x + 60, at("L3").y};
        THEN("its level is L3") {
            REQUIRE(map.spinalLevelAt(beside) != nullptr);
            CHECK(map.spinalLevelAt(beside)->id == "L3");
        }
        THEN("the nearest landmark within 10 mm is not a vertebra") {
            const atlas::Landmark* near = map.nearestLandmark(beside, {10});
            CHECK((near == nullptr || near->id != "L3"));
            REQUIRE(map.nearestLandmark({View::Posterior, at("L3").x + 2, at("L3").y}, {10}) !=
                    nullptr);
            CHECK(map.nearestLandmark({View::Posterior, at("L3").x + 2, at("L3").y}, {10})->id ==
                  "L3");
        }
    }
    GIVEN("a point on the calf or on the sole") {
        THEN("no level is named") {
            CHECK(map.spinalLevelAt({View::Posterior, 300, 1400}) == nullptr);
            CHECK(map.spinalLevelAt({View::Plantar, 100, 100}) == nullptr);
        }
    }
}
