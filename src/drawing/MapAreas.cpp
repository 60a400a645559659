// SPDX-License-Identifier: MIT
#include "drawing/MapAreas.h"

#include "drawing/AreaPainter.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace palpate::drawing {

namespace {

[[nodiscard]] bool isShown(const MapArea& area, const MapWindow& window) noexcept {
    return area.view == window.view && (!area.onArm || window.peel.showArm);
}

/// Even-odd, over all rings at once; the distance is that to the nearest edge.
struct Reach {
    bool inside = false;
    double distance = std::numeric_limits<double>::infinity();
};
[[nodiscard]] double toSegment(Place p, Place a, Place b) noexcept {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double squared = dx * dx + dy * dy;
    const double t =
        squared > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}
[[nodiscard]] Reach reachOf(const MapArea& area, Place p) {
    Reach reach;
    for (const Polygon& polygon : area.shape) {
        for (const Ring& ring : polygon) {
            if (ring.empty()) {
                continue;
            }
            Place from = ring.back();
            for (const Place to : ring) {
                if ((from.y > p.y) != (to.y > p.y) &&
                    p.x < to.x + (p.y - to.y) / (from.y - to.y) * (from.x - to.x)) {
                    reach.inside = !reach.inside;
                }
                reach.distance = std::min(reach.distance, toSegment(p, from, to));
                from = to;
            }
        }
    }
    for (const Polyline& arrow : area.arrows) {
        for (std::size_t i = 1; i < arrow.size(); ++i) {
            reach.distance = std::min(reach.distance, toSegment(p, arrow[i - 1], arrow[i]));
        }
    }
    return reach;
}

} // namespace

Picture areaPicture(std::span<const MapArea> areas, const MapWindow& window, Ground ground) {
    Picture picture{window.width, window.height, {}, {}};
    const Transform transform = window.transform();
    Group group{
        {1, transform.dx, transform.dy}, Rect{0, 0, window.width, window.height}, "areas", {}};
    std::vector<AreaPainter> painters;
    painters.reserve(areas.size());
    // What was comes first, the chosen one last.
    for (const int rank : {0, 1, 2}) {
        for (const MapArea& area : areas) {
            const int own = area.then ? 0 : area.selected ? 2 : 1;
            if (own == rank && isShown(area, window)) {
                painters.emplace_back(area, window, transform, ground, group.shapes).paint();
            }
        }
    }
    for (AreaPainter& painter : painters) {
        painter.paintLabel();
        painter.paintCorners();
    }
    if (!group.shapes.empty()) {
        picture.shapes.emplace_back(std::move(group));
    }
    return picture;
}

std::optional<std::size_t> hitArea(std::span<const MapArea> areas, const MapWindow& window,
                                   Point at, double tolerance) {
    const BodyPoint body = window.toBody(at);
    const double reachable = tolerance / window.scale();
    std::optional<std::size_t> holding;
    std::optional<std::size_t> near;
    double least = reachable;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        if (areas[i].then || !isShown(areas[i], window)) {
            continue;
        }
        const Reach reach = reachOf(areas[i], {body.x, body.y});
        // Painted later lies on top, the selected one above all.
        if (reach.inside && !(holding && areas[*holding].selected)) {
            holding = i;
        }
        if (reach.distance <= least) {
            near = i;
            least = reach.distance;
        }
    }
    return holding ? holding : near;
}

} // namespace palpate::drawing
