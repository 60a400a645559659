// SPDX-License-Identifier: MIT
#pragma once

#include "app/TimeText.h"
#include "domain/Session.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <span>

namespace palpate::app {

/// The local day of a session, in the zone of its clinic at the time.
[[nodiscard]] inline Date dayOf(const Session& session) {
    return localDay(session.startedAt, session.timeZone);
}

/// Negative when `later` lies before.
[[nodiscard]] inline int daysBetween(Date earlier, Date later) {
    return static_cast<int>(
        (std::chrono::sys_days{later} - std::chrono::sys_days{earlier}).count());
}

/// The next visit as it was agreed last, if it lies after the day of the newest session: a session
/// that agreed none does not take it back. `oldestFirst` must not be empty.
[[nodiscard]] inline std::optional<Date> agreedVisit(std::span<const Session> oldestFirst) {
    const auto agreed = std::find_if(oldestFirst.rbegin(), oldestFirst.rend(),
                                     [](const Session& one) { return one.nextVisit.has_value(); });
    const auto& latest = oldestFirst.back();
    return agreed != oldestFirst.rend() && dayOf(latest) < *agreed->nextVisit ? agreed->nextVisit
                                                                              : std::nullopt;
}

} // namespace palpate::app
