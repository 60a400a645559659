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

double sharedArea(const Rect& a, const Rect& b) noexcept {
    const double wide = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
    const double high = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
    return wide > 0 && high > 0 ? wide * high : 0;
}

bool LabelSpace::isFree(const Rect& place) const noexcept {
    return std::none_of(taken_.begin(), taken_.end(),
                        [&](const Rect& other) { return overlaps(place, other); });
}

} // namespace palpate::drawing
