// SPDX-License-Identifier: MIT
#pragma once

#include "report/FontFile.h"

#include <hpdf.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace palpate::report {

/// One typeface of a PDF. Glyphs get codes in the order of their first use, one for each text that
/// they stand for, so that copying and searching give the very characters that were typed. What the
/// page shows of it is embedded when the document is finished. libharu's own fonts know a glyph by
/// one character only, and no outlines but TrueType's.
class PdfFont {
public:
    /// The object is empty until finish(); pages may name it before. `font` must outlive it.
    PdfFont(HPDF_Doc document, const FontFile& font);

    [[nodiscard]] HPDF_Dict object() const noexcept { return object_; }
    /// `text` may be empty: the glyph is seen, but nothing is read.
    [[nodiscard]] std::uint16_t code(std::uint32_t glyph, std::string_view text);
    /// As the PDF states it, in thousandths of an em.
    [[nodiscard]] double width(std::uint32_t glyph) const;
    /// Embeds what was used. `number` tells the subsets of a document apart. False when the font
    /// file has become unreadable.
    [[nodiscard]] bool finish(std::size_t number);

private:
    struct Coded {
        std::uint32_t glyph = 0;
        std::string text;
    };
    [[nodiscard]] std::string unicodeMap() const;
    [[nodiscard]] std::string glyphMap() const;
    [[nodiscard]] HPDF_Array widths() const;
    [[nodiscard]] HPDF_Dict descriptor(const std::string& name,
                                       const std::vector<std::uint8_t>& outlines) const;
    [[nodiscard]] HPDF_Dict stream(std::string_view content) const;

    HPDF_Doc document_;
    const FontFile& font_;
    HPDF_Dict object_;
    std::map<std::pair<std::uint32_t, std::string>, std::uint16_t, std::less<>> codes_;
    std::vector<Coded> coded_; ///< by code, from 1
};

} // namespace palpate::report
