// SPDX-License-Identifier: MIT
#pragma once

class wxWindow;

namespace palpate::gui {

/// Tells GTK in which order Tab goes through a top-level window: that of the windows' making, over
/// what is shown and takes the focus now. wx tells it once, when a window is made; what was hidden
/// or empty then would never be reached. To be called before a Tab is acted on. Elsewhere than
/// under GTK nothing needs to be told.
void renewTabOrder(const wxWindow& topLevel);

/// Tab stops at the window or at something in it.
[[nodiscard]] bool hasTabStop(const wxWindow& window);

} // namespace palpate::gui
