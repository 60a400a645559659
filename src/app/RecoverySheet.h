// SPDX-License-Identifier: MIT
#pragma once

#include "app/Reports.h"
#include "domain/Calendar.h"

#include <filesystem>
#include <string>

namespace palpate::report {
struct Document;
}

namespace palpate::app {

struct DataPaths;

/// What is written on the sheet of a new clinic's recovery key.
struct RecoverySheet {
    std::string clinicName;
    std::string owner; ///< as printed
    std::string key;   ///< as createClinic() returned it
    Date day{};
};

/// The sheet on which the key is kept: the key in large groups, what it is for, where to keep it,
/// lines to write on. From the shipped template recovery-key. To be made at once when
/// createClinic() returns, since the key is nowhere else; neither stored nor audited. Throws
/// DataError or ReportError when the template is missing or has a fault, ReportError when a font is
/// missing.
[[nodiscard]] report::Document recoveryKeySheet(const DataPaths& paths, const RecoverySheet& sheet);

/// The same as pages for a printer.
[[nodiscard]] ReportPages recoverySheetPages(const DataPaths& paths, const RecoverySheet& sheet);

/// The same as a file that only its owner can read. Throws ReportError also when it can't be
/// written.
void writeRecoverySheet(const DataPaths& paths, const RecoverySheet& sheet,
                        const std::filesystem::path& file);

} // namespace palpate::app
