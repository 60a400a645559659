// SPDX-License-Identifier: MIT
// Where the keys are heard in each place of the workplace.
#include "gui/ChartPage.h"
#include "gui/ClinicPage.h"
#include "gui/DocumentsPage.h"
#include "gui/FormsPage.h"
#include "gui/HistoryPage.h"
#include "gui/OverviewPage.h"
#include "gui/PatientsPage.h"
#include "gui/SearchField.h"
#include "gui/SearchPage.h"
#include "gui/TopBar.h"
#include "gui/Workplace.h"

namespace palpate::gui {

void Workplace::focusSearch() {
    bar_->search().focusAndSelect();
}

void Workplace::focusPlace() {
    switch (place_) {
    case Patients:
        focusSearch();
        break;
    case Search:
        searchPage_->focusField();
        break;
    case Overview:
        overview_->focusFirst();
        break;
    case Chart:
        chart_->focusFirst();
        break;
    case History:
        history_->focusFirst();
        break;
    case Documents:
        documents_->SetFocus();
        break;
    case Forms:
        forms_->focusFirst();
        break;
    case Clinic:
        clinicPage_->focusFirst();
        break;
    }
}

} // namespace palpate::gui
