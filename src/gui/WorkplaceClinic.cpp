// SPDX-License-Identifier: MIT
// The clinic's own place, and what is said of its backups elsewhere.
#include "app/Backups.h"
#include "gui/ClinicPage.h"
#include "gui/PatientsPage.h"
#include "gui/Phrases.h"
#include "gui/Workplace.h"

namespace palpate::gui {

void Workplace::openClinicPlace(const std::string& part) {
    go(Clinic);
    clinicPage_->choose(part);
    clinicPage_->focusFirst();
}

void Workplace::renderBackups(const app::BackupsView& view) {
    if (isDemonstration_) {
        return; // it is gone when it is closed
    }
    patients_->renderBackups(view, clinicPage_->has("backups"));
    if (view.alarm && view.alarm != toldAlarm_) {
        toldAlarm_ = view.alarm;
        onLoss(toWx(*view.alarm));
    }
}

} // namespace palpate::gui
