// SPDX-License-Identifier: MIT
#include "app/DemoReports.h"

#include "app/SessionPresenter.h"
#include "report/PdfTools.h"
#include "storage/Store.h"

#include <catch2/catch_test_macros.hpp>

#include <utility>

namespace palpate::test {

DemoReports::DemoReports() : patient_{story_.everything().patients.front().id} {}

void DemoReports::signLatest() {
    auto& store = story_.clinic().store();
    const auto cases = store.cases().ofPatient(patient_);
    const auto id = store.sessions().ofCase(cases.front().id).back().id;
    app::SessionPresenter{story_.clinic(), id}.sign();
}

app::ReportRequest DemoReports::wanted(std::string templateName) const {
    return {.patient = patient_, .templateName = std::move(templateName)};
}

void DemoReports::print(const app::ReportRequest& request, const std::string& approvedAs,
                        std::size_t mostPages) {
    check(app::reportDocument(story_.clinic(), request), approvedAs, mostPages);
}

void DemoReports::check(const report::Document& document, const std::string& approvedAs,
                        std::size_t mostPages) {
    INFO(approvedAs);
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

} // namespace palpate::test
