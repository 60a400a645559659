// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Picture.h"
#include "report/PdfDocument.h"
#include "report/ReadingOrder.h"
#include "report/Typefaces.h"

#include <optional>
#include <string>
#include <string_view>

namespace palpate::report {

constexpr double kPointsPerMillimetre = 72 / 25.4;

/// From the units of a group to millimetres of the page.
[[nodiscard]] inline drawing::Point moved(drawing::Point point,
                                          const drawing::Transform& transform) noexcept {
    return {point.x * transform.scale + transform.dx, point.y * transform.scale + transform.dy};
}

/// Paints one picture on one page. It writes the page's operators itself: libharu's own calls spell
/// every coordinate with five decimals and check each one, which made body maps twice as large and
/// slow. Lines and fills are written in hundredths of a millimetre, y down, as whole numbers.
class PdfPainter {
public:
    PdfPainter(PdfDocument& document, HPDF_Page page, const drawing::Picture& picture,
               const Typefaces& typefaces);
    /// Once only.
    void paint();

private:
    /// For a form: a part of a page, its origin where the part has it.
    PdfPainter(PdfDocument& document, const Typefaces& typefaces, bool isPageLeftToRight);

    struct Ink { ///< what the page's graphics state holds
        std::optional<drawing::Colour> fill;
        std::optional<drawing::Colour> stroke;
        double width = -1;
        std::vector<double> dash;
        std::uint8_t fillAlpha = 255;
        std::uint8_t strokeAlpha = 255;
    };

    void paint(const std::vector<drawing::Shape>& shapes, const drawing::Transform& transform);
    void paint(const drawing::PathShape& shape, const drawing::Transform& transform);
    void paint(const drawing::CircleShape& shape, const drawing::Transform& transform);
    void paint(const drawing::TextShape& shape, const drawing::Transform& transform);
    void paint(const drawing::ImageShape& shape, const drawing::Transform& transform);
    void paint(const drawing::Group& group, const drawing::Transform& transform);
    void paintAsForm(const drawing::Group& group, const drawing::Transform& transform);

    void enterPaths();
    void leavePaths();
    void useFill(drawing::Colour colour, Ink& ink);
    void useStroke(drawing::Colour colour, Ink& ink);
    void useOpacity(std::uint8_t fill, std::uint8_t stroke, Ink& ink);
    void useLine(const drawing::Stroke& stroke);
    /// Sets inks for a shape and gives the operator that ends it.
    [[nodiscard]] std::string_view prepare(const std::optional<drawing::Colour>& fill,
                                           const std::optional<drawing::Stroke>& stroke);
    [[nodiscard]] std::string nameOf(Face face);
    /// Where a line of text lies, in points.
    struct TextPlace {
        double size = 0;
        double x = 0;
        double y = 0;
    };
    void showGlyphs(const ShapedText& text, const TextPlace& place, bool areRead);
    void showGlyphs(const ShapedText& text, std::size_t first, std::size_t end,
                    const TextPlace& place, bool areRead);
    void layLetters(const std::vector<ReadLetter>& letters, Face face, const TextPlace& place);
    void beginGlyphs(Face face, double size, double x, double y);
    void putCode(std::uint16_t code);
    void hundredths(double millimetres);
    void decimal(double value);
    void whole(long value);

    PdfDocument& document_;
    HPDF_Page page_;                  ///< null in a form
    const drawing::Picture* picture_; ///< null in a form
    double height_;                   ///< millimetres; where y is 0 in the file
    PdfDocument::FormParts parts_;    ///< of a form
    const Typefaces& typefaces_;
    bool isPageLeftToRight_; ///< most of its letters are
    std::string out_;
    bool isInPaths_ = false;
    Ink pathInk_;
    Ink textInk_;
};

} // namespace palpate::report
