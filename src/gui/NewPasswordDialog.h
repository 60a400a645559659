// SPDX-License-Identifier: MIT
#pragma once

#include "gui/FormDialog.h"

#include <functional>
#include <string>
#include <vector>

namespace palpate::gui {

class NewPasswordPanel;

/// A new password for somebody: oneself, or a colleague who may sign in again.
class NewPasswordDialog : public FormDialog {
public:
    struct Words {
        wxString title;
        wxString meaning;
        wxString accept;
    };
    /// `asksOld`: the password so far is asked for too. `known`: names that a guesser would try.
    /// `set` stores it; what it throws is shown below the fields. `oldPassword` is empty when it
    /// was not asked for.
    NewPasswordDialog(
        wxWindow* parent, const Words& words, bool asksOld, std::vector<std::string> known,
        std::function<void(const std::string& oldPassword, const std::string& newPassword)> set);

private:
    [[nodiscard]] std::vector<Message> accept() override;

    std::function<void(const std::string&, const std::string&)> set_;
    wxTextCtrl* old_ = nullptr; ///< children of this window; nullptr: not asked for
    NewPasswordPanel* password_;
};

} // namespace palpate::gui
