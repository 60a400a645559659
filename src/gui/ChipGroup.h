// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Picture.h"
#include "gui/PaintedControl.h"
#include "gui/PressedPart.h"

#include <functional>
#include <memory>
#include <vector>

namespace palpate::gui {

/// For choices: Off or On. For signs: Off is "not assessed", On "present", Absent "absent".
enum class ChipState { Off, On, Absent };

/// A warning that a chip carries before it is pressed; each has a shape of its own.
enum class ChipMark {
    Nothing,
    NotChecked, ///< ? in a ring
    Care,       ///< ! in a ring
    Weigh,      ///< a filled triangle
    Never       ///< a ring with a bar
};

/// Chips that wrap to the width they get. Arrows move between them, Space or Enter presses; for
/// signs + - Backspace say present, absent, not assessed. State shows by shape too (filled and
/// bold, tick, struck through), not by colour alone.
class ChipGroup : public PaintedControl {
public:
    enum class Kind {
        Single, ///< at most one; pressing the chosen one clears it
        Multi,
        Signs, ///< not assessed -> present -> absent -> not assessed
    };
    enum class Size { Regular, Compact };
    struct Chip {
        wxString text;
        bool isAction = false; ///< only pressed, holds no state ("+", "Muscle ▾")
        /// A small picture before the text: how it looks on the map.
        std::shared_ptr<const drawing::Picture> swatch = nullptr;
        ChipMark mark = ChipMark::Nothing;
        wxString tip = {}; ///< a sentence under the pointer, also spoken
    };
    static constexpr int kNone = -1;

    ChipGroup(wxWindow* parent, const wxString& name, const wxString& label, Kind kind,
              std::vector<Chip> chips, Size size = Size::Regular);

    /// By the user only; once a press, also for Kind::Single. When it throws, the chips show what
    /// they showed before.
    std::function<void(int chip, ChipState now)> onChange;
    std::function<void(int chip)> onAction;

    [[nodiscard]] int count() const noexcept { return static_cast<int>(chips_.size()); }
    [[nodiscard]] ChipState state(int chip) const;
    void setState(int chip, ChipState state); ///< tells nobody; for Kind::Single clears the others
    void clearStates();
    [[nodiscard]] int selected() const noexcept; ///< the first that is On, or kNone
    /// New chips, all Off.
    void setChips(std::vector<Chip> chips);
    /// Other pictures for the same chips, which keep their states.
    void setSwatches(const std::vector<std::shared_ptr<const drawing::Picture>>& swatches);
    void enableChip(int chip, bool enabled);
    [[nodiscard]] int lineWidth() const; ///< pixels that all chips need side by side
    [[nodiscard]] int heightFor(int width) const;
    /// One line where there is room for it, else as many lines as that width takes.
    [[nodiscard]] wxSize sizeWithin(int room) const;
    [[nodiscard]] wxRect chipArea(int chip) const;           ///< client pixels
    [[nodiscard]] int chipNamed(const wxString& text) const; ///< or kNone

protected:
    void draw(wxGraphicsContext& context, wxSize size) override;
    void pressed(wxPoint at) override;
    void released(wxPoint at) override;
    void pointed(wxPoint at) override;
    bool key(wxKeyEvent& event) override;
    void focusChanged() override;
    void heightChanged() override { arrange(); }
    wxSize DoGetBestSize() const override;

private:
    // DIP, each with its gap: tick or minus, swatch, warning.
    static constexpr int kMarkDip = 13;
    static constexpr int kSwatchGapDip = 6;
    static constexpr int kCautionDip = 17;
    struct Item {
        Chip chip;
        ChipState state = ChipState::Off;
        bool enabled = true;
        wxRect area;
    };
    [[nodiscard]] int chipAt(wxPoint at) const;
    [[nodiscard]] wxRect pressArea(int chip) const;
    [[nodiscard]] int chipWidth(const Item& item) const;
    [[nodiscard]] wxSize arranged(int width, std::vector<wxRect>* areas) const;
    void arrange();
    [[nodiscard]] std::vector<ChipState> states() const;
    void press(int chip);
    void put(int chip, ChipState state);
    void moveTo(int chip);
    void tell();
    void drawChip(wxGraphicsContext& context, const Item& item, int index) const;
    void drawMark(wxGraphicsContext& context, ChipMark mark, double x, double middle,
                  const wxColour& onChosen) const;
    void showTip();

    wxString label_;
    Kind kind_;
    Size size_;
    std::vector<Item> chips_;
    wxSize asked_; ///< the width it had when it last asked for a height, and that height
    int hot_ = kNone;
    PressedPart pressed_;
    int current_ = 0;
};

} // namespace palpate::gui
