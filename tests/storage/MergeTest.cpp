// SPDX-License-Identifier: MIT
// Two records of one person: found, joined without moving a row, and taken apart again.
#include "domain/Error.h"
#include "storage/TestClinic.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

namespace palpate::test {

namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

[[nodiscard]] Patient named(std::uint32_t number, std::string given, std::string family) {
    auto patient = aPatient(number);
    patient.givenName = std::move(given);
    patient.familyName = std::move(family);
    return patient;
}

/// Ana with a case and a session, and the same person a second time as "Anna Kovacs" with another.
struct TwoRecords : OpenClinic {
    TwoRecords() {
        store->sessions().begin(aFullSession());
        time.clock.advance(std::chrono::minutes{1});
        store->patients().add(again);
        store->cases().add(herCase);
        auto session = aSession(1);
        session.patient = again.id;
        session.caseId = herCase.id;
        session.note[0] = written("Headaches after reading.");
        store->sessions().begin(session);
        first = aPatient().id;
        second = again.id;
    }

    Patient again = named(1, "Anna", "Kovacs");
    Case herCase = [] {
        auto record = aCase(1);
        record.complaint = "Headache";
        return record;
    }();
    PatientId first = aPatient().id;
    PatientId second = aPatient(1).id;
};

[[nodiscard]] std::vector<SessionId> idsOf(const std::vector<Session>& sessions) {
    std::vector<SessionId> ids;
    for (const auto& session : sessions) {
        ids.push_back(session.id);
    }
    return ids;
}

} // namespace

SCENARIO("two records of one person become one and two again", "[storage]") {
    TwoRecords clinic;
    auto& store = *clinic.store;
    auto& patients = store.patients();
    const auto contents = [&] {
        return BackDoor{clinic}.ask(
            "SELECT group_concat(no || ':' || patient_no || ':' || hex(id), ' ') FROM (SELECT no, "
            "patient_no, id FROM session UNION ALL SELECT no, patient_no, id FROM clinical_case)");
    };
    const auto before = contents();
    const auto searchBefore = patients.search("", 10);
    const std::vector both{aSession(0).id, aSession(1).id};

    patients.merge(clinic.second, clinic.first);
    THEN("no row moves; the one record answers for both") {
        CHECK(contents() == before);
        CHECK(patients.find(clinic.second)->mergedInto == clinic.first);
        CHECK(patients.current(clinic.second) == clinic.first);
        CHECK(patients.current(clinic.first) == clinic.first);
        CHECK(patients.mergedInto(clinic.first).at(0).id == clinic.second);
        CHECK(store.cases().ofPatient(clinic.first).size() == 2);
        CHECK(idsOf(store.sessions().ofPatient(clinic.first)) == both);
        CHECK(store.sessions().list(clinic.first, 10).size() == 2);
        CHECK(store.sessions().list(clinic.first, 1).at(0).id == both[1]);
        // What was merged still tells its own part.
        CHECK(store.cases().ofPatient(clinic.second) == std::vector{clinic.herCase});
        CHECK(store.sessions().find(both[1])->patient == clinic.second);
        CHECK(store.verify().isSound());
    }
    THEN("the daily list has one line, which is found under either name") {
        const auto rows = patients.search("", 10);
        REQUIRE(rows.size() == 1);
        CHECK(rows[0].id == clinic.first);
        CHECK(rows[0].lastSession == aSession(1).startedAt);
        CHECK(patients.search("anna", 10) == rows);
        CHECK(patients.search("kov\xC3\xA1"
                              "cs ana",
                              10) == rows);
        const auto all = patients.search("anna", 10, storage::PatientScope::Everything);
        REQUIRE(all.size() == 2);
        CHECK((all[0].mergedInto == clinic.first || all[1].mergedInto == clinic.first));
    }
    THEN("sessions of both are found under the one that goes on") {
        const auto mine = store.sessions().search({.patient = clinic.first});
        REQUIRE(mine.size() == 2);
        CHECK(mine[0].session == both[1]);
        CHECK(mine[0].patient == clinic.first);
        CHECK(mine[0].patientName == "Ana Kov\xC3\xA1"
                                     "cs");
        CHECK(store.sessions().search({.text = "ana headaches"}).size() == 1);
        CHECK(store.sessions().search({.text = "anna reading"}).size() == 1);
    }
    THEN("a further session in a case of the merged record counts for the one that goes on") {
        auto later = aSession(5);
        later.patient = clinic.second;
        later.caseId = clinic.herCase.id;
        store.sessions().begin(later);
        CHECK(patients.search("", 1).at(0).lastSession == later.startedAt);
        CHECK(store.sessions().ofPatient(clinic.first).size() == 3);
        CHECK(store.verify().isSound());
    }
    THEN("both trails tell it") {
        const auto rows = store.audit().list({.limit = 2});
        CHECK(rows[0].patient == clinic.first);
        CHECK(rows[0].detail == "+merged_from " + clinic.second.text() + "\n");
        CHECK(rows[1].patient == clinic.second);
        CHECK(rows[1].detail == "-merged_into -\n+merged_into " + clinic.first.text() + "\n");
    }
    WHEN("it is taken back") {
        patients.unmerge(clinic.second);
        THEN("everything is as it was") {
            CHECK(contents() == before);
            CHECK(patients.find(clinic.second) == clinic.again);
            CHECK(patients.search("", 10) == searchBefore);
            CHECK(patients.search("anna", 10).at(0).id == clinic.second);
            CHECK(patients.search("anna", 10).size() == 2); // Ana but for one letter
            CHECK(store.cases().ofPatient(clinic.first) == std::vector{aCase()});
            CHECK(store.sessions().search({.patient = clinic.first}).size() == 1);
            CHECK(store.sessions().search({.text = "ana headaches"}).empty());
            CHECK(store.verify().isSound());
            CHECK_THROWS_MATCHES(patients.unmerge(clinic.second), EditRefused,
                                 MessageMatches(ContainsSubstring("is not merged")));
        }
    }
}

