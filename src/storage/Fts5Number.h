// SPDX-License-Identifier: MIT
#pragma once

#include "storage/Crypto.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace palpate::storage {

/// A number as FTS5 writes it at `at`, which moves behind it: seven bits a byte, the highest first,
/// the last byte below 128. nullopt: it does not end before `end`, or is larger than any of a sound
/// index.
[[nodiscard]] inline std::optional<std::uint64_t> fts5Number(ByteView bytes, std::size_t& at,
                                                             std::size_t end) {
    constexpr std::uint64_t kMost = std::uint64_t{1} << 48U;
    std::uint64_t value = 0;
    while (at < end && value < kMost) {
        const std::uint64_t byte = bytes[at++];
        value = value * 128 + byte % 128;
        if (byte < 128) {
            return value;
        }
    }
    return std::nullopt;
}

} // namespace palpate::storage
