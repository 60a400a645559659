// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace palpate::test {

/// An empty folder of its own in the system's temporary folder, removed with all it holds when the
/// story ends.
class TempFolder {
public:
    TempFolder() {
        static std::atomic<unsigned> count{0};
        const auto stamp = std::chrono::steady_clock::now().time_since_epoch().count();
        path_ = std::filesystem::temp_directory_path() /
                ("palpate-test-" + std::to_string(stamp) + "-" + std::to_string(++count));
        if (!std::filesystem::create_directory(path_)) {
            throw std::runtime_error{"the temporary folder " + path_.string() + " exists already"};
        }
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    TempFolder(TempFolder&&) = delete;
    TempFolder& operator=(TempFolder&&) = delete;
    ~TempFolder() {
        std::error_code
            ignored; // a story may have made files unreadable; the system cleans up later
        std::filesystem::permissions(path_, std::filesystem::perms::owner_all, ignored);
        std::filesystem::remove_all(path_, ignored);
    }

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace palpate::test
