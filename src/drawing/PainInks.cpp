// SPDX-License-Identifier: MIT
#include "drawing/PainInks.h"

#include <array>
#include <cmath>

namespace palpate::drawing {

namespace {

// In the order of kPainQualities, then "not asked".
constexpr std::array<PainInk, 8> kLight{{
    {rgb(0x8E2A68), rgb(0xC2489A)}, // ache: plum
    {rgb(0xA8142F), rgb(0xE0304E)}, // sharp: crimson
    {rgb(0xB34700), rgb(0xF07A1A)}, // burning: orange
    {rgb(0x1F5F9E), rgb(0x4A93D6)}, // numbness: blue
    {rgb(0x4B3BB0), rgb(0x7E6FE0)}, // tingling: indigo
    {rgb(0x5E4A12), rgb(0xA8893A)}, // stiffness: olive
    {rgb(0x2C6A1E), rgb(0x5FAE4A)}, // radiating: green
    {rgb(0x4A5560), rgb(0x8794A0)}, // not asked: slate
}};
constexpr std::array<PainInk, 8> kDark{{
    {rgb(0xF08CC8), rgb(0xC2489A)},
    {rgb(0xFF8093), rgb(0xE0304E)},
    {rgb(0xFFA45C), rgb(0xF07A1A)},
    {rgb(0x86C1FF), rgb(0x4A93D6)},
    {rgb(0xB3A8FF), rgb(0x7E6FE0)},
    {rgb(0xDCC27A), rgb(0xA8893A)},
    {rgb(0x93DB80), rgb(0x5FAE4A)},
    {rgb(0xC3CDD6), rgb(0x8794A0)},
}};
// At least 7:1 on white.
constexpr std::array<PainInk, 8> kHighContrast{{
    {rgb(0x7A0055), rgb(0xC2489A)},
    {rgb(0x8F0018), rgb(0xE0304E)},
    {rgb(0x7C3200), rgb(0xF07A1A)},
    {rgb(0x003F87), rgb(0x4A93D6)},
    {rgb(0x33209C), rgb(0x7E6FE0)},
    {rgb(0x4A3900), rgb(0xA8893A)},
    {rgb(0x0C4F00), rgb(0x5FAE4A)},
    {rgb(0x2A2F34), rgb(0x8794A0)},
}};

constexpr ZoneInk kLightZone{rgb(0xB0700C), rgb(0xF5B942, 84), rgb(0xF5B942, 34)};
constexpr ZoneInk kDarkZone{rgb(0xF0B44A), rgb(0xF0A52A, 70), rgb(0xF0A52A, 28)};
constexpr ZoneInk kHighContrastZone{rgb(0x6B3F00), rgb(0xFFD257, 90), rgb(0xFFD257, 30)};

} // namespace

PainInk painInk(std::optional<PainQuality> quality, Ground ground) noexcept {
    const auto& inks = ground == Ground::Dark           ? kDark
                       : ground == Ground::HighContrast ? kHighContrast
                                                        : kLight;
    return inks[quality ? static_cast<std::size_t>(*quality) : kPainQualities.size()];
}

std::uint8_t painAlpha(std::optional<PainScore> intensity, Ground ground) noexcept {
    constexpr int kNotAsked = 5;
    constexpr double kLeast = 26;
    constexpr double kPerPoint = 11.5;
    const int value = intensity ? intensity->value() : kNotAsked;
    // On black and white the pattern speaks; a strong fill would eat its contrast.
    const double share = ground == Ground::HighContrast ? 0.55 : 1.0;
    return static_cast<std::uint8_t>(std::lround((kLeast + kPerPoint * value) * share));
}

const ZoneInk& zoneInk(Ground ground) noexcept {
    return ground == Ground::Dark           ? kDarkZone
           : ground == Ground::HighContrast ? kHighContrastZone
                                            : kLightZone;
}

} // namespace palpate::drawing
