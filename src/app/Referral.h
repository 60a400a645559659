// SPDX-License-Identifier: MIT
#pragma once

#include "app/Suggestions.h"
#include "domain/Finding.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace palpate::app {

/// The zones of one view and plane, ready to be hatched. Essential and spill-over do not overlap.
struct ReferralZones {
    View view = View::Posterior;
    bool onArm = false;
    std::vector<Polygon> essential; ///< where most people feel it
    std::vector<Polygon> spillover; ///< where some do
    friend bool operator==(const ReferralZones&, const ReferralZones&) = default;
};

/// Where a point, or any point of a muscle, usually refers to. Typical, never certain.
struct UsualReferral {
    std::vector<ReferencePointKey> points; ///< one, or all of the muscle when none was chosen
    std::vector<ReferralZones> zones;      ///< in the order of kViews, the body before the arm
    std::vector<SidedRegion> essential;    ///< each region once
    std::vector<SidedRegion> spillover;    ///< those that are not essential
    std::string legend; ///< "R quadratus lumborum: superficial, upper", for a legend's heading
    std::vector<SourceKey> sources;       ///< each once
    std::optional<Message> sourceWarning; ///< "source not yet checked"
    friend bool operator==(const UsualReferral&, const UsualReferral&) = default;
};

/// Of a reference point, or without one of all points of the muscle (an atlas part or a composite).
/// Empty when the tables know no referral of it. Side: the muscle's; a muscle of the midline refers
/// to both sides.
[[nodiscard]] std::optional<UsualReferral>
usualReferral(const reference::Reference& reference, const atlas::BodyMap& map,
              const MuscleKey& muscle, Side side, const std::optional<ReferencePointKey>& point);
[[nodiscard]] std::optional<UsualReferral> usualReferral(const reference::Reference& reference,
                                                         const atlas::BodyMap& map,
                                                         const Finding& finding);

/// How what this patient painted and the usual referral agree.
struct Agreement {
    double paintedInZones = 0; ///< share of the painted area that lies in the usual zones, 0 to 1
    double zonesPainted = 0;   ///< share of the essential zone that is painted, 0 to 1
    Message sentence;          ///< "64 % of the painted pain lies in the usual referral zone ..."
    friend bool operator==(const Agreement&, const Agreement&) = default;
};
/// Empty when nothing is painted.
[[nodiscard]] std::optional<Agreement> agreement(const atlas::BodyMap& map,
                                                 const UsualReferral& referral,
                                                 std::span<const Painted> painted);

} // namespace palpate::app
