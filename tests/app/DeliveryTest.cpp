// SPDX-License-Identifier: MIT
// A report leaves the clinic: what is recorded of it, what is kept, and what is left when it can't.
#include "app/Documents.h"
#include "app/MapFile.h"
#include "app/OpenClinic.h"
#include "app/Reports.h"
#include "domain/Error.h"
#include "report/PdfTools.h"
#include "storage/Store.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace palpate::app {

namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

[[nodiscard]] std::string bytesOf(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

[[nodiscard]] std::string textOf(const std::filesystem::path& file,
                                 const std::string& password = {}) {
    return report::test::run("pdftotext -upw '" + password + "' '" + file.string() + "' - 2>&1")
        .output;
}

[[nodiscard]] storage::AuditEntry newest(test::OpenClinic& clinic) {
    return clinic->store().audit().list({.limit = 1}).at(0);
}

/// One session of Ana's case with a point.
struct WithSession : test::OpenClinic {
    WithSession() {
        auto visit = test::aSession();
        visit.painNow = test::pain(6);
        visit.findings = {test::anActiveFindingOn("quadratus_lumborum")};
        (*this)->store().sessions().begin(visit);
        session = visit.id;
    }
    [[nodiscard]] ReportRequest request() const { return {.patient = patient()}; }
    [[nodiscard]] std::vector<DisclosureLine> disclosures() {
        return disclosuresOf(**this, patient());
    }
    [[nodiscard]] std::vector<DocumentLine> documents() { return documentsOf(**this, patient()); }

    SessionId session = test::aSession().id;
};

} // namespace

SCENARIO("a report that is saved is disclosed: what, for whom, why, when, by whom") {
    WithSession clinic;
    const auto file = clinic.temp() / "report.pdf";
    const auto written = writeReport(*clinic, clinic.request(), file,
                                     {.recipient = " Dr M. Patel ", .purpose = "second opinion"});
    CHECK(written.digest == storage::digestOf(bytesOf(file)));
    CHECK_FALSE(written.kept.has_value());
    const auto lines = clinic.disclosures();
    REQUIRE(lines.size() == 1);
    const auto& disclosure = lines[0].disclosure;
    CHECK(disclosure.patient == clinic.patient());
    CHECK(disclosure.caseId == clinic.caseId());
    CHECK(disclosure.means == DisclosureMeans::SavedFile);
    CHECK(disclosure.what == "Progress report, 23 November 2026");
    CHECK(disclosure.recipient == "Dr M. Patel");
    CHECK(disclosure.purpose == "second opinion");
    CHECK(disclosure.digest == written.digest);
    CHECK(lines[0].digest == storage::hexOf(written.digest));
    CHECK(lines[0].when == "23 Nov 2026, 10:45");
    CHECK(lines[0].by == test::aPractitioner().displayName);
    CHECK(lines[0].means == "saved as a file");
    CHECK(newest(clinic).kind == storage::AuditKind::Export);
    CHECK(newest(clinic).subjectId == disclosure.id.value());
    CHECK(clinic.documents().empty());
    CHECK(clinic->store().verify().isSound());
}

