// SPDX-License-Identifier: MIT
#include "gui/ContactDialog.h"

#include "app/Clinic.h"
#include "gui/Phrases.h"

namespace palpate::gui {

namespace {

constexpr int kWidthDip = 600;

} // namespace

ContactDialog::ContactDialog(wxWindow* parent, app::Clinic& clinic, const CaseId& caseId)
    : FormDialog{parent, "contact", said("Contact note"), said("Add the note"), kWidthDip},
      clinic_{clinic}, caseId_{caseId}, kinds_{app::contactKinds()} {
    const app::ContactForm form = app::newContact(clinic);
    fields().Add(
        new TextBlock{&ground(), "contact.meaning",
                      said("A word that was no session. It stays as you write it; what was wrong "
                           "is put right by another note."),
                      TextStyle::Control, TextBlock::Ink::Muted},
        wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(10)));
    std::vector<ChipGroup::Chip> chips;
    for (const auto& [kind, word] : kinds_) {
        chips.push_back({toWx(word)});
    }
    kind_ = new ChipGroup{&ground(), "contact.kind", said("How"), ChipGroup::Kind::Single,
                          std::move(chips)};
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
        if (kinds_[i].first == form.kind) {
            kind_->setState(static_cast<int>(i), ChipState::On);
        }
    }
    addLabelled(*addRow(), said("How"), kind_);
    wxBoxSizer* const row = addRow();
    day_ = addField(*row, "contact.day", said("Day"), 2);
    day_->ChangeValue(toWx(form.day));
    time_ = addField(*row, "contact.time", said("Time"), 1);
    time_->ChangeValue(toWx(form.time));
    row->AddStretchSpacer(2);
    text_ = addField(*addRow(), "contact.text", said("What was said"), 1, wxTE_MULTILINE);
    text_->SetMinSize({-1, FromDIP(140)});
    kept_.emplace(clinic, text_, app::ContactText{caseId});
    onDiscard = [this] { kept_->discard(); };
    if (!kept_->since().empty()) {
        showTakenUp(kept_->since());
    }
    problemsGoTo("Note", text_);
    problemsGoTo("Day", day_);
    problemsGoTo("Contact", day_);
    problemsGoTo("Time", time_);
    finish(text_);
}

std::vector<Message> ContactDialog::accept() {
    app::ContactForm form;
    const int kind = kind_->selected();
    if (kind == ChipGroup::kNone) {
        kind_->SetFocus();
        return {{tr("Choose how it was: by telephone, a message, a letter or in person."), {}}};
    }
    form.kind = kinds_.at(static_cast<std::size_t>(kind)).first;
    form.day = fromWx(day_->GetValue());
    form.time = fromWx(time_->GetValue());
    form.text = fromWx(text_->GetValue());
    kept_->flush();
    auto found = app::problems(form, clinic_);
    if (found.empty()) {
        (void)app::addContact(clinic_, caseId_, form);
    }
    return found;
}

ContactReader::ContactReader(wxWindow* parent, const app::ContactLine& line)
    : FormDialog{parent, "contactNote", toWx(line.kindWord + " · " + line.when), said("Close"),
                 kWidthDip} {
    const std::string who = line.written.empty() || line.by.empty()
                                ? line.by + line.written
                                : line.by + " · " + line.written;
    fields().Add(new TextBlock{&ground(), "contactNote.by", toWx(who), TextStyle::Small,
                               TextBlock::Ink::Muted},
                 wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(8)));
    fields().Add(new TextBlock{&ground(), "contactNote.text", toWx(line.text)},
                 wxSizerFlags{}.Expand());
    cancelButton().Hide();
    finish(&acceptButton());
}

} // namespace palpate::gui
