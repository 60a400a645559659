// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdlib>

namespace palpate::test {

/// Whether PALPATE_TORTURE of the environment asks for the long way: ./dev torture.
[[nodiscard]] inline bool isLongRun() {
    const auto* asked = std::getenv("PALPATE_TORTURE");
    return asked != nullptr && *asked != '\0';
}
/// How often something is tried: `few` among the other tests, else as often as was asked for.
[[nodiscard]] inline int rounds(int few) {
    return isLongRun() ? std::max(1, std::atoi(std::getenv("PALPATE_TORTURE"))) : few;
}

} // namespace palpate::test
