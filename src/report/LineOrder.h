// SPDX-License-Identifier: MIT
#pragma once

#include "report/Lines.h"

namespace palpate::report {

/// Right-to-left when the first letter is, and most are: a Hebrew name that begins an English line
/// does not turn it.
[[nodiscard]] drawing::ReadingDirection directionOf(const Inlines& text);

/// Puts the segments of a broken line, given in the order of reading, into the places where they
/// are seen: words of Hebrew or Arabic run to the left. Its width stays.
void order(TextLine& line, drawing::ReadingDirection paragraph, const TextLook& look,
           const Typefaces& typefaces);

} // namespace palpate::report
