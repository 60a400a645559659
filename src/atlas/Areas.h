// SPDX-License-Identifier: MIT
#pragma once

#include "atlas/BodyMap.h"

#include <compare>
#include <span>

namespace palpate::atlas {

/// Projected area on the standard figure. Never skin surface, never one patient's body.
struct SquareCentimetres {
    double value = 0;
    friend auto operator<=>(const SquareCentimetres&, const SquareCentimetres&) = default;
};

/// The area that the polygons of one view cover together; overlaps count once. Rings that cross
/// themselves are filled even-odd.
[[nodiscard]] SquareCentimetres unionArea(std::span<const Polygon> polygons);
/// What two sets of polygons of one view cover in common.
[[nodiscard]] SquareCentimetres commonArea(std::span<const Polygon> one,
                                           std::span<const Polygon> other);
/// The part of unionArea that lies on the skin of that view and plane.
[[nodiscard]] SquareCentimetres areaOnBody(const BodyMap& map, View view, Plane plane,
                                           std::span<const Polygon> polygons);
/// The outlines of front and back together: what a percentage of the figure is a percentage of.
[[nodiscard]] SquareCentimetres figureArea(const BodyMap& map);

} // namespace palpate::atlas
