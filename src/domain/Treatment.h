// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Body.h"
#include "domain/Id.h"
#include "domain/Scores.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace palpate {

/// One entry of a dose: a row of log-fields.json and its value in that row's unit (pressure kPa,
/// duration seconds).
struct LogValue {
    LogFieldKey field;
    std::variant<double, bool, std::string> value;
    friend bool operator==(const LogValue&, const LogValue&) = default;
};

struct MuscleTarget {
    MuscleKey muscle;
    Side side = Side::Middle;
    friend bool operator==(const MuscleTarget&, const MuscleTarget&) = default;
};
struct RegionTarget {
    RegionKey region;
    Side side = Side::Middle;
    friend bool operator==(const RegionTarget&, const RegionTarget&) = default;
};
using TreatmentTarget = std::variant<TriggerPointId, MuscleTarget, RegionTarget>;

/// A technique applied in one session, with its dose and its effect. "Before" of a point is the
/// finding's tenderness; the values here are those after, and the patient's pain on either side of
/// the technique.
struct Treatment {
    TreatmentId id;
    TreatmentTarget target;
    TechniqueKey technique;
    std::vector<LogValue> dose; ///< in the order of the technique's log fields; may be empty
    std::optional<Tenderness> tendernessAfter; ///< of a point; empty: not assessed
    std::optional<PainScore> painBefore;       ///< patient's pain just before; empty: not asked
    std::optional<PainScore> painAfter;        ///< patient's pain just after; empty: not asked
    std::string note;
    friend bool operator==(const Treatment&, const Treatment&) = default;
};

/// Whether the treatment was given at this point.
[[nodiscard]] bool isAt(const Treatment& treatment, const TriggerPointId& point) noexcept;

} // namespace palpate
