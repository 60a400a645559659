// SPDX-License-Identifier: MIT
#pragma once

#include "domain/StoredDocument.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::storage {

class Engine;

/// BLAKE2b-256, as documents and disclosures carry it.
[[nodiscard]] std::array<std::uint8_t, 32> digestOf(std::string_view bytes);
/// The same as 64 hexadecimal digits, for a person who compares.
[[nodiscard]] std::string hexOf(const std::array<std::uint8_t, 32>& digest);

/// Files kept with the patients' records. Written once: the database refuses to change or remove
/// one. Every call may throw StorageError; nothing is changed then.
class DocumentRepository {
public:
    explicit DocumentRepository(Engine& engine) noexcept : engine_{engine} {}

    /// The caller has settled `problems(document)`. StorageError: size or digest are not those of
    /// `bytes`. AccessDenied: `document.by` is not the person signed in. EditRefused: no such
    /// patient, or no such case of that very record (a merged one keeps its own).
    void keep(const StoredDocument& document, std::string_view bytes);
    /// Newest first, without their bytes; also those of the records that were merged into the
    /// patient's, whose identity they keep.
    [[nodiscard]] std::vector<StoredDocument> ofPatient(const PatientId& patient) const;
    [[nodiscard]] std::optional<StoredDocument> find(const DocumentId& id) const;

    /// For a person who looks at it: the view is audited in the same transaction. StorageError:
    /// there is none, or the bytes are no longer those that were kept.
    [[nodiscard]] std::string open(const DocumentId& id);
    /// For the program's own needs (a copy about to be disclosed): leaves no trace. StorageError as
    /// `open`.
    [[nodiscard]] std::string bytes(const DocumentId& id) const;

private:
    Engine& engine_;
};

} // namespace palpate::storage
