// SPDX-License-Identifier: MIT
#pragma once

#include "atlas/Outline.h"

#include <optional>
#include <span>
#include <vector>

namespace palpate::atlas {

// What can be drawn and worked out with polygons of one view. Everything that is handed out does
// not overlap itself and has coordinates of whole tenths of a millimetre, outer rings and holes
// turning opposite ways. Everything that is taken may overlap itself; a ring that crosses itself is
// filled even-odd. Senseless coordinates neither crash nor count.

/// What either covers.
[[nodiscard]] std::vector<Polygon> united(std::span<const Polygon> one,
                                          std::span<const Polygon> other);
/// What `one` covers and `other` does not.
[[nodiscard]] std::vector<Polygon> without(std::span<const Polygon> one,
                                           std::span<const Polygon> other);
/// What both cover.
[[nodiscard]] std::vector<Polygon> common(std::span<const Polygon> one,
                                          std::span<const Polygon> other);

/// What a round brush covers on its way; one place gives a disc, none nothing. A stroke that is
/// still growing is cheapest when only its newest piece is brushed and united with the rest.
[[nodiscard]] std::vector<Polygon> brushed(std::span<const Place> path, Millimetres radius);
/// A ring drawn by hand, closed and made simple. Loops that the hand made on the way are filled,
/// not left as holes. Fewer than three corners enclose nothing.
[[nodiscard]] std::vector<Polygon> enclosed(std::span<const Place> corners);
/// The same outlines with fewer places: none moves by more than about `tolerance`; islands and
/// holes smaller than a square of twice the tolerance go.
[[nodiscard]] std::vector<Polygon> simplified(std::span<const Polygon> polygons,
                                              Millimetres tolerance);

/// The centroid of the area, which may lie outside of it; empty when there is no area.
[[nodiscard]] std::optional<Place> centreOf(std::span<const Polygon> polygons);
/// Common area over united area (Jaccard), 0 to 1; two empty drawings have 0.
[[nodiscard]] double overlap(std::span<const Polygon> one, std::span<const Polygon> other);

} // namespace palpate::atlas
