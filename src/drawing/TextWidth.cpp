// SPDX-License-Identifier: MIT
#include "drawing/TextWidth.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace palpate::drawing {

namespace {

// Advance widths of U+0020 to U+007E in hundredths of an em, rounded up, as DejaVu Sans 2.37 gives
// them.
using Widths = std::array<std::uint8_t, 95>;
constexpr Widths kRegular{
    32, 41, 46, 84, 64, 96, 78, 28, 40,  40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 54, 100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79,
    61, 79, 70, 64, 62, 74, 69, 99, 69,  62, 69, 40, 34, 40, 84, 50, 50, 62, 64, 55, 64, 62, 36, 64,
    64, 28, 28, 58, 28, 98, 64, 62, 64,  64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84};
constexpr Widths kBold{35,  46, 53, 84, 70, 101, 88, 31,  46, 46, 53, 84, 38, 42,  38, 37,
                       70,  70, 70, 70, 70, 70,  70, 70,  70, 70, 40, 40, 84, 84,  84, 59,
                       100, 78, 77, 74, 84, 69,  69, 83,  84, 38, 38, 78, 64, 100, 84, 86,
                       74,  86, 78, 73, 69, 82,  78, 111, 78, 73, 73, 46, 37, 46,  84, 50,
                       50,  68, 72, 60, 72, 68,  44, 72,  72, 35, 35, 67, 35, 105, 72, 69,
                       72,  72, 50, 60, 48, 72,  66, 93,  65, 66, 59, 72, 37, 72,  84};

constexpr double kOtherLetter = 0.7; // Latin with marks, Greek, Cyrillic
constexpr double kFullWidth = 1.0;   // from U+3000 on: Chinese, Japanese, Korean

} // namespace

double estimatedWidth(std::string_view text, double size, Weight weight) noexcept {
    const Widths& widths = weight == Weight::Bold ? kBold : kRegular;
    double ems = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte < 0x7F) {
            ems += widths[byte - 0x20U] / 100.0;
        } else if (byte >= 0xC0) { // the first byte of a letter; the others add nothing
            ems += byte >= 0xE3 ? kFullWidth : kOtherLetter;
        }
    }
    return ems * size;
}

} // namespace palpate::drawing
