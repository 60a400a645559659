// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

class wxKeyEvent;

namespace palpate::gui {

/// Reads a score from single keys: 0 to 9, 10 by `x` or by 1 and 0 in quick succession.
class TypedScore {
public:
    /// What the key makes of the score; nothing when it is none of these keys.
    [[nodiscard]] std::optional<int> read(const wxKeyEvent& event);
    /// The next key stands for itself: another score is meant from now on.
    void forget() noexcept { oneTyped_.reset(); }

private:
    std::optional<long> oneTyped_; ///< when, in milliseconds of the events' clock
};

} // namespace palpate::gui
