// SPDX-License-Identifier: MIT
#include "gui/LeaveDialog.h"

#include "app/Clinic.h"
#include "app/HandedOver.h"
#include "domain/Wipe.h"
#include "gui/Phrases.h"
#include "gui/Secret.h"

namespace palpate::gui {

LeaveDialog::LeaveDialog(wxWindow* parent, app::Clinic& clinic, const std::string& hint,
                         const wxString& unstored)
    : FormDialog{parent, "leave", said("For the practitioner"), said("Back to the record"), 480},
      clinic_{clinic} {
    wxString meaning = said("The record opens again with the password of {1}.",
                            {clinic.practitioner().displayName});
    if (unstored.empty()) {
        meaning += " " + said("The answers are stored already.");
    }
    addWide(new TextBlock{&ground(), "leave.meaning", meaning, TextStyle::Control,
                          TextBlock::Ink::Muted});
    if (!unstored.empty()) {
        addWide(new TextBlock{&ground(), "leave.unstored", unstored, TextStyle::ControlStrong,
                              TextBlock::Ink::Danger});
    }
    if (!hint.empty()) {
        addWide(new TextBlock{&ground(), "leave.hint",
                              said("In this demonstration the password is filled in already."),
                              TextStyle::ControlStrong, TextBlock::Ink::Accent});
    }
    password_ = addField(*addRow(), "leave.password", said("Password"), 1, wxTE_PASSWORD);
    password_->ChangeValue(toWx(hint));
    neverAsk();
    finish(password_);
}

std::vector<Message> LeaveDialog::accept() {
    const wxBusyCursor busy;
    const WipedText typed{takeSecret(*password_)};
    if (app::isPassword(clinic_, typed.text())) {
        return {};
    }
    password_->SetFocus();
    return {{tr("That is not the password of {1}."), {clinic_.practitioner().displayName}}};
}

} // namespace palpate::gui
