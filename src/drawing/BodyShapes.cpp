// SPDX-License-Identifier: MIT
#include "drawing/BodyShapesContent.h"
#include "drawing/Hatching.h"

namespace palpate::drawing {

namespace {

/// Shading lies inside a muscle's outline without sharing its places, so it has to stay closer to
/// the atlas than an outline, millimetres.
constexpr double kMostStrayOfTones = 0.35;

/// One path for all polygons: they do not overlap, so even-odd over all of them is the same.
[[nodiscard]] BoxedPath pathOf(const atlas::Outline& outline) {
    TwoPathsBuilder paths;
    for (const atlas::Polygon& polygon : outline.polygons()) {
        paths.add(polygon);
    }
    return {std::move(paths).take(), outline.box()};
}

[[nodiscard]] TwoPaths pathOf(const std::vector<atlas::Polyline>& lines) {
    if (lines.empty()) {
        return {};
    }
    TwoPathsBuilder paths;
    for (const atlas::Polyline& line : lines) {
        paths.add(line, false);
    }
    return std::move(paths).take();
}

/// A path for each polygon, so that shading outside the window is left out.
[[nodiscard]] std::vector<BoxedPath> pathsOf(const atlas::Outline& outline) {
    std::vector<BoxedPath> all;
    for (const atlas::Polygon& polygon : outline.polygons()) {
        TwoPathsBuilder paths{kMostStrayOfTones};
        paths.add(polygon);
        all.push_back({std::move(paths).take(), atlas::boxAround(polygon.front())});
    }
    return all;
}

/// Regions meet along straight cuts, which stay straight.
[[nodiscard]] BoxedPath straightPathOf(const atlas::Outline& outline) {
    auto path = std::make_shared<Path>();
    for (const atlas::Polygon& polygon : outline.polygons()) {
        for (const atlas::Ring& ring : polygon) {
            path->contours.push_back({thinned(ring, 1, 0), true});
        }
    }
    return {{path, path}, outline.box()};
}

/// Coarser than anything but a thumbnail may show.
void appendCoarse(Path& path, const atlas::Outline& outline) {
    constexpr double kLeast = 3; // mm of the body
    for (const atlas::Polygon& polygon : outline.polygons()) {
        for (const atlas::Ring& ring : polygon) {
            std::vector<Point> points = thinned(ring, 1, kLeast);
            if (points.size() > 3) {
                path.contours.push_back({std::move(points), true});
            }
        }
    }
}
[[nodiscard]] SharedPath orNone(Path path) {
    return path.contours.empty() ? nullptr : std::make_shared<const Path>(std::move(path));
}

[[nodiscard]] LittlePlane littleOf(const atlas::BodyMap& map, const atlas::SkinPlane& skin) {
    LittlePlane little;
    little.plane = skin.plane;
    Path outline;
    appendCoarse(outline, skin.outline);
    little.skin = std::make_shared<const Path>(std::move(outline));
    Path bones;
    for (const atlas::PaintedBone& bone : map.paintedBones(skin.view, skin.plane)) {
        appendCoarse(bones, bone.shape->outline);
    }
    little.bones = orNone(std::move(bones));
    std::array<Path, 4> layers;
    for (const atlas::PaintedMuscle& one :
         map.paintedMuscles(skin.view, skin.plane, Layer::Superficial)) {
        const auto fromDeepest =
            static_cast<std::size_t>(Layer::Deepest) - static_cast<std::size_t>(one.muscle->layer);
        appendCoarse(layers.at(fromDeepest), one.shape->visible);
    }
    for (std::size_t i = 0; i < layers.size(); ++i) {
        little.muscles[i] = orNone(std::move(layers[i]));
    }
    return little;
}

} // namespace

BodyShapes::Content::Content(atlas::BodyMap bodyMap) : map{std::move(bodyMap)} {
    for (const View view : kViews) {
        for (const atlas::SkinPlane& plane : map.skin(view)) {
            SkinPaths paths{pathOf(plane.outline), pathOf(plane.strokes), {}};
            for (std::size_t top = 0; top < plane.tones.size(); ++top) {
                paths.tones[top] = {pathsOf(plane.tones[top].soft), pathsOf(plane.tones[top].deep)};
            }
            skin.emplace(&plane, std::move(paths));
            little[static_cast<std::size_t>(view)].push_back(littleOf(map, plane));
        }
    }
    for (const atlas::Bone& bone : map.bones()) {
        for (const atlas::BoneShape& shape : bone.shapes) {
            bones.emplace(&shape, pathOf(shape.outline));
        }
    }
    for (const atlas::Region& region : map.regions()) {
        for (const atlas::RegionShape& shape : region.shapes) {
            regions.emplace(&shape, straightPathOf(shape.outline));
        }
    }
    for (const atlas::Muscle& muscle : map.muscles()) {
        for (const atlas::MuscleShape& shape : muscle.shapes) {
            const BoxedPath visible = pathOf(shape.visible);
            muscles.emplace(&shape, MusclePaths{visible, shape.full ? pathOf(*shape.full) : visible,
                                                pathOf(shape.fibres)});
        }
    }
}

BodyShapes::BodyShapes(atlas::BodyMap map)
    : content_{std::make_shared<const Content>(std::move(map))} {}

const atlas::BodyMap& BodyShapes::map() const noexcept {
    return content_->map;
}

} // namespace palpate::drawing
