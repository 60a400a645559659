// SPDX-License-Identifier: MIT
#include "gui/LetterFields.h"

#include "domain/Text.h"
#include "gui/ChipGroup.h"
#include "gui/FormField.h"
#include "gui/Phrases.h"
#include "gui/PillButton.h"
#include "gui/RedFlagsDialog.h"
#include "gui/TextBlock.h"

#include <wx/sizer.h>

#include <algorithm>

namespace palpate::gui {

namespace {

/// Every flag once, whatever the regions it is asked in.
[[nodiscard]] const app::FlagChoice* find(const app::ReportChoices& choices,
                                          const RedFlagKey& key) {
    for (const app::FlagRegionChoice& region : choices.flagRegions) {
        for (const app::FlagChoice& flag : region.flags) {
            if (flag.key == key) {
                return &flag;
            }
        }
    }
    return nullptr;
}

} // namespace

LetterFields::LetterFields(wxWindow* parent, const wxString& name)
    : wxPanel{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
              name} {
    dressAsPanel(*this);
    build();
}

void LetterFields::build() {
    auto* column = new wxBoxSizer{wxVERTICAL};
    const int gap = FromDIP(10);
    const auto label = [&](const wxString& name, const wxString& words) {
        column->Add(new TextBlock{this, name + ".label", words, TextStyle::SmallStrong,
                                  TextBlock::Ink::Muted},
                    wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(2)));
    };
    const auto field = [&](const wxString& name, const wxString& words, const wxString& hint,
                           long style) {
        label(name, words);
        auto* const made = newFormField(this, name, words, hint, style);
        made->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { changed(); });
        column->Add(made, wxSizerFlags{}.Expand().Border(wxBOTTOM, gap));
        return made;
    };
    const wxString name = GetName();
    label(name + ".to", said("Letter to"));
    physician_ =
        new ChipGroup{this, name + ".physician",     said("Proposed"), ChipGroup::Kind::Single,
                      {},   ChipGroup::Size::Compact};
    physician_->onChange = [this](int, ChipState now) {
        recipient_->ChangeValue(now == ChipState::On ? toWx(choices_->physicianName) : wxString{});
        if (now == ChipState::On && address_->IsEmpty()) {
            address_->ChangeValue(toWx(choices_->physicianPractice));
        }
        changed();
    };
    column->Add(physician_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(2)));
    recipient_ = newFormField(this, name + ".recipient", said("Letter to"), said("Dr M. Patel"));
    recipient_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        const bool same = choices_ != nullptr && !choices_->physicianName.empty() &&
                          recipient_->GetValue() == toWx(choices_->physicianName);
        physician_->clearStates();
        if (same) {
            physician_->setState(0, ChipState::On);
        }
        changed();
    });
    column->Add(recipient_, wxSizerFlags{}.Expand().Border(wxBOTTOM, gap));
    address_ = field(name + ".address", said("Address"), said("Street\nTown"), wxTE_MULTILINE);
    label(name + ".urgency", said("Urgency"));
    urgency_ =
        new ChipGroup{this, name + ".urgency",       said("Urgency"), ChipGroup::Kind::Single,
                      {},   ChipGroup::Size::Compact};
    urgency_->onChange = [this](int, ChipState) {
        showUrgency();
        changed();
    };
    column->Add(urgency_, wxSizerFlags{}.Expand());
    urgencyMeaning_ = new TextBlock{
        this, name + ".urgencyMeaning", {}, TextStyle::Small, TextBlock::Ink::Warning};
    column->Add(urgencyMeaning_, wxSizerFlags{}.Expand().Border(wxBOTTOM, gap));
    label(name + ".flags", said("Red flags that were found"));
    flagLines_ = new TextBlock{this, name + ".flagLines", {}, TextStyle::Control};
    column->Add(flagLines_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(4)));
    chooseFlags_ = new PillButton{this, name + ".chooseFlags", said("Choose …"),
                                  PillButton::Kind::Secondary, PillButton::Size::Compact};
    chooseFlags_->setWords(said("Choose red flags"));
    chooseFlags_->onClick = [this] { chooseFlags(); };
    column->Add(chooseFlags_, wxSizerFlags{}.Border(wxBOTTOM, gap));
    findings_ =
        field(name + ".findings", said("Findings beside those of the record"), {}, wxTE_MULTILINE);
    request_ = field(name + ".request", said("What is asked"),
                     said("Please examine … and tell us whether …"), wxTE_MULTILINE);
    SetSizer(column);
}

