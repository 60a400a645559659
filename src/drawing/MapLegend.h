// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/MapAreas.h"
#include "drawing/MapMarks.h"
#include "drawing/MapZones.h"

#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace palpate::drawing {

/// The small field before a word of the legend that is not a mark.
enum class Swatch {
    Area,           ///< of the entry's quality
    AreaThen,       ///< the dashed outline of an earlier session
    DeepArea,       ///< a double outline
    Essential,      ///< of a usual referral
    Spillover,      ///< of a usual referral
    KnownPoint,     ///< a faint cross
    SuggestedPoint, ///< a cross in a ring
};

/// A symbol and its word, translated by the caller.
struct LegendEntry {
    MapMark symbol;
    std::string word;
    bool signOnly = false; ///< only the small sign of the mark: its relation, else its treatment
    std::optional<Swatch> swatch;       ///< shown instead of the mark
    std::optional<PainQuality> quality; ///< of Swatch::Area; empty: not asked
};

/// One entry for each quality that occurs, in the order of kPainQualities, then "not described",
/// "deep pain" and "pain last time" where they occur. Words are English, marked for translation.
[[nodiscard]] std::vector<LegendEntry> areaLegend(std::span<const MapArea> areas);
/// "usual referral" and "usual spill-over", as far as they occur.
[[nodiscard]] std::vector<LegendEntry> zoneLegend(std::span<const ReferralZone> zones);
/// "known point" and "suggested point", as far as they occur.
[[nodiscard]] std::vector<LegendEntry> knownPointLegend(std::span<const KnownPoint> points);

/// The entries in rows that wrap at `width` millimetres; the height is what they need.
[[nodiscard]] Picture markLegend(std::span<const LegendEntry> entries, double width,
                                 const MarkStyle& style);
/// How wide the legend is in rows that wrap at `wrapAt` millimetres: no wider than its widest row.
[[nodiscard]] double legendWidth(std::span<const LegendEntry> entries, const MarkStyle& style,
                                 double wrapAt = std::numeric_limits<double>::infinity());

} // namespace palpate::drawing
