// SPDX-License-Identifier: MIT
#include "drawing/BodyMapPicture.h"

#include "drawing/BodyColours.h"
#include "drawing/BodyShapesContent.h"
#include "drawing/TextWidth.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace palpate::drawing {

namespace {

/// Below this scale (a body of about 12 cm) fibres would only grey the muscles.
constexpr double kFibresFrom = 0.075;
/// From this scale on the names of the vertebrae have room.
constexpr double kLabelsFrom = 0.3;
/// From this scale on the landmarks are apart.
constexpr double kLandmarksFrom = 0.1;

/// Lines grow with the map, but slower: a thumbnail must not be all outline, a close view not all
/// gaps.
[[nodiscard]] double lineWidth(double scale) noexcept {
    return std::clamp(0.33 * std::pow(scale, 0.62), 0.015, 0.42);
}

[[nodiscard]] bool meets(const atlas::Box& box, const Rect& rect) noexcept {
    return box.right >= rect.x && box.left <= rect.x + rect.width && box.bottom >= rect.y &&
           box.top <= rect.y + rect.height;
}

class BasePainter {
public:
    BasePainter(const BodyShapes& shapes, const MapWindow& window, const MapStyle& style)
        : content_{shapes.content()}, window_{window}, style_{style},
          colours_{bodyColours(style.ground)}, covered_{window.covered()}, width_{lineWidth(
                                                                               window.scale())} {}

    [[nodiscard]] Picture paint() {
        Picture picture{window_.width, window_.height, {}, {}};
        Group body{window_.transform(), Rect{0, 0, window_.width, window_.height}, "body", {}};
        for (const atlas::SkinPlane& plane : content_.map.skin(window_.view)) {
            if (plane.plane == atlas::Plane::Body || window_.peel.showArm) {
                paintPlane(plane, body.shapes);
            }
        }
        if (style_.labels && window_.scale() >= kLabelsFrom) {
            Group names = vertebrae();
            if (!names.shapes.empty()) {
                body.shapes.emplace_back(std::move(names));
            }
        }
        if (style_.landmarks && window_.scale() >= kLandmarksFrom) {
            body.shapes.emplace_back(landmarks());
        }
        picture.shapes.emplace_back(std::move(body));
        return picture;
    }

private:
    void paintPlane(const atlas::SkinPlane& plane, std::vector<Shape>& out) {
        const SkinPaths& skin = content_.skin.at(&plane);
        if (!meets(skin.outline.box, covered_)) {
            return;
        }
        const bool isArm = plane.plane == atlas::Plane::Arm;
        Group group{{}, {}, isArm ? "arm" : "trunk", {}};
        group.shapes.emplace_back(PathShape{skin.outline.path, colours_.skin,
                                            Stroke{colours_.skinLine, width_ * 1.25, {}}});
        if (window_.peel.top != Layer::Skin) {
            paintBones(plane.plane, group.shapes);
            paintMuscles(plane.plane, group.shapes);
        } else if (skin.strokes) {
            group.shapes.emplace_back(
                PathShape{skin.strokes, {}, Stroke{colours_.skinLine, width_ * 0.9, {}}});
        }
        if (style_.tones && window_.peel.top != Layer::Bones) {
            const TonePaths& tones = skin.tones[static_cast<std::size_t>(window_.peel.top)];
            paintTones(tones.soft, colours_.softTone, group.shapes);
            paintTones(tones.deep, colours_.deepTone, group.shapes);
        }
        out.emplace_back(std::move(group));
    }

    void paintBones(atlas::Plane plane, std::vector<Shape>& out) const {
        // Alone, the bones are what one looks at; under muscles they only frame them.
        const bool alone = window_.peel.top == Layer::Bones;
        const Colour fill = alone ? mixed(colours_.bone, rgb(0xDFC894), 0.22) : colours_.bone;
        const Stroke line{alone ? mixed(colours_.boneLine, rgb(0x5E4A2C), 0.45) : colours_.boneLine,
                          width_ * (alone ? 1.0 : 0.8),
                          {}};
        for (const atlas::PaintedBone& bone : content_.map.paintedBones(window_.view, plane)) {
            const BoxedPath& path = content_.bones.at(bone.shape);
            if (meets(path.box, covered_)) {
                out.emplace_back(PathShape{path.path, fill, line});
            }
        }
    }

