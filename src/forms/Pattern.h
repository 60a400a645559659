// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace palpate::forms {

/// Why a regular expression of a form can't be used; empty: it can.
[[nodiscard]] std::optional<std::string> patternFault(const std::string& pattern);

enum class PatternAnswer { Matches, Differs, TooLong };
/// Whether all of the text matches, found in bounded steps. The pattern must have no fault.
[[nodiscard]] PatternAnswer matchWhole(const std::string& pattern, std::string_view text);

} // namespace palpate::forms
