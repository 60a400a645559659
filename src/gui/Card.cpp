// SPDX-License-Identifier: MIT
#include "gui/Card.h"

#include "gui/PaintedControl.h"
#include "gui/Theme.h"

#include <wx/dcclient.h>

#include <memory>

namespace palpate::gui {

Card::Card(wxWindow* parent, const wxString& name, Look look, wxOrientation orientation, int padDip)
    : content_{new wxBoxSizer{orientation}}, look_{look} {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Create(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
           wxBORDER_NONE | wxTAB_TRAVERSAL | wxFULL_REPAINT_ON_RESIZE, name);
    auto* outer = new wxBoxSizer{wxVERTICAL}; // taken by this window
    outer->Add(content_, 1, wxEXPAND | wxALL, FromDIP(padDip));
    SetSizer(outer);
    dress();
    Bind(wxEVT_PAINT, &Card::onPaint, this);
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        dress();
        event.Skip();
    });
}

void Card::setLook(Look look) {
    if (look != look_) {
        look_ = look;
        dress();
    }
}

void Card::dress() {
    dressAsPanel(*this);
    if (look_ == Look::Soft) {
        SetBackgroundColour(palette().panelSoft);
    }
    Refresh(); // and with it the children, which paint on this ground
}

void Card::onPaint(wxPaintEvent&) {
    wxPaintDC dc{this};
    dc.SetBackground(wxBrush{GetParent()->GetBackgroundColour()});
    dc.Clear();
    const std::unique_ptr<wxGraphicsContext> context{wxGraphicsContext::Create(dc)};
    if (!context) {
        return;
    }
    context->EnableOffset(false);
    const Palette& colours = palette();
    const wxRect area{GetClientSize()};
    const double radius = FromDIP(dip::kCardRadius);
    switch (look_) {
    case Look::Raised:
        fillRounded(*context, inset(area, 0.5), radius, colours.panel, colours.hairline);
        break;
    case Look::Soft:
        fillRounded(*context, inset(area, 0), FromDIP(dip::kRadius), colours.panelSoft);
        break;
    case Look::Warning:
        fillRounded(*context, inset(area, 1), FromDIP(dip::kRadius), colours.panel,
                    colours.amber.text, 1.6);
        break;
    case Look::Chosen:
        fillRounded(*context, inset(area, 1), radius - 1, colours.panel, colours.accentText, 2);
        break;
    }
}

} // namespace palpate::gui
