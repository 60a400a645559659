// SPDX-License-Identifier: MIT
#include "gui/FlagSign.h"

#include "gui/Icons.h"

#include <algorithm>
#include <cmath>

namespace palpate::gui {

void drawFlagSign(wxGraphicsContext& context, std::size_t rank, const wxRect2DDouble& square,
                  const wxColour& colour, const wxColour& inside) {
    const double x = square.m_x;
    const double y = square.m_y;
    const double size = std::min(square.m_width, square.m_height);
    const double middle = x + size / 2;
    if (rank == 1 || rank == 2) {
        drawIcon(context, rank == 1 ? Icon::Warning : Icon::Flag, x, y, size, colour);
        return;
    }
    context.SetPen(*wxTRANSPARENT_PEN);
    context.SetBrush(wxBrush{colour});
    if (rank == 0) {
        wxGraphicsPath octagon = context.CreatePath();
        for (int corner = 0; corner < 8; ++corner) {
            const double angle = (corner + 0.5) * M_PI / 4;
            const double radius = size / 2 / std::cos(M_PI / 8) * 0.96;
            const double cx = middle + radius * std::cos(angle);
            const double cy = y + size / 2 + radius * std::sin(angle);
            if (corner == 0) {
                octagon.MoveToPoint(cx, cy);
            } else {
                octagon.AddLineToPoint(cx, cy);
            }
        }
        octagon.CloseSubpath();
        context.FillPath(octagon);
        context.SetBrush(wxBrush{inside});
        for (const double at : {-0.13, 0.13}) {
            context.DrawRectangle(middle + at * size - size * 0.045, y + size * 0.22, size * 0.09,
                                  size * 0.36);
            context.DrawRectangle(middle + at * size - size * 0.045, y + size * 0.67, size * 0.09,
                                  size * 0.1);
        }
        return;
    }
    context.DrawEllipse(x, y, size, size);
    context.SetBrush(wxBrush{inside});
    context.DrawRectangle(middle - size * 0.045, y + size * 0.2, size * 0.09, size * 0.34);
    context.DrawRectangle(middle - size * 0.045, y + size * 0.46, size * 0.3, size * 0.09);
}

const Palette::Chip& flagColours(std::size_t rank) {
    const Palette& colours = palette();
    return rank <= 1 ? colours.red : rank == 2 ? colours.amber : colours.neutral;
}

} // namespace palpate::gui
