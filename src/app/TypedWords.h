// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace palpate::app {

/// What somebody typed, word by word, in lower case.
using Words = std::vector<std::string>;

[[nodiscard]] bool isDigit(char c) noexcept;
/// Lower case of ASCII letters, white space at the ends and doubled left out.
[[nodiscard]] std::string folded(std::string_view text);
/// The words of a quick line. "6/10" and "6 / 10" are "6", "6a" is "6" and "a", a slash at the
/// beginning is the key that opened the line. Commas stay with their words: names hold some.
[[nodiscard]] Words typedWords(std::string_view text);
/// The words of a name: "superficial", "upper" of "Superficial, upper".
[[nodiscard]] Words namedWords(std::string_view name);
/// Whether each of `typed` begins one of `words`.
[[nodiscard]] bool eachBeginsOne(const Words& typed, const Words& words);
/// Without commas, semicolons and full stops behind it.
[[nodiscard]] std::string bare(std::string word);
/// The words from `from` to before `to`, with single spaces.
[[nodiscard]] std::string joined(const Words& words, std::size_t from, std::size_t to);
[[nodiscard]] std::string joined(const Words& words);

} // namespace palpate::app
