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

    void open(app::SessionPresenter* presenter);
    void render(const app::PointCard& card, bool frozen);
    /// Stores what is typed and not yet stored.
    void flush() { typedNote_.flush(); }

    [[nodiscard]] NoteEditor& note() noexcept { return *note_; }

private:
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
    std::vector<wxString> stateWords_;
    std::vector<wxString> techniqueWords_;
    std::vector<wxString> referenceWords_;

    ScoreStrip* tenderness_; ///< children of this window, as all below
    ChipGroup* states_;
    ChipGroup* signs_;
    ChipGroup* recognition_;
    TextBlock* reading_;
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
