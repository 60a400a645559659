// SPDX-License-Identifier: MIT
#include "report/Jpeg.h"

#include "domain/Error.h"
#include "report/Images.h"

#include <jerror.h>
#include <jpeglib.h>

#include <array>
#include <csetjmp>
#include <cstdio> // before jpeglib.h, which needs FILE
#include <cstdlib>
#include <span>
#include <string>

namespace palpate::report {
namespace {

using drawing::Image;

/// libjpeg must not return from an error, and nothing may be thrown through C; so it jumps back.
/// Functions that set the mark hold no object with a destructor.
struct Errors {
    jpeg_error_mgr base{}; // first: libjpeg hands out its address
    std::jmp_buf mark{};
    std::array<char, JMSG_LENGTH_MAX> text{};
    bool isDamaged = false;

    Errors() {
        jpeg_std_error(&base);
        base.error_exit = [](j_common_ptr info) {
            auto* errors = reinterpret_cast<Errors*>(info->err);
            info->err->format_message(info, errors->text.data());
            std::longjmp(errors->mark, 1); // NOLINT(cert-err52-cpp): libjpeg's contract
        };
        base.emit_message = [](j_common_ptr info, int level) {
            constexpr int kWarning = -1;
            const int code = info->err->msg_code;
            // Harmless: padding between markers, and headers that contradict themselves.
            const bool isHarmless = code == JWRN_EXTRANEOUS_DATA || code == JWRN_ADOBE_XFORM ||
                                    code == JWRN_JFIF_MAJOR || code == JWRN_BOGUS_PROGRESSION;
            auto* errors = reinterpret_cast<Errors*>(info->err);
            if (level == kWarning && !isHarmless && !errors->isDamaged) {
                errors->isDamaged = true;
                info->err->format_message(info, errors->text.data());
            }
        };
        base.output_message = [](j_common_ptr) {};
    }

    void check(bool isGood) const {
        if (!isGood || isDamaged) {
            throw ReportError{{tr("The image is a damaged JPEG file ({1}): save it again or choose "
                                  "another."),
                               {std::string{text.data()}}}};
        }
    }
};

/// The orientation that a camera notes in EXIF (tag 0x0112): 1 upright, 2 to 8 turned or mirrored.
int orientationOf(std::span<const unsigned char> exif) {
    constexpr std::size_t kHeader = 6; // "Exif", two zeros
    if (exif.size() < kHeader + 8 || exif[0] != 'E' || exif[1] != 'x' || exif[2] != 'i' ||
        exif[3] != 'f') {
        return 1;
    }
    const std::span<const unsigned char> tiff = exif.subspan(kHeader);
    const bool isLittle = tiff[0] == 'I';
    const auto number = [&](std::size_t at, std::size_t bytes) -> std::size_t {
        std::size_t value = 0;
        for (std::size_t i = 0; i < bytes; ++i) {
            const std::size_t place = at + (isLittle ? bytes - 1 - i : i);
            value = (value << 8U) | (place < tiff.size() ? tiff[place] : 0U);
        }
        return value;
    };
    const std::size_t directory = number(4, 4);
    if (directory >= tiff.size()) {
        return 1;
    }
    constexpr std::size_t kEntry = 12;
    const std::size_t count = number(directory, 2);
    for (std::size_t i = 0; i < count && directory + 2 + (i + 1) * kEntry <= tiff.size(); ++i) {
        const std::size_t entry = directory + 2 + i * kEntry;
        constexpr std::size_t kOrientation = 0x0112;
        if (number(entry, 2) == kOrientation) {
            const std::size_t value = number(entry + 8, 2);
            return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
        }
    }
    return 1;
}

Image upright(Image image, int orientation) {
    if (orientation <= 1) {
        return image;
    }
    const bool isTurned = orientation >= 5;
    Image turned{isTurned ? image.height : image.width,
                 isTurned ? image.width : image.height,
                 {},
                 image.isPhotograph};
    turned.pixels.reserve(image.pixels.size());
    for (int y = 0; y < turned.height; ++y) {
        for (int x = 0; x < turned.width; ++x) {
            const int right = turned.width - 1 - x;
            const int below = turned.height - 1 - y;
            // Where this pixel is stored, by orientation 2 to 8.
            const std::array<std::pair<int, int>, 7> places{{{right, y},
                                                             {right, below},
                                                             {x, below},
                                                             {y, x},
                                                             {y, right},
                                                             {below, right},
                                                             {below, x}}};
            const auto [column, row] = places.at(static_cast<std::size_t>(orientation - 2));
            const auto from = image.pixels.begin() +
                              (static_cast<std::ptrdiff_t>(row) * image.width + column) * 4;
            turned.pixels.insert(turned.pixels.end(), from, from + 4);
        }
    }
    return turned;
}

} // namespace

struct JpegReading::State {
    Errors errors;
    jpeg_decompress_struct info{};

