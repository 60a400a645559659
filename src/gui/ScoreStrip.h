// SPDX-License-Identifier: MIT
#pragma once

#include "gui/PaintedControl.h"
#include "gui/PressedPart.h"

#include <chrono>
#include <functional>
#include <optional>

namespace palpate::gui {

/// Boxes 0 to 10, or to less, in two rows where the width does not do, as with large text. The
/// chosen one is filled, last time's has a dashed edge; choosing the chosen one again clears it to
/// "not assessed". Keys: 0-9, 10 by `x` or by 1 and 0 in quick
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
    /// The label stands elsewhere already; only a screen reader says it here.
    void hideLabel();
    /// Boxes 0 to `most`, at most 10.
    void setMost(int most);
    [[nodiscard]] int most() const noexcept { return most_; }
    [[nodiscard]] wxRect boxArea(int score) const; ///< client pixels

protected:
    void draw(wxGraphicsContext& context, wxSize size) override;
    void pressed(wxPoint at) override;
    void released(wxPoint at) override;
    void pointed(wxPoint at) override;
    bool key(wxKeyEvent& event) override;
    wxSize DoGetBestSize() const override;

private:
    /// How the boxes lie in a width; all in pixels.
    struct Rows {
        int count = 1;
        int inRow = 11;      ///< boxes in the first row, the longest
        int labelBeside = 0; ///< room for it left of the boxes
        int labelAbove = 0;
        int height = 0; ///< of a row
        int gap = 0;    ///< between rows
    };
    [[nodiscard]] Rows rowsIn(int width) const;
    [[nodiscard]] int boxesWidth(int boxes) const;
    [[nodiscard]] int labelWidth() const;
    [[nodiscard]] int leastWidth() const;
    [[nodiscard]] wxRect pressArea(int score) const; ///< with its share of the gaps
    [[nodiscard]] std::optional<int> scoreAt(wxPoint at) const;
    void ask();
    void choose(std::optional<int> value);
    void step(int by);
    void tell();

    [[nodiscard]] bool paintsLabel() const { return !label_.empty() && !labelHidden_; }

    wxString label_;
    bool labelHidden_ = false;
    Size size_;
    int labelWidth_ = 0;
    int most_ = 10;
    std::optional<int> value_;
    std::optional<int> lastTime_;
    std::optional<int> hot_;
    PressedPart pressed_;
    bool isLaidOut_ = false; ///< its width is one that was given
    wxSize asked_;           ///< the width it had when it last asked for a height, and that height
    std::optional<int> cursor_; ///< of the arrow keys, while there is no score
    std::chrono::steady_clock::time_point oneTyped_{};
};

} // namespace palpate::gui
