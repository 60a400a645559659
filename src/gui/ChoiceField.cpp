// SPDX-License-Identifier: MIT
#include "gui/ChoiceField.h"

#include "gui/Phrases.h"
#include "gui/TextBlock.h"
#include "gui/Theme.h"

#include <wx/sizer.h>

namespace palpate::gui {

ChoiceField::ChoiceField(wxWindow* parent, const wxString& name, const wxString& label,
                         const wxString& hint)
    : wxPanel{parent,
              wxID_ANY,
              wxDefaultPosition,
              wxDefaultSize,
              wxTAB_TRAVERSAL | wxBORDER_NONE,
              name + ".place"},
      label_{label} {
    SetBackgroundColour(parent->GetBackgroundColour());
    auto* column = new wxBoxSizer{wxVERTICAL};
    line_ = new LineField{this, name, label, hint};
    line_->keepUntilEntered();
    column->Add(line_, wxSizerFlags{}.Expand());
    message_ =
        new TextBlock{this, name + ".message", {}, TextStyle::SmallStrong, TextBlock::Ink::Warning};
    message_->Hide();
    column->Add(message_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
    list_ = new ChoiceList{this, name + ".choices"};
    list_->setIndent(9);
    list_->Hide();
    column->Add(list_, wxSizerFlags{}.Expand());
    SetSizer(column);
    list_->onPick = [this](std::size_t choice) { pick(choice); };
    line_->onText = [this](const wxString&) { typed(); };
    line_->onKey = [this](wxKeyEvent& event) { return key(event); };
    line_->field().Bind(wxEVT_SET_FOCUS, [this](wxFocusEvent& event) {
        CallAfter([this] {
            if (line_->field().HasFocus() && !asked_) {
                typed();
            }
        });
        event.Skip();
    });
    line_->onLeave = [this] {
        // A press on the list takes no focus; another program that comes up takes it only for now.
        CallAfter([this] {
            if (const wxWindow* const now = wxWindow::FindFocus(); now && now != &line_->field()) {
                fold();
            }
        });
    };
}

wxString ChoiceField::message() const {
    return message_->IsShown() ? message_->text() : wxString{};
}

void ChoiceField::setText(const std::string& text) {
    line_->set(toWx(text));
    line_->field().SetFocus();
    line_->field().SetInsertionPointEnd();
    typed();
}

void ChoiceField::setReadOnly(bool readOnly) {
    line_->setReadOnly(readOnly);
    if (readOnly) {
        fold();
    }
}

void ChoiceField::typed() {
    if (!line_->field().IsEditable()) {
        return;
    }
    setMessage({});
    setChoices(complete ? complete(fromWx(line_->text())) : std::vector<QuickChoice>{}, false);
}

void ChoiceField::setChoices(std::vector<QuickChoice> choices, bool asked) {
    choices_ = std::move(choices);
    asked_ = asked;
    current_.reset();
    list_->show(choices_, current_, isAskingWhich());
    arrange();
    tell();
}

bool ChoiceField::isAskingWhich() const noexcept {
    return asked_ && choices_.size() > 1;
}

void ChoiceField::setMessage(const std::string& sentence) {
    message_->setText(toWx(sentence));
    line_->setProblem(toWx(sentence));
    message_->Show(!sentence.empty());
}

void ChoiceField::arrange() {
    const int wanted = list_->wantedHeight();
    const bool shown = wanted > 0;
    if (list_->GetMinSize().y != wanted || list_->IsShown() != shown) {
        list_->SetMinSize({-1, wanted});
        list_->InvalidateBestSize();
        list_->Show(shown);
    }
    Layout();
    relayoutAround(*this);
}

void ChoiceField::fold() {
    setMessage({});
    setChoices({}, false);
}

void ChoiceField::step(int by) {
    if (choices_.empty()) {
        return;
    }
    const int last = static_cast<int>(choices_.size()) - 1;
    const int from = current_ ? static_cast<int>(*current_) : by > 0 ? -1 : last + 1;
    const int to = from + by;
    current_ = to < 0 || to > last ? std::nullopt : std::optional{static_cast<std::size_t>(to)};
    list_->show(choices_, current_, isAskingWhich());
    tell();
}

void ChoiceField::take(std::size_t choice) {
    const QuickChoice& taken = choices_[choice];
    setText((taken.text.empty() ? taken.label : taken.text) + " ");
}

void ChoiceField::pick(std::size_t choice) {
    if (choice >= choices_.size()) {
        return;
    }
    if (takesWords_ && !isAskingWhich()) {
        take(choice);
    } else {
        enter(choice);
    }
}

void ChoiceField::enter(std::optional<std::size_t> chosen) {
    if (!onEnter || !line_->field().IsEditable()) {
        return;
    }
    QuickAnswer answer = onEnter(fromWx(line_->text()), chosen);
    if (answer.done) {
        line_->set({});
        asked_ = false;
        typed();
        return;
    }
    setMessage(answer.message);
    setChoices(std::move(answer.choices), true);
    if (takesWords_ && choices_.size() == 1 && !line_->text().EndsWith(" ")) {
        line_->set(line_->text() + " "); // only the value is missing: it is typed behind the name
    }
    line_->field().SetFocus();
    line_->field().SetInsertionPointEnd();
}

bool ChoiceField::key(wxKeyEvent& event) {
    const int code = event.GetKeyCode();
    const int digit = code >= WXK_NUMPAD0 && code <= WXK_NUMPAD9 ? code - WXK_NUMPAD0 : code - '0';
    if (event.ControlDown() || event.AltDown()) {
        return false;
    }
    if (code == WXK_ESCAPE && (!line_->text().empty() || !choices_.empty())) {
        line_->set({});
        fold();
        return true;
    }
    if (code == WXK_DOWN || code == WXK_UP) {
        step(code == WXK_DOWN ? 1 : -1);
        return true;
    }
    if (code == WXK_RETURN || code == WXK_NUMPAD_ENTER) {
        if (current_) {
            pick(*current_);
        } else if (!line_->text().empty()) {
            enter({});
        }
        return true;
    }
    // With nothing typed Tab leads on: nobody is kept in a line that was only passed.
    if (code == WXK_TAB && !event.ShiftDown() && !choices_.empty() && !isAskingWhich() &&
        (current_ || !line_->text().empty())) {
        const QuickChoice& next = choices_[current_.value_or(0)];
        const wxString words = toWx(next.text.empty() ? next.label : next.text);
        if (!line_->text().StartsWith(words)) {
            take(current_.value_or(0));
            return true;
        }
    }
    // Where a value is missing a digit is its beginning.
    if (isAskingWhich() && digit >= 1 && digit <= 9 &&
        static_cast<std::size_t>(digit) <= choices_.size()) {
        enter(static_cast<std::size_t>(digit) - 1);
        return true;
    }
    return false;
}

void ChoiceField::tell() {
    if (current_) {
        const QuickChoice& choice = choices_[*current_];
        setAccessible(line_->field(), label_,
                      said("{1} of {2}: {3}",
                           {std::to_string(*current_ + 1), std::to_string(choices_.size()),
                            choice.label + (choice.detail.empty() ? "" : ", " + choice.detail)}));
    } else if (!message_->IsShown() && !choices_.empty()) {
        setAccessible(
            line_->field(), label_,
            said("{1} choices, Down goes through them", {std::to_string(choices_.size())}));
    }
}

} // namespace palpate::gui
