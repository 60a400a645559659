// SPDX-License-Identifier: MIT
#pragma once

#include "domain/PainArea.h"
#include "drawing/Palette.h"

#include <optional>

namespace palpate::drawing {

/// The colours of a painted pain area. Hue and pattern both tell the quality, so that neither a
/// colour-blind reader nor a grey print loses it.
struct PainInk {
    Colour line; ///< outline and pattern
    Colour fill; ///< opaque; the intensity makes it more or less transparent
};
[[nodiscard]] PainInk painInk(std::optional<PainQuality> quality, Ground ground) noexcept;

/// The alpha of the fill: stronger pain, stronger fill, but muscles always show through.
[[nodiscard]] std::uint8_t painAlpha(std::optional<PainScore> intensity, Ground ground) noexcept;

/// The colours of a usual referral.
struct ZoneInk {
    Colour line;
    Colour essentialFill;
    Colour spilloverFill;
};
[[nodiscard]] const ZoneInk& zoneInk(Ground ground) noexcept;

} // namespace palpate::drawing
