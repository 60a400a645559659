// SPDX-License-Identifier: MIT
#include "gui/RecoveryKeyDialog.h"

#include "gui/Phrases.h"

#include <wx/clipbrd.h>

namespace palpate::gui {

RecoveryKeyDialog::RecoveryKeyDialog(wxWindow* parent, const std::string& key)
    : FormDialog{parent, "recoveryKey", said("The recovery key"), said("I have written it down"),
                 640} {
    fields().Add(
        new TextBlock{
            &ground(), "recoveryKey.meaning",
            said("Whoever forgets the password opens the clinic with this key, and only with it. "
                 "It is "
                 "shown this once and kept nowhere: write it on paper and lock it away.")},
        wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(14)));
    auto* field = addField(*addRow(), "recoveryKey.key", said("Recovery key"), 1,
                           wxTE_READONLY | wxTE_CENTRE);
    wxFont large = font(TextStyle::Heading);
    large.SetFamily(wxFONTFAMILY_TELETYPE);
    field->SetFont(large);
    field->ChangeValue(toWx(key));
    field->SetMinSize({-1, FromDIP(48)});
    auto* copy = new PillButton{&ground(), "recoveryKey.copy", said("Copy"),
                                PillButton::Kind::Secondary, PillButton::Size::Compact};
    copy->onClick = [text = toWx(key)] {
        if (wxTheClipboard->Open()) {
            wxTheClipboard->SetData(new wxTextDataObject{text}); // the clipboard takes it
            wxTheClipboard->Close();
        }
    };
    fields().Add(copy, wxSizerFlags{}.Border(wxBOTTOM, FromDIP(4)));
    cancelButton().Hide();
    // Leaving by Escape or the frame's cross would lose the key unseen.
    Bind(wxEVT_CLOSE_WINDOW, [](wxCloseEvent& event) { event.Veto(); });
    Bind(wxEVT_CHAR_HOOK, [](wxKeyEvent& event) {
        if (event.GetKeyCode() != WXK_ESCAPE) {
            event.Skip();
        }
    });
    finish(&acceptButton());
}

} // namespace palpate::gui
