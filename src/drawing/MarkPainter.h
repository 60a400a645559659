// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/MapMarks.h"

#include <vector>

namespace palpate::drawing {

/// Paints one mark round a centre. Mark, style and list must outlive it.
class MarkPainter {
public:
    MarkPainter(const MapMark& mark, Point centre, double radius, const MarkStyle& style,
                std::vector<Shape>& out);

    void paint();
    /// Only the small sign for the relation or the treatment, moved to the centre and as large as
    /// a mark.
    void paintSign();

private:
    [[nodiscard]] Colour toned(Colour colour) const;
    [[nodiscard]] Point at(double x, double y) const { return {at_.x + x * r_, at_.y + y * r_}; }
    [[nodiscard]] Colour numberColour(Colour colour) const;
    void circle(double radius, std::optional<Colour> fill, std::optional<Stroke> stroke);
    void number(Colour colour);
    void hollow(Colour colour, double width);
    void resolved();
    void ghost();
    void about();
    void gone();
    void change();
    void treated();
    void relation();

    const MapMark& mark_;
    Point at_;
    double r_;
    const Inks& ink_;
    Ground ground_;
    bool hasSigns_;
    std::vector<Shape>& out_;
};

} // namespace palpate::drawing
