// SPDX-License-Identifier: MIT
#include "gui/PointCardView.h"

#include "gui/Phrases.h"

#include <array>

namespace palpate::gui {

namespace {

constexpr int kLabelWidth = 66; ///< DIP; all rows of the card begin their controls below each other
/// So many of the profession's techniques, usual ones first, are in sight before the list is
/// opened.
constexpr std::size_t kUsualTechniques = 5;
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

PointCardView::PointCardView(wxWindow* parent)
    : Card{parent, "card", Card::Look::Soft, wxVERTICAL, 10},
      typedNote_{[this](const std::string& text) {
          if (presenter_) {
              presenter_->setPointNote(text);
          }
      }} {
    const auto gap = wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(6));
    using Chip = ChipGroup::Chip;
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
    techniques_ =
        new ChipGroup{this, "card.techniques",       said("Techniques"), ChipGroup::Kind::Multi,
                      {},   ChipGroup::Size::Compact};
    content().Add(labelled(said("treated"), techniques_), gap);
    cautions_ =
        new TextBlock{this, "card.cautions", {}, TextStyle::SmallStrong, TextBlock::Ink::Warning};
    cautions_->Hide();
    content().Add(cautions_, gap);
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

    tenderness_->onChange = [this](std::optional<int> value) {
        presenter_->setTenderness(value ? Tenderness::from(*value) : std::nullopt);
    };
    states_->onChange = [this](int chip, ChipState now) {
        presenter_->setState(
            now == ChipState::On
                ? std::optional{card_->states.at(static_cast<std::size_t>(chip)).value}
                : std::nullopt);
    };
    signs_->onChange = [this](int chip, ChipState now) {
        presenter_->setSign(kSignKinds.at(static_cast<std::size_t>(chip)), signOf(now));
    };
    recognition_->onChange = [this](int chip, ChipState now) {
        presenter_->setRecognition(now == ChipState::On
                                       ? kRecognitions.at(static_cast<std::size_t>(chip))
                                       : Recognition::NotAssessed);
    };
    relation_->onChange = [this](int chip, ChipState now) {
        presenter_->setRelation(now == ChipState::On
                                    ? std::optional{kRelations.at(static_cast<std::size_t>(chip))}
                                    : std::nullopt);
    };
    reference_->onChange = [this](int chip, ChipState now) {
        presenter_->setReferencePoint(
            now == ChipState::On
                ? std::optional{card_->referencePoints.at(static_cast<std::size_t>(chip)).value}
                : std::nullopt);
    };
    techniques_->onChange = [this](int chip, ChipState) {
        const std::size_t index = shownTechniques_.at(static_cast<std::size_t>(chip));
        presenter_->toggleTechnique(TechniqueKey{card_->techniques.at(index).value});
    };
    techniques_->onAction = [this](int) {
        allTechniques_ = !allTechniques_;
        renderTechniques(*card_);
        relayoutAround(*techniques_);
    };
    note_->onText = [this](const wxString& text) { typedNote_.typed(text); };
    note_->onLeave = [this] { typedNote_.flush(); };
    remove_->onClick = [this] { presenter_->removePoint(TriggerPointId{card_->id}); };
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

void PointCardView::render(const app::PointCard& card, bool frozen) {
    if (card_ == card && frozen_ == frozen) {
        return;
    }
    if (card_ && card_->id != card.id && typedNote_.isWaiting()) {
        // The owner flushes before it selects; what still waits was typed for the point shown
        // before.
        typedNote_.flush();
    }
    card_ = card;
    frozen_ = frozen;
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
    renderTechniques(card);
    reading_->Show(!card.signsText.empty());
    reference_->Show(!card.referencePoints.empty());
    referenceLabel_->Show(!card.referencePoints.empty());
    wxString cautions;
    for (const std::string& caution : card.cautions) {
        cautions += (cautions.empty() ? "" : "\n") + toWx(caution);
    }
    cautions_->setText(cautions);
    cautions_->Show(!cautions.empty());
    renderTreatments(card, frozen);
    if (!typedNote_.isWaiting()) {
        note_->set(toWx(finding.note), NoteEditor::Origin::Written);
    }
    note_->setReadOnly(frozen);
    for (wxWindow* control : std::initializer_list<wxWindow*>{
             tenderness_, states_, signs_, recognition_, relation_, reference_, techniques_}) {
        control->Enable(!frozen);
    }
    remove_->Show(!frozen);
}

void PointCardView::renderTechniques(const app::PointCard& card) {
    shownTechniques_.clear();
    std::vector<wxString> words;
    for (std::size_t i = 0; i < card.techniques.size(); ++i) {
        const auto& choice = card.techniques[i];
        if (allTechniques_ || i < kUsualTechniques || choice.chosen) {
            shownTechniques_.push_back(i);
            words.push_back(toWx(choice.label));
        }
    }
    if (card.techniques.size() > kUsualTechniques) {
        words.push_back(allTechniques_ ? said("Fewer") : said("More …"));
    }
    if (words != techniqueWords_) {
        techniqueWords_ = words;
        std::vector<ChipGroup::Chip> chips;
        for (std::size_t i = 0; i < words.size(); ++i) {
            chips.push_back({words[i], i >= shownTechniques_.size()});
        }
        techniques_->setChips(std::move(chips));
    }
    for (std::size_t chip = 0; chip < shownTechniques_.size(); ++chip) {
        techniques_->setState(static_cast<int>(chip), card.techniques[shownTechniques_[chip]].chosen
                                                          ? ChipState::On
                                                          : ChipState::Off);
    }
}

void PointCardView::renderTreatments(const app::PointCard& card, bool frozen) {
    while (treatments_.size() < card.treatments.size()) {
        auto* row = new TreatmentRow{treatmentPlace_,
                                     wxString::Format("treatment.%zu", treatments_.size())};
        row->onHeld = [this](const TreatmentId& id, double seconds) {
            presenter_->setHeldSeconds(TreatmentId{id}, seconds);
        };
        row->onAfter = [this](const TreatmentId& id, std::optional<Tenderness> value) {
            presenter_->setTendernessAfter(TreatmentId{id}, value);
        };
        treatmentPlace_->GetSizer()->Add(row, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(6)));
        treatments_.push_back(row);
    }
    for (std::size_t i = 0; i < treatments_.size(); ++i) {
        const bool used = i < card.treatments.size();
        if (used) {
            treatments_[i]->render(card.treatments[i], frozen);
        }
        treatments_[i]->Show(used);
    }
}

} // namespace palpate::gui
