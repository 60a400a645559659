// SPDX-License-Identifier: MIT
#pragma once

#include "gui/PaintedControl.h"

#include <chrono>
#include <functional>
#include <optional>

namespace palpate::gui {

/// Boxes 0 to 10, or to less. The chosen one is filled, last time's has a dashed edge; choosing the
/// chosen one again clears it to "not assessed". Keys: 0-9, 10 by `x` or by 1 and 0 in quick
/// succession; Left and Right change a score, and where there is none they only move a cursor whose
/// box Space or Enter chooses; Backspace clears.
class ScoreStrip : public PaintedControl {
public:
    enum class Size { Regular, Compact };

    ScoreStrip(wxWindow* parent, const wxString& name, const wxString& label,
               Size size = Size::Regular);

    /// By the user only; empty: not assessed. When it throws, the strip shows what it showed
    /// before.
    std::function<void(std::optional<int>)> onChange;

    [[nodiscard]] std::optional<int> value() const noexcept { return value_; }
    void setValue(std::optional<int> value);
    [[nodiscard]] std::optional<int> lastTime() const noexcept { return lastTime_; }
    void setLastTime(std::optional<int> value);
    /// Width kept for the label in DIP, so that strips below each other line up; 0: as wide as its
    /// text.
    void setLabelWidth(int dip);
    /// Boxes 0 to `most`, at most 10.
    void setMost(int most);
    [[nodiscard]] wxRect boxArea(int score) const; ///< client pixels

protected:
    void draw(wxGraphicsContext& context, wxSize size) override;
    void pressed(wxPoint at) override;
    void pointed(wxPoint at) override;
    bool key(wxKeyEvent& event) override;
    wxSize DoGetBestSize() const override;

private:
    [[nodiscard]] int labelSpace() const; ///< beside the boxes
    [[nodiscard]] int labelAbove() const; ///< of large boxes, which leave no room beside them
    [[nodiscard]] std::optional<int> scoreAt(wxPoint at) const;
    void choose(std::optional<int> value);
    void step(int by);
    void tell();

    wxString label_;
    Size size_;
    int labelWidth_ = 0;
    int most_ = 10;
    std::optional<int> value_;
    std::optional<int> lastTime_;
    std::optional<int> hot_;
    std::optional<int> cursor_; ///< of the arrow keys, while there is no score
    std::chrono::steady_clock::time_point oneTyped_{};
};

} // namespace palpate::gui
