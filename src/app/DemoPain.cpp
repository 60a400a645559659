// SPDX-License-Identifier: MIT
#include "app/DemoPain.h"

#include "app/DemoChance.h"
#include "atlas/BodyMap.h"
#include "atlas/Painted.h"
#include "atlas/Shapes.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace palpate::app {

namespace {

constexpr int kVariants = 3;
constexpr std::array kSizes{0.95, 0.68, 0.42}; ///< of the region, by DemoShrinking
constexpr int kCorners = 14;                   ///< few places: a demonstration is not a large file
constexpr atlas::Millimetres kSmoothing{1.5};

/// The region's shape in the view when it shows well there, else the largest one.
[[nodiscard]] const atlas::RegionShape* shapeFor(const atlas::BodyMap& map, const RegionKey& key,
                                                 Side side, View view) {
    constexpr double kWell = 0.4; // of its largest shape
    const auto* region = map.region(key, side);
    if (region == nullptr || region->shapes.empty()) {
        return nullptr;
    }
    const auto& largest = *std::ranges::max_element(region->shapes, {}, &atlas::RegionShape::area);
    const auto* here = region->shapeIn(view);
    return here != nullptr && here->area >= kWell * largest.area ? here : &largest;
}

/// A round thing drawn by a hand that is not a compass.
struct Blob {
    Place centre;
    double across = 0;
    double down = 0;
    std::array<double, kCorners> unevenness{};

    [[nodiscard]] Polygon sized(double size) const {
        Ring ring;
        for (std::size_t i = 0; i < kCorners; ++i) {
            const double angle = 2 * std::numbers::pi * static_cast<double>(i) / kCorners;
            const double reach = size * unevenness.at(i);
            ring.push_back({centre.x + across * reach * std::cos(angle),
                            centre.y + down * reach * std::sin(angle)});
        }
        return {ring};
    }
};

[[nodiscard]] DemoDrawing drawing(const atlas::BodyMap& map, const atlas::RegionShape& at,
                                  const Blob& blob, double size) {
    DemoDrawing drawn{
        .view = at.view,
        .onArm = at.plane == atlas::Plane::Arm,
        .shape = atlas::onBody(map, at.view, at.plane, std::vector<Polygon>{blob.sized(size)}),
        .measured = {}};
    // Only measured, never stored: any identity will do.
    const PainArea area{.id = PainAreaId::from(Uuid{Uuid::Bytes{}}),
                        .view = drawn.view,
                        .onArm = drawn.onArm,
                        .shape = drawn.shape,
                        .arrows = {},
                        .quality = {},
                        .intensity = {},
                        .depth = {},
                        .note = {}};
    drawn.measured = drawnPain(map, std::span{&area, 1});
    return drawn;
}

} // namespace

std::vector<DemoShrinking> demoDrawings(const atlas::BodyMap& map,
                                        const std::vector<std::pair<RegionKey, Side>>& regions,
                                        View view) {
    std::vector<DemoShrinking> drawings;
    if (regions.empty()) {
        return drawings;
    }
    for (int variant = 0; variant < kVariants; ++variant) {
        // The first region twice: it matters most.
        const auto& [key, side] =
            regions[variant < 2 ? 0 : std::min<std::size_t>(1, regions.size() - 1)];
        const auto* shape = shapeFor(map, key, side, view);
        if (shape == nullptr) {
            continue;
        }
        DemoChance hand{key.text().size() * 31 + static_cast<std::uint64_t>(side),
                        static_cast<std::uint64_t>(variant)};
        const auto& box = shape->outline.box();
        Blob blob;
        blob.across = 0.42 * (box.right - box.left) * hand.between(0.8, 1.05);
        blob.down = 0.45 * (box.bottom - box.top) * hand.between(0.8, 1.1);
        blob.centre = {shape->anchor.x + 0.12 * blob.across * hand.between(-1.0, 1.0),
                       shape->anchor.y + 0.2 * blob.down * hand.between(-1.0, 1.0)};
        for (auto& reach : blob.unevenness) {
            reach = hand.between(0.88, 1.1);
        }
        DemoShrinking sizes{drawing(map, *shape, blob, kSizes[0]),
                            drawing(map, *shape, blob, kSizes[1]),
                            drawing(map, *shape, blob, kSizes[2])};
        if (std::ranges::none_of(sizes, [](const DemoDrawing& d) { return d.shape.empty(); })) {
            drawings.push_back(std::move(sizes));
        }
    }
    return drawings;
}

std::vector<PainArea> kovacsPain(const atlas::BodyMap& map, int session, PainScore intensity,
                                 IdMaker& ids) {
    // From the right of L3 over the crest into the buttock, brushed to and fro.
    static const std::vector<Place> kLumbarAndButtock{{396, 688}, {436, 684}, {446, 706},
                                                      {400, 724}, {404, 752}, {450, 764},
                                                      {458, 800}, {424, 816}, {446, 846}};
    static const std::vector<Place> kDownTheThigh{{448, 872},  {446, 920},  {442, 980},
                                                  {440, 1040}, {441, 1100}, {443, 1150}};
    struct Visit {
        double radius;       ///< of the brush, mm: shrinks with the pain
        std::size_t corners; ///< how far down it goes
        double thigh;        ///< radius of what runs down the thigh; 0: it did not
    };
    constexpr std::array<Visit, 7> kVisits{
        {{34, 9, 17}, {33, 9, 14}, {32, 9, 0}, {30, 9, 0}, {28, 9, 0}, {26.7, 8, 0}, {24.3, 7, 0}}};
    const auto& visit = kVisits.at(static_cast<std::size_t>(session));
    const auto brushed = [&](std::span<const Place> way, double radius) {
        return atlas::onBody(
            map, View::Posterior, atlas::Plane::Body,
            atlas::simplified(atlas::brushed(way, atlas::Millimetres{radius}), kSmoothing));
    };
    std::vector<PainArea> areas;
    areas.push_back(
        {.id = PainAreaId::create(ids),
         .view = View::Posterior,
         .onArm = false,
         .shape = brushed(std::span{kLumbarAndButtock}.first(visit.corners), visit.radius),
         .arrows = {},
         .quality = PainQuality::Ache,
         .intensity = intensity,
         .depth = PainDepth::Deep,
         .note = {}});
    if (visit.thigh > 0) {
        areas.push_back({.id = PainAreaId::create(ids),
                         .view = View::Posterior,
                         .onArm = false,
                         .shape = brushed(kDownTheThigh, visit.thigh),
                         .arrows = {kDownTheThigh},
                         .quality = PainQuality::Radiating,
                         .intensity = PainScore::from(std::max(intensity.value() - 3, 1)),
                         .depth = {},
                         .note = session == 0 ? "When bending only." : ""});
    }
    return areas;
}

} // namespace palpate::app
