// SPDX-License-Identifier: MIT
#include "gui/FoundPanel.h"

#include "gui/Phrases.h"

#include <wx/dcclient.h>

#include <algorithm>
#include <memory>

namespace palpate::gui {

namespace {

constexpr int kFootDip = 26;
constexpr int kSideDip = 16;
constexpr double kMostOfHeight = 0.85; ///< of the window it lies over, to which it may reach down

} // namespace

FoundPanel::FoundPanel(wxWindow* over, const wxString& name) {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Hide(); // before it is made: it is never seen at the wrong place
    Create(over, wxID_ANY, wxDefaultPosition, wxDefaultSize,
           wxBORDER_NONE | wxFULL_REPAINT_ON_RESIZE, name);
    SetCanFocus(false);
    SetBackgroundColour(palette().panel);
    list_ = new FoundList{this, name + ".list"};
    Bind(wxEVT_PAINT, &FoundPanel::onPaint, this);
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        SetBackgroundColour(palette().panel);
        Refresh();
        event.Skip();
    });
    over->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        CallAfter([this] {
            if (IsShown()) {
                place();
            }
        });
    });
}

void FoundPanel::setFoot(const wxString& words) {
    foot_ = words;
    Refresh();
}

void FoundPanel::showBelow(wxWindow& field, int widthDip) {
    field_ = &field;
    width_ = widthDip;
    place();
    Show();
    Raise();
}

int FoundPanel::footHeight() const {
    return foot_.empty() ? 0 : textPx(*this, kFootDip);
}

void FoundPanel::place() {
    const wxWindow& over = *GetParent();
    const wxPoint corner =
        over.ScreenToClient(field_->ClientToScreen(wxPoint{0, field_->GetSize().y + FromDIP(4)}));
    const wxSize all = over.GetClientSize();
    const int width = std::min(textPx(*this, width_), all.x - corner.x - FromDIP(12));
    const int most = std::max(1, static_cast<int>(all.y * kMostOfHeight) - corner.y);
    const int edge = 1;
    const int rows = list_->wantedHeight(most - footHeight() - 2 * edge);
    SetSize(corner.x, corner.y, width, rows + footHeight() + 2 * edge);
    list_->SetSize(edge, edge, width - 2 * edge, rows);
    list_->Show(rows > 0);
    list_->setCurrent(list_->current()); // into sight
}

void FoundPanel::onPaint(wxPaintEvent&) {
    wxPaintDC dc{this};
    const Palette& colours = palette();
    dc.SetBackground(wxBrush{colours.panel});
    dc.Clear();
    const std::unique_ptr<wxGraphicsContext> context{wxGraphicsContext::Create(dc)};
    if (!context) {
        return;
    }
    context->EnableOffset(false);
    const wxSize size = GetClientSize();
    const double foot = footHeight();
    const double side = FromDIP(kSideDip);
    if (foot > 0) {
        context->SetPen(*wxTRANSPARENT_PEN);
        context->SetBrush(wxBrush{colours.panelSoft});
        context->DrawRectangle(0, size.y - foot, size.x, foot);
        context->SetBrush(wxBrush{colours.hairline});
        context->DrawRectangle(0, size.y - foot, size.x, 1);
        drawLine(*context, foot_, {side, size.y - foot, size.x - 2 * side, foot}, TextStyle::Tiny,
                 colours.muted);
    }
    context->SetBrush(*wxTRANSPARENT_BRUSH);
    context->SetPen(context->CreatePen(wxGraphicsPenInfo{colours.edge, 1}));
    context->DrawRectangle(0.5, 0.5, size.x - 1, size.y - 1);
}

wxString spokenOf(const FoundList& list) {
    if (list.current()) {
        return said("{1} of {2}: {3}", {std::to_string(*list.current() + 1),
                                        std::to_string(list.rows().size()), fromWx(list.spoken())});
    }
    return list.rows().empty()
               ? wxString{}
               : said("{1} choices, Down goes through them", {std::to_string(list.rows().size())});
}

} // namespace palpate::gui
