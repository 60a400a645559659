// SPDX-License-Identifier: MIT
#pragma once

#include "app/RecordForms.h"
#include "gui/FormDialog.h"
#include "gui/SegmentedControl.h"

namespace palpate::gui {

/// The end of a case: discharged or referred on, when, with what outcome. The clinic must outlive
/// it.
class ClosingDialog : public FormDialog {
public:
    ClosingDialog(wxWindow* parent, app::Clinic& clinic, const Case& asRead);

private:
    [[nodiscard]] std::vector<Message> accept() override;
    void showReferral();

    app::Clinic& clinic_;
    Case asRead_;
    SegmentedControl* as_; ///< children of this window, as all below
    wxTextCtrl* day_;
    wxTextCtrl* outcome_;
    wxBoxSizer* referralRow_;
    wxTextCtrl* referredTo_;
};

} // namespace palpate::gui
