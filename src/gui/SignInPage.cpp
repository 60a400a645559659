// SPDX-License-Identifier: MIT
#include "gui/SignInPage.h"

#include "domain/Error.h"
#include "domain/Text.h"
#include "gui/Card.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/RecentClinics.h"
#include "gui/StartPage.h"
#include "gui/TextBlock.h"

#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace palpate::gui {

SignInPage::SignInPage(wxWindow* parent)
    : wxPanel{parent,  wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
              "signIn"} {
    dressAsPage(*this);
    auto* card = static_cast<Card*>(centredColumn(*this, "signIn.card", 420));
    auto& column = card->content();
    column.Add(
        new TextBlock{card, "signIn.product", "Palpate", TextStyle::Name, TextBlock::Ink::Accent},
        wxSizerFlags{}.Expand());
    clinic_ = new TextBlock{card, "signIn.clinic", {}, TextStyle::Number};
    column.Add(clinic_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
    const auto field = [&](const wxString& name, const wxString& label, long style) {
        column.Add(new TextBlock{card, name + ".label", label, TextStyle::SmallStrong,
                                 TextBlock::Ink::Muted},
                   wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(14)));
        auto* control = new wxTextCtrl{card,
                                       wxID_ANY,
                                       {},
                                       wxDefaultPosition,
                                       wxDefaultSize,
                                       style | wxTE_PROCESS_ENTER,
                                       wxDefaultValidator,
                                       name};
        control->SetFont(font(TextStyle::Body));
        control->SetMinSize({-1, FromDIP(36)});
        setAccessible(*control, label);
        control->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { signIn(); });
        column.Add(control, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(2)));
        return control;
    };
    user_ = field("signIn.user", said("User"), 0);
    password_ = field("signIn.password", said("Password"), wxTE_PASSWORD);
    problem_ =
        new TextBlock{card, "signIn.problem", {}, TextStyle::ControlStrong, TextBlock::Ink::Danger};
    problem_->Hide();
    column.Add(problem_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(10)));
    signIn_ = new PillButton{card, "signIn.accept", said("Sign in"), PillButton::Kind::Primary,
                             PillButton::Size::Large};
    signIn_->onClick = [this] { signIn(); };
    column.Add(signIn_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(18)));
    auto* back = new PillButton{card, "signIn.back", said("Another clinic"),
                                PillButton::Kind::Quiet, PillButton::Size::Compact};
    back->onClick = [this] { onBack(); };
    column.Add(back, wxSizerFlags{}.Centre().Border(wxTOP, FromDIP(10)));
}

void SignInPage::ask(const std::filesystem::path& clinic, const std::string& userName) {
    clinic_->setText(toWx(clinicName(clinic)));
    user_->ChangeValue(toWx(userName));
    password_->Clear();
    showProblem({});
    CallAfter([this] { (user_->IsEmpty() ? user_ : password_)->SetFocus(); });
}

void SignInPage::showProblem(const wxString& sentence) {
    problem_->setText(sentence);
    problem_->Show(!sentence.empty());
    Layout();
}

void SignInPage::signIn() {
    const std::string user = trimmed(fromWx(user_->GetValue()));
    if (user.empty()) {
        showProblem(said("Type your user name."));
        user_->SetFocus();
        return;
    }
    try {
        const wxBusyCursor busy;
        onSignIn(user, fromWx(password_->GetValue()));
        password_->Clear();
    } catch (const Error& error) {
        showProblem(said(error));
        password_->SelectAll();
        password_->SetFocus();
    }
}

} // namespace palpate::gui
