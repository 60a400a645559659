// SPDX-License-Identifier: MIT
// How long records are kept, which were not used for long, and the whole record as rows.
#include "domain/Error.h"
#include "storage/Crypto.h"
#include "storage/RecordTables.h"
#include "storage/TestRecords.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <nlohmann/json.hpp>

namespace palpate::test {

namespace {

using Catch::Matchers::ContainsSubstring;
using storage::Holding;
using Json = nlohmann::json;

[[nodiscard]] std::vector<RetentionRule> someRules() {
    return {{"Germany", {}, 10, {}, "BGB, section 630f(3)"},
            {"Elsewhere", Profession::Chiropractor, 7, 25, "a law;\nin two lines"}};
}

[[nodiscard]] std::string exported(storage::Store& store, const PatientId& patient) {
    std::string text;
    store.retention().exportRows(patient, [&](std::string_view piece) { text += piece; });
    return text;
}

} // namespace

SCENARIO("a clinic keeps its own table of how long records are kept", "[storage]") {
    const OpenClinic clinic;
    auto& retention = clinic.store->retention();
    CHECK(retention.rules().empty());
    CHECK_FALSE(retention.country().has_value());
    retention.setRules(someRules());
    CHECK(retention.rules() == someRules());

    THEN("the change is in the trail, rule by rule") {
        auto fewer = someRules();
        fewer.erase(fewer.begin());
        retention.setRules(fewer);
        const auto row = newestRow(*clinic.store);
        CHECK(row.subject == storage::AuditSubject::Retention);
        CHECK(row.detail == "-rule Germany - years 10 until_age - source BGB, section 630f(3)\n");
        CHECK(retention.rules() == fewer);
    }
    THEN("the same table again is no change") {
        const auto before = newestRow(*clinic.store).seq;
        retention.setRules(someRules());
        CHECK(newestRow(*clinic.store).seq == before);
    }
    THEN("the country is chosen once for all") {
        retention.setCountry("Germany");
        CHECK(newestRow(*clinic.store).detail == "+country Germany\n");
        retention.setCountry("Elsewhere");
        CHECK(newestRow(*clinic.store).detail == "-country Germany\n+country Elsewhere\n");
        CHECK(retention.country() == "Elsewhere");
    }
}

SCENARIO("records that were not used for long are listed", "[storage]") {
    const TestClinic clinic;
    auto store = clinic.open();
    addBystander(*store);            // last seen 12 weeks later
    fillWholeRecord(clinic, *store); // with the record merged into it, 6 weeks later
    auto& retention = store->retention();

    const auto all = retention.records(kNow + std::chrono::weeks{20}, 10);
    REQUIRE(all.size() == 2);
    CHECK(all[0].patient == aPatient().id);
    CHECK(all[0].birthDate == aPatient().birthDate);
    CHECK(all[0].lastSession == aSession(6).startedAt);
    CHECK(all[0].timeZone == aSession(6).timeZone);
    CHECK(all[0].begun == kNow);
    CHECK(all[0].professions == std::vector{Profession::Physiotherapist});
    CHECK(all[1].patient == aPatient(1).id);
    CHECK(retention.records(aSession(12).startedAt, 10).size() == 1);
    CHECK(retention.records(aSession(6).startedAt, 10).empty());
    CHECK(retention.records(kNow + std::chrono::weeks{20}, 1).size() == 1);

    CHECK(retention.record(aPatient(1).id)->lastSession == aSession(12).startedAt);
    CHECK_FALSE(retention.record(aPatient(2).id).has_value());
    CHECK_FALSE(retention.record(aPatient(9).id).has_value());
}

SCENARIO("a whole record is written out as rows", "[storage]") {
    const TestClinic clinic;
    auto store = clinic.open();
    addBystander(*store);
    fillWholeRecord(clinic, *store);
    BackDoor door{clinic};
    const auto text = exported(*store, aPatient().id);
    const auto tables = Json::parse(text);

    THEN("every table of a record is there, with every row of hers and no other") {
        for (const auto& table : storage::recordTables()) {
            const std::string name{table.table};
            CAPTURE(name);
            if (table.holding == Holding::Derived || table.holding == Holding::Words) {
                CHECK_FALSE(tables.contains(name));
                continue;
            }
            REQUIRE(tables.contains(name));
            CHECK_FALSE(tables.at(name).empty());
        }
        const auto rows = [&](const char* table) { return tables.at(table).size(); };
        CHECK(rows("patient") == 2);
        CHECK(rows("session") == 4);
        CHECK(std::to_string(rows("finding")) == door.ask("SELECT count(*) FROM finding"));
        CHECK(std::to_string(rows("treatment")) ==
              door.ask("SELECT count(*) FROM treatment t JOIN session s ON s.no = t.session_no "
                       "WHERE s.patient_no <> (SELECT min(no) FROM patient)"));
        CHECK(std::to_string(rows("audit")) ==
              door.ask("SELECT count(*) FROM audit WHERE patient IN (SELECT id FROM patient WHERE "
                       "no <> (SELECT min(no) FROM patient))"));
        CHECK_THAT(text, !ContainsSubstring(aPatient(1).id.text()));
    }
    THEN("values are those of the table") {
        const auto& patient = tables.at("patient").at(0);
        CHECK(patient.at("note") == "Keeps a " + std::string{kOnlyHers} + ".");
        CHECK(patient.at("birth_date") == "1984-03-09");
        CHECK(patient.at("merged_into").is_null());
        CHECK(patient.at("id") == storage::hexOf(storage::ByteView{aPatient().id.value().bytes()}));
        const auto& dose = tables.at("treatment_value").at(1);
        CHECK(dose.at("number") == 0.1 + 0.2);
        CHECK(tables.at("document_content").at(0).at("content") ==
              "255044462d312e37206f662061207265706f7274");
    }
    THEN("whoever the rows name is there, and no secret") {
        CHECK(tables.at("practitioner").size() == 2); // Kim, who opened it in an emergency
        CHECK(tables.at("signing_key").size() == 1);
        CHECK(tables.at("clinic").at(0).at("name") == aClinicProfile().name);
        CHECK_FALSE(tables.contains("second_factor"));
    }
    THEN("a record that was merged into it gives the whole one") {
        CHECK(exported(*store, aPatient(2).id) == text);
    }
    THEN("whom it is closed to does not get it") {
        auto colleague = aPractitioner();
        colleague.id = idOf<PractitionerId>(2);
        colleague.userName = "lee";
        colleague.role = Role::Practitioner;
        store->practitioners().add(colleague, "another password", storage::KdfCost::forTests());
        auto theirs = clinic.open("lee", "another password");
        CHECK_THROWS_AS(exported(*theirs, aPatient().id), RecordRestricted);
        CHECK_NOTHROW(exported(*theirs, aPatient(1).id));
    }
    CHECK_THROWS_AS(exported(*store, aPatient(9).id), EditRefused);
}

} // namespace palpate::test
