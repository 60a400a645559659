// SPDX-License-Identifier: MIT
#include "gui/PatientsPage.h"

#include "app/Backups.h"
#include "app/Clinic.h"
#include "app/Duplicates.h"
#include "app/Rights.h"
#include "domain/Text.h"
#include "gui/BackupStrip.h"
#include "gui/Card.h"
#include "gui/ChipGroup.h"
#include "gui/DayLists.h"
#include "gui/MergeDialog.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/SearchField.h"
#include "gui/SectionHeading.h"
#include "gui/UnderMenu.h"

#include <wx/sizer.h>

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr int kMostPatients = 200;
constexpr int kMostWaiting = 50; ///< of each list, at first
constexpr int kFindWidth = 200;  ///< DIP

} // namespace

PatientsPage::PatientsPage(wxWindow* parent, app::Clinic& clinic)
    : wxPanel{parent,
              wxID_ANY,
              wxDefaultPosition,
              wxDefaultSize,
              wxTAB_TRAVERSAL | wxBORDER_NONE,
              "patients"},
      clinic_{clinic} {
    dressAsPage(*this);
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    buildLists(*row);
    auto* right = new wxBoxSizer{wxVERTICAL};
    buildPatients(*right);
    row->Add(right, wxSizerFlags{3}.Expand());
    auto* padded = new wxBoxSizer{wxVERTICAL};
    strip_ = new BackupStrip{this};
    strip_->onBackups = [this] { onBackups(); };
    padded->Add(strip_, wxSizerFlags{}.Expand());
    padded->Add(row, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(16)));
    newestBackup_ =
        new TextBlock{this, "patients.newestBackup", {}, TextStyle::Small, TextBlock::Ink::Muted};
    newestBackup_->Hide();
    padded->Add(newestBackup_,
                wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(16)));
    SetSizer(padded);
}

void PatientsPage::renderBackups(const app::BackupsView& view, bool mayShow) {
    const bool isOther = strip_->render(view, mayShow);
    const bool isWell = !view.alarm && !view.warning;
    newestBackup_->setText(toWx(view.newest));
    if (isOther || newestBackup_->IsShown() != isWell) {
        newestBackup_->Show(isWell);
        Layout();
    }
}

void PatientsPage::buildLists(wxSizer& row) {
    lists_ = new DayLists{this};
    lists_->onOpen = [this](const app::ClinicListRow& waiting) {
        if (onWaiting) {
            onWaiting(waiting);
        }
    };
    lists_->onMore = [this](app::ClinicList list, int limit) {
        lists_->renew(app::clinicList(clinic_, list, limit));
    };
    row.Add(lists_, wxSizerFlags{2}.Expand().Border(wxRIGHT, FromDIP(14)));
}

void PatientsPage::buildPatients(wxSizer& column) {
    nothing_ = new TextBlock{this, "lists.nothing",
                             said("Nothing waits: no visit today, no draft, nothing due."),
                             TextStyle::Body, TextBlock::Ink::Muted};
    column.Add(nothing_, wxSizerFlags{}.Expand().Border(wxLEFT | wxBOTTOM, FromDIP(14)));
    auto* card = new Card{this, "patients.card", Card::Look::Raised, wxVERTICAL, 1};
    auto* top = new wxBoxSizer{wxHORIZONTAL};
    heading_ = new SectionHeading{card, "patients.heading", said("Patients")};
    top->Add(heading_, wxSizerFlags{1}.CentreVertical());
    find_ = new SearchField{card, "patients.find", said("Name, birth date or phone")};
    find_->SetMinSize({FromDIP(kFindWidth), find_->GetMinSize().y});
    find_->onText = [this](const wxString& typed) {
        typed_ = trimmed(fromWx(typed));
        reloadPatients();
        patientList_->setCurrent(typed_.empty() || patients_.empty() ? RowList::kNone : 0);
    };
    find_->onStep = [this](int by) {
        const int last = patientList_->count() - 1;
        patientList_->setCurrent(std::clamp(patientList_->current() + by, 0, std::max(0, last)));
    };
    find_->onEnter = [this] {
        if (patientList_->current() != RowList::kNone) {
            patientList_->onOpen(patientList_->current());
        }
    };
    top->Add(find_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(12)));
    archived_ = new ChipGroup{card,
                              "patients.archived",
                              said("Which records"),
                              ChipGroup::Kind::Multi,
                              {{said("Show archived")}}};
    archived_->SetMinSize({archived_->lineWidth(), archived_->heightFor(archived_->lineWidth())});
    archived_->onChange = [this](int, ChipState) {
        patientList_->setCurrent(RowList::kNone);
        reloadPatients();
    };
    top->Add(archived_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(12)));
    newPatient_ = new PillButton{card, "patients.new", said("New patient"),
                                 PillButton::Kind::Primary, PillButton::Size::Regular};
    newPatient_->setIcon(Icon::Plus);
    newPatient_->setKeyHint("Ctrl N");
    newPatient_->onClick = [this] {
        if (onNewPatient) {
            onNewPatient();
        }
    };
    top->Add(newPatient_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(12)));
    card->content().Add(top, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(14)));
    nobody_ = new TextBlock{card, "patients.nobody", {}, TextStyle::Body, TextBlock::Ink::Muted};
    nobody_->Hide();
    card->content().Add(nobody_,
                        wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(18)));
    // Below the name stands what is clinical.
    const int lines = app::may(clinic_, app::Right::ReadRecords) ? 1 : 0;
    patientList_ = new RowList{card, "patients.list", said("Patients"), lines};
    patientList_->onOpen = [this](int index) {
        if (onPatient) {
            onPatient(PatientId{patients_.at(static_cast<std::size_t>(index)).id});
        }
    };
    if (app::may(clinic_, app::Right::WriteRecords)) {
        patientList_->onMenu = [this](int index, wxPoint at) { askAbout(index, at); };
    }
    card->content().Add(patientList_, wxSizerFlags{1}.Expand().Border(wxBOTTOM, FromDIP(8)));
    column.Add(card, wxSizerFlags{1}.Expand());
}

