// SPDX-License-Identifier: MIT
#include "reference/Shipped.h"
#include "reference/Tests.h"
#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <cmath>
#include <map>

using namespace palpate;
using namespace palpate::reference;
using palpate::test::key;
using palpate::test::shipped;

namespace {

[[nodiscard]] const KnownTest& known(std::string_view id) {
    const auto* found = shipped().tests().find(key<TestKey>(id));
    REQUIRE(found != nullptr);
    return *found;
}
[[nodiscard]] TestAt at(std::string_view id, Side side = Side::Middle, std::string part = {},
                        std::optional<TestSite> site = {}) {
    return {.test = key<TestKey>(id), .part = std::move(part), .side = side, .site = site};
}
[[nodiscard]] std::string problem(const TestResult& result) {
    const auto wrong = shipped().tests().problem(result, shipped().joints());
    return wrong ? shown(*wrong) : std::string{};
}
[[nodiscard]] std::string problem(TestAt where, const char* choice,
                                  std::optional<double> also = {}) {
    return problem({.at = std::move(where), .result = std::string{choice}, .also = also});
}
[[nodiscard]] std::string first(std::string_view typed) {
    const auto found = shipped().tests().search(typed, 10);
    return found.empty() ? std::string{} : found.front().text();
}
const TestSite kQuadratus = *MuscleKey::from("quadratus_lumborum");

} // namespace

TEST_CASE("90 tests give a choice or a number, and 'not assessed' is no result of any") {
    std::map<TestKind, int> kinds;
    for (const auto& each : shipped().tests().all()) {
        CAPTURE(each.key);
        ++kinds[each.kind];
        CHECK((each.scale.has_value() || each.choices.size() >= 2));
        CHECK(std::ranges::find(each.choices, "not assessed") == each.choices.end());
        CHECK_FALSE(each.sources.empty());
    }
    CHECK(shipped().tests().all().size() == 90);
    CHECK(kinds[TestKind::Neurological] == 25);
    CHECK(kinds[TestKind::Orthopaedic] == 45);
    CHECK(kinds[TestKind::Functional] == 13);
    CHECK(kinds[TestKind::Palpation] == 7);
    CHECK(shipped().tests().regions().front() == "low_back");
}

TEST_CASE("a test knows what it means, its parts, its cluster, its cautions and its links") {
    CHECK(known("straight_leg_raise").alsoCalled.front() == "SLR");
    REQUIRE(known("straight_leg_raise").also);
    CHECK(known("straight_leg_raise").also->unit == "degrees");
    CHECK(known("myotomes_lower").meaning.starts_with("0 none"));
    REQUIRE(partOf(known("myotomes_lower"), "L5") != nullptr);
    CHECK(partOf(known("myotomes_lower"), "L5")->label == "big toe extension");
    CHECK(partOf(known("myotomes_lower"), "C5") == nullptr);
    REQUIRE(known("sij_cluster").cluster);
    CHECK(known("sij_cluster").cluster->of.size() == 5);
    CHECK(known("sij_cluster").cluster->positiveFrom == 3);
    CHECK(known("sharp_purser").caution.starts_with("Disputed"));
    CHECK(known("schober_modified").motion == key<MotionKey>("lumbar.modified_schober"));
    CHECK(known("pressure_pain_threshold").scale->display.size() == 2);
    CHECK(known("craniocervical_flexion").choiceUnit == "mmHg");
    CHECK(known("romberg").scale->type == FieldType::Duration);
}

SCENARIO("a test is found as people type it") {
    struct Typed {
        const char* text;
        const char* id;
    };
    const auto typed = GENERATE(
        Typed{"slr", "straight_leg_raise"}, Typed{"SLR", "straight_leg_raise"},
        Typed{"straight leg", "straight_leg_raise"}, Typed{"Lasegue", "straight_leg_raise"},
        Typed{"knee jerk", "reflexes_lower"}, Typed{"ppt", "pressure_pain_threshold"},
        Typed{"tension", "muscle_tension"}, Typed{"figure four", "faber"},
        Typed{"hawkins", "hawkins_kennedy"}, Typed{"jerk ankle", "reflexes_lower"},
        Typed{"drawer knee", "posterior_drawer_knee"}, Typed{"finger floor", "finger_floor"});
    CAPTURE(typed.text);
    const auto all = shipped().tests().search(typed.text, 10);
    CHECK(std::ranges::find(all, key<TestKey>(typed.id)) != all.end());
    if (std::string_view{typed.text} != "tension") { // also upper limb tension tests
        CHECK(first(typed.text) == typed.id);
    }
}

