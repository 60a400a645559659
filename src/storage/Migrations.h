// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Clock.h"
#include "storage/Connection.h"

#include <functional>
#include <span>
#include <string_view>

namespace palpate::storage {

/// One numbered step of the schema; never edited once released.
struct Migration {
    int version = 0; ///< the file's user_version after it
    std::string_view name;
    std::string_view sql;
};

/// Those compiled in from migrations/*.sql, in order.
[[nodiscard]] std::span<const Migration> migrations();

/// Marks a database as Palpate's: "Palp".
inline constexpr int kApplicationId = 0x50616C70;

/// Whether nothing at all is in the file, as createClinic first makes it.
[[nodiscard]] bool isEmpty(Connection& connection);

/// Throws SchemaTooNew for a file newer than the last of `steps`, StorageError for one that is not
/// Palpate's. Reads only.
void guardVersion(Connection& connection, std::span<const Migration> steps);

/// Brings the file up to the last of `steps`, all in one transaction. An older file is first
/// copied, encrypted, to `backups`; with its `key` the steps are then taken on a further copy, and
/// on the file itself only if they succeed there and leave it sound. `afterStep` runs after each
/// step on the file (the audit row of an older file). Throws SchemaTooNew for a newer file,
/// StorageError for one that is not Palpate's, when a step fails or the disk has no room for the
/// copies; all leave it as it was.
void migrate(Connection& connection, std::span<const Migration> steps,
             const std::filesystem::path& backups, const Clock& clock,
             const std::function<void(const Migration&)>& afterStep = {},
             const Secret* key = nullptr);

} // namespace palpate::storage
