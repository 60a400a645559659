// SPDX-License-Identifier: MIT
#include "gui/Workplace.h"

#include "app/Clinic.h"
#include "app/Duplicates.h"
#include "domain/Practitioner.h"
#include "gui/AccessStrip.h"
#include "gui/Bar.h"
#include "gui/ChartPage.h"
#include "gui/ClinicPage.h"
#include "gui/ContactDialog.h"
#include "gui/DocumentsPage.h"
#include "gui/Finder.h"
#include "gui/FlagBanner.h"
#include "gui/FormsPage.h"
#include "gui/Guarded.h"
#include "gui/HandOverPage.h"
#include "gui/HistoryPage.h"
#include "gui/NavButton.h"
#include "gui/OverviewPage.h"
#include "gui/PatientsPage.h"
#include "gui/Phrases.h"
#include "gui/ScreeningOffer.h"
#include "gui/SearchField.h"
#include "gui/SearchPage.h"
#include "gui/TopBar.h"

#include <wx/sizer.h>

namespace palpate::gui {

Workplace::Workplace(wxWindow* parent, app::Clinic& clinic, app::Prompter& prompter)
    : wxPanel{parent,
              wxID_ANY,
              wxDefaultPosition,
              wxDefaultSize,
              wxTAB_TRAVERSAL | wxBORDER_NONE,
              "workplace"},
      clinic_{clinic}, prompter_{prompter} {
    dressAsPanel(*this);
    auto* column = new wxBoxSizer{wxVERTICAL};
    bar_ = new TopBar{this, toWx(clinic.practitioner().displayName)};
    wireBar();
    column->Add(bar_, wxSizerFlags{}.Expand());
    unseen_ = new AccessStrip{this, "unseenEmergencies", said("Show them …")};
    unseen_->onPress = [this] { CallAfter([this] { guarded([&] { showEmergencies(); }); }); };
    column->Add(unseen_, wxSizerFlags{}.Expand());
    emergency_ = new AccessStrip{this, "emergencyStrip"};
    column->Add(emergency_, wxSizerFlags{}.Expand());
    banner_ = new FlagBanner{this};
    column->Add(banner_, wxSizerFlags{}.Expand());
    offer_ = new ScreeningOffer{this, "screeningOffer"};
    column->Add(offer_, wxSizerFlags{}.Expand());
    work_ = new wxPanel{
        this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE, "work"};
    dressAsPanel(*work_);
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    buildRail(*row);
    buildPages(*row);
    work_->SetSizer(row);
    column->Add(work_, wxSizerFlags{1}.Expand());
    handOver_ = new HandOverPage{this, clinic_, prompter_};
    column->Add(handOver_, wxSizerFlags{1}.Expand());
    SetSizer(column);
    wirePatients();
    wireOverview();
    wireFinding();
    wireForms();
    renderPatient();
    go(home());
}

Workplace::~Workplace() = default;

void Workplace::buildRail(wxSizer& row) {
    auto* rail = new Bar{work_, "rail", wxRIGHT};
    auto* column = new wxBoxSizer{wxVERTICAL};
    column->AddSpacer(FromDIP(8));
    const auto place = [&](Place which, const wxString& name, Icon icon, const wxString& words) {
        auto* button = new NavButton{rail, name, icon, words};
        button->onClick = [this, which] {
            go(which);
            if (which != Overview && which != Chart && which != Documents) {
                focusPlace(); // there the arrow keys go on along the rail
            }
        };
        column->Add(button,
                    wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(6)));
        rail_[which] = button;
    };
    place(Patients, "rail.patients", Icon::People, said("Patients"));
    place(Search, "rail.search", Icon::Search, said("Search"));
    place(Overview, "rail.overview", Icon::Person, said("Overview"));
    place(Chart, "rail.chart", Icon::Pen, said("Chart"));
    place(History, "rail.history", Icon::Clock, said("History"));
    place(Documents, "rail.documents", Icon::Page, said("Documents"));
    place(Forms, "rail.forms", Icon::Checklist, said("Forms"));
    column->AddStretchSpacer();
    place(Clinic, "rail.clinic", Icon::Shield, said("Clinic"));
    rail_[Patients]->Show(may(app::Right::SeePatients));
    rail_[Search]->Show(may(app::Right::ReadRecords));
    rail->SetSizer(column);
    rail->SetMinSize({FromDIP(dip::kRail), -1});
    row.Add(rail, wxSizerFlags{}.Expand());
}

