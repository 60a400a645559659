// SPDX-License-Identifier: MIT
#include "drawing/BodyMapPicture.h"

#include "drawing/BodyColours.h"
#include "drawing/BodyShapesContent.h"
#include "drawing/LandmarkNames.h"
#include "drawing/MapDetail.h"

#include <iterator>

namespace palpate::drawing {

namespace {

/// From this scale on bones cast a soft rim.
constexpr double kShadowsFrom = 0.2;

class BasePainter {
public:
    BasePainter(const BodyShapes& shapes, const MapWindow& window, const MapStyle& style)
        : content_{shapes.content()}, window_{window}, style_{style}, colours_{bodyColours(
                                                                          style.ground)},
          covered_{window.covered()}, scale_{window.scale()}, width_{bodyLineWidth(scale_)} {}

    [[nodiscard]] Picture paint() {
        Picture picture{window_.width, window_.height, {}, {}};
        Group body{window_.transform(), Rect{0, 0, window_.width, window_.height}, "body", {}};
        for (const atlas::SkinPlane& plane : content_.map.skin(window_.view)) {
            if (plane.plane == atlas::Plane::Body || window_.peel.showArm) {
                paintPlane(plane, body.shapes);
            }
        }
        picture.shapes.emplace_back(std::move(body));
        if (style_.landmarks) {
            add(picture, landmarkNames(content_.map, window_, colours_, style_.labels));
        }
        if (style_.labels) {
            add(picture, vertebraNames(content_.map, window_, colours_));
        }
        return picture;
    }

private:
    void add(Picture& picture, Group names) const {
        if (!names.shapes.empty()) {
            names.clip = Rect{0, 0, window_.width, window_.height};
            picture.shapes.emplace_back(std::move(names));
        }
    }

    void paintPlane(const atlas::SkinPlane& plane, std::vector<Shape>& out) {
        const SkinPaths& skin = content_.skin.at(&plane);
        if (!meets(skin.outline.box, covered_)) {
            return;
        }
        const bool isArm = plane.plane == atlas::Plane::Arm;
        Group group{{}, {}, isArm ? "arm" : "trunk", {}};
        group.shapes.emplace_back(PathShape{skin.outline.path.at(scale_), colours_.skin,
                                            Stroke{colours_.skinLine, width_ * 1.25, {}}});
        if (window_.peel.top != Layer::Skin) {
            paintBones(plane.plane, group.shapes);
            paintMuscles(plane.plane, group.shapes);
        } else if (skin.strokes) {
            group.shapes.emplace_back(PathShape{
                skin.strokes.at(scale_), {}, Stroke{colours_.skinLine, width_ * 0.9, {}}});
        }
        if (style_.tones && colours_.softTone.alpha > 0 && window_.peel.top != Layer::Bones) {
            const TonePaths& tones = skin.tones[static_cast<std::size_t>(window_.peel.top)];
            paintTones(tones.soft, colours_.softTone, group.shapes);
            paintTones(tones.deep, colours_.deepTone, group.shapes);
        }
        if (style_.ghostLayers && window_.peel.top > Layer::Superficial) {
            paintGhosts(plane.plane, group.shapes);
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
        // A soft rim on what lies behind tells which of two bones is nearer.
        std::optional<Stroke> shadow;
        if (style_.tones && colours_.softTone.alpha > 0 && scale_ >= kShadowsFrom) {
            shadow = Stroke{withAlpha(colours_.boneShadow, alone ? 46 : 26), width_ * 4.5, {}};
        }
        const auto bones = content_.map.paintedBones(window_.view, plane);
        const auto& lines = content_.lines(window_.view, plane, window_.peel.top).bones;
        for (std::size_t i = 0; i < bones.size(); ++i) {
            const BoxedPath& path = content_.bones.at(bones[i].shape);
            if (!meets(path.box, covered_)) {
                continue;
            }
            if (shadow && lines[i]) {
                out.emplace_back(PathShape{lines[i].at(scale_), {}, shadow});
            }
            out.emplace_back(PathShape{path.path.at(scale_), fill, {}});
            if (lines[i]) {
                out.emplace_back(PathShape{lines[i].at(scale_), {}, line});
            }
        }
    }

    void paintMuscles(atlas::Plane plane, std::vector<Shape>& out) const {
        const auto muscles = content_.map.paintedMuscles(window_.view, plane, window_.peel.top);
        const VisibleLines& lines = content_.lines(window_.view, plane, window_.peel.top);
        for (std::size_t i = 0; i < muscles.size(); ++i) {
            const MusclePaths& paths = content_.muscles.at(muscles[i].shape);
            if (!meets(paths.visible.box, covered_)) {
                continue;
            }
            const MuscleColours colours =
                muscleColours(*muscles[i].muscle, window_.peel.top, style_.ground);
            out.emplace_back(PathShape{paths.visible.path.at(scale_), colours.fill, {}});
            if (style_.fibres && lines.fibres[i] && scale_ >= kFibresFrom) {
                out.emplace_back(PathShape{
                    lines.fibres[i].at(scale_), {}, Stroke{colours.fibre, width_ * 0.8, {}}});
            }
            if (lines.muscles[i]) {
                out.emplace_back(
                    PathShape{lines.muscles[i].at(scale_), {}, Stroke{colours.line, width_, {}}});
            }
        }
    }

    void paintTones(const std::vector<BoxedPath>& tones, Colour colour,
                    std::vector<Shape>& out) const {
        for (const BoxedPath& tone : tones) {
            if (meets(tone.box, covered_)) {
                out.emplace_back(PathShape{tone.path.at(scale_), colour, {}});
            }
        }
    }

    /// Of the layers above the one on top: the next one up is the clearest.
    void paintGhosts(atlas::Plane plane, std::vector<Shape>& out) const {
        const Layer top = window_.peel.top;
        for (const atlas::PaintedMuscle& one :
             content_.map.paintedMuscles(window_.view, plane, Layer::Superficial)) {
            const int above = static_cast<int>(top) - static_cast<int>(one.muscle->layer);
            const BoxedPath& path = content_.muscles.at(one.shape).visible;
            if (above < 1 || !meets(path.box, covered_)) {
                continue;
            }
            const auto alpha = static_cast<std::uint8_t>(colours_.ghostLine.alpha / above);
            out.emplace_back(
                PathShape{path.path.at(scale_),
                          {},
                          Stroke{withAlpha(colours_.ghostLine, alpha), width_ * 0.9, {}}});
        }
    }

    const BodyShapes::Content& content_;
    const MapWindow& window_;
    const MapStyle& style_;
    const BodyColours& colours_;
    Rect covered_;
    double scale_;
    double width_;
};

} // namespace

Picture basePicture(const BodyShapes& shapes, const MapWindow& window, const MapStyle& style) {
    return BasePainter{shapes, window, style}.paint();
}

Picture bodyMapPicture(const BodyShapes& shapes, const MapWindow& window, const MapStyle& style,
                       const MarkStyle& markStyle, const MapOverlay& overlay) {
    Picture picture = basePicture(shapes, window, style);
    const auto put = [&](Picture part) {
        std::move(part.shapes.begin(), part.shapes.end(), std::back_inserter(picture.shapes));
    };
    if (style.sides) {
        put(sideLetters(shapes, window, style, overlay.covered));
    }
    put(overlayPicture(shapes, window, style, markStyle, overlay));
    return picture;
}

} // namespace palpate::drawing
