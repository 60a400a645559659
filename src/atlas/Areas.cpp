// SPDX-License-Identifier: MIT
#include "atlas/Areas.h"

#include "atlas/Clipping.h"

namespace palpate::atlas {

namespace {

using namespace clipping;

[[nodiscard]] SquareCentimetres areaOf(const ClipperLib::Paths& paths) {
    constexpr double kMm2PerCm2 = 100;
    return {squareMillimetres(paths, kHundredths) / kMm2PerCm2};
}

} // namespace

SquareCentimetres unionArea(std::span<const Polygon> polygons) {
    return areaOf(combined(ClipperLib::ctUnion, contoursOf(polygons, kHundredths), {}));
}

SquareCentimetres commonArea(std::span<const Polygon> one, std::span<const Polygon> other) {
    return areaOf(combined(ClipperLib::ctIntersection, contoursOf(one, kHundredths),
                           contoursOf(other, kHundredths)));
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
