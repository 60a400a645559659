// SPDX-License-Identifier: MIT
// How long records are kept, the whole record as a folder, and the end of a record with its
// certificate.
#include "app/RecordKeeping.h"

#include "app/ClinicCopies.h"
#include "app/Documents.h"
#include "app/OpenClinic.h"
#include "app/RecordDestruction.h"
#include "app/Reports.h"
#include "domain/Error.h"
#include "report/PdfTools.h"
#include "storage/BackupRepository.h"
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
using std::filesystem::perms;

constexpr auto kOwnerFile = perms::owner_read | perms::owner_write;

[[nodiscard]] std::string bytesOf(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

[[nodiscard]] std::string textOf(const std::filesystem::path& pdf) {
    auto text = report::test::run("pdftotext -layout '" + pdf.string() + "' -").output;
    std::ranges::replace(text, '\n', ' ');
    return text;
}

[[nodiscard]] std::vector<std::string> namesIn(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        names.push_back(entry.path().filename().string());
    }
    std::ranges::sort(names);
    return names;
}

/// A signed session and a file brought along.
void fill(test::OpenClinic& clinic) {
    auto session = test::aSession();
    session.painNow = test::pain(5);
    session.findings = {test::anActiveFindingOn("quadratus_lumborum")};
    clinic->store().sessions().begin(session);
    static_cast<void>(clinic->store().sessions().sign(session.id, test::kNow));
    std::ofstream{clinic.temp() / "scan.pdf"} << "%PDF-1.4\n...\n%%EOF\n";
    attachFile(*clinic, clinic.patient(), {}, clinic.temp() / "scan.pdf", "Scan");
}

[[nodiscard]] DestructionRequest aRequest(const test::OpenClinic& clinic) {
    return {.patient = clinic.patient(),
            .reason = "kept long enough",
            .typedName = fullName(test::aPatient()),
            .exportFolder = clinic.temp() / "export",
            .certificate = clinic.temp() / "certificate.pdf"};
}

[[nodiscard]] RetentionRule aRule(int years, std::optional<int> age = {}) {
    return {"Here", {}, years, age, "a law"};
}

} // namespace

SCENARIO("a clinic begins with the shipped rules and makes its own") {
    test::OpenClinic clinic;
    RecordKeeping keeping{*clinic};
    CHECK(keeping.isShipped());
    CHECK(keeping.rules().size() == 5);
    CHECK_FALSE(keeping.country().has_value());
    CHECK_THAT(keeping.advice(), ContainsSubstring("professional body"));
    const auto countries = keeping.countries();
    CHECK(std::ranges::count(countries, "Germany") == 1);

    keeping.setRules({aRule(1), aRule(8, 26)});
    CHECK_FALSE(keeping.isShipped());
    CHECK(keeping.rules()[0].kept == "1 year after the last session");
    CHECK(keeping.rules()[1].kept == "8 years after the last session, and until the patient is 26");
    CHECK(keeping.rules()[1].profession == "Every profession");
    CHECK(ruleProfession(Profession::Chiropractor) == "chiropractor");
    CHECK(ruleProfession(Profession::Other) == "another profession");
    CHECK_THROWS_AS(keeping.setCountry("Germany"), EditRefused);
    keeping.setCountry("Here");
    CHECK(keeping.country() == "Here");
    CHECK_THROWS_AS(keeping.setRules({aRule(-1)}), EditRefused);
    CHECK_THROWS_AS(keeping.setRules({}), EditRefused);
    keeping.reset();
    CHECK(keeping.isShipped());

    THEN("nobody but an owner may") {
        const auto jo = clinic.programOfJo();
        RecordKeeping theirs{*jo};
        CHECK_THROWS_AS(theirs.setRules({aRule(1)}), AccessDenied);
        CHECK_THROWS_AS(theirs.due(), AccessDenied);
        CHECK(jo->store().audit().list({.limit = 1}).at(0).kind == storage::AuditKind::Refuse);
    }
}

