// SPDX-License-Identifier: MIT
#pragma once

#include "app/People.h"
#include "app/RecoverySheet.h"
#include "gui/FormDialog.h"

namespace palpate::app {
class Clinic;
class Prompter;
} // namespace palpate::app

namespace palpate::gui {

/// One's own second factor is set up: a QR code for an authenticator, codes for when it is lost,
/// and a first code to show that all is well. Nothing is stored before that. Clinic and prompter
/// must outlive it.
class SecondFactorDialog : public FormDialog {
public:
    SecondFactorDialog(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter);

private:
    void buildSecret();
    void buildCodes();
    void buildConfirmation();
    void print();
    void save();
    void copy();
    void tell(const wxString& sentence);
    [[nodiscard]] app::CodesSheet sheet() const;
    [[nodiscard]] std::vector<Message> accept() override;

    app::Clinic& clinic_;
    app::Prompter& prompter_;
    app::SecondFactorSetup setup_;
    TextBlock* told_ = nullptr; ///< children of this window, as all below
    wxTextCtrl* code_ = nullptr;
};

} // namespace palpate::gui
