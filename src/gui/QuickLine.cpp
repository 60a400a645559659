// SPDX-License-Identifier: MIT
#include "gui/QuickLine.h"

#include "gui/FieldUndo.h"
#include "gui/LargeControls.h"
#include "gui/NativeField.h"
#include "gui/PaintedControl.h"
#include "gui/Phrases.h"

#include <wx/dcclient.h>
#include <wx/textctrl.h>

#include <algorithm>
#include <memory>

namespace palpate::gui {

namespace {

constexpr int kFieldDip = 40;
constexpr int kMessageDip = 24;
constexpr int kSideDip = 16;
constexpr int kSignDip = 20; ///< room of the stroke before the field

} // namespace

QuickLine::QuickLine(wxWindow* map, const wxString& name, const wxString& label,
                     const wxString& hint)
    : label_{label} {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Hide();
    Create(map, wxID_ANY, wxDefaultPosition, wxDefaultSize,
           wxBORDER_NONE | wxTAB_TRAVERSAL | wxFULL_REPAINT_ON_RESIZE, name);
    list_ = new ChoiceList{this, name + ".choices"};
    field_ = new wxTextCtrl{this,
                            wxID_ANY,
                            {},
                            wxDefaultPosition,
                            wxDefaultSize,
                            wxTE_PROCESS_ENTER | wxTE_PROCESS_TAB | wxBORDER_NONE,
                            wxDefaultValidator,
                            name + ".field"};
    field_->SetHint(hint);
    removeFrame(*field_);
    dress();
    bindEvents();
    undo_ = std::make_unique<FieldUndo>(*field_);
    tell();
}

QuickLine::~QuickLine() = default;

void QuickLine::bindEvents() {
    Bind(wxEVT_PAINT, &QuickLine::onPaint, this);
    GetParent()->Bind(wxEVT_SIZE, &QuickLine::onParentSize, this);
    list_->onPick = [this](std::size_t choice) { enter(choice); };
    field_->Bind(wxEVT_KEY_DOWN, &QuickLine::onKey, this);
    field_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { typed(); });
    field_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        // Working elsewhere in the window closes the line; another program does not.
        CallAfter([this] {
            const wxWindow* const now = wxWindow::FindFocus();
            if (open_ && now && now != field_) {
                close();
            }
        });
        event.Skip();
    });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        dress();
        event.Skip();
    });
}

void QuickLine::dress() {
    dressAsPanel(*this);
    field_->SetBackgroundColour(palette().panel);
    setTextColour(*field_, palette().ink);
    field_->SetFont(font(TextStyle::Name));
    Refresh();
}

void QuickLine::open(const wxString& text) {
    field_->ChangeValue(text);
    undo_->forget();
    setMessage({});
    open_ = true;
    typed();
    Show();
    Raise();
    field_->SetFocus();
    field_->SetInsertionPointEnd();
}

void QuickLine::close() {
    if (!open_) {
        return;
    }
    const bool had = field_->HasFocus();
    open_ = false;
    Hide();
    if (had) {
        GetParent()->SetFocus();
    }
    if (onClosed) {
        onClosed();
    }
}

wxRect QuickLine::choiceArea(std::size_t choice) const {
    return list_->area(choice);
}

void QuickLine::onParentSize(wxSizeEvent& event) {
    if (open_) {
        place();
    }
    event.Skip();
}

void QuickLine::place() {
    const wxSize map = GetParent()->GetClientSize();
    const int list = list_->wantedHeight();
    const int field = textPx(*this, touchable(kFieldDip));
    const int message = message_.empty() ? 0 : textPx(*this, kMessageDip);
    const int tall = list + field + message;
    SetSize(0, std::max(0, map.y - tall), map.x, tall);
    list_->Show(list > 0);
    list_->SetSize(0, 1, map.x, list);
    const int height = std::clamp(field_->GetBestSize().y, 1, field - 2);
    const int left = textPx(*this, kSideDip + kSignDip);
    field_->SetSize(left, list + (field - height) / 2,
                    std::max(20, map.x - left - FromDIP(kSideDip)), height);
    Refresh();
}

void QuickLine::typed() {
    if (!open_) {
        return;
    }
    setMessage({});
    setChoices(complete ? complete(fromWx(field_->GetValue())) : std::vector<QuickChoice>{}, false);
}

