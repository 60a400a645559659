// SPDX-License-Identifier: MIT
#pragma once

#include "app/ClinicLists.h"
#include "app/PatientList.h"
#include "gui/RowList.h"
#include "gui/TextBlock.h"

#include <wx/panel.h>

#include <functional>
#include <string>
#include <vector>

namespace palpate::app {
class Clinic;
struct BackupsView;
} // namespace palpate::app

namespace palpate::gui {

class BackupStrip;
class ChipGroup;
class DayLists;
class PillButton;
class SearchField;
class SectionHeading;

/// Where a day begins: what waits in the clinic, and beside it all patients, in a list that can be
/// narrowed. The clinic must outlive it.
class PatientsPage : public wxPanel {
public:
    PatientsPage(wxWindow* parent, app::Clinic& clinic);

    std::function<void(const PatientId&)> onPatient;
    std::function<void(const app::ClinicListRow&)> onWaiting; ///< one of what waits
    std::function<void()> onNewPatient;
    /// A record was archived, restored or parted from the one it was merged into.
    std::function<void(const PatientId&)> onChanged;
    /// Two records became one: the one that is closed, the one that goes on.
    std::function<void(const PatientId& goesOn)> onMerged;
    /// Who may open the record is to be set, or what the patient asks to be changed taken down.
    std::function<void(const PatientId&, const std::string& name)> onRestrict;
    std::function<void(const PatientId&, const std::string& name)> onRequest;
    /// The whole record is to be given out, or to end.
    std::function<void(const PatientId&)> onExport;
    std::function<void(const PatientId&)> onDestroy;
    std::function<void()> onBackups;               ///< to the backups
    std::function<void(const wxString&)> onNotice; ///< one sentence to show in passing

    /// How old the newest backup is, and what is wrong with them; `mayShow`: the person may go
    /// there.
    void renderBackups(const app::BackupsView& view, bool mayShow);
    void reload(); ///< lists and patients as they are now

private:
    void buildLists(wxSizer& row);
    void buildPatients(wxSizer& column);
    void reloadPatients();
    void showPatients();
    void askAbout(int row, wxPoint at);
    void archive(const app::PatientLine& line);
    void restore(const app::PatientLine& line);
    void merge(const app::PatientLine& line);
    void part(const app::PatientLine& line);
    void restrict(const app::PatientLine& line) { onRestrict(line.id, line.name); }
    void request(const app::PatientLine& line) { onRequest(line.id, line.name); }
    void exportRecord(const app::PatientLine& line) { onExport(line.id); }
    void destroy(const app::PatientLine& line) { onDestroy(line.id); }

    app::Clinic& clinic_;
    std::string typed_; ///< what narrows the patients
    std::vector<app::PatientLine> patients_;

    BackupStrip* strip_ = nullptr; ///< children of this window, as all below
    TextBlock* newestBackup_ = nullptr;
    DayLists* lists_ = nullptr;
    TextBlock* nothing_ = nullptr; ///< instead of the lists, when nothing waits
    SectionHeading* heading_ = nullptr;
    SearchField* find_ = nullptr;
    ChipGroup* archived_ = nullptr;
    RowList* patientList_ = nullptr;
    TextBlock* nobody_ = nullptr;
    PillButton* newPatient_ = nullptr;
};

} // namespace palpate::gui
