// SPDX-License-Identifier: MIT
#include "gui/NoteEditor.h"

#include "domain/Message.h"
#include "gui/Accessible.h"
#include "gui/LargeControls.h"
#include "gui/NativeField.h"
#include "gui/PaintedControl.h"
#include "gui/Words.h"

#include <wx/dcclient.h>
#include <wx/sizer.h>

#include <algorithm>
#include <memory>

namespace palpate::gui {

namespace {

constexpr int kEdgeDip = 3; ///< the coloured edge
constexpr int kPadDip = 8;
constexpr int kLooseDip = 3; ///< between the lines

// A text field turns its mouse wheel into nothing when it cannot scroll; the panel around it can.
void passWheelOn(wxWindow& field) {
    field.Bind(wxEVT_MOUSEWHEEL, [&field](wxMouseEvent& event) {
        if (wxWindow* const outer = field.GetGrandParent()) {
            event.ResumePropagation(wxEVENT_PROPAGATE_MAX);
            outer->HandleWindowEvent(event);
        }
    });
}

/// What was inserted into `hint` to make `value` of it; all of `value` when it is no longer in it.
[[nodiscard]] wxString besides(const wxString& hint, const wxString& value) {
    std::size_t before = 0;
    while (before < hint.length() && before < value.length() && hint[before] == value[before]) {
        ++before;
    }
    if (value.length() < hint.length() || value.Right(hint.length() - before) != hint.Mid(before)) {
        return value;
    }
    return value.Mid(before, value.length() - hint.length());
}

} // namespace

NoteEditor::NoteEditor(wxWindow* parent, const wxString& name, const wxString& label,
                       const wxString& hint, int leastLines)
    : label_{label}, hint_{hint}, leastLines_{leastLines} {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Create(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
           wxBORDER_NONE | wxTAB_TRAVERSAL | wxFULL_REPAINT_ON_RESIZE, name);
    field_ = new wxTextCtrl{this,
                            wxID_ANY,
                            {},
                            wxDefaultPosition,
                            wxSize{FromDIP(80), FromDIP(20)},
                            wxTE_MULTILINE | wxTE_NO_VSCROLL | wxBORDER_NONE,
                            wxDefaultValidator,
                            name + ".field"};
    loosenLines(*field_, FromDIP(kLooseDip));
    auto* sizer = new wxBoxSizer{wxHORIZONTAL}; // taken by this window
    sizer->AddSpacer(FromDIP(kEdgeDip));
    sizer->Add(field_, 1, wxEXPAND | wxALL, FromDIP(kPadDip));
    SetSizer(sizer);
    showHint(true);
    passWheelOn(*field_);
    Bind(wxEVT_PAINT, &NoteEditor::onPaint, this);
    field_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        if (hinting_) { // dropped or pasted; GTK is not done with the text yet
            CallAfter([this] { takeArrived(); });
            return;
        }
        origin_ = Origin::Written;
        dress();
        fitToText();
        if (onText) {
            onText(text());
        }
    });
    field_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        CallAfter([this] { fitToText(); });
        event.Skip();
    });
    field_->Bind(wxEVT_SET_FOCUS, [this](wxFocusEvent& event) {
        showHint(false);
        Refresh();
        event.Skip();
    });
    field_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        showHint(true);
        Refresh();
        if (onLeave) {
            onLeave();
        }
        event.Skip();
    });
    // Tab leads on: nobody indents a clinical note.
    field_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        if (onKey && onKey(event)) {
            return;
        }
        if (event.GetKeyCode() == WXK_TAB && !event.ControlDown()) {
            field_->Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward
                                               : wxNavigationKeyEvent::IsForward);
        } else {
            event.Skip();
        }
    });
    Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent&) { field_->SetFocus(); });
    Bind(EVT_CONTROL_HEIGHT, [this](wxCommandEvent&) { CallAfter([this] { fitToText(); }); });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        dress();
        event.Skip();
    });
}

void NoteEditor::set(const wxString& text, Origin origin) {
    origin_ = origin;
    if (text != this->text()) {
        hinting_ = false;
        const long caret = field_->GetInsertionPoint();
        field_->ChangeValue(text);
        ink_ = wxNullColour;
        if (field_->HasFocus()) {
            field_->SetInsertionPoint(std::min(caret, field_->GetLastPosition()));
        }
    }
    showHint(!field_->HasFocus());
    CallAfter([this] { fitToText(); });
}

