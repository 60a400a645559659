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
struct JointTarget { ///< a vertebra, a segment of the spine or another joint
    JointKey joint;
    Side side = Side::Middle;
    friend bool operator==(const JointTarget&, const JointTarget&) = default;
};
using TreatmentTarget = std::variant<TriggerPointId, MuscleTarget, RegionTarget, JointTarget>;

/// Why a technique was used although an alert of the patient speaks against it, in the
/// practitioner's words.
struct WentOn {
    AlertKey alert;
    std::string reason; ///< never empty
    friend bool operator==(const WentOn&, const WentOn&) = default;
};

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
    std::vector<WentOn> wentOn = {}; ///< one an alert that called for a reason; mostly empty
    friend bool operator==(const Treatment&, const Treatment&) = default;
};

/// Whether the treatment was given at this point.
[[nodiscard]] bool isAt(const Treatment& treatment, const TriggerPointId& point) noexcept;

} // namespace palpate
