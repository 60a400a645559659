// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Body.h"
#include "domain/Outlines.h"
#include "drawing/MapWindow.h"
#include "drawing/Palette.h"

#include <span>
#include <string>
#include <vector>

namespace palpate::drawing {

/// Where a trigger point usually refers to, in one view: dense hatching on amber for the essential
/// zone, sparse hatching the other way for the spill-over. Polygons may share edges (body regions
/// do); such edges are not drawn.
struct ReferralZone {
    View view = View::Posterior;
    bool onArm = false; ///< shown only while the arm is; in Left and Right
    std::vector<Polygon> essential;
    std::vector<Polygon> spillover;
    friend bool operator==(const ReferralZone&, const ReferralZone&) = default;
};
[[nodiscard]] Picture zonePicture(std::span<const ReferralZone> zones, const MapWindow& window,
                                  Ground ground);

/// A place where the field knows a trigger point: a faint cross, its name beside it once the map is
/// large enough and nothing is in the way.
struct KnownPoint {
    BodyPoint at;
    std::string label;      ///< translated; may be empty
    bool suggested = false; ///< named by a list of candidates: stronger, with a ring
    friend bool operator==(const KnownPoint&, const KnownPoint&) = default;
};

} // namespace palpate::drawing
