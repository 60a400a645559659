// SPDX-License-Identifier: MIT
#pragma once

#include "app/HistoryPresenter.h"

#include <wx/panel.h>

#include <functional>
#include <optional>
#include <vector>

namespace palpate::gui {

class ChipGroup;
class SearchField;

/// What narrows a patient's sessions: words, the case, a muscle, a technique, days, who treated.
/// Chips open menus of what occurs in these sessions; one that restricts says to what.
class HistoryFilterBar : public wxPanel {
public:
    explicit HistoryFilterBar(wxWindow* parent);

    std::function<void(app::HistoryFilter)> onChange;
    std::function<void(std::optional<int>)> onLastDays; ///< empty: any time
    std::function<void()> onOwnDays;                    ///< from a day to a day is asked for
    std::function<void(int newer)> onStep;              ///< arrows in the search field
    std::function<void()> onOpen;                       ///< Enter in it

    void render(const app::HistoryView& view);
    [[nodiscard]] SearchField& search() noexcept { return *search_; }

private:
    enum class Chip { Case, Muscle, Technique, Days, Practitioner, Clear };
    void press(int chip);
    void askMuscle();
    void askTechnique();
    void askDays();
    void askPractitioner();
    void renderChips();
    /// A menu under a chip; the entry chosen, counted from 0.
    [[nodiscard]] std::optional<int> ask(Chip under, const std::vector<wxString>& entries,
                                         std::optional<int> checked);
    /// A menu of what occurs, headed by what takes the restriction away again.
    template <class Key>
    void askFor(Chip chip, const wxString& any, const std::vector<app::HistoryChoice<Key>>& choices,
                std::optional<Key> app::HistoryFilter::*what);

    app::HistoryView view_;
    std::vector<Chip> shown_; ///< in the order of the chips
    SearchField* search_;     ///< children of this window
    ChipGroup* chips_;
};

} // namespace palpate::gui
