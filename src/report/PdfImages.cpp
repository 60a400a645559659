// SPDX-License-Identifier: MIT
#include "report/PdfImages.h"

#include "report/Images.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace palpate::report {
namespace {

constexpr double kDotsPerMillimetre = 300 / 25.4; // finer than that no office printer shows

/// Each new pixel is the mean of those that it covers, weighted by their opacity.
drawing::Image shrunk(const drawing::Image& image, int width, int height) {
    drawing::Image small{width, height, {}, image.isPhotograph};
    small.pixels.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    const auto span = [](int at, int count, int all) {
        const auto first = static_cast<std::int64_t>(at) * all / count;
        const auto last = static_cast<std::int64_t>(at + 1) * all / count;
        return std::pair{static_cast<std::size_t>(first),
                         static_cast<std::size_t>(std::max(last, first + 1))};
    };
    std::uint8_t* out = small.pixels.data();
    for (int y = 0; y < height; ++y) {
        const auto [top, bottom] = span(y, height, image.height);
        for (int x = 0; x < width; ++x) {
            const auto [left, right] = span(x, width, image.width);
            std::array<std::uint64_t, 4> sum{};
            for (std::size_t row = top; row < bottom; ++row) {
                const std::uint8_t* pixel =
                    image.pixels.data() + (row * static_cast<std::size_t>(image.width) + left) * 4;
                for (std::size_t column = left; column < right; ++column, pixel += 4) {
                    for (std::size_t part = 0; part < 3; ++part) {
                        sum.at(part) += std::uint64_t{pixel[part]} * pixel[3];
                    }
                    sum[3] += pixel[3];
                }
            }
            const std::uint64_t count = (bottom - top) * (right - left);
            for (std::size_t part = 0; part < 3; ++part) {
                *out++ = static_cast<std::uint8_t>(
                    sum[3] == 0 ? 255 : (sum.at(part) + sum[3] / 2) / sum[3]);
            }
            *out++ = static_cast<std::uint8_t>((sum[3] + count / 2) / count);
        }
    }
    return small;
}

} // namespace

void collectImages(const std::vector<drawing::Shape>& shapes, double scale, ImagePlaces& into) {
    for (const drawing::Shape& shape : shapes) {
        if (const auto* group = std::get_if<drawing::Group>(&shape)) {
            collectImages(group->shapes, scale * group->transform.scale, into);
        } else if (const auto* image = std::get_if<drawing::ImageShape>(&shape);
                   image != nullptr && image->image) {
            ImageSize& size = into[image->image.get()];
            size.width = std::max(size.width, image->place.width * scale);
            size.height = std::max(size.height, image->place.height * scale);
        }
    }
}

PrintedImage printedImage(const drawing::Image& image, ImageSize place) {
    const auto dots = [](int pixels, double millimetres) {
        return static_cast<int>(std::clamp(std::ceil(millimetres * kDotsPerMillimetre), 1.0,
                                           static_cast<double>(pixels)));
    };
    const int width = dots(image.width, place.width);
    const int height = dots(image.height, place.height);
    const bool isSmall = width == image.width && height == image.height;
    const drawing::Image scaled = isSmall ? drawing::Image{} : shrunk(image, width, height);
    const std::vector<std::uint8_t>& pixels = isSmall ? image.pixels : scaled.pixels;

    PrintedImage printed{width, height, true, {}, {}, {}};
    bool isOpaque = true;
    for (std::size_t at = 0; at < pixels.size(); at += 4) {
        printed.isGrey =
            printed.isGrey && pixels[at] == pixels[at + 1] && pixels[at] == pixels[at + 2];
        isOpaque = isOpaque && pixels[at + 3] == 255;
    }
    printed.samples.reserve(pixels.size() / 4 * (printed.isGrey ? 1 : 3));
    for (std::size_t at = 0; at < pixels.size(); at += 4) {
        const auto first = pixels.begin() + static_cast<std::ptrdiff_t>(at);
        printed.samples.insert(printed.samples.end(), first, first + (printed.isGrey ? 1 : 3));
        if (!isOpaque) {
            printed.opacity.push_back(pixels[at + 3]);
        }
    }
    if (image.isPhotograph) {
        printed.jpeg = jpegOf(printed.samples, width, height, printed.isGrey);
        printed.samples.clear();
    }
    return printed;
}

} // namespace palpate::report
