// SPDX-License-Identifier: MIT
#pragma once

#include "app/ReportParts.h"
#include "app/Reports.h"

#include <filesystem>
#include <optional>
#include <string>

namespace palpate::app {

class Clinic;

// What one report and many share on their way out.

/// A report as it is to be delivered: encrypted where a password is given.
struct ReadyReport {
    LaidOutReport report;
    std::string pdf;     ///< not encrypted: what is kept
    std::string leaving; ///< what the file will hold
};
/// Throws ReportError.
[[nodiscard]] ReadyReport readyReport(LaidOutReport report, const Delivery& delivery);

/// Room for the file, then the kept copy, the disclosure and their audit rows in one transaction,
/// then the file. Throws ReportError when it can't be written, EditRefused or StorageError when it
/// can't be kept or recorded; the target is then as it was.
WrittenReport deliver(Clinic& clinic, ReadyReport ready, const ReportRequest& request,
                      const std::filesystem::path& file, const Delivery& delivery);

/// Whose name a report's file bears: "Kovács Ana"; empty for one about the clinic.
[[nodiscard]] std::string personOf(Clinic& clinic, const std::optional<PatientId>& record);
/// The delivery of a letter that names its recipient, where the delivery itself names none.
[[nodiscard]] Delivery addressed(Delivery delivery, const LetterWords& letter);

} // namespace palpate::app
