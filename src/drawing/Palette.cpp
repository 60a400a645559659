// SPDX-License-Identifier: MIT
#include "drawing/Palette.h"

#include <algorithm>
#include <cmath>

namespace palpate::drawing {

namespace {

constexpr Inks kLight{
    .ground = rgb(0xFFFFFF),
    .text = rgb(0x1F2A33),
    .quietText = rgb(0x5B6770),
    .grid = rgb(0xE3E7EA),
    .active = rgb(0xC2410C),
    .latent = rgb(0x075F9E),
    .resolved = rgb(0x5B6770),
    .notAssessed = rgb(0x5B6770),
    .relation = rgb(0x7A3B92),
    .treated = rgb(0x0F766E),
    .selection = rgb(0x0F766E),
    .sparkline = rgb(0x4A5560),
    .onMark = rgb(0xFFFFFF),
};
constexpr Inks kDark{
    .ground = rgb(0x151B20),
    .text = rgb(0xE6EAED),
    .quietText = rgb(0xA3AEB7),
    .grid = rgb(0x323B43),
    .active = rgb(0xE2571B),
    .latent = rgb(0x2F93D8),
    .resolved = rgb(0x97A3AD),
    .notAssessed = rgb(0x97A3AD),
    .relation = rgb(0xB57BCB),
    .treated = rgb(0x2DB5A8),
    .selection = rgb(0x2DB5A8),
    .sparkline = rgb(0xA3AEB7),
    .onMark = rgb(0xFFFFFF),
};
constexpr Inks kHighContrast{
    .ground = rgb(0xFFFFFF),
    .text = rgb(0x000000),
    .quietText = rgb(0x26303A),
    .grid = rgb(0x8A949C),
    .active = rgb(0x9A2400),
    .latent = rgb(0x003D7A),
    .resolved = rgb(0x303840),
    .notAssessed = rgb(0x303840),
    .relation = rgb(0x5E1282),
    .treated = rgb(0x00524B),
    .selection = rgb(0x00524B),
    .sparkline = rgb(0x26303A),
    .onMark = rgb(0xFFFFFF),
};

} // namespace

const Inks& inks(Ground ground) noexcept {
    return ground == Ground::Dark ? kDark : ground == Ground::HighContrast ? kHighContrast : kLight;
}

Colour mixed(Colour one, Colour other, double share) noexcept {
    const double t = std::clamp(share, 0.0, 1.0);
    const auto between = [t](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(std::lround(a + (b - a) * t));
    };
    return {between(one.red, other.red), between(one.green, other.green),
            between(one.blue, other.blue), one.alpha};
}

Colour withAlpha(Colour colour, std::uint8_t alpha) noexcept {
    colour.alpha = alpha;
    return colour;
}

} // namespace palpate::drawing
