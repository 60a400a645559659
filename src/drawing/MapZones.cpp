// SPDX-License-Identifier: MIT
#include "drawing/MapZones.h"

#include "drawing/Hatching.h"
#include "drawing/PainInks.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <unordered_set>

namespace palpate::drawing {

namespace {

/// Below this scale hatching is only grey.
constexpr double kHatchingFrom = 0.05;

/// Tenths of a millimetre: as fine as body regions are kept.
[[nodiscard]] std::uint64_t placeKey(Place p) noexcept {
    const auto x = static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(p.x * 10)));
    const auto y = static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(p.y * 10)));
    return (std::uint64_t{x} << 32U) | y;
}
struct Edge {
    std::uint64_t from;
    std::uint64_t to;
    friend bool operator==(const Edge&, const Edge&) = default;
};
struct EdgeHash {
    std::size_t operator()(const Edge& edge) const noexcept {
        return static_cast<std::size_t>(edge.from * 0x9E3779B97F4A7C15ULL ^
                                        (edge.to + 0x7F4A7C15ULL) * 0xC2B2AE3D27D4EB4FULL);
    }
};
[[nodiscard]] Edge edgeOf(Place a, Place b) noexcept {
    const std::uint64_t one = placeKey(a);
    const std::uint64_t other = placeKey(b);
    return one < other ? Edge{one, other} : Edge{other, one};
}

/// The outlines without the edges that two polygons share.
[[nodiscard]] std::shared_ptr<const Path> outerEdges(std::span<const Polygon> polygons,
                                                     double scale) {
    std::unordered_set<Edge, EdgeHash> once;
    std::unordered_set<Edge, EdgeHash> shared;
    const auto eachEdge = [&](auto visit) {
        for (const Polygon& polygon : polygons) {
            for (const Ring& ring : polygon) {
                for (std::size_t i = 0; i < ring.size(); ++i) {
                    visit(ring[i], ring[(i + 1) % ring.size()]);
                }
            }
        }
    };
    eachEdge([&](Place a, Place b) {
        const Edge edge = edgeOf(a, b);
        if (!once.insert(edge).second) {
            shared.insert(edge);
        }
    });
    auto path = std::make_shared<Path>();
    for (const Polygon& polygon : polygons) {
        for (const Ring& ring : polygon) {
            bool joined = false;
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const Place a = ring[i];
                const Place b = ring[(i + 1) % ring.size()];
                if (shared.contains(edgeOf(a, b))) {
                    joined = false;
                    continue;
                }
                if (!joined) {
                    path->contours.push_back({{{a.x * scale, a.y * scale}}, false});
                }
                path->contours.back().points.push_back({b.x * scale, b.y * scale});
                joined = true;
            }
        }
    }
    return path;
}

void hatch(std::span<const Polygon> polygons, double scale, const Rect& seen, bool essential,
           const ZoneInk& ink, std::vector<Shape>& out) {
    const Stencil stencil{polygons, scale, seen};
    if (stencil.isOutOfSight()) {
        return;
    }
    const Rect& box = stencil.box();
    const double edge = std::min(box.width, box.height);
    // Wider on a large field, for the eye and for speed; narrower in a legend.
    const double s =
        std::min(std::clamp(0.55 + scale * 1.1, 0.55, 1.0), std::clamp(edge / 6, 0.5, 1.0)) *
        std::clamp(edge / 50, 1.0, 2.4);
    const double pen = std::min(s, 1.0) * std::sqrt(std::max(s, 1.0)); // grows slower
    out.emplace_back(
        PathShape{stencil.outline(), essential ? ink.essentialFill : ink.spilloverFill, {}});
    if (scale >= kHatchingFrom) {
        constexpr double kQuarter = std::numbers::pi / 4;
        out.emplace_back(essential ? PathShape{stencil.hatched(2.5 * s, -kQuarter),
                                               {},
                                               Stroke{withAlpha(ink.line, 190), 0.44 * pen, {}}}
                                   : PathShape{stencil.hatched(4.4 * s, kQuarter),
                                               {},
                                               Stroke{withAlpha(ink.line, 150), 0.32 * pen, {}}});
    }
    out.emplace_back(PathShape{outerEdges(polygons, scale),
                               {},
                               Stroke{withAlpha(ink.line, essential ? 220 : 170),
                                      (essential ? 0.4 : 0.26) * std::min(s, 1.0),
                                      {}}});
}

} // namespace

Picture zonePicture(std::span<const ReferralZone> zones, const MapWindow& window, Ground ground) {
    Picture picture{window.width, window.height, {}, {}};
    const Transform t = window.transform();
    const Rect seen{-t.dx, -t.dy, window.width, window.height};
    Group group{{1, t.dx, t.dy}, Rect{0, 0, window.width, window.height}, "usual referral", {}};
    const ZoneInk& ink = zoneInk(ground);
    const auto isShown = [&](const ReferralZone& zone) {
        return zone.view == window.view && (!zone.onArm || window.peel.showArm);
    };
    for (const bool essential : {false, true}) {
        for (const ReferralZone& zone : zones) {
            if (isShown(zone)) {
                hatch(essential ? zone.essential : zone.spillover, t.scale, seen, essential, ink,
                      group.shapes);
            }
        }
    }
    if (!group.shapes.empty()) {
        picture.shapes.emplace_back(std::move(group));
    }
    return picture;
}

} // namespace palpate::drawing
