// SPDX-License-Identifier: MIT
// What changes while one works with the map: highlights, zones, areas, known points, marks.
#include "drawing/BodyMapPicture.h"
#include "drawing/BodyShapesContent.h"
#include "drawing/KnownPoints.h"
#include "drawing/LabelSpace.h"
#include "drawing/MapDetail.h"
#include "drawing/TextWidth.h"

#include <algorithm>
#include <iterator>

namespace palpate::drawing {

namespace {

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

void add(Picture& picture, Picture part) {
    std::move(part.shapes.begin(), part.shapes.end(), std::back_inserter(picture.shapes));
}

class OverlayPainter {
public:
    OverlayPainter(const BodyShapes& shapes, const MapWindow& window, const MapStyle& style,
                   const MarkStyle& marks)
        : content_{shapes.content()}, window_{window}, inks_{inks(style.ground)},
          ground_{style.ground}, isDark_{style.ground == Ground::Dark}, marks_{marks},
          scale_{window.scale()}, width_{bodyLineWidth(scale_)} {}

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
        if (overlay.region) {
            outline(*overlay.region, muscles);
        }
        for (const MuscleRef& muscle : overlay.selected) {
            highlight(muscle, true, overlay.covered, muscles, names);
        }
        if (overlay.hovered && !isSelected(*overlay.hovered)) {
            highlight(*overlay.hovered, false, overlay.covered, muscles, names);
        }
        picture.shapes.emplace_back(std::move(muscles));
        picture.shapes.emplace_back(std::move(names));
        if (!overlay.crosses.empty()) {
            picture.shapes.emplace_back(knownPoints(overlay.crosses,
                                                    placedMarks(overlay.marks, window_, marks_),
                                                    window_, marks_, overlay.covered));
        }
        add(picture, markPicture(overlay.marks, window_, marks_, overlay.covered));
        return picture;
    }

private:
    void outline(const RegionRef& ref, Group& muscles) const {
        const atlas::Region* region = content_.map.region(ref.region, ref.side);
        const atlas::RegionShape* shape =
            region != nullptr ? region->shapeIn(window_.view) : nullptr;
        if (shape == nullptr || (shape->plane == atlas::Plane::Arm && !window_.peel.showArm)) {
            return;
        }
        const BoxedPath& path = content_.regions.at(shape);
        if (meets(path.box, window_.covered())) {
            muscles.shapes.emplace_back(
                PathShape{path.path.at(scale_), {}, Stroke{withAlpha(inks_.ground, 150), 0.9, {}}});
            muscles.shapes.emplace_back(
                PathShape{path.path.at(scale_), {}, Stroke{inks_.selection, 0.4, {1.6, 1.2}}});
        }
    }

    void highlight(const MuscleRef& ref, bool selected, std::span<const Rect> covered,
                   Group& muscles, Group& names) const {
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
        const Colour wash = washOf(selected);
        muscles.shapes.emplace_back(PathShape{paths.whole.path.at(scale_), wash, {}});
        if (paths.fibres && scale_ >= kFibresFrom) {
            muscles.shapes.emplace_back(PathShape{
                paths.fibres.at(scale_),
                {},
                Stroke{withAlpha(inks_.selection, selected ? 130 : 80), width_ * 0.8, {}}});
        }
        muscles.shapes.emplace_back(
            PathShape{paths.whole.path.at(scale_),
                      {},
                      Stroke{inks_.selection, width_ * (selected ? 2.2 : 2.0), {}}});
        if (!ref.label.empty()) {
            name(ref.label, *shape, covered, names);
        }
    }

    [[nodiscard]] Colour washOf(bool selected) const noexcept {
        switch (ground_) {
        case Ground::Dark:
            return selected ? rgb(0x2A9D92, 232) : rgb(0xFFFFFF, 40);
        case Ground::HighContrast:
            return selected ? rgb(0xA5DDD4, 240) : rgb(0xA5DDD4, 110);
        case Ground::Light:
        case Ground::Paper:
            break;
        }
        return selected ? rgb(0x57B3A7, 232) : rgb(0xFFFFFF, 84);
    }

