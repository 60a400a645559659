// SPDX-License-Identifier: MIT
#include "gui/LineField.h"

#include "gui/Accessible.h"
#include "gui/FieldUndo.h"
#include "gui/LargeControls.h"
#include "gui/NativeField.h"
#include "gui/PaintedControl.h"

#include <wx/dcclient.h>

#include <algorithm>
#include <memory>

namespace palpate::gui {

namespace {

constexpr int kHeightDip = 29;
constexpr int kPadDip = 9;
constexpr int kWordsGapDip = 5;
constexpr int kHintRoomDip = 6; ///< for the caret, and what GTK keeps free inside

} // namespace

LineField::LineField(wxWindow* parent, const wxString& name, const wxString& label,
                     const wxString& hint)
    : label_{label}, hint_{hint} {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Create(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
           wxBORDER_NONE | wxTAB_TRAVERSAL | wxFULL_REPAINT_ON_RESIZE, name);
    field_ = new wxTextCtrl{this,
                            wxID_ANY,
                            {},
                            wxDefaultPosition,
                            wxSize{FromDIP(20), -1},
                            wxTE_PROCESS_ENTER | wxBORDER_NONE,
                            wxDefaultValidator,
                            name + ".field"};
    field_->SetHint(hint);
    removeFrame(*field_);
    dress();
    fit();
    Bind(wxEVT_PAINT, &LineField::onPaint, this);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        arrange();
        event.Skip();
    });
    Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent&) { field_->SetFocus(); });
    field_->Bind(wxEVT_SET_FOCUS, [this](wxFocusEvent& event) {
        Refresh();
        event.Skip();
    });
    field_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        Refresh();
        if (onLeave) {
            onLeave();
        }
        event.Skip();
    });
    field_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        if (onText) {
            onText(text());
        }
    });
    field_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        const int key = event.GetKeyCode();
        if (onKey && onKey(event)) {
            return;
        }
        if ((key == WXK_RETURN || key == WXK_NUMPAD_ENTER) && !event.HasAnyModifiers()) {
            if (onEnter) {
                onEnter();
            }
            return;
        }
        event.Skip();
    });
    Bind(EVT_CONTROL_HEIGHT, [this](wxCommandEvent&) { fit(); });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        dress();
        event.Skip();
    });
}

LineField::~LineField() = default;

void LineField::keepUntilEntered() {
    undo_ = std::make_unique<FieldUndo>(*field_);
}

void LineField::set(const wxString& text) {
    if (text != field_->GetValue()) {
        const long caret = field_->GetInsertionPoint();
        field_->ChangeValue(text);
        if (undo_) {
            undo_->forget();
        }
        if (field_->HasFocus()) {
            field_->SetInsertionPoint(std::min(caret, field_->GetLastPosition()));
        }
    }
}

void LineField::setHint(const wxString& hint) {
    if (hint != hint_) {
        hint_ = hint;
        field_->SetHint(hint);
        tell();
        if (wholeHint_) {
            fit();
        }
    }
}

void LineField::setBefore(const wxString& words) {
    if (words != before_) {
        before_ = words;
        fit();
    }
}

void LineField::setUnit(const wxString& unit) {
    if (unit != unit_) {
        unit_ = unit;
        tell();
        fit();
    }
}

void LineField::setReadOnly(bool readOnly) {
    if (readOnly != readOnly_) {
        readOnly_ = readOnly;
        field_->SetEditable(!readOnly);
        dress();
    }
}

void LineField::setProblem(const wxString& sentence) {
    if (sentence != problem_) {
        problem_ = sentence;
        tell();
        Refresh();
    }
}

void LineField::setWidth(int dip) {
    width_ = dip;
    fit();
}

void LineField::showWholeHint() {
    wholeHint_ = true;
    fit();
}

int LineField::wordsWidth(const wxString& words) const {
    if (words.empty()) {
        return 0;
    }
    const wxFont face = font(TextStyle::Small);
    int width = 0;
    GetTextExtent(words, &width, nullptr, nullptr, nullptr, &face);
    return width + FromDIP(kWordsGapDip);
}

void LineField::fit() {
    int width = textPx(*this, width_);
    if (wholeHint_) {
        const wxFont face = font(TextStyle::Control);
        int hint = 0;
        GetTextExtent(hint_, &hint, nullptr, nullptr, nullptr, &face);
        width = std::max(width, hint + 2 * FromDIP(kPadDip) + FromDIP(kHintRoomDip));
    }
    SetMinSize(
        {width + wordsWidth(before_) + wordsWidth(unit_), textPx(*this, touchable(kHeightDip))});
    arrange();
    Refresh();
}

void LineField::arrange() {
    const wxSize size = GetClientSize();
    const int height = std::clamp(field_->GetBestSize().y, 1, std::max(1, size.y - 2));
    const int left = FromDIP(kPadDip) + wordsWidth(before_);
    const int right = FromDIP(kPadDip) + wordsWidth(unit_);
    field_->SetSize(left, (size.y - height) / 2, std::max(FromDIP(24), size.x - left - right),
                    height);
}

void LineField::dress() {
    const wxColour ground = readOnly_ ? palette().panelSoft : palette().panel;
    SetBackgroundColour(ground);
    field_->SetBackgroundColour(ground);
    setTextColour(*field_, palette().ink);
    field_->SetFont(font(TextStyle::Control));
    tell();
    Refresh();
}

void LineField::tell() {
    wxString more = problem_;
    if (!unit_.empty()) {
        more = unit_ + (more.empty() ? wxString{} : ", " + more);
    }
    if (!hint_.empty()) {
        more += (more.empty() ? "" : ", ") + hint_;
    }
    setAccessible(*field_, label_, more);
}

void LineField::onPaint(wxPaintEvent&) {
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
    paintFieldFrame(*context, *this,
                    {field_->GetBackgroundColour(), field_->HasFocus(), !problem_.empty()});
    const double height = area.height;
    if (!before_.empty()) {
        drawLine(*context, before_, {1.0 * FromDIP(kPadDip), 0, 1.0 * wordsWidth(before_), height},
                 TextStyle::Small, colours.muted);
    }
    if (!unit_.empty()) {
        const double wide = wordsWidth(unit_);
        drawLine(*context, unit_, {area.width - FromDIP(kPadDip) - wide, 0, wide, height},
                 TextStyle::Small, colours.muted, TextAlign::Right);
    }
}

} // namespace palpate::gui
