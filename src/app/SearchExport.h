// SPDX-License-Identifier: MIT
#pragma once

#include "app/ReportRequest.h"
#include "app/SearchPresenter.h"
#include "domain/SessionFilter.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::app {

class Clinic;

/// One line of RFC 4180 with its CRLF. What a spreadsheet would take for a formula gets an
/// apostrophe in front, by which it is text.
[[nodiscard]] std::string csvLine(const std::vector<std::string>& cells);

struct SearchExport {
    SessionFilter filter;
    ResultsAs as = ResultsAs::Sessions;
    /// Asked after each page with how many lines are ready; false: the work ends, nothing is left.
    std::function<bool(std::size_t lines)> goesOn = {};
};
/// All that match as comma-separated values with a heading, newest first: gathered, disclosed for
/// each patient in it, then written beside `file` and moved there. False when it was ended. Throws
/// EditRefused: recipient or purpose can't be recorded, or there is nothing to export; ReportError:
/// it can't be written; StorageError. The file is then as it was and nothing is recorded, but for a
/// failing move after the disclosures: they stay.
bool writeCsv(Clinic& clinic, const SearchExport& search, const std::filesystem::path& file,
              const Delivery& delivery);

} // namespace palpate::app
