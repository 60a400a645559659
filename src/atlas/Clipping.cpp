// SPDX-License-Identifier: MIT
#include "atlas/Clipping.h"

#include "atlas/Outline.h"

#include <algorithm>
#include <cmath>

namespace palpate::atlas::clipping {

namespace {

/// Points farther out than this are no part of any body; they are moved here, so that nothing
/// overflows.
constexpr double kFarthest = 100'000;

[[nodiscard]] ClipperLib::cInt toUnits(double millimetres, Scale scale) noexcept {
    const double kept =
        std::isfinite(millimetres) ? std::clamp(millimetres, -kFarthest, kFarthest) : 0;
    return static_cast<ClipperLib::cInt>(std::llround(kept * scale.unitsPerMillimetre));
}

[[nodiscard]] bool areApart(const Box& one, const Box& other) noexcept {
    return one.right < other.left || other.right < one.left || one.bottom < other.top ||
           other.bottom < one.top;
}

/// Whether even-odd over all rings at once means the same as one polygon after the other.
[[nodiscard]] bool areApart(std::span<const Polygon> polygons) {
    std::vector<Box> boxes;
    for (const Polygon& polygon : polygons) {
        if (polygon.empty()) {
            continue;
        }
        const Box box = boxAround(polygon.front());
        if (std::any_of(boxes.begin(), boxes.end(),
                        [&](const Box& earlier) { return !areApart(earlier, box); })) {
            return false;
        }
        boxes.push_back(box);
    }
    return true;
}

void appendRings(ClipperLib::Paths& paths, const Polygon& polygon, Scale scale) {
    for (const Ring& ring : polygon) {
        if (ring.size() >= 3) {
            paths.push_back(pathOf(ring, scale));
        }
    }
}

[[nodiscard]] Ring ringOf(const ClipperLib::Path& path, Scale scale) {
    Ring ring;
    ring.reserve(path.size());
    for (const ClipperLib::IntPoint& point : path) {
        ring.push_back({static_cast<double>(point.X) / scale.unitsPerMillimetre,
                        static_cast<double>(point.Y) / scale.unitsPerMillimetre});
    }
    return ring;
}

/// The outer contours below `node`, each with its holes; what lies inside a hole is a polygon of
/// its own.
void appendPolygons(std::vector<Polygon>& polygons, const ClipperLib::PolyNode& node, Scale scale) {
    for (const ClipperLib::PolyNode* outer : node.Childs) {
        Polygon polygon{ringOf(outer->Contour, scale)};
        for (const ClipperLib::PolyNode* hole : outer->Childs) {
            polygon.push_back(ringOf(hole->Contour, scale));
        }
        polygons.push_back(std::move(polygon));
        for (const ClipperLib::PolyNode* hole : outer->Childs) {
            appendPolygons(polygons, *hole, scale);
        }
    }
}

template <class Result>
void execute(ClipperLib::ClipType how, const Contours& subject, const Contours& clip,
             Result& result) {
    ClipperLib::Clipper clipper;
    clipper.AddPaths(subject.paths, ClipperLib::ptSubject, true);
    clipper.AddPaths(clip.paths, ClipperLib::ptClip, true);
    clipper.Execute(how, result, subject.fill, clip.fill);
}

} // namespace

ClipperLib::Path pathOf(std::span<const Place> places, Scale scale) {
    ClipperLib::Path path;
    path.reserve(places.size());
    for (const Place place : places) {
        path.emplace_back(toUnits(place.x, scale), toUnits(place.y, scale));
    }
    return path;
}

Contours contoursOf(std::span<const Polygon> polygons, Scale scale) {
    Contours contours;
    if (areApart(polygons)) {
        for (const Polygon& polygon : polygons) {
            appendRings(contours.paths, polygon, scale);
        }
        return contours;
    }
    contours.fill = ClipperLib::pftNonZero;
    for (const Polygon& polygon : polygons) {
        ClipperLib::Paths rings;
        appendRings(rings, polygon, scale);
        ClipperLib::Paths simple;
        ClipperLib::SimplifyPolygons(rings, simple, ClipperLib::pftEvenOdd);
        contours.paths.insert(contours.paths.end(), simple.begin(), simple.end());
    }
    return contours;
}

ClipperLib::Paths combined(ClipperLib::ClipType how, const Contours& subject,
                           const Contours& clip) {
    ClipperLib::Paths result;
    execute(how, subject, clip, result);
    return result;
}

std::vector<Polygon> polygonsOf(ClipperLib::ClipType how, const Contours& subject,
                                const Contours& clip, Scale scale) {
    ClipperLib::PolyTree tree;
    execute(how, subject, clip, tree);
    std::vector<Polygon> polygons;
    appendPolygons(polygons, tree, scale);
    return polygons;
}

double squareMillimetres(const ClipperLib::Paths& paths, Scale scale) {
    double units = 0;
    for (const ClipperLib::Path& path : paths) {
        units += ClipperLib::Area(path);
    }
    return std::abs(units) / (scale.unitsPerMillimetre * scale.unitsPerMillimetre);
}

} // namespace palpate::atlas::clipping
