// SPDX-License-Identifier: MIT
#pragma once

#include "gui/FormDialog.h"

#include <string>

namespace palpate::app {
class Clinic;
}

namespace palpate::gui {

/// Asks the practitioner signed in for the password before the screen that a patient holds shows a
/// record again. The clinic must outlive it.
class LeaveDialog : public FormDialog {
public:
    /// `hint`: the password of a demonstration, which nobody could know; else empty.
    /// `unstored`: why the last words could not be stored; empty: everything is.
    LeaveDialog(wxWindow* parent, app::Clinic& clinic, const std::string& hint,
                const wxString& unstored);

private:
    [[nodiscard]] std::vector<Message> accept() override;

    app::Clinic& clinic_;
    wxTextCtrl* password_; ///< a child of this window
};

} // namespace palpate::gui
