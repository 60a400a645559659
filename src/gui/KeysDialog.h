// SPDX-License-Identifier: MIT
#pragma once

#include "gui/FormDialog.h"

namespace palpate::app {
class Clinic;
}

namespace palpate::gui {

/// A screen that has keys of its own.
enum class KeysOf { Patients, Search, Overview, Charting, History, Documents, Forms, Clinic };

/// The keys of the screen one is on, on one card (F1), and beside them those of any screen.
class KeysDialog : public FormDialog {
public:
    /// Keys of records only for `clinic`'s clinicians.
    KeysDialog(wxWindow* parent, const app::Clinic& clinic, KeysOf screen);

private:
    /// A grid of keys and what they do, in a column of its own.
    wxFlexGridSizer* addColumn(wxSizer& row);
    void heading(wxFlexGridSizer& grid, const wxString& words);
    void key(wxFlexGridSizer& grid, const wxString& keys, const wxString& does);
    void addAnywhere(wxFlexGridSizer& grid, const app::Clinic& clinic);
    /// Of a screen other than the chart.
    void addScreen(wxFlexGridSizer& grid, KeysOf screen);
    void addHistory(wxFlexGridSizer& grid);
    void addForms(wxFlexGridSizer& grid);
    void addSearch(wxFlexGridSizer& grid);
    void addPages(wxFlexGridSizer& grid);
    void addLists(wxFlexGridSizer& grid);
    void addTabs(wxFlexGridSizer& grid);
    void addSession(wxFlexGridSizer& grid);
    void addMap(wxFlexGridSizer& grid);
    void addPain(wxFlexGridSizer& grid);
    void addFinding(wxFlexGridSizer& grid);
    [[nodiscard]] std::vector<Message> accept() override { return {}; }
};

} // namespace palpate::gui
