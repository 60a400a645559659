// SPDX-License-Identifier: MIT
#pragma once

#include "app/ReportRequest.h"
#include "domain/Disclosure.h"
#include "domain/Message.h"
#include "drawing/Picture.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace palpate::report {
struct Document;
}

namespace palpate::app {

class Clinic;

/// A report laid out from the record: the same pages for screen, paper and PDF. Values found before
/// treatment only. Throws EditRefused when there is nothing to report in the period, DataError when
/// there is no such template (naming those there are) or it has a fault, ReportError when a font is
/// missing. Recorded in the audit as a view of the record, but not again while
/// the reports stay with one patient.
[[nodiscard]] report::Document reportDocument(Clinic& clinic, const ReportRequest& request);

/// The pages to look at before printing.
struct ReportPages {
    std::vector<drawing::Picture> pages; ///< each as large as its paper; set in Noto Sans
    std::vector<Message> warnings;       ///< what could not be printed as meant
};
[[nodiscard]] ReportPages reportPages(Clinic& clinic, const ReportRequest& request);
/// The same of a template that is not stored yet. A template with faults throws DataError naming
/// the first.
[[nodiscard]] ReportPages previewPages(Clinic& clinic, const ReportRequest& request,
                                       const std::string& templateText);

/// "Kovács-Ana-progress-report-2026-11-23.pdf": nothing in it that a file system dislikes.
[[nodiscard]] std::string suggestedFileName(Clinic& clinic, const ReportRequest& request);

struct WrittenReport {
    std::vector<Message> warnings;
    std::array<std::uint8_t, 32> digest; ///< BLAKE2b-256 of the file
    std::optional<DocumentId> kept;      ///< where Delivery::keep was asked for
};

/// Lays out and writes, beside the target first. Disclosure and audit row stand before the file
/// does: nothing leaves without them. Throws as reportDocument, and ReportError when the file can't
/// be written; the target is then as it was before.
WrittenReport writeReport(Clinic& clinic, const ReportRequest& request,
                          const std::filesystem::path& file, const Delivery& delivery = {});

/// Only among the patient's documents: nothing leaves the clinic.
DocumentId keepReport(Clinic& clinic, const ReportRequest& request);

/// For the system's printing dialog: records print and disclosure, then hands over the pages.
[[nodiscard]] ReportPages pagesToPrint(Clinic& clinic, const ReportRequest& request,
                                       const Delivery& delivery);

/// Told after each step of a long work; false stops it.
using Progress = std::function<bool(std::size_t done, std::size_t of)>;

struct ManyReports {
    std::string search; ///< as the list of patients searches; empty: everybody who is not archived
    ReportRequest request; ///< its patient and case are not looked at: each patient's newest case
    std::filesystem::path folder; ///< made when it is not there
    Delivery delivery;
};
struct ManyWritten {
    std::size_t written = 0;
    bool cancelled = false;
    std::vector<Message> skipped;  ///< one sentence a patient of whom there was nothing to report
    std::vector<Message> failed;   ///< one sentence a patient whose report can't be laid out
    std::vector<Message> warnings; ///< what could not be printed as meant, each naming its file
};
/// One file a patient, by suggestedFileName; where there is a file of that name, be it of this run
/// or of an older one, a number comes behind it: nothing is overwritten. `progress` is told before
/// each patient and at the end. What was written before a cancellation or an error stays, each
/// whole. Throws ReportError when the folder can't be written, EditRefused for a report about the
/// clinic.
ManyWritten writeReports(Clinic& clinic, const ManyReports& many, const Progress& progress = {});

} // namespace palpate::app
