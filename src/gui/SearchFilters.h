// SPDX-License-Identifier: MIT
#pragma once

#include "app/SearchQuery.h"
#include "gui/ChipGroup.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::app {
class Clinic;
}

namespace palpate::gui {

/// The buttons that write into a typed query, in the order in which askFilter counts them.
[[nodiscard]] std::vector<ChipGroup::Chip> filterChips();

/// Opens the button's menu under `at` and waits; the query with what was chosen, which replaces
/// what the query said of the same before. Empty: nothing was chosen.
[[nodiscard]] std::optional<std::string> askFilter(wxWindow& window, const wxRect& at,
                                                   app::Clinic& clinic, int filter,
                                                   const std::string& query);

/// The query without that part of it, with single blanks.
[[nodiscard]] std::string withoutPart(std::string query, const app::QueryPart& part);

} // namespace palpate::gui
