// SPDX-License-Identifier: MIT
#include "gui/PointCardView.h"

#include "gui/Phrases.h"
#include "gui/Settling.h"

#include <algorithm>
#include <array>

namespace palpate::gui {

namespace {

constexpr int kLabelWidth = 66; ///< DIP; all rows of the card begin their controls below each other
constexpr std::array kSignKinds{app::SignKind::TautBand, app::SignKind::TenderSpot,
                                app::SignKind::ReferredPain, app::SignKind::Twitch,
                                app::SignKind::Jump};
constexpr std::array kRecognitions{Recognition::Yes, Recognition::Partly, Recognition::No};
constexpr std::array kRelations{Relation::Primary, Relation::Satellite, Relation::Key};

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

[[nodiscard]] Sign signOf(ChipState state) {
    return state == ChipState::On       ? Sign::Present
           : state == ChipState::Absent ? Sign::Absent
                                        : Sign::NotAssessed;
}

} // namespace

PointCardView::PointCardView(wxWindow* parent, HoldNow now)
    : Card{parent, "card", Card::Look::Soft, wxVERTICAL, 10}, now_{std::move(now)},
      typedNote_{[this](const std::string& text) {
          if (noteAt_) {
              edit([&](app::SessionPresenter& presenter) {
                  presenter.setPointNote(*noteAt_, text);
              });
          }
      }} {
    build();
    connect();
}

void PointCardView::build() {
    const auto gap = wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(6));
    using Chip = ChipGroup::Chip;
    settled_ = new ChipGroup{this,
                             "card.settled",
                             said("Compared with last time"),
                             ChipGroup::Kind::Single,
                             settledChips(),
                             ChipGroup::Size::Compact};
    auto* settledRow = labelled(said("now"), settled_);
    settledLabel_ = static_cast<TextBlock*>(settledRow->GetItem(std::size_t{0})->GetWindow());
    content().Add(settledRow, gap);
    tenderness_ = new ScoreStrip{this, "card.tenderness", said("before")};
    tenderness_->setLabelWidth(kLabelWidth);
    content().Add(tenderness_, gap);
    states_ = new ChipGroup{
        this, "card.state", said("State"), ChipGroup::Kind::Single, {}, ChipGroup::Size::Compact};
    content().Add(labelled(said("state"), states_), gap);
    signs_ = new ChipGroup{this,
                           "card.signs",
                           said("Signs"),
                           ChipGroup::Kind::Signs,
                           std::vector<Chip>{{said("Taut band")},
                                             {said("Tender spot")},
                                             {said("Refers")},
                                             {said("Twitch")},
                                             {said("Jump")}},
                           ChipGroup::Size::Compact};
    content().Add(labelled(said("signs"), signs_), gap);
    recognition_ = new ChipGroup{
        this,
        "card.recognition",
        said("Does the patient recognise the pain?"),
        ChipGroup::Kind::Single,
        std::vector<Chip>{{said("Recognised")}, {said("Partly")}, {said("Not theirs")}},
        ChipGroup::Size::Compact};
    content().Add(labelled(said("pain"), recognition_), gap);
    reading_ = new TextBlock{this, "card.reading", {}, TextStyle::Small, TextBlock::Ink::Muted};
    content().Add(reading_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(8)));
    usual_ = new TextBlock{this, "card.usual", {}, TextStyle::Small, TextBlock::Ink::Muted};
    usual_->Hide();
    content().Add(usual_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(8)));
    relation_ =
        new ChipGroup{this,
                      "card.relation",
                      said("Relation"),
                      ChipGroup::Kind::Single,
                      std::vector<Chip>{{said("Primary")}, {said("Satellite")}, {said("Key")}},
                      ChipGroup::Size::Compact};
    content().Add(labelled(said("relation"), relation_), gap);
    reference_ =
        new ChipGroup{this, "card.reference",        said("Known point"), ChipGroup::Kind::Single,
                      {},   ChipGroup::Size::Compact};
    auto* referenceRow = labelled(said("known as"), reference_);
    referenceLabel_ = static_cast<TextBlock*>(referenceRow->GetItem(std::size_t{0})->GetWindow());
    content().Add(referenceRow, gap);
    techniques_ = new TechniquePicker{this, "card"};
    content().Add(labelled(said("treated"), techniques_), gap);
    treatmentPlace_ = new wxPanel{this, wxID_ANY};
    treatmentPlace_->SetBackgroundColour(palette().panelSoft);
    treatmentPlace_->SetSizer(new wxBoxSizer{wxVERTICAL});
    content().Add(treatmentPlace_, wxSizerFlags{}.Expand());
    note_ = new NoteEditor{this, "card.note", said("Note on this point"),
                           said("note on this point"), 1};
    content().Add(note_, gap);
    remove_ = new PillButton{this, "card.remove", said("Remove point"), PillButton::Kind::Quiet,
                             PillButton::Size::Compact};
    content().Add(remove_, wxSizerFlags{}.Right());
}

