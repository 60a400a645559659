// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Message.h"

#include <optional>
#include <vector>

namespace palpate {

/// How the window hides the record while nobody looks after it; for everybody in the clinic. The
/// defaults are our own choice.
struct LockSettings {
    std::optional<int> idleMinutes = 10;      ///< 1 to 240; empty: never by itself
    std::optional<int> clipboardSeconds = {}; ///< 5 to 3600; empty: what was copied stays
    friend bool operator==(const LockSettings&, const LockSettings&) = default;
};

/// What keeps them from being stored; empty when all is well.
[[nodiscard]] std::vector<Message> problems(const LockSettings& settings);

} // namespace palpate
