// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionView.h"
#include "gui/PaintedControl.h"
#include "gui/Painting.h"
#include "gui/TypedScore.h"

#include <functional>

namespace palpate::gui {

/// One line of the list of points: its symbol as on the map, muscle, tenderness, treatment; what is
/// still to be settled shows what it was last time instead. A click or Enter selects it, digits
/// rate it, S B W G settle a point known from before, Up and Down go to its neighbours.
class PointRowView : public PaintedControl {
public:
    explicit PointRowView(wxWindow* parent, const wxString& name);

    std::function<void()> onChoose;
    std::function<void(Settled)> onSettle;
    std::function<void(int score)> onRate;
    std::function<void()> onRemove;
    std::function<void(int by)> onStep;
    void set(const app::PointRow& row);
    /// A point of last time that is not in this session yet.
    void set(const app::GhostRow& ghost);
    [[nodiscard]] bool isGhost() const noexcept { return ghost_; }
    /// Nothing is rated or settled by key.
    void setReadOnly(bool readOnly) noexcept { readOnly_ = readOnly; }
    /// Once set.
    [[nodiscard]] const app::PointRow& row() const { return row_.value(); }

    /// Where the columns begin, in DIP from the left edge, for a list of this width; the heading
    /// above uses them too.
    struct Columns {
        int muscle = 0;
        int tenderness = 0;
        int treatment = 0;
    };
    [[nodiscard]] static Columns columnsFor(int widthDip);

protected:
    void draw(wxGraphicsContext& context, wxSize size) override;
    void released(wxPoint at) override;
    bool key(wxKeyEvent& event) override;
    wxSize DoGetBestSize() const override;

private:
    void show(const app::PointRow& row, bool ghost);
    [[nodiscard]] wxString under() const; ///< the second line
    void drawSymbol(wxGraphicsContext& context, wxSize size);
    void drawColumns(wxGraphicsContext& context, wxSize size);

    std::optional<app::PointRow> row_; ///< empty until first set
    bool ghost_ = false;
    bool readOnly_ = false;
    TypedScore typed_;
    PathCache paths_;
};

} // namespace palpate::gui
