// SPDX-License-Identifier: MIT
#pragma once

#include "app/CaseStory.h"
#include "domain/Session.h"

#include <optional>
#include <span>
#include <vector>

namespace palpate::app {

/// One treatment and what became of tenderness, by the rules by which the store sums up a whole
/// clinic (storage/Outcomes.h).
struct TechniqueUse {
    TechniqueKey technique;
    std::optional<MuscleKey> muscle; ///< of the point, or treated as such; empty: another target
    /// After minus before, the same day; empty: not of a point, or not assessed both times.
    std::optional<int> atOnce;
    /// Before treatment: the next session of the case minus this one. Empty: there is none, or the
    /// point was not assessed in both.
    std::optional<int> atNextVisit;
    bool isAlone = true; ///< the only treatment of its point that day: what followed is its own
};
/// Every treatment of the sessions, which are in order of time, of one case or of several.
[[nodiscard]] std::vector<TechniqueUse> techniqueUses(std::span<const Session* const> oldestFirst);

/// By technique, most used first. Only treatments that were alone count as measured.
[[nodiscard]] std::vector<TechniqueStory>
techniqueStories(std::span<const Session* const> oldestFirst);

/// In the order given.
[[nodiscard]] std::vector<const Session*> pointersTo(std::span<const Session> sessions);

} // namespace palpate::app
