// SPDX-License-Identifier: MIT
// Which words, drawings and tests tell of a nerve, and what of it is new.
#include "app/NerveSigns.h"

#include "app/OpenClinic.h"
#include "support/Builders.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <string>
#include <vector>

namespace palpate::app {
namespace {

using enum NerveSign;
using Signs = std::vector<NerveSign>;

struct Told {
    const char* text;
    Signs signs;
};

[[nodiscard]] const atlas::BodyMap& map() {
    return test::shippedKnowledge().map();
}

[[nodiscard]] PainArea drawnAs(PainQuality quality) {
    auto area = test::aPainArea();
    area.quality = quality;
    return area;
}

[[nodiscard]] TestResult graded(const char* part, const char* grade) {
    return {.at = {.test = test::key<TestKey>("myotomes_lower"), .part = part, .side = Side::Left},
            .result = std::string{grade}};
}

} // namespace

TEST_CASE("a text tells of a sign by whole words, unless it denies it") {
    const auto told = GENERATE(
        Told{"Numb outside of the left foot since Monday.", {Numbness}},
        Told{"Pins and needles in both hands", {Tingling}},
        Told{"Pain radiating to the calf; the foot gives way.", {Radiating, Weakness}},
        Told{"Weaker on the left", {Weakness}}, Told{"No numbness.", {}},
        Told{"There is no numbness, tingling or weakness.", {}},
        Told{"No pain, numbness, weakness.", {}}, Told{"Denies numbness, tingling, weakness", {}},
        Told{"No numbness, but tingling in the little finger", {Tingling}},
        Told{"No change, tingling in the hand.", {Tingling}},
        Told{"No pain, numb and cold since Monday", {Numbness}},
        Told{"No improvement of the numbness", {Numbness}},
        Told{"The weakness is not improving", {Weakness}},
        Told{"Not only pain but numbness", {Numbness}}, Told{"No longer numb", {}},
        Told{"Numbness: none", {}}, Told{"Numbness has gone", {}}, Told{"Weakness not found", {}},
        Told{"Weakness absent, numbness present", {Numbness}},
        Told{"Sensation normal, strength 5 of 5", {}}, Told{"Call at once if weakness occurs", {}},
        Told{"In case of numbness see a physician", {}},
        Told{"In this case numbness came first", {Numbness}},
        Told{"A number of weeks; he tingled-up the words", {}},
        Told{"Loss of sensation in the saddle", {Numbness}}, Told{"Without loss of strength", {}},
        Told{"No fever. Numb leg.", {Numbness}}, Told{"SLR negative, numbness L5", {Numbness}},
        Told{"Pain free, numbness persists", {Numbness}},
        Told{"Does not tolerate sitting due to numbness in the foot", {Numbness}},
        Told{"Does not sleep owing to tingling", {Tingling}},
        Told{"Cannot stand because of weakness", {Weakness}},
        Told{"When asked, reports numbness", {Numbness}},
        Told{"When asked numbness was told of", {Numbness}},
        Told{"Does not look well, numb foot", {Numbness}},
        Told{"No fever, SLR negative, numbness L5", {Numbness}},
        Told{"SLR and slump negative, no numbness, weakness", {}}, Told{"Free of numbness", {}},
        Told{"Free of pain, numbness, weakness", {}}, Told{"Free from numbness", {}},
        Told{"Negative for numbness, weakness", {}}, Told{"Negative numbness", {}},
        Told{"Denies weakness", {}}, Told{"Denies pain, weakness", {}},
        Told{"Numbness: negative", {}}, Told{"To be asked about numbness", {}},
        Told{"Look out for weakness", {}}, Told{"Look for numbness next time", {}},
        Told{"No reports of numbness", {}}, Told{"No reported numbness", {}}, Told{"", {}});
    CAPTURE(told.text);
    auto found = signsTold(told.text);
    CHECK(found == told.signs);
}

SCENARIO("a session tells of signs in all its parts") {
    auto session = test::aSession();
    GIVEN("a numb area and an arrow along another") {
        auto arrow = drawnAs(PainQuality::Ache);
        arrow.arrows.push_back({{300, 400}, {300, 500}});
        session.painAreas = {drawnAs(PainQuality::Numbness), arrow};
        const auto signs = signsIn(session, map());
        REQUIRE(signs.size() == 2);
        CHECK(signs[0].sign == Numbness);
        CHECK_FALSE(signs[0].places.empty());
        CHECK(signs[1].sign == Radiating);
    }
    GIVEN("an aching area") {
        session.painAreas = {drawnAs(PainQuality::Ache)};
        CHECK(signsIn(session, map()).empty());
    }
    GIVEN("tests of nerves") {
        session.tests = {graded("L5", "4-"),
                         graded("S1", "5"),
                         {.at = {.test = test::key<TestKey>("saddle_sensation")},
                          .result = std::string{"reduced"}},
                         {.at = {.test = test::key<TestKey>("slump"), .side = Side::Right},
                          .result = std::string{"positive"}},
                         {.at = {.test = test::key<TestKey>("straight_leg_raise")},
                          .result = std::string{"negative"}}};
        Signs kinds;
        for (const auto& sign : signsIn(session, map())) {
            kinds.push_back(sign.sign);
        }
        CHECK(kinds == Signs{Weakness, Numbness, Radiating});
    }
    GIVEN("a point that refers pain when it is pressed") {
        session.findings = {test::anActiveFindingOn("quadratus_lumborum")};
        THEN("that is a sign of the point and of no nerve") {
            CHECK(signsIn(session, map()).empty());
        }
    }
    GIVEN("the same words in what was told, and in the plan") {
        const auto part = GENERATE(NotePart::Subjective, NotePart::Plan);
        session.note[static_cast<std::size_t>(part)] = test::written("Weakness of the foot");
        THEN("the plan tells what to look out for") {
            CHECK(signsIn(session, map()).size() == (part == NotePart::Plan ? 0U : 1U));
        }
    }
    GIVEN("a paragraph that the program composed") {
        session.note[0] = {.text = "Numbness.", .authorship = Authorship::Composed};
        CHECK(signsIn(session, map()).empty());
    }
}

SCENARIO("what is new is told from what was there") {
    const std::vector<PlacedSign> before{{Numbness, {"foot_sole left"}},
                                         {Weakness, {"myotomes_lower L5 left"}, 4}};
    CHECK(newSigns({{Numbness, {"foot_sole left"}}}, before).empty());
    CHECK(newSigns({{Numbness}}, before).empty());
    CHECK(newSigns({{Numbness, {"groin left"}}}, before) == Signs{Numbness});
    CHECK(newSigns({{Radiating}}, before) == Signs{Radiating});
    CHECK(newSigns({{Weakness, {"myotomes_lower L5 left"}, 4}}, before).empty());
    CHECK(newSigns({{Weakness, {"myotomes_lower L5 left"}, 3}}, before) == Signs{Weakness});
    CHECK(newSigns({{Weakness, {"myotomes_lower S1 left"}, 4}}, before) == Signs{Weakness});
    CHECK(newSigns({}, before).empty());
}

} // namespace palpate::app
