// SPDX-License-Identifier: MIT
#include "gui/PatientsPage.h"

#include "app/Clinic.h"
#include "app/Duplicates.h"
#include "domain/Text.h"
#include "gui/Card.h"
#include "gui/ChipGroup.h"
#include "gui/MergeDialog.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/SectionHeading.h"
#include "gui/UnderMenu.h"

#include <wx/sizer.h>

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr int kMostPatients = 200;
constexpr int kMostSessions = 50;
constexpr int kMostDraftsInSight = 3;

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
    auto* left = new wxBoxSizer{wxVERTICAL};
    buildDrafts(*left);
    buildPatients(*left);
    row->Add(left, wxSizerFlags{5}.Expand());
    buildSessions(*row);
    auto* padded = new wxBoxSizer{wxVERTICAL};
    padded->Add(row, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(16)));
    SetSizer(padded);
}

void PatientsPage::buildDrafts(wxSizer& column) {
    draftCard_ = new Card{this, "patients.drafts", Card::Look::Raised, wxVERTICAL, 1};
    draftHeading_ = new SectionHeading{draftCard_, "patients.draftHeading", {}};
    draftCard_->content().Add(draftHeading_, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(14)));
    draftList_ = new RowList{draftCard_, "patients.draftList", said("Your unsigned drafts"), 0};
    draftList_->onOpen = [this](int index) {
        const app::UnsignedDraft& draft = drafts_.at(static_cast<std::size_t>(index));
        if (onSession) {
            onSession(PatientId{draft.patient}, SessionId{draft.session});
        }
    };
    draftCard_->content().Add(draftList_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(8)));
    draftCard_->Hide();
    column.Add(draftCard_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(14)));
}

