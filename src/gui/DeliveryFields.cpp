// SPDX-License-Identifier: MIT
#include "gui/DeliveryFields.h"

#include "domain/Text.h"
#include "gui/ChipGroup.h"
#include "gui/FormField.h"
#include "gui/Phrases.h"
#include "gui/TextBlock.h"

#include <wx/sizer.h>

#include <algorithm>

namespace palpate::gui {

namespace {

[[nodiscard]] std::vector<ChipGroup::Chip> chipsOf(const std::vector<wxString>& words) {
    std::vector<ChipGroup::Chip> chips;
    for (const wxString& each : words) {
        ChipGroup::Chip chip;
        chip.text = each;
        chips.push_back(std::move(chip));
    }
    return chips;
}

} // namespace

DeliveryFields::DeliveryFields(wxWindow* parent, const wxString& name)
    : wxPanel{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
              name},
      people_{tr("the patient"), tr("the patient's physician"), tr("the insurer")},
      purposes_{tr("progress"), tr("on request"), tr("referral")} {
    dressAsPanel(*this);
    auto* column = new wxBoxSizer{wxVERTICAL};
    const auto part = [&](const wxString& which, const wxString& label,
                          const std::vector<wxString>& chips, ChipGroup*& group,
                          wxTextCtrl*& field) {
        column->Add(new TextBlock{this, which + ".label", label, TextStyle::SmallStrong,
                                  TextBlock::Ink::Muted},
                    wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(2)));
        group =
            new ChipGroup{this,           which + ".usual",        label, ChipGroup::Kind::Single,
                          chipsOf(chips), ChipGroup::Size::Compact};
        column->Add(group, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(2)));
        field = newFormField(this, which, label, said("not stated"));
        column->Add(field, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(10)));
    };
    part(name + ".recipient", said("For whom"),
         {said("Patient"), said("Physician"), said("Insurer")}, recipientChips_, recipient_);
    part(name + ".purpose", said("Why"), {said("Progress"), said("On request"), said("Referral")},
         purposeChips_, purpose_);
    join(*recipientChips_, *recipient_,
         [this]() -> const std::vector<std::string>& { return people_; });
    join(*purposeChips_, *purpose_,
         [this]() -> const std::vector<std::string>& { return purposes_; });
    SetSizer(column);
}

void DeliveryFields::join(ChipGroup& chips, wxTextCtrl& field,
                          std::function<const std::vector<std::string>&()> words) {
    chips.onChange = [&field, words](int chip, ChipState now) {
        const auto& all = words();
        field.ChangeValue(now == ChipState::On
                              ? said(all.at(static_cast<std::size_t>(chip)).c_str())
                              : wxString{});
    };
    field.Bind(wxEVT_TEXT, [&chips, &field, words](wxCommandEvent& event) {
        event.Skip();
        chips.clearStates();
        const auto& all = words();
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (field.GetValue() == said(all[i].c_str())) {
                chips.setState(static_cast<int>(i), ChipState::On);
            }
        }
    });
}

void DeliveryFields::setPeople(const std::string& patient, const std::string& physician) {
    people_[0] = patient.empty() ? tr("the patient") : patient;
    people_[1] = physician.empty() ? tr("the patient's physician") : physician;
}

void DeliveryFields::clear() {
    for (ChipGroup* const chips : {recipientChips_, purposeChips_}) {
        chips->clearStates();
    }
    for (wxTextCtrl* const field : {recipient_, purpose_}) {
        field->ChangeValue({});
    }
}

app::Delivery DeliveryFields::delivery() const {
    app::Delivery delivery;
    delivery.recipient = trimmed(fromWx(recipient_->GetValue()));
    delivery.purpose = trimmed(fromWx(purpose_->GetValue()));
    return delivery;
}

} // namespace palpate::gui
