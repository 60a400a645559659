// SPDX-License-Identifier: MIT
// Every page of the shipped reports about a case and about a session, of the demonstration's first
// patient: look at the approved pictures beside the text.
#include "app/DemoStory.h"
#include "app/Reports.h"
#include "app/SessionPresenter.h"
#include "report/PdfTools.h"
#include "storage/Store.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <string>

namespace palpate::app {

namespace {

/// A demonstration clinic with one patient, Ana Kovács.
class Demonstration {
public:
    Demonstration() : patient_{story_.everything().patients.front().id} {}
    void signLatest() {
        auto& store = story_.clinic().store();
        const auto cases = store.cases().ofPatient(patient_);
        const auto id = store.sessions().ofCase(cases.front().id).back().id;
        SessionPresenter chart{story_.clinic(), id};
        chart.sign();
    }
    void print(const std::string& templateName, const std::string& approvedAs,
               std::size_t mostPages) {
        INFO(approvedAs);
        const auto document =
            reportDocument(story_.clinic(), {.patient = patient_, .templateName = templateName});
        std::string warnings;
        for (const auto& warning : document.warnings) {
            warnings += shown(warning) + "\n";
        }
        CHECK(warnings.empty());
        CHECK(document.pages.size() <= mostPages);
        const report::test::PrintedPdf pdf{document, temp_.path()};
        CHECK(pdf.check().status == 0);
        report::test::checkApprovedPages(pdf, approvedAs);
    }

private:
    test::TempFolder temp_;
    test::DemoStory story_{1, 1};
    PatientId patient_;
};

} // namespace

TEST_CASE("the reports about a case and a session of the demonstration look as approved") {
    Demonstration demo;
    demo.print("progress-report", "kovacs-progress-report-draft", 2);
    demo.signLatest();
    demo.print("progress-report", "kovacs-progress-report", 1);
    demo.print("progress-report-patient", "kovacs-progress-report-patient", 2);
    demo.print("progress-report-insurer", "kovacs-progress-report-insurer", 2);
    demo.print("session-note", "kovacs-session-note", 2);
    demo.print("discharge-summary", "kovacs-discharge-summary", 2);
}

} // namespace palpate::app
