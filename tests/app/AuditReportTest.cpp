// SPDX-License-Identifier: MIT
// The audit trail as a person reads it, and what of it leaves the clinic.
#include "app/AuditReport.h"

#include "app/AuditTexts.h"
#include "app/OpenClinic.h"
#include "app/PrintedHead.h"
#include "domain/Error.h"
#include "domain/FormRecord.h"
#include "domain/Screening.h"
#include "report/PdfTools.h"
#include "storage/AuditTrail.h"
#include "storage/Store.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <regex>
#include <sstream>

using namespace palpate;
using namespace palpate::test;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr std::string_view kPassword = "correct horse battery staple";

[[nodiscard]] std::string contentOf(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

/// A clinic in which a name was put right.
class Corrected {
public:
    Corrected() {
        auto patient = open->store().patients().find(open.patient()).value();
        patient.phone = "+44 20 7946 0999";
        open->store().patients().update(patient);
    }
    [[nodiscard]] app::AuditLine change(app::Clinic& clinic) const {
        const auto page =
            app::auditPage(clinic, {.patient = open.patient(), .kind = "change"}, 0, 10);
        REQUIRE(page.lines.size() == 1);
        return page.lines.front();
    }
    [[nodiscard]] std::unique_ptr<app::Clinic> programOf(Role role) const {
        auto person = aPractitioner();
        person.id = idOf<PractitionerId>(9);
        person.userName = "ari";
        person.displayName = "Ari Auditor";
        person.role = role;
        open->store().practitioners().add(person, kPassword, storage::KdfCost::forTests());
        return std::make_unique<app::Clinic>(open.folder(), "ari", std::string{kPassword},
                                             shippedKnowledge(), open->clock(), open->ids());
    }
    mutable OpenClinic open;
};

/// A form completed, the flag it raised and what was done about it, as the trail tells them.
class Screened : public Corrected {
public:
    Screened() {
        const auto me = open->practitioner().id;
        auto& forms = open->store().forms();
        record_.caseId = open.caseId();
        record_.begun = open->clock().now();
        forms.begin(record_);
        record_.completed = record_.begun;
        const RaisedFlag flag{.id = idOf<RaisedFlagId>(801),
                              .patient = open.patient(),
                              .caseId = open.caseId(),
                              .session = {},
                              .form = record_.id,
                              .flag = key<RedFlagKey>("night_pain"),
                              .question = "Does it wake you?",
                              .pointsTo = "a serious cause",
                              .urgency = "soon",
                              .action = "Refer.",
                              .raised = record_.begun,
                              .by = me,
                              .deeds = {}};
        forms.complete(record_, std::array{flag});
        static_cast<void>(forms.open(record_.id));
        open->store().screenings().add(flag.id, {.id = idOf<FlagDeedId>(851),
                                                 .kind = FlagDeedKind::Told,
                                                 .whom = "Dr M. Patel",
                                                 .reason = {},
                                                 .done = record_.begun,
                                                 .written = record_.begun,
                                                 .by = me});
    }
    /// Newest first: the deed, the looking, the flag, the completion, the beginning.
    [[nodiscard]] std::vector<app::AuditLine> rows(app::Clinic& clinic) const {
        return app::auditPage(clinic, {.patient = open.patient()}, 0, 5).lines;
    }
    /// What nobody can read.
    [[nodiscard]] std::array<std::string, 4> identities() const {
        return {record_.id.text(), open.patient().text(), open.caseId().text(),
                open->practitioner().id.text()};
    }

private:
    FormRecord record_{.id = idOf<FormRecordId>(701),
                       .patient = open.patient(),
                       .caseId = {},
                       .session = {},
                       .title = "Our own screening",
                       .answers = {.formUrl = "urn:clinic:own", .formVersion = "1", .items = {}},
                       .filledBy = FilledBy::Practitioner,
                       .by = open->practitioner().id,
                       .begun = {},
                       .completed = {},
                       .measure = {},
                       .score = {}};
};

} // namespace

