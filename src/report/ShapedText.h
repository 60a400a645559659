// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace palpate::report {

/// A number of Typefaces: one style of one font file.
using Face = std::uint16_t;

/// A glyph at its place. Lengths in em.
struct ShapedGlyph {
    Face face = 0;
    std::uint32_t glyph = 0; ///< the font's number
    double x = 0;            ///< from the line's left end
    double y = 0;            ///< above the baseline
    double advance = 0;
    /// The bytes of the line's text that it stands for, from..to; the other glyphs of a letter that
    /// takes several stand for none.
    std::size_t from = 0;
    std::size_t to = 0;
};

/// One line as it is painted: letters joined, ligatures formed, right-to-left words in their
/// places.
struct ShapedText {
    std::string text;                ///< what it reads as, in the order of reading
    std::vector<ShapedGlyph> glyphs; ///< from left to right
    double width = 0;                ///< em
    bool hasRightToLeft = false;
};

/// Letters that are painted as one: a letter with its accents, a ligature, a syllable of Hindi.
struct TextCluster {
    std::size_t from = 0; ///< bytes of the text
    std::size_t to = 0;
    double width = 0; ///< em
};
/// In the order of reading.
[[nodiscard]] std::vector<TextCluster> clustersOf(const ShapedText& text);

} // namespace palpate::report
