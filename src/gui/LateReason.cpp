// SPDX-License-Identifier: MIT
#include "gui/LateReason.h"

#include "gui/CautionCard.h"
#include "gui/Phrases.h"

#include <wx/sizer.h>

namespace palpate::gui {

LateReason::LateReason(wxWindow* parent, const wxString& name)
    : wxPanel{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_NONE,
              name} {
    SetBackgroundColour(parent->GetBackgroundColour());
    auto* column = new wxBoxSizer{wxVERTICAL};
    give_ = new PillButton{this, name + ".give", said("Give the reason …"),
                           PillButton::Kind::Secondary, PillButton::Size::Compact};
    give_->onClick = [this] { ask(); };
    column->Add(give_, wxSizerFlags{}.Border(wxTOP | wxBOTTOM, FromDIP(3)));
    SetSizer(column);
    Hide();
}

void LateReason::render(const std::optional<app::CautionQuestion>& question) {
    question_ = question;
    isOpen_ = isOpen_ && question_;
    if (question_) {
        give_->setWords(said("Give the reason: {1}", {question_->heading}));
    }
    Show(question_.has_value());
    arrange();
}

void LateReason::ask() {
    if (!question_) {
        return;
    }
    unfold(true);
    card_->focusFirst();
}

void LateReason::forget() {
    render(std::nullopt);
}

void LateReason::unfold(bool open) {
    isOpen_ = open;
    arrange();
    relayoutAround(*this);
    if (onUnfolded) {
        onUnfolded();
    }
}

void LateReason::arrange() {
    if (isOpen_ && !card_) {
        card_ = new CautionCard{this, GetName() + ".question", CautionCard::Asks::Afterwards};
        card_->onGoOn = [this](const std::string& reason) {
            if (onReason) {
                onReason(reason);
            }
        };
        card_->onHoldBack = [this] {
            unfold(false);
            give_->SetFocus();
        };
        GetSizer()->Add(card_, wxSizerFlags{}.Expand().Border(wxTOP | wxBOTTOM, FromDIP(4)));
    }
    give_->Show(!isOpen_);
    if (card_) {
        if (isOpen_) {
            card_->render(*question_);
        } else {
            card_->forget();
        }
        card_->Show(isOpen_);
    }
}

} // namespace palpate::gui
