// SPDX-License-Identifier: MIT
#include "gui/RecoveryKeyPanel.h"

#include "app/Prompter.h"
#include "app/WaysIn.h"
#include "domain/Error.h"
#include "gui/FormField.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/Printouts.h"
#include "gui/TextBlock.h"

#include <wx/clipbrd.h>
#include <wx/textctrl.h>

namespace palpate::gui {

RecoveryKeyPanel::RecoveryKeyPanel(wxWindow* parent, const app::DataPaths& paths,
                                   app::Prompter& prompter)
    : wxPanel{parent,
              wxID_ANY,
              wxDefaultPosition,
              wxDefaultSize,
              wxTAB_TRAVERSAL | wxBORDER_NONE,
              "recoveryKey.panel"},
      paths_{paths}, prompter_{prompter} {
    dressAsPanel(*this);
    auto* column = new wxBoxSizer{wxVERTICAL};
    column->Add(
        new TextBlock{
            this, "recoveryKey.meaning",
            said("Whoever forgets the password opens the clinic with this key, and only with it. "
                 "It is shown this once and kept nowhere: print its sheet or write it on paper, "
                 "and lock it away.")},
        wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(14)));
    key_ = newFormField(this, "recoveryKey.key", said("Recovery key"), {},
                        wxTE_READONLY | wxTE_CENTRE);
    wxFont large = font(TextStyle::Heading);
    large.SetFamily(wxFONTFAMILY_TELETYPE);
    key_->SetFont(large);
    key_->SetMinSize({-1, FromDIP(48)});
    column->Add(key_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(10)));
    buildWays(*column);
    buildCheck(*column);
    SetSizer(column);
}

void RecoveryKeyPanel::buildWays(wxSizer& column) {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    const auto button = [&](const wxString& name, const wxString& words,
                            std::function<void()> act) {
        auto* made = new PillButton{this, name, words};
        made->onClick = std::move(act);
        row->Add(made, wxSizerFlags{}.Border(wxRIGHT, FromDIP(8)));
    };
    button("recoveryKey.print", said("Print the sheet …"), [this] { print(); });
    button("recoveryKey.save", said("Save as PDF …"), [this] { save(); });
    button("recoveryKey.copy", said("Copy"), [this] {
        if (wxTheClipboard->Open()) {
            wxTheClipboard->SetData(
                new wxTextDataObject{toWx(sheet_.key)}); // the clipboard takes it
            wxTheClipboard->Close();
        }
    });
    column.Add(row);
    told_ = new TextBlock{this, "recoveryKey.told", {}, TextStyle::Control, TextBlock::Ink::Good};
    told_->Hide();
    column.Add(told_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(8)));
}

void RecoveryKeyPanel::buildCheck(wxSizer& column) {
    const wxString label = said("Type its last group from your paper, to be sure that it is noted");
    column.Add(new TextBlock{this, "recoveryKey.lastGroup.label", label, TextStyle::SmallStrong,
                             TextBlock::Ink::Muted},
               wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(18)));
    lastGroup_ = newFormField(this, "recoveryKey.lastGroup", label, {}, 0);
    lastGroup_->SetMinSize({FromDIP(140), lastGroup_->GetMinSize().y});
    column.Add(lastGroup_, wxSizerFlags{}.Border(wxTOP, FromDIP(2)));
    problem_ = new TextBlock{this,
                             "recoveryKey.lastGroup.problem",
                             {},
                             TextStyle::ControlStrong,
                             TextBlock::Ink::Danger};
    problem_->Hide();
    column.Add(problem_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
    lastGroup_->Bind(wxEVT_SET_FOCUS, [this](wxFocusEvent& event) {
        cover(true);
        event.Skip();
    });
    lastGroup_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        cover(false);
        event.Skip();
    });
}

void RecoveryKeyPanel::set(app::RecoverySheet sheet) {
    sheet_ = std::move(sheet);
    lastGroup_->ChangeValue({});
    cover(false);
    tell({}, false);
    showProblem({});
}

void RecoveryKeyPanel::forget() {
    set({});
}

void RecoveryKeyPanel::cover(bool lastGroup) {
    wxString text = toWx(sheet_.key);
    if (lastGroup) {
        const wxString before = text.BeforeLast('-');
        text = before + "-" + toWx("•••••");
    }
    key_->ChangeValue(text);
}

bool RecoveryKeyPanel::check() {
    const std::string typed = fromWx(lastGroup_->GetValue());
    const bool isNoted = app::isLastGroup(typed, sheet_.key);
    showProblem(isNoted ? wxString{}
                : typed.empty()
                    ? said("Note the key first, then type its last five letters and digits here.")
                    : said("The last group of the key is another one: look at your paper again."));
    if (!isNoted) {
        lastGroup_->SetFocus();
    }
    return isNoted;
}

void RecoveryKeyPanel::showProblem(const wxString& sentence) {
    problem_->setText(sentence);
    problem_->Show(!sentence.empty());
    resized();
}

void RecoveryKeyPanel::tell(const wxString& sentence, bool isProblem) {
    told_->setInk(isProblem ? TextBlock::Ink::Danger : TextBlock::Ink::Good);
    told_->setText(sentence);
    told_->Show(!sentence.empty());
    resized();
}

void RecoveryKeyPanel::resized() {
    Layout();
    if (onResized) {
        onResized();
    }
}

void RecoveryKeyPanel::save() {
    const auto file = prompter_.chooseSaveFile({tr("Save the sheet of the recovery key"), {}},
                                               "recovery-key.pdf");
    if (!file) {
        return;
    }
    try {
        app::writeRecoverySheet(paths_, sheet_, *file);
        tell(said("Saved as {1}. Whoever has this file and the clinic's folder can read the whole "
                  "clinic: move it to a safe place.",
                  {file->string()}),
             false);
    } catch (const Error& error) {
        tell(said(error), true);
    }
}

void RecoveryKeyPanel::print() {
    try {
        auto pages = app::recoverySheetPages(paths_, sheet_).pages;
        if (printPages(wxGetTopLevelParent(this), pages, said("Recovery key"),
                       [&] { return pages; })) {
            tell(said("Printed. Lock the sheet away."), false);
        }
    } catch (const Error& error) {
        tell(said(error), true);
    }
}

} // namespace palpate::gui
