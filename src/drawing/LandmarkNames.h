// SPDX-License-Identifier: MIT
#pragma once

#include "atlas/BodyMap.h"
#include "drawing/BodyColours.h"
#include "drawing/MapWindow.h"

namespace palpate::drawing {

/// The names of the spinous processes, where these can be felt: from behind. Their places do not
/// depend on what part of the map is shown, so that pictures of neighbouring parts fit together.
[[nodiscard]] Group vertebraNames(const atlas::BodyMap& map, const MapWindow& window,
                                  const BodyColours& colours);

/// Small rings at the bony landmarks that can be felt from this side, named where no other name is
/// in the way; more of them the larger the map. Places as stable as those of the vertebrae.
[[nodiscard]] Group landmarkNames(const atlas::BodyMap& map, const MapWindow& window,
                                  const BodyColours& colours, bool avoidVertebrae);

} // namespace palpate::drawing
