// SPDX-License-Identifier: MIT
#include "gui/KeysDialog.h"

#include "gui/Phrases.h"
#include "gui/SectionHeading.h"

#include <vector>

namespace palpate::gui {

KeysDialog::KeysDialog(wxWindow* parent)
    : FormDialog{parent, "keys", said("Keys"), said("Close"), 560} {
    auto* grid = new wxFlexGridSizer{2, FromDIP(wxSize{24, 5})};
    grid->AddGrowableCol(1);
    const auto heading = [&](const wxString& words) {
        grid->AddSpacer(FromDIP(1));
        grid->Add(new SectionHeading{&ground(), "keys.heading", words},
                  wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(6)));
    };
    const auto key = [&](const wxString& keys, const wxString& does) {
        auto* left = new TextBlock{&ground(), "keys.key", keys, TextStyle::BodyStrong};
        left->SetMinSize({FromDIP(150), -1});
        grid->Add(left);
        grid->Add(new TextBlock{&ground(), "keys.does", does}, wxSizerFlags{}.Expand());
    };
    heading(said("Anywhere"));
    key("Ctrl K", said("search patients and sessions"));
    key("Ctrl N", said("new patient"));
    key("F2", said("start the next session, or go on with the open one"));
    key("Ctrl Z", said("undo; Ctrl Shift Z redoes"));
    key("Ctrl Enter", said("sign the session"));
    heading(said("On the body map"));
    key("/", said("place and rate a point by its name: r ql 6 a"));
    key(said("Arrows"), said("to the muscle beside; Enter marks a point in it"));
    key(",  .", said("to the point before, to the next one"));
    key(toWx("+  −  0"), said("zoom; 0 is the whole body while no point is chosen"));
    key(said("Ctrl arrows"), said("move the map; with Alt move a pointer, Enter clicks there"));
    key("[  ]", said("a layer higher, a layer deeper"));
    key("N S U B I E K F W", said("neck, shoulder, upper back, low back, hip, forearm, knee, foot, "
                                  "whole body; again for the other side; G lists all"));
    key(said("D  Menu"), said("the muscles beneath, to mark or to show"));
    key("P", said("paint pain, or mark points again"));
    key("Ctrl M", said("the list of muscles; Ctrl P prints the map"));
    heading(said("For the chosen point"));
    key(toWx("0 … 9  X"), said("tenderness; X is 10"));
    key("A  L  R", said("active, latent, resolved"));
    key("M", said("the same on the other side; with Shift the point itself goes there"));
    key(said("Delete"), said("take the point out of the session"));
    key("Esc", said("choose no point"));
    heading(said("While pain is painted"));
    key(",  .", said("a smaller, a larger brush"));
    key("M", said("the chosen area on the other side too"));
    key(said("Delete"), said("take the chosen area away"));
    key("Esc", said("drop the corners, choose no area, back to the points"));
    fields().Add(grid, wxSizerFlags{1}.Expand());
    cancelButton().Hide();
    finish(&acceptButton());
}

} // namespace palpate::gui
