// SPDX-License-Identifier: MIT
// Those patients of a demonstration who are told in full.
#include "app/Cautions.h"
#include "app/DemoStory.h"
#include "atlas/BodyMap.h"
#include "atlas/Painted.h"
#include "domain/Change.h"
#include "domain/Criteria.h"
#include "reference/Reference.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

using namespace palpate;
using palpate::test::DemoStory;

SCENARIO("Ana Kovács is as in the pictures", "[app][demo]") {
    DemoStory story{1, 99};
    auto& store = story.clinic().store();
    const auto all = story.everything();
    REQUIRE(all.patients.size() == 1);
    CHECK(fullName(all.patients[0]) == "Ana Kovács");
    REQUIRE(all.patients[0].alerts);
    CHECK(all.patients[0].alerts->at(0).kind.text() == "anticoagulant");
    REQUIRE(all.sessions.size() == 7);
    const auto first = totalsOf(all.sessions.front().findings);
    CHECK(first.active == 5);
    CHECK(first.latent == 2);
    CHECK(first.totalTenderness == 38);
    const auto now = totalsOf(all.sessions.back().findings);
    CHECK(now.active == 2);
    CHECK(now.latent == 2);
    CHECK(now.totalTenderness == 15);
    CHECK(std::ranges::count_if(all.sessions, isSigned) == 6);
    CHECK_FALSE(isSigned(all.sessions.back()));
    std::vector<double> drawn;
    for (const auto& session : all.sessions) {
        drawn.push_back(
            atlas::paintedTotals(story.clinic().map(), session.painAreas).frontAndBack.value);
    }
    CHECK(std::ranges::is_sorted(drawn, std::ranges::greater{})); // less each time
    CHECK(std::lround(drawn.back()) == 118);
    CHECK(std::lround(drawn.at(5)) == 149);
    REQUIRE(all.sessions.front().painAreas.size() == 2);
    CHECK(all.sessions.front().painAreas.at(1).quality == PainQuality::Radiating);
    CHECK(all.sessions.front().painAreas.at(1).arrows.size() == 1);
    CHECK(all.sessions.back().painAreas.size() == 1);
    CHECK(noteOf(all.sessions.back(), NotePart::Objective)
              .text.starts_with("The patient drew ache, 3 of 10, deep, over the right "));
    const auto known = lastKnown(store.sessions().ofCase(all.cases.at(0).id));
    CHECK(totalsOf(known).resolved == 3);
}

SCENARIO("Ana Kovács's sessions are whole ones", "[app][demo]") {
    DemoStory story{1, 99};
    const auto all = story.everything();
    const auto& reference = story.clinic().reference();
    REQUIRE(all.sessions.size() == 7);
    const auto& first = all.sessions.front();
    const auto& sixth = all.sessions.at(5);
    const auto& now = all.sessions.back();

    THEN("today she sleeps, sits and stretches as in the pictures") {
        CHECK(now.checkIn.sleepHours == 7);
        CHECK(now.checkIn.stress == StressScore::from(4));
        CHECK(now.checkIn.sittingHours == 6);
        CHECK(now.checkIn.homeCareDays == 5);
        CHECK_FALSE(now.endedAt);
        CHECK(now.consent == TodayConsent::Given);
    }
    THEN("side-bending to the right has grown from 17 to 22 degrees, and the note says so") {
        const MotionAt bend{*MotionKey::from("lumbar.lateral_flexion"), Side::Right};
        REQUIRE(motionOf(now, bend) != nullptr);
        CHECK(motionOf(now, bend)->active == 22);
        CHECK(motionOf(sixth, bend)->active == 17);
        const auto& text = noteOf(now, NotePart::Objective).text;
        CAPTURE(text);
        CHECK(text.find("22°") != std::string::npos);
        CHECK(text.find("(was 17°)") != std::string::npos);
    }
    THEN("the numb foot was examined, and nothing found") {
        const auto negative = [&](std::string_view test, Side side) {
            const auto* result = testOf(first, {.test = *TestKey::from(test), .side = side});
            return result != nullptr && result->result == decltype(result->result){"negative"};
        };
        for (const auto side : {Side::Right, Side::Left}) {
            CHECK(negative("straight_leg_raise", side));
            CHECK(negative("slump", side));
        }
        CHECK(first.tests.size() > 15);
        CHECK(first.reaction->grade == ReactionGrade::Mild);
        CHECK(sixth.reaction->grade == ReactionGrade::None);
    }
    THEN("one technique went on in spite of the anticoagulant, with a reason") {
        int reasons = 0;
        for (const auto& session : all.sessions) {
            for (const auto& treatment : session.treatments) {
                const auto cautions = app::cautionsFor(
                    all.patients[0].alerts, treatment.technique,
                    app::placeOf(treatment.target, session, story.clinic().map(), reference),
                    reference);
                CHECK(app::withoutReason(cautions, treatment.wentOn).empty());
                reasons += static_cast<int>(treatment.wentOn.size());
            }
        }
        CHECK(reasons == 1);
    }
    THEN("her case has goals, one reached, a plan, and two words on the telephone and by letter") {
        const auto& record = all.cases.at(0);
        REQUIRE(record.goals.size() == 2);
        CHECK(record.goals[0].reached);
        CHECK_FALSE(record.goals[1].reached);
        CHECK(record.plan.visitsPerWeek == 1);
        CHECK(record.plan.weeks == 8);
        CHECK(all.contacts.size() == 2);
        CHECK(all.patients[0].allergies->size() == 1);
        CHECK(all.patients[0].consents.size() == 2);
    }
}

SCENARIO("each of the three who work there has a patient told in full", "[app][demo]") {
    DemoStory story{3, 4};
    auto& clinic = story.clinic();
    const auto all = story.everything();
    std::map<Profession, std::vector<Session>> sessions;
    for (const auto& session : all.sessions) {
        const auto person = clinic.store().practitioners().find(session.practitioner);
        REQUIRE(person);
        sessions[person->profession].push_back(session);
    }
    CHECK(sessions[Profession::Physiotherapist].size() == 7);
    for (const auto profession : {Profession::Chiropractor, Profession::MassageTherapist}) {
        CAPTURE(name(profession));
        auto& both = sessions[profession];
        REQUIRE(both.size() == 2);
        std::ranges::sort(both, {}, &Session::startedAt);
        CHECK(isSigned(both[0]));
        CHECK_FALSE(isSigned(both[1]));
        for (const auto& session : both) {
            for (const auto& motion : session.motions) {
                CHECK(clinic.reference().motions().problem(motion) == std::nullopt);
            }
            for (const auto& test : session.tests) {
                CHECK(clinic.reference().tests().problem(test, clinic.reference().joints()) ==
                      std::nullopt);
            }
            for (const auto& treatment : session.treatments) {
                CHECK(reference::isUsedBy(
                    *clinic.reference().techniques().find(treatment.technique), profession));
                for (const auto& value : treatment.dose) {
                    CAPTURE(treatment.technique, value.field);
                    CHECK(clinic.reference().logFields().problem(value) == std::nullopt);
                }
                for (const auto& other : (&session == &both[0] ? both[1] : both[0]).treatments) {
                    CHECK(other.technique != treatment.technique); // another visit, other means
                }
            }
        }
    }
    THEN("the other two sign in with the same password") {
        CHECK(clinic.store().practitioners().byUserName("lindqvist"));
        CHECK(clinic.store().practitioners().byUserName("mensah"));
    }
}
