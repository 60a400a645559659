// SPDX-License-Identifier: MIT
#include "drawing/BodyColours.h"

#include <array>
#include <string_view>

namespace palpate::drawing {

namespace {

constexpr BodyColours kLight{
    .skin = rgb(0xFBEEE4),
    .skinLine = rgb(0xBF9C88),
    .bone = rgb(0xF8F0DC),
    .boneLine = rgb(0xB8A680),
    .boneShadow = rgb(0x7A5A30),
    .softTone = rgb(0x6E2A18, 28),
    .deepTone = rgb(0x641F14, 36),
    .label = rgb(0x6B5A4C),
    .labelHalo = rgb(0xFFFBF3, 190),
    .littleMuscle = rgb(0xDDA59B),
    .littleMuscleLine = rgb(0xC88C81),
    .ghostLine = rgb(0x8A4A3E, 150),
};
constexpr BodyColours kPaper{
    .skin = rgb(0xFDF4EC),
    .skinLine = rgb(0xC6A692),
    .bone = rgb(0xFBF5E6),
    .boneLine = rgb(0xC9BB9B),
    .boneShadow = rgb(0x7A5A30),
    .softTone = rgb(0x6E2A18, 19),
    .deepTone = rgb(0x641F14, 25),
    .label = rgb(0x6B5A4C),
    .labelHalo = rgb(0xFFFFFF, 200),
    .littleMuscle = rgb(0xEBC9C1),
    .littleMuscleLine = rgb(0xD3A89E),
    .ghostLine = rgb(0x8A4A3E, 120),
};
constexpr BodyColours kDark{
    .skin = rgb(0x3A302B),
    .skinLine = rgb(0x7A6558),
    .bone = rgb(0x8E877A),
    .boneLine = rgb(0x5A5347),
    .boneShadow = rgb(0x000000),
    .softTone = rgb(0x0E0605, 46),
    .deepTone = rgb(0x0E0605, 54),
    .label = rgb(0xE6EAED),
    .labelHalo = rgb(0x151B20, 170),
    .littleMuscle = rgb(0x8E625A),
    .littleMuscleLine = rgb(0x6E4840),
    .ghostLine = rgb(0xE0B0A4, 120),
};

// Black on white; a muscle is told by its outline and its fibres, not by a tone.
constexpr BodyColours kHighContrast{
    .skin = rgb(0xFFFFFF),
    .skinLine = rgb(0x000000),
    .bone = rgb(0xFFFFFF),
    .boneLine = rgb(0x4A4A4A),
    .boneShadow = rgb(0x000000),
    .softTone = rgb(0x000000, 0),
    .deepTone = rgb(0x000000, 0),
    .label = rgb(0x000000),
    .labelHalo = rgb(0xFFFFFF, 235),
    .littleMuscle = rgb(0xF3E4E0),
    .littleMuscleLine = rgb(0x5A4A46),
    .ghostLine = rgb(0x303030, 190),
};

// From rose to terracotta, close enough that no muscle shouts.
constexpr std::array kMuscles{rgb(0xD7948E), rgb(0xD49A8A), rgb(0xDBA396), rgb(0xDFABA2),
                              rgb(0xCF8B85), rgb(0xCE9180), rgb(0xDA9D93), rgb(0xD2928A),
                              rgb(0xE0AE9E), rgb(0xD38F80)};
constexpr Colour kFascia = rgb(0xEFE4D2);
constexpr Colour kTendon = rgb(0xECDFC9);
constexpr Colour kBlood = rgb(0x6E2A20);

/// FNV-1a: the same number for the same key on every machine.
[[nodiscard]] std::uint32_t numberOf(std::string_view text) noexcept {
    std::uint32_t hash = 2166136261U;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    return hash ^ (hash >> 15U);
}

[[nodiscard]] Colour shadeOf(const atlas::Muscle& muscle) noexcept {
    switch (muscle.kind) {
    case atlas::MuscleKind::Fascia:
        return kFascia;
    case atlas::MuscleKind::Tendon:
        return kTendon;
    case atlas::MuscleKind::Muscle:
        break;
    }
    const std::uint32_t number = numberOf(muscle.key.text());
    const Colour shade = kMuscles[number % kMuscles.size()];
    constexpr double kStep = 0.025;
    const auto lift = static_cast<double>((number / kMuscles.size()) % 4);
    return mixed(shade, rgb(0xFFF4EC), lift * kStep);
}

} // namespace

const BodyColours& bodyColours(Ground ground) noexcept {
    switch (ground) {
    case Ground::Light:
        return kLight;
    case Ground::Dark:
        return kDark;
    case Ground::Paper:
        return kPaper;
    case Ground::HighContrast:
        return kHighContrast;
    }
    return kLight;
}

MuscleColours muscleColours(const atlas::Muscle& muscle, Layer top, Ground ground) noexcept {
    Colour fill = shadeOf(muscle);
    const int below = static_cast<int>(muscle.layer) - static_cast<int>(top);
    if (below > 0) {
        constexpr double kDarkerPerLayer = 0.055;
        fill = mixed(fill, kBlood, kDarkerPerLayer * below);
    }
    const bool isPale = muscle.kind != atlas::MuscleKind::Muscle;
    Colour line = mixed(fill, isPale ? rgb(0x8A7350) : kBlood, 0.42);
    Colour fibre = mixed(fill, isPale ? rgb(0x8A7350) : kBlood, 0.22);
    if (ground == Ground::Paper) {
        const Colour white = rgb(0xFFFAF5);
        fill = mixed(fill, white, 0.42);
        line = mixed(line, white, 0.30);
        fibre = mixed(fibre, white, 0.36);
    } else if (ground == Ground::Dark) {
        const Colour black = rgb(0x160C0A);
        fill = mixed(fill, black, 0.36);
        line = mixed(fill, black, 0.55);
        fibre = mixed(fill, black, 0.28);
    } else if (ground == Ground::HighContrast) {
        fill = isPale ? rgb(0xFFFFFF) : mixed(fill, rgb(0xFFFFFF), 0.82);
        line = rgb(0x141414);
        fibre = rgb(0x8A7A76);
    }
    return {fill, line, fibre};
}

} // namespace palpate::drawing
