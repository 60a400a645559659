// SPDX-License-Identifier: MIT
// The whole record of a patient and of a case: what goes in comes out, what was not asked stays
// unasked, and nobody's change is lost.
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
using storage::AuditKind;

[[nodiscard]] Date on(int year, unsigned month, unsigned day) {
    return Date{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

[[nodiscard]] Patient aFullPatient(std::uint32_t number = 1) {
    auto patient = aPatient(number);
    patient.preferredName = "Ani";
    patient.gender = "woman";
    patient.address = "3 Elm Row, London";
    patient.hand = Hand::Left;
    patient.emergency = {"B\xC3\xA9la Kov\xC3\xA1"
                         "cs",
                         "husband", "020 7946 0100"};
    patient.physician = {"Dr Lee", "Mill Lane Surgery", "020 7946 0200"};
    patient.alerts = {{key<AlertKey>("anticoagulant"), "apixaban"}};
    patient.allergies = {{"latex", "rash"}, {"penicillin", ""}};
    patient.consents = {{.id = idOf<ConsentId>(800),
                         .scope = "assessment and manual treatment",
                         .given = on(2026, 10, 12)},
                        {.id = idOf<ConsentId>(801),
                         .scope = "dry needling",
                         .given = on(2026, 10, 19),
                         .withdrawn = on(2026, 11, 2),
                         .note = "felt faint"}};
    patient.archived = true;
    return patient;
}

[[nodiscard]] Case aFullCase() {
    auto record = aCase(1);
    record.patient = aPatient().id;
    record.onset.reset();
    record.onsetAbout = "in spring 2024";
    record.furtherDiagnoses = {"M79.18", "M62.830"};
    record.goals = {{.id = idOf<GoalId>(900),
                     .text = "sit through a lesson",
                     .measure = "sitting",
                     .target = "60 min",
                     .by = on(2026, 12, 24)},
                    {.id = idOf<GoalId>(901), .text = "sleep", .reached = on(2026, 11, 20)}};
    record.plan = {
        .visitsPerWeek = 1.5,
        .weeks = 6,
        .techniques = {key<TechniqueKey>("pressure_release"), key<TechniqueKey>("dry_needling")}};
    record.status = CaseStatus::ReferredOn;
    record.closed = on(2026, 11, 22);
    record.outcome = "better, numb toes remain";
    record.referredTo = "Dr Lee";
    return record;
}

[[nodiscard]] Practitioner aColleague() {
    auto colleague = aPractitioner();
    colleague.id = idOf<PractitionerId>(2);
    colleague.userName = "lee";
    colleague.displayName = "M. Lee";
    colleague.role = Role::Practitioner;
    return colleague;
}

constexpr std::string_view kColleaguesPassword = "another password";

} // namespace

TEST_CASE("the whole record of a patient comes back as it went in", "[storage]") {
    const OpenClinic clinic;
    auto& patients = clinic.store->patients();
    const auto full = aFullPatient();
    patients.add(full);
    CHECK(patients.find(full.id) == full);
    CHECK(patients.find(aPatient().id) == aPatient()); // allergies: not known

    auto changed = full;
    changed.archived = false;
    changed.hand = Hand::NotAsked;
    SECTION("asked, none is another thing than not known") {
        changed.allergies->clear();
        patients.update(changed, full);
        const auto stored = patients.find(full.id);
        REQUIRE(stored->allergies.has_value());
        CHECK(stored->allergies->empty());
        changed.allergies.reset();
        patients.update(changed, *stored);
        CHECK_FALSE(patients.find(full.id)->allergies.has_value());
    }
    SECTION("the trail keeps the old and the new") {
        changed.consents[0].withdrawn = kToday;
        patients.update(changed, full);
        CHECK(patients.find(full.id) == changed);
        const auto row = clinic.store->audit().list({.limit = 1}).at(0);
        CHECK_THAT(row.detail, ContainsSubstring("-hand left\n"));
        CHECK_THAT(row.detail, ContainsSubstring("+hand -\n"));
        CHECK_THAT(row.detail, ContainsSubstring("withdrawn - assessment"));
        CHECK_THAT(row.detail, ContainsSubstring("withdrawn 2026-11-23 assessment"));
        CHECK_THAT(row.detail, !ContainsSubstring("allergy"));
    }
    SECTION("also when only the order of a list has changed") {
        std::swap(changed.allergies->front(), changed.allergies->back());
        changed.hand = full.hand;
        changed.archived = full.archived;
        patients.update(changed, full);
        CHECK(patients.find(full.id) == changed);
        CHECK(clinic.store->audit().list({.limit = 1}).at(0).detail == "order of the entries\n");
    }
    SECTION("a consent is withdrawn, never left out") {
        changed.consents.pop_back();
        CHECK_THROWS_MATCHES(patients.update(changed, full), EditRefused,
                             MessageMatches(ContainsSubstring("withdraw it instead")));
        CHECK(patients.find(full.id) == full);
    }
    SECTION("a change can't merge") {
        changed.mergedInto = aPatient().id;
        CHECK_THROWS_AS(patients.update(changed, full), EditRefused);
        changed.id = aPatient(7).id;
        CHECK_THROWS_AS(patients.add(changed), EditRefused);
    }
    CHECK(clinic.store->verify().isSound());
}

TEST_CASE("the whole record of a case comes back as it went in", "[storage]") {
    const OpenClinic clinic;
    auto& cases = clinic.store->cases();
    const auto full = aFullCase();
    cases.add(full);
    CHECK(cases.find(full.id) == full);
    CHECK(cases.ofPatient(aPatient().id) == std::vector{aCase(), full});

    auto changed = full;
    changed.goals[0].reached = kToday;
    changed.plan.techniques.pop_back();
    changed.furtherDiagnoses.erase(changed.furtherDiagnoses.begin());
    changed.status = CaseStatus::Open;
    changed.closed.reset();
    cases.update(changed, full);
    CHECK(cases.find(full.id) == changed);
    const auto detail = clinic.store->audit().list({.limit = 1}).at(0).detail;
    CHECK_THAT(detail, ContainsSubstring("-further_diagnosis M79.18\n"));
    CHECK_THAT(detail, ContainsSubstring("-planned dry_needling\n"));
    CHECK_THAT(detail, ContainsSubstring("-status referred_on\n"));
    CHECK_THAT(detail, ContainsSubstring("-closed 2026-11-22\n"));
    CHECK_THAT(detail, ContainsSubstring(" 2026-12-24 reached 2026-11-23\n"));
    CHECK_THAT(detail, !ContainsSubstring("complaint"));
}

TEST_CASE("the database itself closes no open case", "[storage]") {
    const OpenClinic clinic;
    auto record = aCase();
    record.closed = kToday;
    CHECK_THROWS_AS(clinic.store->cases().update(record, aCase()), StorageError);
    CHECK(clinic.store->cases().find(record.id) == aCase());
}

SCENARIO("two windows change the same record", "[storage]") {
    OpenClinic clinic;
    clinic.store->practitioners().add(aColleague(), kColleaguesPassword,
                                      storage::KdfCost::forTests());
    const auto colleague = clinic.open("lee", kColleaguesPassword);
    const auto rows = [&] { return clinic.store->audit().list({.limit = 1000}).size(); };

    GIVEN("both have read the patient, and the colleague stores first") {
        const auto mine = *clinic.store->patients().find(aPatient().id);
        auto theirs = *colleague->patients().find(aPatient().id);
        theirs.phone = "020 7946 0300";
        colleague->patients().update(theirs, aPatient());
        WHEN("the second stores what they had read") {
            auto changed = mine;
            changed.occupation = "headteacher";
            const auto before = rows();
            THEN("nothing is written, and one sentence says who and what to do") {
                CHECK_THROWS_MATCHES(
                    clinic.store->patients().update(changed, mine), RecordChanged,
                    MessageMatches(ContainsSubstring("M. Lee has changed this record") &&
                                   ContainsSubstring("open it again")));
                CHECK(clinic.store->patients().find(mine.id) == theirs);
                CHECK(rows() == before);
            }
            THEN("read again, the change goes in beside the other") {
                auto again = *clinic.store->patients().find(mine.id);
                again.occupation = "headteacher";
                clinic.store->patients().update(again, theirs);
                CHECK(colleague->patients().find(mine.id)->phone == "020 7946 0300");
                CHECK(colleague->patients().find(mine.id)->occupation == "headteacher");
            }
        }
    }
    GIVEN("the same with a case") {
        auto theirs = aCase();
        theirs.status = CaseStatus::Discharged;
        theirs.closed = kToday;
        colleague->cases().update(theirs, aCase());
        auto mine = aCase();
        mine.goal = "run again";
        const auto before = rows();
        CHECK_THROWS_MATCHES(clinic.store->cases().update(mine, aCase()), RecordChanged,
                             MessageMatches(ContainsSubstring("M. Lee")));
        CHECK(clinic.store->cases().find(mine.id) == theirs);
        CHECK(rows() == before);
    }
}

TEST_CASE("the clinic keeps the unit in which it reads pressures", "[storage]") {
    const OpenClinic clinic;
    CHECK(clinic.store->profile().pressureUnit == PressureUnit::Kilopascals);
    auto profile = aClinicProfile();
    profile.pressureUnit = PressureUnit::KgfPerCm2;
    clinic.store->setProfile(profile);
    CHECK(clinic.open()->profile() == profile);
    CHECK(clinic.store->audit().list({.kind = AuditKind::Change}).at(0).detail ==
          "-pressure_unit kPa\n+pressure_unit kg/cm2\n");
}

TEST_CASE("the daily list leaves out whoever is archived", "[storage]") {
    const OpenClinic clinic;
    auto& patients = clinic.store->patients();
    auto bea = aPatient(1);
    bea.givenName = "Bea";
    bea.preferredName = "Trixi";
    patients.add(bea);
    const auto found = [&](std::string_view text,
                           storage::PatientScope scope = storage::PatientScope::Daily) {
        std::vector<std::string> names;
        for (const auto& row : patients.search(text, 50, scope)) {
            names.push_back(row.givenName);
        }
        return names;
    };
    using Names = std::vector<std::string>;
    CHECK(found("trix") == Names{"Bea"});
    CHECK(patients.search("trix", 1).at(0).preferredName == "Trixi");
    patients.archive(bea.id);
    CHECK(patients.find(bea.id)->archived);
    CHECK(found("") == Names{"Ana"});
    CHECK(found("trix").empty());
    CHECK(found("kov") == Names{"Ana"});
    const auto all = storage::PatientScope::Everything;
    CHECK(found("", all) == Names{"Bea", "Ana"});
    CHECK(found("trix", all) == Names{"Bea"});
    CHECK(patients.search("trix", 1, all).at(0).archived);
    CHECK(patients.count() == 2);
    patients.restore(bea.id);
    CHECK(found("trix") == Names{"Bea"});
    CHECK_FALSE(patients.find(bea.id)->archived);
    CHECK_THROWS_AS(patients.archive(aPatient(9).id), EditRefused);
    CHECK(clinic.store->audit().list({.limit = 1}).at(0).detail == "-archived yes\n+archived no\n");
    CHECK(clinic.store->verify().isSound());
}

} // namespace palpate::test
