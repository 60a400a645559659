// SPDX-License-Identifier: MIT
// What the sessions, cases and people of a demonstration say of themselves.
#include "app/Cautions.h"
#include "app/DemoStory.h"
#include "app/Sentences.h"
#include "atlas/BodyMap.h"
#include "domain/Error.h"
#include "reference/Reference.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>

using namespace palpate;

SCENARIO("no session of a demonstration contradicts itself", "[app][demo]") {
    auto& demo = test::demoToRead(60, 11);
    auto& clinic = demo.story.clinic();
    const auto& reference = clinic.reference();
    const auto& all = demo.all;

    THEN("one goes on against an alert with a reason, and has one only there") {
        std::map<PatientId, std::optional<std::vector<Alert>>> alerts;
        for (const auto& patient : all.patients) {
            alerts[patient.id] = patient.alerts;
        }
        int reasons = 0;
        for (const auto& session : all.sessions) {
            for (const auto& treatment : session.treatments) {
                CAPTURE(treatment.technique);
                const auto cautions = app::cautionsFor(
                    alerts[session.patient], treatment.technique,
                    app::placeOf(treatment.target, session, clinic.map(), reference), reference);
                std::set<AlertKey> needed;
                for (const auto& caution : cautions) {
                    if (caution.needsReason) {
                        needed.insert(*caution.alert);
                        CHECK((caution.kind != app::CautionKind::Absolute ||
                               caution.holds == app::CautionHolds::AskPlace));
                    }
                }
                std::set<AlertKey> given;
                for (const auto& reason : treatment.wentOn) {
                    CHECK_FALSE(reason.reason.empty());
                    given.insert(reason.alert);
                }
                CHECK(needed == given);
                CHECK(given.size() == treatment.wentOn.size());
                reasons += static_cast<int>(given.size());
            }
        }
        CHECK(reasons > 0);
    }
    THEN("what was measured and tested is as the tables take it") {
        int motions = 0;
        std::map<reference::TestKind, int> tests;
        for (const auto& session : all.sessions) {
            for (std::size_t i = 0; i < session.motions.size(); ++i) {
                const auto& motion = session.motions[i];
                CAPTURE(motion.at.motion);
                CHECK(reference.motions().problem(motion) == std::nullopt);
                CHECK(motionOf(session, motion.at) == &motion); // once a session
                if (motion.active && motion.passive) {
                    CHECK(*motion.passive >= *motion.active);
                }
                ++motions;
            }
            for (const auto& test : session.tests) {
                CAPTURE(test.at.test);
                CHECK(reference.tests().problem(test, reference.joints()) == std::nullopt);
                CHECK(testOf(session, test.at) == &test);
                ++tests[reference.tests().find(test.at.test)->kind];
            }
            for (const auto& treatment : session.treatments) {
                if (const auto* joint = std::get_if<JointTarget>(&treatment.target)) {
                    if (treatment.technique.text() == "spinal_manipulation") {
                        CHECK((reference.joints().find(joint->joint)->kind ==
                                   reference::JointKind::Segment ||
                               joint->joint.text() == "sacroiliac"));
                    }
                    CHECK(reference.joints().problem(*joint) == std::nullopt);
                    for (const auto& value : treatment.dose) {
                        if (value.field.text() == "joint_level") {
                            CHECK(std::get<std::string>(value.value) ==
                                  reference.joints().find(joint->joint)->logged);
                        }
                    }
                }
            }
            for (const auto& item : session.homeCare) {
                CHECK(reference.homeCare().problem(item) == std::nullopt);
            }
        }
        CHECK(motions > 200);
        CHECK(tests[reference::TestKind::Neurological] > 20);
        CHECK(tests[reference::TestKind::Orthopaedic] > 20);
        CHECK(tests[reference::TestKind::Palpation] > 50);
    }
    THEN("each technique is one that the profession of its practitioner uses") {
        std::map<PractitionerId, Profession> professions;
        for (const auto& person : clinic.store().practitioners().list()) {
            professions.emplace(person.id, person.profession);
        }
        REQUIRE(professions.size() == 3);
        std::map<Profession, int> sessions;
        std::map<Profession, int> joints;
        for (const auto& session : all.sessions) {
            const auto profession = professions.at(session.practitioner);
            ++sessions[profession];
            for (const auto& treatment : session.treatments) {
                CAPTURE(treatment.technique);
                CHECK(reference::isUsedBy(*reference.techniques().find(treatment.technique),
                                          profession));
                joints[profession] += std::holds_alternative<JointTarget>(treatment.target) ? 1 : 0;
            }
        }
        CHECK(sessions.size() == 3);
        CHECK(joints[Profession::Chiropractor] * 2 > sessions[Profession::Chiropractor]);
        CHECK(joints[Profession::MassageTherapist] == 0);
        CHECK(joints[Profession::Physiotherapist] > 0);
    }
    THEN("nothing is said to follow what was not done, and consent goes before treatment") {
        for (const auto& session : all.sessions) {
            if (session.treatments.empty()) {
                CHECK_FALSE(session.painAfter);
                CHECK_FALSE(session.reaction);
            }
            if (session.consent == TodayConsent::Declined) {
                CHECK(session.treatments.empty());
            }
            if (session.endedAt) {
                CHECK(*session.endedAt > session.startedAt);
            }
            if (isSigned(session)) {
                CHECK(session.endedAt.has_value());
                CHECK(session.signature->at >= *session.endedAt);
            }
            for (const auto& treatment : session.treatments) {
                const auto* point = std::get_if<TriggerPointId>(&treatment.target);
                if (point != nullptr) {
                    CHECK(findingAt(session, *point) != nullptr);
                } else {
                    CHECK_FALSE(treatment.tendernessAfter);
                }
            }
            CHECK(problems(session.checkIn).empty());
        }
    }
    THEN("the word that settles a point says what its values say") {
        std::map<TriggerPointId, Finding> last;
        std::map<Settled, int> words;
        auto sessions = all.sessions;
        std::ranges::stable_sort(sessions, {}, &Session::startedAt);
        for (const auto& session : sessions) {
            for (const auto& finding : session.findings) {
                const auto before = last.find(finding.point.id);
                if (finding.settled) {
                    ++words[*finding.settled];
                    REQUIRE(before != last.end());
                    const auto& was = before->second;
                    switch (*finding.settled) {
                    case Settled::Still:
                        CHECK(finding.tenderness == was.tenderness);
                        CHECK(finding.state == was.state);
                        break;
                    case Settled::Better:
                        CHECK(finding.tenderness < was.tenderness);
                        break;
                    case Settled::Worse:
                        CHECK(finding.tenderness > was.tenderness);
                        break;
                    case Settled::Gone:
                        CHECK(finding.state == State::Resolved);
                        CHECK(was.state != State::Resolved);
                        break;
                    }
                }
                if (isAssessed(finding)) {
                    last.insert_or_assign(finding.point.id, finding);
                }
            }
        }
        for (const auto word : {Settled::Still, Settled::Better, Settled::Worse, Settled::Gone}) {
            CAPTURE(name(word));
            CHECK(words[word] > 10);
        }
    }
    THEN("the notes tell what the entries hold") {
        int told = 0;
        std::map<CaseId, std::vector<Session>> earlier;
        auto sessions = all.sessions;
        std::ranges::stable_sort(sessions, {}, &Session::startedAt);
        for (const auto& session : sessions) {
            const auto& subjective = noteOf(session, NotePart::Subjective).text;
            const auto& plan = noteOf(session, NotePart::Plan).text;
            CAPTURE(subjective, plan);
            const auto& treatment = noteOf(session, NotePart::Treatment);
            CHECK(treatment.authorship == Authorship::Composed);
            CHECK(treatment.text == app::composedTreatment(session, reference));
            if (session.checkIn.homeCareDays &&
                subjective.find(" of seven days") != std::string::npos) {
                constexpr std::array<std::string_view, 8> kCounts{"none", "one",  "two", "three",
                                                                  "four", "five", "six", "all"};
                const auto days = static_cast<std::size_t>(*session.checkIn.homeCareDays);
                CHECK(subjective.find(std::string{kCounts.at(days)} + " of seven days") !=
                      std::string::npos);
                ++told;
            }
            if (subjective.find("Sleeps well") != std::string::npos) {
                CHECK(session.checkIn.sleepHours.value_or(7) >= 7);
            }
            if (subjective.find("Sits most of the day") != std::string::npos) {
                CHECK(session.checkIn.sittingHours.value_or(6) >= 6);
            }
            if (plan.find("Next visit") != std::string::npos) {
                CHECK(session.nextVisit.has_value());
            }
            if (plan.find("At home: ") != std::string::npos ||
                plan.find("Keep up ") != std::string::npos) {
                CHECK_FALSE(session.homeCare.empty());
            }
            if (session.course == Course::Gone && session.painWorst) {
                CHECK(session.painWorst->value() == 0);
            }
            auto& before = earlier[session.caseId];
            if (session.painAreas.empty()) {
                CHECK(noteOf(session, NotePart::Objective).text ==
                      app::composedObjective(session, before, reference, {}));
            }
            before.push_back(session);
        }
        CHECK(told > 20);
    }
    THEN("a case that is over says so, with its day and its outcome") {
        int reached = 0;
        for (const auto& record : all.cases) {
            CAPTURE(record.complaint, record.outcome);
            REQUIRE_FALSE(record.goals.empty());
            CHECK(record.goals.front().text.size() > 3);
            CHECK((record.status == CaseStatus::Open) == !record.closed.has_value());
            CHECK((record.status == CaseStatus::Open) == record.outcome.empty());
            CHECK((record.status == CaseStatus::ReferredOn) == !record.referredTo.empty());
            for (const auto& goal : record.goals) {
                reached += goal.reached ? 1 : 0;
                CHECK((!goal.reached || *goal.reached >= record.opened));
            }
            for (const auto& technique : record.plan.techniques) {
                CHECK(reference.techniques().find(technique) != nullptr);
            }
            for (const auto& code : record.furtherDiagnoses) {
                CHECK(reference.diagnoses().find(code) != nullptr);
                CHECK(code != record.diagnosisCode);
            }
        }
        CHECK(reached > 10);
    }
}
