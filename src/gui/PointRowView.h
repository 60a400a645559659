// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionView.h"
#include "gui/PaintedControl.h"
#include "gui/Painting.h"

#include <functional>

namespace palpate::gui {

/// One line of the list of points: its symbol as on the map, muscle, tenderness, treatment. A click
/// or Enter selects it.
class PointRowView : public PaintedControl {
public:
    explicit PointRowView(wxWindow* parent, const wxString& name);

    std::function<void()> onChoose;
    void set(const app::PointRow& row);
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
    std::optional<app::PointRow> row_; ///< empty until first set
    PathCache paths_;
};

} // namespace palpate::gui
