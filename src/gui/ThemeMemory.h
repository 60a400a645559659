// SPDX-License-Identifier: MIT
#pragma once

#include "gui/Theme.h"

namespace palpate::gui {

/// Takes the choice up at once and remembers it for this person's computer.
void chooseTheme(ThemeChoice choice);
/// Takes up what was remembered; the desktop's when nothing was.
void recallTheme();

/// Whether controls are made for fingers: the same way.
void chooseLargeControls(bool large);
void recallLargeControls();
/// A finger is on the screen: controls become large, unless this person has chosen themselves.
void noteTouch();
/// Whether a short sound says that the usual time of held pressure is reached.
[[nodiscard]] bool holdSounds();
void chooseHoldSounds(bool sounds);

} // namespace palpate::gui
