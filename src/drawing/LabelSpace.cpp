// SPDX-License-Identifier: MIT
#include "drawing/LabelSpace.h"

#include <algorithm>

namespace palpate::drawing {

bool overlaps(const Rect& a, const Rect& b) noexcept {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

bool holds(const Rect& outer, const Rect& inner) noexcept {
    return inner.x >= outer.x && inner.y >= outer.y &&
           inner.x + inner.width <= outer.x + outer.width &&
           inner.y + inner.height <= outer.y + outer.height;
}

bool LabelSpace::isFree(const Rect& place) const noexcept {
    return std::none_of(taken_.begin(), taken_.end(),
                        [&](const Rect& other) { return overlaps(place, other); });
}

} // namespace palpate::drawing
