// SPDX-License-Identifier: MIT
#include "gui/KeysDialog.h"

#include "app/Rights.h"
#include "gui/Phrases.h"
#include "gui/SectionHeading.h"

namespace palpate::gui {

namespace {

constexpr int kColumn = 400;       ///< DIP
constexpr int kNarrowColumn = 384; ///< of three beside each other, in a window of 1280
constexpr int kGap = 20;           ///< between them
constexpr int kKeys = 100;         ///< of a column, the keys

[[nodiscard]] wxString titleOf(KeysOf screen) {
    switch (screen) {
    case KeysOf::Patients:
        return said("Keys of the patients’ page");
    case KeysOf::Search:
        return said("Keys of the search page");
    case KeysOf::Overview:
        return said("Keys of the overview");
    case KeysOf::Charting:
        return said("Keys while charting");
    case KeysOf::History:
        return said("Keys of the history");
    case KeysOf::Documents:
        return said("Keys of reports and documents");
    case KeysOf::Forms:
        return said("Keys of the forms");
    case KeysOf::Clinic:
        break;
    }
    return said("Keys of the clinic’s page");
}

} // namespace

KeysDialog::KeysDialog(wxWindow* parent, const app::Clinic& clinic, KeysOf screen)
    : FormDialog{parent, "keys", titleOf(screen), said("Close"),
                 screen == KeysOf::Charting ? 3 * kNarrowColumn + 2 * kGap + 40
                                            : 2 * kColumn + kGap + 40} {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    wxFlexGridSizer* const first = addColumn(*row);
    if (screen == KeysOf::Charting) { // what one came for first, and nothing of other screens
        addSession(*first);
        addFinding(*first);
        row->AddSpacer(FromDIP(kGap));
        addMap(*addColumn(*row));
        row->AddSpacer(FromDIP(kGap));
        wxFlexGridSizer* const last = addColumn(*row);
        addPain(*last);
        addAnywhere(*last, clinic);
    } else {
        addScreen(*first, screen);
        row->AddSpacer(FromDIP(kGap));
        addAnywhere(*addColumn(*row), clinic);
    }
    fields().Add(row, wxSizerFlags{1}.Expand());
    cancelButton().Hide();
    finish(&acceptButton());
}

wxFlexGridSizer* KeysDialog::addColumn(wxSizer& row) {
    auto* grid = new wxFlexGridSizer{2, FromDIP(wxSize{14, 4})};
    grid->AddGrowableCol(1);
    row.Add(grid, wxSizerFlags{1}.Top());
    return grid;
}

void KeysDialog::heading(wxFlexGridSizer& grid, const wxString& words) {
    grid.AddSpacer(FromDIP(1));
    grid.Add(new SectionHeading{&ground(), "keys.heading", words},
             wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(6)));
}

void KeysDialog::key(wxFlexGridSizer& grid, const wxString& keys, const wxString& does) {
    auto* left = new TextBlock{&ground(), "keys.key", keys, TextStyle::ControlStrong};
    left->SetMinSize({FromDIP(kKeys), -1});
    grid.Add(left);
    grid.Add(new TextBlock{&ground(), "keys.does", does, TextStyle::Control},
             wxSizerFlags{}.Expand());
}

void KeysDialog::addAnywhere(wxFlexGridSizer& grid, const app::Clinic& clinic) {
    const bool reads = app::may(clinic, app::Right::ReadRecords);
    heading(grid, said("Anywhere"));
    key(grid, "Ctrl K",
        reads ? said("find patients, sessions, points, documents, commands")
        : app::may(clinic, app::Right::SeePatients) ? said("find patients and commands")
                                                    : said("find commands"));
    if (reads) {
        key(grid, "Ctrl Shift F", said("search in all sessions"));
    }
    if (app::may(clinic, app::Right::EditPatients)) {
        key(grid, "Ctrl N", said("new patient"));
    }
    if (reads) {
        key(grid, "F2", said("start the next session, or go on with the open one"));
        key(grid, "Ctrl H", said("the patient's history"));
        key(grid, "F8", said("the patient's forms"));
    }
    key(grid, "F7", said("the clinic: backups, check, audit trail"));
    key(grid, "Ctrl L", said("lock the screen"));
    key(grid, "F12", said("names as initials on the screen, and back"));
    key(grid, "F1", said("these keys"));
}

void KeysDialog::addScreen(wxFlexGridSizer& grid, KeysOf screen) {
    switch (screen) {
    case KeysOf::Search:
        addSearch(grid);
        break;
    case KeysOf::History:
        return addHistory(grid);
    case KeysOf::Documents:
        addPages(grid);
        break;
    case KeysOf::Forms:
        addForms(grid);
        break;
    case KeysOf::Patients:
    case KeysOf::Clinic:
        addTabs(grid);
        break;
    case KeysOf::Overview:
    case KeysOf::Charting:
        break;
    }
    addLists(grid);
}

void KeysDialog::addLists(wxFlexGridSizer& grid) {
    heading(grid, said("In a list"));
    key(grid, toWx("↑  ↓"), said("to the row above, below; Home, End: the first, the last"));
    key(grid, said("Enter"), said("open the row, or choose it"));
    key(grid, said("Menu"), said("what else can be done with it; also Shift F10"));
}

