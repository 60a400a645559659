// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace palpate::report {

constexpr char32_t kReplacement = 0xFFFD;

/// The character at `at`, which moves behind it. `text` must be valid UTF-8.
[[nodiscard]] char32_t nextCharacter(std::string_view text, std::size_t& at) noexcept;
void append(std::string& text, char32_t character);

/// Invisible by nature: soft hyphens, direction and byte order marks. They take no place and are
/// not printed.
[[nodiscard]] bool isInvisible(char32_t character) noexcept;
/// Invisible, but it decides how its neighbours are joined, as Persian and the scripts of India
/// need it; so it stays.
[[nodiscard]] bool isJoiner(char32_t character) noexcept;
[[nodiscard]] bool isControl(char32_t character) noexcept;
/// An accent or vowel sign that is set on the letter before it.
[[nodiscard]] bool isCombining(char32_t character) noexcept;

/// Control characters become U+FFFD (so that they are seen), invisible ones go.
[[nodiscard]] std::string printable(std::string_view text);

} // namespace palpate::report
