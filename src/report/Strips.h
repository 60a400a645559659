// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Picture.h"
#include "report/Document.h"
#include "report/PageStyle.h"
#include "report/Typefaces.h"

#include <memory>
#include <string>
#include <vector>

namespace palpate::report {

/// A slice of the page that is not cut: a line of a paragraph, a table row, a row of figures. Its
/// shapes lie relative to its top left corner. Millimetres.
struct Strip {
    struct Bookmark {
        std::string title;
        int level = 1;
        double y = 0;
    };
    double before = 0; ///< space above, dropped at the top of a page
    double height = 0;
    bool keepWithNext = false;
    bool startsPage = false;
    std::vector<drawing::Shape> shapes;
    std::vector<Bookmark> bookmarks;
    std::shared_ptr<const Strip>
        repeat; ///< a table's header, set again above this strip if it begins a page
};
using Strips = std::vector<Strip>;

[[nodiscard]] double heightOf(const Strips& strips) noexcept;
/// Adds `strip` to `whole` as one that lies inside it, its corner at x, y.
void place(Strip strip, double x, double y, Strip& whole);

struct PaperSize {
    double width = 210;
    double height = 297;
};
[[nodiscard]] PaperSize sizeOf(Paper paper) noexcept;

/// Puts strips on pages, then adds what every page has: footer, watermark.
void makePages(Strips strips, const PaperSize& paper, const PageStyle& style,
               const Typefaces& typefaces, Document& document);

} // namespace palpate::report
