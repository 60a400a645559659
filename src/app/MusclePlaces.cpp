// SPDX-License-Identifier: MIT
#include "app/MusclePlaces.h"

#include "atlas/BodyMap.h"
#include "reference/Reference.h"

#include <algorithm>
#include <iterator>

namespace palpate::app {

std::vector<BodyPoint> knownPlaces(const reference::Reference& reference,
                                   const atlas::Muscle& muscle) {
    std::vector<BodyPoint> places;
    const auto* known = reference.triggerPoints().find(muscle.key, muscle.partOf);
    if (known == nullptr) {
        return places;
    }
    for (const auto& point : known->points) {
        const auto* place = reference.pointPlaces().find(point.key);
        if (place != nullptr && place->muscle == muscle.key) { // else in another part of it
            std::ranges::copy(reference.pointPlaces().placesOf(point.key, muscle.side),
                              std::back_inserter(places));
        }
    }
    return places;
}

View viewFor(const reference::Reference& reference, const atlas::Muscle& muscle, View now) {
    const auto places = knownPlaces(reference, muscle);
    if (std::ranges::count(places, now, &BodyPoint::view) > 0) {
        return now;
    }
    if (!places.empty()) {
        return places.front().view;
    }
    const auto* shape = muscle.shapeIn(now);
    if (muscle.shapes.empty() || (shape != nullptr && !shape->visible.isEmpty())) {
        return now;
    }
    return std::ranges::max_element(muscle.shapes, {}, &atlas::MuscleShape::visibleArea)->view;
}

std::optional<BodyPoint> placeFor(const reference::Reference& reference,
                                  const atlas::Muscle& muscle, View now,
                                  const std::optional<ReferencePointKey>& point) {
    const auto places = point ? reference.pointPlaces().placesOf(*point, muscle.side)
                              : knownPlaces(reference, muscle);
    if (!places.empty()) {
        const auto here = std::ranges::find(places, now, &BodyPoint::view);
        return here != places.end() ? *here : places.front();
    }
    const auto* shape = muscle.shapeIn(viewFor(reference, muscle, now));
    return shape != nullptr
               ? std::optional{BodyPoint{shape->view, shape->anchor.x, shape->anchor.y}}
               : std::nullopt;
}

} // namespace palpate::app
