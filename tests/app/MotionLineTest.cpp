// SPDX-License-Identifier: MIT
#include "app/MotionLine.h"

#include "app/OpenClinic.h"
#include "atlas/BodyMap.h"
#include "reference/Reference.h"
#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>

namespace palpate::app {

namespace {

using Catch::Matchers::ContainsSubstring;
using test::key;

[[nodiscard]] const reference::Reference& tables() {
    return test::shippedKnowledge().reference();
}
[[nodiscard]] MotionLine parsed(std::string_view text,
                                PressureUnit unit = PressureUnit::Kilopascals) {
    return parseMotionLine(text, tables(), test::shippedKnowledge().map(), unit);
}
[[nodiscard]] std::string problemOf(std::string_view text) {
    const auto line = parsed(text);
    return line.problem ? shown(*line.problem) : std::string{};
}
[[nodiscard]] RangeOfMotion motion(std::string_view text) {
    const auto line = parsed(text);
    CAPTURE(text, problemOf(text));
    REQUIRE(line.isClear());
    REQUIRE(std::holds_alternative<RangeOfMotion>(line.entry));
    return std::get<RangeOfMotion>(line.entry);
}
[[nodiscard]] TestResult result(std::string_view text) {
    const auto line = parsed(text);
    CAPTURE(text, problemOf(text));
    REQUIRE(line.isClear());
    REQUIRE(std::holds_alternative<TestResult>(line.entry));
    return std::get<TestResult>(line.entry);
}
[[nodiscard]] std::vector<MotionChoice> offered(std::string_view text, std::size_t limit = 30) {
    return motionChoices(text, tables(), test::shippedKnowledge().map(), limit);
}

struct Measured {
    const char* text;
    const char* motion;
    Side side;
    std::optional<double> active = {};
    std::optional<double> passive = {};
    int pain = -1;
};
struct Tested {
    const char* text;
    const char* test;
    Side side;
    const char* result;
    std::optional<double> also = {};
    const char* part = "";
    const char* site = "";
};

[[nodiscard]] std::string siteText(const TestAt& at) {
    return at.site ? std::visit([](const auto& one) { return one.text(); }, *at.site)
                   : std::string{};
}

} // namespace

SCENARIO("a line measures a motion, in any order") {
    const auto given =
        GENERATE(Measured{"lumbar rotation r 22", "lumbar.rotation", Side::Right, 22},
                 Measured{"lx rot r 22 p 25 pain 3", "lumbar.rotation", Side::Right, 22, 25, 3},
                 Measured{"22 right lx rot", "lumbar.rotation", Side::Right, 22},
                 Measured{"LX ROT L 8°", "lumbar.rotation", Side::Left, 8},
                 Measured{"lx rot r 8/12 3/10", "lumbar.rotation", Side::Right, 8, 12, 3},
                 Measured{"lx rot r p25", "lumbar.rotation", Side::Right, {}, 25},
                 Measured{"lx rot r passive 25", "lumbar.rotation", Side::Right, {}, 25},
                 Measured{"lx rot r a 22 p 25", "lumbar.rotation", Side::Right, 22, 25},
                 Measured{"lx rot r pain 4", "lumbar.rotation", Side::Right, {}, {}, 4},
                 Measured{"lum rot r 12 deg", "lumbar.rotation", Side::Right, 12},
                 Measured{"lumbar flexion 45", "lumbar.flexion", Side::Middle, 45},
                 Measured{"lx sb l 17,5", "lumbar.lateral_flexion", Side::Left, 17.5},
                 Measured{"cx ext 40", "cervical.extension", Side::Middle, 40},
                 Measured{"sh er l 60", "shoulder.external_rotation", Side::Left, 60},
                 Measured{"knee ext r -10", "knee.extension", Side::Right, -10},
                 Measured{"mouth opening 38 mm", "jaw.opening", Side::Middle, 38},
                 Measured{"schober 4.5", "lumbar.modified_schober", Side::Middle, 4.5},
                 Measured{"ffd 12", "spine.fingertip_to_floor", Side::Middle, 12},
                 Measured{"slr l 60 p 70", "hip.straight_leg_raise", Side::Left, 60, 70},
                 Measured{"/lx rot r 22", "lumbar.rotation", Side::Right, 22});
    CAPTURE(given.text);
    const auto measured = motion(given.text);
    CHECK(measured.at.motion.text() == given.motion);
    CHECK(measured.at.side == given.side);
    CHECK(measured.active == given.active);
    CHECK(measured.passive == given.passive);
    CHECK((measured.pain ? measured.pain->value() : -1) == given.pain);
}

SCENARIO("a line gives the result of a test or of palpation") {
    const auto given = GENERATE(
        Tested{"slr l 60 pos", "straight_leg_raise", Side::Left, "positive", 60},
        Tested{"slr l +", "straight_leg_raise", Side::Left, "positive"},
        Tested{"r slump neg", "slump", Side::Right, "negative"},
        Tested{"faber r -", "faber", Side::Right, "negative"},
        Tested{"spurling left positive", "spurling", Side::Left, "positive"},
        Tested{"lhermitte neg", "lhermitte", Side::Middle, "negative"},
        Tested{"empty can r pain and weakness", "empty_can", Side::Right, "pain and weakness"},
        Tested{"empty can r weak", "empty_can", Side::Right, "weakness"},
        Tested{"lachman l grade 2", "lachman", Side::Left, "grade 2 (5-10 mm)"},
        Tested{"lachman l 2", "lachman", Side::Left, "grade 2 (5-10 mm)"},
        Tested{"myotomes lower l5 l 4+", "myotomes_lower", Side::Left, "4+", {}, "L5"},
        Tested{"myotomes leg s1 r 5", "myotomes_lower", Side::Right, "5", {}, "S1"},
        Tested{"knee jerk l4 r 2+", "reflexes_lower", Side::Right, "2+", {}, "L4"},
        Tested{"dermatomes leg l5 l reduced", "dermatomes_lower", Side::Left, "reduced", {}, "L5"},
        Tested{"babinski l down", "babinski", Side::Left, "down"},
        Tested{"tension r ql 2",
               "muscle_tension",
               Side::Right,
               "2 moderate",
               {},
               "",
               "quadratus_lumborum"},
        Tested{"ql r tension 3",
               "muscle_tension",
               Side::Right,
               "3 marked",
               {},
               "",
               "quadratus_lumborum"},
        Tested{"tenderness l piriformis severe",
               "tissue_tenderness",
               Side::Left,
               "3 severe",
               {},
               "",
               "piriformis"},
        Tested{"temperature r upper trap warm",
               "tissue_temperature",
               Side::Right,
               "warm",
               {},
               "",
               "trapezius_descending"},
        Tested{
            "spring l4-l5 stiff", "passive_intervertebral", Side::Middle, "stiff", {}, "", "L4-L5"},
        Tested{"spring t5 l stiff and painful",
               "passive_intervertebral",
               Side::Left,
               "stiff and painful",
               {},
               "",
               "T5"},
        Tested{"paivm right sij painful",
               "passive_intervertebral",
               Side::Right,
               "painful",
               {},
               "",
               "sacroiliac"},
        Tested{"frt r 28 pos", "flexion_rotation", Side::Right, "positive", 28},
        Tested{"ccft 26", "craniocervical_flexion", Side::Middle, "26"});
    CAPTURE(given.text);
    const auto tested = result(given.text);
    CHECK(tested.at.test.text() == given.test);
    CHECK(tested.at.side == given.side);
    CHECK(tested.at.part == given.part);
    CHECK(siteText(tested.at) == given.site);
    REQUIRE(std::holds_alternative<std::string>(tested.result));
    CHECK(std::get<std::string>(tested.result) == given.result);
    CHECK(tested.also == given.also);
}

SCENARIO("a line gives a number that was measured") {
    CHECK(std::get<double>(result("romberg 25").result) == 25);
    CHECK(std::get<double>(result("romberg 25 s").result) == 25);
    CHECK(std::get<double>(result("grip r 32.5 kg").result) == 32.5);
    CHECK(std::get<double>(result("beighton 6").result) == 6);
    CHECK(std::get<double>(result("frt r 28").result) == 28);
    CHECK(std::get<double>(result("ppt r ql 240").result) == 240);
    CHECK(std::get<double>(result("ppt r ql 2.5 kg").result) == Catch::Approx(245.16625));
    const auto inKilograms = parsed("ppt r ql 2.5", PressureUnit::KgfPerCm2);
    REQUIRE(inKilograms.isClear());
    const auto& measured = std::get<TestResult>(inKilograms.entry);
    CHECK(std::get<double>(measured.result) == Catch::Approx(245.16625));
    CHECK(testResultText(measured, tables(), PressureUnit::KgfPerCm2) == "2.5 kg/cm²");
    CHECK(testResultText(measured, tables()) == "245.16625 kPa");
}

SCENARIO("what could be two things asks") {
    CHECK(problemOf("slr l 60") ==
          "Which is meant: Straight-leg raise, range; Straight-leg raise (test)?");
    CHECK_THAT(problemOf("cervical r 40"), ContainsSubstring("Which is meant: Cervical flexion"));
    CHECK_THAT(problemOf("shoulder l 40"), ContainsSubstring("or one of 4 more?"));
    CHECK(problemOf("lx rot 22") == "Left or right: Lumbar rotation?");
    CHECK(problemOf("slump pos") == "Left or right: Slump test?");
    CHECK_THAT(problemOf("tension r biceps 2"), ContainsSubstring("Which place is meant"));
}

SCENARIO("what is wrong is one sentence with an example") {
    CHECK(problemOf("xyz") ==
          "No motion or test is called “xyz”; type it as in: lx rot r 22 p 25 pain 3");
    CHECK(problemOf("22") == "Name a motion or a test, as in: lx rot r 22 p 25 pain 3");
    CHECK(problemOf("lx rot r") == "Lumbar rotation needs a value, as in: lumbar rotation r 18");
    CHECK(problemOf("lx rot r 22 banana") ==
          "“banana” was not understood; type it as in: lx rot r 22 p 25 pain 3");
    CHECK(problemOf("lx rot r 22 pos") ==
          "“pos” was not understood; type it as in: lx rot r 22 p 25 pain 3");
    CHECK(problemOf("lx rot l r 22") ==
          "The line says both left and right; measure one side at a time.");
    CHECK(problemOf("lx rot r 22 25") ==
          "The line has two values; leave “25” out, or write p before the passive one.");
    CHECK(problemOf("lx rot r 22 pain 11") == "11 is no pain score; it goes from 0 to 10.");
    CHECK(problemOf("lx rot r 22 p") ==
          "Behind “p” a number is missing, as in: lx rot r 22 p 25 pain 3");
    CHECK(problemOf("lx rot r 900") == "Lumbar rotation must lie between -60 and 200 degrees.");
    CHECK(problemOf("lx rot r 22 mm") == "Lumbar rotation is measured in degrees, not in mm.");
    CHECK(problemOf("lx flexion r 22") == "Lumbar flexion has no sides; leave left and right out.");
    CHECK(problemOf("slump r") == "What did Slump test give: positive, negative?");
    CHECK_THAT(problemOf("slump r maybe"), ContainsSubstring("it gives: positive, negative."));
    CHECK(problemOf("romberg") == "What did Romberg test give, in s?");
    CHECK_THAT(problemOf("tension r 2"), ContainsSubstring("needs a place"));
    CHECK_THAT(problemOf("slump r not assessed"), ContainsSubstring("it gives: "));
    CHECK(parsed("") == MotionLine{});
    CHECK(parsed("   ") == MotionLine{});
}

TEST_CASE("every motion and every test can be typed by its own name") {
    for (const auto& each : tables().motions().all()) {
        CAPTURE(each.key.text());
        const auto choices = offered(each.key.text());
        REQUIRE_FALSE(choices.empty());
        const auto measured =
            motion(choices.front().line + " " + std::to_string(static_cast<int>(each.low)));
        CHECK(measured.at.motion == each.key);
        CHECK(measured.at.side == (each.sided ? Side::Right : Side::Middle));
    }
    for (const auto& each : tables().tests().all()) {
        CAPTURE(each.key.text());
        if (each.motion) {
            continue; // typed as that motion
        }
        auto text = each.key.text();
        std::ranges::replace(text, '_', ' ');
        text += needsSite(each) ? " ql" : "";
        const auto choices = offered(text);
        REQUIRE_FALSE(choices.empty());
        const auto found = std::ranges::find_if(choices, [&](const MotionChoice& choice) {
            return choice.label.find(each.name) != std::string::npos;
        });
        REQUIRE(found != choices.end());
        const auto value =
            each.scale ? std::to_string(static_cast<int>(each.scale->max)) : each.choices.front();
        CAPTURE(found->line);
        CHECK(result(found->line + " " + value).at.test == each.key);
    }
}

SCENARIO("while one types, what it may become is offered as whole lines") {
    GIVEN("a beginning") {
        const auto choices = offered("lum");
        REQUIRE(choices.size() >= 4);
        CHECK(choices.front().label == "Lumbar flexion · usual 40–60°");
        CHECK(choices.front().line == "lumbar flexion");
    }
    GIVEN("both sides while none is said") {
        const auto choices = offered("lx rot");
        REQUIRE(choices.size() == 2);
        CHECK(choices[0].label == "R lumbar rotation · usual 3–18°");
        CHECK(choices[0].line == "lumbar rotation r");
        CHECK(choices[1].line == "lumbar rotation l");
    }
    GIVEN("values that were typed") {
        const auto choices = offered("lx rot 12 pain 3");
        REQUIRE_FALSE(choices.empty());
        CHECK(choices[0].line == "lumbar rotation r 12 pain 3");
        CHECK(motion(choices[0].line).at.side == Side::Right);
    }
    GIVEN("a name of two things") {
        const auto choices = offered("slr l 60");
        REQUIRE(choices.size() == 2);
        CHECK(choices[0].label == "L straight-leg raise, range · usual 70–90°");
        CHECK(motion(choices[0].line).active == 60);
        CHECK(choices[1].label == "L Straight-leg raise · test");
        CHECK(result(choices[1].line + " pos").also == 60);
    }
    GIVEN("a place of several muscles") {
        const auto choices = offered("tension r biceps 2");
        REQUIRE(choices.size() >= 2);
        for (const auto& choice : choices) {
            CAPTURE(choice.line);
            CHECK(std::get<std::string>(result(choice.line).result) == "2 moderate");
        }
    }
    CHECK(offered("lum", 2).size() == 2);
    CHECK(offered("").empty());
}

TEST_CASE("what was measured reads in words") {
    CHECK(motionLabel({key<MotionKey>("lumbar.lateral_flexion"), Side::Right}, tables()) ==
          "R lumbar side-bending");
    CHECK(motionLabel({key<MotionKey>("lumbar.flexion")}, tables()) == "Lumbar flexion");
    CHECK(motionValueText(key<MotionKey>("lumbar.flexion"), 22.5, tables()) == "22.5°");
    CHECK(motionValueText(key<MotionKey>("jaw.opening"), 38, tables()) == "38 mm");
    CHECK(usualRangeText(key<MotionKey>("chest.expansion"), tables()) == "3–7.5 cm");
    CHECK(usualRangeText(key<MotionKey>("thoracolumbar.flexion"), tables()) == "80°");
    CHECK(testLabel(result("myotomes leg l5 l 4+").at, tables()) == "L Myotomes L2-S1, L5");
    CHECK(testLabel(result("tension r ql 2").at, tables()) ==
          "R Muscle tension, quadratus lumborum");
    CHECK(testResultText(result("slr l 60 pos"), tables()) == "positive, 60°");
    CHECK(testResultText(result("romberg 25"), tables()) == "25 s");
    CHECK(testResultText(result("ccft 26"), tables()) == "26 mmHg");
}

} // namespace palpate::app
