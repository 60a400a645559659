// SPDX-License-Identifier: MIT
#include "gui/SearchField.h"

#include "gui/Accessible.h"
#include "gui/Icons.h"
#include "gui/LargeControls.h"
#include "gui/NativeField.h"
#include "gui/PaintedControl.h"

#include <wx/dcclient.h>

#include <algorithm>
#include <memory>

namespace palpate::gui {

namespace {

constexpr int kHeightDip = 34;
constexpr int kIconRoomDip = 32;

} // namespace

SearchField::SearchField(wxWindow* parent, const wxString& name, const wxString& hint,
                         const wxString& keyHint)
    : keyHint_{keyHint} {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Create(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
           wxBORDER_NONE | wxTAB_TRAVERSAL | wxFULL_REPAINT_ON_RESIZE, name);
    field_ = new wxTextCtrl{this,
                            wxID_ANY,
                            {},
                            wxDefaultPosition,
                            wxDefaultSize,
                            wxTE_PROCESS_ENTER | wxBORDER_NONE,
                            wxDefaultValidator,
                            name + ".field"};
    field_->SetHint(hint);
    removeFrame(*field_);
    setAccessible(*field_, hint, keyHint);
    SetMinSize({FromDIP(160), textPx(*this, touchable(kHeightDip))});
    dress();
    Bind(wxEVT_PAINT, &SearchField::onPaint, this);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        arrange();
        event.Skip();
    });
    Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent&) { field_->SetFocus(); });
    Bind(EVT_CONTROL_HEIGHT, [this](wxCommandEvent&) {
        SetMinSize({FromDIP(160), textPx(*this, touchable(kHeightDip))});
    });
    const auto repaint = [this](wxFocusEvent& event) {
        Refresh();
        event.Skip();
    };
    field_->Bind(wxEVT_SET_FOCUS, repaint);
    field_->Bind(wxEVT_KILL_FOCUS, repaint);
    field_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        Refresh();
        if (onText) {
            onText(text());
        }
    });
    field_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) {
        if (onEnter) {
            onEnter();
        }
    });
    field_->Bind(wxEVT_KEY_DOWN, &SearchField::onKey, this);
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        dress();
        event.Skip();
    });
}

void SearchField::dress() {
    SetBackgroundColour(palette().panelSoft);
    field_->SetBackgroundColour(palette().panelSoft);
    setTextColour(*field_, palette().ink);
    field_->SetFont(font(TextStyle::Body));
    Refresh();
}

void SearchField::setText(const wxString& text) {
    field_->ChangeValue(text);
    Refresh();
}

void SearchField::focusAndSelect() {
    field_->SetFocus();
    field_->SelectAll();
}

void SearchField::setRemark(const wxString& remark) {
    remark_ = remark;
    arrange();
    Refresh();
}

int SearchField::rightRoom() const {
    const wxString& words = remark_.empty() ? keyHint_ : remark_;
    if (words.empty()) {
        return FromDIP(8);
    }
    const wxFont face = font(TextStyle::TinyStrong);
    int width = 0;
    GetTextExtent(words, &width, nullptr, nullptr, nullptr, &face);
    return width + FromDIP(26);
}

void SearchField::arrange() {
    const wxSize size = GetClientSize();
    const int height = std::clamp(field_->GetBestSize().y, 1, std::max(1, size.y - 2));
    const int left = FromDIP(kIconRoomDip);
    field_->SetSize(left, (size.y - height) / 2, std::max(20, size.x - left - rightRoom()), height);
}

void SearchField::onKey(wxKeyEvent& event) {
    switch (event.GetKeyCode()) {
    case WXK_ESCAPE:
        if (!text().empty()) {
            field_->Clear(); // tells onText
        }
        if (onEscape) {
            onEscape();
        }
        return;
    case WXK_DOWN:
    case WXK_UP:
        if (onStep) {
            onStep(event.GetKeyCode() == WXK_DOWN ? 1 : -1);
            return;
        }
        break;
    default:
        break;
    }
    event.Skip();
}

void SearchField::onPaint(wxPaintEvent&) {
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
    const bool focused = field_->HasFocus();
    paintFieldFrame(*context, *this, {colours.panelSoft, focused, false});
    const double side = FromDIP(15);
    drawIcon(*context, Icon::Search, FromDIP(11), (area.height - side) / 2, side, colours.muted);
    const int room = rightRoom();
    if (!remark_.empty()) {
        drawLine(*context, remark_,
                 {static_cast<double>(area.width - room), 0.0,
                  static_cast<double>(room - FromDIP(10)), static_cast<double>(area.height)},
                 TextStyle::Tiny, colours.muted, TextAlign::Right);
    } else if (!keyHint_.empty() && !focused) {
        const int tall = textPx(*this, 19);
        const wxRect key{area.width - room + FromDIP(5), (area.height - tall) / 2,
                         room - FromDIP(13), tall};
        fillRounded(*context, inset(key, 0.5), FromDIP(4), colours.panel, colours.edge);
        drawLine(*context, keyHint_, inset(key, 0), TextStyle::TinyStrong, colours.muted,
                 TextAlign::Centre);
    }
}

} // namespace palpate::gui
