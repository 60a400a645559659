// SPDX-License-Identifier: MIT
#include "atlas/Areas.h"

#include <polyclipping/clipper.hpp>

#include <algorithm>
#include <cmath>

namespace palpate::atlas {

namespace {

/// Clipper works on whole numbers: hundredths of a millimetre, ten times finer than the atlas.
constexpr double kUnitsPerMillimetre = 100;
/// Points farther out than this are no part of any body; they are moved here, so that nothing
/// overflows.
constexpr double kFarthest = 100'000;

[[nodiscard]] ClipperLib::cInt toUnits(double millimetres) noexcept {
    const double kept =
        std::isfinite(millimetres) ? std::clamp(millimetres, -kFarthest, kFarthest) : 0;
    return static_cast<ClipperLib::cInt>(std::llround(kept * kUnitsPerMillimetre));
}

/// One polygon with its holes as non-overlapping contours that the non-zero rule can unite.
void append(ClipperLib::Paths& paths, const Polygon& polygon) {
    ClipperLib::Paths rings;
    for (const Ring& ring : polygon) {
        ClipperLib::Path path;
        path.reserve(ring.size());
        for (const Place place : ring) {
            path.emplace_back(toUnits(place.x), toUnits(place.y));
        }
        rings.push_back(std::move(path));
    }
    ClipperLib::Paths simple;
    ClipperLib::SimplifyPolygons(rings, simple, ClipperLib::pftEvenOdd);
    paths.insert(paths.end(), simple.begin(), simple.end());
}

[[nodiscard]] ClipperLib::Paths pathsOf(std::span<const Polygon> polygons) {
    ClipperLib::Paths paths;
    for (const Polygon& polygon : polygons) {
        append(paths, polygon);
    }
    return paths;
}

[[nodiscard]] ClipperLib::Paths combined(ClipperLib::ClipType how, const ClipperLib::Paths& subject,
                                         const ClipperLib::Paths& clip) {
    ClipperLib::Clipper clipper;
    clipper.AddPaths(subject, ClipperLib::ptSubject, true);
    clipper.AddPaths(clip, ClipperLib::ptClip, true);
    ClipperLib::Paths result;
    clipper.Execute(how, result, ClipperLib::pftNonZero, ClipperLib::pftNonZero);
    return result;
}

[[nodiscard]] SquareCentimetres areaOf(const ClipperLib::Paths& paths) {
    double units = 0;
    for (const ClipperLib::Path& path : paths) {
        units += ClipperLib::Area(path);
    }
    constexpr double kMm2PerCm2 = 100;
    return {std::abs(units) / (kUnitsPerMillimetre * kUnitsPerMillimetre * kMm2PerCm2)};
}

} // namespace

SquareCentimetres unionArea(std::span<const Polygon> polygons) {
    return areaOf(combined(ClipperLib::ctUnion, pathsOf(polygons), {}));
}

SquareCentimetres commonArea(std::span<const Polygon> one, std::span<const Polygon> other) {
    return areaOf(combined(ClipperLib::ctIntersection, pathsOf(one), pathsOf(other)));
}

SquareCentimetres areaOnBody(const BodyMap& map, View view, Plane plane,
                             std::span<const Polygon> polygons) {
    for (const SkinPlane& skin : map.skin(view)) {
        if (skin.plane == plane) {
            return commonArea(polygons, skin.outline.polygons());
        }
    }
    return {};
}

SquareCentimetres figureArea(const BodyMap& map) {
    SquareCentimetres sum;
    for (const View view : {View::Anterior, View::Posterior}) {
        for (const SkinPlane& skin : map.skin(view)) {
            sum.value += unionArea(skin.outline.polygons()).value;
        }
    }
    return sum;
}

} // namespace palpate::atlas