SCENARIO("records that may be destroyed are listed, those that can't be told too") {
    test::OpenClinic clinic;
    fill(clinic);
    RecordKeeping keeping{*clinic};
    keeping.setRules({aRule(2)});
    CHECK_FALSE(keeping.due().hint.empty());
    keeping.setCountry("Here");
    CHECK(keeping.due().hint.empty());
    CHECK(keeping.due().records.empty());
    CHECK(keeping.recordOf(clinic.patient()).state.until == "To be kept until 23 Nov 2028");

    clinic.advance(std::chrono::days{731}); // 23 Nov 2028
    CHECK_FALSE(keeping.recordOf(clinic.patient()).state.mayBeDestroyed);
    clinic.advance(std::chrono::days{1});
    const auto due = keeping.due();
    REQUIRE(due.records.size() == 1);
    CHECK(due.records[0].name == fullName(test::aPatient()));
    CHECK(due.records[0].lastSeen == "Last session 23 Nov 2026");
    CHECK(due.records[0].state.until == "May be destroyed since 24 Nov 2028");
    CHECK(due.records[0].state.rule == "Here: 2 years after the last session (a law)");
    CHECK(keeping.due(1).isCut == false);

    THEN("where a rule needs a birth date that is not known") {
        auto patient = *clinic->store().patients().find(clinic.patient());
        patient.birthDate.reset();
        clinic->store().patients().update(patient);
        keeping.setRules({aRule(2, 25)});
        const auto records = keeping.due().records;
        REQUIRE(records.size() == 1);
        CHECK(records[0].state.until == "Can't be told: the birth date is not known");
    }
    THEN("one that is still kept because of its age is not") {
        auto patient = *clinic->store().patients().find(clinic.patient());
        patient.birthDate = test::kToday;
        clinic->store().patients().update(patient);
        keeping.setRules({aRule(2, 25)});
        CHECK(keeping.due().records.empty());
    }
}

SCENARIO("a whole record is written into a folder") {
    test::OpenClinic clinic;
    fill(clinic);
    const auto folder = clinic.temp() / "record of Ana";
    const auto made = exportRecord(*clinic, clinic.patient(), folder,
                                   {.recipient = "Ana Kovács", .purpose = "asked for it"});
    CHECK(made.folder == folder);
    CHECK(made.documents == 1);
    CHECK(made.hasReport);
    CHECK(namesIn(folder) ==
          std::vector<std::string>{"README.txt", "documents", "record.pdf", "rows.json"});
    CHECK(storage::digestOf(bytesOf(folder / "rows.json")) == made.digest);
    CHECK(bytesOf(folder / "documents" / "scan.pdf") == bytesOf(clinic.temp() / "scan.pdf"));
    CHECK_THAT(textOf(folder / "record.pdf"), ContainsSubstring("quadratus lumborum"));
    CHECK_THAT(bytesOf(folder / "README.txt"), ContainsSubstring(storage::hexOf(made.digest)));
    CHECK(std::filesystem::status(folder).permissions() == perms::owner_all);
    for (const auto* name : {"rows.json", "record.pdf", "README.txt", "documents/scan.pdf"}) {
        CAPTURE(name);
        CHECK(std::filesystem::status(folder / name).permissions() == kOwnerFile);
    }

    THEN("it is among the disclosures, with its digest") {
        const auto lines = disclosuresOf(*clinic, clinic.patient());
        REQUIRE(lines.size() == 1);
        CHECK(lines[0].disclosure.means == DisclosureMeans::Exported);
        CHECK(lines[0].disclosure.recipient == "Ana Kovács");
        CHECK(lines[0].disclosure.digest == made.digest);
    }
    THEN("never over something, and nothing is left when it fails") {
        CHECK_THROWS_AS(exportRecord(*clinic, clinic.patient(), folder, {}), ReportError);
        CHECK_THROWS_AS(exportRecord(*clinic, clinic.patient(), clinic.temp() / "no" / "such", {}),
                        ReportError);
        CHECK_THROWS_AS(exportRecord(*clinic, clinic.patient(), clinic.temp() / "other",
                                     {.recipient = std::string(300, 'x')}),
                        EditRefused);
        CHECK(namesIn(clinic.temp()) ==
              std::vector<std::string>{"north.palpate", "record of Ana", "scan.pdf"});
        CHECK(disclosuresOf(*clinic, clinic.patient()).size() == 1);
    }
    THEN("a record without a session has no pages") {
        clinic->store().patients().add(test::aPatient(1));
        const auto other = exportRecord(*clinic, test::aPatient(1).id, clinic.temp() / "other", {});
        CHECK_FALSE(other.hasReport);
        CHECK(namesIn(other.folder) == std::vector<std::string>{"README.txt", "rows.json"});
    }
    const auto name = exportFolderIn(*clinic, clinic.patient(), clinic.temp()).filename().string();
    CHECK_THAT(name, ContainsSubstring("-complete-record-2026-11-23"));
    std::filesystem::create_directory(clinic.temp() / name);
    CHECK(exportFolderIn(*clinic, clinic.patient(), clinic.temp()).filename() == name + " 2");
}

