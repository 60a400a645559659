// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Picture.h"

#include <cstdint>

namespace palpate::drawing {

/// On what the picture is shown. Paper is paler, so that marks and pain areas stand out in print.
/// HighContrast is black on white without tones; words and marks keep at least 7:1.
enum class Ground { Light, Dark, Paper, HighContrast };

/// The colours of marks and charts, one meaning each, shared by map, legend, list and chart.
struct Inks {
    Colour ground; ///< behind everything
    Colour text;
    Colour quietText; ///< axis numbers, dates
    Colour grid;
    Colour active;
    Colour latent;
    Colour resolved;
    Colour notAssessed;
    Colour relation; ///< satellite and key
    Colour treated;
    Colour selection; ///< a chosen muscle and its name
    Colour sparkline;
    Colour onMark; ///< number on a filled mark, rim, inside of a hollow one
};
[[nodiscard]] const Inks& inks(Ground ground) noexcept;

/// Halfway colours: `share` 0 gives `one`, 1 gives `other`. Keeps the alpha of `one`.
[[nodiscard]] Colour mixed(Colour one, Colour other, double share) noexcept;
[[nodiscard]] Colour withAlpha(Colour colour, std::uint8_t alpha) noexcept;

} // namespace palpate::drawing
