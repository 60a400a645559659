// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Picture.h"

#include <cstdint>
#include <map>
#include <vector>

namespace palpate::report {

struct ImageSize {
    double width = 0;
    double height = 0;
};
/// The largest place of each image on these pages, in millimetres.
using ImagePlaces = std::map<const drawing::Image*, ImageSize>;
void collectImages(const std::vector<drawing::Shape>& shapes, double scale, ImagePlaces& into);

/// An image as a PDF keeps it: no finer than print shows, without what is the same in all pixels.
struct PrintedImage {
    int width = 0;
    int height = 0;
    bool isGrey = false;
    std::vector<std::uint8_t> samples; ///< one or three bytes a pixel; empty when there is a JPEG
    std::vector<std::uint8_t> jpeg;    ///< of a photograph, where that is smaller
    std::vector<std::uint8_t> opacity; ///< one byte a pixel; empty: all opaque
};

/// `place` is in millimetres. The same image and place give the same bytes.
[[nodiscard]] PrintedImage printedImage(const drawing::Image& image, ImageSize place);

} // namespace palpate::report
