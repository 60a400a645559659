// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Calendar.h"

#include <chrono>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace palpate::storage {

/// A birth date as people type it: all that it may mean.
struct TypedDate {
    std::size_t chunks = 0;      ///< so many of the typed ones; 0: it is no date
    std::vector<Date> days = {}; ///< 14.03.1980; 03/04/80 may be four of them
    std::vector<std::chrono::year_month> months = {}; ///< 03/1980
    std::vector<std::chrono::month_day> yearly = {};  ///< 14.3., 14 Mar
};

/// The date with which `chunks` (no blanks in them) begins: 1980-03-14, 14.03.1980, 14/3/80, also
/// month first after slashes, 19800314, 14031980, 14-Mar-1980, "14 Mar 1980", "March 14 1980",
/// 03/1980, 1980-03, 14.3., "14 Mar". A year of two digits is one of this century or the last.
[[nodiscard]] TypedDate dateAt(std::span<const std::string_view> chunks);

} // namespace palpate::storage
