// SPDX-License-Identifier: MIT
#include "gui/Bar.h"

#include "gui/Theme.h"

#include <wx/dcbuffer.h>

namespace palpate::gui {

Bar::Bar(wxWindow* parent, const wxString& name, wxDirection hairline) : hairline_{hairline} {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Create(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
           name);
    dressAsPanel(*this);
    Bind(wxEVT_PAINT, &Bar::onPaint, this);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        Refresh();
        event.Skip();
    });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        dressAsPanel(*this);
        Refresh();
        event.Skip();
    });
}

void Bar::onPaint(wxPaintEvent&) {
    wxAutoBufferedPaintDC dc{this};
    dc.SetBackground(wxBrush{palette().panel});
    dc.Clear();
    const wxSize size = GetClientSize();
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(wxBrush{palette().hairline});
    switch (hairline_) {
    case wxTOP:
        dc.DrawRectangle(0, 0, size.x, 1);
        break;
    case wxBOTTOM:
        dc.DrawRectangle(0, size.y - 1, size.x, 1);
        break;
    case wxLEFT:
        dc.DrawRectangle(0, 0, 1, size.y);
        break;
    case wxRIGHT:
        dc.DrawRectangle(size.x - 1, 0, 1, size.y);
        break;
    default:
        break;
    }
}

} // namespace palpate::gui
