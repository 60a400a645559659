// SPDX-License-Identifier: MIT
#pragma once

#include "gui/PaintedControl.h"

#include <functional>

namespace palpate::gui {

/// A small slider for the size of a brush: a wedge from a small to a large dot. Drag, click,
/// arrows, Page Up and Down, Home and End. Steps grow with the size, as sizes are felt.
class SizeSlider : public PaintedControl {
public:
    /// `unit` stands behind the number for a screen reader: "mm".
    SizeSlider(wxWindow* parent, const wxString& name, const wxString& label, const wxString& unit,
               double least, double most);

    std::function<void(double)> onChange; ///< by the user only

    [[nodiscard]] double value() const noexcept { return value_; }
    void setValue(double value);                       ///< held between least and most
    [[nodiscard]] wxPoint placeOf(double value) const; ///< client pixels

protected:
    void draw(wxGraphicsContext& context, wxSize size) override;
    void pressed(wxPoint at) override;
    void pointed(wxPoint at) override;
    bool key(wxKeyEvent& event) override;
    wxSize DoGetBestSize() const override;

private:
    [[nodiscard]] double shareOf(double value) const;
    [[nodiscard]] double valueAt(double share) const;
    [[nodiscard]] wxRect track() const;
    void choose(double value);
    void tell();

    wxString label_;
    wxString unit_;
    double least_;
    double most_;
    double value_;
};

} // namespace palpate::gui
