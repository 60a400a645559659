// SPDX-License-Identifier: MIT
#include "domain/BackupRotation.h"

#include "domain/Calendar.h"

#include <algorithm>
#include <functional>
#include <set>

namespace palpate {

namespace {

using std::chrono::sys_days;

[[nodiscard]] sys_days dayOf(Instant at) {
    return std::chrono::floor<std::chrono::days>(at);
}
[[nodiscard]] sys_days weekOf(Instant at) {
    const auto day = dayOf(at);
    return day - (std::chrono::weekday{day} - std::chrono::Monday);
}
[[nodiscard]] sys_days monthOf(Instant at) {
    const Date day{dayOf(at)};
    return day.year() / day.month() / std::chrono::day{1};
}

/// Keeps the newest of each of `count` stretches of time that have one.
void keepNewest(const std::vector<Instant>& newestFirst, sys_days (*stretchOf)(Instant), int count,
                std::set<Instant>& kept) {
    std::set<sys_days> stretches;
    for (const auto at : newestFirst) {
        if (static_cast<int>(stretches.size()) == count && !stretches.contains(stretchOf(at))) {
            return;
        }
        if (stretches.insert(stretchOf(at)).second) {
            kept.insert(at);
        }
    }
}

} // namespace

std::vector<Instant> noLongerKept(std::span<const Instant> taken, Instant now,
                                  const RotationRule& rule) {
    std::vector<Instant> newestFirst;
    std::ranges::copy_if(taken, std::back_inserter(newestFirst),
                         [&](Instant at) { return at <= now; });
    std::ranges::sort(newestFirst, std::greater{});
    std::set<Instant> kept;
    if (!newestFirst.empty()) {
        kept.insert(newestFirst.front());
    }
    keepNewest(newestFirst, dayOf, rule.days, kept);
    keepNewest(newestFirst, weekOf, rule.weeks, kept);
    keepNewest(newestFirst, monthOf, rule.months, kept);
    std::vector<Instant> gone;
    std::ranges::copy_if(taken, std::back_inserter(gone),
                         [&](Instant at) { return at <= now && !kept.contains(at); });
    return gone;
}

} // namespace palpate
