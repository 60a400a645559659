// SPDX-License-Identifier: MIT
#pragma once

#include "app/People.h"
#include "gui/PaintedControl.h"

namespace palpate::gui {

/// A QR code as cameras want it: dark on white whatever the theme, each square the same number of
/// whole pixels of the screen.
class QrView : public PaintedControl {
public:
    /// `label` is what a screen reader says.
    QrView(wxWindow* parent, const wxString& name, const wxString& label);

    void set(const app::QrCode& code);
    /// Where a square lies, in client pixels.
    [[nodiscard]] wxRect2DDouble squareArea(int column, int row) const;

protected:
    void draw(wxGraphicsContext& context, wxSize size) override;
    wxSize DoGetBestSize() const override;

private:
    [[nodiscard]] double squareSize() const; ///< client pixels

    app::QrCode code_;
};

} // namespace palpate::gui