SCENARIO("a report may be kept as it left, and protected only outside") {
    WithSession clinic;
    const auto plain = clinic.temp() / "plain.pdf";
    writeReport(*clinic, clinic.request(), plain);
    const auto file = clinic.temp() / "locked.pdf";
    const auto written =
        writeReport(*clinic, clinic.request(), file,
                    {.recipient = "Ana Kovács", .password = "Kreuzspinne αβγ", .keep = true});
    CHECK_THAT(textOf(file), ContainsSubstring("Incorrect password"));
    CHECK_THAT(textOf(file, "Kreuzspinne αβγ"), ContainsSubstring("Ana Kovács"));
    const auto documents = clinic.documents();
    REQUIRE(documents.size() == 1);
    const auto& document = documents[0].document;
    CHECK(written.kept == document.id);
    CHECK(document.origin == DocumentOrigin::Produced);
    CHECK(document.title == "Progress report, 23 November 2026");
    CHECK(document.fileName == "Kovács-Ana-progress-report-2026-11-23.pdf");
    CHECK(document.mediaType == "application/pdf");
    CHECK(document.templateName == "progress-report");
    CHECK(document.caseId == clinic.caseId());
    CHECK(documentBytes(*clinic, document.id) == bytesOf(plain));
    CHECK(documents[0].digest == storage::hexOf(storage::digestOf(bytesOf(plain))));
    const auto disclosure = clinic.disclosures().at(0).disclosure;
    CHECK(disclosure.document == document.id);
    CHECK(disclosure.digest == storage::digestOf(bytesOf(file)));

    THEN("keeping alone discloses nothing") {
        const auto before = clinic.disclosures().size();
        const auto id = keepReport(*clinic, clinic.request());
        CHECK(documentBytes(*clinic, id) == bytesOf(plain));
        CHECK(clinic.disclosures().size() == before);
        CHECK(clinic.documents().size() == 2);
    }
    THEN("the kept one is saved again, protected or not, and disclosed again") {
        const auto copy = clinic.temp() / "copy.pdf";
        saveDocument(*clinic, document.id, copy, {.recipient = "Solicitor"});
        CHECK(bytesOf(copy) == bytesOf(plain));
        CHECK(clinic.disclosures().at(0).disclosure.document == document.id);
        CHECK(clinic.disclosures().at(0).disclosure.recipient == "Solicitor");
        saveDocument(*clinic, document.id, copy, {.password = "another"});
        CHECK_THAT(textOf(copy, "another"), ContainsSubstring("Ana Kovács"));
        CHECK(clinic.disclosures().size() == 4);
    }
    CHECK(clinic->store().verify().isSound());
}

SCENARIO("printing is disclosed, and what was kept of it stands beside it") {
    WithSession clinic;
    const auto shown = reportPages(*clinic, clinic.request());
    CHECK(clinic.disclosures().empty()); // looking is not printing
    const auto pages = pagesToPrint(*clinic, clinic.request(), {.recipient = "the patient"});
    CHECK(pages.pages.size() == shown.pages.size());
    auto disclosure = clinic.disclosures().at(0).disclosure;
    CHECK(disclosure.means == DisclosureMeans::Printed);
    CHECK_FALSE(disclosure.digest.has_value());
    CHECK_FALSE(disclosure.document.has_value());
    CHECK(newest(clinic).kind == storage::AuditKind::Print);
    static_cast<void>(pagesToPrint(*clinic, clinic.request(), {.keep = true}));
    disclosure = clinic.disclosures().at(0).disclosure;
    CHECK(disclosure.document == clinic.documents().at(0).document.id);
}

TEST_CASE("what can't be written is not disclosed, and leaves nothing") {
    WithSession clinic;
    const auto refused = [&](const ReportRequest& request, const std::filesystem::path& file,
                             const Delivery& delivery) {
        CHECK_THROWS_AS(writeReport(*clinic, request, file, delivery), Error);
        CHECK(clinic.disclosures().empty());
        CHECK(clinic.documents().empty());
    };
    const auto out = clinic.temp() / "out";
    std::filesystem::create_directory(out);
    const auto file = out / "report.pdf";
    refused(clinic.request(), clinic.temp() / "missing" / "x.pdf", {.keep = true});
    refused(clinic.request(), out, {.keep = true});
    refused(clinic.request(), "/dev/null", {.keep = true});
    refused(clinic.request(), file, {.password = std::string(128, 'x'), .keep = true});
    refused(clinic.request(), file, {.recipient = std::string(201, 'x'), .keep = true});
    refused(clinic.request(), file, {.purpose = "caf\xE9", .keep = true});
    refused({.patient = clinic.patient(), .to = parseIsoDate("2020-01-01")}, file, {});
    refused({.patient = clinic.patient(), .templateName = "no-such"}, file, {});
    refused({.patient = clinic.patient(), .templateName = "../progress-report"}, file, {});
    CHECK(std::filesystem::is_empty(out));
}

