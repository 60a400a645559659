// SPDX-License-Identifier: MIT
#include "domain/Body.h"

#include "domain/Named.h"

namespace palpate {

std::string_view name(View view) noexcept {
    switch (view) {
    case View::Anterior:
        return "anterior";
    case View::Posterior:
        return "posterior";
    case View::Left:
        return "left";
    case View::Right:
        return "right";
    case View::Plantar:
        break;
    }
    return "plantar";
}

std::optional<View> parseView(std::string_view text) noexcept {
    return named(kViews, text);
}

std::string_view name(Side side) noexcept {
    switch (side) {
    case Side::Left:
        return "L";
    case Side::Right:
        return "R";
    case Side::Middle:
        break;
    }
    return "M";
}

std::optional<Side> parseSide(std::string_view text) noexcept {
    return named(std::array{Side::Left, Side::Right, Side::Middle}, text);
}

Side mirrored(Side side) noexcept {
    switch (side) {
    case Side::Left:
        return Side::Right;
    case Side::Right:
        return Side::Left;
    case Side::Middle:
        break;
    }
    return Side::Middle;
}

} // namespace palpate
