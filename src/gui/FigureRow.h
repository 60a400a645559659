// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionDifference.h"
#include "gui/PaintedControl.h"

#include <vector>

namespace palpate::gui {

/// Figures side by side, each with its name above and how sure it is below. Read, never pressed.
class FigureRow : public PaintedControl {
public:
    FigureRow(wxWindow* parent, const wxString& name);

    void set(std::vector<app::DifferenceFigure> figures);
    [[nodiscard]] const std::vector<app::DifferenceFigure>& figures() const noexcept {
        return figures_;
    }

protected:
    void draw(wxGraphicsContext& context, wxSize size) override;
    wxSize DoGetBestSize() const override;

private:
    void drawFigure(wxGraphicsContext& context, const app::DifferenceFigure& figure,
                    const wxRect& area) const;

    [[nodiscard]] int columnWidth(int width) const;

    std::vector<app::DifferenceFigure> figures_;
};

} // namespace palpate::gui
