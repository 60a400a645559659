// SPDX-License-Identifier: MIT
#include "gui/LockPage.h"

#include "domain/Error.h"
#include "domain/Wipe.h"
#include "gui/Card.h"
#include "gui/FormField.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/Secret.h"
#include "gui/StartPage.h"
#include "gui/TextBlock.h"

#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace palpate::gui {

LockPage::LockPage(wxWindow* parent)
    : wxPanel{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
              "lock"} {
    dressAsPage(*this);
    auto* card = static_cast<Card*>(centredColumn(*this, "lock.card", 420));
    auto& column = card->content();
    column.Add(
        new TextBlock{card, "lock.product", "Palpate", TextStyle::Name, TextBlock::Ink::Accent},
        wxSizerFlags{}.Expand());
    clinic_ = new TextBlock{card, "lock.clinic", {}, TextStyle::Number};
    column.Add(clinic_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
    meaning_ = new TextBlock{card, "lock.meaning", {}, TextStyle::Body, TextBlock::Ink::Muted};
    column.Add(meaning_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(10)));
    column.Add(new TextBlock{card, "lock.password.label", said("Password"), TextStyle::SmallStrong,
                             TextBlock::Ink::Muted},
               wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(14)));
    password_ = newFormField(card, "lock.password", said("Password"), {},
                             wxTE_PASSWORD | wxTE_PROCESS_ENTER);
    password_->SetMinSize({-1, FromDIP(36)});
    password_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { unlock(); });
    column.Add(password_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(2)));
    problem_ =
        new TextBlock{card, "lock.problem", {}, TextStyle::ControlStrong, TextBlock::Ink::Danger};
    problem_->Hide();
    column.Add(problem_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(10)));
    auto* accept = new PillButton{card, "lock.accept", said("Unlock"), PillButton::Kind::Primary,
                                  PillButton::Size::Large};
    accept->onClick = [this] { unlock(); };
    column.Add(accept, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(18)));
    auto* leave = new PillButton{card, "lock.signOut", said("Sign out"), PillButton::Kind::Quiet,
                                 PillButton::Size::Compact};
    leave->setWords(said("Sign out, so that somebody else can sign in"));
    leave->onClick = [this] { onSignOut(); };
    column.Add(leave, wxSizerFlags{}.Centre().Border(wxTOP, FromDIP(10)));
    Hide();
}

void LockPage::ask(const wxString& clinic, const wxString& person, const std::string& hint) {
    person_ = person;
    clinic_->setText(clinic);
    wxString meaning =
        said("Locked. The password of {1} opens it again where it was.", {fromWx(person)});
    if (!hint.empty()) {
        meaning += " " + said("In this demonstration the password is filled in already.");
    }
    meaning_->setText(meaning);
    password_->ChangeValue(toWx(hint));
    showProblem({});
}

void LockPage::focusField() {
    password_->SetFocus();
}

void LockPage::showProblem(const wxString& sentence) {
    problem_->setText(sentence);
    problem_->Show(!sentence.empty());
    Layout();
}

void LockPage::unlock() {
    std::string typed = takeSecret(*password_);
    const WipedAtEnd wiped{typed};
    try {
        const wxBusyCursor busy;
        if (!onUnlock(typed)) {
            showProblem(said("That is not the password of {1}.", {fromWx(person_)}));
            password_->SetFocus();
        }
    } catch (const Error& error) {
        showProblem(said(error));
        password_->SetFocus();
    }
}

} // namespace palpate::gui
