// SPDX-License-Identifier: MIT
// Whole records that leave the clinic, and records that end.
#include "app/Clinic.h"
#include "app/PatientPresenter.h"
#include "app/Prompter.h"
#include "app/RecordKeeping.h"
#include "gui/ChartPage.h"
#include "gui/FormsPage.h"
#include "gui/KeepingDialogs.h"
#include "gui/OverviewPage.h"
#include "gui/PatientsPage.h"
#include "gui/Phrases.h"
#include "gui/Workplace.h"

namespace palpate::gui {

void Workplace::exportRecord(const PatientId& patient) {
    const PatientId whose{patient}; // the caller's may lie in a list that is made anew
    flush();
    if (const auto folder =
            exportWholeRecord(wxGetTopLevelParent(this), clinic_, prompter_, whose)) {
        onNotice(said("The whole record is in {1}.", {folder->string()}));
    }
}

void Workplace::destroyRecord(const PatientId& patient) {
    const PatientId whose{patient};
    flush();
    DestroyDialog dialog{wxGetTopLevelParent(this), clinic_, prompter_,
                         app::RecordKeeping{clinic_}.recordOf(whose)};
    if (dialog.ShowModal() == wxID_OK && dialog.destroyed()) {
        forgetPatient(whose);
        patients_->reload();
        onNotice(said("The record is destroyed. The certificate is {1}.",
                      {dialog.destroyed()->certificate.string()}));
    }
}

void Workplace::forgetPatient(const PatientId& patient) {
    if (!patient_ || patient_->view().id != patient) {
        return;
    }
    chart_->close();
    session_.reset();
    overview_->render(nullptr);
    forms_->close();
    laterFor_.reset();
    patient_.reset();
    renderPatient();
}

} // namespace palpate::gui
