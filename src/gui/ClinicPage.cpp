// SPDX-License-Identifier: MIT
#include "gui/ClinicPage.h"

#include "app/Backups.h"
#include "app/Clinic.h"
#include "gui/AuditPane.h"
#include "gui/BackupsPane.h"
#include "gui/Bar.h"
#include "gui/CheckPane.h"
#include "gui/Guarded.h"
#include "gui/KeepingPane.h"
#include "gui/PeoplePane.h"
#include "gui/Phrases.h"
#include "gui/RequestsPane.h"
#include "gui/SegmentedControl.h"
#include "gui/Theme.h"

#include <wx/sizer.h>

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr int kLookEvery = 5 * 60 * 1000; ///< milliseconds between two looks for what is due

} // namespace

template <class Pane, class... With>
Pane* ClinicPage::add(app::Right right, const std::string& key, const wxString& title,
                      With&&... with) {
    if (!app::may(clinic_, right)) {
        return nullptr;
    }
    auto* pane = new Pane{book_, with...}; // taken by the book
    book_->AddPage(pane, {});
    parts_.push_back({key, title, [pane] { pane->renew(); }});
    return pane;
}

void ClinicPage::addParts(app::Prompter& prompter) {
    using app::Right;
    add<BackupsPane>(Right::BackUp, "backups", said("Backups"), *backups_, prompter);
    add<CheckPane>(Right::CheckRecord, "check", said("Check"), clinic_, prompter);
    add<AuditPane>(Right::ReadTrail, "audit", said("Audit trail"), clinic_, prompter);
    add<PeoplePane>(Right::ManagePeople, "people", said("People"), clinic_, prompter);
    if (auto* const requests = add<RequestsPane>(Right::WriteRecords, "requests",
                                                 said("Requests for change"), clinic_, prompter)) {
        requests->onPatient = [this](const PatientId& patient) { onPatient(patient); };
    }
    if (auto* const keeping = add<KeepingPane>(Right::KeepAndDestroy, "keeping",
                                               said("Keeping records"), clinic_, prompter)) {
        keeping->onDestroyed = [this](const PatientId& patient) { onDestroyed(patient); };
    }
}

ClinicPage::ClinicPage(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter)
    : wxPanel{parent,
              wxID_ANY,
              wxDefaultPosition,
              wxDefaultSize,
              wxTAB_TRAVERSAL | wxBORDER_NONE,
              "clinicPage"},
      clinic_{clinic} {
    dressAsPage(*this);
    backups_ = std::make_unique<app::Backups>(clinic_, [this] {
        // From any thread: the event is kept until this one has time for it.
        CallAfter([this] { guarded([this] { backups_->deliver(); }); });
    });
    auto* bar = new Bar{this, "clinicPage.bar", wxBOTTOM};
    book_ = new wxSimplebook{this,          wxID_ANY,      wxDefaultPosition,
                             wxDefaultSize, wxBORDER_NONE, "clinicPage.book"};
    addParts(prompter);
    std::vector<wxString> titles;
    for (const Part& part : parts_) {
        titles.push_back(part.title);
    }
    tabs_ = new SegmentedControl{bar, "clinicPage.tabs", said("Clinic"), std::move(titles)};
    tabs_->onChange = [this](int part) { go(static_cast<std::size_t>(part)); };
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    row->Add(tabs_, wxSizerFlags{}.CentreVertical().Border(wxALL, FromDIP(8)));
    bar->SetSizer(row);
    auto* column = new wxBoxSizer{wxVERTICAL};
    column->Add(bar, wxSizerFlags{}.Expand());
    column->Add(book_, wxSizerFlags{1}.Expand());
    SetSizer(column);
    if (!isEmpty()) {
        tabs_->select(0);
    }
    backups_->onChange = [this] {
        const auto shown = static_cast<std::size_t>(tabs_->selected());
        if (IsShownOnScreen() && !isEmpty() && parts_.at(shown).key == "backups") {
            parts_.at(shown).renew();
        }
        if (onBackups) {
            onBackups(backups_->view());
        }
    };
    soon_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { lookForDue(); });
    CallAfter([this] { lookForDue(); });
}

ClinicPage::~ClinicPage() {
    backups_.reset();
}

void ClinicPage::lookForDue() {
    soon_.StartOnce(kLookEvery);
    guarded([this] { backups_->lookForDue(); });
}

bool ClinicPage::has(const std::string& part) const {
    return std::ranges::find(parts_, part, &Part::key) != parts_.end();
}

void ClinicPage::choose(const std::string& part) {
    const auto found = std::ranges::find(parts_, part, &Part::key);
    if (found != parts_.end()) {
        const auto index = static_cast<std::size_t>(found - parts_.begin());
        tabs_->select(static_cast<int>(index));
        go(index);
    }
}

void ClinicPage::renew() {
    if (!isEmpty()) {
        go(static_cast<std::size_t>(tabs_->selected()));
    }
}

void ClinicPage::focusFirst() {
    tabs_->SetFocus();
}

void ClinicPage::go(std::size_t part) {
    parts_.at(part).renew();
    book_->ChangeSelection(part);
    book_->GetCurrentPage()->Layout();
}

} // namespace palpate::gui
