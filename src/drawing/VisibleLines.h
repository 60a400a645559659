// SPDX-License-Identifier: MIT
#pragma once

#include "atlas/BodyMap.h"
#include "drawing/TwoPaths.h"

#include <vector>

namespace palpate::drawing {

/// What is left of the lines of one peeled plane when those are dropped that nearer bones and
/// muscles cover anyway: three quarters of all lines, and lines are what painting costs. The same
/// order as BodyMap::paintedBones() and paintedMuscles(); empty paths where nothing is left.
struct VisibleLines {
    std::vector<TwoPaths> bones;
    std::vector<TwoPaths> muscles;
    std::vector<TwoPaths> fibres;
};
[[nodiscard]] VisibleLines visibleLines(const atlas::BodyMap& map, View view, atlas::Plane plane,
                                        Layer top);

} // namespace palpate::drawing
