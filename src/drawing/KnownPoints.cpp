// SPDX-License-Identifier: MIT
#include "drawing/KnownPoints.h"

#include "drawing/BodyColours.h"
#include "drawing/LabelSpace.h"
#include "drawing/TextWidth.h"

#include <algorithm>
#include <array>

namespace palpate::drawing {

namespace {

/// From this scale on (a body of a metre) a muscle has room for the names of its points.
constexpr double kNamesFrom = 0.55;

[[nodiscard]] std::shared_ptr<const Path> cross(Point c, double arm) {
    auto path = std::make_shared<Path>();
    path->contours.push_back({{{c.x - arm, c.y}, {c.x + arm, c.y}}, false});
    path->contours.push_back({{{c.x, c.y - arm}, {c.x, c.y + arm}}, false});
    return path;
}

} // namespace

void paintKnownPoint(Point centre, double radius, bool suggested, Ground ground,
                     std::vector<Shape>& out) {
    const Inks& ink = inks(ground);
    const auto arms = cross(centre, radius * (suggested ? 0.62 : 0.56));
    const Colour casing = withAlpha(ink.ground, suggested ? 220 : 150);
    out.emplace_back(PathShape{arms, {}, Stroke{casing, radius * 0.52, {}}});
    if (suggested) {
        out.emplace_back(CircleShape{centre, radius * 0.98, withAlpha(ink.ground, 90),
                                     Stroke{casing, radius * 0.44, {}}});
        out.emplace_back(
            CircleShape{centre, radius * 0.98, {}, Stroke{ink.selection, radius * 0.2, {}}});
    }
    out.emplace_back(PathShape{
        arms, {}, Stroke{suggested ? ink.selection : withAlpha(ink.text, 190), radius * 0.22, {}}});
}

Group knownPoints(std::span<const KnownPoint> points, std::span<const PlacedMark> marks,
                  const MapWindow& window, const MarkStyle& style, std::span<const Rect> covered) {
    Group group{{}, Rect{0, 0, window.width, window.height}, "known points", {}};
    const double radius = style.diameter / 2 * 0.72;
    LabelSpace space;
    for (const PlacedMark& mark : marks) {
        space.take({mark.centre.x - mark.radius * 1.3, mark.centre.y - mark.radius * 1.3,
                    mark.radius * 2.6, mark.radius * 2.6});
    }
    for (const Rect& card : covered) {
        space.take(card);
    }
    std::vector<const KnownPoint*> shown;
    for (const KnownPoint& point : points) {
        const Point at = window.toPicture(point.at);
        if (point.at.view == window.view && at.x >= -radius && at.y >= -radius &&
            at.x <= window.width + radius && at.y <= window.height + radius) {
            shown.push_back(&point);
            space.take({at.x - radius, at.y - radius, 2 * radius, 2 * radius});
        }
    }
    // The suggested ones lie on top, and their names go first.
    std::stable_sort(shown.begin(), shown.end(), [](const KnownPoint* a, const KnownPoint* b) {
        return a->suggested < b->suggested;
    });
    for (const KnownPoint* point : shown) {
        paintKnownPoint(window.toPicture(point->at), radius, point->suggested, style.ground,
                        group.shapes);
    }
    const double size = style.textSize * 0.86;
    for (auto it = shown.rbegin(); it != shown.rend(); ++it) {
        const KnownPoint& point = **it;
        if (point.label.empty() || (window.scale() < kNamesFrom && !point.suggested)) {
            continue;
        }
        const Point at = window.toPicture(point.at);
        const double width = estimatedWidth(point.label, size);
        const double gap = radius * 1.5;
        const double high = size * 1.2;
        const std::array<Rect, 4> places{Rect{at.x + gap, at.y - high / 2, width, high},
                                         Rect{at.x - gap - width, at.y - high / 2, width, high},
                                         Rect{at.x - width / 2, at.y + gap, width, high},
                                         Rect{at.x - width / 2, at.y - gap - high, width, high}};
        const Rect all{0, 0, window.width, window.height};
        const auto* free = std::find_if(places.begin(), places.end(), [&](const Rect& place) {
            return holds(all, place) && space.isFree(place);
        });
        if (free == places.end()) {
            continue;
        }
        space.take(*free);
        const Inks& ink = inks(style.ground);
        group.shapes.emplace_back(TextShape{{free->x, free->y + high / 2 + size * 0.36},
                                            point.label,
                                            size,
                                            Align::Start,
                                            Weight::Regular,
                                            true,
                                            point.suggested ? ink.selection : ink.text,
                                            withAlpha(ink.ground, 215)});
    }
    return group;
}

} // namespace palpate::drawing
