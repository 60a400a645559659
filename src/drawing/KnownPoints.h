// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/MapMarks.h"
#include "drawing/MapZones.h"

#include <span>
#include <vector>

namespace palpate::drawing {

/// One cross round a centre, as large as a mark of that radius.
void paintKnownPoint(Point centre, double radius, bool suggested, Ground ground,
                     std::vector<Shape>& out);

/// Crosses at the known points of the window's view and the names that have room: none over a
/// mark, another cross, another name or what a card has `covered`.
[[nodiscard]] Group knownPoints(std::span<const KnownPoint> points,
                                std::span<const PlacedMark> marks, const MapWindow& window,
                                const MarkStyle& style, std::span<const Rect> covered);

} // namespace palpate::drawing
