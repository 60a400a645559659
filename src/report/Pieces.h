// SPDX-License-Identifier: MIT
#pragma once

#include "report/Lines.h"

#include <string>
#include <vector>

namespace palpate::report {

/// The smallest thing that is not broken (unless it is longer than a line), with the spaces that
/// follow it.
struct Piece {
    std::string text;
    std::string spaces;
    bool bold = false;
    bool italic = false;
    drawing::Colour colour;
    std::string address;
    double width = 0;
    double spaceWidth = 0;
    InlineFigure figure;
    bool endsLine = false;
    bool gluesNext = false;    ///< no break between it and the next: the look changes within a word
    bool clingsToNext = false; ///< a number before its unit or its next group: no break if possible
};

/// The pieces of a text in the order of reading, each with its width when it stands alone.
/// Millimetres.
[[nodiscard]] std::vector<Piece> piecesOf(const Inlines& text, const TextLook& look,
                                          const Typefaces& typefaces, const InlineFigures& figures);

} // namespace palpate::report
