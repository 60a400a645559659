// SPDX-License-Identifier: MIT
#include "gui/QuickLine.h"

#include "gui/NativeField.h"
#include "gui/PaintedControl.h"
#include "gui/Phrases.h"

#include <wx/dcclient.h>
#include <wx/textctrl.h>

#include <algorithm>
#include <memory>

namespace palpate::gui {

namespace {

constexpr int kRowDip = 27;
constexpr int kFieldDip = 40;
constexpr int kMessageDip = 24;
constexpr int kSideDip = 16;
constexpr int kSignDip = 20; ///< room of the stroke before the field
constexpr std::size_t kMostRows = 9;

} // namespace

/// The rows above the line; a click picks one.
class QuickChoices : public PaintedControl {
public:
    QuickChoices(wxWindow* parent, const wxString& name)
        : PaintedControl{parent, name, Focus::Never} {}

    std::function<void(std::size_t)> onPick;

    void show(const std::vector<QuickChoice>& choices, std::optional<std::size_t> current,
              bool numbered) {
        choices_ = &choices;
        current_ = current;
        numbered_ = numbered;
        Refresh();
    }
    /// How many are in sight: the first ones, or those round the current one.
    [[nodiscard]] std::size_t rows() const {
        return choices_ ? std::min(choices_->size(), kMostRows) : 0;
    }
    [[nodiscard]] wxRect area(std::size_t choice) const {
        const int tall = px(kRowDip);
        return {0, px(4) + static_cast<int>(choice - first()) * tall, GetClientSize().x, tall};
    }
    [[nodiscard]] int wantedHeight() const {
        return rows() == 0 ? 0 : px(8) + static_cast<int>(rows()) * px(kRowDip);
    }

protected:
    void draw(wxGraphicsContext& context, wxSize size) override {
        const Palette& colours = palette();
        for (std::size_t i = first(); choices_ && i < first() + rows(); ++i) {
            const QuickChoice& choice = (*choices_)[i];
            const wxRect row = area(i);
            const bool chosen = current_ == i;
            if (chosen || hot_ == i) {
                fillRounded(context, inset(wxRect{row}.Deflate(px(6), 0), 0), FromDIP(5),
                            chosen ? colours.tint : colours.panelSoft,
                            chosen && isHighContrast() ? colours.ink : wxNullColour);
            }
            double x = px(kSideDip);
            const double tall = row.height;
            if (numbered_) {
                drawLine(context, wxString::Format("%zu", i + 1),
                         {x, 1.0 * row.y, 1.0 * px(kSignDip), tall}, TextStyle::SmallStrong,
                         colours.accentText);
            }
            x += px(kSignDip);
            const wxString label = toWx(choice.label);
            const TextStyle style = chosen ? TextStyle::BodyStrong : TextStyle::Body;
            const double wide = std::min<double>(textSize(label, style).x + 2, size.x - x - px(8));
            drawLine(context, label, {x, 1.0 * row.y, wide, tall}, style, colours.ink);
            x += wide + px(10);
            if (!choice.detail.empty() && size.x - x > px(40)) {
                drawLine(context, toWx(choice.detail),
                         {x, 1.0 * row.y, size.x - x - px(kSideDip), tall}, TextStyle::Small,
                         colours.muted);
            }
        }
        context.SetPen(*wxTRANSPARENT_PEN);
        context.SetBrush(wxBrush{colours.hairline});
        context.DrawRectangle(0, size.y - 1, size.x, 1);
    }
    void pointed(wxPoint at) override {
        const std::optional<std::size_t> now = rowAt(at);
        if (now != hot_) {
            hot_ = now;
            Refresh();
        }
    }
    void released(wxPoint at) override {
        const std::optional<std::size_t> row = rowAt(at);
        if (row && onPick) {
            onPick(*row);
        }
    }

private:
    [[nodiscard]] std::size_t first() const {
        return current_ && *current_ >= kMostRows ? *current_ - kMostRows + 1 : 0;
    }
    [[nodiscard]] std::optional<std::size_t> rowAt(wxPoint at) const {
        for (std::size_t i = first(); i < first() + rows(); ++i) {
            if (area(i).Contains(at)) {
                return i;
            }
        }
        return std::nullopt;
    }

    const std::vector<QuickChoice>* choices_ = nullptr; ///< the line's own, which outlives this
    std::optional<std::size_t> current_;
    std::optional<std::size_t> hot_;
    bool numbered_ = false;
};

QuickLine::QuickLine(wxWindow* map, const wxString& name, const wxString& label,
                     const wxString& hint)
    : label_{label} {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Hide();
    Create(map, wxID_ANY, wxDefaultPosition, wxDefaultSize,
           wxBORDER_NONE | wxTAB_TRAVERSAL | wxFULL_REPAINT_ON_RESIZE, name);
    list_ = new QuickChoices{this, name + ".choices"};
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
    tell();
}

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
    const int field = textPx(*this, kFieldDip);
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
    list_->show(choices_, current_, asked_);
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
    list_->show(choices_, current_, asked_);
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
    } else if (asked_ && !event.HasAnyModifiers() && digit >= 1 && digit <= 9 &&
               static_cast<std::size_t>(digit) <= choices_.size()) {
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
    const double field = textPx(*this, kFieldDip);
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
