// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::reference {

/// Lower case, without white space at the ends and with single spaces inside. Only ASCII letters
/// change: the tables hold no others.
[[nodiscard]] std::string folded(std::string_view text);
/// The words of a folded text: runs of letters, digits and characters beyond ASCII.
[[nodiscard]] std::vector<std::string> wordsOf(std::string_view folded);
/// Whether each of `typed` begins one of `words`.
[[nodiscard]] bool eachBeginsAWord(std::span<const std::string> typed,
                                   std::span<const std::string> words);

} // namespace palpate::reference
