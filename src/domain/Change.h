// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Session.h"

#include <optional>
#include <span>
#include <vector>

namespace palpate {

/// What became of one point between two sessions of its case; values found before treatment only.
enum class Fate { New, Gone, Back, Stronger, Weaker, Unchanged, NotComparable };

struct FindingChange {
    TriggerPoint point;
    Fate fate = Fate::NotComparable;
    std::optional<int> tendernessDelta; ///< later minus earlier; empty unless both were assessed
    std::optional<State> stateBefore;
    std::optional<State> stateAfter;
    friend bool operator==(const FindingChange&, const FindingChange&) = default;
};

/// `earlier` or `later` is nullptr where that session has no finding at the point; not both. Gone:
/// judged resolved later but not earlier. Back: the reverse. New: no earlier finding. A point
/// missing later, or not assessed on one side, is NotComparable: it is never called gone.
[[nodiscard]] FindingChange changeBetween(const Finding* earlier, const Finding* later);

/// Sums over the points of one session, before treatment. A point not assessed is left out, and
/// counted.
struct PointTotals {
    int active = 0;
    int latent = 0;
    int resolved = 0;
    int stateNotAssessed = 0;
    int points = 0;             ///< all findings of the session
    int tendernessAssessed = 0; ///< of `points`
    int totalTenderness = 0;    ///< over those assessed
    friend bool operator==(const PointTotals&, const PointTotals&) = default;
};
[[nodiscard]] PointTotals totalsOf(std::span<const Finding> findings);

/// Each point of the case as it stood last: from sessions in order of time, the latest assessed
/// finding of a point, else its latest finding at all. In the order of the points' numbers.
[[nodiscard]] std::vector<Finding> lastKnown(std::span<const Session> oldestFirst);
/// Of those, the ones not resolved: what the next session shows as ghosts.
[[nodiscard]] std::vector<Finding> openPoints(std::span<const Session> oldestFirst);

} // namespace palpate
