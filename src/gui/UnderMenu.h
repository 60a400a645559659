// SPDX-License-Identifier: MIT
#pragma once

#include <wx/gdicmn.h>
#include <wx/string.h>

#include <optional>
#include <string>
#include <vector>

class wxWindow;

namespace palpate::gui {

/// A muscle under the pointer, or something to do with it; translated, UTF-8.
struct UnderItem {
    std::string label;     ///< "right quadratus lumborum"
    std::string detail;    ///< "layer 4, deepest": stands behind it
    bool checked = false;  ///< the one that is seen now
    bool newGroup = false; ///< a line above it
    bool enabled = true;
    friend bool operator==(const UnderItem&, const UnderItem&) = default;
};

/// A menu entry's text with the key that chooses it while the menu is open.
[[nodiscard]] wxString menuText(const std::string& label, const std::string& key);

/// A native menu at `at` (pixels of the window; wxDefaultPosition: at the pointer). Waits until it
/// is closed; empty: nothing was chosen. Numbered: digits 1 to 9 choose too.
[[nodiscard]] std::optional<int> showMuscleMenu(wxWindow& window, wxPoint at,
                                                const std::vector<UnderItem>& items,
                                                const std::string& title = {},
                                                bool numbered = true);

} // namespace palpate::gui