void NoteEditor::takeArrived() {
    if (!hinting_ || field_->GetValue() == hint_) {
        return;
    }
    const wxString arrived = besides(hint_, field_->GetValue());
    hinting_ = false;
    field_->ChangeValue(arrived);
    field_->SetInsertionPointEnd();
    ink_ = wxNullColour;
    origin_ = Origin::Written;
    dress();
    fitToText();
    if (onText) {
        onText(arrived);
    }
}

// GTK has no hint for a text of several lines, and that of wx takes the colours with it.
void NoteEditor::showHint(bool shown) {
    takeArrived();
    if (shown && !readOnly_ && !hinting_ && field_->IsEmpty() && !hint_.empty()) {
        hinting_ = true;
        field_->ChangeValue(hint_);
        ink_ = wxNullColour;
    } else if ((!shown || readOnly_) && hinting_) { // a frozen paragraph asks for nothing
        hinting_ = false;
        field_->ChangeValue({});
        ink_ = wxNullColour;
    }
    dress();
}

void NoteEditor::replace(const wxString& text, long caret) {
    field_->ChangeValue(text);
    field_->SetInsertionPoint(caret);
    ink_ = wxNullColour;
    origin_ = Origin::Written;
    dress();
    fitToText();
    if (onText) {
        onText(this->text());
    }
}

void NoteEditor::setReadOnly(bool readOnly) {
    readOnly_ = readOnly;
    field_->SetEditable(!readOnly);
    showHint(!field_->HasFocus());
}

void NoteEditor::dress() {
    const Palette& colours = palette();
    const wxColour ground =
        readOnly_ || origin_ == Origin::Composed ? colours.panelSoft : colours.panel;
    const wxColour ink = hinting_                    ? colours.faint
                         : origin_ == Origin::Copied ? colours.muted
                                                     : colours.ink;
    const wxFont face = font(TextStyle::Control);
    if (field_->GetBackgroundColour() != ground) {
        SetBackgroundColour(ground);
        field_->SetBackgroundColour(ground);
        ink_ = wxNullColour;
    }
    if (field_->GetFont() != face) {
        field_->SetFont(face);
    }
    if (ink_ != ink) {
        ink_ = ink;
        setTextColour(*field_, ink);
    }
    tell();
    Refresh();
}

void NoteEditor::tell() {
    const Message from{origin_ == Origin::Composed ? tr("composed from the entries")
                       : origin_ == Origin::Copied ? tr("copied from an earlier session")
                                                   : tr("written"),
                       {}};
    setAccessible(*field_, label_, toWx(shown(from)));
    setAccessible(*this, Role::Panel, label_);
}

int NoteEditor::neededHeight() const {
    int line = 0;
    field_->GetTextExtent("Xg", nullptr, &line);
    line += FromDIP(kLooseDip);
    // GTK knows where it put the last line; the first lies at the field's own inner margin.
    const wxPoint first = field_->PositionToCoords(0);
    const wxPoint last = field_->PositionToCoords(field_->GetLastPosition());
    const int lines = first == wxDefaultPosition || last == wxDefaultPosition
                          ? field_->GetNumberOfLines() * line
                          : last.y - first.y + line;
    return std::max({lines + FromDIP(4), leastLines_ * line + FromDIP(4),
                     textPx(*this, touchable(0)) - 2 * FromDIP(kPadDip)});
}

void NoteEditor::fitToText() {
    const int height = neededHeight();
    if (field_->GetMinSize().y != height) {
        field_->SetMinSize({FromDIP(80), height});
        relayoutAround(*field_);
        relayoutAround(*this);
        // GTK scrolled to the caret while the field was too low; now all of it fits.
        CallAfter([this] { field_->ShowPosition(0); });
    }
}

void NoteEditor::onPaint(wxPaintEvent&) {
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
    const double radius = FromDIP(7);
    const bool focused = field_->HasFocus();
    fillRounded(*context, inset(area, 0.5), radius, field_->GetBackgroundColour(),
                focused ? colours.accentText : colours.edge);
    const wxColour edge = origin_ == Origin::Composed
                              ? mixed(colours.accentText, colours.panel, 0.45)
                          : origin_ == Origin::Copied ? colours.amber.edge
                                                      : colours.accentText;
    if (origin_ != Origin::Written || !text().empty()) {
        context->PushState();
        context->Clip(0, 0, FromDIP(kEdgeDip), area.height);
        fillRounded(*context, inset(area, 0), radius, edge);
        context->PopState();
    }
}

} // namespace palpate::gui
