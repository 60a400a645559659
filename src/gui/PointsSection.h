// SPDX-License-Identifier: MIT
#pragma once

#include "gui/PillButton.h"
#include "gui/PointCardView.h"
#include "gui/PointRowView.h"
#include "gui/SectionHeading.h"
#include "gui/SessionSection.h"

#include <vector>

namespace palpate::gui {

/// The points of today and those of last time that wait, in one list by number, with the open card
/// below its row. What is to be settled carries its words in the row.
class PointsSection : public SessionSection {
public:
    PointsSection(wxWindow* parent, HoldNow now);

    void open(app::SessionPresenter* presenter) override;
    [[nodiscard]] bool render(const app::SessionView& view, bool readOnly) override;
    void flush() override { card_->flush(); }
    void focusFirst() override;
    /// The keyboard goes to the next point that is to be settled; false when all are.
    bool focusNextToSettle();

    [[nodiscard]] PointCardView& card() noexcept { return *card_; }
    /// The row above the open card.
    [[nodiscard]] int cardRowHeight() const;

private:
    struct Line;

    void addLine();
    void choose(const Line& line);
    void step(std::size_t from, int by);
    [[nodiscard]] bool renderLines(const app::SessionView& view, bool readOnly);
    [[nodiscard]] bool renderLine(Line& line, bool readOnly);
    [[nodiscard]] int chipsRoom() const; ///< pixels beside a row's muscle
    [[nodiscard]] bool placeCard(const app::SessionView& view, bool readOnly);

    SectionHeading* heading_ = nullptr; ///< children of this window, as all below
    PillButton* others_ = nullptr;
    wxPanel* place_ = nullptr;
    std::vector<std::unique_ptr<Line>> lines_;
    PointCardView* card_ = nullptr;
    std::size_t cardAfter_ = 0;
};

} // namespace palpate::gui
