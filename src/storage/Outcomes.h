// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Id.h"

#include <cstdint>
#include <vector>

namespace palpate::storage {

class Engine;

/// Differences of tenderness, summed: enough for their mean and its interval. Whole numbers, so
/// nothing is rounded.
struct ChangeSums {
    std::int64_t count = 0;
    std::int64_t sum = 0;
    std::int64_t squares = 0; ///< sum of the squares
    friend bool operator==(const ChangeSums&, const ChangeSums&) = default;
};

/// One technique in one muscle over the whole clinic.
struct TechniqueOutcome {
    TechniqueKey technique;
    MuscleKey muscle; ///< of the treated point's finding, or the treated muscle
    std::int64_t uses = 0;
    std::int64_t patients = 0; ///< distinct; a merged record counts as the one that goes on
    /// The treatment's tenderness after minus the finding's, of each treatment of a point where
    /// both were assessed.
    ChangeSums atOnce;
    /// Tenderness found in the next session of the case (by start) minus that of this session, of
    /// each treatment of a point assessed in both. A session in between that did not assess the
    /// point makes no difference up: then there is none.
    ChangeSums atNextVisit;
    std::int64_t atOncePatients = 0; ///< of `patients`, those with a value at once
    std::int64_t atNextVisitPatients = 0;
    friend bool operator==(const TechniqueOutcome&, const TechniqueOutcome&) = default;
};

/// What was seen after the techniques: sums that every change of a session keeps up to date, drafts
/// too, so that reading them costs nothing however large the clinic.
class Outcomes {
public:
    explicit Outcomes(Engine& engine) noexcept : engine_{engine} {}
    /// By technique and muscle. May throw StorageError.
    [[nodiscard]] std::vector<TechniqueOutcome> list() const;

private:
    Engine& engine_;
};

} // namespace palpate::storage
