// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace palpate::storage {

// A clinic lies on a disk of the computer that uses it: SQLite's log needs memory that all programs
// share, and the locks of a network drive can't be relied on.

/// The kind of network file system that a device is, such as "nfs4", by a table as that of proc(5),
/// /proc/self/mountinfo; empty for a disk of this computer or a device that is not in the table.
[[nodiscard]] std::string networkKind(std::string_view table, unsigned major, unsigned minor);

/// Throws StorageError when the folder lies on a network drive. Where the system does not tell,
/// nothing happens.
void guardLocalDisk(const std::filesystem::path& folder);

/// Where the system tells what is mounted. A test says another place.
[[nodiscard]] std::filesystem::path& mountTable();

} // namespace palpate::storage
