// SPDX-License-Identifier: MIT
#include "gui/ColourSample.h"

namespace palpate::gui {

ColourSample::ColourSample(wxWindow* parent, const wxString& name, const wxString& words)
    : PaintedControl{parent, name, Focus::Never}, words_{words}, colour_{*wxBLACK} {
    setAccessible(*this, gui::Role::Drawing, words);
}

void ColourSample::set(const wxColour& colour) {
    if (colour != colour_) {
        colour_ = colour;
        Refresh();
    }
}

wxSize ColourSample::DoGetBestSize() const {
    return {px(150), px(36)};
}

void ColourSample::draw(wxGraphicsContext& context, wxSize size) {
    const wxRect2DDouble area{0.5, 0.5, size.x - 1.0, size.y - 1.0};
    fillRounded(context, area, FromDIP(dip::kRadius), *wxWHITE, palette().edge);
    const double pad = FromDIP(10);
    drawLine(context, words_, {pad, 0, size.x - 2 * pad, size.y - 6.0}, TextStyle::BodyStrong,
             colour_);
    context.SetPen(*wxTRANSPARENT_PEN);
    context.SetBrush(wxBrush{colour_});
    context.DrawRectangle(pad, size.y - FromDIP(8), size.x - 2 * pad, FromDIP(2));
}

} // namespace palpate::gui