void Workplace::buildPages(wxSizer& row) {
    book_ = new wxSimplebook{work_,         wxID_ANY,      wxDefaultPosition,
                             wxDefaultSize, wxBORDER_NONE, "places"};
    patients_ = new PatientsPage{book_, clinic_};
    wxWindow* search = nullptr;
    if (may(app::Right::ReadRecords)) {
        search = searchPage_ = new SearchPage{book_, clinic_, prompter_};
    } else {
        search = new wxPanel{book_, wxID_ANY}; // a place nobody goes to
    }
    overview_ = new OverviewPage{book_};
    chart_ = new ChartPage{book_, clinic_, prompter_};
    chart_->onSessionChanged = [this] { reloadPatient(); };
    chart_->onOpenSession = [this](const SessionId& id) { openSession(id); };
    history_ = new HistoryPage{book_, clinic_};
    history_->onOpen = [this](const SessionId& id) { openSession(id); };
    documents_ = new DocumentsPage{book_, clinic_, prompter_};
    documents_->onLeft = [this] { renderFlags(); };
    forms_ = new FormsPage{book_, clinic_, prompter_};
    clinicPage_ = new ClinicPage{book_, clinic_, prompter_};
    clinicPage_->onPatient = [this](const PatientId& id) { openPatient(id); };
    clinicPage_->onDestroyed = [this](const PatientId& id) { forgetPatient(id); };
    clinicPage_->onBackups = [this](const app::BackupsView& view) { renderBackups(view); };
    rail_[Clinic]->Show(!clinicPage_->isEmpty());
    for (wxWindow* page : std::initializer_list<wxWindow*>{
             patients_, search, overview_, chart_, history_, documents_, forms_, clinicPage_}) {
        book_->AddPage(page, {});
    }
    row.Add(book_, wxSizerFlags{1}.Expand());
}

void Workplace::wireBar() {
    bar_->onSignOut = [this] {
        flush();
        onSignOut();
    };
    bar_->onHideNames = [this] { hideOrShowNames(); };
    bar_->onLock = [this] { CallAfter([this] { onLock(); }); };
    bar_->onEditPatient = [this] { editPatient(); };
    bar_->onStart = [this] { startSession(); };
    if (may(app::Right::WriteRecords)) {
        bar_->onSnippets = [this] { editSnippets(); };
    }
    if (may(app::Right::ManageClinic)) {
        bar_->onClinicSettings = [this] { editClinic(); };
    }
    bar_->onMyPassword = [this] { changeOwnPassword(); };
    bar_->onMySecondFactor = [this] { changeOwnSecondFactor(); };
}

void Workplace::wirePatients() {
    patients_->onPatient = [this](const PatientId& id) { openPatient(id); };
    patients_->onNewPatient = [this] { newPatient(); };
    patients_->onChanged = [this](const PatientId&) { reloadPatient(); };
    patients_->onMerged = [this](const PatientId& goesOn) { openPatient(goesOn); };
    patients_->onRestrict = [this](const PatientId& id, const std::string& name) {
        restrictRecord(id, name);
    };
    patients_->onRequest = [this](const PatientId& id, const std::string& name) {
        takeRequest(id, name);
    };
    patients_->onExport = [this](const PatientId& id) { exportRecord(id); };
    patients_->onDestroy = [this](const PatientId& id) { destroyRecord(id); };
    patients_->onBackups = [this] { openClinicPlace("backups"); };
    patients_->onNotice = [this](const wxString& sentence) { onNotice(sentence); };
}

void Workplace::wireOverview() {
    overview_->onStart = [this] { startSession(); };
    overview_->onCase = [this](const CaseId& id) {
        flush();
        patient_->choose(id);
        session_.reset();
        chart_->close();
        renderPatient();
    };
    overview_->onSession = [this](const SessionId& id) { openSession(id); };
    overview_->onNewCase = [this] { newCase(); };
    overview_->onEditCase = [this] { editCase(); };
    overview_->onCloseCase = [this] { closeCase(); };
    overview_->onReopenCase = [this] { reopenCase(); };
    overview_->onReport = [this] { showReport(); };
    overview_->onHandover = [this] {
        go(Documents);
        documents_->make("handover");
    };
    overview_->onHelps = [this] {
        go(History);
        history_->showPane(app::HistoryPane::Helps);
    };
    overview_->onAddContact = [this] { addContact(); };
    overview_->onContact = [this](const app::ContactLine& line) {
        ContactReader{wxGetTopLevelParent(this), line}.ShowModal();
    };
    overview_->onUnmerge = [this](const PatientId& id) {
        guarded([&] {
            app::unmergePatient(clinic_, id);
            reloadPatient();
            overview_->focusFirst(); // the button that was pressed is gone
        });
    };
}

Workplace::Place Workplace::prepared(Place wanted) {
    if (wanted == Search && searchPage_) {
        searchPage_->renew();
        return Search;
    }
    if (wanted == Clinic && !clinicPage_->isEmpty()) {
        clinicPage_->renew();
        return Clinic;
    }
    if (wanted == Patients || wanted == Clinic || wanted == Search || !patient_) {
        if (home() == Patients) {
            patients_->reload();
        } else {
            clinicPage_->renew();
        }
        return home();
    }
    if (wanted == Documents) {
        documents_->show(patient_->view().id, patient_->chosenCase());
    } else if (wanted == History) {
        showHistory();
    } else if (wanted == Chart) {
        showChart();
        return session_ ? Chart : Overview;
    } else if (wanted == Forms) {
        forms_->show(patient_->view().id, patient_->chosenCase(), openDraft());
    }
    return wanted;
}

