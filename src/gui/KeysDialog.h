// SPDX-License-Identifier: MIT
#pragma once

#include "gui/FormDialog.h"

namespace palpate::app {
class Clinic;
}

namespace palpate::gui {

/// The keys of the screen one is on, on one card (F1): while one charts those of the session, of
/// the map and of any screen; else those of any screen and of the places.
class KeysDialog : public FormDialog {
public:
    /// `charting`: a session is on the screen. Keys of records only for `clinic`'s clinicians.
    KeysDialog(wxWindow* parent, const app::Clinic& clinic, bool charting);

private:
    /// A grid of keys and what they do, in a column of its own.
    wxFlexGridSizer* addColumn(wxSizer& row);
    void heading(wxFlexGridSizer& grid, const wxString& words);
    void key(wxFlexGridSizer& grid, const wxString& keys, const wxString& does);
    void addAnywhere(wxFlexGridSizer& grid, const app::Clinic& clinic);
    void addRecords(wxFlexGridSizer& grid);
    void addPages(wxFlexGridSizer& grid);
    void addSession(wxFlexGridSizer& grid);
    void addMap(wxFlexGridSizer& grid);
    void addPain(wxFlexGridSizer& grid);
    void addFinding(wxFlexGridSizer& grid);
    [[nodiscard]] std::vector<Message> accept() override { return {}; }
};

} // namespace palpate::gui
