// SPDX-License-Identifier: MIT
// The contract of the session repository, through its public face only.
#include "domain/Error.h"
#include "storage/TestClinic.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <catch2/matchers/catch_matchers.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <limits>

namespace palpate::test {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

namespace {

[[nodiscard]] PainArea smaller(PainArea area) {
    area.shape.pop_back();
    area.quality = PainQuality::Burning;
    area.depth = {};
    return area;
}

[[nodiscard]] Treatment goneOnWith(Treatment treatment) {
    treatment.wentOn = {{key<AlertKey>("osteoporosis"), "no pressure"}};
    return treatment;
}

[[nodiscard]] Treatment onJoint(Treatment treatment) {
    treatment.target = JointTarget{key<JointKey>("sacroiliac"), Side::Right};
    treatment.wentOn.pop_back();
    return treatment;
}

} // namespace

TEST_CASE("a session comes back as it went in", "[storage]") {
    OpenClinic clinic;
    const auto session = GENERATE(aSession(), aFullSession());
    clinic.store->sessions().begin(session);
    CHECK(clinic.store->sessions().find(session.id) == session);

    SECTION("also after the store was closed and opened") {
        clinic.store.reset();
        clinic.store = clinic.open();
        CHECK(clinic.store->sessions().find(session.id) == session);
    }
    SECTION("and not at all when it is unknown") {
        CHECK_FALSE(clinic.store->sessions().find(aSession(9).id).has_value());
        CHECK_FALSE(clinic.store->sessions().open(aSession(9).id).has_value());
    }
}

SCENARIO("an open session is edited step by step", "[storage]") {
    GIVEN("a full draft") {
        OpenClinic clinic;
        auto& sessions = clinic.store->sessions();
        const auto before = aFullSession();
        sessions.begin(before);

        const std::vector<SessionStep> steps{
            {SetPain{PainMoment::Now, pain(2)}, SetPain{PainMoment::Worst, std::nullopt}},
            {SetCourse{std::nullopt}},
            {SetNote{NotePart::Plan, written("Rest.")}, SetNote{NotePart::Objective, {}}},
            {PutFinding{anActiveFindingOn("piriformis", 3)}, PutTreatment{aTreatmentAt(3, 77)}},
            {PutFinding{carriedFrom(before.findings[0])}},
            {RemoveTreatment{before.treatments[0].id}},
            {RemoveTreatment{before.treatments[1].id}, PutTreatment{before.treatments[1]}},
            removalOf(before, before.findings[0].point.id),
            {PutPainArea{aPainArea(77)}, RemovePainArea{before.painAreas[2].id}},
            {PutPainArea{smaller(before.painAreas[0])}},
            {RemovePainArea{before.painAreas[0].id}},
            {RemovePainArea{before.painAreas[1].id}, PutPainArea{before.painAreas[1]}},
            {SetTimes{kNow - std::chrono::hours{30}, {}}},
            {SetConsent{TodayConsent::Declined}, SetReaction{}},
            {SetConsent{}, SetReaction{Reaction{ReactionGrade::Severe, "fainted"}}},
            {SetCheckIn{}, SetNextVisit{}},
            {SetCheckIn{{.sleepHours = 0.0, .activeDays = 7}}},
            {SetNote{NotePart::Treatment, {}}},
            {PutFinding{settledFrom(before.findings[0], Settled::Still)}},
            {PutTreatment{goneOnWith(before.treatments[2])}},
            {PutTreatment{onJoint(before.treatments[0])}},
            {RemoveTreatment{before.treatments[3].id}},
            {RemoveMotion{before.motions[0].at}},
            {RemoveMotion{before.motions[0].at}, PutMotion{before.motions[0]}},
            {PutMotion{{.at = before.motions[1].at, .passive = 80.0}}},
            {RemoveTest{before.tests[2].at}, RemoveTest{before.tests[0].at}},
            {RemoveTest{before.tests[0].at}, PutTest{before.tests[0]}},
            {PutTest{{.at = before.tests[0].at, .result = std::string{"negative"}}}},
            {PutTest{{.at = {key<TestKey>("slump"), {}, Side::Left, {}}, .result = 1.5}}},
            {RemoveHomeCare{before.homeCare[0].item}, PutHomeCare{before.homeCare[0]}},
            {PutHomeCare{{before.homeCare[1].item, "20 min"}}},
            {RemoveHomeCare{before.homeCare[0].item}, RemoveHomeCare{before.homeCare[1].item}},
        };
        const auto& step = steps.at(GENERATE(range(std::size_t{0}, std::size_t{32})));
        WHEN("a step is applied") {
            sessions.apply(before.id, step);
            THEN("the record is what the domain says, and undo brings everything back") {
                CHECK(sessions.find(before.id) == applied(before, step));
                sessions.apply(before.id, inverse(before, step));
                CHECK(sessions.find(before.id) == before);
            }
        }
    }
}

SCENARIO("edits that can't be are refused and change nothing", "[storage]") {
    OpenClinic clinic;
    auto& sessions = clinic.store->sessions();
    const auto session = aFullSession();
    sessions.begin(session);
    const auto apply = [&](const SessionStep& step) { sessions.apply(session.id, step); };

    auto otherPoint = anActiveFindingOn("piriformis", 1);
    otherPoint.point.id = aPoint(9).id;
    auto renumbered = session.findings[0];
    renumbered.point.number = 7;
    CHECK_THROWS_AS(apply({PutFinding{otherPoint}}), EditRefused);
    CHECK_THROWS_AS(apply({PutFinding{renumbered}}), EditRefused);
    CHECK_THROWS_AS(apply({RemoveFinding{session.findings[0].point.id}}), EditRefused);
    CHECK_THROWS_AS(apply({SetPain{PainMoment::Now, pain(1)}, RemoveFinding{aPoint(5).id}}),
                    EditRefused);
    CHECK_THROWS_AS(sessions.apply(aSession(4).id, SessionStep{SetCourse{}}), EditRefused);
    CHECK(sessions.find(session.id) == session);

    SECTION("a number of another session of the case stays that point's") {
        sessions.begin(aSession(1));
        CHECK_THROWS_AS(sessions.apply(aSession(1).id, SessionStep{PutFinding{otherPoint}}),
                        EditRefused);
    }
    SECTION("a point's number is free again when its last finding is gone") {
        apply(removalOf(session, session.findings[0].point.id));
        apply({PutFinding{otherPoint}});
        CHECK(sessions.find(session.id)->findings.size() == 2);
    }
    SECTION("a measurement that is no number") {
        auto nowhere = session.findings[0];
        nowhere.at.x = std::numeric_limits<double>::quiet_NaN();
        CHECK_THROWS_AS(apply({PutFinding{nowhere}}), StorageError);
        CHECK(sessions.find(session.id) == session);
    }
    SECTION("a pain area that is no shape") {
        auto area = aPainArea(50);
        SECTION("for it is empty") {
            area.shape.clear();
        }
        SECTION("for it has a place nowhere") {
            area.shape[0][0][1].y = std::numeric_limits<double>::quiet_NaN();
        }
        SECTION("for it lies between the tenths of a millimetre") {
            area.shape[0][0][1].x += 0.05;
        }
        CHECK_THROWS_AS(apply({SetCourse{Course::Gone}, PutPainArea{area}}), EditRefused);
        auto other = aSession(3);
        other.painAreas = {area};
        CHECK_THROWS_AS(sessions.begin(other), EditRefused);
        CHECK_FALSE(sessions.find(other.id).has_value());
    }
    SECTION("a motion without a value, or one that is no number") {
        CHECK_THROWS_AS(apply({PutMotion{{.at = session.motions[0].at}}}), EditRefused);
        const auto nan = std::numeric_limits<double>::quiet_NaN();
        CHECK_THROWS_AS(apply({PutMotion{{.at = session.motions[0].at, .active = nan}}}),
                        StorageError);
        CHECK_THROWS_AS(apply({PutTest{{.at = session.tests[1].at, .result = nan}}}), StorageError);
        CHECK_THROWS_AS(apply({PutTest{{.at = session.tests[1].at, .result = 1.0, .also = nan}}}),
                        StorageError);
        CHECK(sessions.find(session.id) == session);
    }
    SECTION("everyday life that can't be") {
        CHECK_THROWS_MATCHES(apply({SetCheckIn{{.sleepHours = 25.0}}}), EditRefused,
                             MessageMatches(ContainsSubstring("Sleep")));
        CHECK_THROWS_AS(apply({SetCheckIn{{.activeDays = 8}}}), EditRefused);
        CHECK_THROWS_AS(
            apply({SetCheckIn{{.waterLitres = std::numeric_limits<double>::quiet_NaN()}}}),
            EditRefused);
        CHECK(sessions.find(session.id) == session);
    }
    SECTION("going on without a reason") {
        auto treatment = goneOnWith(session.treatments[2]);
        treatment.wentOn[0].reason = "  ";
        CHECK_THROWS_MATCHES(apply({PutTreatment{treatment}}), EditRefused,
                             MessageMatches(ContainsSubstring("needs a reason")));
        CHECK(sessions.find(session.id) == session);
    }
    SECTION("the same motion, test or home care twice in a new session") {
        auto other = aSession(3);
        SECTION("motion") {
            other.motions = {session.motions[0], session.motions[0]};
        }
        SECTION("test") {
            other.tests = {session.tests[3], session.tests[3]};
        }
        SECTION("home care") {
            other.homeCare = {session.homeCare[0], session.homeCare[0]};
        }
        CHECK_THROWS_MATCHES(sessions.begin(other), EditRefused,
                             MessageMatches(ContainsSubstring("twice")));
        CHECK_FALSE(sessions.find(other.id).has_value());
    }
    SECTION("a pain area of another session") {
        auto other = aSession(3);
        other.painAreas = {aPainArea(60)};
        sessions.begin(other);
        CHECK_THROWS_AS(apply({PutPainArea{aPainArea(60)}}), StorageError);
    }
    SECTION("a text that is not UTF-8") {
        CHECK_THROWS_AS(apply({SetNote{NotePart::Plan, written("\xFF\xFE")}}), StorageError);
        CHECK(sessions.find(session.id) == session);
    }
}

TEST_CASE("a session begins only as a draft of its own patient's case", "[storage]") {
    OpenClinic clinic;
    auto& sessions = clinic.store->sessions();
    auto session = aFullSession();
    SECTION("another patient") {
        session.patient = aPatient(5).id;
    }
    SECTION("an unknown case") {
        session.caseId = aCase(5).id;
    }
    SECTION("a signature from outside") {
        session = signedAs(session, aSignature());
    }
    SECTION("an addendum from outside") {
        session.addenda = {anAddendum()};
    }
    SECTION("a treatment at a point that was not found") {
        session.findings.erase(session.findings.begin());
    }
    CHECK_THROWS_AS(sessions.begin(session), EditRefused);
    CHECK(sessions.count() == 0);
    CHECK(clinic.store->verify().isSound());
}

SCENARIO("a session is signed", "[storage]") {
    OpenClinic clinic;
    auto& sessions = clinic.store->sessions();
    const auto session = aFullSession();
    sessions.begin(session);
    const auto signature = sessions.sign(session.id, kNow);

    THEN("it comes back with its signature, and frozen") {
        CHECK(signature.by == aPractitioner().id);
        CHECK(sessions.find(session.id) == signedAs(session, signature));
        CHECK_THROWS_AS(sessions.apply(session.id, SessionStep{SetCourse{}}), EditRefused);
        CHECK_THROWS_AS(sessions.discardDraft(session.id), EditRefused);
        CHECK_THROWS_AS(sessions.sign(session.id, kNow), EditRefused);
        CHECK(clinic.store->verify().isSound());
    }
    THEN("only an addendum can follow") {
        sessions.addAddendum(session.id, anAddendum());
        CHECK(sessions.find(session.id)->addenda == std::vector{anAddendum()});
        auto other = anAddendum(1);
        other.by = idOf<PractitionerId>(77);
        CHECK_THROWS_AS(sessions.addAddendum(session.id, other), AccessDenied);
        CHECK(clinic.store->verify().isSound());
    }
}

TEST_CASE("signing takes something to sign, and one's own session", "[storage]") {
    OpenClinic clinic;
    auto& sessions = clinic.store->sessions();
    sessions.begin(aSession());
    CHECK_THROWS_AS(sessions.sign(aSession().id, kNow), EditRefused);
    CHECK_THROWS_AS(sessions.addAddendum(aSession().id, anAddendum()), EditRefused);
    CHECK_THROWS_AS(sessions.sign(aSession(3).id, kNow), EditRefused);

    auto colleague = aPractitioner();
    colleague.id = idOf<PractitionerId>(2);
    colleague.userName = "lindqvist";
    colleague.role = Role::Practitioner;
    clinic.store->practitioners().add(colleague, "another password", storage::KdfCost::forTests());
    auto theirs = aFullSession(1);
    theirs.practitioner = colleague.id;
    sessions.begin(theirs);
    CHECK_THROWS_AS(sessions.sign(theirs.id, theirs.startedAt), AccessDenied);

    const auto second = clinic.open("Lindqvist", "another password");
    CHECK(second->signedIn() == colleague);
    CHECK_NOTHROW(second->sessions().sign(theirs.id, theirs.startedAt));
    CHECK(clinic.store->verify().isSound());
}

TEST_CASE("a bulk of sessions begun and signed in one transaction proves itself", "[storage]") {
    OpenClinic clinic;
    auto& sessions = clinic.store->sessions();
    clinic.store->atomically([&] {
        for (std::uint32_t i = 0; i < 5; ++i) {
            sessions.begin(aFullSession(i));
            sessions.sign(aFullSession(i).id, kNow + std::chrono::weeks{i});
        }
    });
    CHECK(sessions.ofPatient(aPatient().id).size() == 5);
    CHECK(clinic.store->verify().isSound());
}

TEST_CASE("what is signed is what is stored, not what was meant", "[storage]") {
    OpenClinic clinic;
    auto& sessions = clinic.store->sessions();
    const auto session = aFullSession();
    clinic.store->atomically([&] {
        sessions.begin(session);
        sessions.apply(session.id, SessionStep{SetPain{PainMoment::Now, pain(1)}});
        sessions.sign(session.id, kNow);
    });
    CHECK(sessions.find(session.id)->painNow == pain(1));
    CHECK(clinic.store->verify().isSound());
}

TEST_CASE("sessions are listed by case, patient and author", "[storage]") {
    OpenClinic clinic;
    auto& sessions = clinic.store->sessions();
    for (const auto number : {2U, 0U, 1U}) { // not begun in the order of their days
        sessions.begin(aFullSession(number));
    }
    sessions.sign(aFullSession(1).id, aFullSession(1).startedAt);

    const auto whole = sessions.ofPatient(aPatient().id);
    REQUIRE(whole.size() == 3);
    CHECK(whole[0] == aFullSession(0));
    CHECK(whole[2] == aFullSession(2));
    CHECK(sessions.ofCase(aCase().id) == whole);
    CHECK(sessions.ofCase(aCase(3).id).empty());
    CHECK(sessions.ofPatient(aPatient(3).id).empty());

    const auto rows = sessions.list(aPatient().id, 2);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].id == aFullSession(2).id);
    CHECK(rows[1].isSigned);
    CHECK(rows[1].findings == 2);
    CHECK(rows[1].treatments == 4);
    CHECK(rows[1].painNow == pain(6));
    CHECK(rows[1].snippet == "Myofascial pain, improving.");

    const auto drafts = sessions.recentDrafts(aPractitioner().id, 10);
    REQUIRE(drafts.size() == 2);
    CHECK(drafts[0].id == aFullSession(2).id);
    CHECK(drafts[1].id == aFullSession(0).id);
    CHECK(sessions.recentDrafts(idOf<PractitionerId>(9), 10).empty());
}

