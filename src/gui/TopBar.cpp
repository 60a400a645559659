// SPDX-License-Identifier: MIT
#include "gui/TopBar.h"

#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/SearchField.h"
#include "gui/TextBlock.h"
#include "gui/UnderMenu.h"

#include <wx/sizer.h>

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr int kSearch = 230; ///< DIP
constexpr int kNarrowSearch = 176;

} // namespace

TopBar::TopBar(wxWindow* parent, const wxString& practitioner) : Bar{parent, "topBar", wxBOTTOM} {
    auto* line = new wxBoxSizer{wxHORIZONTAL};
    auto* mark =
        new TextBlock{this, "topBar.product", "Palpate", TextStyle::Name, TextBlock::Ink::Accent};
    mark->setSingleLine();
    mark->SetMinSize({FromDIP(66), -1});
    line->Add(mark, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(16)));
    search_ = new SearchField{this, "search", said("Find anything"), "Ctrl K"};
    search_->SetMinSize(FromDIP(wxSize{kSearch, 34}));
    line->Add(search_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(8)));
    name_ = new TextBlock{this, "patient.name", {}, TextStyle::Name};
    ageAndSex_ =
        new TextBlock{this, "patient.ageAndSex", {}, TextStyle::Body, TextBlock::Ink::Muted};
    name_->setSingleLine();
    ageAndSex_->setSingleLine();
    line->Add(name_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(16)));
    line->Add(ageAndSex_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(12)));
    badgeRow_ = new wxBoxSizer{wxHORIZONTAL};
    complaint_ = new Badge{this, "patient.complaint", {}};
    badgeRow_->Add(complaint_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(8)));
    line->Add(badgeRow_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(6)));
    further_ = new PillButton{this, "patient.further", {}};
    further_->setIcon(Icon::Warning);
    further_->onClick = [this] { showAllAlerts(); };
    line->Add(further_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(8)));
    edit_ = new PillButton{this, "patient.edit", said("Edit …"), PillButton::Kind::Quiet};
    edit_->setWords(said("Edit the patient's record"));
    edit_->onClick = [this] { onEditPatient(); };
    line->Add(edit_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(6)));
    line->AddStretchSpacer();
    hidden_ = new Badge{this, "topBar.hidden", said("Names hidden · F12"), Badge::Tone::Teal};
    hidden_->Hide();
    line->Add(hidden_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(8)));
    start_ = new PillButton{this, "topBar.start", {}, PillButton::Kind::Primary};
    start_->setKeyHint("F2");
    start_->onClick = [this] { onStart(); };
    start_->Hide();
    line->Add(start_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(8)));
    practitioner_ = new PillButton{this, "practitioner", practitioner + wxString::FromUTF8(" ▾"),
                                   PillButton::Kind::Quiet};
    practitioner_->setWords(said("{1}: settings, password", {fromWx(practitioner)}));
    practitioner_->onClick = [this] { askMore(); };
    line->Add(practitioner_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(10)));
    auto* lock = new PillButton{this, "topBar.lock", said("Lock")};
    lock->setWords(said("Lock the screen"));
    lock->onClick = [this] { onLock(); };
    line->Add(lock, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(12)));
    signOut_ = new PillButton{this, "signOut", said("Sign out")};
    signOut_->onClick = [this] { onSignOut(); };
    line->Add(signOut_, wxSizerFlags{}.CentreVertical().Border(wxLEFT | wxRIGHT, FromDIP(12)));
    SetSizer(line);
    SetMinSize({-1, FromDIP(dip::kTopBar)});
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        fit();
        event.Skip();
    });
    render({});
}

void TopBar::askMore() {
    std::vector<UnderItem> items;
    std::vector<std::function<void()>> acts;
    const auto add = [&](const wxString& words, const std::function<void()>& act) {
        if (act) {
            items.push_back({fromWx(words), {}});
            acts.push_back(act);
        }
    };
    add(said("Snippets …"), onSnippets);
    add(said("Clinic settings …"), onClinicSettings);
    add(hidden_->IsShown() ? said("Show names on the screen") : said("Hide names on the screen"),
        onHideNames);
    add(said("My password …"), onMyPassword);
    add(said("My second factor …"), onMySecondFactor);
    if (items.empty()) {
        return;
    }
    const auto chosen =
        showMuscleMenu(*practitioner_, {0, practitioner_->GetClientSize().y}, items, {}, false);
    if (chosen) {
        acts.at(static_cast<std::size_t>(*chosen))();
    }
}

