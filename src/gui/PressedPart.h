// SPDX-License-Identifier: MIT
#pragma once

#include <wx/gdicmn.h>

#include <optional>

class wxWindow;

namespace palpate::gui {

/// The part of a control that is pressed: a box, a chip, a segment. It acts when the pointer comes
/// up on it, so that who pressed the wrong one moves off it, and a finger that only wants to scroll
/// sets nothing. `area`: of that part, now, in the control's pixels.
class PressedPart {
public:
    void press(const wxWindow& control, int part, const wxRect& area);
    [[nodiscard]] std::optional<int> part() const noexcept { return part_; }
    /// Whether it is to look pressed: the pointer has not left it.
    [[nodiscard]] bool shows(int part) const noexcept { return part_ == part && isUnder_; }
    /// The pointer moved; true when the part looks different by it.
    bool point(const wxWindow& control, wxPoint pointer, const wxRect& area);
    /// The pointer came up, outside at {-1, -1}; true when the part is to act. Nothing is pressed
    /// any more.
    [[nodiscard]] bool release(const wxWindow& control, wxPoint pointer, const wxRect& area);
    /// The control shows other parts now.
    void forget() noexcept { part_.reset(); }

private:
    [[nodiscard]] bool isOn(const wxWindow& control, wxPoint pointer, const wxRect& area) const;

    std::optional<int> part_;
    wxRect pressedAt_; ///< on the screen
    bool isUnder_ = false;
};

} // namespace palpate::gui
