// SPDX-License-Identifier: MIT
#pragma once

#include "app/PatientAccess.h"
#include "gui/FormDialog.h"

namespace palpate::app {
class Clinic;
}

namespace palpate::gui {

/// What is said to a person to whom a record is closed: who restricted it, who may open it, and,
/// for clinicians, the way to open it in an emergency. wxID_OK: it is open now. The clinic must
/// outlive it.
class ClosedDialog : public FormDialog {
public:
    ClosedDialog(wxWindow* parent, app::Clinic& clinic, const app::ClosedView& view);

private:
    [[nodiscard]] std::vector<Message> accept() override;

    app::Clinic& clinic_;
    PatientId patient_;
    wxTextCtrl* reason_ = nullptr; ///< a child of this window; none without an emergency
};

} // namespace palpate::gui
