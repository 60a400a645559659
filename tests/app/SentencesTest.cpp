// SPDX-License-Identifier: MIT
#include "app/Sentences.h"

#include "app/OpenClinic.h"
#include "app/PainWords.h"
#include "atlas/BodyMap.h"
#include "reference/Reference.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

namespace palpate::app {

namespace {

using Catch::Matchers::ContainsSubstring;

[[nodiscard]] const reference::Reference& tables() {
    return test::shippedKnowledge().reference();
}

[[nodiscard]] Session with(std::vector<Finding> findings, std::vector<Treatment> treatments = {}) {
    auto session = test::aSession();
    session.findings = std::move(findings);
    session.treatments = std::move(treatments);
    return session;
}

/// The session `days` from the day of the stories.
[[nodiscard]] Session on(int days, Session session) {
    session.startedAt += std::chrono::days{days};
    return session;
}

} // namespace

SCENARIO("the Objective says what was entered and no more") {
    const auto said = [](const Session& session, const std::vector<Session>& earlier = {}) {
        return composedObjective(session, earlier, tables(), {});
    };
    GIVEN("nothing") {
        CHECK(said(test::aSession()).empty());
    }
    GIVEN("an active point with all signs, treated") {
        const auto session =
            with({test::anActiveFindingOn("quadratus_lumborum")}, {test::aTreatmentAt()});
        THEN("it says what was found") {
            CHECK(said(session) ==
                  "Active trigger point in the right quadratus lumborum (tenderness 6/10): taut "
                  "band, tender spot and referred pain; pain recognised by the patient.");
        }
        THEN("what was done stands in a paragraph of its own") {
            CHECK(composedTreatment(session, tables()) ==
                  "Pressure release of the right quadratus lumborum, held 60 s: tenderness from "
                  "6/10 to 3/10.");
        }
    }
    GIVEN("a point followed from last time") {
        auto now = test::anActiveFindingOn("piriformis");
        now.signs = {};
        now.state = State::Latent;
        now.tenderness = test::tenderness(2);
        const auto before = on(-5, with({test::anActiveFindingOn("piriformis")}));
        CHECK(said(with({now}), {before}) == "Latent trigger point in the right piriformis (was "
                                             "active; tenderness 2/10, was 6).");
        THEN("a session between, in which it was not looked at, gives the comparison a day") {
            const auto between = on(-2, with({test::aFindingOn("piriformis")}));
            CHECK(said(with({now}), {before, between}) ==
                  "Latent trigger point in the right piriformis (was active; tenderness 2/10, was "
                  "6; last assessed on 18 Nov).");
        }
        THEN("the same tenderness is unchanged") {
            now.state = State::Active;
            now.tenderness = test::tenderness(6);
            CHECK(said(with({now}), {before}) ==
                  "Active trigger point in the right piriformis (tenderness 6/10, unchanged).");
        }
    }
    GIVEN("signs that were looked for and not found") {
        auto finding = test::aFindingOn("gluteus_medius");
        finding.side = Side::Left;
        finding.signs.tautBand = Sign::Absent;
        finding.signs.twitch = Sign::Absent;
        CHECK(said(with({finding})) == "Point in the left gluteus medius, state not judged: no "
                                       "taut band or local twitch response.");
    }
    GIVEN("a point that nobody looked at") {
        CHECK(said(with({test::aFindingOn("piriformis")})) ==
              "Not assessed today: right piriformis.");
    }
    GIVEN("a threshold, in the clinic's unit") {
        auto finding = test::aFindingOn("soleus");
        finding.threshold = Pressure::kilopascals(210);
        const auto unit = [&](PressureUnit chosen) {
            return composedObjective(with({finding}), {}, tables(), {}, chosen);
        };
        CHECK_THAT(unit(PressureUnit::Kilopascals), ContainsSubstring("threshold 210 kPa)"));
        CHECK_THAT(unit(PressureUnit::KgfPerCm2), ContainsSubstring("threshold 2.1 kg/cm²)"));
        CHECK_THAT(unit(PressureUnit::NewtonsPerCm2), ContainsSubstring("threshold 21 N/cm²)"));
    }
}

SCENARIO("one word about a carried point is said as what it is") {
    const auto before = on(-5, with({test::anActiveFindingOn("soleus")}));
    const auto said = [&](Settled word, std::optional<int> tender = {}) {
        auto finding = settledFrom(before.findings.front(), word);
        if (tender) {
            finding.tenderness = test::tenderness(*tender);
        }
        return composedObjective(with({finding}), std::vector{before}, tables(), {});
    };
    CHECK(said(Settled::Still) ==
          "Active trigger point in the right soleus (tenderness 6/10, unchanged since 18 Nov).");
    CHECK(said(Settled::Still, 5) == "Active trigger point in the right soleus (tenderness 5/10, "
                                     "was 6; otherwise unchanged since 18 Nov).");
    CHECK(said(Settled::Better) == "Point in the right soleus, state not judged (better than last "
                                   "time, tenderness not rated).");
    CHECK(said(Settled::Worse, 8) == "Point in the right soleus, state not judged (tenderness "
                                     "8/10, was 6; worse than last time).");
    CHECK(said(Settled::Gone) == "Trigger point in the right soleus no longer found (active with "
                                 "tenderness 6/10 on 18 Nov).");
}

SCENARIO("the Treatment says nothing that was not entered") {
    auto session = test::aSession();
    const auto said = [&] { return composedTreatment(session, tables()); };
    CHECK(said().empty());
    GIVEN("unwanted effects were asked for, or not") {
        session.treatments = {test::aRegionTreatment()};
        CHECK_THAT(said(), !ContainsSubstring("nwanted"));
        session.reaction = Reaction{};
        CHECK_THAT(said(), ContainsSubstring("Unwanted effects: none reported."));
        session.reaction = Reaction{.grade = ReactionGrade::Severe};
        CHECK_THAT(said(), ContainsSubstring("Severe unwanted effect."));
    }
    GIVEN("a field of the log without words of its own") {
        session.treatments = {test::aRegionTreatment()};
        session.treatments[0].technique = test::key<TechniqueKey>("a_clinics_own");
        session.treatments[0].dose = {{.field = test::key<LogFieldKey>("warmth"), .value = 3.0},
                                      {.field = test::key<LogFieldKey>("oil"), .value = true}};
        CHECK(said() == "A_clinics_own of the right lumbar region, warmth 3, oil: yes: pain from "
                        "5/10 to 4/10.");
    }
    GIVEN("the same technique once more at the same place") {
        session.findings = {test::anActiveFindingOn("soleus")};
        session.treatments = {test::aTreatmentAt(1, 1), test::aTreatmentAt(1, 2)};
        CHECK_THAT(said(), ContainsSubstring("Pressure release of the right soleus again, held"));
    }
}

TEST_CASE("every log field of every technique is said, with what was logged") {
    const auto valueFor = [](const reference::LogField& field) -> decltype(LogValue::value) {
        switch (field.type) {
        case reference::FieldType::Boolean:
            return true;
        case reference::FieldType::Choice:
            return field.choices.back();
        case reference::FieldType::Text:
            return field.isDate ? std::string{"2026-11-23"} : std::string{"own words"};
        case reference::FieldType::Number:
        case reference::FieldType::Integer:
        case reference::FieldType::Duration:
            break;
        }
        return *field.max;
    };
    for (const auto& technique : tables().techniques().all()) {
        for (const auto& field : technique.logFields) {
            auto session = test::aSession();
            session.treatments = {test::aRegionTreatment()};
            auto& treatment = session.treatments.front();
            treatment.painBefore.reset();
            treatment.painAfter.reset();
            treatment.technique = technique.key;
            treatment.dose.clear();
            const auto without = composedTreatment(session, tables());
            const auto* known = tables().logFields().find(field);
            REQUIRE(known != nullptr);
            treatment.dose = {{.field = field, .value = valueFor(*known)}};
            INFO(technique.key.text() << ", " << field.text());
            const auto with = composedTreatment(session, tables());
            CHECK(with != without);
            INFO(with);
            CHECK(with.find('{') == std::string::npos);
            CHECK(with.find('_') == std::string::npos);
        }
    }
}

TEST_CASE("every test and motion of the tables gives a sentence with its side and unit") {
    for (const auto& motion : tables().motions().all()) {
        auto session = test::aSession();
        session.motions = {
            {.at = {.motion = motion.key, .side = motion.sided ? Side::Left : Side::Middle},
             .active = motion.high}};
        const auto text = composedObjective(session, {}, tables(), {});
        INFO(text);
        CHECK((text.find(" left ") != std::string::npos) == motion.sided);
        CHECK_THAT(text, ContainsSubstring(motion.unit == "degrees" ? "°" : " " + motion.unit));
        CHECK_THAT(text, ContainsSubstring("; usual "));
    }
    for (const auto& test : tables().tests().all()) {
        auto session = test::aSession();
        TestResult result{.at = {.test = test.key, .side = test.sided ? Side::Left : Side::Middle},
                          .result = 1.0};
        if (!test.choices.empty()) {
            result.result = test.choices.back();
        }
        if (!test.parts.empty()) {
            result.at.part = test.parts.back().id;
        }
        if (reference::needsSite(test)) {
            result.at.site = test::key<RegionKey>("lumbar");
        }
        session.tests = {result};
        const auto text = composedObjective(session, {}, tables(), {});
        INFO(test.key.text() << ": " << text);
        CHECK(text.ends_with("."));
        CHECK((text.find("left") != std::string::npos) == test.sided);
        CHECK(text.find('_') == std::string::npos);
        CHECK(text.find("{") == std::string::npos);
    }
}

SCENARIO("everyday life is said in one sentence, and only what was asked") {
    auto session = test::aSession();
    CHECK(checkInSentence(session, {}).empty());
    session.checkIn.stress = StressScore::from(4);
    CHECK(checkInSentence(session, {}) == "Stress 4/10.");
    session.checkIn.activeDays = 0;
    session.checkIn.waterLitres = 1;
    auto before = on(-5, test::aSession(1));
    before.checkIn.stress = StressScore::from(6);
    before.checkIn.waterLitres = 1;
    CHECK(checkInSentence(session, std::vector{before}) ==
          "Stress 4/10 (was 6/10), drank 1 litre of water a day, no exercise in the last 7 days.");
}

SCENARIO("drawn pain is said in one plain sentence") {
    const auto& map = test::shippedKnowledge().map();
    const auto square = [](double x, double y, double side) {
        return std::vector<Polygon>{{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}}};
    };
    const auto said = [&](const std::vector<PainArea>& areas, const std::vector<PainArea>& last) {
        return composedPain(areas, drawnPain(map, areas),
                            last.empty() ? std::nullopt : std::optional{drawnPain(map, last)});
    };
    auto area = test::aPainArea();
    area.shape = square(400, 690, 40);
    area.quality = PainQuality::Ache;
    area.intensity = test::pain(5);
    area.depth = PainDepth::Deep;
    GIVEN("nothing drawn") {
        CHECK(said({}, {}).empty());
        CHECK(said({}, {area}).empty()); // not drawn this time is not a drawing of nothing
    }
    GIVEN("one area, and a larger one last time") {
        auto last = area;
        last.shape = square(400, 690, 50);
        CHECK(said({area}, {last}) ==
              "The patient drew ache, 5 of 10, deep, over the right lumbar region: 16 cm², "
              "projected area on a standard figure, 9 cm² less than last time.");
        CHECK(said({last}, {area}).ends_with("9 cm² more than last time."));
        CHECK(said({area}, {area}).ends_with("as much as last time."));
    }
    GIVEN("an area of which nothing was told") {
        area.quality.reset();
        area.intensity.reset();
        area.depth.reset();
        CHECK(said({area}, {}) == "The patient drew pain over the right lumbar region: 16 cm², "
                                  "projected area on a standard figure.");
    }
    GIVEN("an area across the midline") {
        area.shape = square(330, 690, 60);
        CHECK(said({area}, {}) ==
              "The patient drew ache, 5 of 10, deep, over the left lumbar region and the right "
              "lumbar region: 36 cm², projected area on a standard figure.");
    }
    GIVEN("two areas, one of them seen from the side") {
        auto other = test::aPainArea(1);
        other.view = View::Right;
        other.shape = square(130, 690, 20);
        other.quality = PainQuality::Radiating;
        other.intensity.reset();
        CHECK(said({area, other}, {}) ==
              "The patient drew ache, 5 of 10, deep, over the right lumbar region; radiating pain "
              "over the right lumbar region: 16 cm² on front and back and 4.0 cm² seen from the "
              "side, "
              "projected area on a standard figure.");
        THEN("no change is said of what can't be added up") {
            auto more = area;
            more.shape = square(400, 690, 50);
            CHECK(said({area, other}, {more}).ends_with("standard figure."));
            CHECK(said({more}, {area, other}).ends_with("standard figure."));
            CHECK(said({more}, {area}).ends_with("9 cm² more than last time."));
        }
        THEN("two areas of the back beside it are not called all") {
            auto third = test::aPainArea(2);
            third.shape = square(300, 690, 20);
            CHECK_THAT(said({area, third, other}, {}),
                       ContainsSubstring("20 cm² on front and back and 4.0 cm² seen from"));
            CHECK_THAT(said({area, third}, {}), ContainsSubstring("20 cm² in all"));
        }
    }
    GIVEN("last time's drawing was of another view only") {
        auto last = area;
        last.view = View::Right;
        last.shape = square(130, 690, 20);
        CHECK(said({area}, {last}).ends_with("standard figure.")); // nothing to compare
    }
    GIVEN("a drawing, in the Objective") {
        auto session = with({test::anActiveFindingOn("piriformis")});
        session.painAreas = {area};
        const auto text = composedObjective(session, {}, tables(), said(session.painAreas, {}));
        CHECK(text.starts_with("The patient drew ache"));
        CHECK(text.find("figure. Active trigger point in the right piriformis") !=
              std::string::npos);
    }
}

SCENARIO("the Plan names what is open, and what was agreed") {
    auto resolved = test::anActiveFindingOn("piriformis", 2);
    resolved.state = State::Resolved;
    CHECK(composedPlan(with({test::anActiveFindingOn("quadratus_lumborum"), resolved}), tables()) ==
          "To re-assess next time: right quadratus lumborum (active).");
    CHECK(composedPlan(test::aSession(), tables()).empty());
    CHECK(composedPlan(with({test::aFindingOn("soleus")}), tables()) ==
          "Still to be assessed, not looked at today: right soleus.");
    auto session = test::aSession();
    session.nextVisit = test::kToday;
    session.homeCare = {{.item = test::key<HomeCareKey>("heat"), .dose = "15 min"}};
    CHECK(composedPlan(session, tables()) ==
          "Home care: heat (15 min). Next visit Mon 23 Nov 2026.");
}

} // namespace palpate::app
