// SPDX-License-Identifier: MIT
#include "app/Referral.h"

#include "app/PainCover.h"
#include "app/Words.h"
#include "atlas/Areas.h"
#include "atlas/Shapes.h"
#include "reference/Reference.h"

#include <algorithm>
#include <set>

namespace palpate::app {

namespace {

using atlas::Plane;

/// The regions' shapes of one view and plane, united.
[[nodiscard]] std::vector<Polygon> shapesOf(const atlas::BodyMap& map,
                                            const std::vector<SidedRegion>& regions, View view,
                                            Plane plane) {
    std::vector<Polygon> shapes;
    for (const SidedRegion& one : regions) {
        const auto* region = map.region(one.region, one.side);
        const auto* shape = region != nullptr ? region->shapeIn(view) : nullptr;
        if (shape != nullptr && shape->plane == plane) {
            const auto& polygons = shape->outline.polygons();
            shapes.insert(shapes.end(), polygons.begin(), polygons.end());
        }
    }
    return shapes.empty() ? shapes : atlas::united(shapes, {});
}

[[nodiscard]] std::vector<SidedRegion> regionsAt(const atlas::BodyMap& map,
                                                 const std::set<std::size_t>& places) {
    std::vector<SidedRegion> regions;
    for (const std::size_t place : places) {
        regions.push_back({map.regions()[place].key, map.regions()[place].side});
    }
    return regions;
}

/// The points of the muscle, or the one that was chosen when the tables have it.
[[nodiscard]] std::vector<const reference::ReferencePoint*>
pointsOf(const reference::Reference& reference, const atlas::BodyMap& map, const MuscleKey& muscle,
         const std::optional<ReferencePointKey>& chosen) {
    if (const auto* point = chosen ? reference.triggerPoints().find(*chosen) : nullptr) {
        return {point};
    }
    std::optional<MuscleKey> partOf;
    for (const Side side : {Side::Right, Side::Middle}) {
        if (const auto* part = map.muscle(muscle, side)) {
            partOf = part->partOf;
        }
    }
    std::vector<const reference::ReferencePoint*> inPart;
    std::vector<const reference::ReferencePoint*> inMuscle;
    if (const auto* row = reference.triggerPoints().find(muscle, partOf)) {
        for (const auto& point : row->points) {
            const auto* place = reference.pointPlaces().find(point.key);
            inMuscle.push_back(&point);
            if (place != nullptr && place->muscle == muscle) {
                inPart.push_back(&point);
            }
        }
    }
    // The long head of the biceps refers as its own points do, not as those of the short head.
    return inPart.empty() ? inMuscle : inPart;
}

} // namespace

std::optional<UsualReferral> usualReferral(const reference::Reference& reference,
                                           const atlas::BodyMap& map, const MuscleKey& muscle,
                                           Side side,
                                           const std::optional<ReferencePointKey>& point) {
    const auto points = pointsOf(reference, map, muscle, point);
    if (points.empty()) {
        return std::nullopt;
    }
    const RegionFinder finder{map};
    std::set<std::size_t> essential;
    std::set<std::size_t> spillover;
    UsualReferral referral;
    for (const auto* one : points) {
        const auto zone = finder.zoneOf(reference, one->key, side);
        essential.insert(zone.essential.begin(), zone.essential.end());
        spillover.insert(zone.spillover.begin(), zone.spillover.end());
        referral.points.push_back(one->key);
        for (const auto& source : one->sources) {
            if (std::find(referral.sources.begin(), referral.sources.end(), source) ==
                referral.sources.end()) {
                referral.sources.push_back(source);
            }
        }
    }
    for (const std::size_t place : essential) {
        spillover.erase(place);
    }
    referral.essential = regionsAt(map, essential);
    referral.spillover = regionsAt(map, spillover);
    for (const View view : kViews) {
        for (const Plane plane : {Plane::Body, Plane::Arm}) {
            ReferralZones zones{view, plane == Plane::Arm,
                                shapesOf(map, referral.essential, view, plane),
                                shapesOf(map, referral.spillover, view, plane)};
            if (!zones.essential.empty() || !zones.spillover.empty()) {
                referral.zones.push_back(std::move(zones));
            }
        }
    }
    referral.legend = points.size() == 1 ? pointLabel(reference, points.front()->key, side)
                                         : shortMuscle(reference, muscle, side);
    referral.sourceWarning = reference.sources().warningFor(referral.sources);
    return referral;
}

std::optional<UsualReferral> usualReferral(const reference::Reference& reference,
                                           const atlas::BodyMap& map, const Finding& finding) {
    return usualReferral(reference, map, finding.muscle, finding.side, finding.referencePoint);
}

std::optional<Agreement> agreement(const atlas::BodyMap& map, const UsualReferral& referral,
                                   std::span<const Painted> painted) {
    const auto planes = paintedPlanes(painted);
    const PainCover cover{map, planes};
    if (cover.area() <= 0) {
        return std::nullopt;
    }
    const RegionFinder finder{map};
    double inZones = 0;
    std::vector<std::size_t> essential;
    for (const auto* zone : {&referral.essential, &referral.spillover}) {
        for (const SidedRegion& one : *zone) {
            if (const auto* region = map.region(one.region, one.side)) {
                const auto place = finder.indexOf(*region);
                inZones += cover.of(place).covered;
                if (zone == &referral.essential) {
                    essential.push_back(place);
                }
            }
        }
    }
    Agreement agreed{.paintedInZones = std::min(1.0, inZones / cover.area()),
                     .zonesPainted = shareUsed(cover, essential),
                     .sentence = {}};
    agreed.sentence = {
        tr("{1} % of the painted pain lies in the usual referral of {2}; {3} % of its "
           "essential zone is painted. Usual: this patient may feel it elsewhere."),
        {percentText(agreed.paintedInZones), referral.legend, percentText(agreed.zonesPainted)}};
    return agreed;
}

} // namespace palpate::app
