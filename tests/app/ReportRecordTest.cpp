// SPDX-License-Identifier: MIT
#include "app/ContactNotes.h"
#include "app/DataPaths.h"
#include "app/Documents.h"
#include "app/OpenClinic.h"
#include "app/RecoverySheet.h"
#include "app/ReportMaps.h"
#include "app/Reports.h"
#include "app/SessionPresenter.h"
#include "domain/Error.h"
#include "report/Document.h"
#include "report/PdfTools.h"
#include "storage/DocumentRepository.h"
#include "storage/Store.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <fstream>

namespace palpate::app {

namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

[[nodiscard]] std::string wordsOf(const report::Document& document,
                                  const std::filesystem::path& folder) {
    return report::test::PrintedPdf{document, folder}.words();
}

[[nodiscard]] Session visit(test::OpenClinic& clinic, const std::string& plan, bool sign = true) {
    const auto id = SessionPresenter::begin(*clinic, clinic.caseId());
    SessionPresenter chart{*clinic, id};
    chart.setPain(PainMoment::Now, test::pain(6));
    chart.map().setLayer(Layer::Deepest);
    chart.map().clickedAt(clinic.on("quadratus_lumborum", Side::Right), 4);
    chart.setTenderness(test::tenderness(5));
    chart.setNote(NotePart::Plan, plan);
    if (sign) {
        chart.sign();
    }
    clinic.advance(std::chrono::days{7});
    return *clinic->store().sessions().find(id);
}

[[nodiscard]] ReportRequest wanted(const test::OpenClinic& clinic, std::string name) {
    ReportRequest request;
    request.patient = clinic.patient();
    request.templateName = std::move(name);
    return request;
}

[[nodiscard]] std::string withoutBlanks(std::string text) {
    std::erase(text, ' ');
    return text;
}

} // namespace

SCENARIO("a complete record holds everything that is kept of a patient") {
    test::OpenClinic clinic;
    auto patient = *clinic->store().patients().find(clinic.patient());
    patient.consents = {{.id = test::idOf<ConsentId>(900),
                         .scope = "dry needling",
                         .given = test::kToday,
                         .withdrawn = {},
                         .note = "asked twice"}};
    patient.allergies = {{{.substance = "Latex", .reaction = "rash"}}};
    patient.note = "Prefers mornings.";
    clinic->store().patients().update(patient);
    const auto first = visit(clinic, "First plan.");
    clinic->store().sessions().addAddendum(first.id, {.id = test::idOf<AddendumId>(901),
                                                      .by = clinic->practitioner().id,
                                                      .at = clinic->clock().now(),
                                                      .text = "The left side was meant",
                                                      .reason = "slip of the pen"});
    auto call = newContact(*clinic);
    call.text = "Called about the weekend.";
    addContact(*clinic, clinic.caseId(), call);
    static_cast<void>(visit(clinic, "Second plan.", false));
    const auto kept = keepReport(*clinic, wanted(clinic, "progress-report"));
    static_cast<void>(disclose(*clinic, clinic.patient(), clinic.caseId(), DisclosureMeans::Copied,
                               "Body map", {.recipient = "Dr Lee", .purpose = "second opinion"}));

    const auto document = reportDocument(*clinic, wanted(clinic, "complete-record"));
    const auto text = wordsOf(document, clinic.temp());
    CHECK_THAT(text, ContainsSubstring("dry needling"));
    CHECK_THAT(text, ContainsSubstring("Latex (rash)"));
    CHECK_THAT(text, ContainsSubstring("Prefers mornings."));
    CHECK_THAT(text, ContainsSubstring("Low back pain, right"));
    CHECK(text.find("First plan.") < text.find("Second plan."));
    CHECK_THAT(text, ContainsSubstring("The left side was meant."));
    CHECK_THAT(text, ContainsSubstring("Draft, not signed."));
    CHECK_THAT(text, ContainsSubstring("1 session is a draft and not signed."));
    CHECK_THAT(withoutBlanks(text), ContainsSubstring(storage::hexOf(first.signature->digest)));
    CHECK_THAT(text, ContainsSubstring("Called about the weekend."));
    CHECK_THAT(withoutBlanks(text),
               ContainsSubstring(storage::hexOf(clinic->store().documents().find(kept)->digest)));
    CHECK_THAT(text, ContainsSubstring("Dr Lee"));
    CHECK_THAT(text, ContainsSubstring("second opinion"));
    CHECK(document.outline.size() >= 5);
    CHECK(document.warnings.empty());

    WHEN("only the first week is asked for") {
        auto request = wanted(clinic, "complete-record");
        request.to = test::kToday;
        const auto week = wordsOf(reportDocument(*clinic, request), clinic.temp());
        THEN("later sessions are not in it, and the page says which days it is of") {
            CHECK_THAT(week, !ContainsSubstring("Second plan."));
            CHECK_THAT(week, ContainsSubstring("until 23 November 2026"));
        }
    }
    WHEN("only the disclosures are asked for") {
        const auto list =
            wordsOf(reportDocument(*clinic, wanted(clinic, "disclosures")), clinic.temp());
        THEN("they say what, for whom and why") {
            CHECK_THAT(list, ContainsSubstring("1 disclosure"));
            CHECK_THAT(list, ContainsSubstring("Body map"));
            CHECK_THAT(list, ContainsSubstring("Dr Lee"));
        }
    }
    THEN("the same record gives the same bytes") {
        const report::test::PrintedPdf one{document, clinic.temp()};
        const auto read = [&] {
            std::ifstream in{one.file(), std::ios::binary};
            return std::string{std::istreambuf_iterator<char>{in}, {}};
        };
        const auto before = read();
        const report::test::PrintedPdf two{
            reportDocument(*clinic, wanted(clinic, "complete-record")), clinic.temp()};
        CHECK(read() == before);
    }
}

