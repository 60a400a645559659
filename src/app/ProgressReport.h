// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Case.h"
#include "domain/Message.h"
#include "drawing/Picture.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace palpate::report {
struct Document;
}

namespace palpate::app {

class Clinic;

struct ReportRequest {
    PatientId patient;
    std::optional<CaseId> caseId; ///< empty: the patient's newest case
    std::string templateName = "progress-report";
    std::optional<Date> from; ///< first local day of the period; empty: from the start
    std::optional<Date> to;   ///< last local day; empty: until now
};

/// A report laid out from the record: the same pages for screen, paper and PDF. Values found before
/// treatment only. Throws EditRefused when the case has no session in the period, DataError when
/// there is no such template (naming those there are), ReportError when a font is missing. Recorded
/// in the audit as a view of the record.
[[nodiscard]] report::Document reportDocument(Clinic& clinic, const ReportRequest& request);

/// The pages to look at before printing.
struct ReportPages {
    std::vector<drawing::Picture> pages; ///< each as large as its paper; set in Noto Sans
    std::vector<Message> warnings;       ///< what could not be printed as meant
};
[[nodiscard]] ReportPages reportPages(Clinic& clinic, const ReportRequest& request);

/// "Kovács-Ana-progress-report-2026-11-23.pdf": nothing in it that a file system dislikes.
[[nodiscard]] std::string suggestedFileName(Clinic& clinic, const ReportRequest& request);

/// Lays out and writes, beside the target first. The audit records the export. Returns the
/// warnings.
std::vector<Message> writeReport(Clinic& clinic, const ReportRequest& request,
                                 const std::filesystem::path& file);

} // namespace palpate::app
