// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Picture.h"

#include <string_view>

namespace palpate::drawing {

/// How wide a line of text is, millimetres, in DejaVu Sans: exact without kerning for ASCII,
/// rounded up for other letters. The widths in another font are known to the painters only.
[[nodiscard]] double estimatedWidth(std::string_view text, double size,
                                    Weight weight = Weight::Regular) noexcept;

} // namespace palpate::drawing
