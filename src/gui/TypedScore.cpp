// SPDX-License-Identifier: MIT
#include "gui/TypedScore.h"

#include <wx/event.h>

namespace palpate::gui {

namespace {

constexpr long kTenWithin = 800; ///< milliseconds from the 1 to the 0 of a typed 10

[[nodiscard]] std::optional<int> scoreOf(int key) {
    if (key >= '0' && key <= '9') {
        return key - '0';
    }
    if (key >= WXK_NUMPAD0 && key <= WXK_NUMPAD9) {
        return key - WXK_NUMPAD0;
    }
    if (key == 'X') {
        return 10;
    }
    return {};
}

} // namespace

std::optional<int> TypedScore::read(const wxKeyEvent& event) {
    const std::optional<int> score = scoreOf(event.GetKeyCode());
    // When the keys were pressed counts, not when they are read: storing the 1 may take its time.
    const long now = event.GetTimestamp();
    const bool ten = score == 0 && oneTyped_ && now - *oneTyped_ < kTenWithin;
    oneTyped_ = score == 1 ? std::optional{now} : std::nullopt;
    return ten ? 10 : score;
}

} // namespace palpate::gui
