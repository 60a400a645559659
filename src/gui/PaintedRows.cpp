// SPDX-License-Identifier: MIT
#include "gui/PaintedRows.h"

#include "gui/Accessible.h"
#include "gui/Theme.h"

#include <wx/dcbuffer.h>
#include <wx/graphics.h>

#include <memory>

namespace palpate::gui {

namespace {

constexpr int kUnit = 12; ///< of scrolling, DIP

} // namespace

PaintedRows::PaintedRows(wxWindow* parent, const wxString& name, const wxString& label) {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Create(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
           wxVSCROLL | wxWANTS_CHARS | wxBORDER_NONE, name);
    made_ = true;
    SetScrollRate(0, FromDIP(kUnit));
    setAccessible(*this, gui::Role::List, label);
    Bind(wxEVT_PAINT, &PaintedRows::onPaint, this);
    for (const auto& type : {wxEVT_SET_FOCUS, wxEVT_KILL_FOCUS}) {
        Bind(type, [this](wxFocusEvent& event) {
            ring_ = event.GetEventType() == wxEVT_SET_FOCUS && !wxGetMouseState().LeftIsDown();
            Refresh();
            event.Skip();
        });
    }
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        Refresh();
        event.Skip();
    });
    // A list that is in sight whole has nothing to scroll: the wheel turns the page around it.
    Bind(wxEVT_MOUSEWHEEL, [this](wxMouseEvent& event) {
        wxWindow* around = GetParent();
        while (around && dynamic_cast<wxScrolledWindow*>(around) == nullptr) {
            around = around->GetParent();
        }
        if (around && GetVirtualSize().y <= GetClientSize().y) {
            dynamic_cast<wxScrolledWindow&>(*around).HandleOnMouseWheel(event);
        } else {
            event.Skip();
        }
    });
}

wxRect PaintedRows::rowArea(int row) const {
    const wxPoint top = CalcScrolledPosition({0, row * rowHeight()});
    return {0, top.y, GetClientSize().x, rowHeight()};
}

int PaintedRows::rowAt(wxPoint client) const {
    const int row = CalcUnscrolledPosition(client).y / rowHeight();
    return GetClientRect().Contains(client) && row >= 0 && row < count() ? row : kNone;
}

void PaintedRows::scrollTo(int row) {
    const wxRect area = rowArea(row);
    const int unit = FromDIP(kUnit);
    if (area.y < 0) {
        Scroll(-1, row * rowHeight() / unit);
    } else if (area.GetBottom() > GetClientSize().y) {
        Scroll(-1, ((row + 1) * rowHeight() - GetClientSize().y + unit - 1) / unit);
    }
}

bool PaintedRows::leaveBy(const wxKeyEvent& event) {
    if (event.GetKeyCode() != WXK_TAB) {
        return false;
    }
    Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward
                               : wxNavigationKeyEvent::IsForward);
    return true;
}

void PaintedRows::onPaint(wxPaintEvent&) {
    wxAutoBufferedPaintDC dc{this};
    dc.SetBackground(wxBrush{palette().panel});
    dc.Clear();
    beforePaint();
    const std::unique_ptr<wxGraphicsContext> context{wxGraphicsContext::Create(dc)};
    if (!context) {
        return;
    }
    for (int row = 0; row < count(); ++row) {
        const wxRect area = rowArea(row);
        if (area.GetBottom() >= 0 && area.y <= GetClientSize().y) {
            paintRow(*context, row);
        }
    }
}

} // namespace palpate::gui
