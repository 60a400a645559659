// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Retention.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::storage {

class Engine;

/// A record and what its retention is counted from. Merged records count as the one that goes on.
struct RecordToKeep {
    PatientId patient;
    std::string familyName;
    std::string givenName;
    RecordAge age; ///< days in the clinic's time zone, where a session tells none
};

/// What is known of one destruction that is about to be made.
struct DestructionOrder {
    DestructionId id;
    PatientId patient;
    std::string reason;
    std::string rule; ///< in words
    std::array<std::uint8_t, 32> exportDigest{};
    std::vector<std::string> backups;
};

/// How long records are kept, and how they end. Owners only, but for reading rules and
/// destructions, else AccessDenied. Every call may throw StorageError; nothing is changed then.
class RetentionRepository {
public:
    explicit RetentionRepository(Engine& engine) noexcept : engine_{engine} {}

    [[nodiscard]] std::vector<RetentionRule> rules() const;
    /// Replaces the table, audited with what differs. The caller has settled `problems` of each.
    void setRules(std::span<const RetentionRule> rules);
    /// Whose rules count; empty: not chosen.
    [[nodiscard]] std::optional<std::string> country() const;
    /// Audited.
    void setCountry(const std::string& country);

    /// Every record that was not seen since `notSince`, the longest unseen first.
    [[nodiscard]] std::vector<RecordToKeep> records(Date notSince, int limit) const;
    [[nodiscard]] std::optional<RecordToKeep> record(const PatientId& patient) const;

    /// All rows of the patient's record and of those merged into it are gone afterwards, with the
    /// details of the trail about them, and the freed pages are overwritten (secure_delete); the
    /// trail's rows and this destruction stay. One transaction, audited. EditRefused: no such
    /// patient, the record was merged into another, or a session of it is being charted.
    Destruction destroy(const DestructionOrder& order);
    /// Newest first.
    [[nodiscard]] std::vector<Destruction> destructions() const;

    /// Every row of the record as JSON, table by table as docs/file-format.md describes it: object
    /// of table name to array of rows, a column a member; blobs as lower-case hex, NULL as null;
    /// with the rows that these refer to (practitioners without secrets, signing keys) and the rows
    /// of the trail about the patient. Clinicians only, RecordRestricted when it is closed to the
    /// person. `write` gets the text in pieces.
    void exportRows(const PatientId& patient,
                    const std::function<void(std::string_view piece)>& write) const;

private:
    Engine& engine_;
};

} // namespace palpate::storage
