// SPDX-License-Identifier: MIT
// What patients ask to be changed, and what was answered: written once, in order, and told of.
#include "domain/Error.h"
#include "storage/TestForms.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

namespace palpate::test {

namespace {

using Catch::Matchers::ContainsSubstring;
using storage::AuditKind;
using storage::AuditSubject;

[[nodiscard]] Amendment aRequest(std::uint32_t number = 0) {
    return {.id = idOf<AmendmentId>(950 + number),
            .patient = aPatient().id,
            .session = {},
            .wish = "The pain began in May,\nnot in April.",
            .askedOn = kToday,
            .by = aPractitioner().id,
            .at = kNow + std::chrono::minutes{number}};
}

[[nodiscard]] AmendmentStep aStep(AmendmentStepKind kind, std::string text = "Because it is so.") {
    return {.kind = kind,
            .text = std::move(text),
            .addendum = {},
            .by = aPractitioner().id,
            .at = kNow + std::chrono::hours{1}};
}

[[nodiscard]] Amendment with(Amendment amendment, std::vector<AmendmentStep> steps) {
    amendment.steps = std::move(steps);
    return amendment;
}

/// Ana's session is signed and has an addendum.
struct SignedClinic : OpenClinic {
    SignedClinic() {
        store->sessions().begin(aFullSession(0));
        store->sessions().sign(session, kNow);
        store->sessions().addAddendum(session, anAddendum());
    }
    SessionId session = aFullSession(0).id;
};

} // namespace

SCENARIO("a patient asks for a change, and it is answered", "[storage][amendment]") {
    SignedClinic clinic;
    auto& amendments = clinic.store->amendments();
    auto request = aRequest();
    request.session = clinic.session;
    amendments.add(request);
    auto row = newestRow(*clinic.store);
    CHECK(row.kind == AuditKind::Create);
    CHECK(row.subject == AuditSubject::Amendment);
    CHECK(row.patient == aPatient().id);
    CHECK_THAT(row.detail, ContainsSubstring("+wish The pain began in May,\\nnot in April.\n"));
    CHECK(amendments.find(request.id) == request);
    CHECK(amendments.open() == std::vector{request});

    WHEN("it is accepted with an addendum") {
        auto accepted = aStep(AmendmentStepKind::Accepted, "");
        accepted.addendum = anAddendum().id;
        amendments.addStep(request.id, accepted);
        row = newestRow(*clinic.store);
        CHECK(row.kind == AuditKind::Change);
        CHECK_THAT(row.detail, ContainsSubstring("+addendum " + anAddendum().id.text() + "\n"));
        const auto answered = with(request, {accepted});
        CHECK(amendments.find(request.id) == answered);
        CHECK(amendments.ofPatient(aPatient().id) == std::vector{answered});
        CHECK(amendments.open().empty());
        REQUIRE(answered.answer() != nullptr);
        CHECK(answered.answer()->kind == AmendmentStepKind::Accepted);
        CHECK_THROWS_AS(amendments.addStep(request.id, aStep(AmendmentStepKind::Refused)),
                        RecordChanged);
        CHECK_THROWS_AS(amendments.addStep(request.id, aStep(AmendmentStepKind::Extended)),
                        RecordChanged);
        CHECK_THROWS_AS(amendments.addStep(request.id, aStep(AmendmentStepKind::Disagreement)),
                        EditRefused);
    }
    WHEN("more time is asked for, it is refused, and the patient disagrees twice") {
        const std::vector steps{aStep(AmendmentStepKind::Extended),
                                aStep(AmendmentStepKind::Refused),
                                aStep(AmendmentStepKind::Disagreement, "It was in May."),
                                aStep(AmendmentStepKind::Disagreement, "I have the receipt.")};
        CHECK(answerDue(request) == Date{std::chrono::sys_days{kToday} + std::chrono::days{60}});
        for (const auto& step : steps) {
            amendments.addStep(request.id, step);
        }
        const auto answered = with(request, steps);
        CHECK(amendments.find(request.id) == answered);
        CHECK(answerDue(answered) == Date{std::chrono::sys_days{kToday} + std::chrono::days{90}});
        CHECK(amendments.open().empty());
    }
    CHECK(clinic.store->verify().isSound());
}

SCENARIO("a request that does not fit is not stored", "[storage][amendment]") {
    SignedClinic clinic;
    auto& amendments = clinic.store->amendments();
    clinic.store->patients().add(aPatient(1));
    auto other = aRequest();
    other.patient = aPatient(1).id;
    other.session = clinic.session;
    CHECK_THROWS_AS(amendments.add(other), EditRefused); // somebody else's session
    auto nobodys = aRequest();
    nobodys.patient = aPatient(9).id;
    CHECK_THROWS_AS(amendments.add(nobodys), EditRefused);
    auto theirs = aRequest();
    theirs.by = idOf<PractitionerId>(2);
    CHECK_THROWS_AS(amendments.add(theirs), AccessDenied);
    other.session.reset();
    amendments.add(other);
    auto step = aStep(AmendmentStepKind::Accepted);
    step.addendum = anAddendum().id;
    CHECK_THROWS_AS(amendments.addStep(other.id, step), EditRefused); // Ana's addendum
    CHECK_THROWS_AS(amendments.addStep(other.id, aStep(AmendmentStepKind::Refused, " ")),
                    EditRefused);
    CHECK_THROWS_AS(amendments.addStep(aRequest(5).id, aStep(AmendmentStepKind::Refused)),
                    EditRefused);
    CHECK(amendments.find(other.id)->steps.empty());
}

SCENARIO("requests of merged records are one patient's, those of closed ones nobody's",
         "[storage][amendment]") {
    SignedClinic clinic;
    auto& amendments = clinic.store->amendments();
    clinic.store->patients().add(aPatient(1));
    auto later = aRequest(1);
    later.patient = aPatient(1).id;
    later.askedOn = Date{std::chrono::sys_days{kToday} - std::chrono::days{7}};
    amendments.add(aRequest(0));
    amendments.add(later);
    CHECK(amendments.open() == std::vector{later, aRequest(0)}); // the longest waiting first
    clinic.store->patients().merge(aPatient(1).id, aPatient().id);
    CHECK(amendments.ofPatient(aPatient().id) == std::vector{later, aRequest(0)});
    auto about = aRequest(2); // of the record that goes on, about either's session
    about.session = clinic.session;
    amendments.add(about);
    CHECK(amendments.ofPatient(aPatient().id).size() == 3);

    const Practitioner jo{.id = idOf<PractitionerId>(2),
                          .userName = "jo",
                          .displayName = "J. Moreau",
                          .role = Role::Practitioner};
    clinic.store->practitioners().add(jo, kPassword, storage::KdfCost::forTests());
    const auto store = clinic.open("jo", kPassword);
    CHECK(store->amendments().open().size() == 3);
    clinic.store->access().restrict(aPatient().id, {}, "");
    CHECK(store->amendments().open().empty());
    CHECK_THROWS_AS(store->amendments().find(later.id), RecordRestricted);
    auto step = aStep(AmendmentStepKind::Refused);
    step.by = jo.id;
    CHECK_THROWS_AS(store->amendments().addStep(later.id, step), RecordRestricted);
    CHECK(clinic.store->verify().isSound());
}

TEST_CASE("a request and its answers are written once, and a check finds who changed them",
          "[storage][amendment]") {
    SignedClinic clinic;
    auto& amendments = clinic.store->amendments();
    amendments.add(aRequest(0));
    amendments.add(aRequest(1));
    amendments.addStep(aRequest(0).id, aStep(AmendmentStepKind::Refused));
    amendments.addStep(aRequest(0).id, aStep(AmendmentStepKind::Disagreement));
    REQUIRE(clinic.store->verify().isSound());
    const std::string attack = GENERATE(
        as<std::string>{}, "UPDATE amendment SET wish = 'nothing'",
        "UPDATE amendment SET asked_on = '2026-01-01'", "DELETE FROM amendment WHERE no = 2",
        "DELETE FROM amendment_step WHERE kind = 'disagreement'",
        "UPDATE amendment_step SET kind = 'accepted' WHERE kind = 'refused'",
        "UPDATE amendment_step SET text = 'It is so.'",
        "INSERT OR REPLACE INTO amendment_step SELECT no, amendment_no, kind, 'other', "
        "addendum_no, practitioner_no, at FROM amendment_step");
    CAPTURE(attack);
    BackDoor door{clinic};
    CHECK_THROWS_WITH(door.run(attack), ContainsSubstring("written once"));
    CHECK(clinic.store->verify().isSound());
    dropTriggers(door);
    door.run(attack);
    CHECK_FALSE(clinic.store->verify().isSound());
}

TEST_CASE("what is wrong with a request or a step is said in a sentence", "[storage][amendment]") {
    CHECK(problems(aRequest(), kToday).empty());
    auto request = aRequest();
    request.wish = " \n";
    CHECK(problems(request, kToday).size() == 1);
    request = aRequest();
    request.askedOn = Date{std::chrono::sys_days{kToday} + std::chrono::days{1}};
    CHECK(problems(request, kToday).size() == 1);
    CHECK(problems(aStep(AmendmentStepKind::Accepted, ""), aRequest()).empty());
    CHECK(problems(aStep(AmendmentStepKind::Refused, ""), aRequest()).size() == 1);
    CHECK(problems(aStep(AmendmentStepKind::Disagreement), aRequest()).size() == 1);
    CHECK(problemsOfEmergency("  now!  ").size() == 1);
    CHECK(problemsOfEmergency(std::string(2001, 'a')).size() == 1);
    CHECK(problemsOfEmergency("Collapsed; which medicines?").empty());
}

} // namespace palpate::test