void KeysDialog::addTabs(wxFlexGridSizer& grid) {
    heading(grid, said("On the tabs and day’s lists"));
    key(grid, said("Arrows"), said("to another one"));
}

void KeysDialog::addSearch(wxFlexGridSizer& grid) {
    heading(grid, said("In the line of the search"));
    key(grid, said("Ctrl Space"), said("what can stand here; Tab or Enter takes one"));
    key(grid, toWx("↓"), said("to what was found"));
    key(grid, "Esc", said("fold the proposals, or empty the line"));
}

void KeysDialog::addHistory(wxFlexGridSizer& grid) {
    heading(grid, said("In the list of sessions"));
    key(grid, toWx("↑  →, ↓  ←"), said("to the newer session, to the older one"));
    key(grid, said("Space"), said("tick a session; two ticked ones are compared"));
    key(grid, said("Enter"), said("open the session on the chart"));
    heading(grid, said("In the lives of the points"));
    key(grid, toWx("↑  ↓"), said("to the point above, below"));
    key(grid, toWx("←  →"), said("to its session before, to the next one"));
    key(grid, said("Enter"), said("open that session"));
}

void KeysDialog::addForms(wxFlexGridSizer& grid) {
    heading(grid, said("In a form"));
    key(grid, said("Tab  Enter"), said("to the next question"));
    key(grid, "Y  N", said("yes, no; Backspace: not asked"));
    key(grid, toWx("1 … 9"), said("the first, the second … of the choices"));
    key(grid, said("Ctrl Enter"), said("complete the form"));
}

void KeysDialog::addPages(wxFlexGridSizer& grid) {
    heading(grid, said("Pages of a report"));
    key(grid, said("Page Up, Page Down"),
        said("go through the pages; Home, End: the first, the last"));
    key(grid, said("+ and −, 0, 1"), said("zoom; as wide as the window; the whole page"));
}

void KeysDialog::addSession(wxFlexGridSizer& grid) {
    heading(grid, said("In the session"));
    key(grid, said("F6  Shift F6"), said("to the next section, to the one before"));
    key(grid, "F3", said("to the next point that is to be settled"));
    key(grid, said("Ctrl Enter"), said("all others are unchanged"));
    key(grid, "F4", said("start or stop the timer of held pressure"));
    key(grid, "F9", said("sign"));
    key(grid, "Ctrl Z", said("undo; Ctrl Shift Z redoes"));
    key(grid, said("Arrows, Space"), said("go through chips and press them"));
    key(grid, toWx("0 … 9  X"), said("on a strip: the score, X is the highest; Backspace clears"));
    key(grid, toWx("←  →  Space"), said("on a strip: to a score, and enter it"));
    key(grid, toWx("Ctrl →"), said("in an empty paragraph: take last time's text"));
    key(grid, ";ql", said("and a blank: your snippet ql"));
    heading(grid, said("In the list of points"));
    key(grid, "S  B  W  G", said("still, better, worse, gone"));
    key(grid, toWx("0 … 9  X"), said("tenderness; X is 10"));
    key(grid, "Enter", said("open the point's card, or close it"));
    key(grid, toWx("↑  ↓"), said("to the point above, below"));
    key(grid, said("Delete"), said("take the point out; also a motion or test in its list"));
}

void KeysDialog::addFinding(wxFlexGridSizer& grid) {
    heading(grid, said("In a line that finds something"));
    key(grid, toWx("↑  ↓  Enter"), said("choose one; Tab takes its words, Esc empties the line"));
}

void KeysDialog::addMap(wxFlexGridSizer& grid) {
    heading(grid, said("On the body map"));
    key(grid, "/", said("place and rate a point by its name: r ql 6 a"));
    key(grid, said("Arrows"), said("to the muscle beside; Enter marks a point in it"));
    key(grid, ",  .", said("to the point before, to the next one"));
    key(grid, toWx("+  −  0"), said("zoom; 0 is the whole body while no point is chosen"));
    key(grid, said("Ctrl arrows"), said("move the map; with Alt a pointer, Enter clicks there"));
    key(grid, "[  ]", said("a layer higher, a layer deeper"));
    key(grid, "N S U B I E K F W",
        said("neck, shoulder, upper back, low back, hip, forearm, knee, "
             "foot, whole body; again: other side; G lists all"));
    key(grid, said("D  Menu"), said("the muscles beneath, to mark or to show"));
    key(grid, "P", said("paint pain, or mark points again"));
    key(grid, "Ctrl M", said("the list of muscles; Ctrl P prints the map"));
    heading(grid, said("For the chosen point"));
    key(grid, toWx("0 … 9  X"), said("tenderness; X is 10"));
    key(grid, "A  L  R", said("active, latent, resolved"));
    key(grid, "M", said("the same on the other side; with Shift the point goes there"));
    key(grid, said("Delete"), said("take the point out of the session"));
    key(grid, "Esc", said("choose no point"));
}

void KeysDialog::addPain(wxFlexGridSizer& grid) {
    heading(grid, said("While pain is painted"));
    key(grid, ",  .", said("a smaller, a larger brush"));
    key(grid, "M", said("the chosen area on the other side too"));
    key(grid, said("Delete"), said("take the chosen area away"));
    key(grid, "Esc", said("drop the corners, choose no area, back to the points"));
}

} // namespace palpate::gui
