// SPDX-License-Identifier: MIT
// Every page of the shipped reports about a case and about a session, of the demonstration's first
// patient: look at the approved pictures beside the text.
#include "app/DemoReports.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <string>

namespace palpate::app {

TEST_CASE("the reports about a case and a session of the demonstration look as approved") {
    test::DemoReports demo;
    demo.print(demo.wanted("progress-report"), "kovacs-progress-report-draft", 2);
    demo.signLatest();
    demo.print(demo.wanted("progress-report"), "kovacs-progress-report", 2);
    demo.print(demo.wanted("progress-report-patient"), "kovacs-progress-report-patient", 2);
    demo.print(demo.wanted("progress-report-insurer"), "kovacs-progress-report-insurer", 2);
    demo.print(demo.wanted("session-note"), "kovacs-session-note", 2);
    demo.print(demo.wanted("discharge-summary"), "kovacs-discharge-summary", 2);
}

} // namespace palpate::app
