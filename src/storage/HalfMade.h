// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string_view>

namespace palpate::storage {

/// A new folder, 0700, that is removed with all it holds unless it is moved to its place. Its maker
/// keeps it locked, so that those left over by programs that have died can be told from it.
class HalfMade {
public:
    /// Throws StorageError when it can't be made.
    explicit HalfMade(std::filesystem::path folder);
    HalfMade(const HalfMade&) = delete;
    HalfMade& operator=(const HalfMade&) = delete;
    ~HalfMade();

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return folder_; }
    /// Takes the place of an empty folder in one step. Throws StorageError; it is then still here.
    void moveTo(const std::filesystem::path& place);
    /// Changes places with the folder at `place` in one step, where the disk can do that; it is
    /// then at `aside`. Throws StorageError.
    void replace(const std::filesystem::path& place, const std::filesystem::path& aside);

private:
    std::filesystem::path folder_;
    int lock_ = -1;
    bool moved_ = false;
};

/// Removes the folders in `folder` whose name has `mark` in it and which nobody who lives is
/// making. What can't be removed stays.
void removeLeftOver(const std::filesystem::path& folder, std::string_view mark) noexcept;

} // namespace palpate::storage
