// SPDX-License-Identifier: MIT
#pragma once

#include "app/Verification.h"
#include "domain/Clock.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

class Clinic;
class Knowledge;

/// One backup in a folder, of whatever clinic.
struct BackupLine {
    std::filesystem::path folder;
    std::string clinic; ///< its identity; names are encrypted. Empty: it can't be told
    std::optional<Instant> takenAt;
    std::uint64_t size = 0; ///< bytes of its database
    std::string sizeWords;  ///< "12 MB"
    std::string problem;    ///< one sentence; empty: readable
};

/// Newest first. `readWhole`: each file is read to its end and compared with what was verified.
/// Throws StorageError when the folder can't be read.
[[nodiscard]] std::vector<BackupLine> backupsIn(const std::filesystem::path& folder,
                                                bool readWhole = false);

/// The same of a folder of backups, or of one backup.
[[nodiscard]] std::vector<BackupLine> backupsAt(const std::filesystem::path& place);

using WorkGoesOn = std::function<bool(double share)>; ///< false gives it up

struct NewBackup {
    std::filesystem::path folder;
    std::uint64_t size = 0;
    std::int64_t patients = 0;
    std::int64_t sessions = 0;
    std::int64_t auditRows = 0;
    std::size_t rotated = 0;          ///< older ones that were removed
    std::string alarm;                ///< the trail lacks what the last backup vouches for
    std::vector<CheckLine> rehearsal; ///< empty unless wished
    bool rehearsalHolds = true;
};

/// One backup into a folder that need not be one of the clinic's, noted in the clinic. For scripts:
/// returns when it is done. Throws StorageError, also when it was given up or the folder is not
/// there; nothing is left then.
[[nodiscard]] NewBackup backUp(Clinic& clinic, const std::filesystem::path& folder,
                               bool withRehearsal, const WorkGoesOn& goesOn = {});

struct RestoreRequest {
    std::filesystem::path backup;
    std::filesystem::path to;
    std::string userName; ///< as in the backup
    std::string password;
    bool putAside = false; ///< a clinic that is there already is kept under another name
    bool evenIfUnsound = false;
    std::string code = {}; ///< of a second factor that was on then
};

struct RestoredClinic {
    std::filesystem::path folder;
    std::optional<std::filesystem::path> aside;
    std::int64_t patients = 0;
    std::int64_t sessions = 0;
    std::int64_t auditRows = 0;
    std::vector<CheckLine> checks;
};

/// Makes a clinic of a backup, checked whole before it has its place. Throws AccessDenied
/// (CodeNeeded), SchemaTooNew or StorageError; nothing is changed then.
[[nodiscard]] RestoredClinic restoreClinic(const RestoreRequest& request,
                                           const Knowledge& knowledge, const Clock& clock,
                                           const WorkGoesOn& goesOn = {});

} // namespace palpate::app
