// SPDX-License-Identifier: MIT
#pragma once

#include "atlas/Outline.h"
#include "drawing/Picture.h"

#include <algorithm>
#include <cmath>

namespace palpate::drawing {

/// Below this scale (a body of about 12 cm) fibres would only grey the muscles.
inline constexpr double kFibresFrom = 0.075;

/// Lines grow with the map, but slower: a thumbnail must not be all outline, a close view not all
/// gaps.
[[nodiscard]] inline double bodyLineWidth(double scale) noexcept {
    return std::clamp(0.33 * std::pow(scale, 0.62), 0.015, 0.42);
}

[[nodiscard]] inline bool meets(const atlas::Box& box, const Rect& rect) noexcept {
    return box.right >= rect.x && box.left <= rect.x + rect.width && box.bottom >= rect.y &&
           box.top <= rect.y + rect.height;
}

} // namespace palpate::drawing