SCENARIO("of merged records each keeps what is its own, and both stand in the one that goes on") {
    WithSession clinic;
    auto& store = clinic->store();
    auto again = test::aPatient(1);
    again.givenName = "Anna";
    store.patients().add(again);
    store.patients().merge(clinic.patient(), again.id);
    const auto file = clinic.temp() / "report.pdf";
    const auto written =
        writeReport(*clinic, {.patient = again.id}, file, {.recipient = "x", .keep = true});
    REQUIRE(written.kept.has_value());
    CHECK(documentsOf(*clinic, again.id).at(0).document.patient == clinic.patient());
    CHECK(disclosuresOf(*clinic, again.id).at(0).disclosure.patient == clinic.patient());
    CHECK(disclosuresOf(*clinic, clinic.patient()).size() == 1); // the older link leads there too
    writeReport(*clinic,
                {.patient = again.id, .session = clinic.session, .templateName = "session-note"},
                file); // of a session of the merged record, by its identity
    CHECK(disclosuresOf(*clinic, again.id).size() == 2);
    store.patients().unmerge(clinic.patient());
    CHECK(documentsOf(*clinic, again.id).empty());
    CHECK(documentsOf(*clinic, clinic.patient()).size() == 1);
}

SCENARIO("a map that leaves is disclosed like a report") {
    WithSession clinic;
    const auto file = clinic.temp() / "map.svg";
    const MapRequest request{.session = clinic.session};
    writeMap(*clinic, request, file, MapFormat::Svg, {.recipient = "Dr M. Patel"});
    auto disclosure = clinic.disclosures().at(0).disclosure;
    CHECK(disclosure.what == "Body map, Mon 23 Nov 2026");
    CHECK(disclosure.recipient == "Dr M. Patel");
    CHECK(disclosure.caseId == clinic.caseId());
    CHECK(disclosure.digest == storage::digestOf(bytesOf(file)));
    writeMap(*clinic, request, clinic.temp() / "map.pdf", MapFormat::Pdf);
    CHECK(clinic.disclosures().size() == 2);
    recordMapExport(*clinic, clinic.session, DisclosureMeans::Copied);
    CHECK(clinic.disclosures().at(0).means == "copied to the clipboard");
    recordMapExport(*clinic, clinic.session, DisclosureMeans::Printed);
    CHECK(newest(clinic).kind == storage::AuditKind::Print);
    CHECK_THROWS_AS(recordMapExport(*clinic, test::aSession(9).id, DisclosureMeans::Copied),
                    StorageError);
    CHECK_THROWS_AS(
        writeMap(*clinic, request, clinic.temp() / "missing" / "map.svg", MapFormat::Svg),
        ReportError);
    CHECK(clinic.disclosures().size() == 4);
}

TEST_CASE("a suggested name suits every file system") {
    WithSession clinic;
    const auto named = [&](const std::string& family, const std::string& given) {
        auto patient = *clinic->store().patients().find(clinic.patient());
        patient.familyName = family;
        patient.givenName = given;
        clinic->store().patients().update(patient);
        return suggestedFileName(*clinic, clinic.request());
    };
    const std::string end = "-progress-report-2026-11-23.pdf";
    CHECK(named("Kovács", "Ana") == "Kovács-Ana" + end);
    CHECK(named("../../etc/passwd", "") == "etc-passwd" + end);
    CHECK(named("a\\b:c*d?\"<>|", "'x'") == "a-b-c-d-x" + end);
    CHECK(named("משה", "日本 語") == "משה-日本-語" + end);
    CHECK(named("O\xE2\x80\xAE"
                "gpj.exe",
                "\xC2\xA0x\xEF\xBB\xBFy") == "O-gpj-exe-x-y" + end);
    CHECK(named("...", "//") == "progress-report-2026-11-23.pdf");
    const auto longest = named(std::string(200, 'x'), "y");
    CHECK(longest.size() < 200);
    std::string thai;
    for (int i = 0; i < 150; ++i) {
        thai += "ก";
    }
    const auto cut = named(thai, "y");
    CHECK(cut.size() < 200);
    CHECK(cut.substr(0, 3) == "ก");
    CHECK_THAT(cut, ContainsSubstring("ก-progress-report")); // no character is cut in two
}

} // namespace palpate::app
