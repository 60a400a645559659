// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Calendar.h"

#include <chrono>
#include <optional>
#include <string_view>

namespace palpate::app {

/// Which of the years is meant by a day without one.
enum class Meant { Past, Coming };

/// "2026-11-20", "20 Nov 2026" as parseTypedDay(); also "20 Nov", "20 November", "20.11.", "20/11"
/// (day first), and "today", "yesterday", "tomorrow"; a day of the
/// week before the date says nothing. Without a year it is the latest such day up
/// to `today`, or the first from it on. Empty when it is none.
[[nodiscard]] std::optional<Date> typedDay(std::string_view text, Date today, Meant meant);

/// The same, and what counts from `from`: "+7", "7", "in 2 weeks", "2 w", "10 days", "in a week",
/// "in 3 months".
[[nodiscard]] std::optional<Date> typedNextDay(std::string_view text, Date from);

/// Minutes since midnight: "10:30", "10.30", "1030", "9". Empty when it is no time of day.
[[nodiscard]] std::optional<std::chrono::minutes> typedTime(std::string_view text);

} // namespace palpate::app