    bool open(std::string_view bytes) noexcept {
        if (setjmp(errors.mark) != 0) { // NOLINT(cert-err52-cpp)
            return false;
        }
        info.err = &errors.base;
        jpeg_create_decompress(&info);
        jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(bytes.data()),
                     static_cast<unsigned long>(bytes.size()));
        jpeg_save_markers(&info, JPEG_APP0 + 1, 0xFFFF);
        jpeg_read_header(&info, TRUE);
        const bool hasInks = info.jpeg_color_space == JCS_CMYK || info.jpeg_color_space == JCS_YCCK;
        info.out_color_space = hasInks ? JCS_CMYK : JCS_EXT_RGBA;
        return true;
    }
    bool decode(unsigned char* pixels, std::size_t rowBytes) noexcept {
        if (setjmp(errors.mark) != 0) { // NOLINT(cert-err52-cpp)
            return false;
        }
        jpeg_start_decompress(&info);
        while (info.output_scanline < info.output_height) {
            JSAMPROW row = pixels + info.output_scanline * rowBytes;
            jpeg_read_scanlines(&info, &row, 1);
        }
        jpeg_finish_decompress(&info);
        return true;
    }
};

JpegReading::JpegReading(std::string_view bytes) : state_{std::make_unique<State>()} {
    const bool isGood = state_->open(bytes);
    if (!isGood || state_->errors.isDamaged) {
        jpeg_destroy_decompress(&state_->info);
        state_->errors.check(isGood);
    }
}

JpegReading::~JpegReading() {
    jpeg_destroy_decompress(&state_->info);
}

std::size_t JpegReading::width() const noexcept {
    return state_->info.image_width;
}
std::size_t JpegReading::height() const noexcept {
    return state_->info.image_height;
}

Image JpegReading::read() {
    Image image{static_cast<int>(width()), static_cast<int>(height()), {}, true};
    image.pixels.resize(width() * height() * 4);
    int orientation = 1; // noted in markers that decoding throws away
    for (auto* marker = state_->info.marker_list; marker != nullptr; marker = marker->next) {
        if (orientation == 1) {
            orientation = orientationOf({marker->data, marker->data_length});
        }
    }
    state_->errors.check(state_->decode(image.pixels.data(), width() * 4));
    if (state_->info.out_color_space == JCS_CMYK) {
        // Adobe's programs store how much of each ink is missing; without a profile the inks are
        // mixed plainly.
        const bool isInverted = state_->info.saw_Adobe_marker != 0;
        for (std::size_t at = 0; at < image.pixels.size(); at += 4) {
            const auto light = [&](std::size_t part) -> unsigned {
                const unsigned value = image.pixels[at + part];
                return isInverted ? value : 255U - value;
            };
            const unsigned black = light(3);
            for (std::size_t part = 0; part < 3; ++part) {
                image.pixels[at + part] =
                    static_cast<std::uint8_t>((light(part) * black + 127U) / 255U);
            }
            image.pixels[at + 3] = 255;
        }
    }
    return upright(std::move(image), orientation);
}

namespace {

struct JpegWriting {
    Errors errors;
    jpeg_compress_struct info{};
    unsigned char* bytes = nullptr;
    unsigned long size = 0;

    bool write(const unsigned char* samples, int width, int height, int parts) noexcept {
        if (setjmp(errors.mark) != 0) { // NOLINT(cert-err52-cpp)
            return false;
        }
        info.err = &errors.base;
        jpeg_create_compress(&info);
        jpeg_mem_dest(&info, &bytes, &size);
        info.image_width = static_cast<JDIMENSION>(width);
        info.image_height = static_cast<JDIMENSION>(height);
        info.input_components = parts;
        info.in_color_space = parts == 1 ? JCS_GRAYSCALE : JCS_RGB;
        jpeg_set_defaults(&info);
        constexpr int kQuality = 88; // no loss that print shows
        jpeg_set_quality(&info, kQuality, TRUE);
        info.optimize_coding = TRUE;
        jpeg_start_compress(&info, TRUE);
        while (info.next_scanline < info.image_height) {
            auto* row = const_cast<JSAMPROW>(
                samples + static_cast<std::size_t>(info.next_scanline) *
                              static_cast<std::size_t>(width) * static_cast<std::size_t>(parts));
            jpeg_write_scanlines(&info, &row, 1);
        }
        jpeg_finish_compress(&info);
        return true;
    }
};

} // namespace

std::vector<std::uint8_t> jpegOf(const std::vector<std::uint8_t>& samples, int width, int height,
                                 bool isGrey) {
    JpegWriting writing;
    const bool isGood = writing.write(samples.data(), width, height, isGrey ? 1 : 3);
    std::vector<std::uint8_t> jpeg;
    if (isGood) {
        jpeg.assign(writing.bytes, writing.bytes + writing.size);
    }
    jpeg_destroy_compress(&writing.info);
    std::free(writing.bytes); // libjpeg took it from malloc
    if (!isGood) {
        throw ReportError{{tr("The computer has no memory left to keep an image in the PDF."), {}}};
    }
    return jpeg;
}

} // namespace palpate::report