    void paintMuscles(atlas::Plane plane, std::vector<Shape>& out) const {
        for (const atlas::PaintedMuscle& one :
             content_.map.paintedMuscles(window_.view, plane, window_.peel.top)) {
            const MusclePaths& paths = content_.muscles.at(one.shape);
            if (!meets(paths.visible.box, covered_)) {
                continue;
            }
            const MuscleColours colours =
                muscleColours(*one.muscle, window_.peel.top, style_.ground);
            out.emplace_back(
                PathShape{paths.visible.path, colours.fill, Stroke{colours.line, width_, {}}});
            if (style_.fibres && paths.fibres && window_.scale() >= kFibresFrom) {
                out.emplace_back(
                    PathShape{paths.fibres, {}, Stroke{colours.fibre, width_ * 0.8, {}}});
            }
        }
    }

    void paintTones(const std::vector<BoxedPath>& tones, Colour colour,
                    std::vector<Shape>& out) const {
        for (const BoxedPath& tone : tones) {
            if (meets(tone.box, covered_)) {
                out.emplace_back(PathShape{tone.path, colour, {}});
            }
        }
    }

    /// Levels are counted on the spinous processes, so they are named where these can be felt: from
    /// behind. From the front the same heights would lie on the jaw and the sternum.
    [[nodiscard]] Group vertebrae() const {
        Group group{{}, {}, "vertebrae", {}};
        if (window_.view != View::Posterior) {
            return group;
        }
        const double size = std::clamp(6.2 * window_.scale(), 2.0, 3.6);
        for (const atlas::Landmark& landmark : content_.map.landmarks()) {
            const auto& place = landmark.in(window_.view);
            const bool isLevel =
                landmark.side == Side::Middle && landmark.id.size() >= 2 &&
                std::string_view{"CTLS"}.find(landmark.id[0]) != std::string_view::npos &&
                landmark.id[1] >= '0' && landmark.id[1] <= '9';
            if (place && isLevel && meets({place->x, place->y, place->x, place->y}, covered_)) {
                const double lower = size * 0.36 / window_.scale();
                group.shapes.emplace_back(TextShape{{place->x, place->y + lower},
                                                    landmark.id,
                                                    size,
                                                    Align::Middle,
                                                    Weight::Bold,
                                                    false,
                                                    colours_.label,
                                                    colours_.labelHalo});
            }
        }
        return group;
    }

    [[nodiscard]] Group landmarks() const {
        Group group{{}, {}, "landmarks", {}};
        auto crosses = std::make_shared<Path>();
        const double arm = 1.0 / window_.scale();
        for (const atlas::Landmark& landmark : content_.map.landmarks()) {
            if (const auto& place = landmark.in(window_.view)) {
                crosses->contours.push_back(
                    {{{place->x - arm, place->y}, {place->x + arm, place->y}}, false});
                crosses->contours.push_back(
                    {{{place->x, place->y - arm}, {place->x, place->y + arm}}, false});
            }
        }
        group.shapes.emplace_back(PathShape{
            std::move(crosses), {}, Stroke{inks(style_.ground).selection, width_ * 1.2, {}}});
        return group;
    }

    const BodyShapes::Content& content_;
    const MapWindow& window_;
    const MapStyle& style_;
    const BodyColours& colours_;
    Rect covered_;
    double width_;
};

/// How far a muscle reaches at the height of its label.
struct Extent {
    double left;
    double right;
};
[[nodiscard]] Extent extentAt(const atlas::Outline& outline, double y) {
    Extent extent{outline.box().right, outline.box().left};
    for (const atlas::Polygon& polygon : outline.polygons()) {
        for (const atlas::Ring& ring : polygon) {
            atlas::Place from = ring.back();
            for (const atlas::Place to : ring) {
                if ((from.y > y) != (to.y > y)) {
                    const double x = to.x + (y - to.y) / (from.y - to.y) * (from.x - to.x);
                    extent = {std::min(extent.left, x), std::max(extent.right, x)};
                }
                from = to;
            }
        }
    }
    return extent;
}

class OverlayPainter {
public:
    OverlayPainter(const BodyShapes& shapes, const MapWindow& window, const MapStyle& style,
                   const MarkStyle& marks)
        : content_{shapes.content()}, window_{window}, inks_{inks(style.ground)},
          isDark_{style.ground == Ground::Dark}, marks_{marks}, width_{lineWidth(window.scale())} {}

