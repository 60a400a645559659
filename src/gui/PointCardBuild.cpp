// SPDX-License-Identifier: MIT
// The controls of a point's card, and what each of them calls.
#include "gui/Phrases.h"
#include "gui/PointCardChoices.h"
#include "gui/PointCardView.h"
#include "gui/Settling.h"

namespace palpate::gui {

namespace {

constexpr int kLabelWidth = 66; ///< DIP; all rows of the card begin their controls below each other

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
    words->SetMinSize({textPx(*this, kLabelWidth + 2), words->GetMinSize().y});
    row->Add(words, wxSizerFlags{}.Border(wxTOP, FromDIP(6)));
    row->Add(control, wxSizerFlags{1}.Expand());
    return row;
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
