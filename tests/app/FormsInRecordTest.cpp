// SPDX-License-Identifier: MIT
#include "app/FillingForms.h"
#include "app/OpenClinic.h"
#include "app/Reports.h"
#include "report/Document.h"
#include "report/PdfTools.h"
#include "storage/Store.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

namespace palpate::app {

namespace {

using Catch::Matchers::ContainsSubstring;

[[nodiscard]] std::string recordOf(test::OpenClinic& clinic, const std::optional<Date>& to = {}) {
    ReportRequest request;
    request.patient = clinic.patient();
    request.templateName = "complete-record";
    request.to = to;
    const auto document = reportDocument(*clinic, request);
    CHECK(document.warnings.empty());
    return report::test::PrintedPdf{document, clinic.temp()}.words();
}

} // namespace

SCENARIO("a complete record holds every form that was filled in") {
    test::OpenClinic clinic;
    GIVEN("a screening with one red flag, and a measure a week later") {
        static_cast<void>(test::screenFor(clinic, "red-flags-low-back", {"ces_saddle"}));
        clinic.advance(std::chrono::days{7});
        static_cast<void>(test::fillForm(clinic, "nprs", {{"nprs.now", "6"}, {"nprs.worst", "8"}}));
        const auto text = recordOf(clinic);
        const auto screening = text.find("Red flags: low back");
        const auto measure = text.find("Numeric pain rating");
        REQUIRE(screening != std::string::npos);
        REQUIRE(measure != std::string::npos);
        THEN("each stands there, the earlier first, with who asked and every answer") {
            CHECK(screening < measure);
            const auto asked = text.substr(screening, measure - screening);
            CHECK_THAT(asked, ContainsSubstring("asked by"));
            CHECK_THAT(asked, ContainsSubstring("yes"));
            CHECK_THAT(asked, ContainsSubstring("? no"));
            CHECK_THAT(text.substr(measure), ContainsSubstring("8"));
        }
        THEN("what was not asked is said so") {
            CHECK_THAT(text.substr(measure), ContainsSubstring("not asked"));
        }
        THEN("a record of the first days has only the first") {
            const auto first = recordOf(clinic, test::kToday);
            CHECK_THAT(first, ContainsSubstring("Red flags: low back"));
            CHECK_THAT(first, !ContainsSubstring("Numeric pain rating"));
        }
    }
    GIVEN("none") {
        CHECK_THAT(recordOf(clinic), !ContainsSubstring("asked by"));
    }
}

} // namespace palpate::app
