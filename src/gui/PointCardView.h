// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionPresenter.h"
#include "gui/Card.h"
#include "gui/ChipGroup.h"
#include "gui/NoteEditor.h"
#include "gui/PillButton.h"
#include "gui/ScoreStrip.h"
#include "gui/TechniquePicker.h"
#include "gui/TextBlock.h"
#include "gui/TreatmentRow.h"
#include "gui/TypedText.h"

#include <vector>

namespace palpate::gui {

/// The open card of the selected point: what was found there, what was done, how it answered.
class PointCardView : public Card {
public:
    PointCardView(wxWindow* parent, HoldNow now);

    /// An edit by the user: calls it and, when it fails, shows the record again.
    std::function<void(const std::function<void(app::SessionPresenter&)>&)> onEdit;
    std::function<void()> onResized; ///< a list or a dose was opened or closed

    /// What was not stored for the former presenter is forgotten: flush before.
    void open(app::SessionPresenter* presenter);
    void render(const app::PointCard& card, const std::optional<app::CautionQuestion>& asking,
                const std::optional<app::HoldView>& hold, bool frozen);
    /// Where the point usually refers to, against what this patient drew, and who says so.
    void renderUsual(const std::optional<app::ReferralView>& usual);
    /// The next rendering shows the record even if it is as before: the controls may differ.
    void renderAgain() noexcept { stale_ = true; }
    /// No point is open any more; what it has yet to store is stored at that point soon.
    void leave();
    /// Stores what is typed and not yet stored.
    void flush();
    /// Starts or stops the timer of the treatment whose timer runs, else of the last that has one;
    /// false when there is none.
    bool pressTimer();
    /// What was asked or given last: the question, else the last treatment; nullptr: nothing.
    [[nodiscard]] wxWindow* newest();

    /// nullptr: the treatment is not of this point.
    [[nodiscard]] TreatmentRow* rowOf(const TreatmentId& treatment) const;

    [[nodiscard]] NoteEditor& note() noexcept { return *note_; }

private:
    /// An edit by the user. Nothing without a presenter.
    void edit(const std::function<void(app::SessionPresenter&)>& act);
    void build();
    void connect();
    wxBoxSizer* labelled(const wxString& label, wxWindow* control);
    void renderCare(const app::PointCard& card, const std::optional<app::CautionQuestion>& asking,
                    const std::optional<app::HoldView>& hold);
    TreatmentRow* addTreatment();
    template <class Value>
    void renderChips(ChipGroup& chips, std::vector<wxString>& shown,
                     const std::vector<app::Choice<Value>>& choices);

    app::SessionPresenter* presenter_ = nullptr;
    std::optional<app::PointCard> card_;
    bool frozen_ = false;
    std::optional<app::CautionQuestion> asking_;
    std::optional<app::HoldView> hold_;
    HoldNow now_;
    TypedText typedNote_;
    std::optional<TriggerPointId> noteAt_; ///< the point `typedNote_` was typed for
    LeftWords left_{*this};
    bool stale_ = false; ///< the controls may differ from `card_`
    std::vector<wxString> stateWords_;
    std::vector<wxString> referenceWords_;

    TextBlock* settledLabel_; ///< children of this window, as all below
    ChipGroup* settled_;
    ScoreStrip* tenderness_;
    ChipGroup* states_;
    ChipGroup* signs_;
    ChipGroup* recognition_;
    TextBlock* reading_;
    TextBlock* usual_;
    ChipGroup* relation_;
    TextBlock* referenceLabel_;
    ChipGroup* reference_;
    TechniquePicker* techniques_;
    wxPanel* treatmentPlace_;
    std::vector<TreatmentRow*> treatments_;
    NoteEditor* note_;
    PillButton* remove_;
};

} // namespace palpate::gui
