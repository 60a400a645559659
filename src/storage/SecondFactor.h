// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Clock.h"
#include "storage/Crypto.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace palpate::storage {

class Engine;

/// The 30-second step of RFC 6238 in which a moment lies.
[[nodiscard]] std::int64_t timeStep(Instant at) noexcept;
/// The 6 digits of one step (SHA-1). Throws StorageError when the library can't make them.
[[nodiscard]] std::string timeCode(const Secret& secret, std::int64_t step);
/// The step whose code was typed: the one of `now` or one beside it (RFC 6238, section 5.2), later
/// than `last`. Empty: none of them.
[[nodiscard]] std::optional<std::int64_t> stepOfCode(const Secret& secret, std::string_view typed,
                                                     Instant now, std::int64_t last);

/// What a typed code is to the second factor of a person.
enum class CodeVerdict {
    NotAsked, ///< they have none
    Missing,  ///< nothing was typed
    Wrong,    ///< or used before
    Code,
    RecoveryCode,
};
/// Inside a writing transaction: a right code is marked as used.
[[nodiscard]] CodeVerdict useCode(Engine& engine, std::int64_t practitionerNo,
                                  std::string_view typed);
/// Recovery codes that were not used yet.
[[nodiscard]] int recoveryCodesLeft(Engine& engine, std::int64_t practitionerNo);

} // namespace palpate::storage
