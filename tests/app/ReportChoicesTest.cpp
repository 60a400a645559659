// SPDX-License-Identifier: MIT
// What can be chosen for a report about a patient.
#include "app/ReportChoices.h"

#include "app/OpenClinic.h"
#include "domain/Error.h"
#include "storage/Store.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>

namespace palpate::app {

namespace {

using Catch::Matchers::ContainsSubstring;

[[nodiscard]] const FlagRegionChoice& region(const ReportChoices& choices,
                                             const std::string& name) {
    const auto found = std::ranges::find(choices.flagRegions, name, &FlagRegionChoice::name);
    REQUIRE(found != choices.flagRegions.end());
    return *found;
}

} // namespace

SCENARIO("a patient's cases, sessions and physician are offered for a report") {
    test::OpenClinic clinic;
    auto patient = *clinic->store().patients().find(clinic.patient());
    patient.physician = {"Dr M. Patel", "Park Surgery", "020 7946 0003"};
    clinic->store().patients().update(patient);
    auto session = test::aSession();
    session.patient = clinic.patient();
    session.caseId = clinic.caseId();
    clinic->store().sessions().begin(session);

    const auto choices = reportChoices(*clinic, clinic.patient(), clinic.caseId());
    CHECK(choices.patientName == fullName(patient));
    CHECK(choices.physicianName == "Dr M. Patel");
    CHECK(choices.physicianPractice == "Park Surgery");
    REQUIRE(choices.cases.size() == 1);
    CHECK(choices.cases[0].id == clinic.caseId());
    CHECK_THAT(choices.cases[0].detail, ContainsSubstring("1 session"));
    REQUIRE(choices.cases[0].sessions.size() == 1);
    CHECK(choices.cases[0].sessions[0].id == session.id);
    CHECK_THAT(choices.cases[0].sessions[0].title, ContainsSubstring("Session 1 · "));
    CHECK_THROWS_AS(reportChoices(*clinic, test::aPatient(5).id, {}), StorageError);
}

SCENARIO("red flags are offered where the case is first, the most pressing first") {
    test::OpenClinic clinic;
    auto record = *clinic->store().cases().find(clinic.caseId());
    record.area = BodyArea::LowBack;
    clinic->store().cases().update(record);
    const auto choices = reportChoices(*clinic, clinic.patient(), {});
    REQUIRE(choices.likelyRegion < choices.flagRegions.size());
    CHECK(choices.flagRegions[choices.likelyRegion].name == "Low back");
    REQUIRE_FALSE(choices.urgencies.empty());
    CHECK(choices.urgencies.front().word == "Emergency");
    CHECK_FALSE(choices.urgencies.front().meaning.empty());

    const auto& lowBack = region(choices, "Low back");
    REQUIRE(lowBack.flags.size() > 3);
    CHECK(lowBack.flags.front().urgency == choices.urgencies.front().meaning);
    CHECK(lowBack.flags.back().urgency != choices.urgencies.front().meaning);
    CHECK(matching(lowBack, "").size() == lowBack.flags.size());
    const auto found = matching(lowBack, "cauda equ");
    REQUIRE_FALSE(found.empty());
    CHECK(found.size() < lowBack.flags.size());
    for (const auto place : found) {
        CHECK(lowBack.flags[place].pointsTo.find("auda equina") != std::string::npos);
    }
    CHECK(matching(lowBack, "zebra").empty());
}

SCENARIO("the sheets of recovery key and codes, and a certificate, are no reports of a clinic") {
    test::OpenClinic clinic;
    const auto printable = printableTemplates(*clinic);
    CHECK(std::ranges::count(printable, "recovery-key", &TemplateChoice::name) == 0);
    CHECK(std::ranges::count(printable, "recovery-codes", &TemplateChoice::name) == 0);
    CHECK(std::ranges::count(printable, "destruction-certificate", &TemplateChoice::name) == 0);
    // Nor are the two by which forms are printed: these are asked for with a form.
    CHECK(printable.size() + 5 == templateChoices(*clinic).size());
    CHECK(std::ranges::count(printable, "complete-record", &TemplateChoice::name) == 1);
    CHECK(printable.front().name == "progress-report");
    CHECK(printable.front().isShipped);
}

} // namespace palpate::app
