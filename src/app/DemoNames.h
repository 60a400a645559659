// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace palpate::app {

class DemoChance;

/// A name put together by chance from common ones of one language. Nobody real.
struct InventedName {
    std::string given;
    std::string family;
    bool isWoman = false;
    std::string near; ///< full name of somebody near to them
    bool isNearWoman = false;
};
[[nodiscard]] InventedName inventedName(DemoChance& chance);

/// The short form that people of that name are called by; empty: none known.
[[nodiscard]] std::string_view calledBy(std::string_view given);

} // namespace palpate::app
