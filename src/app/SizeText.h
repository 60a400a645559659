// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

namespace palpate::app {

/// The size of a file as a person reads it: "1 byte", "12 kB", "3.4 MB".
[[nodiscard]] std::string sizeText(std::uint64_t bytes);

} // namespace palpate::app
