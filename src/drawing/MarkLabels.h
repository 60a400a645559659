// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/MapMarks.h"

#include <span>
#include <vector>

namespace palpate::drawing {

/// Finds each label a place beside its mark where it hides the least: no other mark, no earlier
/// label, not cut off by the picture nor `covered` by a card. All three must outlive it.
class MarkLabels {
public:
    MarkLabels(const std::vector<PlacedMark>& placed, const MapWindow& window,
               const MarkStyle& style, std::span<const Rect> covered);
    [[nodiscard]] TextShape place(const MapMark& mark, const PlacedMark& placed);

private:
    struct Area {
        double left;
        double top;
        double right;
        double bottom;
    };
    [[nodiscard]] static double overlap(const Area& a, const Area& b) noexcept;
    [[nodiscard]] double hidden(const Area& area) const;

    const MapWindow& window_;
    const MarkStyle& style_;
    std::span<const Rect> covered_;
    std::vector<Area> taken_; ///< by marks and by labels already placed
};

} // namespace palpate::drawing
