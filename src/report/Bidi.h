// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Picture.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace palpate::report {

/// An odd level is read from right to left.
using BidiLevel = std::uint8_t;

struct BidiLevels {
    bool hasRightToLeft = false;
    /// By character, spaces at the ends at the line's own; empty when all is from left to right.
    std::vector<BidiLevel> levels;
};
/// The levels of the Unicode bidirectional algorithm, for one line.
[[nodiscard]] BidiLevels bidiLevels(const std::vector<char32_t>& line,
                                    drawing::ReadingDirection direction);

/// From the order of reading into the order of seeing, from left to right (rule L2 of the
/// algorithm). `levelOf` tells the level of a part.
template <class Part, class LevelOf>
void orderByLevel(std::vector<Part>& parts, const LevelOf& levelOf) {
    BidiLevel highest = 0;
    for (const Part& part : parts) {
        highest = std::max(highest, levelOf(part));
    }
    for (BidiLevel level = highest; level > 0; --level) {
        for (auto first = parts.begin(); first != parts.end();) {
            const auto end = std::find_if(first, parts.end(),
                                          [&](const Part& part) { return levelOf(part) < level; });
            std::reverse(first, end);
            first = end == parts.end() ? end : end + 1;
        }
    }
}

/// What a character does to the direction of text, as far as readers of PDFs look at it. Signs that
/// go with numbers ("-", ":", "%") count as numbers.
enum class Strength { Neutral, LeftToRight, RightToLeft, Number };
[[nodiscard]] Strength strengthOf(char32_t character) noexcept;

} // namespace palpate::report
