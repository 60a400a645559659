// SPDX-License-Identifier: MIT
#pragma once

#include "app/DemoStory.h"
#include "app/Reports.h"
#include "support/TempFolder.h"

#include <cstddef>
#include <string>

namespace palpate::report {
struct Document;
}

namespace palpate::test {

/// A demonstration clinic with one patient, Ana Kovács, whose latest session is a draft; and her
/// reports against what was approved.
class DemoReports {
public:
    DemoReports();
    void signLatest();
    [[nodiscard]] app::Clinic& clinic() { return story_.clinic(); }
    [[nodiscard]] const PatientId& patient() const { return patient_; }
    [[nodiscard]] app::ReportRequest wanted(std::string templateName) const;
    void print(const app::ReportRequest& request, const std::string& approvedAs,
               std::size_t mostPages);
    /// No warning, at most so many pages, a sound file, and as approved.
    void check(const report::Document& document, const std::string& approvedAs,
               std::size_t mostPages);

private:
    TempFolder temp_;
    DemoStory story_{1, 1};
    PatientId patient_;
};

} // namespace palpate::test