void Workplace::go(Place wanted) {
    flush();
    if (place_ == Chart && wanted != Chart) {
        reloadPatient();
    }
    const Place place = prepared(wanted);
    place_ = place;
    showStart();
    renderFlags();
    for (std::size_t i = 0; i < rail_.size(); ++i) {
        rail_[i]->setSelected(i == static_cast<std::size_t>(place));
    }
    book_->ChangeSelection(static_cast<std::size_t>(place));
    book_->GetCurrentPage()
        ->Layout(); // hidden pages are not laid out when something in them changes
}

void Workplace::showStart() {
    // Overview and chart have what leads to a session themselves.
    const bool wanted = patient_ && !patient_->view().cases.empty() &&
                        (place_ == History || place_ == Documents || place_ == Forms);
    bar_->setStart(wanted ? toWx(patient_->view().nextLabel) : wxString{});
}

void Workplace::showChart() {
    if (!patient_ || session_) {
        return;
    }
    // The draft one is at, else the latest session to read.
    const app::PatientView& view = patient_->view();
    const auto latest = view.draft              ? view.draft
                        : view.sessions.empty() ? std::nullopt
                                                : std::optional{view.sessions.front().id};
    if (latest) {
        chart_->open(*latest);
        session_ = latest;
    }
}

void Workplace::showHistory() {
    history_->show(patient_->view().id, patient_->chosenCase(), session_);
}

void Workplace::openSession(const SessionId& session) {
    const SessionId wanted{session}; // the caller's may lie in a list that is made anew
    try {
        chart_->open(wanted);
    } catch (...) {
        if (!chart_->presenter()) {
            session_.reset(); // the chart is empty now and may be filled again
        }
        throw;
    }
    session_ = wanted;
    // Bar, report, history and the next session are those of the case one looks at.
    const CaseId itsCase{chart_->presenter()->session().caseId};
    if (patient_->chosenCase() != itsCase) {
        patient_->choose(itsCase);
    }
    renderPatient();
    go(Chart);
    chart_->focusFirst();
}

void Workplace::reloadPatient() {
    if (patient_ && !isHandedOver()) { // taking back reloads
        patient_->reload();
        renderPatient();
    }
}

void Workplace::renderPatient() {
    const bool any = patient_ != nullptr;
    renewMask();
    bar_->render(any ? std::optional{patient_->view().bar} : std::nullopt);
    const bool hasSessions = any && !patient_->view().sessions.empty();
    rail_[Overview]->Show(any);
    rail_[Chart]->Show(hasSessions);
    rail_[History]->Show(hasSessions);
    rail_[Documents]->Show(hasSessions);
    rail_[Forms]->Show(any);
    rail_[Patients]->GetParent()->Layout();
    overview_->render(patient_.get());
    showStart();
    renderFlags();
    if (any && place_ == History) {
        showHistory();
    }
}

void Workplace::showReport() {
    go(Documents);
}

std::optional<SessionId> Workplace::openDraft() const {
    return patient_ ? patient_->view().draft : std::nullopt;
}

void Workplace::flush() {
    chart_->flush();
    forms_->flush();
    handOver_->flush();
}

void Workplace::saySaved() {
    flush();
    onNotice(said("Everything is saved already: Palpate stores each entry as you make it."));
}

bool Workplace::handleKey(const wxKeyEvent& event) {
    if (isHandedOver()) {
        return handOver_->swallows(event);
    }
    const int key = event.GetKeyCode();
    const bool control = event.GetModifiers() == wxMOD_CONTROL;
    if (control && key == 'K') {
        finder_->open();
    } else if (event.GetModifiers() == (wxMOD_CONTROL | wxMOD_SHIFT) && key == 'F' && searchPage_) {
        openSearch({});
    } else if (control && key == 'N' && may(app::Right::EditPatients)) {
        newPatient();
    } else if (control && key == 'S') {
        saySaved();
    } else if (control && key == 'H' && rail_[History]->IsShown()) {
        go(History);
        history_->focusFirst();
    } else if (key == WXK_F8 && !event.HasAnyModifiers() && patient_) {
        openForms();
    } else if (key == WXK_F7 && !event.HasAnyModifiers() && !clinicPage_->isEmpty()) {
        openClinicPlace();
    } else if (key == WXK_F2 && !event.HasAnyModifiers() && patient_) {
        startSession();
    } else if (key == WXK_F1) {
        showKeys();
    } else {
        return place_ == Chart && session_ && chart_->handleKey(event);
    }
    return true;
}

} // namespace palpate::gui
