// SPDX-License-Identifier: MIT
#include "gui/PointCardView.h"

#include "gui/Phrases.h"
#include "gui/PointCardChoices.h"
#include "gui/Settling.h"

#include <algorithm>

namespace palpate::gui {

namespace {

[[nodiscard]] Sign signOf(const Signs& signs, app::SignKind kind) {
    switch (kind) {
    case app::SignKind::TautBand:
        return signs.tautBand;
    case app::SignKind::TenderSpot:
        return signs.tenderSpot;
    case app::SignKind::ReferredPain:
        return signs.referredPain;
    case app::SignKind::Twitch:
        return signs.twitch;
    case app::SignKind::Jump:
        return signs.jump;
    }
    return Sign::NotAssessed;
}

[[nodiscard]] ChipState chipOf(Sign sign) {
    return sign == Sign::Present  ? ChipState::On
           : sign == Sign::Absent ? ChipState::Absent
                                  : ChipState::Off;
}

} // namespace

void PointCardView::open(app::SessionPresenter* presenter) {
    presenter_ = presenter;
    card_.reset();
    typedNote_.forget();
    noteAt_.reset();
    left_.forget();
    for (TreatmentRow* row : treatments_) {
        row->forget();
    }
}

void PointCardView::flush() {
    left_.store();
    for (TreatmentRow* row : treatments_) {
        row->flush();
    }
    typedNote_.flush();
}

void PointCardView::leave() {
    if (!card_) {
        return;
    }
    if (auto words = typedNote_.take(); words && noteAt_) {
        left_.leave(*words, [this, point = TriggerPointId{*noteAt_}, words = *words] {
            edit([&](app::SessionPresenter& presenter) { presenter.setPointNote(point, words); });
        });
    }
    typedNote_.forget();
    for (TreatmentRow* row : treatments_) {
        row->leave(left_);
    }
    card_.reset();
}

bool PointCardView::pressTimer() {
    TreatmentRow* last = nullptr;
    for (TreatmentRow* row : treatments_) {
        if (row->IsShown() && row->timer().IsShown()) {
            last = row;
            if (row->timer().isRunning()) {
                break;
            }
        }
    }
    if (last) {
        last->pressTimer();
    }
    return last != nullptr;
}

wxWindow* PointCardView::newest() {
    if (techniques_->question().IsShown()) {
        return &techniques_->question();
    }
    const auto last = std::find_if(treatments_.rbegin(), treatments_.rend(),
                                   [](const TreatmentRow* row) { return row->IsShown(); });
    return last == treatments_.rend() ? nullptr : *last;
}

TreatmentRow* PointCardView::rowOf(const TreatmentId& treatment) const {
    const auto found =
        std::find_if(treatments_.begin(), treatments_.end(), [&](const TreatmentRow* row) {
            return row->IsShown() && row->treatment() == treatment;
        });
    return found == treatments_.end() ? nullptr : *found;
}

void PointCardView::renderUsual(const std::optional<app::ReferralView>& usual) {
    wxString text;
    if (usual) {
        text = usual->agreement.empty() ? toWx(usual->title) + ". " : toWx(usual->agreement) + " ";
        text += said("Source: {1}", {usual->sources});
    }
    if (usual_->text() != text) {
        usual_->setText(text);
    }
    if (usual_->Show(!text.empty())) {
        Layout();
    }
}

template <class Value>
void PointCardView::renderChips(ChipGroup& chips, std::vector<wxString>& shown,
                                const std::vector<app::Choice<Value>>& choices) {
    std::vector<wxString> words;
    for (const auto& choice : choices) {
        words.push_back(toWx(choice.label));
    }
    if (words != shown) {
        shown = words;
        std::vector<ChipGroup::Chip> fresh;
        for (const wxString& word : words) {
            fresh.push_back({word});
        }
        chips.setChips(std::move(fresh));
    }
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const ChipState wanted = choices[i].chosen ? ChipState::On : ChipState::Off;
        if (chips.state(static_cast<int>(i)) != wanted) {
            chips.setState(static_cast<int>(i), wanted);
        }
    }
}

void PointCardView::render(const app::PointCard& card,
                           const std::optional<app::CautionQuestion>& asking,
                           const std::optional<app::HoldView>& hold, bool frozen) {
    if (!stale_ && card_ == card && asking_ == asking && hold_ == hold && frozen_ == frozen) {
        return;
    }
    stale_ = false;
    if (card_ && card_->id != card.id) {
        leave();
    }
    card_ = card;
    asking_ = asking;
    hold_ = hold;
    frozen_ = frozen;
    settled_->Show(card.carried);
    settledLabel_->Show(card.carried);
    showSettled(*settled_, card.settled);
    const Finding& finding = card.finding;
    tenderness_->setValue(finding.tenderness ? std::optional{finding.tenderness->value()}
                                             : std::nullopt);
    tenderness_->setLastTime(card.last ? std::optional{card.last->value()} : std::nullopt);
    renderChips(*states_, stateWords_, card.states);
    for (std::size_t i = 0; i < kSignKinds.size(); ++i) {
        signs_->setState(static_cast<int>(i), chipOf(signOf(finding.signs, kSignKinds[i])));
    }
    recognition_->clearStates();
    for (std::size_t i = 0; i < kRecognitions.size(); ++i) {
        if (finding.signs.recognised == kRecognitions[i]) {
            recognition_->setState(static_cast<int>(i), ChipState::On);
        }
    }
    relation_->clearStates();
    for (std::size_t i = 0; i < kRelations.size(); ++i) {
        if (finding.relation == kRelations[i]) {
            relation_->setState(static_cast<int>(i), ChipState::On);
        }
    }
    reading_->setText(toWx(card.signsText));
    reading_->setInk(card.disagrees ? TextBlock::Ink::Warning : TextBlock::Ink::Muted);
    renderChips(*reference_, referenceWords_, card.referencePoints);
    reading_->Show(!card.signsText.empty());
    reference_->Show(!card.referencePoints.empty());
    referenceLabel_->Show(!card.referencePoints.empty());
    renderCare(card, asking, hold);
    if (!typedNote_.isWaiting() && (frozen || !typedNote_.isRefused())) {
        note_->set(toWx(finding.note), NoteEditor::Origin::Written);
    }
    note_->setReadOnly(frozen);
    for (wxWindow* control : std::initializer_list<wxWindow*>{
             settled_, tenderness_, states_, signs_, recognition_, relation_, reference_}) {
        control->Enable(!frozen);
    }
    remove_->Show(!frozen);
}

void PointCardView::renderCare(const app::PointCard& card,
                               const std::optional<app::CautionQuestion>& asking,
                               const std::optional<app::HoldView>& hold) {
    if (techniques_->render(card.techniques, asking, frozen_)) {
        techniques_->InvalidateBestSize();
    }
    while (treatments_.size() < card.treatments.size()) {
        treatments_.push_back(addTreatment());
    }
    for (std::size_t i = 0; i < treatments_.size(); ++i) {
        const bool used = i < card.treatments.size();
        if (used) {
            treatments_[i]->render(card.treatments[i], hold, frozen_, left_);
        } else {
            treatments_[i]->leave(left_);
        }
        treatments_[i]->Show(used);
    }
}

} // namespace palpate::gui
