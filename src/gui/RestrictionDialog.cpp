// SPDX-License-Identifier: MIT
#include "gui/RestrictionDialog.h"

#include "app/Clinic.h"
#include "gui/ChipGroup.h"
#include "gui/Phrases.h"
#include "gui/SegmentedControl.h"

namespace palpate::gui {

namespace {

enum Segment { Everybody, Named };

} // namespace

RestrictionDialog::RestrictionDialog(wxWindow* parent, app::Clinic& clinic,
                                     const PatientId& patient, const std::string& name)
    : FormDialog{parent, "restriction", said("Who may open the record: {1}", {name}), said("Store"),
                 600},
      clinic_{clinic}, patient_{patient}, form_{app::restrictionForm(clinic, patient)} {
    const auto words = [&](const wxString& part, const wxString& text) {
        auto* block = new TextBlock{&ground(), "restriction." + part, text, TextStyle::Control,
                                    TextBlock::Ink::Muted};
        fields().Add(block, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(10)));
    };
    if (!form_.since.empty()) {
        words("since", toWx(form_.since));
    }
    who_ = new SegmentedControl{&ground(),
                                "restriction.who",
                                said("Who may open it"),
                                {said("Every practitioner"), said("Only those who are named")}};
    who_->select(form_.restricted ? Named : Everybody);
    who_->onChange = [this](int) {
        showNamed();
        refit();
    };
    addLabelled(*addRow(), said("Who may open it"), who_, 0);
    named_ = new wxBoxSizer{wxVERTICAL};
    fields().Add(named_, wxSizerFlags{}.Expand());
    if (form_.people.empty()) {
        auto* none = new TextBlock{
            &ground(), "restriction.nobody",
            said("There is no practitioner besides the owners: only owners will open it."),
            TextStyle::Control, TextBlock::Ink::Muted};
        named_->Add(none, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(10)));
    } else {
        std::vector<ChipGroup::Chip> chips;
        for (const auto& person : form_.people) {
            chips.push_back({toWx(person.name)});
        }
        people_ = new ChipGroup{&ground(), "restriction.people", said("Besides the owners"),
                                ChipGroup::Kind::Multi, std::move(chips)};
        for (std::size_t i = 0; i < form_.people.size(); ++i) {
            people_->setState(static_cast<int>(i),
                              form_.people[i].mayOpen ? ChipState::On : ChipState::Off);
        }
        auto* label =
            new TextBlock{&ground(), "restriction.people.label", said("Besides the owners"),
                          TextStyle::SmallStrong, TextBlock::Ink::Muted};
        named_->Add(label, wxSizerFlags{}.Expand());
        named_->Add(people_, wxSizerFlags{}.Expand().Border(wxTOP | wxBOTTOM, FromDIP(4)));
    }
    wxBoxSizer* const row = addRow();
    reason_ = addField(*row, "restriction.reason", said("Reason (optional)"), 1, 0,
                       said("a colleague's relative"));
    reason_->ChangeValue(toWx(form_.reason));
    words("meaning",
          said("Everybody else finds the name in the list and nothing clinical: no session, form, "
               "document or search leads into the record. In an emergency a practitioner may open "
               "it with a reason, and the owners are told."));
    problemsGoTo("Reason", reason_);
    showNamed();
    finish(who_);
}

void RestrictionDialog::showNamed() {
    fields().Show(named_, who_->selected() == Named, true);
}

std::vector<Message> RestrictionDialog::accept() {
    form_.restricted = who_->selected() == Named;
    form_.reason = fromWx(reason_->GetValue());
    for (std::size_t i = 0; i < form_.people.size(); ++i) {
        form_.people[i].mayOpen = people_->state(static_cast<int>(i)) == ChipState::On;
    }
    auto found = app::problems(form_);
    if (found.empty()) {
        app::storeRestriction(clinic_, patient_, form_);
    }
    return found;
}

} // namespace palpate::gui
