// SPDX-License-Identifier: MIT
#pragma once

#include "app/PainWords.h"
#include "domain/Clock.h"
#include "domain/PainArea.h"

#include <array>
#include <utility>
#include <vector>

namespace palpate::atlas {
class BodyMap;
}

namespace palpate::app {

/// Pain as an invented patient draws it, measured once so that a hundred thousand sessions need no
/// clipping.
struct DemoDrawing {
    View view = View::Posterior;
    bool onArm = false;
    std::vector<Polygon> shape;
    DrawnPain measured; ///< of this area alone
};
/// The same pain while it is bad, better and nearly gone.
using DemoShrinking = std::array<DemoDrawing, 3>;

/// A few ways to draw pain in these regions, the first of which matters most: in that view where
/// they show well, else where they show best. Empty when the map has none of them.
[[nodiscard]] std::vector<DemoShrinking>
demoDrawings(const atlas::BodyMap& map, const std::vector<std::pair<RegionKey, Side>>& regions,
             View view);

/// What Ana Kovács draws in one of her sessions, from 0; identities are made by `ids`.
[[nodiscard]] std::vector<PainArea> kovacsPain(const atlas::BodyMap& map, int session,
                                               PainScore intensity, IdMaker& ids);

} // namespace palpate::app
