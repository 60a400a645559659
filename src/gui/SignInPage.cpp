// SPDX-License-Identifier: MIT
#include "gui/SignInPage.h"

#include "domain/Error.h"
#include "domain/Text.h"
#include "domain/Wipe.h"
#include "gui/Card.h"
#include "gui/ChipGroup.h"
#include "gui/FormField.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/RecentClinics.h"
#include "gui/Secret.h"
#include "gui/StartPage.h"
#include "gui/TextBlock.h"

#include <wx/evtloop.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>
#include <wx/utils.h>

#include <algorithm>
#include <utility>

namespace palpate::gui {

namespace {

/// So many names stand there to be pressed; where there are more, one types.
constexpr std::size_t kMostNames = 12;
constexpr int kTick = 250; ///< milliseconds

} // namespace

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
    user_ = addField(card, column, "signIn.user", said("User"), 0);
    buildNames(card, column);
    password_ = addField(card, column, "signIn.password", said("Password"), wxTE_PASSWORD);
    code_ = addField(card, column, "signIn.code", said("Code"), 0);
    codeLabel_ = dynamic_cast<TextBlock*>(FindWindow("signIn.code.label"));
    codeHint_ = new TextBlock{card, "signIn.code.hint",
                              said("The six digits that your authenticator shows now, or one of "
                                   "your recovery codes."),
                              TextStyle::Small, TextBlock::Ink::Muted};
    column.Add(codeHint_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
    problem_ =
        new TextBlock{card, "signIn.problem", {}, TextStyle::ControlStrong, TextBlock::Ink::Danger};
    problem_->Hide();
    column.Add(problem_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(10)));
    told_ = new TextBlock{card, "signIn.told", {}, TextStyle::ControlStrong, TextBlock::Ink::Good};
    told_->Hide();
    column.Add(told_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(10)));
    buildButtons(card, column);
    for (wxTextCtrl* field : {user_, password_}) {
        field->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
            showCode(false); // it was asked for of somebody else
            event.Skip();
        });
    }
    timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { showWaiting(); });
    showCode(false);
}

wxTextCtrl* SignInPage::addField(wxWindow* card, wxSizer& column, const wxString& name,
                                 const wxString& label, long style) {
    column.Add(
        new TextBlock{card, name + ".label", label, TextStyle::SmallStrong, TextBlock::Ink::Muted},
        wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(14)));
    auto* control = newFormField(card, name, label, {}, style | wxTE_PROCESS_ENTER);
    control->SetMinSize({-1, FromDIP(36)});
    control->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { signIn(); });
    column.Add(control, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(2)));
    return control;
}

void SignInPage::buildNames(wxWindow* card, wxSizer& column) {
    choices_ =
        new ChipGroup{card, "signIn.users",          said("Who signs in"), ChipGroup::Kind::Single,
                      {},   ChipGroup::Size::Compact};
    choices_->onChange = [this](int chip, ChipState now) {
        user_->ChangeValue(now == ChipState::On ? toWx(names_.at(static_cast<std::size_t>(chip)))
                                                : wxString{});
        showCode(false);
        (now == ChipState::On ? password_ : user_)->SetFocus();
    };
    column.Add(choices_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(6)));
    user_->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        choices_->clearStates();
        if (const int chip = choices_->chipNamed(user_->GetValue()); chip != ChipGroup::kNone) {
            choices_->setState(chip, ChipState::On);
        }
        event.Skip();
    });
}

void SignInPage::buildButtons(wxWindow* card, wxSizer& column) {
    signIn_ = new PillButton{card, "signIn.accept", said("Sign in"), PillButton::Kind::Primary,
                             PillButton::Size::Large};
    signIn_->onClick = [this] { signIn(); };
    column.Add(signIn_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(18)));
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    auto* back = new PillButton{card, "signIn.back", said("Another clinic"),
                                PillButton::Kind::Quiet, PillButton::Size::Compact};
    back->onClick = [this] { onBack(); };
    auto* recovery = new PillButton{card, "signIn.recovery", said("Password forgotten …"),
                                    PillButton::Kind::Quiet, PillButton::Size::Compact};
    recovery->onClick = [this] { onRecoveryKey(trimmed(fromWx(user_->GetValue()))); };
    row->Add(back);
    row->AddStretchSpacer();
    row->Add(recovery);
    column.Add(row, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(10)));
}

