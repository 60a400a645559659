// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Error.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace palpate::storage {

// Files that only their owner may read, whatever the umask says.

/// Makes one folder, 0700. Throws StorageError.
void makeOwnFolder(const std::filesystem::path& folder);
/// Makes an empty file, 0600, that did not exist before. Throws StorageError.
void makeOwnFile(const std::filesystem::path& file);
/// Replaces a file whole or not at all: written beside it (0600), forced to the disk, renamed.
/// Throws StorageError.
void writeOwnFile(const std::filesystem::path& file, std::string_view content);
/// Throws StorageError when it can't be read or is larger than `limit` bytes.
[[nodiscard]] std::string readFile(const std::filesystem::path& file, std::size_t limit);
/// Forces a file's content to the disk. Not of a database that is open: it would lose its locks.
void flushFile(const std::filesystem::path& file);
/// Forces a folder's list of files to the disk, where the file system can do that.
void flushFolder(const std::filesystem::path& folder);
/// Whether this process may write into the folder or file (also false on a read-only file system).
[[nodiscard]] bool mayWrite(const std::filesystem::path& path);
/// Whether anyone but the owner may do anything with it.
[[nodiscard]] bool isOpenToOthers(const std::filesystem::path& path);

} // namespace palpate::storage
