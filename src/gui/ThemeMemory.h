// SPDX-License-Identifier: MIT
#pragma once

#include "gui/Theme.h"

namespace palpate::gui {

/// Takes the choice up at once and remembers it for this person's computer.
void chooseTheme(ThemeChoice choice);
/// Takes up what was remembered; the desktop's when nothing was.
void recallTheme();

} // namespace palpate::gui
