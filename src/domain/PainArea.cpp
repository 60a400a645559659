// SPDX-License-Identifier: MIT
#include "domain/PainArea.h"

#include "domain/Named.h"

namespace palpate {

std::string_view name(PainQuality quality) noexcept {
    switch (quality) {
    case PainQuality::Ache:
        return "ache";
    case PainQuality::Sharp:
        return "sharp";
    case PainQuality::Burning:
        return "burning";
    case PainQuality::Numbness:
        return "numbness";
    case PainQuality::Tingling:
        return "tingling";
    case PainQuality::Stiffness:
        return "stiffness";
    case PainQuality::Radiating:
        break;
    }
    return "radiating";
}

std::optional<PainQuality> parsePainQuality(std::string_view text) noexcept {
    return named(kPainQualities, text);
}

std::string_view name(PainDepth depth) noexcept {
    return depth == PainDepth::Surface ? "surface" : "deep";
}

std::optional<PainDepth> parsePainDepth(std::string_view text) noexcept {
    return named(kPainDepths, text);
}

} // namespace palpate