    [[nodiscard]] Picture paint(const MapOverlay& overlay) {
        Picture picture{window_.width, window_.height, {}, {}};
        Group muscles{
            window_.transform(), Rect{0, 0, window_.width, window_.height}, "highlight", {}};
        Group names{{}, {}, "names", {}};
        const auto isSelected = [&](const MuscleRef& muscle) {
            return std::any_of(overlay.selected.begin(), overlay.selected.end(),
                               [&](const MuscleRef& one) {
                                   return one.muscle == muscle.muscle && one.side == muscle.side;
                               });
        };
        for (const MuscleRef& muscle : overlay.selected) {
            highlight(muscle, true, muscles, names);
        }
        if (overlay.hovered && !isSelected(*overlay.hovered)) {
            highlight(*overlay.hovered, false, muscles, names);
        }
        picture.shapes.emplace_back(std::move(muscles));
        picture.shapes.emplace_back(std::move(names));
        Picture marks = markPicture(overlay.marks, window_, marks_);
        std::move(marks.shapes.begin(), marks.shapes.end(), std::back_inserter(picture.shapes));
        return picture;
    }

private:
    void highlight(const MuscleRef& ref, bool selected, Group& muscles, Group& names) const {
        const atlas::Muscle* muscle = content_.map.muscle(ref.muscle, ref.side);
        const atlas::MuscleShape* shape =
            muscle != nullptr ? muscle->shapeIn(window_.view) : nullptr;
        if (shape == nullptr || (shape->plane == atlas::Plane::Arm && !window_.peel.showArm)) {
            return;
        }
        const MusclePaths& paths = content_.muscles.at(shape);
        if (!meets(paths.whole.box, window_.covered())) {
            return;
        }
        // A chosen muscle is solid, for it may lie below others; one under the pointer keeps its
        // colour, lit up.
        const Colour wash = selected ? withAlpha(isDark_ ? rgb(0x2A9D92) : rgb(0x57B3A7), 232)
                                     : rgb(0xFFFFFF, isDark_ ? 40 : 84);
        muscles.shapes.emplace_back(PathShape{paths.whole.path, wash, {}});
        if (paths.fibres && window_.scale() >= kFibresFrom) {
            muscles.shapes.emplace_back(PathShape{
                paths.fibres,
                {},
                Stroke{withAlpha(inks_.selection, selected ? 130 : 80), width_ * 0.8, {}}});
        }
        muscles.shapes.emplace_back(PathShape{
            paths.whole.path, {}, Stroke{inks_.selection, width_ * (selected ? 2.2 : 2.0), {}}});
        if (!ref.label.empty()) {
            name(ref.label, *shape, names);
        }
    }

    /// Beside the muscle, on the side that looks away from the middle of the body if there is room.
    void name(const std::string& label, const atlas::MuscleShape& shape, Group& names) const {
        const double size = marks_.textSize;
        const double width = estimatedWidth(label, size, Weight::Bold);
        const Rect covered = window_.covered();
        const double y = std::clamp(shape.anchor.y, covered.y, covered.y + covered.height);
        const Extent extent = extentAt(shape.whole(), y);
        const double gap = size * 0.6;
        const Point right =
            window_.toPicture({window_.view, std::max(extent.right, extent.left), y});
        const Point left =
            window_.toPicture({window_.view, std::min(extent.left, extent.right), y});
        const bool fitsRight = right.x + gap + width <= window_.width;
        const bool fitsLeft = left.x - gap - width >= 0;
        const bool outward = shape.anchor.x >= content_.map.frame(window_.view).width / 2;
        const bool toRight = outward ? (fitsRight || !fitsLeft) : !fitsLeft;
        double x = toRight ? right.x + gap : left.x - gap - width;
        x = std::clamp(x, size * 0.3, std::max(size * 0.3, window_.width - width - size * 0.3));
        const double baseline =
            std::clamp(right.y + size * 0.36, size, std::max(size, window_.height - size * 0.5));
        names.shapes.emplace_back(TextShape{{toRight ? x : x + width, baseline},
                                            label,
                                            size,
                                            toRight ? Align::Start : Align::End,
                                            Weight::Bold,
                                            false,
                                            isDark_ ? rgb(0x7FE0D6) : rgb(0x0B5F58),
                                            withAlpha(inks_.ground, 235)});
    }

    const BodyShapes::Content& content_;
    const MapWindow& window_;
    const Inks& inks_;
    bool isDark_;
    const MarkStyle& marks_;
    double width_;
};

} // namespace

Picture basePicture(const BodyShapes& shapes, const MapWindow& window, const MapStyle& style) {
    return BasePainter{shapes, window, style}.paint();
}

Picture overlayPicture(const BodyShapes& shapes, const MapWindow& window, const MapStyle& style,
                       const MarkStyle& markStyle, const MapOverlay& overlay) {
    return OverlayPainter{shapes, window, style, markStyle}.paint(overlay);
}

Picture bodyMapPicture(const BodyShapes& shapes, const MapWindow& window, const MapStyle& style,
                       const MarkStyle& markStyle, const MapOverlay& overlay) {
    Picture picture = basePicture(shapes, window, style);
    Picture over = overlayPicture(shapes, window, style, markStyle, overlay);
    std::move(over.shapes.begin(), over.shapes.end(), std::back_inserter(picture.shapes));
    return picture;
}

} // namespace palpate::drawing
