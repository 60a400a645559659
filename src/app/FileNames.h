// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Calendar.h"

#include <filesystem>
#include <string>

namespace palpate::app {

/// "Kovács-Ana-progress-report-2026-11-23.pdf": letters and digits of any script, the rest dashes;
/// short enough for every file system. `person` may be empty.
[[nodiscard]] std::string reportFileName(const std::string& person, const std::string& templateName,
                                         Date day);
/// The name in that folder, or with a number behind it ("Kovács-Ana 2.pdf") when there is one of
/// that name.
[[nodiscard]] std::filesystem::path freeName(const std::filesystem::path& folder,
                                             const std::string& fileName);

} // namespace palpate::app
