// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Message.h"
#include "drawing/Picture.h"
#include "report/Template.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace palpate::report {

class Typefaces;

/// The line at the foot of every page.
struct Footer {
    std::string left;
    std::string middle;
    /// {1} is the page, {2} the number of pages. Already translated.
    std::string pageOf = tr("page {1} of {2}");
};

/// How a clinic's pages look. Lengths are millimetres, type sizes points.
struct PageStyle {
    Paper paper = Paper::A4; ///< when the template names none
    double marginLeft = 14.3;
    double marginRight = 14.3;
    double marginTop = 11.5;
    double marginBottom = 14; ///< holds the footer
    double bodyPoints = 8.9;
    double leading = 1.36; ///< distance of two lines, in type sizes
    drawing::Colour accent = drawing::rgb(0x0F766E);
    drawing::Colour ink = drawing::rgb(0x1F2A33);
    drawing::Colour muted = drawing::rgb(0x64748B);
    drawing::Colour hairline = drawing::rgb(0xDDE3E9);
    Footer footer;
    /// Of the clinic, above the right side of a header block and as the figure `logo`; empty: none.
    std::shared_ptr<const drawing::Picture> logo;
    std::string watermark; ///< a word set large and pale over every page ("DRAFT"); empty: none
    std::vector<std::filesystem::path> fontFolders; ///< empty: where the system keeps them
    /// Read already, for many documents in a row: then fontFolders is not looked at. Empty: read
    /// for this one.
    std::shared_ptr<const Typefaces> typefaces;
};

} // namespace palpate::report
