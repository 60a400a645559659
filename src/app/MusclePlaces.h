// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Body.h"
#include "domain/Id.h"

#include <optional>
#include <vector>

namespace palpate::atlas {
class BodyMap;
struct Muscle;
} // namespace palpate::atlas
namespace palpate::reference {
class Reference;
}

namespace palpate::app {

/// Where the known points of an atlas part are drawn, in the order of the table, of each the view
/// to mark it in first.
[[nodiscard]] std::vector<BodyPoint> knownPlaces(const reference::Reference& reference,
                                                 const atlas::Muscle& muscle);
/// The view to look at a muscle in, or to mark it in: the present one where a known point of it is
/// drawn there; else that of its first known place; of a muscle without any the present one where
/// some of it shows, else the one in which most of it does.
[[nodiscard]] View viewFor(const reference::Reference& reference, const atlas::Muscle& muscle,
                           View now);
/// Where a point goes of which only the muscle is named: in that view at its first known place,
/// else in the middle of what shows of it. With a known point: where that is drawn, in the present
/// view if it is. Empty where the map has nothing of the muscle.
[[nodiscard]] std::optional<BodyPoint> placeFor(const reference::Reference& reference,
                                                const atlas::Muscle& muscle, View now,
                                                const std::optional<ReferencePointKey>& point = {});

} // namespace palpate::app