void PatientsPage::buildPatients(wxSizer& column) {
    auto* card = new Card{this, "patients.card", Card::Look::Raised, wxVERTICAL, 1};
    auto* top = new wxBoxSizer{wxHORIZONTAL};
    heading_ = new SectionHeading{card, "patients.heading", said("Patients")};
    top->Add(heading_, wxSizerFlags{1}.CentreVertical());
    archived_ = new ChipGroup{card,
                              "patients.archived",
                              said("Which records"),
                              ChipGroup::Kind::Multi,
                              {{said("Show archived")}}};
    archived_->SetMinSize({archived_->lineWidth(), archived_->heightFor(archived_->lineWidth())});
    archived_->onChange = [this](int, ChipState) {
        patientList_->setCurrent(RowList::kNone);
        reload();
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
    patientList_ = new RowList{card, "patients.list", said("Patients"), 1};
    patientList_->onOpen = [this](int index) {
        if (onPatient) {
            onPatient(PatientId{patients_.at(static_cast<std::size_t>(index)).id});
        }
    };
    patientList_->onMenu = [this](int index, wxPoint at) { askAbout(index, at); };
    card->content().Add(patientList_, wxSizerFlags{1}.Expand().Border(wxBOTTOM, FromDIP(8)));
    column.Add(card, wxSizerFlags{1}.Expand());
}

void PatientsPage::buildSessions(wxSizer& row) {
    sessionCard_ = new Card{this, "patients.sessionCard", Card::Look::Raised, wxVERTICAL, 1};
    sessionHeading_ =
        new SectionHeading{sessionCard_, "patients.sessionHeading", said("In sessions")};
    sessionCard_->content().Add(sessionHeading_,
                                wxSizerFlags{}.Expand().Border(wxALL, FromDIP(20)));
    sessionList_ =
        new RowList{sessionCard_, "patients.sessions", said("Sessions that hold the words"), 2};
    sessionList_->onOpen = [this](int index) {
        const app::SessionLine& line = sessions_.at(static_cast<std::size_t>(index));
        if (onSession) {
            onSession(PatientId{line.patient}, SessionId{line.id});
        }
    };
    sessionCard_->content().Add(sessionList_,
                                wxSizerFlags{1}.Expand().Border(wxBOTTOM, FromDIP(8)));
    sessionCard_->Hide();
    row.Add(sessionCard_, wxSizerFlags{4}.Expand().Border(wxLEFT, FromDIP(14)));
}

void PatientsPage::search(const wxString& typed) {
    typed_ = trimmed(fromWx(typed));
    reload();
    patientList_->setCurrent(typed_.empty() || patients_.empty() ? RowList::kNone : 0);
    sessionList_->setCurrent(patients_.empty() && !sessions_.empty() ? 0 : RowList::kNone);
}

void PatientsPage::reload() {
    showPatients();
    showDrafts();
    sessions_ = typed_.empty() ? std::vector<app::SessionLine>{}
                               : app::findSessions(clinic_, typed_, kMostSessions);
    std::vector<ListRow> rows;
    for (const app::SessionLine& line : sessions_) {
        ListRow row;
        row.title = toWx(line.patientName);
        row.right = toWx(line.day);
        row.lines = {toWx(line.excerpt)};
        rows.push_back(std::move(row));
    }
    sessionList_->setRows(std::move(rows));
    showCounts();
}

void PatientsPage::showPatients() {
    patients_ = app::findPatients(clinic_, typed_, kMostPatients,
                                  archived_->state(0) == ChipState::On ? app::Listing::Everything
                                                                       : app::Listing::Daily);
    std::vector<ListRow> rows;
    for (const app::PatientLine& line : patients_) {
        ListRow row;
        row.title = toWx(line.name);
        row.aside = line.preferredName.empty()
                        ? toWx(line.detail)
                        : said("called {1} · {2}", {line.preferredName, line.detail});
        row.lines = {!line.mergedInto.empty() ? toWx(line.mergedInto)
                     : line.complaint.empty() ? said("no open case")
                                              : toWx(line.complaint)};
        row.right = line.last.empty() ? said("no session yet") : said("last {1}", {line.last});
        row.badge = !line.mergedInto.empty() ? said("merged")
                    : line.archived          ? said("archived")
                                             : wxString{};
        rows.push_back(std::move(row));
    }
    patientList_->setRows(std::move(rows));
}

void PatientsPage::showDrafts() {
    drafts_ = typed_.empty() ? app::unsignedDrafts(clinic_) : std::vector<app::UnsignedDraft>{};
    std::vector<ListRow> rows;
    for (const app::UnsignedDraft& draft : drafts_) {
        ListRow row;
        row.title = toWx(draft.patientName);
        row.aside = toWx(draft.day + " · " + draft.complaint);
        row.right = said("waits for {1}", {draft.waiting});
        row.badge = said("Open");
        row.tone = Badge::Tone::Teal;
        rows.push_back(std::move(row));
    }
    draftHeading_->set(said("Not signed yet"),
                       drafts_.size() == 1
                           ? said("1 draft of yours")
                           : said("{1} drafts of yours", {std::to_string(drafts_.size())}));
    draftList_->setRows(std::move(rows));
    draftList_->growTo(kMostDraftsInSight);
    draftCard_->Show(!drafts_.empty());
    draftCard_->Layout();
}

void PatientsPage::showCounts() {
    heading_->set(said("Patients"), typed_.empty()
                                        ? said("most recently seen first")
                                        : said("{1} found", {std::to_string(patients_.size())}));
    nobody_->setText(typed_.empty() ? said("No patient yet. Add the first one with New patient.")
                                    : said("No patient's name matches “{1}”.", {typed_}));
    nobody_->Show(patients_.empty());
    sessionHeading_->set(said("In sessions"),
                         said("{1} found, newest first", {std::to_string(sessions_.size())}));
    sessionCard_->Show(!sessions_.empty());
    Layout();
    nobody_->GetParent()->Layout();
}

void PatientsPage::step(int by) {
    const int patients = patientList_->count();
    const int sessions = sessionList_->count();
    int now = patientList_->current() != RowList::kNone   ? patientList_->current()
              : sessionList_->current() != RowList::kNone ? patients + sessionList_->current()
                                                          : -1;
    now = std::clamp(now + by, 0, std::max(0, patients + sessions - 1));
    patientList_->setCurrent(now < patients ? now : RowList::kNone);
    sessionList_->setCurrent(now < patients ? RowList::kNone : now - patients);
}

void PatientsPage::openCurrent() {
    if (patientList_->current() != RowList::kNone) {
        patientList_->onOpen(patientList_->current());
    } else if (sessionList_->current() != RowList::kNone) {
        sessionList_->onOpen(sessionList_->current());
    }
}

void PatientsPage::askAbout(int row, wxPoint at) {
    const app::PatientLine line = patients_.at(static_cast<std::size_t>(row));
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
