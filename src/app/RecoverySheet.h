// SPDX-License-Identifier: MIT
#pragma once

#include "app/Reports.h"
#include "domain/Calendar.h"

#include <filesystem>
#include <string>
#include <vector>

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

/// What is written on the sheet of somebody's recovery codes, for when the telephone that makes the
/// codes of the second factor is lost.
struct CodesSheet {
    std::string clinicName;
    std::string person; ///< as printed
    std::vector<std::string> codes;
    Date day{};
};

/// As the sheet of the recovery key, from the shipped template recovery-codes.
[[nodiscard]] report::Document recoveryCodesSheet(const DataPaths& paths, const CodesSheet& sheet);
[[nodiscard]] ReportPages recoveryCodesPages(const DataPaths& paths, const CodesSheet& sheet);
void writeRecoveryCodes(const DataPaths& paths, const CodesSheet& sheet,
                        const std::filesystem::path& file);

/// The same as a file that only its owner can read. Throws ReportError also when it can't be
/// written.
void writeRecoverySheet(const DataPaths& paths, const RecoverySheet& sheet,
                        const std::filesystem::path& file);

} // namespace palpate::app
