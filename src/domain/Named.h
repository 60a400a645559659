// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

namespace palpate {

/// The value whose stored word `text` is; empty when none has it. `name(value)` is found beside the
/// type.
template <class Values>
[[nodiscard]] std::optional<typename Values::value_type> named(const Values& values,
                                                               std::string_view text) noexcept {
    for (const auto value : values) {
        if (name(value) == text) {
            return value;
        }
    }
    return std::nullopt;
}

} // namespace palpate
