// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

namespace palpate {

/// A place in the frame of one view of the body map: millimetres of the standard figure, x to the
/// viewer's right, y down. BodyPoint is a place that knows its view.
struct Place {
    double x = 0;
    double y = 0;
    friend bool operator==(const Place&, const Place&) = default;
};

using Ring = std::vector<Place>;     ///< closed implicitly; at least three places
using Polygon = std::vector<Ring>;   ///< the outer ring, then its holes; even-odd
using Polyline = std::vector<Place>; ///< open; at least two places

} // namespace palpate
