// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionPresenter.h"
#include "gui/Card.h"
#include "gui/ChipGroup.h"
#include "gui/NoteEditor.h"
#include "gui/PillButton.h"
#include "gui/ScoreStrip.h"
#include "gui/TextBlock.h"
#include "gui/TreatmentRow.h"
#include "gui/TypedText.h"

#include <vector>

namespace palpate::gui {

/// The open card of the selected point: what was found there, what was done, how it answered.
class PointCardView : public Card {
public:
    explicit PointCardView(wxWindow* parent);

    /// What was not stored for the former presenter is forgotten: flush before.
    void open(app::SessionPresenter* presenter);
    void render(const app::PointCard& card, bool frozen);
    /// Where the point usually refers to, against what this patient drew, and who says so.
    void renderUsual(const std::optional<app::ReferralView>& usual);
    /// The controls show the record again, after it did not take what they were set to.
    void renderAgain();
    /// No point is open any more; what it has yet to store is stored at that point soon.
    void leave();
    /// Stores what is typed and not yet stored; a running timer is stopped and its time stored.
    void flush();

    [[nodiscard]] NoteEditor& note() noexcept { return *note_; }

private:
    /// Words and times of points and treatments that are not shown any more.
    struct Left {
        std::optional<TriggerPointId> point; ///< of `words`
        std::string words;
        std::optional<HeldTime> time;
    };
    /// An edit by the user; when it fails the controls show the record again. Nothing without a
    /// presenter.
    void edit(const std::function<void(app::SessionPresenter&)>& act);
    void leaveTime(TreatmentRow& row);
    void storeLeft();
    void storeLeftSoon();
    void connect();
    wxBoxSizer* labelled(const wxString& label, wxWindow* control);
    void renderTechniques(const app::PointCard& card);
    void renderTreatments(const app::PointCard& card, bool frozen);
    template <class Value>
    void renderChips(ChipGroup& chips, std::vector<wxString>& shown,
                     const std::vector<app::Choice<Value>>& choices);

    app::SessionPresenter* presenter_ = nullptr;
    std::optional<app::PointCard> card_;
    bool frozen_ = false;
    bool allTechniques_ = false;               ///< the long list is open
    std::vector<std::size_t> shownTechniques_; ///< index in the card's list, by chip
    TypedText typedNote_;
    std::optional<TriggerPointId> noteAt_; ///< the point `typedNote_` was typed for
    std::vector<Left> left_;               ///< in the order they were left
    bool storingLeft_ = false;
    bool stale_ = false; ///< the controls may differ from `card_`
    std::vector<wxString> stateWords_;
    std::vector<wxString> techniqueWords_;
    std::vector<wxString> referenceWords_;

    ScoreStrip* tenderness_; ///< children of this window, as all below
    ChipGroup* states_;
    ChipGroup* signs_;
    ChipGroup* recognition_;
    TextBlock* reading_;
    TextBlock* usual_;
    ChipGroup* relation_;
    TextBlock* referenceLabel_;
    ChipGroup* reference_;
    ChipGroup* techniques_;
    TextBlock* cautions_;
    wxPanel* treatmentPlace_;
    std::vector<TreatmentRow*> treatments_;
    NoteEditor* note_;
    PillButton* remove_;
};

} // namespace palpate::gui
