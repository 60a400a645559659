// SPDX-License-Identifier: MIT
#include "gui/NewPasswordPanel.h"

#include "app/People.h"
#include "domain/Wipe.h"
#include "gui/FormField.h"
#include "gui/Phrases.h"
#include "gui/Secret.h"
#include "gui/StrengthBar.h"
#include "gui/TextBlock.h"

#include <wx/sizer.h>

#include <algorithm>

namespace palpate::gui {

NewPasswordPanel::NewPasswordPanel(wxWindow* parent, const wxString& name)
    : wxPanel{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
              name} {
    dressAsPanel(*this);
    auto* column = new wxBoxSizer{wxVERTICAL};
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    const auto field = [&](const wxString& part, const wxString& label, int gap) {
        auto* cell = new wxBoxSizer{wxVERTICAL};
        cell->Add(new TextBlock{this, name + part + ".label", label, TextStyle::SmallStrong,
                                TextBlock::Ink::Muted},
                  wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(2)));
        auto* made = newFormField(this, name + part, label, {}, wxTE_PASSWORD);
        cell->Add(made, wxSizerFlags{}.Expand());
        row->Add(cell, wxSizerFlags{1}.Expand().Border(wxLEFT, FromDIP(gap)));
        return made;
    };
    first_ = field(".first", said("New password"), 0);
    again_ = field(".again", said("Once more"), 12);
    column->Add(row, wxSizerFlags{}.Expand());
    bar_ = new StrengthBar{this, name + ".strength"};
    column->Add(bar_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(8)));
    verdict_ =
        new TextBlock{this, name + ".verdict", {}, TextStyle::Control, TextBlock::Ink::Muted};
    column->Add(verdict_, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(4)));
    SetSizer(column);
    first_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { judge(); });
    judge();
}

std::vector<std::string> NewPasswordPanel::names() const {
    return known ? known() : std::vector<std::string>{};
}

std::string NewPasswordPanel::password() const {
    return readSecret(*first_);
}

void NewPasswordPanel::judge() {
    wxString words = said("Long is better than complicated: a few words that nobody would guess.");
    if (first_->IsEmpty()) {
        bar_->set(0, false, said("No password yet"));
        verdict_->setInk(TextBlock::Ink::Muted);
    } else {
        std::string typed = password();
        const WipedAtEnd wiped{typed};
        const app::PasswordVerdict verdict = app::judgePassword(typed, names());
        words = toWx(verdict.sentence);
        bar_->set(std::max(1, verdict.level), verdict.isEnough, words);
        verdict_->setInk(verdict.isEnough ? TextBlock::Ink::Good : TextBlock::Ink::Danger);
    }
    if (verdict_->text() != words) {
        verdict_->setText(words);
        if (onResized) {
            onResized();
        }
    }
}

std::vector<Message> NewPasswordPanel::problems() const {
    if (first_->IsEmpty()) {
        return {{tr("Password: type one."), {}}};
    }
    std::string typed = password();
    const WipedAtEnd wiped{typed};
    const app::PasswordVerdict verdict = app::judgePassword(typed, names());
    if (!verdict.isEnough) {
        return {{tr("Password: {1}"), {verdict.sentence}}};
    }
    return differences();
}

std::vector<Message> NewPasswordPanel::differences() const {
    if (first_->GetValue() != again_->GetValue()) {
        return {{tr("Password: the two differ; type them again."), {}}};
    }
    return {};
}

void NewPasswordPanel::clear() {
    first_->ChangeValue({});
    again_->ChangeValue({});
    judge();
}

} // namespace palpate::gui
