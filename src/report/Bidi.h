// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Picture.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace palpate::report {

/// An odd level is read from right to left.
using BidiLevel = std::uint8_t;

struct BidiLevels {
    bool isRightToLeft = false;  ///< the line as a whole
    bool hasRightToLeft = false; ///< any part of it
    /// By character, spaces at the end at the line's own; empty when all is from left to right.
    std::vector<BidiLevel> levels;
};
/// The levels of the Unicode bidirectional algorithm, for one line.
[[nodiscard]] BidiLevels bidiLevels(const std::vector<char32_t>& line,
                                    drawing::ReadingDirection direction);

/// Of the first letter that has a direction; LeftToRight without one. `text` must be valid UTF-8.
[[nodiscard]] drawing::ReadingDirection directionOf(std::string_view text);

/// What a character does to the direction of text, as far as readers of PDFs look at it.
enum class Strength { Neutral, LeftToRight, RightToLeft, Number };
[[nodiscard]] Strength strengthOf(char32_t character) noexcept;

} // namespace palpate::report
