// SPDX-License-Identifier: MIT
#pragma once

#include "atlas/Areas.h"
#include "atlas/BodyMap.h"
#include "domain/PainArea.h"

#include <optional>
#include <span>
#include <vector>

namespace palpate::atlas {

/// Clipped to the skin of that view and plane; empty where the view has no such plane.
[[nodiscard]] std::vector<Polygon> onBody(const BodyMap& map, View view, Plane plane,
                                          std::span<const Polygon> polygons);

/// A body region under a drawing. It lives as long as the map.
struct TouchedRegion {
    const Region* region = nullptr;
    SquareCentimetres area; ///< of the region that is covered
    double share = 0;       ///< of the region in that view and plane, above 0 to 1
    friend bool operator==(const TouchedRegion&, const TouchedRegion&) = default;
};
/// The regions of that view and plane that the polygons cover, the largest covered area first.
[[nodiscard]] std::vector<TouchedRegion> regionsTouched(const BodyMap& map, View view, Plane plane,
                                                        std::span<const Polygon> polygons);

/// From where the other side of the body is seen in the same way.
[[nodiscard]] View mirroredView(View view) noexcept;
/// The same place on the other side of the body: x becomes the view's width - x, and the left view
/// the right one.
[[nodiscard]] BodyPoint mirrored(const BodyMap& map, BodyPoint where) noexcept;
/// The polygons of `view` as they lie in mirroredView(view) on the other side of the body.
[[nodiscard]] std::vector<Polygon> mirrored(const BodyMap& map, View view,
                                            std::span<const Polygon> polygons);

/// How much is painted: projected area on a standard figure, overlaps within a view and plane
/// counted once. Side, sole and arm areas show again what front and back show and are never added
/// to anything.
struct PaintedTotals {
    SquareCentimetres frontAndBack;
    std::optional<double> shareOfFigure; ///< of the outlines of front and back, 0 to 1; empty:
                                         ///< nothing is painted there
    SquareCentimetres sides;             ///< left and right views, the trunk behind the arm
    SquareCentimetres soles;
    SquareCentimetres arms; ///< the arms of the left and right views
    friend bool operator==(const PaintedTotals&, const PaintedTotals&) = default;
};
[[nodiscard]] PaintedTotals paintedTotals(const BodyMap& map, std::span<const PainArea> areas);

[[nodiscard]] inline Plane planeOf(const PainArea& area) noexcept {
    return area.onArm ? Plane::Arm : Plane::Body;
}

} // namespace palpate::atlas
