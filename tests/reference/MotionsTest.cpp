// SPDX-License-Identifier: MIT
#include "reference/Motions.h"

#include "reference/Shipped.h"
#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace palpate;
using namespace palpate::reference;
using palpate::test::key;
using palpate::test::shipped;

namespace {

[[nodiscard]] const KnownMotion& motion(std::string_view id) {
    const auto* found = shipped().motions().find(key<MotionKey>(id));
    REQUIRE(found != nullptr);
    return *found;
}
[[nodiscard]] std::vector<std::string> found(std::string_view typed, std::size_t limit = 99) {
    std::vector<std::string> texts;
    for (const auto& each : shipped().motions().search(typed, limit)) {
        texts.push_back(each.text());
    }
    return texts;
}
[[nodiscard]] std::string problem(const RangeOfMotion& measured) {
    const auto wrong = shipped().motions().problem(measured);
    return wrong ? shown(*wrong) : std::string{};
}
[[nodiscard]] MotionAt at(std::string_view id, Side side = Side::Middle) {
    return {.motion = key<MotionKey>(id), .side = side};
}

} // namespace

TEST_CASE("56 motions have a label in words, a usual range and sources") {
    const auto& motions = shipped().motions().all();
    CHECK(motions.size() == 56);
    std::vector<std::string> labels;
    for (const auto& each : motions) {
        CAPTURE(each.key);
        CHECK(each.low <= each.high);
        CHECK(each.min <= each.low);
        CHECK(each.high <= each.max);
        CHECK_FALSE(each.sources.empty());
        CHECK(each.label.find('_') == std::string::npos);
        CHECK(each.lowerIsBetter == (each.note.find("lower is better") != std::string::npos));
        labels.push_back(each.label);
    }
    std::ranges::sort(labels);
    CHECK(std::ranges::adjacent_find(labels) == labels.end());
    CHECK(motion("lumbar.lateral_flexion").label == "Lumbar side-bending");
    CHECK(motion("hip.internal_rotation").label == "Hip internal rotation");
    CHECK(motion("lumbar.modified_schober").label == "Modified Schober");
    CHECK(motion("lumbar.lateral_flexion").low == 15);
    CHECK(motion("chest.expansion").high == 7.5);
}

SCENARIO("a motion is found as people type it") {
    struct Typed {
        const char* text;
        const char* id;
    };
    const auto typed = GENERATE(
        Typed{"lumbar rotation", "lumbar.rotation"}, Typed{"lx rot", "lumbar.rotation"},
        Typed{"rot lx", "lumbar.rotation"}, Typed{"LX  ROT", "lumbar.rotation"},
        Typed{"lumbar side-bending", "lumbar.lateral_flexion"},
        Typed{"lumbar lateral flexion", "lumbar.lateral_flexion"},
        Typed{"sb lum", "lumbar.lateral_flexion"}, Typed{"neck rot", "cervical.rotation"},
        Typed{"cx ext", "cervical.extension"}, Typed{"shoulder er", "shoulder.external_rotation"},
        Typed{"sh ext rot", "shoulder.external_rotation"}, Typed{"sh abd", "shoulder.abduction"},
        Typed{"ankle df", "ankle.dorsiflexion"}, Typed{"slr", "hip.straight_leg_raise"},
        Typed{"schober", "lumbar.modified_schober"}, Typed{"mouth opening", "jaw.opening"},
        Typed{"big toe ext", "great_toe.mtp_extension"});
    CAPTURE(typed.text);
    const auto results = found(typed.text);
    REQUIRE_FALSE(results.empty());
    CHECK(results.front() == typed.id);
}

TEST_CASE("a beginning of words finds every motion that has it, in the order of the table") {
    CHECK(found("lum rot") == std::vector<std::string>{"lumbar.rotation"});
    CHECK(found("shoulder").size() == 8);
    CHECK(found("shoulder", 3).size() == 3);
    CHECK(found("lumbar").front() == "lumbar.flexion");
    CHECK(found("").empty());
    CHECK(found("   ").empty());
    CHECK(found("nonsense rotation").empty());
}

TEST_CASE("a shoulder extension is not an external rotation because it begins alike") {
    CHECK(shipped().motions().lookUp("shoulder ext") ==
          std::vector{key<MotionKey>("shoulder.extension")});
}

SCENARIO("a value is told beside the usual range, and what is limited depends on the motion") {
    const auto& bend = motion("lumbar.lateral_flexion"); // 15 to 25
    CHECK(besideRange(bend, 14.9) == BesideRange::Below);
    CHECK(besideRange(bend, 15) == BesideRange::Within);
    CHECK(besideRange(bend, 25) == BesideRange::Within);
    CHECK(besideRange(bend, 25.1) == BesideRange::Above);
    CHECK(isLimited(bend, 14));
    CHECK_FALSE(isLimited(bend, 30));
    const auto& floor = motion("spine.fingertip_to_floor"); // 0 to 10, lower is better
    CHECK(isLimited(floor, 20));
    CHECK_FALSE(isLimited(floor, -5));
}

SCENARIO("a measurement that can't be is refused with a reason") {
    CHECK(problem({.at = at("lumbar.rotation", Side::Right), .active = 8.0}).empty());
    CHECK(problem({.at = at("lumbar.flexion"), .passive = 50.0}).empty());
    CHECK(problem({.at = at("lumbar.flexion"), .pain = PainScore::from(3)}).empty());
    CHECK(problem({.at = at("knee.extension", Side::Left), .active = -15.0}).empty());
    CHECK(problem({.at = at("lumbar.rotation"), .active = 8.0}) ==
          "Lumbar rotation needs a side, left or right.");
    CHECK(problem({.at = at("lumbar.flexion", Side::Right), .active = 8.0}) ==
          "Lumbar flexion has no sides; leave left and right out.");
    CHECK(problem({.at = at("lumbar.flexion")}) ==
          "Lumbar flexion needs a value: active, passive or the pain in the motion.");
    CHECK(problem({.at = at("lumbar.flexion"), .active = 450.0}) ==
          "Lumbar flexion must lie between -60 and 200 degrees.");
    CHECK(problem({.at = at("jaw.opening"), .active = 200.0}) ==
          "Jaw opening must lie between 0 and 100 mm.");
    CHECK_FALSE(problem({.at = at("lumbar.flexion"), .active = std::nan("")}).empty());
    CHECK_FALSE(
        problem({.at = at("lumbar.flexion"), .passive = std::numeric_limits<double>::infinity()})
            .empty());
    CHECK(problem({.at = at("lumbar.wiggle"), .active = 8.0}) ==
          "There is no motion \"lumbar.wiggle\" in the table.");
    CHECK(problem({.at = at("lumbar.flexion"), .active = 8.0, .note = std::string(500, 'x')})
              .empty());
    CHECK(problem({.at = at("lumbar.flexion"), .active = 8.0, .note = std::string(501, 'x')}) ==
          "The note on Lumbar flexion is longer than 500 characters.");
    CHECK(problem({.at = at("lumbar.flexion"), .active = 8.0, .note = "\xff"}) ==
          "The note on Lumbar flexion contains characters that are damaged.");
}
