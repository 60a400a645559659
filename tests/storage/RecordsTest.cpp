// SPDX-License-Identifier: MIT
// The contract of the patient and case repositories and of the audit trail.
#include "domain/Error.h"
#include "storage/TestClinic.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

namespace palpate::test {

namespace {

using Catch::Matchers::ContainsSubstring;
using storage::AuditKind;

[[nodiscard]] Patient named(std::uint32_t number, std::string given, std::string family) {
    auto patient = aPatient(number);
    patient.givenName = std::move(given);
    patient.familyName = std::move(family);
    return patient;
}

[[nodiscard]] std::vector<std::string> found(storage::Store& store, std::string_view text,
                                             int limit = 50) {
    std::vector<std::string> names;
    for (const auto& row : store.patients().search(text, limit)) {
        names.push_back(row.givenName);
    }
    return names;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("a patient comes back as it went in", "[storage]") {
    OpenClinic clinic;
    auto patient = aPatient(1);
    SECTION("not asked") {
        patient.alerts.reset();
        patient.birthDate.reset();
        patient.sex = Sex::NotAsked;
    }
    SECTION("asked, none") {
        patient.sex = Sex::Unknown;
    }
    SECTION("asked, some") {
        patient.alerts = {{key<AlertKey>("anticoagulant"), "apixaban 5 mg"},
                          {key<AlertKey>("pacemaker"), ""}};
        patient.note = "Prefers mornings; 'quotes' \"and\" \xE2\x82\xAC\n";
    }
    clinic.store->patients().add(patient);
    CHECK(clinic.store->patients().find(patient.id) == patient);
    CHECK(clinic.store->patients().count() == 2);
    CHECK_FALSE(clinic.store->patients().find(aPatient(7).id).has_value());
    CHECK_THROWS_AS(clinic.store->patients().update(aPatient(7)), EditRefused);

    auto changed = patient;
    changed.familyName = "Szab\xC3\xB3";
    changed.alerts = {{key<AlertKey>("pregnancy"), ""}};
    clinic.store->patients().update(changed);
    CHECK(clinic.store->patients().find(patient.id) == changed);
}

TEST_CASE("the database keeps its own limits", "[storage]") {
    OpenClinic clinic;
    auto patient = named(1, "", "");
    CHECK_THROWS_AS(clinic.store->patients().add(patient), StorageError);
    patient.familyName = std::string(201, 'x');
    CHECK_THROWS_AS(clinic.store->patients().add(patient), StorageError);
    CHECK_THROWS_AS(clinic.store->patients().add(aPatient()),
                    StorageError); // the identity is there already
    CHECK(clinic.store->patients().count() == 1);
    CHECK(found(*clinic.store, "") == Names{"Ana"});
}

TEST_CASE("patients are found as one types", "[storage]") {
    TestClinic clinic;
    const auto store = clinic.open();
    auto zoe = named(1, "Zo\xC3\xAB", "O'Brien-M\xC3\xBCller");
    zoe.birthDate = Date{std::chrono::year{1990} / 1 / 2};
    zoe.phone = "+44 161 496 0222";
    auto ioannis =
        named(2, "\xCE\x99\xCF\x89\xCE\xAC\xCE\xBD\xCE\xBD\xCE\xB7\xCF\x82", "Papadopoulos");
    ioannis.phone = "";
    for (const auto& patient : {aPatient(), zoe, ioannis}) {
        clinic.time.clock.advance(std::chrono::seconds{10});
        store->patients().add(patient);
    }
    CHECK(found(*store, "") == Names{ioannis.givenName, "Zo\xC3\xAB", "Ana"});
    CHECK(found(*store, "", 2).size() == 2);
    CHECK(found(*store, "kov") == Names{"Ana"});
    CHECK(found(*store, "KOV\xC3\x81") == Names{"Ana"});
    CHECK(found(*store, "kovacs a") == Names{"Ana"});
    CHECK(found(*store, "a kovacs") == Names{"Ana"});
    CHECK(found(*store, "ana kovatssz").empty());
    CHECK(found(*store, "zoe muell") == Names{"Zo\xC3\xAB"}); // one letter too many
    CHECK(found(*store, "zoe mueeler").empty());
    CHECK(found(*store, "zoe mull") == Names{"Zo\xC3\xAB"});
    CHECK(found(*store, "o'brien") == Names{"Zo\xC3\xAB"});
    CHECK(found(*store, "brien,zoe") == Names{"Zo\xC3\xAB"});
    CHECK(found(*store, "\xCE\xB9\xCF\x89\xCE\xB1") == Names{ioannis.givenName});
    CHECK(found(*store, "1990-01-02") == Names{"Zo\xC3\xAB"});
    CHECK(found(*store, "2.1.1990") == Names{"Zo\xC3\xAB"});
    CHECK(found(*store, "02/01/1990") == Names{"Zo\xC3\xAB"});
    CHECK(found(*store, "1.2.1990").empty());
    CHECK(found(*store, "1990") == Names{"Zo\xC3\xAB"});
    CHECK(found(*store, "4960222") == Names{"Zo\xC3\xAB"});
    CHECK(found(*store, "0161 496") == Names{"Zo\xC3\xAB"});
    CHECK(found(*store, "+44161") == Names{"Zo\xC3\xAB"});
    CHECK(found(*store, "7946-0199") == Names{"Ana"});
    CHECK(found(*store, "9999").empty());
    for (const auto* garbage : {"\"", "*", "a OR b", "NEAR(", "'; DROP", "-", "(",
                                "\xEE\x80\x80"
                                "a",
                                "^x", "{}"}) {
        CAPTURE(garbage);
        CHECK_NOTHROW(found(*store, garbage));
    }

    zoe.familyName = "Brown";
    store->patients().update(zoe);
    CHECK(found(*store, "brien").empty());
    CHECK(found(*store, "brow") == Names{"Zo\xC3\xAB"});
}

TEST_CASE("the patient seen last comes first, with the last session and the open case",
          "[storage]") {
    TestClinic clinic;
    const auto store = clinic.open();
    store->patients().add(aPatient());
    store->cases().add(aCase());
    clinic.time.clock.advance(std::chrono::seconds{10});
    store->patients().add(named(1, "Bea", "Kovacs"));
    CHECK(found(*store, "kov") == Names{"Bea", "Ana"});
    store->sessions().begin(aFullSession(3));
    CHECK(found(*store, "kov") == Names{"Ana", "Bea"});
    const auto rows = store->patients().search("", 10);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].lastSession == aFullSession(3).startedAt);
    CHECK(rows[0].openComplaint == "Low back pain, right");
    CHECK(rows[0].birthDate == aPatient().birthDate);
    CHECK_FALSE(rows[1].lastSession.has_value());
    CHECK(rows[1].openComplaint.empty());
    store->sessions().discardDraft(aFullSession(3).id);
    CHECK(found(*store, "kov") == Names{"Bea", "Ana"});
    CHECK(store->verify().isSound());
}

TEST_CASE("a case comes back as it went in", "[storage]") {
    OpenClinic clinic;
    auto& cases = clinic.store->cases();
    CHECK(cases.find(aCase().id) == aCase());
    auto closed = aCase(1);
    closed.patient = aPatient().id;
    closed.status = CaseStatus::Discharged;
    closed.onset.reset();
    closed.opened = kToday;
    cases.add(closed);
    CHECK(cases.ofPatient(aPatient().id) == std::vector{aCase(), closed}); // the open one first
    CHECK(cases.ofPatient(aPatient(5).id).empty());
    CHECK_FALSE(cases.find(aCase(5).id).has_value());

    auto changed = aCase();
    changed.status = CaseStatus::ReferredOn;
    changed.goal = "lift the child";
    cases.update(changed);
    CHECK(cases.find(changed.id) == changed);
    CHECK_THROWS_AS(cases.update(aCase(5)), EditRefused);
    CHECK_THROWS_AS(cases.add(aCase(6)), EditRefused);
}

SCENARIO("the trail tells who did and saw what", "[storage]") {
    OpenClinic clinic;
    auto& store = *clinic.store;
    auto& audit = store.audit();
    const auto newest = [&] { return audit.list({.limit = 1}).at(0); };

    store.patients().add(aPatient(1));
    CHECK(newest().kind == AuditKind::Create);
    CHECK(newest().patient == aPatient(1).id);
    CHECK_THAT(newest().detail, ContainsSubstring("+family_name Kov\xC3\xA1"
                                                  "cs"));

    auto changed = aPatient(1);
    changed.phone = "1";
    store.patients().update(changed);
    CHECK(newest().detail == "-phone 020 7946 0199\n+phone 1\n");
    const auto count = audit.list({}).size();
    store.patients().update(changed);
    static_cast<void>(store.patients().find(changed.id));
    CHECK(audit.list({}).size() == count); // nothing changed, nothing shown

    clinic.time.clock.advance(std::chrono::hours{1});
    static_cast<void>(store.patients().open(changed.id));
    CHECK(newest().kind == AuditKind::View);
    CHECK(newest().at == kNow + std::chrono::hours{1});
    CHECK(newest().by == aPractitioner().id);
    CHECK(newest().subjectId == changed.id.value());

    store.sessions().begin(aSession());
    store.sessions().apply(aSession().id, SessionStep{SetPain{PainMoment::Now, pain(6)}});
    store.sessions().apply(aSession().id, SessionStep{SetPain{PainMoment::Now, pain(5)}});
    CHECK(newest().kind == AuditKind::Change);
    CHECK(newest().detail == "-pain now 6\n+pain now 5\n");
    static_cast<void>(store.sessions().open(aSession().id));
    CHECK(newest().subject == storage::AuditSubject::Session);
    static_cast<void>(store.sessions().sign(aSession().id, kNow));
    CHECK(newest().kind == AuditKind::Sign);
    audit.record(AuditKind::Print, aPatient().id, "progress-report\n");
    CHECK(newest().detail == "progress-report\n");

    CHECK(audit.list({.patient = aPatient().id}).size() == 8);
    CHECK(audit.list({.patient = aPatient(1).id}).size() == 3);
    CHECK(audit.list({.kind = AuditKind::View}).size() == 2);
    CHECK(audit.list({.from = kNow + std::chrono::hours{2}}).empty());
    CHECK(audit.list({.practitioner = idOf<PractitionerId>(9)}).empty());
    const auto page = audit.list({.limit = 3});
    CHECK(audit.list({.beforeSeq = page.back().seq, .limit = 1}).at(0).seq == page.back().seq - 1);

    WHEN("a detail is erased for the law's sake") {
        const auto seq = newest().seq;
        audit.eraseDetail(seq, "court order");
        THEN("the row stays, the words are gone, the chain holds") {
            CHECK(newest().kind == AuditKind::Erase);
            CHECK(newest().detail == "reason court order\n");
            const auto row = audit.list({.beforeSeq = seq + 1, .limit = 1}).at(0);
            CHECK(row.detailErased);
            CHECK(row.detail.empty());
            CHECK(store.verify().isSound());
            CHECK_THROWS_AS(audit.eraseDetail(seq, "again"), EditRefused);
        }
    }
}

} // namespace palpate::test
