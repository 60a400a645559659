// SPDX-License-Identifier: MIT
#pragma once

#include "app/PatientAccess.h"
#include "gui/FormDialog.h"

namespace palpate::app {
class Clinic;
}

namespace palpate::gui {

class ChipGroup;
class SegmentedControl;

/// Who may open a patient's record, as an owner sets it. The clinic must outlive it.
class RestrictionDialog : public FormDialog {
public:
    RestrictionDialog(wxWindow* parent, app::Clinic& clinic, const PatientId& patient,
                      const std::string& name);

private:
    [[nodiscard]] std::vector<Message> accept() override;
    void showNamed();

    app::Clinic& clinic_;
    PatientId patient_;
    app::RestrictionForm form_;
    SegmentedControl* who_; ///< children of this window, as all below
    wxBoxSizer* named_;
    ChipGroup* people_ = nullptr;
    wxTextCtrl* reason_;
};

} // namespace palpate::gui
