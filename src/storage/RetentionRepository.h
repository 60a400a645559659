// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Retention.h"

#include <array>
#include <cstdint>
#include <filesystem>
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
    std::optional<Date> birthDate;       ///< empty: not known
    std::optional<Instant> lastSession;  ///< when the newest session began, signed or not
    std::string timeZone;                ///< of that session, IANA; empty without one
    Instant begun;                       ///< when the (oldest) record was made
    std::vector<Profession> professions; ///< of those who treated
};

/// What is known of one destruction that is about to be made.
struct DestructionOrder {
    DestructionId id;
    PatientId patient;
    std::string reason;
    std::string rule;                ///< in words; empty: no rule called for it
    std::optional<Date> lastSession; ///< in its own time zone
    std::array<std::uint8_t, 32> exportDigest{};
    std::vector<std::string> backups; ///< one line each
};

/// Where a copy of the clinic lies.
struct KnownCopy {
    std::filesystem::path folder;
    std::optional<Instant> takenAt; ///< of a backup; empty: made before an upgrade
    bool isReachable = true; ///< false: `folder` is a backup folder that can't be looked into now
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

    /// Every record without a session since then, the longest unseen first. Owners only.
    [[nodiscard]] std::vector<RecordToKeep> records(Instant unseenSince, int limit) const;
    /// Owners only. Empty: no such record, or it was merged into another.
    [[nodiscard]] std::optional<RecordToKeep> record(const PatientId& patient) const;

    /// All rows of the patient's record and of those merged into it are gone afterwards, with the
    /// details of the trail about them, and the freed pages are overwritten (secure_delete); the
    /// trail's rows stay, and a destruction for each record. One transaction, audited; the words of
    /// the search are packed anew, which takes seconds in a large clinic. The caller has settled
    /// `problemsOfDestruction`. EditRefused: no such patient, the record was merged into another,
    /// a session of it is being charted, or a request for change in another record is about it.
    /// Gives the record's own destruction, then those of the merged ones.
    std::vector<Destruction> destroy(const DestructionOrder& order);
    /// Newest first.
    [[nodiscard]] std::vector<Destruction> destructions() const;

    /// Copies of the clinic of today, which go on holding what is destroyed in it: the backups in
    /// its backup folders, and those made before its tables were upgraded.
    [[nodiscard]] std::vector<KnownCopy> knownCopies() const;

    /// Every row of the record as JSON, table by table as docs/file-format.md describes it: object
    /// of table name to array of rows, a column a member; blobs as lower-case hex, NULL as null;
    /// with the clinic's row, those that these refer to (practitioners, signing keys; no secrets)
    /// and the rows of the trail about the patient. Clinicians only, RecordRestricted when it is
    /// closed to the person, EditRefused: no such patient. `write` gets the text in pieces; what it
    /// throws goes on to the caller. Gives BLAKE2b-256 of the whole text.
    std::array<std::uint8_t, 32>
    exportRows(const PatientId& patient,
               const std::function<void(std::string_view piece)>& write) const;

private:
    Engine& engine_;
};

} // namespace palpate::storage
