// SPDX-License-Identifier: MIT
#pragma once

#include "report/ShapedText.h"

#include <string>
#include <vector>

namespace palpate::report {

// A PDF's page holds glyphs at places, not text. Who copies or searches it gets what the reading
// program makes of them: it takes the letters of a line from left to right and turns round those
// stretches that it thinks are read from the right. For lines of one direction that gives what was
// typed; for Hebrew or Arabic beside numbers, signs or other letters it often does not.

/// A letter of a line that is only read, not seen.
struct ReadLetter {
    char32_t character = 0;
    double x = 0;     ///< em, from the line's left end
    double width = 0; ///< em
};

/// How a line is read.
struct Reading {
    bool areGlyphsRead = true; ///< by the letters that they stand for
    /// To lie unseen in the line, from left to right: all of its letters when the glyphs are not
    /// read, or a mark that keeps a reading program from turning what follows on the page.
    std::vector<ReadLetter> letters;
};
/// So that reading programs get text.text back. `isPageLeftToRight`: most letters of the page are.
[[nodiscard]] Reading readingOf(const ShapedText& text, bool isPageLeftToRight);
/// The same for a line whose glyphs are painted elsewhere.
[[nodiscard]] std::vector<ReadLetter> lettersOf(const ShapedText& text, bool isPageLeftToRight);

/// By how many letters more of these are read from left to right than from right to left.
[[nodiscard]] long leftToRightSurplus(const std::string& text);

} // namespace palpate::report
