// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Picture.h"

#include <string>

namespace palpate::drawing {

/// The picture as SVG 1.1, width and height in millimetres. The same text for the same picture, on
/// every machine.
[[nodiscard]] std::string svg(const Picture& picture);

} // namespace palpate::drawing
