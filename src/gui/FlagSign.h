// SPDX-License-Identifier: MIT
#pragma once

#include "gui/Theme.h"

#include <wx/graphics.h>

#include <cstddef>

namespace palpate::gui {

// How pressing a red flag is, without relying on colour: each rank has a sign of its own shape.

/// Rank 0, the most pressing: an octagon with two strokes; 1: a triangle; 2: a flag; 3 and more: a
/// ring with a hand, as of a clock. Filled with `colour`, what is inside painted in `inside`.
void drawFlagSign(wxGraphicsContext& context, std::size_t rank, const wxRect2DDouble& square,
                  const wxColour& colour, const wxColour& inside);

/// The colours of that rank.
[[nodiscard]] const Palette::Chip& flagColours(std::size_t rank);

} // namespace palpate::gui
