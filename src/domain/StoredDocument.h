// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Calendar.h"
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

/// Produced: laid out by Palpate from the record. Attached: a file brought along.
enum class DocumentOrigin { Produced, Attached };

/// A file kept with the patient's record. Its bytes are read apart, they may be 25 MB. Never
/// changed and never removed once it is kept.
struct StoredDocument {
    DocumentId id;
    PatientId patient;
    std::optional<CaseId> caseId;
    DocumentOrigin origin = DocumentOrigin::Produced;
    std::string title;                   ///< "Progress report, 14 Oct to 25 Nov 2026"
    std::string fileName;                ///< without a folder
    std::string mediaType;               ///< "application/pdf", "image/png", "image/jpeg" ...
    std::string templateName;            ///< of a produced one
    std::uint64_t size = 0;              ///< bytes
    std::array<std::uint8_t, 32> digest; ///< BLAKE2b-256 of the bytes
    PractitionerId by;
    Instant at;
    friend bool operator==(const StoredDocument&, const StoredDocument&) = default;
};

inline constexpr std::uint64_t kLargestDocument = 25'000'000; ///< bytes

/// What keeps the document from being kept, each a sentence; empty when all is well.
[[nodiscard]] std::vector<Message> problems(const StoredDocument& document);

[[nodiscard]] std::string_view name(DocumentOrigin origin) noexcept;
[[nodiscard]] std::optional<DocumentOrigin> parseDocumentOrigin(std::string_view text) noexcept;

} // namespace palpate
