// SPDX-License-Identifier: MIT
#include "atlas/Shapes.h"

#include "atlas/Clipping.h"
#include "atlas/Runs.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace palpate::atlas {

namespace {

using namespace clipping;

/// How far a drawn circle may lie beside a true one.
constexpr double kRoundness = 0.05;

[[nodiscard]] double squared(Place a, Place b) noexcept {
    return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}

/// Of the line through a and b; of a itself when they are one place.
[[nodiscard]] double distanceToChord(Place place, Place a, Place b) noexcept {
    const double length2 = squared(a, b);
    if (length2 <= 0) {
        return std::sqrt(squared(place, a));
    }
    const double along = std::clamp(
        ((place.x - a.x) * (b.x - a.x) + (place.y - a.y) * (b.y - a.y)) / length2, 0.0, 1.0);
    return std::sqrt(squared(place, {a.x + along * (b.x - a.x), a.y + along * (b.y - a.y)}));
}

/// Douglas and Peucker's method on a closed ring, begun at two places far from each other.
[[nodiscard]] Ring thinned(const Ring& ring, double tolerance) {
    const std::size_t count = ring.size();
    const auto farthestFrom = [&](Place from) {
        std::size_t farthest = 0;
        for (std::size_t i = 1; i < count; ++i) {
            if (squared(ring[i], from) > squared(ring[farthest], from)) {
                farthest = i;
            }
        }
        return farthest;
    };
    const std::size_t first = farthestFrom(ring.front());
    const std::size_t second = farthestFrom(ring[first]);
    std::vector<bool> kept(count, false);
    kept[first] = true;
    kept[second] = true;
    // Spans from one kept place to the next, counted on past the ring's end.
    std::vector<std::pair<std::size_t, std::size_t>> open{
        {first, second > first ? second : second + count},
        {second, first > second ? first : first + count}};
    while (!open.empty()) {
        const auto [from, to] = open.back();
        open.pop_back();
        std::size_t worst = from;
        double most = tolerance;
        for (std::size_t i = from + 1; i < to; ++i) {
            const double off =
                distanceToChord(ring[i % count], ring[from % count], ring[to % count]);
            if (off > most) {
                most = off;
                worst = i;
            }
        }
        if (worst != from) {
            kept[worst % count] = true;
            open.emplace_back(from, worst);
            open.emplace_back(worst, to);
        }
    }
    Ring out;
    for (std::size_t i = 0; i < count; ++i) {
        if (kept[i]) {
            out.push_back(ring[i]);
        }
    }
    return out;
}

} // namespace

std::vector<Polygon> united(std::span<const Polygon> one, std::span<const Polygon> other) {
    return polygonsOf(ClipperLib::ctUnion, contoursOf(one, kTenths), contoursOf(other, kTenths),
                      kTenths);
}

std::vector<Polygon> without(std::span<const Polygon> one, std::span<const Polygon> other) {
    return polygonsOf(ClipperLib::ctDifference, contoursOf(one, kTenths),
                      contoursOf(other, kTenths), kTenths);
}

std::vector<Polygon> common(std::span<const Polygon> one, std::span<const Polygon> other) {
    return polygonsOf(ClipperLib::ctIntersection, contoursOf(one, kTenths),
                      contoursOf(other, kTenths), kTenths);
}

std::vector<Polygon> brushed(std::span<const Place> path, Millimetres radius) {
    std::vector<Place> finite;
    std::copy_if(path.begin(), path.end(), std::back_inserter(finite),
                 [](Place place) { return std::isfinite(place.x) && std::isfinite(place.y); });
    if (finite.empty() || !(radius.value > 0)) {
        return {};
    }
    ClipperLib::ClipperOffset brush{2, kRoundness * kTenths.unitsPerMillimetre};
    brush.AddPath(pathOf(finite, kTenths), ClipperLib::jtRound, ClipperLib::etOpenRound);
    Contours covered;
    brush.Execute(covered.paths, radius.value * kTenths.unitsPerMillimetre);
    return polygonsOf(ClipperLib::ctUnion, covered, {}, kTenths);
}

std::vector<Polygon> enclosed(std::span<const Place> corners) {
    if (corners.size() < 3) {
        return {};
    }
    const Contours hand{{pathOf(corners, kTenths)}, ClipperLib::pftNonZero};
    return polygonsOf(ClipperLib::ctUnion, hand, {}, kTenths);
}

std::vector<Polygon> simplified(std::span<const Polygon> polygons, Millimetres tolerance) {
    const double least = 4 * tolerance.value * tolerance.value;
    const auto thin = [&](std::vector<Polygon> simple) {
        std::vector<Polygon> out;
        for (const Polygon& polygon : simple) {
            Polygon kept;
            for (const Ring& ring : polygon) {
                if (squareMillimetres(ring) >= least) {
                    kept.push_back(thinned(ring, tolerance.value));
                } else if (kept.empty()) {
                    break; // an outer ring that is a crumb goes with its holes
                }
            }
            if (!kept.empty()) {
                out.push_back(std::move(kept));
            }
        }
        return out;
    };
    // Thinned rings may cross where a neck was narrow: united again, they are simple.
    return united(thin(united(polygons, {})), {});
}

std::optional<Place> centreOf(std::span<const Polygon> polygons) {
    const auto paths = combined(ClipperLib::ctUnion, contoursOf(polygons, kTenths), {});
    if (paths.empty()) {
        return std::nullopt;
    }
    // Measured from one of the places, so that small areas far from the frame's corner lose
    // nothing.
    const ClipperLib::IntPoint origin = paths.front().front();
    double twiceArea = 0;
    double x = 0;
    double y = 0;
    for (const ClipperLib::Path& path : paths) {
        ClipperLib::IntPoint from = path.back();
        for (const ClipperLib::IntPoint to : path) {
            const auto fx = static_cast<double>(from.X - origin.X);
            const auto fy = static_cast<double>(from.Y - origin.Y);
            const auto tx = static_cast<double>(to.X - origin.X);
            const auto ty = static_cast<double>(to.Y - origin.Y);
            const double cross = fx * ty - tx * fy;
            twiceArea += cross;
            x += (fx + tx) * cross;
            y += (fy + ty) * cross;
            from = to;
        }
    }
    if (twiceArea == 0) {
        return std::nullopt;
    }
    const auto tenth = [](double units) { return std::round(units) / kTenths.unitsPerMillimetre; };
    return Place{tenth(static_cast<double>(origin.X) + x / (3 * twiceArea)),
                 tenth(static_cast<double>(origin.Y) + y / (3 * twiceArea))};
}

double overlap(std::span<const Polygon> one, std::span<const Polygon> other) {
    const auto first = contoursOf(one, kTenths);
    const auto second = contoursOf(other, kTenths);
    const double both =
        squareMillimetres(combined(ClipperLib::ctIntersection, first, second), kTenths);
    const double either = squareMillimetres(combined(ClipperLib::ctUnion, first, second), kTenths);
    return either > 0 ? both / either : 0;
}

} // namespace palpate::atlas
