// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Calendar.h"
#include "domain/Practitioner.h"
#include "domain/SessionFilter.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace palpate::reference {
class LogFields;
struct LogField;
} // namespace palpate::reference

namespace palpate::app {

/// The ends of a typed range, not yet read as numbers; both are the same text for one value.
struct RangeText {
    std::string least;    ///< empty: open
    std::string most;     ///< empty: open
    bool isAbove = false; ///< `least` itself does not belong to it
    bool isBelow = false; ///< `most` itself does not belong to it
};
/// ">= 6", "at least 6", "6 or more", "6+", "up to 6", "6-8", "6 to 8", "20..30", "= 6", "6".
/// Empty for blank text.
[[nodiscard]] std::optional<RangeText> rangeText(std::string_view text);

/// A range of scores from 0 to 10, "6/10" too; empty when it is none.
[[nodiscard]] std::optional<Range<int>> typedScores(std::string_view text);
/// ">= 6", "6-8", "7": as typedScores() reads it again.
[[nodiscard]] std::string writtenScores(const Range<int>& scores);
/// "6 or more", "6 to 8", "at most 3", "7".
[[nodiscard]] std::string scoresInWords(const Range<int>& scores);

/// "pressure>=20kPa", "duration 60-90 s", "60s", or why it is none. What has no unit is in the
/// field's, a pressure in `pressure`.
[[nodiscard]] std::variant<DoseFilter, Message>
typedDose(std::string_view text, const reference::LogFields& fields, PressureUnit pressure);
/// As typedDose() reads it again, to the last digit; empty for an open amount.
[[nodiscard]] std::string writtenDose(const DoseFilter& dose, const reference::LogFields& fields,
                                      PressureUnit pressure);
/// "pressure 20 kPa or more".
[[nodiscard]] std::string doseInWords(const DoseFilter& dose, const reference::LogFields& fields,
                                      PressureUnit pressure);
/// How a dose names the field: "pressure" of pressure_kpa.
[[nodiscard]] std::string doseWord(const reference::LogField& field);
/// Whether amounts of it are part of a dose: a number that has no place of its own in the record.
[[nodiscard]] bool isDose(const reference::LogField& field);

/// Days that a text means, both included.
struct DayRange {
    Date first;
    Date last;
};
/// "90d", "6 weeks", "3m", "1y": that long ago. "2026", "March 2026", "march": its first and last
/// day, without a year the latest. Days as typedDay() reads them. Empty when it is none.
[[nodiscard]] std::optional<DayRange> typedDays(std::string_view text, Date today);

} // namespace palpate::app
