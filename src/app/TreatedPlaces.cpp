// SPDX-License-Identifier: MIT
// Where a treatment is given, in regions of the skin.
#include "app/Cautions.h"
#include "app/MusclePlaces.h"
#include "atlas/Painted.h"
#include "reference/Reference.h"

#include <algorithm>
#include <set>

namespace palpate::app {

namespace {

constexpr atlas::Millimetres kEdge{6}; // a mark at the edge of the body is still on it
constexpr double kLeastShare = 0.1;    // of a muscle's outline that lies under a region

class Regions {
public:
    Regions(const atlas::BodyMap& map, const reference::Reference& reference)
        : map_{map}, reference_{reference} {}

    void addAt(BodyPoint where) {
        for (const bool arm : {false, true}) { // the hanging arm hides what is behind it
            if (const auto* region = map_.regionAt(where, kEdge, arm)) {
                add(region->key);
            }
        }
    }
    void addFinding(const Finding& finding) {
        addAt(finding.at);
        const auto* muscle = map_.muscle(finding.muscle, finding.side);
        if (muscle == nullptr) {
            return;
        }
        // The psoas, marked on the back, is still reached through the belly.
        const auto known = knownPlaces(reference_, *muscle);
        if (std::ranges::count(known, finding.at.view, &BodyPoint::view) == 0) {
            std::ranges::for_each(known, [&](BodyPoint place) { addAt(place); });
        }
    }
    void addMuscle(const MuscleKey& key, Side side) {
        const auto* composite = map_.composite(key);
        for (const auto& part : composite != nullptr ? composite->parts : std::vector{key}) {
            for (const auto each : side == Side::Middle
                                       ? std::vector{Side::Middle, Side::Left, Side::Right}
                                       : std::vector{side, Side::Middle}) {
                if (const auto* muscle = map_.muscle(part, each)) {
                    addShapesOf(*muscle);
                }
            }
        }
    }
    void add(const RegionKey& region) {
        if (std::ranges::find(regions, region) == regions.end()) {
            regions.push_back(region);
        }
    }

    std::vector<RegionKey> regions;

private:
    /// The skin over the muscle in the views in which its known points are pressed, else in that
    /// which shows most of it.
    void addShapesOf(const atlas::Muscle& muscle) {
        const auto known = knownPlaces(reference_, muscle);
        std::set<View> views;
        for (const auto& place : known) {
            addAt(place);
            views.insert(place.view);
        }
        if (views.empty() && !muscle.shapes.empty()) {
            views.insert(
                std::ranges::max_element(muscle.shapes, {}, &atlas::MuscleShape::visibleArea)
                    ->view);
        }
        for (const auto view : views) {
            if (const auto* shape = muscle.shapeIn(view)) {
                addUnder(*shape);
            }
        }
    }
    void addUnder(const atlas::MuscleShape& shape) {
        const auto& polygons = shape.whole().polygons();
        const auto all = atlas::unionArea(polygons).value;
        for (const auto& touched : atlas::regionsTouched(map_, shape.view, shape.plane, polygons)) {
            if (touched.area.value >= kLeastShare * all) {
                add(touched.region->key);
            }
        }
    }

    const atlas::BodyMap& map_;
    const reference::Reference& reference_;
};

} // namespace

std::optional<TreatedPlace> placeOf(const TreatmentTarget& target, const Session& session,
                                    const atlas::BodyMap& map,
                                    const reference::Reference& reference) {
    Regions found{map, reference};
    auto side = Side::Middle;
    if (const auto* point = std::get_if<TriggerPointId>(&target)) {
        if (const auto* finding = findingAt(session, *point)) {
            found.addFinding(*finding);
            side = finding->side;
        }
    } else if (const auto* muscle = std::get_if<MuscleTarget>(&target)) {
        found.addMuscle(muscle->muscle, muscle->side);
        side = muscle->side;
    } else if (const auto* region = std::get_if<RegionTarget>(&target)) {
        found.add(region->region);
        side = region->side;
    } else if (const auto* joint = std::get_if<JointTarget>(&target)) {
        if (const auto* known = reference.joints().find(joint->joint)) {
            std::ranges::for_each(known->regions, [&](const RegionKey& each) { found.add(each); });
        }
        side = joint->side;
    }
    return found.regions.empty() ? std::nullopt
                                 : std::optional{TreatedPlace{std::move(found.regions), side}};
}

} // namespace palpate::app
