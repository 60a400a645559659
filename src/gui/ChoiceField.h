// SPDX-License-Identifier: MIT
#pragma once

#include "gui/ChoiceList.h"
#include "gui/LineField.h"

#include <functional>

namespace palpate::gui {

class PillButton;
class TextBlock;

/// One line to type into with what it may mean below it while the focus is in it: for adding things
/// one after the other without leaving the keyboard, or by taps alone. Up and Down choose, Tab
/// takes a choice's text into the line, Enter or a tap enters it; Escape empties the line.
class ChoiceField : public wxPanel {
public:
    ChoiceField(wxWindow* parent, const wxString& name, const wxString& label,
                const wxString& hint);

    /// At each change of the text and when the focus comes; may stay empty.
    std::function<std::vector<QuickChoice>(const std::string& text)> complete;
    /// `chosen`: the index in the list that is shown. Done: the line is emptied. An exception
    /// leaves it as it is.
    std::function<QuickAnswer(const std::string& text, std::optional<std::size_t> chosen)> onEnter;
    /// A tap or Enter on a completion only brings its words into the line, so that values can be
    /// typed behind them.
    void takesWords() noexcept { takesWords_ = true; }

    /// Puts the words into the line, with the caret behind them.
    void setText(const std::string& text);
    void focus() { line_->field().SetFocus(); }
    void setReadOnly(bool readOnly);
    [[nodiscard]] LineField& line() noexcept { return *line_; } ///< named `name`
    [[nodiscard]] const std::vector<QuickChoice>& choices() const noexcept { return choices_; }
    [[nodiscard]] ChoiceList& list() noexcept { return *list_; } ///< named `name`.choices
    [[nodiscard]] wxString message() const;

private:
    bool key(wxKeyEvent& event);
    void typed();
    void setChoices(std::vector<QuickChoice> choices, bool asked);
    void setMessage(const std::string& sentence);
    void enter(std::optional<std::size_t> chosen);
    void pick(std::size_t choice);
    void take(std::size_t choice);
    void step(int by);
    void fold();
    void arrange();
    void tell();
    /// One of several is meant: a digit picks it.
    [[nodiscard]] bool isAskingWhich() const noexcept;

    std::vector<QuickChoice> choices_;
    std::optional<std::size_t> current_;
    bool asked_ = false; ///< the choices are an answer's, not completions
    bool takesWords_ = false;
    wxString label_;
    LineField* line_; ///< children of this window
    TextBlock* message_;
    ChoiceList* list_;
};

} // namespace palpate::gui
