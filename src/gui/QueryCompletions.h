// SPDX-License-Identifier: MIT
#pragma once

#include "gui/FoundPanel.h"

#include <functional>
#include <string>
#include <vector>

namespace palpate::gui {

class SearchField;

/// What may stand where the caret is in a search field, in a list below it: Down and Up go through
/// it, Tab or Enter takes one into the text, Escape folds the list. Ctrl+Space unfolds it where
/// nothing was typed yet.
class QueryCompletions : public FoundPanel {
public:
    struct Completion {
        std::string text; ///< the whole text with it
        std::string words;
        std::string remark;
    };

    /// `over` holds the page; the field must be older. `label` is what a screen reader says of the
    /// field.
    QueryCompletions(wxWindow* over, const wxString& name, const wxString& label,
                     SearchField& field);

    /// For the text up to the caret.
    std::function<std::vector<Completion>(const std::string& head)> complete;
    std::function<void(const wxString& text)> onTaken; ///< one came into the text
    std::function<void()> onDown; ///< Down, while there is nothing to choose from

    void typed(); ///< the text changed by typing
    void fold();
    [[nodiscard]] bool isOpen() const { return IsShown(); }

private:
    void unfold();
    bool key(const wxKeyEvent& event);
    void take(std::size_t which);
    void tell();
    [[nodiscard]] wxString head() const;

    wxString label_;
    SearchField& field_;
    std::vector<Completion> found_;
};

} // namespace palpate::gui
