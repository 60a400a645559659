// SPDX-License-Identifier: MIT
#pragma once

#include "app/Amendments.h"
#include "gui/FormDialog.h"

namespace palpate::app {
class Clinic;
}

namespace palpate::gui {

class SegmentedControl;
class SessionChoice;

/// What is answered to a patient's request: accepted, with an addendum to the signed session or
/// without; refused; more time. Or what the patient says to a refusal. The clinic must outlive it.
class AnswerDialog : public FormDialog {
public:
    AnswerDialog(wxWindow* parent, app::Clinic& clinic, const app::AmendmentLine& amendment);

private:
    [[nodiscard]] std::vector<Message> accept() override;
    void buildAnswer();
    void buildStatement();
    void showParts();
    [[nodiscard]] AmendmentStepKind kind() const;

    app::Clinic& clinic_;
    app::AmendmentLine amendment_;
    std::vector<AmendmentStepKind> kinds_;
    SegmentedControl* kind_ = nullptr; ///< children of this window, as all below
    wxBoxSizer* addendumPart_ = nullptr;
    SessionChoice* session_ = nullptr;
    wxTextCtrl* addendum_ = nullptr;
    wxTextCtrl* text_ = nullptr;
};

} // namespace palpate::gui
