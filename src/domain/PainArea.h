// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Body.h"
#include "domain/Id.h"
#include "domain/Outlines.h"
#include "domain/Scores.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {

/// What the patient feels in an area of the body, in the words of pain drawings.
/// Radiating: the pain runs along the area; its arrows say from where to where.
enum class PainQuality { Ache, Sharp, Burning, Numbness, Tingling, Stiffness, Radiating };
inline constexpr std::array kPainQualities{
    PainQuality::Ache,     PainQuality::Sharp,     PainQuality::Burning,  PainQuality::Numbness,
    PainQuality::Tingling, PainQuality::Stiffness, PainQuality::Radiating};

enum class PainDepth { Surface, Deep };
inline constexpr std::array kPainDepths{PainDepth::Surface, PainDepth::Deep};

/// An area drawn on the body map where the patient feels something, before treatment.
struct PainArea {
    PainAreaId id;
    View view = View::Posterior;
    bool onArm = false; ///< drawn on the arm that hangs before the trunk; only in Left and Right
    /// Do not overlap each other; clipped to the body; coordinates are whole tenths of a
    /// millimetre.
    std::vector<Polygon> shape;
    std::vector<Polyline> arrows;       ///< the way the pain radiates, from first place to last
    std::optional<PainQuality> quality; ///< empty: not asked
    std::optional<PainScore> intensity; ///< NPRS; empty: not asked
    std::optional<PainDepth> depth;     ///< empty: not asked
    std::string note;
    friend bool operator==(const PainArea&, const PainArea&) = default;
};

[[nodiscard]] std::string_view name(PainQuality quality) noexcept;
[[nodiscard]] std::optional<PainQuality> parsePainQuality(std::string_view text) noexcept;
[[nodiscard]] std::string_view name(PainDepth depth) noexcept;
[[nodiscard]] std::optional<PainDepth> parsePainDepth(std::string_view text) noexcept;

} // namespace palpate
