// SPDX-License-Identifier: MIT
#pragma once

#include "app/MeasureTrends.h"

#include <wx/panel.h>

#include <vector>

class wxBoxSizer;

namespace palpate::gui {

class Card;

/// The outcome measures of a case over time: each with its line, what can be said of the change and
/// no more, where the figures come from, and the scores as a table beside the picture.
class MeasureCards : public wxPanel {
public:
    explicit MeasureCards(wxWindow* parent);

    void render(std::vector<app::MeasureTrend> trends);

private:
    void add(std::size_t index);
    [[nodiscard]] bool isShown(const std::vector<app::MeasureTrend>& trends) const;

    std::vector<app::MeasureTrend> trends_;
    std::vector<Card*> cards_; ///< children of this window
    wxBoxSizer* column_;       ///< owned by this window
};

} // namespace palpate::gui
