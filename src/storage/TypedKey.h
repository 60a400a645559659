// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace palpate::storage {

/// What somebody typed from paper, in the one spelling of recovery keys and codes: without blanks,
/// dashes and ends of lines, letters raised, O as 0, I and L as 1. Any other character stays.
[[nodiscard]] std::string readAsKey(std::string_view typed);

/// A hash as it is printed: 64 digits 0-9 and a-f or A-F, blanks count for nothing. Empty: it is
/// none.
[[nodiscard]] std::optional<std::array<std::uint8_t, 32>> readAsHash(std::string_view typed);

} // namespace palpate::storage
