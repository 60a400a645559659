// SPDX-License-Identifier: MIT
#include "drawing/MarkLabels.h"

#include "drawing/TextWidth.h"

#include <algorithm>
#include <array>

namespace palpate::drawing {

MarkLabels::MarkLabels(const std::vector<PlacedMark>& placed, const MapWindow& window,
                       const MarkStyle& style, std::span<const Rect> covered)
    : window_{window}, style_{style}, covered_{covered} {
    for (const PlacedMark& one : placed) {
        taken_.push_back({one.centre.x - one.radius, one.centre.y - one.radius,
                          one.centre.x + one.radius, one.centre.y + one.radius});
    }
}

TextShape MarkLabels::place(const MapMark& mark, const PlacedMark& placed) {
    const double size = style_.textSize;
    const double width = estimatedWidth(mark.label, size, Weight::Bold);
    const double gap = placed.radius * (mark.selected ? 1.95 : mark.relation ? 1.75 : 1.45);
    const double drop = placed.radius * (mark.selected ? 1.95 : mark.treated ? 1.8 : 1.3);
    const Point c = placed.centre;
    const double halfHeight = size * 0.6;
    // Above and below the words may slide along the mark to stay within the picture.
    const double left = std::clamp(c.x - width / 2, 0.0, std::max(0.0, window_.width - width));
    const std::array<Area, 4> places{
        Area{c.x + gap, c.y - halfHeight, c.x + gap + width, c.y + halfHeight},
        Area{c.x - gap - width, c.y - halfHeight, c.x - gap, c.y + halfHeight},
        Area{left, c.y + drop, left + width, c.y + drop + 2 * halfHeight},
        Area{left, c.y - drop - 2 * halfHeight, left + width, c.y - drop}};
    const Area* best = nullptr;
    double least = 0;
    for (const Area& area : places) {
        const double cost = hidden(area);
        if (best == nullptr || cost < least - 1e-9) {
            best = &area;
            least = cost;
        }
    }
    taken_.push_back(*best);
    const Inks& ink = inks(style_.ground);
    return {{best->left, best->top + halfHeight + size * 0.36},
            mark.label,
            size,
            Align::Start,
            Weight::Bold,
            false,
            ink.text,
            withAlpha(ink.ground, 235)};
}

double MarkLabels::hidden(const Area& area) const {
    const Area picture{0, 0, window_.width, window_.height};
    const double own = (area.right - area.left) * (area.bottom - area.top);
    double cost = 4 * (own - overlap(area, picture)); // cut off is worse than crowded
    for (const Rect& card : covered_) {
        cost += 4 * overlap(area, {card.x, card.y, card.x + card.width, card.y + card.height});
    }
    for (const Area& other : taken_) {
        cost += overlap(area, other);
    }
    return cost;
}

double MarkLabels::overlap(const Area& a, const Area& b) noexcept {
    const double wide = std::min(a.right, b.right) - std::max(a.left, b.left);
    const double high = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
    return wide > 0 && high > 0 ? wide * high : 0;
}

} // namespace palpate::drawing
