// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Picture.h"
#include "report/Document.h"
#include "report/Lines.h"
#include "report/PageStyle.h"
#include "report/Typefaces.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::report {

/// A slice of the page that is not cut: a line of a paragraph, a table row, a row of figures. Its
/// shapes lie relative to its top left corner. Millimetres.
struct Strip;
using Strips = std::vector<Strip>;
struct Strip {
    struct Bookmark {
        std::string title;
        int level = 1;
        double y = 0;
    };
    /// Text that leads somewhere: a raised number to its footnote, words to an address.
    struct NoteMark {
        std::string mark; ///< "¹²"
        drawing::Rect area;
    };
    struct Address {
        std::string address;
        drawing::Rect area;
    };
    struct Note {
        std::string mark;
        double y = 0;
    };
    /// Side by side with others. A strip of columns may be cut where all of them can be.
    struct Column {
        double x = 0;
        Strips strips;
    };
    double before = 0; ///< space above, dropped at the top of a page
    double height = 0;
    bool keepWithNext = false;
    bool startsPage = false;
    std::vector<drawing::Shape> ground; ///< beneath the shapes of every strip of the page
    std::vector<drawing::Shape> shapes;
    std::vector<Bookmark> bookmarks;
    std::vector<NoteMark> noteMarks;
    std::vector<Address> addresses;
    std::vector<Note> notes;
    std::vector<std::size_t>
        smallPrint;              ///< that belongs to the foot of this strip's page, by number
    std::vector<Column> columns; ///< beside `shapes`; the strip is as high as the highest
    std::shared_ptr<const Strip>
        repeat; ///< a table's header, set again above this strip if it begins a page
};

/// A line of a `footnotes` block, as wide as the page.
struct SmallPrint {
    std::string mark; ///< "¹²"; empty: it explains no number
    Strips lines;
};

[[nodiscard]] double heightOf(const Strips& strips) noexcept;
/// Adds `strip` to `whole` as one that lies inside it, its corner at x, y.
void place(Strip strip, double x, double y, Strip& whole);
/// The strips below each other with their corner at x, y. Returns where they end.
double placeAll(Strips strips, double x, double y, Strip& whole);
/// A line of text with its corner at x, y, the links and the footnotes' marks in it.
void putLine(const TextLine& line, double x, double y, const TextLook& look,
             const Typefaces& typefaces, Strip& strip);
/// The raised digits that a text begins with ("¹²"), or empty.
[[nodiscard]] std::string_view noteMarkAt(std::string_view text) noexcept;

struct PaperSize {
    double width = 210;
    double height = 297;
};
[[nodiscard]] PaperSize sizeOf(Paper paper) noexcept;

/// Puts strips on pages and small print at their feet, ties marks to it, then adds what every page
/// has: footer, watermark.
void makePages(Strips strips, std::vector<SmallPrint> smallPrint, const PaperSize& paper,
               const PageStyle& style, const Typefaces& typefaces, Document& document);

} // namespace palpate::report
