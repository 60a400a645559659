// SPDX-License-Identifier: MIT
#include "gui/BackupStrip.h"

#include "app/Backups.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/TextBlock.h"

#include <wx/sizer.h>

namespace palpate::gui {

BackupStrip::BackupStrip(wxWindow* parent) : Bar{parent, "backupStrip", wxBOTTOM} {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    words_ = new TextBlock{this, "backupStrip.words", {}, TextStyle::Control};
    row->Add(words_, wxSizerFlags{1}.CentreVertical().Border(wxLEFT, FromDIP(18)));
    show_ = new PillButton{this, "backupStrip.show", said("Backups …"), PillButton::Kind::Secondary,
                           PillButton::Size::Compact};
    show_->onClick = [this] { onBackups(); };
    row->Add(show_, wxSizerFlags{}.CentreVertical().Border(wxLEFT | wxRIGHT, FromDIP(12)));
    auto* padded = new wxBoxSizer{wxVERTICAL};
    padded->Add(row, wxSizerFlags{}.Expand().Border(wxTOP | wxBOTTOM, FromDIP(3)));
    SetSizer(padded);
    Hide();
}

bool BackupStrip::render(const app::BackupsView& view, bool mayShow) {
    show_->Show(mayShow);
    const wxString wanted = toWx(view.alarm ? *view.alarm : view.warning.value_or(""));
    words_->setInk(view.alarm ? TextBlock::Ink::Danger : TextBlock::Ink::Warning);
    if (wanted == words_->text()) {
        return false;
    }
    words_->setText(wanted);
    Show(!wanted.empty());
    return true;
}

} // namespace palpate::gui
