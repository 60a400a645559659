// SPDX-License-Identifier: MIT
// Opening records in the workplace: also those that open only for some, what is said to whom one is
// closed, emergencies, and what patients ask to be changed.
#include "app/Amendments.h"
#include "app/Clinic.h"
#include "app/PatientAccess.h"
#include "app/Rights.h"
#include "domain/Error.h"
#include "gui/AccessStrip.h"
#include "gui/AmendmentDialog.h"
#include "gui/ChartPage.h"
#include "gui/ClosedDialog.h"
#include "gui/EmergenciesDialog.h"
#include "gui/FormsPage.h"
#include "gui/Guarded.h"
#include "gui/OverviewPage.h"
#include "gui/Phrases.h"
#include "gui/RequestsDialog.h"
#include "gui/RestrictionDialog.h"
#include "gui/SearchField.h"
#include "gui/TopBar.h"
#include "gui/Workplace.h"

namespace palpate::gui {

std::unique_ptr<app::PatientPresenter> Workplace::opened(const PatientId& patient) {
    try {
        return std::make_unique<app::PatientPresenter>(clinic_, patient);
    } catch (const RecordRestricted&) {
        const auto closed = app::closedView(clinic_, patient);
        if (!closed) {
            throw;
        }
        sayClosedSoon(*closed);
        return nullptr;
    }
}

void Workplace::openPatient(const PatientId& patient) {
    if (!may(app::Right::ReadRecords)) {
        if (const auto closed = app::closedView(clinic_, patient)) {
            sayClosedSoon(*closed);
        } else {
            editContact(patient);
        }
        return;
    }
    auto fresh = opened(patient);
    if (!fresh) {
        return;
    }
    flush();
    chart_->close();
    session_.reset();
    overview_->render(nullptr);
    forms_->close();
    laterFor_.reset();
    patient_ = std::move(fresh);
    bar_->search().setText({});
    renderPatient();
    go(Overview);
    overview_->focusFirst();
}

void Workplace::sayClosedSoon(const app::ClosedView& view) {
    // A dialog has its own event loop, which the handling of a key must not stand around.
    CallAfter([this, view] { guarded([&] { sayClosed(view); }); });
}

void Workplace::sayClosed(const app::ClosedView& view) {
    const bool isOpenNow =
        ClosedDialog{wxGetTopLevelParent(this), clinic_, view}.ShowModal() == wxID_OK &&
        view.hasEmergency;
    if (isOpenNow) {
        openPatient(view.patient);
    }
}

bool Workplace::renderAccess() {
    const bool isOpen = emergency_->render(
        patient_ ? toWx(app::emergencyBanner(clinic_, patient_->view().id)) : wxString{});
    const bool isTold =
        unseen_->render(toWx(app::emergencyNotice(app::unseenEmergencies(clinic_).size())));
    return isOpen || isTold;
}

void Workplace::showEmergencies() {
    flush();
    EmergenciesDialog dialog{wxGetTopLevelParent(this), clinic_};
    dialog.ShowModal();
    if (dialog.wanted()) {
        openPatient(*dialog.wanted());
    } else {
        renderFlags();
    }
}

void Workplace::restrictRecord(const PatientId& patient, const std::string& name) {
    flush();
    if (RestrictionDialog{wxGetTopLevelParent(this), clinic_, patient, name}.ShowModal() ==
        wxID_OK) {
        go(place_);
        onNotice(said("{1}: who may open the record is stored.", {name}));
    }
}

void Workplace::takeRequest(const PatientId& patient, const std::string& name) {
    flush();
    wxWindow* const parent = wxGetTopLevelParent(this);
    if (app::amendmentsOf(clinic_, patient).empty()) {
        if (AmendmentDialog{parent, clinic_, patient, name}.ShowModal() == wxID_OK) {
            onNotice(said("{1}: the request is taken down.", {name}));
        }
    } else {
        RequestsDialog{parent, clinic_, patient, name}.ShowModal();
    }
    chart_->renewRequests();
}

} // namespace palpate::gui