SCENARIO("rows of the trail are told in words", "[app][audit]") {
    Corrected clinic;
    const auto line = clinic.change(*clinic.open);
    CHECK(line.who == aPractitioner().displayName);
    CHECK(line.what == "changed the record");
    CHECK(line.record == fullName(aPatient()));
    CHECK(line.when == "Mon 23 Nov 2026, 10:45"); // of the clinic's time zone
    CHECK(line.shortly == "phone");
    REQUIRE(line.details.size() == 1);
    CHECK(line.details.front() == "phone: " + aPatient().phone + " → +44 20 7946 0999");

    THEN("an auditor reads whose record and which field, never what it held") {
        const auto theirs = clinic.programOf(Role::Auditor);
        const auto seen = clinic.change(*theirs);
        CHECK(seen.record == fullName(aPatient()));
        CHECK(seen.details == std::vector<std::string>{"phone"});
        CHECK(app::auditPatients(*theirs, "kov", 5).size() == 1);
    }
    THEN("a practitioner is refused, and that is a row too") {
        const auto theirs = clinic.programOf(Role::Practitioner);
        CHECK_THROWS_AS(app::auditPage(*theirs, {}, 0, 10), AccessDenied);
        const auto refused = app::auditPage(*clinic.open, {.kind = "refuse"}, 0, 10);
        REQUIRE(refused.lines.size() == 1);
        CHECK(refused.lines.front().who == "Ari Auditor");
    }
    THEN("a detail that was lawfully erased is said to be") {
        clinic.open->store().audit().eraseDetail(line.seq, "asked by the patient");
        const auto erased = clinic.change(*clinic.open);
        CHECK(erased.isErased);
        CHECK(erased.details.empty());
        CHECK(erased.shortly == "(lawfully erased)");
    }
    THEN("a period is one of the clinic's days, both ends included") {
        const Date today = clinic.open->today();
        const Date yesterday{std::chrono::sys_days{today} - std::chrono::days{1}};
        const auto all = app::auditPage(*clinic.open, {}, 0, 1).total;
        CHECK(app::auditPage(*clinic.open, {.from = today, .to = today}, 0, 1).total == all);
        CHECK(app::auditPage(*clinic.open, {.to = yesterday}, 0, 1).total == 0);
    }
    THEN("every kind has words, and a made-up one is refused") {
        for (const auto& choice : app::auditKinds()) {
            CHECK_FALSE(choice.words.empty());
            CHECK_NOTHROW(app::auditPage(*clinic.open, {.kind = choice.kind}, 0, 1));
        }
        CHECK_THROWS_AS(app::auditPage(*clinic.open, {.kind = "dance"}, 0, 1), EditRefused);
    }
}

SCENARIO("what became of a form is told by its title, not by its identity", "[app][audit]") {
    const Screened clinic;
    const auto rows = clinic.rows(*clinic.open);
    REQUIRE(rows.size() == 5);
    CHECK(rows[0].what == "wrote what was done about a flag");
    CHECK(rows[1].what == "looked at the form “Our own screening”");
    CHECK(rows[2].what == "raised a flag");
    CHECK(rows[3].what == "completed the form “Our own screening”");
    CHECK(rows[4].what == "made the form “Our own screening”");
    CHECK(std::ranges::count(rows[3].details, "title: Our own screening") == 1);
    CHECK(std::ranges::count(rows[0].details, "whom: Dr M. Patel") == 1);
    for (const auto& row : rows) {
        CAPTURE(row.what, row.details);
        CHECK(row.shortly.empty());
        for (const auto& detail : row.details) {
            CHECK_FALSE(detail.starts_with("digest"));
            for (const auto& identity : clinic.identities()) {
                CHECK_THAT(detail, !ContainsSubstring(identity));
            }
        }
    }
    THEN("an auditor reads which form it was, never what it held") {
        const auto theirs = clinic.programOf(Role::Auditor);
        const auto seen = clinic.rows(*theirs);
        CHECK(seen[3].what == rows[3].what);
        CHECK(std::ranges::count(seen[3].details, "title") == 1);
        CHECK(std::ranges::count(seen[3].details, "digest") == 0);
    }
    THEN("that a record was merged is told all the same") {
        const auto other = aPatient(1);
        clinic.open->store().patients().add(other);
        clinic.open->store().patients().merge(other.id, clinic.open.patient());
        const auto merged = app::auditPage(
            *clinic.open, {.patient = clinic.open.patient(), .kind = "change"}, 0, 2);
        REQUIRE(merged.lines.size() == 2);
        CHECK(merged.lines[0].details == std::vector<std::string>{"merged from"});
        CHECK(merged.lines[1].details == std::vector<std::string>{"merged into"});
    }
}