void TopBar::showAllAlerts() {
    std::vector<UnderItem> items;
    for (std::size_t i = 0; i < usedBadges_; ++i) {
        items.push_back({fromWx(badges_[i]->text()), {}});
    }
    items.push_back({fromWx(said("Edit the patient's record …")), {}, false, true});
    const auto chosen =
        showMuscleMenu(*further_, {0, further_->GetClientSize().y}, items, {}, false);
    if (chosen == static_cast<int>(usedBadges_)) {
        onEditPatient();
    }
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
    showBadges();
    if (patient) {
        name_->setText(toWx(patient->name));
        ageAndSex_->setText(toWx(patient->preferredName.empty() ? patient->ageAndSex
                                 : patient->ageAndSex.empty()
                                     ? patient->preferredName
                                     : patient->preferredName + " · " + patient->ageAndSex));
    }
    name_->Show(patient.has_value());
    edit_->Show(patient.has_value());
    // Names are never cut in favour of anything else in the bar. What the patient before needed is
    // forgotten first: the best size is never less than the least.
    name_->SetMinSize({-1, -1});
    ageAndSex_->SetMinSize({-1, -1});
    name_->SetMinSize(name_->GetBestSize());
    ageAndSex_->SetMinSize(ageAndSex_->GetBestSize());
    fittedWidth_ = 0;
    fit();
    Layout();
}

void TopBar::showBadges() {
    usedBadges_ = 0;
    if (shown_) {
        complaint_->set(toWx(shown_->complaint), Badge::Tone::Neutral);
        if (shown_->archived) {
            badge(usedBadges_++)->set(said("archived"), Badge::Tone::Neutral);
        }
        for (const std::string& alert : shown_->alerts) {
            badge(usedBadges_++)->set(toWx(alert), Badge::Tone::Amber, Icon::Warning);
        }
        if (shown_->allergiesAnswer == app::AllergyAnswer::Listed) {
            for (const std::string& allergy : shown_->allergies) {
                badge(usedBadges_++)
                    ->set(said("Allergy: {1}", {allergy}), Badge::Tone::Amber, Icon::Warning);
            }
        }
    }
    for (std::size_t i = usedBadges_; i < badges_.size(); ++i) {
        badges_[i]->Hide();
    }
}

void TopBar::showHidden(bool hidden) {
    hidden_->Show(hidden);
    name_->SetMinSize({-1, -1});
    ageAndSex_->SetMinSize({-1, -1});
    name_->SetMinSize(name_->GetBestSize());
    ageAndSex_->SetMinSize(ageAndSex_->GetBestSize());
    fittedWidth_ = 0;
    fit();
    Layout();
}

void TopBar::setStart(const wxString& label) {
    if (label == startLabel_) {
        return;
    }
    startLabel_ = label;
    start_->setWords(label);
    start_->Show(!label.empty());
    fittedWidth_ = 0;
    fit();
    Layout();
}

bool TopBar::fits() const {
    return GetSizer()->CalcMin().x <= GetClientSize().x;
}

void TopBar::fit() {
    // Each change of a text asks for a layout, which leads here again.
    if (fittedWidth_ == GetClientSize().x) {
        return;
    }
    fittedWidth_ = GetClientSize().x;
    search_->SetMinSize(FromDIP(wxSize{kSearch, 34}));
    start_->setText(startLabel_);
    const bool any = shown_.has_value();
    complaint_->Show(any && !shown_->complaint.empty());
    ageAndSex_->Show(any && !ageAndSex_->text().empty());
    further_->Hide();
    for (std::size_t i = 0; i < usedBadges_; ++i) {
        badges_[i]->Show();
    }
    for (int width = kSearch; width > kNarrowSearch && !fits();) {
        width = std::max(kNarrowSearch, width - 10);
        search_->SetMinSize(FromDIP(wxSize{width, 34}));
    }
    if (!fits() && start_->IsShown()) {
        start_->setText(said("Session"));
    }
    if (!fits()) {
        complaint_->Hide();
    }
    if (!fits()) {
        ageAndSex_->Hide();
    }
    for (std::size_t shown = usedBadges_; shown > 0 && !fits(); --shown) {
        badges_[shown - 1]->Hide();
        further_->setText(shown == 1 ? said("{1} alerts", {std::to_string(usedBadges_)})
                                     : said("{1} more", {std::to_string(usedBadges_ - shown + 1)}));
        further_->setWords(
            said("{1} more alerts and allergies", {std::to_string(usedBadges_ - shown + 1)}));
        further_->Show();
    }
}

} // namespace palpate::gui
