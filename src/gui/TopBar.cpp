// SPDX-License-Identifier: MIT
#include "gui/TopBar.h"

#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/SearchField.h"
#include "gui/TextBlock.h"

#include <wx/sizer.h>

namespace palpate::gui {

TopBar::TopBar(wxWindow* parent, const wxString& practitioner) : Bar{parent, "topBar", wxBOTTOM} {
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    auto* mark =
        new TextBlock{this, "topBar.product", "Palpate", TextStyle::Name, TextBlock::Ink::Accent};
    mark->setSingleLine();
    mark->SetMinSize({FromDIP(66), -1});
    line->Add(mark, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(16)));
    search_ = new SearchField{this, "search", said("Find anything …"), "Ctrl K"};
    search_->SetMinSize(FromDIP(wxSize{230, 34}));
    line->Add(search_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(8)));
    name_ = new TextBlock{this, "patient.name", {}, TextStyle::Name};
    ageAndSex_ =
        new TextBlock{this, "patient.ageAndSex", {}, TextStyle::Body, TextBlock::Ink::Muted};
    name_->setSingleLine();
    ageAndSex_->setSingleLine();
    line->Add(name_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(16)));
    line->Add(ageAndSex_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(12)));
    badgeRow_ = new wxBoxSizer{wxHORIZONTAL};
    line->Add(badgeRow_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(6)));
    edit_ = new PillButton{this, "patient.edit", said("Edit …"), PillButton::Kind::Quiet,
                           PillButton::Size::Compact};
    edit_->setWords(said("Edit the patient's record"));
    edit_->onClick = [this] { onEditPatient(); };
    line->Add(edit_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(6)));
    line->AddStretchSpacer();
    practitioner_ =
        new TextBlock{this, "practitioner", practitioner, TextStyle::Body, TextBlock::Ink::Muted};
    practitioner_->setSingleLine();
    line->Add(practitioner_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(12)));
    signOut_ = new PillButton{this, "signOut", said("Sign out")};
    signOut_->onClick = [this] { onSignOut(); };
    line->Add(signOut_, wxSizerFlags{}.CentreVertical().Border(wxLEFT | wxRIGHT, FromDIP(14)));
    SetSizer(line);
    SetMinSize({-1, FromDIP(dip::kTopBar)});
    practitioner_->SetMinSize(practitioner_->GetBestSize());
    render({});
}

Badge* TopBar::badge(std::size_t index) {
    while (badges_.size() <= index) {
        auto* fresh = new Badge{this, wxString::Format("patient.badge.%zu", badges_.size()), {}};
        badgeRow_->Add(fresh, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(8)));
        badges_.push_back(fresh);
        fresh->MoveBeforeInTabOrder(edit_);
    }
    return badges_[index];
}

void TopBar::render(const std::optional<app::PatientBar>& patient) {
    if (patient == shown_ && patient) {
        return;
    }
    shown_ = patient;
    std::size_t used = 0;
    if (patient) {
        name_->setText(toWx(patient->name));
        ageAndSex_->setText(toWx(patient->ageAndSex));
        if (!patient->complaint.empty()) {
            badge(used++)->set(toWx(patient->complaint), Badge::Tone::Neutral);
        }
        for (const std::string& alert : patient->alerts) {
            badge(used++)->set(toWx(alert), Badge::Tone::Amber, Icon::Warning);
        }
    }
    for (std::size_t i = 0; i < badges_.size(); ++i) {
        badges_[i]->Show(i < used);
    }
    name_->Show(patient.has_value());
    ageAndSex_->Show(patient && !patient->ageAndSex.empty());
    edit_->Show(patient.has_value());
    // Names are never cut in favour of anything else in the bar.
    name_->SetMinSize(name_->GetBestSize());
    ageAndSex_->SetMinSize(ageAndSex_->GetBestSize());
    Layout();
}

} // namespace palpate::gui
