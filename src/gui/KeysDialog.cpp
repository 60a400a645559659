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
    key(toWx("+  −"), said("zoom; so does the wheel"));
    key("0", said("the whole body, while no point is chosen"));
    key(said("Arrows"), said("move the map; with Ctrl move a pointer, Enter clicks there"));
    key("[  ]", said("a layer higher, a layer deeper"));
    heading(said("For the chosen point"));
    key(toWx("0 … 9  X"), said("tenderness; X is 10"));
    key("A  L  R", said("active, latent, resolved"));
    key(said("Delete"), said("take the point out of the session"));
    key("Esc", said("choose no point"));
    fields().Add(grid, wxSizerFlags{1}.Expand());
    cancelButton().Hide();
    finish(&acceptButton());
}

} // namespace palpate::gui
