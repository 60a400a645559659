// SPDX-License-Identifier: MIT
#pragma once

#include "atlas/Outline.h"

#include <cstddef>
#include <optional>

namespace palpate::atlas {

/// Finds outlines that cross themselves. Edges may touch, also along a stretch, and may overshoot
/// by a micrometre: rounding to tenths of a millimetre makes some of the shipped outlines touch.
/// One search serves one file, so that a hostile one can't take long: each edge is compared with
/// those beside it only, and the comparisons are counted.
class CrossingSearch {
public:
    /// The place of a crossing of any two edges of the outline; empty when there is none, and when
    /// the comparisons have run out.
    [[nodiscard]] std::optional<Place> find(const Outline& outline);
    /// Whether a search had to be given up.
    [[nodiscard]] bool isExhausted() const noexcept { return isExhausted_; }
    [[nodiscard]] std::size_t comparisons() const noexcept { return comparisons_; }

private:
    std::size_t comparisons_ = 0;
    bool isExhausted_ = false;
};

} // namespace palpate::atlas
