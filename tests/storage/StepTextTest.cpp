// SPDX-License-Identifier: MIT
// A step of the list of undo as text: nothing is lost, and nothing is read that was not written.
#include "storage/StepText.h"

#include "domain/Error.h"
#include "storage/AnyEdit.h"
#include "storage/TestClinic.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <array>
#include <limits>

namespace palpate::test {

namespace {

/// Equal and spelled equally: == alone takes -0 for 0.
void requireSame(const SessionStep& step) {
    const auto text = storage::textOf(step);
    CAPTURE(text);
    const auto back = storage::parseStep(text);
    REQUIRE(back.has_value());
    REQUIRE((*back == step));
    REQUIRE(storage::textOf(*back) == text);
}

} // namespace

TEST_CASE("any step comes back from its text, bit by bit", "[storage]") {
    AnyEdit edits{2026};
    std::array<int, std::variant_size_v<SessionEdit>> kinds{};
    for (int round = 0; round < 1600; ++round) {
        SessionStep step;
        for (int left = edits.below(6); left > 0; --left) {
            step.push_back(edits.next());
            ++kinds.at(step.back().index());
        }
        requireSame(step);
    }
    for (const auto count : kinds) {
        CHECK(count > 50);
    }
}

TEST_CASE("a stranger can read a step", "[storage]") {
    const auto point = aPoint(1).id.text();
    const auto area = aPainArea().id.text();
    auto finding = anActiveFindingOn("psoas_major");
    finding.at.x = 0.1 + 0.2;
    finding.note = "worse\nbending";
    auto radiating = aPainArea();
    radiating.arrows = {{{1, 2}, {3, 4}}};
    CHECK(
        storage::textOf({PutFinding{finding}, SetNote{NotePart::Plan, written("Rest.")},
                         SetPain{PainMoment::Worst, {}}, PutPainArea{radiating},
                         RemoveFinding{aPoint(1).id}}) ==
        "palpate-step 1\n"
        "finding " +
            point +
            " 1 posterior 0.30000000000000004 694 psoas_major R 1 - present present present yes - "
            "- 6 - active - worse\\nbending\n"
            "note plan written Rest.\n"
            "pain worst -\n"
            "pain_area " +
            area +
            " posterior body ache 5 - \n"
            "outline " +
            area +
            " 4000,6805 4502,6805 4502,7301 4000,7301\n"
            "arrow " +
            area +
            " 10,20 30,40\n"
            "remove_finding " +
            point + "\n");
}

TEST_CASE("a stranger can read a step of the whole session", "[storage]") {
    const auto full = aFullSession();
    const auto release = full.treatments[0].id.text();
    auto treatment = full.treatments[0];
    treatment.dose.clear();
    CHECK(storage::textOf(
              {SetTimes{kNow, kNow + std::chrono::minutes{50}}, SetTimes{kNow, {}},
               SetConsent{TodayConsent::Declined}, SetConsent{}, SetCheckIn{full.checkIn},
               SetCheckIn{}, PutFinding{full.findings[0]}, PutTreatment{treatment},
               PutMotion{full.motions[0]}, RemoveMotion{full.motions[1].at}, PutTest{full.tests[1]},
               RemoveTest{full.tests[1].at}, RemoveTest{full.tests[4].at},
               SetReaction{full.reaction}, SetReaction{}, SetNextVisit{kToday}, SetNextVisit{},
               PutHomeCare{full.homeCare[0]}, RemoveHomeCare{full.homeCare[0].item}}) ==
          "palpate-step 1\n"
          "times 2026-11-23T10:45:00Z 2026-11-23T11:35:00Z\n"
          "times 2026-11-23T10:45:00Z -\n"
          "consent declined\n"
          "consent -\n"
          "check_in 5.5 7 0 - 2 0\n"
          "check_in - - - - - -\n"
          "finding " +
              aPoint(1).id.text() +
              " 1 posterior 412.5 694 quadratus_lumborum R 1 ql_superficial_upper present absent - "
              "partly - present 6 230.45627500000003 active key worse on the lateral border\n"
              "settled " +
              aPoint(1).id.text() +
              " better\n"
              "treatment " +
              release + " pressure_release point " + aPoint(1).id.text() +
              " - 3 - - breathing out\n"
              "went_on " +
              release +
              " anticoagulants light pressure,\\nagreed\n"
              "went_on " +
              release +
              " pregnancy first trimester over\n"
              "motion cervical_rotation L 62.5 70 0 stiff at the end\n"
              "remove_motion cervical_rotation R\n"
              "test myotomes L5\\sand\\sS1 L - - number 4 - \n"
              "remove_test myotomes L5\\sand\\sS1 L - -\n"
              "remove_test palpation_tension - R joint L4-L5\n"
              "reaction mild dizzy for a minute\n"
              "reaction -\n"
              "next_visit 2026-11-23\n"
              "next_visit -\n"
              "home_care heat 15 min in the evening\n"
              "remove_home_care heat\n");
}

TEST_CASE("a damaged step is not read", "[storage]") {
    const SessionStep whole{
        PutFinding{aFullSession().findings[0]},   PutTreatment{aFullSession().treatments[0]},
        PutPainArea{aFullSession().painAreas[1]}, SetNote{NotePart::Plan, written("Rest.")},
        PutMotion{aFullSession().motions[0]},     PutTest{aFullSession().tests[2]},
        RemoveTest{aFullSession().tests[1].at},   SetCheckIn{aFullSession().checkIn}};
    const auto text = storage::textOf(whole);
    REQUIRE((storage::parseStep(text) == whole));

    SECTION("cut anywhere but between two edits") {
        for (std::size_t length = 0; length < text.size(); ++length) {
            const auto step = storage::parseStep(text.substr(0, length));
            if (step) {
                REQUIRE(text[length - 1] == '\n');
                REQUIRE(storage::textOf(*step) == text.substr(0, length));
            }
        }
    }
    SECTION("any byte changed: it is refused, or read as what then stands there") {
        for (std::size_t at = 0; at < text.size(); ++at) {
            for (const char c : {'\0', ' ', '\n', '-', '1', 'x', '\\', '\xFF'}) {
                auto changed = text;
                changed[at] = c;
                static_cast<void>(
                    storage::parseStep(changed)); // nothing worse than an empty answer
            }
        }
    }
    const std::string version = "palpate-step 1\n";
    const auto area = aPainArea().id.text();
    for (const auto& line : std::vector<std::string>{
             "",
             "nothing",
             "finding",
             "course",
             "course  ",
             "course better same",
             "course gone ",
             "pain now 11",
             "pain now -1",
             "pain now 5.0",
             "pain then 5",
             "note plan written",
             "note plan typed x",
             "note plan written a\\b",
             "note plan written a\\",
             "dose duration_s number 3",
             "outline " + area + " 1,1 2,2 3,3",
             "pain_area " + area + " posterior body ache 5 - ",
             "pain_area " + area + " posterior arm ache 5 - \noutline " + area + " 1,1 2,2 3,3",
             "pain_area " + area + " left leg ache 5 - \noutline " + area + " 1,1 2,2 3,3",
             "pain_area " + area + " left arm ache 5 - \noutline " + aPainArea(1).id.text() +
                 " 1,1 2,2 3,3",
             "remove_finding " + area + " ",
             "remove_finding 1",
             "treatment " + area + " laser point " + area + " R - - - ",
             "settled " + area + " still",
             "went_on " + area + " pacemaker why",
             "treatment " + area + " laser joint C5 - - - - ",
             "treatment " + area + " laser joint C5 L - - - \nwent_on " + aPainArea(1).id.text() +
                 " pacemaker why",
             "treatment " + area + " laser joint C5 L - - - \nwent_on " + area + " pacemaker",
             "times 2026-11-23T10:45:00Z",
             "times - -",
             "times 2026-11-23T10:45:00 -",
             "consent perhaps",
             "consent",
             "check_in - - - - -",
             "check_in - - - - - - -",
             "check_in nan - - - - -",
             "check_in - 11 - - - -",
             "check_in - - - - 1.5 -",
             "motion x L - - -",
             "motion x L inf - - ",
             "motion x Q 1 - - ",
             "test x - L - - number 1 -",
             "test x  L - - number 1 - ",
             "test x - L - x number 1 - ",
             "test x - L place x number 1 - ",
             "test x - L - - word 1 - ",
             "test x - L - - number x - ",
             "test x a\\b L - - number 1 - ",
             "remove_test x - L - - ",
             "remove_motion x",
             "reaction bad x",
             "reaction mild",
             "reaction - x",
             "next_visit tomorrow",
             "home_care heat",
             "home_care  x",
             "remove_home_care heat x",
             "treatment " + area + " laser muscle psoas_major X - - - ",
             "treatment " + area + " laser point " + area + " - - - - \ndose d number nan",
             "treatment " + area + " laser point " + area + " - - - - \ndose d flag 2"}) {
        CAPTURE(line);
        CHECK_FALSE(storage::parseStep(version + line + "\n").has_value());
    }
    CHECK_FALSE(storage::parseStep("").has_value());
    CHECK_FALSE(storage::parseStep("palpate-step 2\ncourse gone\n").has_value());
    CHECK((storage::parseStep(version + "course gone\n") == SessionStep{SetCourse{Course::Gone}}));
    CHECK((storage::parseStep(version) == SessionStep{}));
}

TEST_CASE("a step that could not be stored is refused", "[storage]") {
    auto finding = aFindingOn("psoas_major");
    finding.at.y = std::numeric_limits<double>::infinity();
    CHECK_THROWS_AS(storage::textOf({PutFinding{finding}}), StorageError);
    auto area = aPainArea();
    area.shape.clear();
    CHECK_THROWS_AS(storage::textOf({PutPainArea{area}}), EditRefused);
}

} // namespace palpate::test
