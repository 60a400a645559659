// SPDX-License-Identifier: MIT
// How the workplace hides whose record is on the screen.
#include "app/NameMask.h"
#include "gui/Privacy.h"
#include "gui/TopBar.h"
#include "gui/Workplace.h"

namespace palpate::gui {

void Workplace::hideOrShowNames() {
    if (areNamesHidden()) {
        hideNames({});
    } else {
        maskedFor_.clear();
        hideNames([](const std::string& text) { return text; });
        renewMask();
    }
    bar_->showHidden(areNamesHidden());
}

void Workplace::renewMask() {
    if (!areNamesHidden()) {
        return;
    }
    std::string who = "nobody";
    if (patient_) {
        const app::PatientView& view = patient_->view();
        who = view.id.text() + view.bar.name + view.bar.preferredName;
    }
    if (who == maskedFor_) {
        return; // all patients are read for it
    }
    app::NameMask mask = app::maskOfEverybody(clinic_);
    if (patient_) {
        app::addPatient(mask, clinic_, patient_->view().id);
    }
    maskedFor_ = who;
    hideNames([mask = std::move(mask)](const std::string& text) { return mask.masked(text); });
    bar_->showHidden(true); // also when they were hidden before this person signed in
}

} // namespace palpate::gui
