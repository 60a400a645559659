// SPDX-License-Identifier: MIT
// What the workplace does with patients, cases and the clinic's settings, and for whom.
#include "app/Clinic.h"
#include "app/LeftOpen.h"
#include "app/Prompter.h"
#include "app/RecordForms.h"
#include "app/SessionPresenter.h"
#include "gui/CaseDialog.h"
#include "gui/ChartPage.h"
#include "gui/ClinicDialog.h"
#include "gui/ClosingDialog.h"
#include "gui/ContactDialog.h"
#include "gui/MyAccess.h"
#include "gui/OverviewPage.h"
#include "gui/PatientDialog.h"
#include "gui/Phrases.h"
#include "gui/SnippetsDialog.h"
#include "gui/Workplace.h"

namespace palpate::gui {

bool Workplace::may(app::Right right) const {
    return app::may(clinic_, right);
}

Workplace::Place Workplace::home() const {
    return may(app::Right::SeePatients) ? Patients : Clinic;
}

void Workplace::startSession() {
    if (!patient_) {
        return;
    }
    if (!patient_->chosenCase()) {
        newCase();
        return;
    }
    flush();
    if (const auto question = patient_->view().reopenQuestion) {
        if (!prompter_.confirm(*question, {tr("Open it again"), {}})) {
            return;
        }
        patient_->reopen();
    }
    const SessionId session = patient_->startSession();
    if (session_ == session && chart_->presenter()) { // it is open: one goes on where one is
        if (place_ != Chart) {
            go(Chart);
        }
        return;
    }
    patient_->reload();
    openSession(session);
}

void Workplace::newPatient() {
    flush();
    PatientDialog dialog{wxGetTopLevelParent(this), clinic_};
    if (dialog.ShowModal() != wxID_OK || !dialog.patient()) {
        return;
    }
    if (may(app::Right::ReadRecords)) {
        openPatient(*dialog.patient());
    } else {
        go(Patients);
        onNotice(said("The patient is added."));
    }
}

void Workplace::editContact(const PatientId& patient) {
    const PatientId whose{patient}; // the caller's may lie in a list that is made anew
    const auto read = [this, whose] { return app::contactToEdit(clinic_, whose); };
    PatientDialog dialog{wxGetTopLevelParent(this), clinic_, read(), read};
    if (dialog.ShowModal() == wxID_OK) {
        go(Patients);
    }
}

void Workplace::editPatient() {
    if (!patient_) {
        return;
    }
    flush();
    reloadPatient();
    PatientDialog dialog{wxGetTopLevelParent(this), clinic_, patient_->patient(), [this] {
                             patient_->reload();
                             return patient_->patient();
                         }};
    if (dialog.ShowModal() == wxID_OK) {
        reloadPatient();
        if (app::SessionPresenter* const open = chart_->presenter()) {
            open->reloadPatient(); // its cautions follow from the alerts
        }
    }
}

void Workplace::newCase() {
    flush();
    CaseDialog dialog{wxGetTopLevelParent(this), clinic_, patient_->view().id};
    if (dialog.ShowModal() == wxID_OK && dialog.stored()) {
        patient_->reload();
        patient_->choose(*dialog.stored());
        session_.reset();
        chart_->close();
        renderPatient();
        go(Overview);
        overview_->focusFirst();
    }
}

void Workplace::editCase() {
    const Case* const record = freshCase();
    if (!record) {
        return;
    }
    CaseDialog dialog{wxGetTopLevelParent(this), clinic_, *record, [this] { return *freshCase(); }};
    if (dialog.ShowModal() == wxID_OK) {
        caseChanged();
    }
}

const Case* Workplace::freshCase() {
    flush();
    reloadPatient();
    return patient_ ? patient_->chosenRecord() : nullptr;
}

void Workplace::closeCase() {
    const Case* const record = freshCase();
    if (record &&
        ClosingDialog{wxGetTopLevelParent(this), clinic_, *record}.ShowModal() == wxID_OK) {
        caseChanged();
    }
}

void Workplace::reopenCase() {
    flush();
    patient_->reopen();
    caseChanged();
}

void Workplace::caseChanged() {
    const auto chosen = patient_->chosenCase();
    patient_->reload();
    if (chosen) {
        patient_->choose(*chosen);
    }
    renderPatient();
    overview_->focusFirst(); // the button that was pressed may be gone
}

void Workplace::addContact() {
    flush();
    const auto chosen = patient_ ? patient_->chosenCase() : std::nullopt;
    if (chosen &&
        ContactDialog{wxGetTopLevelParent(this), clinic_, *chosen}.ShowModal() == wxID_OK) {
        reloadPatient();
    }
}

void Workplace::editSnippets() {
    flush();
    SnippetsDialog{wxGetTopLevelParent(this), clinic_}.ShowModal();
}

void Workplace::editClinic() {
    flush();
    if (ClinicDialog{wxGetTopLevelParent(this), clinic_, prompter_}.ShowModal() == wxID_OK) {
        onClinicChanged();
        if (place_ == Documents) { // its pages have another head now
            go(Documents);
        }
    }
}

void Workplace::changeOwnPassword() {
    flush();
    if (const auto done = changeMyPassword(wxGetTopLevelParent(this), clinic_); !done.empty()) {
        onNotice(done);
    }
}

void Workplace::changeOwnSecondFactor() {
    flush();
    const auto done = changeMySecondFactor(wxGetTopLevelParent(this), clinic_, prompter_);
    if (!done.empty()) {
        onNotice(done);
    }
}

void Workplace::openLeftOpen() {
    const auto left = app::leftOpen(clinic_);
    if (!left) {
        return;
    }
    chart_->open(*left); // says whose it is
    openPatient(PatientId{chart_->presenter()->session().patient});
    openSession(*left);
    onNews(said("Palpate ended unexpectedly. This is the session you were at, as you left it: "
                "nothing that you entered is lost."));
}

} // namespace palpate::gui
