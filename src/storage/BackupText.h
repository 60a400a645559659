// SPDX-License-Identifier: MIT
#pragma once

#include "storage/Backup.h"
#include "storage/Crypto.h"

#include <string>
#include <string_view>

namespace palpate::storage {

inline constexpr std::string_view kBackupEnding = ".palpate-backup";
inline constexpr std::string_view kUnfinished = ".unfinished-";

/// The content of backup.txt.
[[nodiscard]] std::string textOf(const BackupFacts& facts);
/// Empty unless it is exactly what textOf makes.
[[nodiscard]] std::optional<BackupFacts> parseBackupFacts(std::string_view text);

/// "20261126T104500Z", as names of folders have it.
[[nodiscard]] std::string stampOf(Instant at);

/// BLAKE2b of a file that no database has open: closing it would drop the database's locks. Read
/// from the disk, as far as the system can be asked for that. Throws StorageError.
[[nodiscard]] Digest digestOfFile(const std::filesystem::path& file, const GoesOn& goesOn = {});
/// Copies such a file into a new one, 0600, forced to the disk; its digest. Throws StorageError.
Digest copyOwnFile(const std::filesystem::path& from, const std::filesystem::path& to,
                   const GoesOn& goesOn = {});

/// Copies database and keys of a backup into `to`, which is there and empty, and compares with what
/// its facts say. Throws StorageError: it is damaged, or is no backup.
void takeFiles(const FoundBackup& backup, const std::filesystem::path& to, const GoesOn& goesOn);
/// The backup at `folder`. Throws StorageError when there is none.
[[nodiscard]] FoundBackup backupAt(const std::filesystem::path& folder);

} // namespace palpate::storage