TEST_CASE("the trail tells what changed in a pain area, also that only the order did",
          "[storage]") {
    OpenClinic clinic;
    auto& sessions = clinic.store->sessions();
    const auto session = aFullSession();
    sessions.begin(session);
    const auto detailOf = [&](const SessionStep& step) {
        sessions.apply(session.id, step);
        return clinic.store->audit().list({.patient = aPatient().id, .limit = 1}).at(0).detail;
    };
    const auto first = session.painAreas[0];
    CHECK(detailOf({RemovePainArea{first.id}, PutPainArea{first}}) == "order of the pain areas\n");
    auto longer = session.painAreas[1];
    longer.arrows.pop_back();
    const auto id = longer.id.text();
    CHECK(detailOf({PutPainArea{longer}}) == "-arrow " + id + " 1000,3000 900,3100\n");
    longer.intensity = {};
    CHECK(detailOf({PutPainArea{longer}}) == "-pain_area " + id + " right arm radiating 0 - \n" +
                                                 "+pain_area " + id +
                                                 " right arm radiating - - \n");
}

TEST_CASE("a discarded draft leaves its content in the trail", "[storage]") {
    OpenClinic clinic;
    auto& sessions = clinic.store->sessions();
    sessions.begin(aFullSession());
    sessions.discardDraft(aFullSession().id);
    CHECK_FALSE(sessions.find(aFullSession().id).has_value());
    const auto trail = clinic.store->audit().list({.patient = aPatient().id, .limit = 1});
    REQUIRE(trail.size() == 1);
    CHECK(trail[0].kind == storage::AuditKind::Discard);
    CHECK_THAT(trail[0].detail,
               ContainsSubstring("-note subjective written Slept badly.\\nPain when"));
    CHECK_THAT(trail[0].detail, ContainsSubstring("quadratus_lumborum"));
    CHECK_THAT(trail[0].detail, ContainsSubstring("-arrow 01935b00-02bd-7000-8000-0000000002bd "
                                                  "1000,3000 900,3100\n"));
    CHECK(clinic.store->verify().isSound());
    sessions.begin(aFullSession()); // its points and numbers are free again
}

} // namespace palpate::test
