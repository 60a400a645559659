// SPDX-License-Identifier: MIT
#include "gui/FirstStartPage.h"

#include "app/RecoverySheet.h"
#include "domain/Error.h"
#include "domain/Wipe.h"
#include "gui/Card.h"
#include "gui/FirstStartSteps.h"
#include "gui/PanelScroller.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/ProgressLine.h"
#include "gui/StartPage.h"
#include "gui/TextBlock.h"

#include <wx/sizer.h>
#include <wx/textctrl.h>
#include <wx/utils.h>

namespace palpate::gui {

namespace {

constexpr int kWidth = 760; ///< DIP
/// Of a step, so that the buttons do not jump from step to step; DIP.
constexpr int kStepHeight = 336;

} // namespace

FirstStartPage::FirstStartPage(wxWindow* parent, const app::DataPaths& paths,
                               app::Prompter& prompter)
    : wxPanel{
          parent,      wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
          "firstStart"} {
    dressAsPage(*this);
    auto* whole = new wxBoxSizer{wxVERTICAL};
    scroller_ = new PanelScroller{this, "firstStart.scroller"};
    dressAsPage(*scroller_);
    sheet_ = new wxPanel{scroller_,
                         wxID_ANY,
                         wxDefaultPosition,
                         wxDefaultSize,
                         wxTAB_TRAVERSAL | wxBORDER_NONE,
                         "firstStart.sheet"};
    dressAsPage(*sheet_);
    auto* inner = new wxBoxSizer{wxVERTICAL};
    inner->Add(sheet_, wxSizerFlags{1}.Expand());
    scroller_->SetSizer(inner);
    whole->Add(scroller_, wxSizerFlags{1}.Expand());
    SetSizer(whole);
    build(paths, prompter);
    Bind(wxEVT_CHAR_HOOK, &FirstStartPage::onCharHook, this);
}

void FirstStartPage::build(const app::DataPaths& paths, app::Prompter& prompter) {
    auto* card = static_cast<Card*>(centredColumn(*sheet_, "firstStart.card", kWidth));
    auto& column = card->content();
    column.Add(new TextBlock{card, "firstStart.product", "Palpate", TextStyle::Name,
                             TextBlock::Ink::Accent},
               wxSizerFlags{}.Expand());
    title_ = new TextBlock{card, "firstStart.title", {}, TextStyle::Number};
    column.Add(title_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
    progress_ = new ProgressLine{card, "firstStart.progress"};
    column.Add(progress_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(10)));
    where_ = new TextBlock{card, "firstStart.where", {}, TextStyle::Small, TextBlock::Ink::Muted};
    column.Add(where_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));

    clinic_ = new ClinicStep{card, prompter};
    owner_ = new OwnerStep{card};
    key_ = new KeyStep{card, paths, prompter};
    backup_ = new BackupStep{card, prompter};
    backup_->onFolder = [this](const std::string& folder) { onBackupFolder(folder); };
    backup_->onChanged = [this] {
        next_->setText(backup_->folder().empty() ? said("Later") : said("Next"));
    };
    done_ = new DoneStep{card};
    steps_ = {new WelcomeStep{card}, clinic_, owner_, key_, backup_, done_};
    for (StepPanel* step : steps_) {
        step->setLeastHeight(step == steps_.front() ? 0 : kStepHeight);
        step->onResized = [this] { arrange(); };
        step->Hide();
        column.Add(step, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(6)));
    }
    fault_ = new TextBlock{
        card, "firstStart.fault", {}, TextStyle::ControlStrong, TextBlock::Ink::Danger};
    fault_->Hide();
    column.Add(fault_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(8)));
    buildButtons(card, column);
}

void FirstStartPage::buildButtons(wxWindow* card, wxSizer& column) {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    back_ = new PillButton{card, "firstStart.back", said("Back"), PillButton::Kind::Secondary,
                           PillButton::Size::Large};
    back_->onClick = [this] { back(); };
    demonstration_ = new PillButton{card, "firstStart.demonstration",
                                    said("Look around in a demonstration clinic"),
                                    PillButton::Kind::Quiet, PillButton::Size::Large};
    demonstration_->onClick = [this] { onDemonstration(); };
    next_ = new PillButton{card, "firstStart.next", said("Next"), PillButton::Kind::Primary,
                           PillButton::Size::Large};
    next_->onClick = [this] { next(); };
    row->Add(back_);
    row->AddStretchSpacer();
    row->Add(demonstration_, wxSizerFlags{}.Border(wxRIGHT, FromDIP(8)));
    row->Add(next_);
    column.Add(row, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(16)));
}