void LetterFields::setChoices(const app::ReportChoices& choices, bool keepsWords) {
    const int urgency = urgency_->selected();
    choices_ = &choices;
    std::vector<ChipGroup::Chip> chips;
    for (const app::UrgencyChoice& each : choices.urgencies) {
        ChipGroup::Chip chip;
        chip.text = said(each.word.c_str());
        chip.tip = said(each.meaning.c_str());
        chips.push_back(std::move(chip));
    }
    urgency_->setChips(std::move(chips));
    std::vector<ChipGroup::Chip> proposed;
    if (!choices.physicianName.empty()) {
        ChipGroup::Chip chip;
        chip.text = toWx(choices.physicianName);
        proposed.push_back(std::move(chip));
    }
    physician_->setChips(std::move(proposed));
    physician_->Show(!choices.physicianName.empty());
    if (keepsWords) {
        if (urgency != ChipGroup::kNone) {
            urgency_->setState(urgency, ChipState::On);
        }
    } else {
        flags_.clear();
        offered_.clear();
        for (wxTextCtrl* const each : {recipient_, address_, findings_, request_}) {
            each->ChangeValue({});
        }
    }
    if (physician_->IsShown() && recipient_->GetValue() == toWx(choices.physicianName)) {
        physician_->setState(0, ChipState::On);
    }
    app::renewNamed(flags_, offered_, choices);
    showFlags();
}

void LetterFields::nameRaisedFlags() {
    auto pressing = choices_->urgencies.end(); // they stand with the most pressing first
    for (const app::FlagRegionChoice& region : choices_->flagRegions) {
        for (const app::FlagChoice& flag : region.flags) {
            if (flag.raised.empty()) {
                continue;
            }
            if (std::ranges::find(flags_, flag.key) == flags_.end()) {
                flags_.push_back(flag.key);
            }
            pressing = std::min(pressing, std::ranges::find(choices_->urgencies, flag.urgency,
                                                            &app::UrgencyChoice::meaning));
        }
    }
    if (pressing != choices_->urgencies.end()) {
        urgency_->setState(static_cast<int>(pressing - choices_->urgencies.begin()), ChipState::On);
    }
    if (recipient_->IsEmpty() && !choices_->physicianName.empty()) {
        recipient_->ChangeValue(toWx(choices_->physicianName));
        address_->ChangeValue(toWx(choices_->physicianPractice));
        if (physician_->IsShown()) {
            physician_->setState(0, ChipState::On);
        }
    }
    showFlags();
    changed();
}

void LetterFields::showUrgency() {
    const int chosen = urgency_->selected();
    wxString words =
        chosen == ChipGroup::kNone
            ? said("not stated")
            : said(choices_->urgencies.at(static_cast<std::size_t>(chosen)).meaning.c_str());
    const auto& all = choices_->urgencies; // the most pressing first
    auto pressing = all.end();
    for (const RedFlagKey& key : flags_) {
        if (const app::FlagChoice* const flag = find(*choices_, key)) {
            pressing = std::min(
                pressing, std::ranges::find(all, flag->urgency, &app::UrgencyChoice::meaning));
        }
    }
    const auto now = chosen == ChipGroup::kNone ? all.end() : all.begin() + chosen;
    if (pressing < now) {
        words += "\n" + said("A red flag below asks for more: {1}.", {pressing->meaning});
    }
    urgencyMeaning_->setText(words);
    urgencyMeaning_->setInk(pressing < now               ? TextBlock::Ink::Danger
                            : chosen == ChipGroup::kNone ? TextBlock::Ink::Muted
                                                         : TextBlock::Ink::Warning);
    if (onResized) {
        onResized();
    }
}

void LetterFields::showFlags() {
    wxString lines;
    for (const RedFlagKey& key : flags_) {
        if (const app::FlagChoice* const flag = find(*choices_, key)) {
            lines += (lines.empty() ? "" : "\n") + wxString::FromUTF8("• ") + toWx(flag->pointsTo) +
                     wxString::FromUTF8(" · ") + toWx(flag->urgency);
        }
    }
    flagLines_->setInk(lines.empty() ? TextBlock::Ink::Muted : TextBlock::Ink::Normal);
    flagLines_->setText(lines.empty() ? said("none named") : lines);
    showUrgency();
}

void LetterFields::chooseFlags() {
    RedFlagsDialog dialog{wxGetTopLevelParent(this), *choices_, flags_};
    if (dialog.ShowModal() == wxID_OK && dialog.chosen() != flags_) {
        flags_ = dialog.chosen();
        showFlags();
        changed();
    }
}

void LetterFields::changed() {
    if (onChange) {
        onChange();
    }
}

app::LetterWords LetterFields::words() const {
    const auto typed = [](const wxTextCtrl* field) { return trimmed(fromWx(field->GetValue())); };
    app::LetterWords words;
    words.recipient = typed(recipient_);
    words.recipientAddress = typed(address_);
    if (const int chosen = urgency_->selected(); chosen != ChipGroup::kNone) {
        words.urgency = choices_->urgencies.at(static_cast<std::size_t>(chosen)).key;
    }
    words.redFlags = flags_;
    words.findings = typed(findings_);
    words.request = typed(request_);
    return words;
}

} // namespace palpate::gui