SCENARIO("a record in which little was noted says so") {
    test::OpenClinic clinic;
    const auto text =
        wordsOf(reportDocument(*clinic, wanted(clinic, "complete-record")), clinic.temp());
    CHECK_THAT(text, ContainsSubstring("No session in this period."));
    CHECK_THAT(text, ContainsSubstring("No document is kept with this record."));
    CHECK_THAT(text, ContainsSubstring("Address not noted"));
}

SCENARIO("an audit report tells who did what, and whether the trail is whole") {
    test::OpenClinic clinic;
    static_cast<void>(visit(clinic, "A plan."));
    auto request = wanted(clinic, "audit-report");

    GIVEN("the rows of one patient") {
        const auto text = wordsOf(reportDocument(*clinic, request), clinic.temp());
        CHECK_THAT(text, ContainsSubstring("rows about Ana Kovács"));
        CHECK_THAT(text, ContainsSubstring("The trail is whole."));
        CHECK_THAT(text, ContainsSubstring("signed a session"));
        CHECK_THAT(text, !ContainsSubstring("signed in"));
    }
    GIVEN("the rows of the clinic") {
        request.patient.reset();
        const auto before = clinic->store().audit().head();
        const auto text = wordsOf(reportDocument(*clinic, request), clinic.temp());
        CHECK_THAT(text, ContainsSubstring("signed in"));
        CHECK_THAT(text, !ContainsSubstring("rows about"));
        CHECK_THAT(text, ContainsSubstring("Newest row " + std::to_string(before.count)));
        CHECK_THAT(withoutBlanks(text), ContainsSubstring(storage::hexOf(before.hash)));
    }
    GIVEN("a period in which nothing happened") {
        request.from = parseIsoDate("2020-01-01");
        request.to = parseIsoDate("2020-01-31");
        CHECK_THAT(wordsOf(reportDocument(*clinic, request), clinic.temp()),
                   ContainsSubstring("There is no row in this period."));
    }
    GIVEN("a practitioner who owns nothing") {
        const auto jo = clinic.programOfJo();
        CHECK_THROWS_AS(reportDocument(*jo, request), AccessDenied);
    }
}

TEST_CASE("the trail's head is its newest row, and checking it finds nothing wrong") {
    test::OpenClinic clinic;
    const auto before = clinic->store().audit().head();
    clinic->store().audit().record(storage::AuditKind::Print, {}, "a page");
    const auto after = clinic->store().audit().head();
    CHECK(after.count == before.count + 1);
    CHECK(after.hash != before.hash);
    for (const auto& check : clinic->store().audit().check()) {
        CHECK(check.isSound());
    }
}

SCENARIO("a recovery key is printed once, in groups") {
    test::OpenClinic clinic;
    const RecoverySheet sheet{.clinicName = "Northside Clinic",
                              .owner = "D. Okafor",
                              .key = "7K3QD-AB2CD-EF3GH-JK4MN-PQ5RS-TV6WX-YZ789",
                              .day = test::kToday};
    const auto document = recoveryKeySheet(clinic->knowledge().paths(), sheet);
    const auto text = wordsOf(document, clinic.temp());
    CHECK(document.pages.size() == 1);
    CHECK_THAT(text, ContainsSubstring("Northside Clinic"));
    CHECK_THAT(text, ContainsSubstring("Made for D. Okafor on 23 November 2026"));
    CHECK_THAT(text, ContainsSubstring("7K3QD-AB2CD-EF3GH-JK4MN-PQ5RS-TV6WX-YZ789"));
    CHECK_THAT(text, ContainsSubstring("YZ789 "));
    CHECK(document.warnings.empty());
    THEN("as a file that nobody else on the computer may read") {
        const auto file = clinic.temp() / "sheet.pdf";
        writeRecoverySheet(clinic->knowledge().paths(), sheet, file);
        CHECK(std::filesystem::status(file).permissions() ==
              (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    }
    THEN("never from a clinic that is there already") {
        auto request = wanted(clinic, "recovery-key");
        request.patient.reset();
        CHECK_THROWS_MATCHES(reportDocument(*clinic, request), EditRefused,
                             MessageMatches(ContainsSubstring("kept nowhere")));
    }
}

TEST_CASE("a film strip stands in rows of eight") {
    test::OpenClinic clinic;
    std::vector<Session> sessions(9, visit(clinic, "A plan."));
    report::FigureRequest request{.name = "film-strip", .parameters = {}, .width = 180};
    const auto all = filmStripFigure(*clinic, sessions, request);
    REQUIRE(all);
    CHECK(all->picture.width <= 180.01);
    CHECK(filmRows(sessions.size()).size() == 2);
    request.parameters["row"] = "2";
    const auto second = filmStripFigure(*clinic, sessions, request);
    REQUIRE(second);
    CHECK(second->picture.height < all->picture.height);
    // A frame with two lines under it.
    CHECK(second->picture.shapes.size() == 3);
    request.parameters["row"] = "3";
    CHECK_FALSE(filmStripFigure(*clinic, sessions, request));
    CHECK_FALSE(filmStripFigure(*clinic, {}, request));
}

} // namespace palpate::app