    struct NamePlace {
        double x;
        double baseline;
        bool toRight;
    };
    /// Beside the muscle at a height of the body, kept within the picture.
    [[nodiscard]] NamePlace beside(const atlas::MuscleShape& shape, double y, double width,
                                   bool toRight) const {
        const double size = marks_.textSize;
        const Extent extent = extentAt(shape.whole(), y);
        const double gap = size * 0.6;
        const double edge =
            toRight ? std::max(extent.right, extent.left) : std::min(extent.left, extent.right);
        const Point at = window_.toPicture({window_.view, edge, y});
        const double x = toRight ? at.x + gap : at.x - gap - width;
        return {std::clamp(x, size * 0.3, std::max(size * 0.3, window_.width - width - size * 0.3)),
                std::clamp(at.y + size * 0.36, size, std::max(size, window_.height - size * 0.5)),
                toRight};
    }

    /// On the side that looks away from the middle of the body if there is room; where a card would
    /// hide it, on the other side, or higher or lower along the muscle.
    [[nodiscard]] NamePlace placeFor(const atlas::MuscleShape& shape, double width,
                                     std::span<const Rect> covered) const {
        const double size = marks_.textSize;
        const Rect seen = window_.covered();
        const auto inSight = [&](double y) { return std::clamp(y, seen.y, seen.y + seen.height); };
        const auto fits = [&](bool toRight) {
            const Extent extent = extentAt(shape.whole(), inSight(shape.anchor.y));
            const double room = size * 0.6 + width;
            const auto at = [&](double x) { return window_.toPicture({window_.view, x, 0}).x; };
            return toRight ? at(std::max(extent.right, extent.left)) + room <= window_.width
                           : at(std::min(extent.left, extent.right)) - room >= 0;
        };
        const bool outward = shape.anchor.x >= content_.map.frame(window_.view).width / 2;
        const bool toRight = outward ? (fits(true) || !fits(false)) : !fits(false);
        const NamePlace usual = beside(shape, inSight(shape.anchor.y), width, toRight);
        const auto hidden = [&](const NamePlace& place) {
            const Rect words{place.x, place.baseline - size, width, size * 1.3};
            double area = 0;
            for (const Rect& card : covered) {
                area += sharedArea(words, card);
            }
            return area;
        };
        NamePlace best = usual;
        double least = hidden(usual);
        if (least > 0) {
            const atlas::Box& box = shape.whole().box();
            const double top = inSight(box.top);
            const double bottom = inSight(box.bottom);
            for (const double y :
                 {shape.anchor.y, top + (bottom - top) * 0.25, top + (bottom - top) * 0.75,
                  top + (bottom - top) * 0.05, top + (bottom - top) * 0.95}) {
                for (const bool right : {toRight, !toRight}) {
                    const NamePlace place = beside(shape, inSight(y), width, right);
                    if (const double area = hidden(place); area < least) {
                        best = place;
                        least = area;
                    }
                }
            }
        }
        return best;
    }

    void name(const std::string& label, const atlas::MuscleShape& shape,
              std::span<const Rect> covered, Group& names) const {
        const double width = estimatedWidth(label, marks_.textSize, Weight::Bold);
        const NamePlace place = placeFor(shape, width, covered);
        names.shapes.emplace_back(
            TextShape{{place.toRight ? place.x : place.x + width, place.baseline},
                      label,
                      marks_.textSize,
                      place.toRight ? Align::Start : Align::End,
                      Weight::Bold,
                      false,
                      isDark_ ? rgb(0x7FE0D6) : rgb(0x0B5F58),
                      withAlpha(inks_.ground, 235)});
    }

    const BodyShapes::Content& content_;
    const MapWindow& window_;
    const Inks& inks_;
    Ground ground_;
    bool isDark_;
    const MarkStyle& marks_;
    double scale_;
    double width_;
};

} // namespace

Picture lowerOverlay(const MapWindow& window, const MapStyle& style, const MapOverlay& overlay) {
    Picture picture = zonePicture(overlay.zones, window, style.ground);
    add(picture, areaPicture(overlay.areas, window, style.ground));
    return picture;
}

Picture upperOverlay(const BodyShapes& shapes, const MapWindow& window, const MapStyle& style,
                     const MarkStyle& markStyle, const MapOverlay& overlay) {
    return OverlayPainter{shapes, window, style, markStyle}.paint(overlay);
}

Picture overlayPicture(const BodyShapes& shapes, const MapWindow& window, const MapStyle& style,
                       const MarkStyle& markStyle, const MapOverlay& overlay) {
    Picture picture = lowerOverlay(window, style, overlay);
    add(picture, upperOverlay(shapes, window, style, markStyle, overlay));
    return picture;
}

} // namespace palpate::drawing
