// SPDX-License-Identifier: MIT
#pragma once

#include "gui/FormDialog.h"

#include <optional>
#include <string>

namespace palpate::gui {

/// Asks twice for the password of a PDF that leaves the clinic.
class PasswordDialog : public FormDialog {
public:
    explicit PasswordDialog(wxWindow* parent);
    ~PasswordDialog() override;
    /// Empty: the user thought better of it. Whoever gets it wipes it (domain/Wipe.h).
    [[nodiscard]] static std::optional<std::string> ask(wxWindow* parent);

private:
    [[nodiscard]] std::vector<Message> accept() override;

    std::string password_;
    wxTextCtrl* first_; ///< children of this window
    wxTextCtrl* again_;
};

} // namespace palpate::gui
