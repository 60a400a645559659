// SPDX-License-Identifier: MIT
#include "reference/PointPlaces.h"
#include "reference/Shipped.h"
#include "reference/TriggerPoints.h"
#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

using namespace palpate;
using namespace palpate::reference;
using palpate::test::key;
using palpate::test::shipped;

namespace {

[[nodiscard]] ReferencePointKey point(std::string_view text) {
    return key<ReferencePointKey>(text);
}
[[nodiscard]] MuscleKey muscle(std::string_view text) {
    return key<MuscleKey>(text);
}

/// Every text in quotation marks of the body atlas: enough to tell whether it knows a key.
[[nodiscard]] const std::set<std::string>& wordsOfTheAtlas() {
    static const auto words = [] {
        const auto file =
            std::filesystem::path{PALPATE_SOURCE_DIR} / "src/atlas/data/body-atlas.json";
        std::ifstream in{file, std::ios::binary};
        const std::string text{std::istreambuf_iterator<char>{in}, {}};
        std::set<std::string> out;
        std::size_t at = 0;
        while ((at = text.find('"', at)) != std::string::npos) {
            const auto end = text.find('"', at + 1);
            out.insert(text.substr(at + 1, end - at - 1));
            at = end + 1;
        }
        return out;
    }();
    return words;
}

} // namespace

TEST_CASE("there are 211 trigger points in 132 muscles, 60 of them firmly known") {
    const auto& table = shipped().triggerPoints();
    CHECK(table.all().size() == 132);
    CHECK(table.pointCount() == 211);
    std::map<Confidence, int> counts;
    for (const auto& each : table.all()) {
        CHECK_FALSE(each.points.empty());
        for (const auto& known : each.points) {
            ++counts[known.confidence];
            CHECK(table.find(known.key) == &known);
            CHECK(known.muscle == each.muscle);
            CHECK_FALSE(known.essential.empty());
        }
    }
    CHECK(counts[Confidence::High] == 60);
    CHECK(counts[Confidence::Medium] == 137);
    CHECK(counts[Confidence::Low] == 14);
}

SCENARIO("a therapist opens what is known of the quadratus lumborum") {
    const auto* ql = shipped().triggerPoints().find(muscle("quadratus_lumborum"));
    REQUIRE(ql != nullptr);
    CHECK_FALSE(ql->attachedFrom.empty());
    CHECK_FALSE(ql->stretch.empty());
    CHECK_FALSE(ql->homeCare.empty());
    CHECK(ql->book == "TS2, chapter 4");
    THEN("it has its four points, superficial and deep") {
        std::vector<std::string> keys;
        for (const auto& each : ql->points) {
            keys.push_back(each.key.text());
        }
        CHECK(keys == std::vector<std::string>{"quadratus_lumborum.superficial_upper",
                                               "quadratus_lumborum.superficial_lower",
                                               "quadratus_lumborum.deep_upper",
                                               "quadratus_lumborum.deep_lower"});
    }
    THEN("the upper deep one refers to the sacrum") {
        const auto* deep = shipped().triggerPoints().find(point("quadratus_lumborum.deep_upper"));
        REQUIRE(deep != nullptr);
        CHECK(deep->depth == Depth::Deep);
        CHECK(std::ranges::any_of(
            deep->essential, [](const Referral& each) { return each.region.text() == "sacrum"; }));
    }
}

TEST_CASE("a part of a muscle has what is known of the whole") {
    const auto& table = shipped().triggerPoints();
    const auto longHead = muscle("triceps_brachii_long");
    CHECK(table.find(longHead) == nullptr);
    const auto* whole = table.find(longHead, muscle("triceps_brachii"));
    REQUIRE(whole != nullptr);
    CHECK(whole == table.find(muscle("triceps_brachii")));
    CHECK(table.find(muscle("no_such_muscle")) == nullptr);
    CHECK(table.find(muscle("no_such_muscle"), muscle("nor_this")) == nullptr);
    CHECK(table.find(point("no_such.point")) == nullptr);
}

TEST_CASE("what the point tables name, the other tables and the atlas know") {
    for (const auto& each : shipped().triggerPoints().all()) {
        CAPTURE(each.muscle);
        CHECK(shipped().muscleNames().find(each.muscle) != nullptr);
        CHECK(wordsOfTheAtlas().contains(each.muscle.text()));
        for (const auto& related : each.related) {
            CHECK(shipped().muscleNames().find(related) != nullptr);
        }
        for (const auto& known : each.points) {
            for (const auto& referral : known.essential) {
                CHECK(wordsOfTheAtlas().contains(referral.region.text()));
            }
            for (const auto& referral : known.spillover) {
                CHECK(wordsOfTheAtlas().contains(referral.region.text()));
            }
        }
    }
    for (const auto& each : shipped().pointPlaces().all()) {
        CAPTURE(each.point);
        CHECK(wordsOfTheAtlas().contains(each.muscle.text()));
        CHECK(shipped().triggerPoints().find(each.point) != nullptr);
    }
}