void SignInPage::ask(const std::filesystem::path& clinic, const std::string& userName,
                     const std::vector<std::string>& userNames) {
    clinic_->setText(toWx(clinicName(clinic)));
    names_ = userNames;
    std::vector<ChipGroup::Chip> chips;
    for (const std::string& name : names_) {
        chips.push_back({toWx(name)});
    }
    const bool isChoice = names_.size() > 1 && names_.size() <= kMostNames;
    choices_->setChips(isChoice ? std::move(chips) : std::vector<ChipGroup::Chip>{});
    choices_->Show(isChoice);
    user_->ChangeValue(toWx(names_.size() == 1 ? names_.front() : userName));
    if (const int chip = choices_->chipNamed(user_->GetValue()); chip != ChipGroup::kNone) {
        choices_->setState(chip, ChipState::On);
    }
    password_->ChangeValue({});
    tell({});
    showProblem({});
    wait({});
    showCode(false);
    CallAfter([this] { (user_->IsEmpty() ? user_ : password_)->SetFocus(); });
}

void SignInPage::tell(const wxString& sentence) {
    told_->setText(sentence);
    told_->Show(!sentence.empty());
    Layout();
}

void SignInPage::showProblem(const wxString& sentence) {
    problem_->setText(sentence);
    problem_->Show(!sentence.empty());
    Layout();
}

void SignInPage::showIndexing(double share) {
    const int percent = static_cast<int>(share * 100);
    if (std::exchange(indexed_, percent) == percent) {
        return;
    }
    tell(said("Preparing this clinic's search for the new Palpate, {1} % so far. Nothing in the "
              "records changes.",
              {std::to_string(percent)}));
    Update();
    if (auto* const loop = wxEventLoopBase::GetActive()) {
        loop->YieldFor(wxEVT_CATEGORY_UI);
    }
}

void SignInPage::showCode(bool shown) {
    if (code_->IsShown() == shown && codeLabel_->IsShown() == shown) {
        return;
    }
    code_->ChangeValue({});
    for (wxWindow* part : std::initializer_list<wxWindow*>{code_, codeLabel_, codeHint_}) {
        part->Show(shown);
    }
    Layout();
}

void SignInPage::wait(std::chrono::seconds howLong) {
    waitsUntil_ = std::chrono::steady_clock::now() + howLong;
    if (howLong.count() > 0) {
        timer_.Start(kTick);
    }
    showWaiting();
}

void SignInPage::showWaiting() {
    const auto left =
        std::chrono::ceil<std::chrono::seconds>(waitsUntil_ - std::chrono::steady_clock::now());
    const bool waits = left.count() > 0;
    if (!waits && timer_.IsRunning()) {
        timer_.Stop();
        showProblem({});
    }
    signIn_->Enable(!waits);
    signIn_->setText(waits ? said("Wait {1} s", {std::to_string(left.count())}) : said("Sign in"));
}

void SignInPage::refused(wxTextCtrl& field) {
    field.SelectAll();
    field.SetFocus();
}

void SignInPage::signIn() {
    if (timer_.IsRunning()) {
        return; // the button says how long
    }
    const std::string user = trimmed(fromWx(user_->GetValue()));
    if (user.empty()) {
        showProblem(said("Type your user name."));
        user_->SetFocus();
        return;
    }
    const bool hasCode = code_->IsShown();
    const std::string code = hasCode ? trimmed(fromWx(code_->GetValue())) : std::string{};
    if (hasCode && code.empty()) {
        showProblem(said("Type the code."));
        code_->SetFocus();
        return;
    }
    tell({});
    try {
        const wxBusyCursor busy;
        std::string password = readSecret(*password_);
        const WipedAtEnd wiped{password};
        onSignIn(user, password, code);
        password_->ChangeValue({});
        showCode(false);
    } catch (const CodeNeeded&) {
        showProblem({});
        showCode(true);
        code_->SetFocus();
    } catch (const WaitNeeded& error) {
        showProblem(said(error));
        wait(error.wait());
        refused(hasCode ? *code_ : *password_);
    } catch (const Error& error) {
        tell({});
        showProblem(said(error));
        refused(hasCode ? *code_ : *password_);
    }
}

} // namespace palpate::gui
