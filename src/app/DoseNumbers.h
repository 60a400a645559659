// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Message.h"
#include "domain/Practitioner.h"
#include "reference/LogFields.h"
#include "reference/Tests.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace palpate::app {

/// The unit in which a number of the log is shown and typed: the stored value divided by `factor`.
struct ShownUnit {
    std::string text; ///< "kg/cm²", "°"; "" when the number says it
    double factor = 1;
    std::optional<double> step; ///< in the shown unit
};
[[nodiscard]] ShownUnit shownUnit(const reference::LogField& field, PressureUnit pressure);
[[nodiscard]] ShownUnit shownUnit(const reference::TestScale& scale, PressureUnit pressure);

/// With a point and as few decimals as show exactly that value, up to nine; a value that needs more
/// is rounded to one decimal beyond those of `step`. A true minus sign is not used: the text can be
/// typed again.
[[nodiscard]] std::string numberShown(double value, std::optional<double> step);
/// "47", "1:30": seconds below a minute, else minutes and seconds.
[[nodiscard]] std::string durationShown(double seconds);
/// "30–90 s", "3–10 min", "120 s".
[[nodiscard]] std::string durationRange(double low, double high);

using TypedNumber = std::variant<double, Message>;
/// A number as typed, in the stored unit: point or comma, a unit of the field's behind it.
[[nodiscard]] TypedNumber typedNumber(const reference::LogField& field, std::string_view text,
                                      PressureUnit pressure);
/// Seconds of "90", "90 s", "1:30", "2 min", "1 min 30 s", "1.5 min".
[[nodiscard]] TypedNumber typedDuration(const reference::LogField& field, std::string_view text);

} // namespace palpate::app
