// SPDX-License-Identifier: MIT
// What a patient asks to be changed in the record: taken down, answered, told on the session's page
// and in the complete record.
#include "app/Amendments.h"

#include "app/OpenClinic.h"
#include "app/Reports.h"
#include "app/SessionPresenter.h"
#include "domain/Error.h"
#include "report/Document.h"
#include "report/PdfTools.h"
#include "storage/Store.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

namespace palpate::app {

using Catch::Matchers::ContainsSubstring;

namespace {

/// Ana's session is signed; a day later she asks for a change.
struct AskedClinic {
    AskedClinic() {
        session = SessionPresenter::begin(*clinic, clinic.caseId());
        SessionPresenter chart{*clinic, session};
        chart.setNote(NotePart::Subjective, "Began in April.");
        chart.sign();
        clinic.advance(std::chrono::days{1});
    }
    [[nodiscard]] AmendmentLine ask(bool aboutTheSession = true) {
        auto form = newAmendment(*clinic);
        form.wish = "  It began in May, not in April. ";
        if (aboutTheSession) {
            form.session = session;
        }
        static_cast<void>(addAmendment(*clinic, clinic.patient(), form));
        return line();
    }
    [[nodiscard]] AmendmentLine line() { return amendmentsOf(*clinic, clinic.patient()).front(); }

    test::OpenClinic clinic;
    SessionId session = test::idOf<SessionId>(1);
};

} // namespace

SCENARIO("a request is taken down and accepted with an addendum") {
    AskedClinic asked;
    auto& clinic = *asked.clinic;
    const auto sessions = sessionsToAmend(clinic, asked.clinic.patient());
    REQUIRE(sessions.size() == 1);
    CHECK(sessions.front().second == "Mon 23 Nov 2026, D. Okafor");
    SessionPresenter chart{clinic, asked.session};
    CHECK(chart.view().requests.empty());
    const auto line = asked.ask();
    CHECK(line.about == "Session of Mon 23 Nov 2026");
    CHECK(line.asked == "Asked on 24 Nov 2026, taken down by D. Okafor");
    CHECK(line.wish == "It began in May, not in April.");
    CHECK(line.state == "Open");
    CHECK(line.due == "Answer due by 23 Jan 2027");
    CHECK(line.mayExtend);
    CHECK_FALSE(line.mayDisagree);
    CHECK(openAmendments(clinic) == std::vector{line});
    chart.reloadRequests();
    CHECK(chart.view().requests == std::vector{line});

    answerAmendment(clinic, line.id,
                    {.kind = AmendmentStepKind::Accepted,
                     .text = {},
                     .addendum = "The patient says that it began in May."});
    const auto answered = asked.line();
    CHECK(answered.state == "Accepted");
    CHECK(answered.due.empty());
    REQUIRE(answered.steps.size() == 1);
    CHECK(answered.steps.front().heading == "Accepted on 24 Nov 2026, D. Okafor");
    CHECK_THAT(answered.steps.front().addendum,
               ContainsSubstring(": The patient says that it began in May."));
    CHECK(openAmendments(clinic).empty());
    const auto stored = *clinic.store().sessions().find(asked.session);
    REQUIRE(stored.addenda.size() == 1);
    CHECK(stored.addenda.front().reason == "The patient asked for it on 24 Nov 2026.");
    chart.reloadRequests();
    CHECK(chart.view().addenda.size() == 1);
    CHECK(chart.view().requests.front().state == "Accepted");
    CHECK_THROWS_AS(
        answerAmendment(clinic, line.id, {.kind = AmendmentStepKind::Refused, .text = "No."}),
        RecordChanged);
    CHECK(clinic.store().sessions().find(asked.session)->addenda.size() == 1);
    CHECK(clinic.store().verify().isSound());
}

SCENARIO("a request about the record takes its addendum to the session that is chosen") {
    AskedClinic asked;
    auto& clinic = *asked.clinic;
    const auto line = asked.ask(false);
    CHECK(line.about == "The record");
    AmendmentAnswer answer{
        .kind = AmendmentStepKind::Accepted, .text = {}, .session = {}, .addendum = "It is so."};
    CHECK(problems(answer, line).size() == 1);
    CHECK_THROWS_AS(answerAmendment(clinic, line.id, answer), EditRefused);
    CHECK(clinic.store().sessions().find(asked.session)->addenda.empty());
    answer.session = asked.session;
    CHECK(problems(answer, line).empty());
    answerAmendment(clinic, line.id, answer);
    CHECK_THAT(asked.line().steps.front().addendum, ContainsSubstring("It is so."));
    SessionPresenter chart{clinic, asked.session};
    CHECK(chart.view().requests.empty()); // it is not about this session
}

SCENARIO("a request is extended, refused, and disagreed with; all of it is printed") {
    AskedClinic asked;
    auto& clinic = *asked.clinic;
    const auto line = asked.ask();
    answerAmendment(clinic, line.id,
                    {.kind = AmendmentStepKind::Extended, .text = "The referrer is asked first."});
    CHECK(asked.line().due == "Answer due by 22 Feb 2027");
    CHECK_FALSE(asked.line().mayExtend);
    CHECK_THROWS_AS(
        answerAmendment(clinic, line.id, {.kind = AmendmentStepKind::Extended, .text = "More."}),
        EditRefused);
    CHECK_THROWS_AS(answerAmendment(clinic, line.id, {.kind = AmendmentStepKind::Refused}),
                    EditRefused);
    asked.clinic.advance(std::chrono::days{100});
    CHECK(asked.line().isOverdue);
    CHECK(asked.line().due == "Answer was due by 22 Feb 2027");
    answerAmendment(clinic, line.id,
                    {.kind = AmendmentStepKind::Refused, .text = "The letter says April."});
    CHECK(asked.line().state == "Refused");
    CHECK(asked.line().mayDisagree);
    answerAmendment(clinic, line.id,
                    {.kind = AmendmentStepKind::Disagreement, .text = "The letter is wrong."});
    CHECK(asked.line().state == "Refused; the patient disagrees");
    CHECK(asked.line().steps.size() == 3);

    ReportRequest request;
    request.patient = asked.clinic.patient();
    request.templateName = "complete-record";
    const auto words =
        report::test::PrintedPdf{reportDocument(clinic, request), asked.clinic.temp()}.words();
    CHECK_THAT(words, ContainsSubstring("Requests to change the record"));
    CHECK_THAT(words, ContainsSubstring("It began in May, not in April."));
    CHECK_THAT(words, ContainsSubstring("The letter says April."));
    CHECK_THAT(words, ContainsSubstring("The letter is wrong."));
}

TEST_CASE("what is wrong with a typed request is said") {
    AskedClinic asked;
    auto form = newAmendment(*asked.clinic);
    CHECK(problems(form, *asked.clinic).size() == 1); // nothing is asked for
    form.wish = "Another birth date.";
    CHECK(problems(form, *asked.clinic).empty());
    form.askedOn = "yesterdy";
    CHECK(problems(form, *asked.clinic).size() == 1);
    form.askedOn = "1.1.2030";
    CHECK(problems(form, *asked.clinic).size() == 1);
    CHECK_THROWS_AS(addAmendment(*asked.clinic, asked.clinic.patient(), form), EditRefused);
    CHECK(amendmentsOf(*asked.clinic, asked.clinic.patient()).empty());
    const auto desk = asked.clinic.programOf(Role::FrontDesk);
    CHECK_THROWS_AS(addAmendment(*desk, asked.clinic.patient(), form), AccessDenied);
    CHECK_THROWS_AS(openAmendments(*desk), AccessDenied);
}

} // namespace palpate::app
