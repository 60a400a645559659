// SPDX-License-Identifier: MIT
#include "storage/Backup.h"
#include "storage/BackupRepository.h"
#include "storage/Engine.h"
#include "storage/RetentionRepository.h"

#include <algorithm>
#include <string_view>

namespace palpate::storage {

namespace {

constexpr std::string_view kBeforeUpgrade = "before-version-";

void addBackupsIn(std::vector<KnownCopy>& copies, const std::filesystem::path& folder,
                  const Uuid& clinic) {
    try {
        for (const auto& found : listBackups(folder)) {
            if (found.facts && found.facts->clinic == clinic) {
                copies.push_back({found.folder, found.facts->takenAt});
            }
        }
    } catch (const StorageError&) {
        copies.push_back({folder, {}, false});
    }
}

/// The backup folders, then where else a backup was ever put.
[[nodiscard]] std::vector<std::string> placesOf(Engine& engine) {
    return engine.read("reading where the backups are", [&] {
        auto places = BackupRepository{engine}.folders();
        auto rows = engine.use(
            "SELECT place FROM backup_run WHERE name <> '' GROUP BY place ORDER BY min(no)");
        while (rows.next()) {
            if (std::ranges::find(places, rows.text(0)) == places.end()) {
                places.push_back(rows.text(0));
            }
        }
        return places;
    });
}

void addUpgradesIn(std::vector<KnownCopy>& copies, const std::filesystem::path& folder) {
    std::error_code error;
    std::vector<std::filesystem::path> found;
    for (std::filesystem::directory_iterator at{folder, error}, end; at != end;
         at.increment(error)) {
        if (at->path().filename().string().starts_with(kBeforeUpgrade)) {
            found.push_back(at->path());
        }
    }
    if (error && error != std::errc::no_such_file_or_directory) {
        copies.push_back({folder, {}, false});
    }
    std::ranges::sort(found);
    for (auto& each : found) {
        copies.push_back({std::move(each), {}});
    }
}

} // namespace

std::vector<KnownCopy> RetentionRepository::knownCopies() const {
    std::vector<KnownCopy> copies;
    for (const auto& folder : placesOf(engine_)) {
        addBackupsIn(copies, folder, engine_.clinic());
    }
    addUpgradesIn(copies, engine_.folder() / "backups");
    return copies;
}

} // namespace palpate::storage
