// SPDX-License-Identifier: MIT
#pragma once

#include "domain/PainArea.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::storage {

// Outlines as text that a stranger can read: a place is X,Y in whole tenths of a millimetre, places
// are parted by a blank, the rings of a polygon by a semicolon, and each polygon or arrow is a
// line. docs/file-format.md describes it.

/// Throws EditRefused, one sentence, for an area that can't be kept as it is: no shape, a ring of
/// fewer than three places, an arrow of fewer than two, an arm in a view without one, a coordinate
/// that is no whole tenth of a millimetre or lies 10 m or more away, more than 100,000 places.
void requireStorable(const PainArea& area);

// Of storable areas only.
[[nodiscard]] std::string polygonText(const Polygon& polygon);
[[nodiscard]] std::string arrowText(const Polyline& arrow);
[[nodiscard]] std::string shapeText(const std::vector<Polygon>& shape);
[[nodiscard]] std::string arrowsText(const std::vector<Polyline>& arrows);

/// Empty unless the text is exactly what is written above of something storable.
[[nodiscard]] std::optional<Polygon> parsePolygon(std::string_view text);
[[nodiscard]] std::optional<Polyline> parseArrow(std::string_view text);
[[nodiscard]] std::optional<std::vector<Polygon>> parseShape(std::string_view text);
[[nodiscard]] std::optional<std::vector<Polyline>> parseArrows(std::string_view text);

} // namespace palpate::storage