SCENARIO("a result is taken only when the test can give it") {
    GIVEN("a choice, with and without the angle beside it") {
        CHECK(problem(at("straight_leg_raise", Side::Left), "positive").empty());
        CHECK(problem(at("straight_leg_raise", Side::Left), "positive", 60).empty());
        CHECK(problem(at("straight_leg_raise", Side::Left), "positive", 160) ==
              "Straight-leg raise must lie between 0 and 120 degrees.");
        CHECK(problem(at("straight_leg_raise", Side::Left), "maybe") ==
              "Straight-leg raise can't give \"maybe\"; it gives: positive, negative.");
        CHECK(problem(at("slump", Side::Left), "positive", 60) ==
              "Slump test takes no number beside its result.");
    }
    GIVEN("a test that was not done") {
        CHECK(problem(at("slump", Side::Left), "not assessed") ==
              "Slump test was not assessed, so there is nothing to keep; leave it out.");
    }
    GIVEN("a number") {
        CHECK(problem({.at = at("romberg"), .result = 30.0}).empty());
        CHECK(problem({.at = at("romberg"), .result = 90.0}) ==
              "Romberg test must lie between 0 and 60 s.");
        CHECK_FALSE(problem({.at = at("romberg"), .result = std::nan("")}).empty());
        CHECK(problem({.at = at("beighton"), .result = 4.5}) ==
              "Beighton score must be a whole number.");
        CHECK(problem(at("romberg"), "positive") ==
              "Romberg test gives a number, not \"positive\".");
        CHECK(problem({.at = at("slump", Side::Left), .result = 1.0}) ==
              "Slump test gives no number; choose a result.");
        CHECK(problem({.at = at("romberg"), .result = 30.0, .also = 2.0}) ==
              "Romberg test takes one number only.");
    }
    GIVEN("a number that may also be judged") {
        CHECK(problem({.at = at("flexion_rotation", Side::Right), .result = 28.0}).empty());
        CHECK(problem(at("flexion_rotation", Side::Right), "positive").empty());
        CHECK(problem(at("flexion_rotation", Side::Right), "positive", 28).empty());
        CHECK(problem(at("flexion_rotation", Side::Right), "positive", 128) ==
              "Flexion-rotation test must lie between 0 and 70 degrees.");
    }
    GIVEN("a side too many or too few") {
        CHECK(problem(at("slump"), "positive") == "Slump test needs a side, left or right.");
        CHECK(problem(at("lhermitte", Side::Left), "positive") ==
              "Lhermitte sign has no sides; leave left and right out.");
    }
    GIVEN("parts") {
        CHECK(problem(at("myotomes_lower", Side::Left, "L5"), "4-").empty());
        CHECK(problem(at("myotomes_lower", Side::Left, "C5"), "4-") ==
              "Myotomes L2-S1 has no part \"C5\".");
        CHECK(problem(at("slump", Side::Left, "L5"), "positive") ==
              "Slump test has no part \"L5\".");
    }
    GIVEN("a palpation, which is of a place") {
        CHECK(problem(at("muscle_tension", Side::Right, {}, kQuadratus), "2 moderate").empty());
        CHECK(problem(at("muscle_tension", Side::Right), "2 moderate") ==
              "Muscle tension needs a place: a muscle, a joint or a region.");
        CHECK(problem(at("slump", Side::Right, {}, kQuadratus), "positive") ==
              "Slump test is done at one place only; leave the place out.");
        const TestSite level = key<JointKey>("L4-L5");
        CHECK(problem(at("passive_intervertebral", Side::Middle, {}, level), "stiff").empty());
        CHECK(problem(at("passive_intervertebral", Side::Left, {}, level), "stiff").empty());
        const TestSite paired = key<JointKey>("sacroiliac");
        CHECK(problem(at("passive_intervertebral", Side::Middle, {}, paired), "stiff") ==
              "The sacroiliac joint needs a side, left or right.");
        const TestSite unknown = key<JointKey>("L9");
        CHECK(problem(at("passive_intervertebral", Side::Middle, {}, unknown), "stiff") ==
              "There is no joint \"L9\" in the table.");
    }
    GIVEN("a test that is not in the table") {
        CHECK(problem(at("crystal_ball"), "positive") ==
              "There is no test \"crystal_ball\" in the table.");
    }
    GIVEN("a long note") {
        CHECK(problem({.at = at("romberg"), .result = 30.0, .note = std::string(501, 'x')}) ==
              "The note on Romberg test is longer than 500 characters.");
    }
}

TEST_CASE("every test has a result that its table takes, for each of its parts") {
    int taken = 0;
    for (const auto& each : shipped().tests().all()) {
        CAPTURE(each.key);
        auto parts = each.parts;
        parts.push_back({});
        for (const auto& part : parts) {
            TestResult result{
                .at = {.test = each.key,
                       .part = part.id,
                       .side = each.sided ? Side::Right : Side::Middle,
                       .site = needsSite(each) ? std::optional{kQuadratus} : std::nullopt},
                .result = 0.0};
            if (each.scale) {
                result.result = each.scale->max;
            } else {
                result.result = each.choices.front();
            }
            CHECK(problem(result).empty());
            ++taken;
        }
    }
    CHECK(taken > 130);
}
