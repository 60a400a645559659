// SPDX-License-Identifier: MIT
// A record that is destroyed is gone from every table, the clinic is sound, and the trail tells of
// it; whoever makes a record vanish otherwise, or leaves something of one, is found.
#include "domain/Error.h"
#include "storage/RecordTables.h"
#include "storage/TestRecords.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

namespace palpate::test {

namespace {

using Catch::Matchers::ContainsSubstring;
using storage::AuditKind;
using storage::Check;
using storage::Holding;

/// Tables that no record has rows in.
const std::set<std::string> kNeverOfPatients{
    "clinic",        "practitioner",      "signing_key",  "audit_head",   "clinic_template",
    "letterhead",    "snippet",           "saved_search", "search_state", "outcome",
    "backup_folder", "backup_run",        "destruction",  "lock_setting", "retention_rule",
    "recovery_code", "retention_setting", "second_factor"};

[[nodiscard]] std::set<std::string> linesIn(const std::string& text) {
    std::set<std::string> lines;
    std::istringstream in{text};
    for (std::string line; std::getline(in, line);) {
        lines.insert(line);
    }
    return lines;
}

[[nodiscard]] std::string countSql(const storage::RecordTable& table) {
    const auto name = std::string{table.table};
    return "SELECT count(*) FROM " + (table.holding == Holding::Words ? name + "_docsize" : name);
}

/// Rows of each table that a record has rows in.
[[nodiscard]] std::map<std::string, std::string> countsOf(BackDoor& door) {
    std::map<std::string, std::string> counts;
    for (const auto& table : storage::recordTables()) {
        if (table.holding == Holding::Record || table.holding == Holding::Words ||
            table.holding == Holding::Derived) {
            counts[std::string{table.table}] = door.ask(countSql(table));
        }
    }
    return counts;
}

[[nodiscard]] std::string schemaOf(BackDoor& door) {
    return door.ask("SELECT group_concat(type || name || ifnull(sql, ''), char(10)) FROM (SELECT * "
                    "FROM sqlite_schema ORDER BY type, name)");
}

[[nodiscard]] std::string outcomesOf(BackDoor& door) {
    return door.ask("SELECT group_concat(concat_ws(' ', technique, muscle, uses, once_count, "
                    "once_sum, next_count, next_sum, patients), char(10)) FROM outcome");
}

/// Pages of an index in which the word that only Ana's record holds can be read.
[[nodiscard]] std::string pagesWithHerWord(BackDoor& door, const std::string& index) {
    return door.ask("SELECT count(*) FROM " + index +
                    "_data WHERE instr(block, CAST('zalcoatlus' AS BLOB)) > 0");
}

[[nodiscard]] std::string faultsOf(const storage::VerificationReport& report) {
    std::string text;
    for (const auto& check : report.checks) {
        for (const auto& fault : check.faults) {
            text += std::string{name(check.check)} + ": " + shown(fault) + "\n";
        }
    }
    return text;
}

[[nodiscard]] std::string destroyedDetail() {
    return "+reason no longer needed\n+rule 10 years after the last session (a law)\n";
}

struct Tampering {
    const char* sql;
    const char* named;
};

} // namespace

TEST_CASE("every table either has rows of patients and is cleared, or never has", "[storage]") {
    const TestClinic clinic;
    BackDoor door{clinic};
    auto tables = linesIn(door.ask(
        "SELECT group_concat(name, char(10)) FROM sqlite_schema WHERE type = 'table' AND name NOT "
        "LIKE '%\\_fts\\__%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"));
    for (const auto& table : storage::recordTables()) {
        CAPTURE(table.table);
        CHECK(tables.erase(std::string{table.table}) == 1);
    }
    CHECK(tables == kNeverOfPatients);
    // Whatever refers to a table with rows of patients has some, too.
    for (const auto& never : kNeverOfPatients) {
        for (const auto& table :
             linesIn(door.ask("SELECT ifnull(group_concat(\"table\", char(10)), '') FROM "
                              "pragma_foreign_key_list('" +
                              never + "')"))) {
            CAPTURE(never, table);
            CHECK((kNeverOfPatients.contains(table) || table == "audit"));
        }
    }
}

SCENARIO("a record is destroyed", "[storage]") {
    const TestClinic clinic;
    auto store = clinic.open();
    addBystander(*store);
    BackDoor door{clinic};
    const auto before = countsOf(door);
    const auto schema = schemaOf(door);
    const auto outcomes = outcomesOf(door);
    fillWholeRecord(clinic, *store);
    for (const auto& [table, count] : countsOf(door)) {
        CAPTURE(table);
        CHECK(std::stoi(count) > std::stoi(before.at(table)));
    }
    for (const auto* index : {"session_fts", "patient_fts", "form_fts"}) {
        CAPTURE(index);
        CHECK(pagesWithHerWord(door, index) != "0");
    }
    REQUIRE(store->verify().isSound());

    const auto made = store->retention().destroy(anOrder());

    THEN("no row of it is left, of the records merged into it neither, and every other is") {
        CHECK(countsOf(door) == before);
        CHECK(outcomesOf(door) == outcomes);
        CHECK_FALSE(store->patients().find(aPatient().id).has_value());
        CHECK_FALSE(store->patients().find(aPatient(2).id).has_value());
        CHECK(store->patients().find(aPatient(1).id) == aPatient(1));
    }
    THEN("what can be derived is what making it again gives, and the clinic is sound") {
        CHECK(faultsOf(store->verify()).empty());
        CHECK(store->verify().isSound());
    }
    THEN("the words of it are in no index any more, not even in its pages") {
        for (const auto* index : {"session_fts", "patient_fts", "form_fts"}) {
            CAPTURE(index);
            CHECK(pagesWithHerWord(door, index) == "0");
        }
    }
    THEN("what keeps records from being removed is back, word for word") {
        CHECK(schemaOf(door) == schema);
        CHECK_THROWS_WITH(door.run("DELETE FROM document"), ContainsSubstring("cannot be changed"));
    }
    THEN("the trail's rows stay, and their details are gone") {
        const auto rows = store->audit().list({.patient = aPatient().id});
        REQUIRE(rows.size() > 10);
        CHECK(rows.front().kind == AuditKind::Destroy);
        CHECK_THAT(rows.front().detail, ContainsSubstring(destroyedDetail()));
        CHECK_THAT(rows.front().detail, !ContainsSubstring("Kov"));
        CHECK(std::ranges::all_of(rows.begin() + 1, rows.end(),
                                  [](const auto& row) { return row.detail.empty(); }));
    }
    THEN("what is kept of it says how much went, why and when") {
        REQUIRE(made.size() == 2);
        CHECK(made[0].patient == aPatient().id);
        CHECK(made[1].patient == aPatient(2).id);
        CHECK(made[0].sessions == 3);
        CHECK(made[0].documents == 1);
        CHECK(made[0].rows > 50);
        CHECK(made[1].sessions == 1);
        CHECK(made[0].id == made[1].id);
        CHECK(made[0].backups == anOrder().backups);
        CHECK(made[0].by == aPractitioner().id);
        CHECK(made[0].lastSession == kToday);
        const auto kept = store->retention().destructions();
        CHECK(kept == std::vector{made[1], made[0]});
    }
    THEN("the patient can't be destroyed twice") {
        CHECK_THROWS_AS(store->retention().destroy(anOrder()), EditRefused);
        CHECK(store->verify().isSound());
    }
    THEN("the next one to open the clinic finds it so") {
        store->signOut();
        const auto again = clinic.open();
        CHECK(again->verify().isSound());
        CHECK(again->retention().destructions().size() == 2);
    }
}

SCENARIO("a record is not destroyed when it must not be", "[storage]") {
    const TestClinic clinic;
    auto store = clinic.open();
    addBystander(*store);
    fillWholeRecord(clinic, *store);
    BackDoor door{clinic};
    const auto before = countsOf(door);
    auto order = anOrder();

    WHEN("it was merged into another") {
        order.patient = aPatient(2).id;
        CHECK_THROWS_AS(store->retention().destroy(order), EditRefused);
    }
    WHEN("there is none") {
        order.patient = aPatient(7).id;
        CHECK_THROWS_AS(store->retention().destroy(order), EditRefused);
    }
    WHEN("a session of it is being charted, here or elsewhere") {
        const bool isHere = GENERATE(true, false);
        const auto other = isHere ? nullptr : clinic.open();
        auto& charting = isHere ? *store : *other;
        CHECK_FALSE(charting.sessions().claim(aFullSession(2).id).has_value());
        CHECK_THROWS_AS(store->retention().destroy(order), EditRefused);
        charting.sessions().release(aFullSession(2).id);
        CHECK_NOTHROW(store->retention().destroy(order));
        return;
    }
    WHEN("somebody else than an owner asks") {
        auto colleague = aPractitioner();
        colleague.id = idOf<PractitionerId>(2);
        colleague.userName = "lee";
        colleague.role = Role::Practitioner;
        store->practitioners().add(colleague, "another password", storage::KdfCost::forTests());
        const auto theirs = clinic.open("lee", "another password");
        CHECK_THROWS_AS(theirs->retention().destroy(order), AccessDenied);
        CHECK_THROWS_AS(theirs->retention().records(kNow, 10), AccessDenied);
    }
    WHEN("it fails in the middle") {
        order.reason = std::string(3000, 'x'); // more than the table takes
        CHECK_THROWS_AS(store->retention().destroy(order), StorageError);
        CHECK_THROWS(door.run("DELETE FROM document"));
    }
    WHEN("a request in another record is about a session of it") {
        store->patients().unmerge(aPatient(2).id);
        CHECK_NOTHROW(store->patients().merge(aPatient(2).id, aPatient(1).id));
        store->amendments().add({.id = idOf<AmendmentId>(45),
                                 .patient = aPatient(1).id,
                                 .session = aSession(6).id,
                                 .wish = "It was the left side.",
                                 .askedOn = kToday,
                                 .by = aPractitioner().id,
                                 .at = kNow});
        store->patients().unmerge(aPatient(2).id);
        order.patient = aPatient(2).id;
        CHECK_THROWS_WITH(store->retention().destroy(order), ContainsSubstring("request"));
        CHECK(store->patients().find(aPatient(2).id).has_value());
        return;
    }
    CHECK(countsOf(door) == before);
    CHECK(store->retention().destructions().empty());
}

TEST_CASE("what a destruction does not explain is found", "[storage]") {
    const TestClinic clinic;
    {
        auto store = clinic.open();
        addBystander(*store);
        fillWholeRecord(clinic, *store);
        static_cast<void>(store->retention().destroy(anOrder()));
        store->signOut();
    }
    const std::vector<Tampering> all{
        {"DELETE FROM destruction WHERE no = 1", "the entry about it is gone"},
        {"DELETE FROM destruction WHERE no = 2", "was made, but is gone"},
        {"UPDATE destruction SET reason = 'other' WHERE no = 1", "not as the audit trail"},
        {"UPDATE destruction SET rows_gone = 1 WHERE no = 1", "not as the audit trail"},
        {"UPDATE destruction SET backups = '' WHERE no = 1", "not as the audit trail"},
        {"UPDATE destruction SET export_digest = zeroblob(32) WHERE no = 2",
         "not as the audit trail"},
        {"INSERT INTO destruction SELECT 9, id, (SELECT id FROM patient), reason, rule, "
         "last_session, rows_gone, sessions_gone, documents_gone, export_digest, backups, "
         "practitioner_no, at FROM destruction WHERE no = 1",
         "was destroyed, but is there"},
        {"INSERT INTO patient (no, id, family_name, given_name, phone, email, occupation, note, "
         "alerts_asked, created_at, recency) SELECT 90, patient, 'x', '', '', '', '', '', 0, 0, 9 "
         "FROM destruction WHERE no = 1",
         "was destroyed, but is there"},
        {"INSERT INTO audit_detail SELECT min(a.seq), zeroblob(16), 'Ana' FROM audit a JOIN "
         "destruction d ON d.patient = a.patient",
         "1 texts about them are left"},
        {"INSERT INTO unfinished_text SELECT 1, 'contact', subject_id, 'Ana', 0 FROM audit WHERE "
         "subject = 'case' AND patient = (SELECT patient FROM destruction WHERE no = 1) LIMIT 1",
         "1 texts about them are left"},
        {"UPDATE audit SET patient = (SELECT patient FROM destruction WHERE no = 1) WHERE seq = "
         "(SELECT max(seq) FROM audit)",
         "tells of later acts"},
        {"DELETE FROM session WHERE signed_at IS NULL", "was made, but is gone"},
        {"DELETE FROM clinical_case", "was made, but is gone"},
        {"DELETE FROM patient", "was made, but is gone"},
    };
    const auto& tampering = all.at(GENERATE_COPY(range(std::size_t{0}, all.size())));
    CAPTURE(tampering.sql);
    {
        BackDoor door{clinic};
        dropTriggers(door);
        door.run("PRAGMA foreign_keys = OFF");
        door.run(tampering.sql);
    }
    const auto store = clinic.open();
    const auto report = store->verify();
    CHECK_FALSE(report.isSound());
    const auto& check =
        *std::ranges::find(report.checks, Check::Destructions, &storage::CheckResult::check);
    CHECK_FALSE(check.isSound());
    CHECK_THAT(faultsOf(report), ContainsSubstring(tampering.named));
}

} // namespace palpate::test
