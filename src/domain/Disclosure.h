// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Clock.h"
#include "domain/Id.h"
#include "domain/Message.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate {

/// How a part of the record left the clinic.
enum class DisclosureMeans { SavedFile, Printed, Copied, Exported };

/// Accounting of disclosures: something of a patient's record left the program. Written once, never
/// changed.
struct Disclosure {
    DisclosureId id;
    PatientId patient;
    std::optional<CaseId> caseId;
    DisclosureMeans means = DisclosureMeans::SavedFile;
    std::string what;                   ///< "Progress report, 14 Oct to 25 Nov 2026"
    std::string recipient;              ///< for whom; empty: not stated
    std::string purpose;                ///< why; empty: not stated
    std::optional<DocumentId> document; ///< the kept copy, where one was kept
    std::optional<std::array<std::uint8_t, 32>> digest; ///< BLAKE2b-256 of what left, as a file
    PractitionerId by;
    Instant at;
    friend bool operator==(const Disclosure&, const Disclosure&) = default;
};

/// What keeps it from being recorded, each a sentence; empty when all is well. Recipient and
/// purpose at most 200 characters, in valid UTF-8.
[[nodiscard]] std::vector<Message> problems(const Disclosure& disclosure);

[[nodiscard]] std::string_view name(DisclosureMeans means) noexcept;
[[nodiscard]] std::optional<DisclosureMeans> parseDisclosureMeans(std::string_view text) noexcept;

} // namespace palpate
