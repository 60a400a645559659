// SPDX-License-Identifier: MIT
#include "domain/Body.h"

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
    for (const auto view : kViews) {
        if (name(view) == text) {
            return view;
        }
    }
    return std::nullopt;
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
    for (const auto side : {Side::Left, Side::Right, Side::Middle}) {
        if (name(side) == text) {
            return side;
        }
    }
    return std::nullopt;
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
