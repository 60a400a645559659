// SPDX-License-Identifier: MIT
// Words on a page: what is seen, and what is read when someone copies or searches.
#include "report/Characters.h"
#include "report/FontFile.h"
#include "report/PdfPainter.h"

#include <algorithm>
#include <cmath>

namespace palpate::report {

using drawing::Transform;

void PdfPainter::paint(const drawing::TextShape& shape, const Transform& transform) {
    const ShapedText text = typefaces_.shaped(shape.text, shape.weight == drawing::Weight::Bold,
                                              shape.italic, shape.direction);
    if (text.glyphs.empty()) {
        return;
    }
    leavePaths();
    const double width = text.width * shape.size;
    const drawing::Point at = moved(shape.at, transform);
    const double left = at.x - (shape.align == drawing::Align::End      ? width
                                : shape.align == drawing::Align::Middle ? width / 2
                                                                        : 0);
    const TextPlace place{shape.size * kPointsPerMillimetre, left * kPointsPerMillimetre,
                          (height_ - at.y) * kPointsPerMillimetre};
    // What is seen but must not be read says so twice: by codes without letters, and, for readers
    // that make up letters for those, by an empty text.
    constexpr std::string_view kUnread = "/Span <</ActualText <FEFF>>> BDC\n";
    if (shape.halo && shape.isSeen) {
        // The halo is the same text stroked beneath.
        constexpr double kHaloWidth = 0.26; // em
        useOpacity(shape.halo->alpha, shape.halo->alpha, textInk_);
        useStroke(*shape.halo, textInk_);
        out_ += kUnread;
        out_ += "1 j 1 Tr ";
        decimal(place.size * kHaloWidth);
        out_ += "w\n";
        showGlyphs(text, place, true);
        out_ += "0 Tr\nEMC\n";
    }
    useOpacity(shape.colour.alpha, shape.colour.alpha, textInk_);
    useFill(shape.colour, textInk_);
    if (!shape.isSeen) {
        layLetters(lettersOf(text, isPageLeftToRight_), text.glyphs.front().face, place);
        return;
    }
    const Reading reading = shape.isRead ? readingOf(text, isPageLeftToRight_) : Reading{false, {}};
    if (reading.areGlyphsRead) {
        showGlyphs(text, place, true);
    } else {
        out_ += kUnread;
        showGlyphs(text, place, false);
        out_ += "EMC\n";
    }
    if (!reading.letters.empty()) {
        layLetters(reading.letters, text.glyphs.front().face, place);
    }
}

std::string PdfPainter::nameOf(Face face) {
    if (page_ == nullptr) {
        parts_.faces.insert(face);
        return PdfDocument::nameInForm(face);
    }
    const char* name = HPDF_Page_GetLocalFontName(page_, document_.font(face).object());
    document_.check("using a typeface");
    return name;
}

void PdfPainter::beginGlyphs(Face face, double size, double x, double y) {
    out_ += "/" + nameOf(face) + " ";
    decimal(size);
    out_ += "Tf 1 0 0 1 ";
    decimal(x);
    decimal(y);
    out_ += "Tm\n";
}

void PdfPainter::putCode(std::uint16_t code) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    for (const unsigned shift : {12U, 8U, 4U, 0U}) {
        out_ += kDigits[(static_cast<unsigned>(code) >> shift) & 0xFU];
    }
}

void PdfPainter::showGlyphs(const ShapedText& text, const TextPlace& place, bool areRead) {
    out_ += "BT\n";
    const std::vector<ShapedGlyph>& glyphs = text.glyphs;
    for (std::size_t first = 0; first < glyphs.size();) {
        std::size_t end = first + 1;
        while (end < glyphs.size() && glyphs[end].face == glyphs[first].face) {
            ++end;
        }
        showGlyphs(text, first, end, place, areRead);
        first = end;
    }
    out_ += "ET\n";
}

void PdfPainter::showGlyphs(const ShapedText& text, std::size_t first, std::size_t end,
                            const TextPlace& place, bool areRead) {
    PdfFont& font = document_.font(text.glyphs[first].face);
    double pen = text.glyphs[first].x; // where the next glyph would lie by itself, em
    double rise = 0;
    beginGlyphs(text.glyphs[first].face, place.size, place.x + pen * place.size, place.y);
    out_ += "[<";
    for (std::size_t i = first; i < end; ++i) {
        const ShapedGlyph& glyph = text.glyphs[i];
        constexpr double kSeen = 0.0005; // em
        if (std::abs(glyph.y - rise) > kSeen) {
            out_ += ">]TJ ";
            decimal(glyph.y * place.size);
            out_ += "Ts[<";
            rise = glyph.y;
        }
        const long gap = std::lround((pen - glyph.x) * 1000);
        if (gap != 0) {
            out_ += ">";
            whole(gap);
            out_.back() = '<';
            pen -= static_cast<double>(gap) / 1000;
        }
        const std::string_view letters =
            areRead ? std::string_view{text.text}.substr(glyph.from, glyph.to - glyph.from)
                    : std::string_view{};
        putCode(font.code(glyph.glyph, letters));
        pen += font.width(glyph.glyph) / 1000;
    }
    out_ += ">]TJ\n";
    if (rise != 0) {
        out_ += "0 Ts\n";
    }
}

void PdfPainter::layLetters(const std::vector<ReadLetter>& letters, Face face,
                            const TextPlace& place) {
    PdfFont& font = document_.font(face);
    const std::uint32_t blank = typefaces_.font(face).glyphOf(U' ');
    const double blankWidth = std::max(1.0, font.width(blank)) / 1000;
    out_ += "BT 3 Tr\n";
    beginGlyphs(face, place.size, place.x, place.y);
    double pen = 0; // points from the line's start
    for (const ReadLetter& letter : letters) {
        // Stretched to its place, or reading programs see gaps between words.
        const double stretch =
            std::max(1.0, std::round(100 * letter.width / blankWidth)); // percent
        decimal(letter.x * place.size - pen);
        out_ += "0 Td ";
        decimal(stretch);
        out_ += "Tz<";
        std::string character;
        append(character, letter.character);
        putCode(font.code(blank, character));
        out_ += ">Tj\n";
        pen = letter.x * place.size;
    }
    out_ += "100 Tz 0 Tr ET\n";
}

} // namespace palpate::report
