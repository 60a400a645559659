// SPDX-License-Identifier: MIT
#pragma once

#include "atlas/Painted.h"
#include "domain/Id.h"
#include "domain/PainArea.h"
#include "domain/SessionFilter.h"

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace palpate::app {

/// The regions of the skin under a drawing, but for those it only brushes; the one most covered
/// first. By these a search finds it.
[[nodiscard]] std::vector<PaintedRegion> regionsUnder(const atlas::BodyMap& map,
                                                      const PainArea& area);

/// What is said of drawn pain, worked out once for a drawing: that takes clipping, words do not.
struct DrawnPain {
    struct Part {
        /// Those worth naming, the one most covered first.
        std::vector<std::pair<RegionKey, Side>> regions;
        double squareCentimetres = 0;
    };
    std::vector<Part> parts; ///< one a pain area, in their order
    atlas::PaintedTotals totals;
};
[[nodiscard]] DrawnPain drawnPain(const atlas::BodyMap& map, std::span<const PainArea> areas);

/// "Ache, 5 of 10, deep": only what was told.
[[nodiscard]] std::string painLabel(const PainArea& area);
/// "side views", "soles": what painTotal() says before the area where all that is painted lies
/// there. Empty where front or back is painted, more than one of them, or nothing.
[[nodiscard]] std::string onlyPlane(const atlas::PaintedTotals& totals);
/// "118 cm², 1.1 % of front and back"; what lies only in other views is named apart. Empty when
/// nothing is painted.
[[nodiscard]] std::string painTotal(const atlas::PaintedTotals& totals);
/// Whether nothing is painted that can't be added to front and back: else a figure of those is not
/// the whole drawing.
[[nodiscard]] bool isOnlyFrontAndBack(const atlas::PaintedTotals& totals) noexcept;
/// "118 cm²" where that is all; "118 cm² front and back" where more is painted beside.
[[nodiscard]] std::string painAreaShort(const atlas::PaintedTotals& totals);
/// Change in whole square centimetres of front and back, as the two rounded figures have it. Empty
/// when either drawing has nothing there, or has side, sole or arm areas: the change of a part
/// would be taken for that of the whole.
[[nodiscard]] std::optional<int> painDelta(const atlas::PaintedTotals& now,
                                           const std::optional<DrawnPain>& last);

/// One sentence of the Objective: "The patient drew ache, 5 of 10, deep, over the right upper
/// buttock and lumbar region: 64 cm², projected area on a standard figure, 31 cm² less than last
/// time." Where other views are painted too: "64 cm² on front and back and 144 cm² seen from the
/// side", and no change. `now` is of `areas`. Empty when nothing is drawn.
[[nodiscard]] std::string composedPain(std::span<const PainArea> areas, const DrawnPain& now,
                                       const std::optional<DrawnPain>& last);

} // namespace palpate::app