TEST_CASE("every reference point has a place on the map, but for the middle of the diaphragm") {
    const auto& places = shipped().pointPlaces();
    CHECK(places.all().size() == 210);
    REQUIRE(places.unplaced().size() == 1);
    CHECK(places.unplaced().front().point == point("diaphragm.central"));
    CHECK(places.placesOf(point("diaphragm.central"), Side::Right).empty());
    for (const auto& each : shipped().triggerPoints().all()) {
        for (const auto& known : each.points) {
            CAPTURE(known.key);
            CHECK((places.find(known.key) != nullptr) !=
                  (known.key == places.unplaced().front().point));
        }
    }
}

SCENARIO("the left side is the mirror image of the right") {
    const auto& places = shipped().pointPlaces();
    GIVEN("a point seen from behind") {
        const auto ql = point("quadratus_lumborum.superficial_upper");
        CHECK(places.placeOf(ql, Side::Right, View::Posterior) ==
              BodyPoint{View::Posterior, 424, 684});
        CHECK(places.placeOf(ql, Side::Left, View::Posterior) ==
              BodyPoint{View::Posterior, 720 - 424, 684});
        CHECK_FALSE(places.placeOf(ql, Side::Right, View::Anterior));
    }
    GIVEN("a point seen from the right") {
        const auto temple = point("temporalis.anterior");
        THEN("on the left it is seen from the left") {
            CHECK(places.placeOf(temple, Side::Left, View::Left) ==
                  BodyPoint{View::Left, 420 - 236, 158});
            CHECK_FALSE(places.placeOf(temple, Side::Left, View::Right));
            CHECK_FALSE(places.placeOf(temple, Side::Right, View::Left));
        }
        THEN("the view to mark it in stays first") {
            const auto left = places.placesOf(temple, Side::Left);
            REQUIRE(left.size() == 2);
            CHECK(left.front().view == View::Left);
            CHECK(left.back().view == View::Anterior);
            CHECK(left.back().x == Catch::Approx(720 - 299.4));
        }
    }
    GIVEN("a point under the sole") {
        CHECK(places.placeOf(point("abductor_hallucis.belly"), Side::Left, View::Plantar) ==
              BodyPoint{View::Plantar, 330 - 104, 172});
    }
    GIVEN("any place") {
        const auto view = GENERATE(from_range(kViews));
        const BodyPoint here{view, 123.25, 456};
        THEN("mirrored twice it is where it was") {
            CHECK(mirrored(here) != here);
            CHECK(mirrored(mirrored(here)) == here);
        }
    }
    GIVEN("a muscle of the middle") {
        CHECK(places.placesOf(point("temporalis.anterior"), Side::Middle).size() == 4);
    }
}

SCENARIO("a click in a muscle suggests the nearest reference point") {
    const auto& places = shipped().pointPlaces();
    const auto ql = muscle("quadratus_lumborum");
    GIVEN("a click 3 mm right of and 4 mm below a known point") {
        const auto found = places.nearest(ql, Side::Right, {View::Posterior, 427, 688});
        REQUIRE(found);
        CHECK(found->point == point("quadratus_lumborum.superficial_upper"));
        CHECK(found->at == BodyPoint{View::Posterior, 424, 684});
        CHECK(found->distance == Catch::Approx(5.0));
    }
    GIVEN("the same click on the left") {
        const auto found = places.nearest(ql, Side::Left, {View::Posterior, 720 - 427, 688});
        REQUIRE(found);
        CHECK(found->point == point("quadratus_lumborum.superficial_upper"));
        CHECK(found->distance == Catch::Approx(5.0));
    }
    GIVEN("a click beside the spine") {
        const auto found = places.nearest(ql, Side::Right, {View::Posterior, 402, 760});
        REQUIRE(found);
        CHECK(found->point == point("quadratus_lumborum.deep_lower"));
    }
    GIVEN("a view in which none of its points is drawn") {
        CHECK_FALSE(places.nearest(ql, Side::Right, {View::Anterior, 427, 688}));
        CHECK_FALSE(places.nearest(muscle("temporalis"), Side::Right, {View::Left, 200, 158}));
    }
    GIVEN("a muscle without points") {
        CHECK_FALSE(places.nearest(muscle("no_such_muscle"), Side::Right, {View::Posterior, 1, 1}));
    }
    GIVEN("a muscle that the atlas draws in parts") {
        const BodyPoint elbow{View::Posterior, 571, 613};
        const auto part = places.nearest(muscle("triceps_brachii_medial"), Side::Right, elbow);
        REQUIRE(part);
        CHECK(part->point == point("triceps_brachii.distal"));
        CHECK(places.nearest(muscle("triceps_brachii"), Side::Right, elbow) == part);
        THEN("one part is never offered the points of another") {
            const auto other = places.nearest(muscle("triceps_brachii_long"), Side::Right, elbow);
            REQUIRE(other);
            CHECK(other->point == point("triceps_brachii.long_head"));
        }
    }
    GIVEN("each known place itself") {
        for (const auto& each : places.all()) {
            for (const auto side : {Side::Left, Side::Right}) {
                const auto at = places.placesOf(each.point, side).front();
                const auto found = places.nearest(each.muscle, side, at);
                CAPTURE(each.point, side);
                REQUIRE(found);
                CHECK(found->distance == 0);
            }
        }
    }
}
