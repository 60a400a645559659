// SPDX-License-Identifier: MIT
// What chips look like.
#include "gui/ChipGroup.h"
#include "gui/Icons.h"
#include "gui/Painting.h"

#include <algorithm>

namespace palpate::gui {

void ChipGroup::drawChip(wxGraphicsContext& context, const Item& item, int index) const {
    const Palette& colours = palette();
    const bool usable = IsEnabled() && item.enabled;
    const bool down = pressed_.shows(index) && usable;
    const bool hot = (index == hot_ || down) && usable;
    const bool on = item.state == ChipState::On;
    const bool absent = item.state == ChipState::Absent;
    wxColour fill = hot ? colours.tint : colours.panel;
    wxColour edge = colours.edge;
    wxColour text = usable ? colours.ink : colours.faint;
    if (on) {
        fill = !usable ? colours.faint : hot ? colours.accentDeep : colours.accent;
        edge = fill;
        text = colours.onAccent;
    } else if (absent) {
        fill = hot ? mixed(colours.neutral.ground, colours.edge, 0.4) : colours.neutral.ground;
        edge = colours.neutral.edge;
        text = usable ? colours.muted : colours.faint;
    }
    const double radius = item.area.height / 2.0;
    fillRounded(context, inset(item.area, 0.5), radius - 0.5, fill, down ? colours.accent : edge,
                down ? 2 : 1);
    const TextStyle style = on ? TextStyle::ControlStrong : TextStyle::Control;
    wxRect2DDouble area = inset(item.area, 0);
    if (item.chip.swatch) {
        const drawing::Picture& picture = *item.chip.swatch;
        const double wide = picture.width * kPixelsPerMm;
        const double tall = picture.height * kPixelsPerMm;
        const double words = textSize(item.chip.text, style).x;
        const double left = area.m_x + (area.m_width - wide - px(kSwatchGapDip) - words) / 2;
        const double top = area.m_y + (area.m_height - tall) / 2;
        // On its own ground: a pattern must look the same on a chosen chip.
        fillRounded(context, {left - 1, top - 1, wide + 2, tall + 2}, FromDIP(3), colours.panel,
                    colours.edge);
        paint(context, picture,
              {kPixelsPerMm, {left, top}, drawing::Rect{left, top, wide, tall}, {}});
        area.m_x = left + wide + px(kSwatchGapDip);
        area.m_width = item.area.GetRight() - area.m_x;
        drawLine(context, item.chip.text, area, style, text);
    } else if (kind_ == Kind::Signs && (on || absent)) {
        context.SetFont(font(style), text);
        wxDouble width = 0;
        wxDouble height = 0;
        context.GetTextExtent(item.chip.text, &width, &height);
        const double mark = px(kMarkDip);
        const double x = area.m_x + (area.m_width - width - mark) / 2;
        const double middle = area.m_y + area.m_height / 2;
        if (on) {
            const double size = px(10);
            drawIcon(context, Icon::Tick, x, middle - size / 2, size, text);
        } else {
            const double line = std::max(1.0, px(1) * 1.4);
            context.SetPen(*wxTRANSPARENT_PEN);
            context.SetBrush(wxBrush{text});
            context.DrawRectangle(x, middle - line / 2, px(8), line);
            context.DrawRectangle(x + mark, wxRound(middle), width, 1);
        }
        area.m_x = x + mark;
        area.m_width = width + 1;
        drawLine(context, item.chip.text, area, style, text);
    } else if (item.chip.mark != ChipMark::Nothing) {
        const double words = textSize(item.chip.text, style).x;
        const double x = area.m_x + (area.m_width - words - px(kCautionDip)) / 2;
        drawMark(context, item.chip.mark, x, area.m_y + area.m_height / 2,
                 on ? text : wxNullColour);
        area.m_x = x + px(kCautionDip);
        area.m_width = words + 2;
        drawLine(context, item.chip.text, area, style, text);
    } else {
        drawLine(context, item.chip.text, area, style, text, TextAlign::Centre);
    }
    if (showsFocus() && index == current_) {
        drawFocusRing(context, item.area, radius);
    }
}

void ChipGroup::drawMark(wxGraphicsContext& context, ChipMark mark, double x, double middle,
                         const wxColour& onChosen) const {
    const Palette& colours = palette();
    const wxColour colour = onChosen.IsOk()                ? onChosen
                            : mark == ChipMark::NotChecked ? colours.muted
                            : mark == ChipMark::Never      ? colours.red.text
                            : mark == ChipMark::Weigh      ? colours.red.text
                                                           : colours.amber.text;
    const double side = px(12);
    const double top = middle - side / 2;
    const double line = std::max(1.0, px(1) * 1.3);
    if (mark == ChipMark::Weigh) {
        wxGraphicsPath path = context.CreatePath();
        path.MoveToPoint(x + side / 2, top);
        path.AddLineToPoint(x + side, top + side * 0.92);
        path.AddLineToPoint(x, top + side * 0.92);
        path.CloseSubpath();
        context.SetPen(*wxTRANSPARENT_PEN);
        context.SetBrush(wxBrush{colour});
        context.FillPath(path);
        return;
    }
    context.SetBrush(*wxTRANSPARENT_BRUSH);
    context.SetPen(context.CreatePen(wxGraphicsPenInfo{colour, line}));
    context.DrawEllipse(x + line / 2, top + line / 2, side - line, side - line);
    if (mark == ChipMark::Never) {
        const double in = side * 0.16;
        context.StrokeLine(x + in, top + side - in, x + side - in, top + in);
        return;
    }
    drawLine(context, mark == ChipMark::Care ? "!" : "?", {x, top - px(3), side, side + px(6)},
             TextStyle::TinyStrong, colour, TextAlign::Centre);
}

void ChipGroup::draw(wxGraphicsContext& context, wxSize) {
    for (int i = 0; i < count(); ++i) {
        drawChip(context, chips_[static_cast<std::size_t>(i)], i);
    }
}

} // namespace palpate::gui