void PatientsPage::reload() {
    reloadPatients();
    lists_->render(app::clinicLists(clinic_, kMostWaiting));
    lists_->Show(!lists_->isEmpty());
    nothing_->Show(lists_->isEmpty() && !patients_.empty());
    Layout();
}

void PatientsPage::reloadPatients() {
    patients_ = app::findPatients(clinic_, typed_, kMostPatients,
                                  archived_->state(0) == ChipState::On ? app::Listing::Everything
                                                                       : app::Listing::Daily);
    showPatients();
}

void PatientsPage::showPatients() {
    const bool isClinical = app::may(clinic_, app::Right::ReadRecords);
    std::vector<ListRow> rows;
    for (const app::PatientLine& line : patients_) {
        ListRow row;
        row.title = toWx(line.name);
        row.aside = line.preferredName.empty()
                        ? toWx(line.detail)
                        : said("called {1} · {2}", {line.preferredName, line.detail});
        if (isClinical) {
            row.lines = {!line.mergedInto.empty() ? toWx(line.mergedInto)
                         : line.closed            ? said("opens only for those who are named")
                         : line.complaint.empty() ? said("no open case")
                                                  : toWx(line.complaint)};
        } else if (!line.mergedInto.empty()) {
            row.aside = toWx(line.mergedInto);
        }
        row.right = line.last.empty() ? said("no session yet") : said("last {1}", {line.last});
        row.badge = !line.mergedInto.empty() ? said("merged")
                    : line.restricted        ? said("restricted")
                    : line.archived          ? said("archived")
                                             : wxString{};
        rows.push_back(std::move(row));
    }
    patientList_->setRows(std::move(rows));
    nobody_->setText(typed_.empty() ? said("No patient yet. Add the first one with New patient.")
                                    : said("No patient's name matches “{1}”.", {typed_}));
    nobody_->Show(patients_.empty());
    heading_->set(said("Patients"), typed_.empty()
                                        ? wxString{}
                                        : said("{1} found", {std::to_string(patients_.size())}));
    nobody_->GetParent()->Layout();
}

void PatientsPage::askAbout(int row, wxPoint at) {
    const app::PatientLine line = patients_.at(static_cast<std::size_t>(row));
    if (line.closed) {
        onPatient(PatientId{line.id}); // says why, and what can be done
        return;
    }
    struct Entry {
        wxString words;
        void (PatientsPage::*act)(const app::PatientLine&);
    };
    std::vector<Entry> entries;
    if (!line.mergedInto.empty()) {
        entries.push_back({said("Part it from the other record again"), &PatientsPage::part});
    } else {
        entries.push_back({said("Merge with another record …"), &PatientsPage::merge});
        entries.push_back(line.archived ? Entry{said("Restore"), &PatientsPage::restore}
                                        : Entry{said("Archive"), &PatientsPage::archive});
        entries.push_back({said("Request to change the record …"), &PatientsPage::request});
        if (app::may(clinic_, app::Right::RestrictRecords)) {
            entries.push_back({said("Restrict this record …"), &PatientsPage::restrict});
        }
        entries.push_back({said("Export the whole record …"), &PatientsPage::exportRecord});
        if (app::may(clinic_, app::Right::KeepAndDestroy)) {
            entries.push_back({said("Destroy the record …"), &PatientsPage::destroy});
        }
    }
    std::vector<UnderItem> items;
    for (const Entry& entry : entries) {
        items.push_back({fromWx(entry.words), {}});
    }
    const auto chosen = showMuscleMenu(*patientList_, at, items, line.name, false);
    if (chosen) {
        (this->*entries.at(static_cast<std::size_t>(*chosen)).act)(line);
    }
}

void PatientsPage::archive(const app::PatientLine& line) {
    app::archivePatient(clinic_, line.id);
    reload();
    onChanged(line.id);
    onNotice(said("{1} is archived: out of the daily list, with everything kept.", {line.name}));
}

void PatientsPage::restore(const app::PatientLine& line) {
    app::restorePatient(clinic_, line.id);
    reload();
    onChanged(line.id);
    onNotice(said("{1} is in the daily list again.", {line.name}));
}

void PatientsPage::part(const app::PatientLine& line) {
    app::unmergePatient(clinic_, line.id);
    reload();
    onChanged(line.id);
    onNotice(said("{1} has a record of its own again.", {line.name}));
}

void PatientsPage::merge(const app::PatientLine& line) {
    MergeDialog dialog{wxGetTopLevelParent(this), clinic_, line.id, line.name};
    if (dialog.ShowModal() == wxID_OK && dialog.goesOn()) {
        reload();
        onMerged(*dialog.goesOn());
    }
}

} // namespace palpate::gui
