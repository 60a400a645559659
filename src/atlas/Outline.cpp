// SPDX-License-Identifier: MIT
#include "atlas/Outline.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace palpate::atlas {

namespace {

[[nodiscard]] Box joined(const Box& a, const Box& b) noexcept {
    return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
            std::max(a.bottom, b.bottom)};
}

/// Whether a ray to the right crosses the ring an odd number of times.
[[nodiscard]] bool crossesOddly(const Ring& ring, Place place) noexcept {
    bool odd = false;
    Place from = ring.back();
    for (const Place to : ring) {
        if ((to.y > place.y) != (from.y > place.y)) {
            const double x = to.x + (place.y - to.y) / (from.y - to.y) * (from.x - to.x);
            odd ^= place.x < x;
        }
        from = to;
    }
    return odd;
}

[[nodiscard]] bool holds(const Polygon& polygon, Place place) noexcept {
    bool odd = false;
    for (const Ring& ring : polygon) {
        odd ^= crossesOddly(ring, place);
    }
    return odd;
}

[[nodiscard]] double squaredDistanceToSegment(Place p, Place a, Place b) noexcept {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length2 = dx * dx + dy * dy;
    const double along = length2 > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length2 : 0;
    const double t = std::clamp(along, 0.0, 1.0);
    const double ex = a.x + t * dx - p.x;
    const double ey = a.y + t * dy - p.y;
    return ex * ex + ey * ey;
}

} // namespace

Box boxAround(const Ring& ring) noexcept {
    if (ring.empty()) {
        return {};
    }
    Box box{ring.front().x, ring.front().y, ring.front().x, ring.front().y};
    for (const Place place : ring) {
        box = joined(box, {place.x, place.y, place.x, place.y});
    }
    return box;
}

Outline::Outline(std::vector<Polygon> polygons) : polygons_{std::move(polygons)} {
    boxes_.reserve(polygons_.size());
    for (const Polygon& polygon : polygons_) {
        boxes_.push_back(polygon.empty() ? Box{} : boxAround(polygon.front()));
        box_ = boxes_.size() == 1 ? boxes_.front() : joined(box_, boxes_.back());
    }
}

bool Outline::contains(Place place) const noexcept {
    if (polygons_.empty() || !box_.holds(place)) {
        return false;
    }
    for (std::size_t i = 0; i < polygons_.size(); ++i) {
        if (boxes_[i].holds(place) && holds(polygons_[i], place)) {
            return true;
        }
    }
    return false;
}

double Outline::distanceTo(Place place, Millimetres limit) const noexcept {
    constexpr double kFar = std::numeric_limits<double>::infinity();
    if (polygons_.empty() || !box_.holds(place, limit.value)) {
        return kFar;
    }
    if (contains(place)) {
        return 0;
    }
    double nearest2 = kFar;
    for (std::size_t i = 0; i < polygons_.size(); ++i) {
        if (!boxes_[i].holds(place, limit.value)) {
            continue;
        }
        for (const Ring& ring : polygons_[i]) {
            Place from = ring.back();
            for (const Place to : ring) {
                nearest2 = std::min(nearest2, squaredDistanceToSegment(place, from, to));
                from = to;
            }
        }
    }
    const double nearest = std::sqrt(nearest2);
    return nearest <= limit.value ? nearest : kFar;
}

} // namespace palpate::atlas
