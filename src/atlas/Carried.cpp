// SPDX-License-Identifier: MIT
#include "atlas/Carried.h"

#include "atlas/Runs.h"

#include <algorithm>
#include <cmath>

namespace palpate::atlas {

namespace {

[[nodiscard]] bool areFrontAndBack(View one, View other) noexcept {
    return (one == View::Anterior && other == View::Posterior) ||
           (one == View::Posterior && other == View::Anterior);
}

} // namespace

std::optional<BodyPoint> shownIn(const BodyMap& map, BodyPoint at, const Muscle& muscle,
                                 View other) {
    if (other == at.view) {
        return at;
    }
    const MuscleShape* shape = muscle.shapeIn(other);
    if (at.view == View::Plantar || other == View::Plantar || shape == nullptr ||
        !std::isfinite(at.x) || !std::isfinite(at.y)) {
        return std::nullopt;
    }
    const auto run = widestRun(shape->whole().polygons(), at.y);
    if (!run) {
        return std::nullopt;
    }
    const double x =
        areFrontAndBack(at.view, other) ? map.frame(other).width - at.x : run->middle();
    return BodyPoint{other, x, at.y};
}

} // namespace palpate::atlas
