// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Clock.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace palpate {

/// A day of the Gregorian calendar, without a time zone.
using Date = std::chrono::year_month_day;

/// "2026-11-23".
[[nodiscard]] std::string isoDate(Date day);
/// Empty unless `text` is YYYY-MM-DD and such a day exists.
[[nodiscard]] std::optional<Date> parseIsoDate(std::string_view text);

/// "2026-11-23T10:42:00Z".
[[nodiscard]] std::string isoInstant(Instant instant);
/// Empty unless `text` is YYYY-MM-DDTHH:MM:SSZ and such a moment exists.
[[nodiscard]] std::optional<Instant> parseIsoInstant(std::string_view text);

/// Completed years on `day`; empty when `day` lies before `birth`.
[[nodiscard]] std::optional<int> ageOn(Date birth, Date day);

} // namespace palpate
