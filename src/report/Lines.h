// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Picture.h"
#include "report/Blocks.h"
#include "report/Typefaces.h"

#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <vector>

namespace palpate::report {

constexpr double kMillimetresPerPoint = 25.4 / 72;

/// How a piece of text looks. Lengths in millimetres.
struct TextLook {
    double size = 3;    ///< em
    double leading = 4; ///< from one baseline to the next
    drawing::Colour colour;
    drawing::Colour boldColour;
    drawing::Colour accent; ///< of links
    bool bold = false;
    /// Read from the left as a line, whatever its words: it has its place on the page, not in a
    /// column.
    bool staysLeft = false;
};

/// A figure inside a line (a sparkline in a table cell), already drawn.
using InlineFigure = std::shared_ptr<const drawing::Picture>;

/// Text of one look at its place, or a figure.
struct Segment {
    double x = 0; ///< from the line's start
    double width = 0;
    std::string text;
    bool bold = false;
    bool italic = false;
    drawing::Colour colour;
    std::string address; ///< of a link; may be empty
    drawing::ReadingDirection direction = drawing::ReadingDirection::FromText;
    InlineFigure figure;
    double figureScale = 1;
};

struct TextLine {
    std::vector<Segment> segments;
    double width = 0;
    double height = 0;   ///< leading, or more when a figure needs it
    double baseline = 0; ///< from the line's top
    /// The text of all segments in the order of reading, where they lie in another one; else empty.
    std::string reads;
    drawing::ReadingDirection direction = drawing::ReadingDirection::FromText; ///< of `reads`
};

/// Draws the figure of a reference; empty when there is none.
using InlineFigures = std::function<InlineFigure(const FigureRef&)>;

/// Breaks at spaces and where else a script may be broken (Breaks.h); a word that is longer than a
/// line is broken between any two letters. A text that is read from the right (directionOf) is set
/// from the right of the width: each line is then as wide as that.
[[nodiscard]] std::vector<TextLine> linesOf(const Inlines& text, const TextLook& look, double width,
                                            const Typefaces& typefaces,
                                            const InlineFigures& figures = {});

/// The widest line (set without a limit) and the widest unbreakable piece of a text.
struct TextExtent {
    double natural = 0;
    double least = 0;
};
[[nodiscard]] TextExtent extentOf(const Inlines& text, const TextLook& look,
                                  const Typefaces& typefaces, const InlineFigures& figures = {});

/// Paints a line with its top left at x, y.
void paintLine(const TextLine& line, double x, double y, const TextLook& look,
               std::vector<drawing::Shape>& into);

/// Keeps `most` lines, the last one ending in an ellipsis; false when nothing had to go.
bool shorten(std::vector<TextLine>& lines, std::size_t most, double width, const TextLook& look,
             const Typefaces& typefaces);

[[nodiscard]] double heightOf(const std::vector<TextLine>& lines) noexcept;

} // namespace palpate::report
