// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Calendar.h"

#include <string>
#include <string_view>

namespace palpate::app {

// Moments and days as a person reads them. `zone` is an IANA name such as "Europe/London"; an
// unknown name throws DataError.

/// The day on which `instant` falls in that zone.
[[nodiscard]] Date localDay(Instant instant, const std::string& zone);
/// "10:42".
[[nodiscard]] std::string clockText(Instant instant, const std::string& zone);
/// "23 Nov 2026".
[[nodiscard]] std::string dayText(Date day);
/// "23 Nov".
[[nodiscard]] std::string shortDayText(Date day);
/// "Mon 23 Nov 2026".
[[nodiscard]] std::string weekdayText(Date day);
/// "23 November 2026".
[[nodiscard]] std::string longDayText(Date day);
/// The computer's own zone, "UTC" when it has none.
[[nodiscard]] std::string systemTimeZone();
[[nodiscard]] bool isTimeZone(const std::string& zone);
/// A day typed by a person: 2026-11-23, 23.11.2026, 23/11/2026 (day first), 23 Nov 2026. The day of
/// the week before it, as weekdayText() writes it, says nothing: the date decides. Empty when it is
/// none.
[[nodiscard]] std::optional<Date> parseTypedDay(std::string_view text);
/// What stands behind the day of the week with which the text begins: "30 Nov" of "Mon, 30 Nov".
[[nodiscard]] std::string_view withoutWeekday(std::string_view text);

} // namespace palpate::app
