// SPDX-License-Identifier: MIT
// The forms, red flags and home-care plans of the demonstration clinic.
#include "../report/PdfTools.h"
#include "app/CarePlans.h"
#include "app/ClinicLists.h"
#include "app/DemoStory.h"
#include "app/MeasureTrends.h"
#include "app/PatientPresenter.h"
#include "app/Reports.h"
#include "app/Screenings.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace palpate::app {
namespace {

using Catch::Matchers::ContainsSubstring;

struct DemoWithForms {
    test::DemoStory story{6, 99};
    test::Everything all = story.everything();

    [[nodiscard]] const Patient& called(std::string_view familyName) const {
        return *std::ranges::find(all.patients, familyName, &Patient::familyName);
    }
    [[nodiscard]] const Case& caseOf(std::string_view familyName) const {
        return *std::ranges::find(all.cases, called(familyName).id, &Case::patient);
    }
    [[nodiscard]] std::string printed(const ReportRequest& request) {
        const auto document = reportDocument(story.clinic(), request);
        const test::TempFolder folder;
        const report::test::PrintedPdf pdf{document, folder.path()};
        if (const char* keep = std::getenv("PALPATE_KEEP_PAGES")) {
            std::filesystem::copy_file(
                pdf.file(), std::filesystem::path{keep} / (request.templateName + ".pdf"),
                std::filesystem::copy_options::overwrite_existing);
        }
        return pdf.words();
    }
};

} // namespace

SCENARIO("the demonstration shows forms at work", "[demo]") {
    DemoWithForms demo;
    auto& clinic = demo.story.clinic();

    const auto& ana = demo.caseOf("Kovács");
    CHECK(flagBanner(clinic, ana.patient).flags.empty());
    CHECK_FALSE(screeningDue(clinic, ana.id));
    const auto plan = carePlan(clinic, ana.id);
    CHECK(plan.factors.size() >= 6);
    CHECK(std::ranges::count_if(plan.items, [](const CareLine& item) { return !item.stopped; }) ==
          4);
    CHECK(std::ranges::count_if(plan.items, &CareLine::stopped) == 1);
    CHECK(std::ranges::any_of(plan.items, &CareLine::reviewDue));
    CHECK_FALSE(plan.proposals.empty());
    CHECK(plan.everyday.size() == 5);
    const auto trends = measureTrends(clinic, ana.id);
    const auto psfs = std::ranges::find_if(
        trends, [](const MeasureTrend& trend) { return trend.measure.text() == "psfs"; });
    REQUIRE(psfs != trends.end());
    CHECK(psfs->days.size() == 3);
    CHECK_THAT(psfs->sentence, ContainsSubstring("improved by 3.7"));
    CHECK_THAT(psfs->sentence, ContainsSubstring("more than the 2.3 that matter"));

    const auto& tomasz = demo.called("Zieliński");
    const auto raised = raisedFlags(clinic, tomasz.id);
    REQUIRE(raised.size() == 1);
    CHECK(raised.front().settled);
    CHECK(flagBanner(clinic, tomasz.id).flags.empty());

    const auto& ingrid = demo.called("Solbakken");
    const auto banner = flagBanner(clinic, ingrid.id);
    REQUIRE(banner.flags.size() == 1);
    CHECK_THAT(banner.headline, ContainsSubstring("Urgent: possible angina"));
    const auto flags = clinicList(clinic, ClinicList::Flags, 10);
    REQUIRE(flags.count == 1);
    CHECK_THAT(flags.rows.front().patientName, ContainsSubstring("Solbakken"));
    CHECK(clinicList(clinic, ClinicList::HomeCare, 10).count > 0);

    // Everybody else was screened at the first visit of the first case.
    for (const auto& patient : demo.all.patients) {
        CHECK_FALSE(clinic.store().forms().ofPatient(patient.id).empty());
    }

    THEN("pages tell of it") {
        const auto report =
            demo.printed({.patient = ana.patient, .templateName = "progress-report"});
        CHECK_THAT(report, ContainsSubstring("Patient-Specific Functional Scale"));
        CHECK_THAT(report, ContainsSubstring("more than the 2.3 that matter"));
        CHECK_THAT(report, ContainsSubstring("questions answered, none with yes"));
        CHECK_THAT(report, ContainsSubstring("prolonged sitting"));
        const auto handover = demo.printed({.patient = ana.patient, .templateName = "handover"});
        CHECK_THAT(handover, ContainsSubstring("Reviews"));
        const auto letter =
            demo.printed({.patient = ingrid.id,
                          .templateName = "referral-letter",
                          .letter = {.redFlags = {test::key<RedFlagKey>("angina")}}});
        CHECK_THAT(letter, ContainsSubstring("(answered with yes on 23 Nov 2026)"));
        CHECK_THAT(letter, ContainsSubstring("angina"));
        const auto note = demo.printed(
            {.patient = tomasz.id,
             .session = raised.empty()
                            ? std::optional<SessionId>{}
                            : clinic.store().screenings().ofPatient(tomasz.id).front().session,
             .templateName = "session-note"});
        CHECK_THAT(note, ContainsSubstring("goes on, because Blood pressure 128/82"));
        const auto record = demo.printed({.patient = tomasz.id, .templateName = "complete-record"});
        CHECK_THAT(record, ContainsSubstring("Plan of home care"));
        CHECK_THAT(
            demo.printed({.patient = ana.patient, .templateName = "progress-report-insurer"}),
            ContainsSubstring("improved by 3.7"));
    }
}

} // namespace palpate::app
