// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Picture.h"

#include <vector>

namespace palpate::drawing {

[[nodiscard]] bool overlaps(const Rect& a, const Rect& b) noexcept;
[[nodiscard]] bool holds(const Rect& outer, const Rect& inner) noexcept;

/// How much of them they share, square millimetres.
[[nodiscard]] double sharedArea(const Rect& a, const Rect& b) noexcept;

/// Which places of a picture are taken, so that no two words lie on each other.
class LabelSpace {
public:
    void take(const Rect& place) { taken_.push_back(place); }
    [[nodiscard]] bool isFree(const Rect& place) const noexcept;

private:
    std::vector<Rect> taken_;
};

} // namespace palpate::drawing
