// SPDX-License-Identifier: MIT
#pragma once

#include "atlas/BodyMap.h"

#include <optional>

namespace palpate::atlas {

/// Where a point that was marked at `at` in `muscle` is shown in another view: at the same height,
/// in the middle of the widest run of the muscle's whole silhouette on that line; between front and
/// back x becomes the width of the view - x. Only an approximation. Empty where the muscle has
/// nothing on that line; never to or from the soles. In its own view it is where it is.
[[nodiscard]] std::optional<BodyPoint> shownIn(const BodyMap& map, BodyPoint at,
                                               const Muscle& muscle, View other);

} // namespace palpate::atlas
