// SPDX-License-Identifier: MIT
#include "domain/Case.h"
#include "domain/Patient.h"
#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace palpate;
using namespace palpate::test;

namespace {

template <class Record> [[nodiscard]] std::vector<std::string> said(const Record& record) {
    std::vector<std::string> out;
    for (const auto& message : problems(record, kToday)) {
        out.push_back(shown(message));
    }
    return out;
}

template <class Record> [[nodiscard]] bool saysOnly(const Record& record, std::string_view begin) {
    const auto all = said(record);
    return all.size() == 1 && all.front().starts_with(begin);
}

[[nodiscard]] Date yearsAgo(int years, int andDays = 0) {
    const auto birthday = kToday - std::chrono::years{years};
    return Date{std::chrono::sys_days{birthday} - std::chrono::days{andDays}};
}

} // namespace

SCENARIO("a patient is checked before being stored") {
    auto patient = aPatient();
    CHECK(said(patient).empty());
    GIVEN("one name of the two") {
        patient.familyName.clear();
        CHECK(said(patient).empty());
        patient.familyName = "Kovács";
        patient.givenName.clear();
        CHECK(said(patient).empty());
    }
    GIVEN("no name, or one of white space") {
        patient.familyName = GENERATE("", "  \t");
        patient.givenName.clear();
        CHECK(saysOnly(patient, "Name: is missing"));
    }
    GIVEN("a birth date") {
        patient.birthDate = kToday;
        CHECK(said(patient).empty());
        patient.birthDate = Date{std::chrono::sys_days{kToday} + std::chrono::days{1}};
        CHECK(saysOnly(patient, "Birth date: lies in the future"));
        patient.birthDate = yearsAgo(130);
        CHECK(said(patient).empty());
        patient.birthDate = yearsAgo(131);
        CHECK(saysOnly(patient, "Birth date: lies more than 130 years back"));
        patient.birthDate.reset();
        CHECK(said(patient).empty());
    }
    GIVEN("a birth date that no calendar has") {
        patient.birthDate =
            Date{std::chrono::year{2001}, std::chrono::month{2}, std::chrono::day{30}};
        CHECK(said(patient).size() == 1);
    }
    GIVEN("damaged text, the field is named") {
        patient.occupation = "teach\xff";
        CHECK(saysOnly(patient, "Occupation: contains characters"));
    }
    GIVEN("long text, characters count and not bytes") {
        std::string accents;
        for (int i = 0; i < 200; ++i) {
            accents += "é";
        }
        patient.familyName = accents;
        CHECK(said(patient).empty());
        patient.familyName += "x";
        CHECK(saysOnly(patient, "Family name: is longer than 200 characters"));
    }
    GIVEN("a long note") {
        patient.note = std::string(20000, 'n');
        CHECK(said(patient).empty());
        patient.note += "n";
        CHECK(saysOnly(patient, "Note: is longer than 20000 characters"));
    }
    GIVEN("several problems, all are told") {
        patient.phone = std::string(201, '1');
        patient.email = "\xc3";
        patient.birthDate = yearsAgo(-1);
        CHECK(said(patient).size() == 3);
    }
    GIVEN("an alert with a damaged detail") {
        patient.alerts = {Alert{.kind = key<AlertKey>("anticoagulant"), .detail = "\xff"}};
        CHECK(saysOnly(patient, "Alert: contains characters"));
    }
}

TEST_CASE("a patient is called by the names there are") {
    auto patient = aPatient();
    CHECK(fullName(patient) == "Ana Kovács");
    patient.givenName.clear();
    CHECK(fullName(patient) == "Kovács");
    patient.givenName = "Ana";
    patient.familyName.clear();
    CHECK(fullName(patient) == "Ana");
}

TEST_CASE("alerts not asked are not alerts asked and none") {
    auto patient = aPatient();
    auto notAsked = patient;
    notAsked.alerts.reset();
    REQUIRE(patient.alerts);
    CHECK(patient.alerts->empty());
    CHECK(patient != notAsked);
}

SCENARIO("a case is checked before being stored") {
    auto record = aCase();
    CHECK(said(record).empty());
    GIVEN("no complaint") {
        record.complaint = GENERATE("", " ");
        CHECK(saysOnly(record, "Complaint: is missing"));
    }
    GIVEN("an onset after today") {
        record.onset = kToday;
        CHECK(said(record).empty());
        record.onset = Date{std::chrono::sys_days{kToday} + std::chrono::days{1}};
        CHECK(saysOnly(record, "Onset: lies in the future"));
        record.onset.reset();
        CHECK(said(record).empty());
    }
    GIVEN("a field that is too long or damaged") {
        record.goal = std::string(500, 'g');
        CHECK(said(record).empty());
        record.goal += "g";
        CHECK(saysOnly(record, "Goal: is longer than 500 characters"));
        record.goal = "\xfe";
        CHECK(saysOnly(record, "Goal: contains characters"));
    }
}

TEST_CASE("every word of a patient and of a case finds its value again") {
    const auto sex = GENERATE(Sex::NotAsked, Sex::Female, Sex::Male, Sex::Other, Sex::Unknown);
    CHECK(parseSex(name(sex)) == sex);
    const auto status = GENERATE(CaseStatus::Open, CaseStatus::Discharged, CaseStatus::ReferredOn);
    CHECK(parseCaseStatus(name(status)) == status);
    const auto area =
        GENERATE(BodyArea::Any, BodyArea::LowBack, BodyArea::Neck, BodyArea::Shoulder,
                 BodyArea::Hip, BodyArea::Knee, BodyArea::AnkleFoot, BodyArea::Headache);
    CHECK(parseBodyArea(name(area)) == area);
    CHECK_FALSE(parseSex("f"));
    CHECK_FALSE(parseCaseStatus("closed"));
    CHECK_FALSE(parseBodyArea("elbow"));
}
