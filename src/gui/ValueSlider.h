// SPDX-License-Identifier: MIT
#pragma once

#include "gui/PaintedControl.h"

#include <functional>
#include <optional>

namespace palpate::gui {

/// A line from least to most on which nothing is chosen at first: a click or a drag chooses. Keys:
/// Left and Right step (from the middle where nothing is chosen), Page Up and Page Down by ten
/// steps, Home and End the ends, Backspace clears to "not asked".
class ValueSlider : public PaintedControl {
public:
    struct Scale {
        double least = 0;
        double most = 100;
        double step = 1;
    };
    /// `notAsked`: what is said and shown while nothing is chosen.
    ValueSlider(wxWindow* parent, const wxString& name, const wxString& label,
                const wxString& notAsked, Scale scale);

    std::function<void(std::optional<double>)> onChange; ///< by the user only

    [[nodiscard]] std::optional<double> value() const noexcept { return value_; }
    void setValue(std::optional<double> value); ///< tells nobody
    [[nodiscard]] wxString text() const;        ///< "35", or that nothing is chosen
    /// Where that value stands; client pixels.
    [[nodiscard]] wxRect placeOf(double value) const;

protected:
    void draw(wxGraphicsContext& context, wxSize size) override;
    void pressed(wxPoint at) override;
    void released(wxPoint at) override;
    void pointed(wxPoint at) override;
    bool key(wxKeyEvent& event) override;
    wxSize DoGetBestSize() const override;

private:
    [[nodiscard]] double at(int x) const;
    [[nodiscard]] int xOf(double value) const;
    [[nodiscard]] int valueRoom() const;
    void choose(std::optional<double> value);
    void tell();

    wxString label_;
    wxString notAsked_;
    Scale scale_;
    std::optional<double> value_;
    std::optional<double> held_; ///< while it is dragged
    bool dragging_ = false;
};

} // namespace palpate::gui
