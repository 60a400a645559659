// SPDX-License-Identifier: MIT
#include "atlas/Painted.h"

#include "atlas/Clipping.h"
#include "atlas/Runs.h"
#include "atlas/Shapes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace palpate::atlas {

namespace {

using namespace clipping;

constexpr double kMm2PerCm2 = 100;

[[nodiscard]] double tenth(double millimetres) noexcept {
    return std::round(millimetres * 10) / 10;
}

/// Measured: the atlas rounds its own areas.
[[nodiscard]] double squareMillimetresOf(const Outline& outline) noexcept {
    double sum = 0;
    for (const Polygon& polygon : outline.polygons()) {
        sum += squareMillimetres(polygon);
    }
    return sum;
}

[[nodiscard]] bool meet(const Box& one, const Box& other) noexcept {
    return one.left <= other.right && other.left <= one.right && one.top <= other.bottom &&
           other.top <= one.bottom;
}

} // namespace

std::vector<Polygon> onBody(const BodyMap& map, View view, Plane plane,
                            std::span<const Polygon> polygons) {
    for (const SkinPlane& skin : map.skin(view)) {
        if (skin.plane == plane) {
            return polygonsOf(ClipperLib::ctIntersection, contoursOf(polygons, kTenths),
                              contoursOf(skin.outline.polygons(), kTenths), kTenths);
        }
    }
    return {};
}

std::vector<TouchedRegion> regionsTouched(const BodyMap& map, View view, Plane plane,
                                          std::span<const Polygon> polygons) {
    // Piece by piece, so that a region meets only what lies near it: a drawing has many pieces.
    struct Piece {
        Box box;
        Contours contours;
    };
    std::vector<Piece> pieces;
    for (const Polygon& polygon : united(polygons, {})) {
        pieces.push_back({boxAround(polygon.front()), contoursOf({&polygon, 1}, kTenths)});
    }
    std::vector<TouchedRegion> touched;
    for (const Region& region : map.regions()) {
        for (const RegionShape& shape : region.shapes) {
            if (pieces.empty() || shape.view != view || shape.plane != plane) {
                continue;
            }
            Contours near;
            for (const Piece& piece : pieces) {
                if (meet(shape.outline.box(), piece.box)) {
                    near.paths.insert(near.paths.end(), piece.contours.paths.begin(),
                                      piece.contours.paths.end());
                }
            }
            if (near.paths.empty()) {
                continue;
            }
            const double covered =
                squareMillimetres(combined(ClipperLib::ctIntersection, near,
                                           contoursOf(shape.outline.polygons(), kTenths)),
                                  kTenths);
            if (covered > 0) {
                touched.push_back({&region,
                                   {covered / kMm2PerCm2},
                                   std::min(1.0, covered / squareMillimetresOf(shape.outline))});
            }
        }
    }
    std::stable_sort(
        touched.begin(), touched.end(),
        [](const TouchedRegion& a, const TouchedRegion& b) { return a.area > b.area; });
    return touched;
}

View mirroredView(View view) noexcept {
    switch (view) {
    case View::Left:
        return View::Right;
    case View::Right:
        return View::Left;
    case View::Anterior:
    case View::Posterior:
    case View::Plantar:
        break;
    }
    return view;
}

BodyPoint mirrored(const BodyMap& map, BodyPoint where) noexcept {
    return {mirroredView(where.view), map.frame(where.view).width - where.x, where.y};
}

std::vector<Polygon> mirrored(const BodyMap& map, View view, std::span<const Polygon> polygons) {
    const double width = map.frame(view).width;
    std::vector<Polygon> out{polygons.begin(), polygons.end()};
    for (Polygon& polygon : out) {
        for (Ring& ring : polygon) {
            for (Place& place : ring) {
                place.x = tenth(width - place.x); // 720 - 100.1 is not quite 619.9
            }
        }
    }
    return out;
}

PaintedTotals paintedTotals(const BodyMap& map, std::span<const PainArea> areas) {
    std::array<std::array<std::vector<Polygon>, 2>, kViews.size()> drawn;
    for (const PainArea& area : areas) {
        auto& here = drawn.at(static_cast<std::size_t>(area.view)).at(area.onArm ? 1 : 0);
        here.insert(here.end(), area.shape.begin(), area.shape.end());
    }
    const auto painted = [&](View view, Plane plane) {
        return unionArea(
                   drawn.at(static_cast<std::size_t>(view)).at(static_cast<std::size_t>(plane)))
            .value;
    };
    PaintedTotals totals;
    totals.frontAndBack.value =
        painted(View::Anterior, Plane::Body) + painted(View::Posterior, Plane::Body);
    totals.sides.value = painted(View::Left, Plane::Body) + painted(View::Right, Plane::Body);
    totals.soles.value = painted(View::Plantar, Plane::Body);
    totals.arms.value = painted(View::Left, Plane::Arm) + painted(View::Right, Plane::Arm);
    if (totals.frontAndBack.value > 0) {
        totals.shareOfFigure = totals.frontAndBack.value / figureArea(map).value;
    }
    return totals;
}

} // namespace palpate::atlas
