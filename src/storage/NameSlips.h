// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace palpate::storage {

// Names from the middle and with one slip of the keyboard, in words of the tokenizer.

/// Fewer letters are found only as they are typed.
inline constexpr std::size_t kFewestForSlip = 4;

/// What is left of the word from its second, third ... character on.
[[nodiscard]] std::vector<std::string> endingsOf(std::string_view word);
/// The word with one of its characters left out, each once.
[[nodiscard]] std::vector<std::string> omissionsOf(std::string_view word);
/// Whether `typed` is a beginning of `word` but for one slip: a letter wrong, missing, too many, or
/// two neighbours swapped.
[[nodiscard]] bool isSlipOf(std::string_view typed, std::string_view word);

} // namespace palpate::storage
