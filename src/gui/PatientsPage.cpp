// SPDX-License-Identifier: MIT
#include "gui/PatientsPage.h"

#include "app/Clinic.h"
#include "domain/Text.h"
#include "gui/Card.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/SectionHeading.h"

#include <wx/sizer.h>

namespace palpate::gui {

namespace {

constexpr int kMostPatients = 200;
constexpr int kMostSessions = 50;

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
    auto* card = new Card{this, "patients.card", Card::Look::Raised, wxVERTICAL, 1};
    auto* top = new wxBoxSizer{wxHORIZONTAL};
    heading_ = new SectionHeading{card, "patients.heading", said("Patients")};
    top->Add(heading_, wxSizerFlags{1}.CentreVertical());
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
    card->content().Add(patientList_, wxSizerFlags{1}.Expand().Border(wxBOTTOM, FromDIP(8)));
    row->Add(card, wxSizerFlags{5}.Expand());

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
    row->Add(sessionCard_, wxSizerFlags{4}.Expand().Border(wxLEFT, FromDIP(14)));
    auto* padded = new wxBoxSizer{wxVERTICAL};
    padded->Add(row, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(16)));
    SetSizer(padded);
}

void PatientsPage::search(const wxString& typed) {
    typed_ = trimmed(fromWx(typed));
    reload();
    patientList_->setCurrent(typed_.empty() || patients_.empty() ? RowList::kNone : 0);
    sessionList_->setCurrent(patients_.empty() && !sessions_.empty() ? 0 : RowList::kNone);
}

void PatientsPage::reload() {
    patients_ = app::findPatients(clinic_, typed_, kMostPatients);
    std::vector<ListRow> rows;
    for (const app::PatientLine& line : patients_) {
        ListRow row;
        row.title = toWx(line.name);
        row.aside = toWx(line.detail);
        row.lines = {line.complaint.empty() ? said("no open case") : toWx(line.complaint)};
        row.right = line.last.empty() ? said("no session yet") : said("last {1}", {line.last});
        rows.push_back(std::move(row));
    }
    patientList_->setRows(std::move(rows));
    sessions_ = typed_.empty() ? std::vector<app::SessionLine>{}
                               : app::findSessions(clinic_, typed_, kMostSessions);
    rows.clear();
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

} // namespace palpate::gui
