// SPDX-License-Identifier: MIT
#pragma once

#include "gui/Painting.h"

namespace palpate::gui {

/// As paint(), with every letter where it was laid out. On a screen glyphs are otherwise as wide as
/// whole pixels, so that words of a page would run into each other or apart.
void paintFinely(wxGraphicsContext& context, const drawing::Picture& picture,
                 const PaintView& view);

} // namespace palpate::gui