SCENARIO("a record is destroyed after its export, with a certificate") {
    test::OpenClinic clinic;
    fill(clinic);
    std::filesystem::create_directory(clinic.temp() / "disk");
    clinic->store().backups().addFolder((clinic.temp() / "unplugged").string());
    static_cast<void>(backUp(*clinic, clinic.temp() / "disk", false)); // no folder of the clinic's
    RecordKeeping keeping{*clinic};
    keeping.setRules({aRule(2)});
    keeping.setCountry("Here");

    WHEN("all is there") {
        clinic.advance(std::chrono::days{3 * 366});
        const auto made = destroyRecord(*clinic, aRequest(clinic));
        THEN("the record is gone and the export is what the certificate says") {
            CHECK_FALSE(clinic->store().patients().find(clinic.patient()).has_value());
            CHECK(clinic->store().verify().isSound());
            REQUIRE(made.destructions.size() == 1);
            CHECK(made.destructions[0].exportDigest == made.exported.digest);
            CHECK(made.destructions[0].rule == "Here: 2 years after the last session (a law)");
            CHECK(made.destructions[0].lastSession == test::kToday);
            CHECK(storage::digestOf(bytesOf(clinic.temp() / "export" / "rows.json")) ==
                  made.exported.digest);
        }
        THEN("the certificate tells what, when, by whom, why and where copies are left") {
            const auto text = textOf(made.certificate);
            for (const auto* words : {"Certificate of destruction", "Ana Kov", "born 9 Mar 1984",
                                      "1 session, 1 document", "23 Nov 2026", "D. Okafor",
                                      "kept long enough", "Here: 2 years", "palpate-backup",
                                      "removed in November 2027", "could not be looked into"}) {
                CAPTURE(words, text);
                CHECK_THAT(text, ContainsSubstring(words));
            }
            CHECK(std::filesystem::status(made.certificate).permissions() == kOwnerFile);
        }
        THEN("it is listed, and printed again without the name") {
            const auto lines = destructionsOf(*clinic);
            REQUIRE(lines.size() == 1);
            CHECK(lines[0].by == "D. Okafor");
            CHECK_THAT(lines[0].amount, ContainsSubstring("1 session, 1 document, "));
            const auto again = clinic.temp() / "again.pdf";
            writeCertificate(*clinic, lines[0].destruction.id, again);
            CHECK_THAT(textOf(again), ContainsSubstring("not kept"));
            CHECK_THAT(textOf(again), !ContainsSubstring("Kov"));
            CHECK_THROWS_AS(writeCertificate(*clinic, test::idOf<DestructionId>(99), again),
                            StorageError);
        }
    }
    WHEN("before its time, an owner may all the same, and the certificate says so") {
        const auto made = destroyRecord(*clinic, aRequest(clinic));
        CHECK(made.destructions[0].rule.empty());
        CHECK_THAT(textOf(made.certificate), ContainsSubstring("own decision"));
    }
    WHEN("something is missing, the record stays and nothing leaves") {
        auto request = aRequest(clinic);
        request.typedName = "Ana";
        CHECK_THROWS_MATCHES(destroyRecord(*clinic, request), EditRefused,
                             MessageMatches(ContainsSubstring("to confirm")));
        request = aRequest(clinic);
        request.reason = " ";
        CHECK_THROWS_AS(destroyRecord(*clinic, request), EditRefused);
        request = aRequest(clinic);
        request.certificate = clinic.temp() / "no" / "such" / "file.pdf";
        CHECK_THROWS_AS(destroyRecord(*clinic, request), ReportError);
        const auto jo = clinic.programOfJo();
        CHECK_THROWS_AS(destroyRecord(*jo, aRequest(clinic)), AccessDenied);
        CHECK(clinic->store().patients().find(clinic.patient()).has_value());
        CHECK(clinic->store().retention().destructions().empty());
        CHECK_FALSE(std::filesystem::exists(clinic.temp() / "export"));
        CHECK_FALSE(std::filesystem::exists(clinic.temp() / "certificate.pdf"));
    }
    WHEN("the certificate is asked for as a report") {
        ReportRequest request;
        request.templateName = "destruction-certificate";
        CHECK_THROWS_MATCHES(reportDocument(*clinic, request), EditRefused,
                             MessageMatches(ContainsSubstring("when a record is")));
    }
}

} // namespace palpate::app
