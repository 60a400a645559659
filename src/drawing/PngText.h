// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Picture.h"

#include <string>

namespace palpate::drawing {

/// The image as a PNG file in base64, for the address of an SVG's <image>. Not compressed: it is
/// for files that people look at once, and needs no library.
[[nodiscard]] std::string pngAsBase64(const Image& image);

/// Has as many pixels as its size says; another one is not painted.
[[nodiscard]] bool isWhole(const Image& image) noexcept;

} // namespace palpate::drawing
