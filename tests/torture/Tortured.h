// SPDX-License-Identifier: MIT
#pragma once

#include "storage/Backup.h"
#include "storage/TestClinic.h"
#include "support/Rounds.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace palpate::test {

/// What may be going on when something goes wrong.
enum class Deed { Chart, Sign, BackUp, Restore, Upgrade };
inline constexpr std::array kDeeds{Deed::Chart, Deed::Sign, Deed::BackUp, Deed::Restore,
                                   Deed::Upgrade};
[[nodiscard]] std::string_view name(Deed deed) noexcept;

/// A folder with a clinic (a signed session and a draft), a disk for its backups with one on it,
/// and a clinic of an older version; everything that a deed needs.
class Scene {
public:
    explicit Scene(std::filesystem::path folder) : folder_{std::move(folder)} {}
    /// Makes all of it, once.
    void make(const TestClinic& clinic) const;
    /// The same as `other`, file by file.
    void copyOf(const Scene& other) const;

    [[nodiscard]] std::filesystem::path clinic() const { return folder_ / "northside.palpate"; }
    [[nodiscard]] std::filesystem::path disk() const { return folder_ / "disk"; }
    [[nodiscard]] std::filesystem::path older() const { return folder_ / "older.palpate"; }
    [[nodiscard]] std::filesystem::path restored() const { return folder_ / "again.palpate"; }
    [[nodiscard]] std::filesystem::path backup() const;

    /// One deed, begun and ended, by a program of its own. Throws what the room throws.
    void act(Deed deed, const Clock& clock) const;
    /// What must be true whether the deed was done or not; `isDone`: it was acknowledged.
    void check(Deed deed, bool isDone, const Clock& clock) const;

private:
    void checkClinic(const std::filesystem::path& folder, const Clock& clock,
                     const std::function<void(storage::Store&)>& look = {}) const;
    std::filesystem::path folder_;
};

[[nodiscard]] std::unique_ptr<storage::Store> opened(const std::filesystem::path& folder,
                                                     const Clock& clock);
/// Requires that `verify` finds everything sound.
void requireSound(storage::Store& store);
/// Requires that nothing half-made lies in the folder.
void requireTidy(const std::filesystem::path& folder);

/// The text that deeds write into the draft, and its beginning before.
inline constexpr std::string_view kBefore = "before";
inline constexpr std::string_view kAfter = "before, and one edit more";

} // namespace palpate::test
