// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Outlines.h"
#include "drawing/Picture.h"

#include <cstddef>
#include <span>
#include <vector>

namespace palpate::drawing {

struct Smoothed {
    std::vector<Point> points;
    std::vector<std::size_t> starts; ///< where each of the given places is among the points
};
/// The same line through the same places, rounded between them unless it turns sharply there: for
/// close views, in which the straight pieces of an outline would show. Two neighbours that share a
/// run of places, in whatever direction, get the same curve along it, so no gap opens. The curve
/// strays at most `most` millimetres from the straight line.
[[nodiscard]] Smoothed smoothed(std::span<const Place> places, bool closed, double most);

} // namespace palpate::drawing