TEST_CASE("records are merged in one step only, and never into themselves", "[storage]") {
    TwoRecords clinic;
    auto& patients = clinic.store->patients();
    const auto third = named(2, "Annie",
                             "Kov\xC3\xA1"
                             "cs");
    patients.add(third);
    const auto refuses = [&](const PatientId& from, const PatientId& into, const char* why) {
        const auto rows = clinic.store->audit().list({.limit = 1000}).size();
        CHECK_THROWS_MATCHES(patients.merge(from, into), EditRefused,
                             MessageMatches(ContainsSubstring(why)));
        CHECK(clinic.store->audit().list({.limit = 1000}).size() == rows);
    };
    BackDoor door{clinic}; // the database refuses it too, past the room's own doors
    CHECK_THROWS_WITH(door.run("UPDATE patient SET merged_into = no WHERE no = 1"),
                      ContainsSubstring("CHECK"));
    refuses(clinic.first, clinic.first, "into itself");
    refuses(clinic.first, aPatient(9).id, "not in this clinic");
    patients.merge(clinic.second, clinic.first);
    refuses(clinic.second, third.id, "merged already");
    refuses(third.id, clinic.second, "was itself merged into another");
    refuses(clinic.first, third.id, "Other records were merged into this record");
    refuses(clinic.first, clinic.second, "was itself merged");
    patients.merge(third.id, clinic.first);
    CHECK(patients.mergedInto(clinic.first).size() == 2);

    CHECK_THROWS_WITH(door.run("UPDATE patient SET merged_into = 2 WHERE no = 1"),
                      ContainsSubstring("merged into one that goes on"));
}

TEST_CASE("a record that may be the same person's is shown with the reason", "[storage]") {
    const OpenClinic clinic;
    auto& patients = clinic.store->patients();
    const auto add = [&](std::uint32_t number, std::string given, std::string family,
                         std::string phone) {
        auto patient = named(number, std::move(given), std::move(family));
        patient.phone = std::move(phone);
        clinic.store->patients().add(patient);
        return patient;
    };
    const auto misspelt = add(1, "Anna", "Kovacs", "");
    const auto swapped = add(2,
                             "Kov\xC3\xA1"
                             "cs",
                             "Ana Maria", "");
    const auto twin = add(3, "Balthasar",
                          "Kov\xC3\xA1"
                          "cs",
                          "");
    auto sameNumber = named(4, "Jonas", "Berg");
    sameNumber.birthDate = Date{std::chrono::year{1990} / 1 / 2};
    sameNumber.phone = "+44 (0)20 7946 0199";
    patients.add(sameNumber);
    auto otherDay = named(5, "Ana",
                          "Kov\xC3\xA1"
                          "cs");
    otherDay.birthDate = Date{std::chrono::year{1984} / 3 / 10};
    otherDay.phone = "0199";
    patients.add(otherDay);

    const auto alike = patients.alike(aPatient());
    REQUIRE(alike.size() == 3);
    CHECK(alike[0].row.id == sameNumber.id);
    CHECK(alike[0].samePhone);
    CHECK_FALSE(alike[0].sameBirthAndName);
    CHECK(alike[1].row.id == swapped.id);
    CHECK(alike[2].row.id == misspelt.id);
    CHECK(alike[2].sameBirthAndName);
    CHECK_FALSE(alike[2].samePhone);

    SECTION("a merged record is shown no more, an archived one is") {
        patients.merge(misspelt.id, aPatient().id);
        patients.archive(swapped.id);
        const auto left = patients.alike(aPatient());
        REQUIRE(left.size() == 2);
        CHECK(left[1].row.archived);
    }
    SECTION("a preferred name counts") {
        auto called = named(6, "Annamaria",
                            "Kov\xC3\xA1"
                            "cs");
        called.preferredName = "Ana";
        patients.add(called);
        CHECK(patients.alike(aPatient()).at(0).row.id == called.id);
    }
    SECTION("whoever has no birth date and no number is like nobody") {
        auto bare = aPatient();
        bare.birthDate.reset();
        bare.phone = "0199";
        CHECK(patients.alike(bare).empty());
    }
}

} // namespace palpate::test