void QuickLine::setChoices(std::vector<QuickChoice> choices, bool asked) {
    choices_ = std::move(choices);
    asked_ = asked;
    current_.reset();
    if (asked_ && choices_.size() == 1) {
        current_ = 0; // the one thing that may have been meant: a second Enter takes it
    }
    list_->show(choices_, current_, asked_ && choices_.size() > 1);
    place();
    tell();
}

void QuickLine::setMessage(const wxString& message) {
    message_ = message;
}

void QuickLine::step(int by) {
    if (choices_.empty()) {
        return;
    }
    const int last = static_cast<int>(choices_.size()) - 1;
    // Up from the line goes to the row nearest to it, the last one.
    const int from = current_ ? static_cast<int>(*current_) : by > 0 ? -1 : last + 1;
    const int to = from + by;
    current_ = to < 0 || to > last ? std::nullopt : std::optional{static_cast<std::size_t>(to)};
    list_->show(choices_, current_, asked_ && choices_.size() > 1);
    tell();
}

void QuickLine::take() {
    const QuickChoice& choice = choices_[current_.value_or(0)];
    field_->ChangeValue(toWx(choice.text.empty() ? choice.label : choice.text));
    field_->SetInsertionPointEnd();
    typed();
}

void QuickLine::enter(std::optional<std::size_t> chosen) {
    if (!onEnter || (chosen && *chosen >= choices_.size())) {
        return;
    }
    QuickAnswer answer = onEnter(fromWx(field_->GetValue()), chosen);
    if (answer.done) {
        close();
        return;
    }
    setMessage(toWx(answer.message));
    setChoices(std::move(answer.choices), true);
    field_->SetFocus();
    field_->SetInsertionPointEnd();
}

void QuickLine::onKey(wxKeyEvent& event) {
    const int key = event.GetKeyCode();
    const int digit = key >= WXK_NUMPAD0 && key <= WXK_NUMPAD9 ? key - WXK_NUMPAD0 : key - '0';
    if (key == WXK_ESCAPE) {
        close();
    } else if (key == WXK_DOWN || key == WXK_UP) {
        step(key == WXK_DOWN ? 1 : -1);
    } else if (key == WXK_RETURN || key == WXK_NUMPAD_ENTER) {
        enter(current_);
    } else if (key == WXK_TAB && !event.HasAnyModifiers() && !choices_.empty()) {
        take();
    } else if (key == WXK_TAB) {
        Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward
                                   : wxNavigationKeyEvent::IsForward);
    } else if (asked_ && choices_.size() > 1 && !event.HasAnyModifiers() && digit >= 1 &&
               digit <= 9 && static_cast<std::size_t>(digit) <= choices_.size()) {
        enter(static_cast<std::size_t>(digit) - 1);
    } else {
        event.Skip();
    }
}

void QuickLine::onPaint(wxPaintEvent&) {
    wxPaintDC dc{this};
    dc.SetBackground(wxBrush{palette().panel});
    dc.Clear();
    const std::unique_ptr<wxGraphicsContext> context{wxGraphicsContext::Create(dc)};
    if (!context) {
        return;
    }
    context->EnableOffset(false);
    const Palette& colours = palette();
    const wxSize size = GetClientSize();
    context->SetPen(*wxTRANSPARENT_PEN);
    context->SetBrush(wxBrush{colours.accentText});
    context->DrawRectangle(0, 0, size.x, FromDIP(2));
    const double top = list_->wantedHeight();
    const double field = textPx(*this, touchable(kFieldDip));
    const double side = textPx(*this, kSideDip);
    drawLine(*context, "/", {side, top, 1.0 * textPx(*this, kSignDip), field}, TextStyle::Heading,
             colours.accentText);
    if (!message_.empty()) {
        const double left = side + textPx(*this, kSignDip);
        drawLine(*context, message_,
                 {left, top + field - FromDIP(4), size.x - left - side,
                  1.0 * textPx(*this, kMessageDip)},
                 TextStyle::SmallStrong,
                 asked_ && !choices_.empty() ? colours.accentText : colours.amber.text);
    }
}

void QuickLine::tell() {
    wxString here = message_;
    if (current_) {
        const QuickChoice& choice = choices_[*current_];
        here = said("{1} of {2}: {3}",
                    {std::to_string(*current_ + 1), std::to_string(choices_.size()),
                     choice.label + (choice.detail.empty() ? "" : ", " + choice.detail)});
    } else if (here.empty() && !choices_.empty()) {
        here = said("{1} choices, Down goes through them", {std::to_string(choices_.size())});
    }
    setAccessible(*field_, label_, here);
}

} // namespace palpate::gui