void FirstStartPage::begin(const std::filesystem::path& place, bool isFirst) {
    isFirst_ = isFirst;
    clinic_->begin(place);
    owner_->forgetPassword();
    key_->forget();
    backup_->clear();
    go(isFirst ? Welcome : Clinic);
}

void FirstStartPage::go(Step step) {
    steps_.at(step_)->Hide();
    step_ = step;
    const std::array<wxString, kSteps> titles{said("Welcome"),   said("The clinic"),
                                              said("Its owner"), said("The recovery key"),
                                              said("Backups"),   said("Ready")};
    title_->setText(titles.at(step));
    const std::size_t all = kSteps - 1;
    const wxString where =
        step == Welcome ? said("Nobody has used Palpate here before.")
                        : said("Step {1} of {2}", {std::to_string(step), std::to_string(all)});
    where_->setText(where);
    progress_->set(step, all, where);
    progress_->Show(step != Welcome);
    fault_->Hide();
    back_->setText(step == Welcome ? said("Open or restore a clinic") : said("Back"));
    back_->Show(step < Key); // from then on the clinic is made
    demonstration_->Show(step == Welcome || step == Done);
    next_->setText(step == Welcome                               ? said("Set up a clinic")
                   : step == Owner                               ? said("Make the clinic")
                   : step == Key                                 ? said("I have noted it")
                   : step == Done                                ? said("Open the clinic")
                   : step == Backup && backup_->folder().empty() ? said("Later")
                                                                 : said("Next"));
    steps_.at(step)->Show();
    arrange();
    scroller_->Scroll(0, 0);
    CallAfter([this, step] {
        if (step == step_ && IsShownOnScreen()) { // not when another page has come by then
            wxWindow* const first = steps_.at(step)->first();
            (first ? first : next_)->SetFocus();
        }
    });
}

void FirstStartPage::arrange() {
    steps_.at(step_)->InvalidateBestSize();
    sheet_->InvalidateBestSize();
    Layout();
    scroller_->FitInside();
    scroller_->Layout();
    sheet_->Layout();
}

void FirstStartPage::next() {
    const wxBusyCursor busy;
    try {
        fault_->Hide();
        if (!steps_.at(step_)->complete()) {
            return;
        }
        if (step_ == Owner) {
            make();
        } else if (step_ == Done) {
            onFinish();
            return;
        } else if (step_ == Backup) {
            done_->render(answers_, backup_->folder());
        } else if (step_ == Clinic) {
            owner_->setClinicName(clinic_->profile().name);
        } else if (step_ == Key) {
            key_->forget();
        }
        go(static_cast<Step>(step_ + 1));
    } catch (const Error& error) {
        fault_->setText(said(error));
        fault_->Show();
        arrange();
    }
}

void FirstStartPage::make() {
    owner_->tell(answers_);
    answers_.profile = clinic_->profile();
    answers_.folder = clinic_->folder();
    const WipedAtEnd wiped{answers_.password};
    key_->set(onMake(answers_));
    owner_->forgetPassword();
}

void FirstStartPage::back() {
    if (step_ == Welcome || (step_ == Clinic && !isFirst_)) {
        onOther();
    } else if (back_->IsShown()) {
        go(static_cast<Step>(step_ - 1));
    }
}

void FirstStartPage::onCharHook(wxKeyEvent& event) {
    const int key = event.GetKeyCode();
    const bool inField = dynamic_cast<wxTextCtrl*>(FindFocus()) != nullptr;
    if ((key == WXK_RETURN || key == WXK_NUMPAD_ENTER) && inField && !event.HasAnyModifiers()) {
        next();
    } else if (key == WXK_ESCAPE && !event.HasAnyModifiers() && back_->IsShown()) {
        back();
    } else {
        event.Skip();
    }
}

} // namespace palpate::gui
