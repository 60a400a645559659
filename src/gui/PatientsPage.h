// SPDX-License-Identifier: MIT
#pragma once

#include "app/PatientList.h"
#include "gui/RowList.h"
#include "gui/TextBlock.h"

#include <wx/panel.h>

#include <functional>
#include <string>
#include <vector>

namespace palpate::app {
class Clinic;
}

namespace palpate::gui {

class Card;
class PillButton;
class SectionHeading;

/// The clinic's patients, and while something is typed the sessions that hold the words too. Moved
/// from the search field or by itself. The clinic must outlive it.
class PatientsPage : public wxPanel {
public:
    PatientsPage(wxWindow* parent, app::Clinic& clinic);

    std::function<void(const PatientId&)> onPatient;
    std::function<void(const PatientId&, const SessionId&)> onSession;
    std::function<void()> onNewPatient;

    void search(const wxString& typed);
    void reload();     ///< the same search again
    void step(int by); ///< the current row, over both lists
    void openCurrent();

private:
    void showCounts();

    app::Clinic& clinic_;
    std::string typed_;
    std::vector<app::PatientLine> patients_;
    std::vector<app::SessionLine> sessions_;

    SectionHeading* heading_; ///< children of this window, as all below
    RowList* patientList_;
    TextBlock* nobody_;
    Card* sessionCard_;
    SectionHeading* sessionHeading_;
    RowList* sessionList_;
    PillButton* newPatient_;
};

} // namespace palpate::gui
