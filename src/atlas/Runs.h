// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Outlines.h"

#include <optional>
#include <vector>

namespace palpate::atlas {

/// A stretch of a horizontal line.
struct Run {
    double from = 0;
    double to = 0;
    [[nodiscard]] double length() const noexcept { return to - from; }
    [[nodiscard]] double middle() const noexcept { return (from + to) / 2; }
};

/// The longest stretch of the line at height `y` that lies inside; of two as long the left one.
/// Stretches of neighbouring polygons that touch are one. Empty when the line meets none.
[[nodiscard]] std::optional<Run> widestRun(const std::vector<Polygon>& polygons, double y);

/// By the corners alone, holes taken away: fast, and right for rings that don't cross.
[[nodiscard]] double squareMillimetres(const Ring& ring) noexcept;
[[nodiscard]] double squareMillimetres(const Polygon& polygon) noexcept;

} // namespace palpate::atlas
