// SPDX-License-Identifier: MIT
#pragma once

#include "app/ReportParts.h"

#include <memory>
#include <span>
#include <vector>

namespace palpate::app {

/// The small maps of a film strip stand in rows of so many.
inline constexpr std::size_t kFilmRow = 8;

/// The rows that a film strip of so many sessions has, for a template to ask for one by one:
/// items of `row`.
[[nodiscard]] std::vector<report::Fields> filmRows(std::size_t sessions);

/// `views` and `filmRows`, and the figure `point-map`.
void addMaps(ReportContent& content, Clinic& clinic, std::shared_ptr<const ReportMatter> matter);

} // namespace palpate::app
