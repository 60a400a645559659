// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::storage {

class Engine;

enum class BackupRunKind { Backup, Rehearsal };

/// What became of one backup, or of one rehearsal.
struct BackupRun {
    BackupRunKind kind = BackupRunKind::Backup;
    std::string place; ///< the backup folder
    std::string name;  ///< the backup's own folder in it; empty: none was made
    Instant at;
    bool isByHand = false;
    std::optional<std::int64_t> size; ///< of its database, bytes; empty: none was made
    std::string problem;              ///< one sentence; empty: it was verified
    [[nodiscard]] bool isVerified() const noexcept { return problem.empty(); }
    friend bool operator==(const BackupRun&, const BackupRun&) = default;
};

/// Where the clinic's backups go, and what became of them. Every call may throw StorageError;
/// nothing is changed then.
class BackupRepository {
public:
    explicit BackupRepository(Engine& engine) noexcept : engine_{engine} {}

    /// As they were added.
    [[nodiscard]] std::vector<std::string> folders() const;
    /// Audited. Owners only, else AccessDenied. EditRefused: it is one already, or no absolute
    /// path.
    void addFolder(std::string_view path);
    /// Audited. Owners only, else AccessDenied. What lies in the folder stays. EditRefused: it is
    /// none.
    void removeFolder(std::string_view path);

    /// A backup that was made is audited, as it leaves the clinic.
    void note(const BackupRun& run);
    /// Newest first.
    [[nodiscard]] std::vector<BackupRun> runs(int limit = 100) const;
    /// The last of that kind; with `verifiedOnly` the last that was.
    [[nodiscard]] std::optional<BackupRun> last(std::string_view place, BackupRunKind kind,
                                                bool verifiedOnly = false) const;
    /// Whether anything was done in the clinic, other than signing in and out, that the last
    /// verified backup there does not hold.
    [[nodiscard]] bool isChangedSince(std::string_view place) const;

private:
    Engine& engine_;
};

} // namespace palpate::storage
