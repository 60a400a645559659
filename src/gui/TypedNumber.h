// SPDX-License-Identifier: MIT
#pragma once

#include <wx/string.h>

#include <optional>
#include <string>

namespace palpate::gui {

/// "7", "7.5", "7,5"; empty: no number.
[[nodiscard]] std::optional<double> typedNumber(std::string text);
/// The shortest text that reads back as the number: "7", "7.5".
[[nodiscard]] wxString shortestNumber(double value);

} // namespace palpate::gui
