// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Outlines.h"

#include <vector>

namespace palpate::atlas {

/// A length on the standard figure.
struct Millimetres {
    double value = 0;
};

using palpate::Place;
using palpate::Polygon;
using palpate::Polyline;
using palpate::Ring;

/// The smallest upright rectangle round some places.
struct Box {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    [[nodiscard]] bool holds(Place place, double margin = 0) const noexcept {
        return place.x >= left - margin && place.x <= right + margin && place.y >= top - margin &&
               place.y <= bottom + margin;
    }
    friend bool operator==(const Box&, const Box&) = default;
};
[[nodiscard]] Box boxAround(const Ring& ring) noexcept;

/// The polygons of one shape in one view, which do not overlap each other; filled with the even-odd
/// rule.
class Outline {
public:
    Outline() = default;
    explicit Outline(std::vector<Polygon> polygons);

    [[nodiscard]] const std::vector<Polygon>& polygons() const noexcept { return polygons_; }
    [[nodiscard]] bool isEmpty() const noexcept { return polygons_.empty(); }
    [[nodiscard]] const Box& box() const noexcept { return box_; }
    [[nodiscard]] bool contains(Place place) const noexcept;
    /// To the nearest edge, 0 inside; anything beyond `limit` is reported as infinity, and is found
    /// out fast.
    [[nodiscard]] double distanceTo(Place place, Millimetres limit) const noexcept;

private:
    std::vector<Polygon> polygons_;
    std::vector<Box> boxes_; ///< one a polygon
    Box box_;
};

} // namespace palpate::atlas
