// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Clock.h"
#include "gui/PaintedControl.h"

#include <utility>
#include <vector>

namespace palpate::gui {

/// Several values over the same time below each other, each on a scale of its own from its least to
/// its greatest: what went up while what went down. Read; a table beside it says the numbers.
class TrendRows : public PaintedControl {
public:
    struct Row {
        wxString label;
        wxString unit;
        std::vector<std::pair<Instant, double>> days; ///< the earliest first
        friend bool operator==(const Row&, const Row&) = default;
    };
    TrendRows(wxWindow* parent, const wxString& name, const wxString& label);

    void set(std::vector<Row> rows);

protected:
    void draw(wxGraphicsContext& context, wxSize size) override;
    wxSize DoGetBestSize() const override;

private:
    void drawRow(wxGraphicsContext& context, const Row& row, const wxRect2DDouble& area) const;

    wxString label_;
    std::vector<Row> rows_;
    Instant first_;
    Instant last_;
};

} // namespace palpate::gui
