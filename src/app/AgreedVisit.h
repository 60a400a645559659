// SPDX-License-Identifier: MIT
#pragma once

#include "app/TimeText.h"
#include "domain/Session.h"

#include <algorithm>
#include <optional>
#include <span>

namespace palpate::app {

/// The next visit as it was agreed last, if it lies after the day of the newest session: a session
/// that agreed none does not take it back. `oldestFirst` must not be empty.
[[nodiscard]] inline std::optional<Date> agreedVisit(std::span<const Session> oldestFirst) {
    const auto agreed = std::find_if(oldestFirst.rbegin(), oldestFirst.rend(),
                                     [](const Session& one) { return one.nextVisit.has_value(); });
    const auto& latest = oldestFirst.back();
    return agreed != oldestFirst.rend() &&
                   localDay(latest.startedAt, latest.timeZone) < *agreed->nextVisit
               ? agreed->nextVisit
               : std::nullopt;
}

} // namespace palpate::app
