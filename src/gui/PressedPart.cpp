// SPDX-License-Identifier: MIT
#include "gui/PressedPart.h"

#include <wx/window.h>

#include <utility>

namespace palpate::gui {

void PressedPart::press(const wxWindow& control, int part, const wxRect& area) {
    part_ = part;
    pressedAt_ = {control.ClientToScreen(area.GetTopLeft()), area.GetSize()};
    isUnder_ = true;
}

bool PressedPart::point(const wxWindow& control, wxPoint pointer, const wxRect& area) {
    const bool was = std::exchange(isUnder_, isOn(control, pointer, area));
    return part_ && was != isUnder_;
}

bool PressedPart::release(const wxWindow& control, wxPoint pointer, const wxRect& area) {
    const bool isMeant = part_ && isOn(control, pointer, area);
    part_.reset();
    return isMeant;
}

bool PressedPart::isOn(const wxWindow& control, wxPoint pointer, const wxRect& area) const {
    // A field that lost the keyboard by the press stores its text, and what is below may move away
    // under the pointer: the place where it was pressed counts as well.
    return pointer != wxPoint{-1, -1} &&
           (area.Contains(pointer) || pressedAt_.Contains(control.ClientToScreen(pointer)));
}

} // namespace palpate::gui
