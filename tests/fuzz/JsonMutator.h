// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

namespace palpate::fuzz {

/// For LLVMFuzzerCustomMutator: changes the JSON behind the first `prefix` bytes here and there, so
/// that it stays JSON and gets past the parser; now and then, and when it is none, any bytes.
[[nodiscard]] std::size_t mutateJson(std::uint8_t* data, std::size_t size, std::size_t most,
                                     unsigned seed, std::size_t prefix);

} // namespace palpate::fuzz
