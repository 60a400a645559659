// SPDX-License-Identifier: MIT
#pragma once

#include "gui/Words.h"

#include <functional>

namespace palpate::gui {

// Names on the screen as initials, birth dates and telephone numbers as dots, while somebody else
// looks at it. What is stored, printed, copied or exported has no part in it, nor what stands in a
// field that one types in.

[[nodiscard]] bool areNamesHidden() noexcept;
/// The text without names; empty: they are shown. All windows are laid out and painted anew.
void hideNames(std::function<std::string(const std::string&)> mask);

/// The text as it may be painted now. Whatever paints or measures text of ours asks this.
[[nodiscard]] wxString onScreen(const wxString& text);

} // namespace palpate::gui
