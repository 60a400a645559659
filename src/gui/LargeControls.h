// SPDX-License-Identifier: MIT
#pragma once

#include <wx/event.h>

class wxWindow;

namespace palpate::gui {

/// Whether controls are made for fingers: each at least dip::kTouch high.
[[nodiscard]] bool hasLargeControls() noexcept;
/// Takes it up at once: every window hears EVT_CONTROL_HEIGHT, then everything is laid out anew.
void setLargeControls(bool large);
/// A height in DIP, or dip::kTouch where controls are large and it is lower.
[[nodiscard]] int touchable(int dip) noexcept;

/// Sent to each window by itself, from the inside outwards: what it keeps of its height is out of
/// date.
wxDECLARE_EVENT(EVT_CONTROL_HEIGHT, wxCommandEvent);

/// Whether what happens now comes from a finger on the screen. False where it can't be told.
[[nodiscard]] bool comesFromTouch() noexcept;

} // namespace palpate::gui
