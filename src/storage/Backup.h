// SPDX-License-Identifier: MIT
#pragma once

#include "domain/BackupRotation.h"
#include "domain/Clock.h"
#include "domain/Error.h"
#include "domain/Id.h"
#include "domain/Message.h"
#include "storage/AuditTrail.h"
#include "storage/GoesOn.h"
#include "storage/Verification.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace palpate::storage {

/// What a copy's backup.txt says; docs/file-format.md describes it.
struct BackupFacts {
    Uuid clinic;
    Instant takenAt;
    int schema = 0;                        ///< the version of its tables
    std::int64_t size = 0;                 ///< of clinic.db, bytes
    std::array<std::uint8_t, 32> digest{}; ///< of clinic.db, BLAKE2b
    std::array<std::uint8_t, 32> keys{};   ///< of keys.json, the same
    TrailHead head;                        ///< of the trail as it was then
    friend bool operator==(const BackupFacts&, const BackupFacts&) = default;
};

struct RecordCounts {
    std::int64_t patients = 0;
    std::int64_t sessions = 0;
    std::int64_t auditRows = 0;
    friend bool operator==(const RecordCounts&, const RecordCounts&) = default;
};

/// A copy of some clinic.
struct FoundBackup {
    std::filesystem::path folder;
    std::optional<BackupFacts> facts; ///< only of one that was written to its end and verified
    std::optional<Message> problem;   ///< why it can't be used, as far as a look at it tells
    [[nodiscard]] bool isReadable() const noexcept { return facts && !problem; }
};

/// The backups in a folder, of whatever clinic, newest first; those without facts last. Reads no
/// database. Throws StorageError when the folder is not there or can't be read.
[[nodiscard]] std::vector<FoundBackup> listBackups(const std::filesystem::path& folder);

/// Reads the copy's whole file: what is wrong with it, empty when it is byte for byte as it was
/// verified. Throws WorkDropped.
[[nodiscard]] std::optional<Message> problemOf(const FoundBackup& backup,
                                               const GoesOn& goesOn = {});

/// How the clinic's trail compares with a head that was kept outside.
enum class TrailAgreement {
    Holds,   ///< the head stands in the clinic too
    Shorter, ///< rows that were there then are missing: the clinic's newest part was cut off, or
             ///< the whole clinic is an older copy of itself
    Differs, ///< it is long enough, but was rewritten
};

struct BackupMade {
    std::filesystem::path folder;
    BackupFacts facts;
    RecordCounts counts;
    /// With the newest backup that was there before; empty: there was none of this clinic.
    std::optional<TrailAgreement> withLast;
    std::vector<std::filesystem::path> rotated; ///< older ones that are no longer kept
};

/// A backup that was restored into a place of its own, looked at and removed again.
struct Rehearsal {
    RecordCounts counts;
    VerificationReport report;
    bool headHolds = false; ///< the trail in it ends as backup.txt says
    [[nodiscard]] bool isSound() const { return headHolds && report.isSound(); }
};

/// Copies the clinic that a store has unlocked, through a connection of its own, so that charting
/// goes on. Used by one thread at a time, which need not be the store's. Made by Store::copier; to
/// be closed before the person signs out, and may outlive the store's other calls but not the
/// store. Every call may throw StorageError, or WorkDropped when `goesOn` says so.
class Copier {
public:
    struct Parts;
    explicit Copier(std::unique_ptr<Parts> parts) noexcept;
    Copier(const Copier&) = delete;
    Copier& operator=(const Copier&) = delete;
    ~Copier();

    /// A copy of this moment in `folder`, named CLINIC-20261126T104500Z.palpate-backup: encrypted
    /// with the clinic's own key, with the keys.json of now. Has its name only once it was written,
    /// forced to the disk, opened anew and found whole and equal. Then rotates, unless the trail no
    /// longer holds what the last backup vouches for.
    [[nodiscard]] BackupMade backUp(const std::filesystem::path& folder, const GoesOn& goesOn = {});
    /// The newest backup of this clinic in `folder` that is whole as far as a look at it tells.
    [[nodiscard]] std::optional<FoundBackup> newestIn(const std::filesystem::path& folder);
    /// Restores `backup` into a folder of its own inside the clinic's, checks everything there and
    /// removes it.
    [[nodiscard]] Rehearsal rehearse(const std::filesystem::path& backup,
                                     const GoesOn& goesOn = {});
    [[nodiscard]] TrailAgreement compare(const TrailHead& outside);
    /// Checks the clinic itself, as Store::verify does, beside whoever works in it. Leaves no row
    /// in the trail.
    [[nodiscard]] VerificationReport check(const GoesOn& goesOn = {});

private:
    std::unique_ptr<Parts> parts_;
};

} // namespace palpate::storage
