// SPDX-License-Identifier: MIT
#include "gui/RecoveryKeyDialog.h"

#include "app/Prompter.h"
#include "domain/Error.h"
#include "gui/Phrases.h"
#include "gui/Printouts.h"

#include <wx/clipbrd.h>

namespace palpate::gui {

RecoveryKeyDialog::RecoveryKeyDialog(wxWindow* parent, app::RecoverySheet sheet,
                                     const app::DataPaths& paths, app::Prompter& prompter)
    : FormDialog{parent, "recoveryKey", said("The recovery key"), said("I have written it down"),
                 640},
      sheet_{std::move(sheet)}, paths_{paths}, prompter_{prompter} {
    fields().Add(
        new TextBlock{
            &ground(), "recoveryKey.meaning",
            said("Whoever forgets the password opens the clinic with this key, and only with it. "
                 "It is shown this once and kept nowhere: print its sheet or write it on paper, "
                 "and lock it away.")},
        wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(14)));
    auto* field = addField(*addRow(), "recoveryKey.key", said("Recovery key"), 1,
                           wxTE_READONLY | wxTE_CENTRE);
    wxFont large = font(TextStyle::Heading);
    large.SetFamily(wxFONTFAMILY_TELETYPE);
    field->SetFont(large);
    field->ChangeValue(toWx(sheet_.key));
    field->SetMinSize({-1, FromDIP(48)});
    buildWays();
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

void RecoveryKeyDialog::buildWays() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    const auto button = [&](const wxString& name, const wxString& words,
                            std::function<void()> act) {
        auto* made = new PillButton{&ground(), name, words};
        made->onClick = std::move(act);
        row->Add(made, wxSizerFlags{}.Border(wxRIGHT, FromDIP(8)));
    };
    button("recoveryKey.print", said("Print the sheet …"), [this] { print(); });
    button("recoveryKey.save", said("Save as PDF …"), [this] { save(); });
    button("recoveryKey.copy", said("Copy"), [text = toWx(sheet_.key)] {
        if (wxTheClipboard->Open()) {
            wxTheClipboard->SetData(new wxTextDataObject{text}); // the clipboard takes it
            wxTheClipboard->Close();
        }
    });
    fields().Add(row, wxSizerFlags{}.Border(wxBOTTOM, FromDIP(4)));
    told_ =
        new TextBlock{&ground(), "recoveryKey.told", {}, TextStyle::Control, TextBlock::Ink::Good};
    fields().Add(told_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(6)));
    fields().Hide(told_);
}

void RecoveryKeyDialog::tell(const wxString& sentence) {
    told_->setText(sentence);
    fields().Show(told_, !sentence.empty());
    refit();
}

void RecoveryKeyDialog::save() {
    const auto file = prompter_.chooseSaveFile({tr("Save the sheet of the recovery key"), {}},
                                               "recovery-key.pdf");
    if (!file) {
        return;
    }
    try {
        app::writeRecoverySheet(paths_, sheet_, *file);
        showProblems({});
        tell(said("Saved as {1}. Whoever has this file and the clinic's folder can read the whole "
                  "clinic: move it to a safe place.",
                  {file->string()}));
    } catch (const Error& error) {
        showProblems(said(error));
    }
}

void RecoveryKeyDialog::print() {
    try {
        auto pages = app::recoverySheetPages(paths_, sheet_).pages;
        if (printPages(this, pages, said("Recovery key"), [&] { return pages; })) {
            tell(said("Printed. Lock the sheet away."));
        }
        showProblems({});
    } catch (const Error& error) {
        showProblems(said(error));
    }
}

} // namespace palpate::gui
