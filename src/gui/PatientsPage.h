// SPDX-License-Identifier: MIT
#pragma once

#include "app/PatientList.h"
#include "app/UnsignedDrafts.h"
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
class ChipGroup;
class PillButton;
class SectionHeading;

/// The clinic's patients, above them what was begun and never signed, and while something is typed
/// the sessions that hold the words too. Moved from the search field or by itself. The clinic must
/// outlive it.
class PatientsPage : public wxPanel {
public:
    PatientsPage(wxWindow* parent, app::Clinic& clinic);

    std::function<void(const PatientId&)> onPatient;
    std::function<void(const PatientId&, const SessionId&)> onSession;
    std::function<void()> onNewPatient;
    /// A record was archived, restored or parted from the one it was merged into.
    std::function<void(const PatientId&)> onChanged;
    /// Two records became one: the one that is closed, the one that goes on.
    std::function<void(const PatientId& goesOn)> onMerged;
    std::function<void(const wxString&)> onNotice; ///< one sentence to show in passing

    void search(const wxString& typed);
    void reload();     ///< the same search again
    void step(int by); ///< the current row, over both lists
    void openCurrent();

private:
    void buildDrafts(wxSizer& column);
    void buildPatients(wxSizer& column);
    void buildSessions(wxSizer& row);
    void showPatients();
    void showDrafts();
    void showCounts();
    void askAbout(int row, wxPoint at);
    void archive(const app::PatientLine& line);
    void restore(const app::PatientLine& line);
    void merge(const app::PatientLine& line);
    void part(const app::PatientLine& line);

    app::Clinic& clinic_;
    std::string typed_;
    std::vector<app::PatientLine> patients_;
    std::vector<app::SessionLine> sessions_;
    std::vector<app::UnsignedDraft> drafts_;

    Card* draftCard_ = nullptr; ///< children of this window, as all below
    SectionHeading* draftHeading_ = nullptr;
    RowList* draftList_ = nullptr;
    SectionHeading* heading_ = nullptr;
    ChipGroup* archived_ = nullptr;
    RowList* patientList_ = nullptr;
    TextBlock* nobody_ = nullptr;
    Card* sessionCard_ = nullptr;
    SectionHeading* sessionHeading_ = nullptr;
    RowList* sessionList_ = nullptr;
    PillButton* newPatient_ = nullptr;
};

} // namespace palpate::gui