void PointCardView::connect() {
    using Presenter = app::SessionPresenter;
    settled_->onChange = [this](int chip, ChipState) {
        edit([&](Presenter& presenter) {
            // The same word again takes it back.
            presenter.settle(TriggerPointId{card_->id}, settledAt(chip));
        });
    };
    tenderness_->onChange = [this](std::optional<int> value) {
        edit([&](Presenter& presenter) {
            presenter.setTenderness(value ? Tenderness::from(*value) : std::nullopt);
        });
    };
    states_->onChange = [this](int chip, ChipState now) {
        edit([&](Presenter& presenter) {
            presenter.setState(
                now == ChipState::On
                    ? std::optional{card_->states.at(static_cast<std::size_t>(chip)).value}
                    : std::nullopt);
        });
    };
    signs_->onChange = [this](int chip, ChipState now) {
        edit([&](Presenter& presenter) {
            presenter.setSign(kSignKinds.at(static_cast<std::size_t>(chip)), signOf(now));
        });
    };
    recognition_->onChange = [this](int chip, ChipState now) {
        edit([&](Presenter& presenter) {
            presenter.setRecognition(now == ChipState::On
                                         ? kRecognitions.at(static_cast<std::size_t>(chip))
                                         : Recognition::NotAssessed);
        });
    };
    relation_->onChange = [this](int chip, ChipState now) {
        edit([&](Presenter& presenter) {
            presenter.setRelation(now == ChipState::On
                                      ? std::optional{kRelations.at(static_cast<std::size_t>(chip))}
                                      : std::nullopt);
        });
    };
    reference_->onChange = [this](int chip, ChipState now) {
        edit([&](Presenter& presenter) {
            presenter.setReferencePoint(
                now == ChipState::On
                    ? std::optional{card_->referencePoints.at(static_cast<std::size_t>(chip)).value}
                    : std::nullopt);
        });
    };
    techniques_->onChoose = [this](const TechniqueKey& technique) {
        edit([&](Presenter& presenter) { presenter.care().toggle(TechniqueKey{technique}); });
    };
    techniques_->onGoOn = [this](const std::string& reason) {
        edit([&](Presenter& presenter) { presenter.care().goOn(reason); });
    };
    techniques_->onHoldBack = [this] {
        edit([](Presenter& presenter) { presenter.care().holdBack(); });
    };
    techniques_->onResized = [this] {
        if (onResized) {
            onResized();
        }
    };
    note_->onText = [this](const wxString& text) {
        if (card_) {
            noteAt_ = card_->id;
            typedNote_.typed(text);
        }
    };
    note_->onLeave = [this] { typedNote_.flush(); };
    remove_->onClick = [this] {
        flush(); // so that undo brings the point back as it was
        edit([&](Presenter& presenter) { presenter.removePoint(TriggerPointId{card_->id}); });
    };
}

void PointCardView::edit(const std::function<void(app::SessionPresenter&)>& act) {
    if (presenter_ && onEdit) {
        onEdit(act);
    }
}

wxBoxSizer* PointCardView::labelled(const wxString& label, wxWindow* control) {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    auto* words = new TextBlock{this, control->GetName() + ".label", label, TextStyle::Small,
                                TextBlock::Ink::Muted};
    words->SetMinSize({FromDIP(kLabelWidth + 2), words->GetMinSize().y});
    row->Add(words, wxSizerFlags{}.Border(wxTOP, FromDIP(6)));
    row->Add(control, wxSizerFlags{1}.Expand());
    return row;
}

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

TreatmentRow* PointCardView::addTreatment() {
    auto* row = new TreatmentRow{
        treatmentPlace_, wxString::Format("treatment.%zu", treatments_.size()), now_, false};
    row->onEdit = [this](const auto& act) { edit(act); };
    row->onResized = [this] {
        if (onResized) {
            onResized();
        }
    };
    row->onUnfolded = row->onResized;
    treatmentPlace_->GetSizer()->Add(row, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(6)));
    return row;
}

} // namespace palpate::gui
