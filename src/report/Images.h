// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Picture.h"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace palpate::report {

/// An image that a clinic attached, from the bytes of its file: PNG of every kind, JPEG (grey,
/// colour, CMYK) turned upright as its camera noted. Throws ReportError saying why another one, a
/// damaged one, or one of more than 40 million pixels is refused; it names no file.
[[nodiscard]] std::shared_ptr<const drawing::Image> decodedImage(std::string_view bytes);

/// A JPEG of these samples, one (grey) or three bytes a pixel. Throws ReportError without memory.
[[nodiscard]] std::vector<std::uint8_t> jpegOf(const std::vector<std::uint8_t>& samples, int width,
                                               int height, bool isGrey);

} // namespace palpate::report