SCENARIO("a printed head is compared with the trail", "[app][audit]") {
    Corrected clinic;
    const auto file = clinic.open.temp() / "trail.pdf";
    app::writeAuditPdf(*clinic.open, {}, file);
    const auto text =
        report::test::run("pdftotext '" + file.string() + "' - | tr '\\n' ' '").output;
    std::smatch found;
    REQUIRE(std::regex_search(text, found,
                              std::regex{R"(Newest row\s+(\d+)\s.*256\)\s+((?:[0-9a-f]+ ){4,}))"}));
    const app::PrintedHead printed{std::stoll(found[1]), found[2]};
    CAPTURE(printed.row, printed.hash);
    GIVEN("the clinic goes on") {
        clinic.open->store().audit().record(storage::AuditKind::Lock, {}, "locked the screen\n");
        CHECK(app::compareWithPrint(*clinic.open, printed).holds);
    }
    GIVEN("a clinic that is an older copy of itself") {
        const auto answer = app::compareWithPrint(*clinic.open, {printed.row + 100, printed.hash});
        CHECK_FALSE(answer.holds);
        CHECK_THAT(answer.sentence, ContainsSubstring("does not reach row"));
    }
    GIVEN("a trail that was rewritten") {
        auto other = printed;
        other.hash.front() = other.hash.front() == '0' ? '1' : '0';
        const auto answer = app::compareWithPrint(*clinic.open, other);
        CHECK_FALSE(answer.holds);
        CHECK_THAT(answer.sentence, ContainsSubstring("is not what was printed"));
    }
    GIVEN("a slip of typing") {
        for (const auto& hash :
             {printed.hash.substr(1), printed.hash + "0", "x" + printed.hash, std::string{}}) {
            CHECK_THROWS_AS(app::compareWithPrint(*clinic.open, {printed.row, hash}), EditRefused);
        }
        CHECK_THROWS_AS(app::compareWithPrint(*clinic.open, {0, printed.hash}), EditRefused);
    }
}

SCENARIO("the trail leaves the clinic as a table or a PDF", "[app][audit]") {
    Corrected clinic;
    WHEN("it is written as a table") {
        const auto file = clinic.open.temp() / "trail.csv";
        const auto rows = app::auditPage(*clinic.open, {}, 0, 1).total;
        REQUIRE(app::writeAuditCsv(*clinic.open, {}, file));
        const auto text = contentOf(file);
        THEN("it holds every row, and its own leaving is the next one") {
            CHECK(std::ranges::count(text, '\r') == rows + 1); // and the heading
            CHECK_THAT(text, ContainsSubstring("phone: " + aPatient().phone + " → "));
            const auto left = app::auditPage(*clinic.open, {.kind = "export"}, 0, 5);
            REQUIRE(left.lines.size() == 1);
            CHECK_THAT(left.lines.front().details.front(),
                       ContainsSubstring(std::to_string(rows) + " rows as CSV"));
        }
    }
    WHEN("there is no such folder") {
        const auto before = clinic.open->store().audit().head();
        CHECK_THROWS_AS(app::writeAuditCsv(*clinic.open, {}, clinic.open.temp() / "no" / "t.csv"),
                        ReportError);
        THEN("nothing tells of a file") {
            CHECK(clinic.open->store().audit().head() == before);
        }
    }
    WHEN("changes alone are printed as a PDF") {
        const auto file = clinic.open.temp() / "trail.pdf";
        app::writeAuditPdf(*clinic.open, {.kind = "change"}, file);
        const auto text = report::test::run("pdftotext -layout '" + file.string() + "' -").output;
        THEN("it says whether the trail is whole, and lists that one row") {
            CHECK_THAT(text, ContainsSubstring("The trail is whole."));
            CHECK_THAT(text, ContainsSubstring("1 row"));
            CHECK_THAT(text, ContainsSubstring("changed the record"));
            CHECK_THAT(text, !ContainsSubstring("signed in"));
        }
    }
    WHEN("an auditor writes both") {
        const auto theirs = clinic.programOf(Role::Auditor);
        const auto table = clinic.open.temp() / "theirs.csv";
        const auto pdf = clinic.open.temp() / "theirs.pdf";
        CHECK(app::writeAuditCsv(*theirs, {.patient = clinic.open.patient()}, table));
        CHECK_NOTHROW(app::writeAuditPdf(*theirs, {}, pdf));
        CHECK_THROWS_AS(app::writeAuditPdf(*theirs, {.patient = clinic.open.patient()}, pdf),
                        EditRefused);
        THEN("there are no values in them") {
            CHECK_THAT(contentOf(table), !ContainsSubstring("7946 0999"));
            CHECK(std::filesystem::exists(pdf));
        }
    }
}

TEST_CASE("what was done at a point is told without identities, keys and what was not given",
          "[app][audit]") {
    const storage::AuditEntry entry{
        .by = *PractitionerId::parse("01a13eca-2e80-772d-84aa-8f535b8ffc00"),
        .kind = storage::AuditKind::Change,
        .subject = storage::AuditSubject::Session,
        .detail = "+treatment 01a13eca-2e80-772d-84aa-8f535b8ffc0a pressure_release point "
                  "01a13eca-2e80-772d-84aa-8f535b8ffc0b - - -\n"
                  "+note subjective written pain - worse_than before -\n"};
    CHECK(app::notedLines(entry, true) ==
          std::vector<std::string>{"treatment: pressure release point",
                                   "note: subjective written pain - worse_than before -"});
}
