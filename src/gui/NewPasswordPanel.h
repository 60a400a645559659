// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Message.h"

#include <wx/panel.h>

#include <functional>
#include <string>
#include <vector>

class wxTextCtrl;

namespace palpate::gui {

class StrengthBar;
class TextBlock;

/// Two fields for a new password, and how good it is while it is typed.
class NewPasswordPanel : public wxPanel {
public:
    NewPasswordPanel(wxWindow* parent, const wxString& name);

    /// What a guesser would try first: names. Asked at each change.
    std::function<std::vector<std::string>()> known;
    /// The panel needs another height.
    std::function<void()> onResized;

    /// Whoever takes it wipes it (domain/Wipe.h).
    [[nodiscard]] std::string password() const;
    /// What keeps it from being taken; empty when all is well.
    [[nodiscard]] std::vector<Message> problems() const;
    /// Only whether both are the same, where somebody else judges the password.
    [[nodiscard]] std::vector<Message> differences() const;
    /// Judges it again: the known names are other ones.
    void judge();
    /// Empties both fields.
    void clear();
    [[nodiscard]] wxTextCtrl& first() noexcept { return *first_; }

private:
    [[nodiscard]] std::vector<std::string> names() const;

    wxTextCtrl* first_; ///< children of this window, as all below
    wxTextCtrl* again_;
    StrengthBar* bar_;
    TextBlock* verdict_;
};

} // namespace palpate::gui
