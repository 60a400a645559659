// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace palpate::storage {

/// What somebody typed from paper, in the one spelling of recovery keys and codes: without blanks,
/// dashes and ends of lines, letters raised, O as 0, I and L as 1. Any other character stays.
[[nodiscard]] std::string readAsKey(std::string_view typed);

} // namespace palpate::storage
