// SPDX-License-Identifier: MIT
#include "report/Images.h"

#include "domain/Error.h"
#include "report/Jpeg.h"

#include <png.h>

#include <string>

namespace palpate::report {
namespace {

using drawing::Image;

constexpr std::size_t kMostPixels = 40'000'000;

void requireSize(std::size_t width, std::size_t height) {
    if (width == 0 || height == 0) {
        throw ReportError{{tr("The image is empty: choose another."), {}}};
    }
    if (width > kMostPixels / height) {
        throw ReportError{{tr("The image is too large ({1} by {2} pixels, more than 40 million): "
                              "choose a smaller one."),
                           {std::to_string(width), std::to_string(height)}}};
    }
}

/// Frees what libpng holds, whatever happens.
class PngReading {
public:
    explicit PngReading(std::string_view bytes) {
        image_.version = PNG_IMAGE_VERSION;
        png_image_begin_read_from_memory(&image_, bytes.data(), bytes.size());
        check();
    }
    PngReading(const PngReading&) = delete;
    PngReading& operator=(const PngReading&) = delete;
    ~PngReading() { png_image_free(&image_); }

    [[nodiscard]] Image read() {
        requireSize(image_.width, image_.height);
        image_.format = PNG_FORMAT_RGBA;
        // Sixteen bits are taken for the screen's colours like eight, not for linear light, as all
        // programs that write them mean it.
        image_.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
        Image image{static_cast<int>(image_.width), static_cast<int>(image_.height), {}, false};
        image.pixels.resize(PNG_IMAGE_SIZE(image_));
        png_image_finish_read(&image_, nullptr, image.pixels.data(), 0, nullptr);
        check();
        return image;
    }

private:
    void check() const {
        if (PNG_IMAGE_FAILED(image_)) {
            throw ReportError{{tr("The image is a damaged PNG file ({1}): save it again or choose "
                                  "another."),
                               {std::string{static_cast<const char*>(image_.message)}}}};
        }
    }
    png_image image_{};
};

Image decodedJpeg(std::string_view bytes) {
    JpegReading reading{bytes};
    requireSize(reading.width(), reading.height());
    return reading.read();
}

} // namespace

std::shared_ptr<const Image> decodedImage(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG\r\n\x1A\n")) {
        return std::make_shared<const Image>(PngReading{bytes}.read());
    }
    if (bytes.starts_with("\xFF\xD8\xFF")) {
        return std::make_shared<const Image>(decodedJpeg(bytes));
    }
    throw ReportError{
        {tr("The image is neither PNG nor JPEG: save it as one of these and choose it again."),
         {}}};
}

} // namespace palpate::report
