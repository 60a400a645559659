// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace palpate::gui {

/// The clinics that were opened on this computer, newest first, in a small text file of the user's
/// settings. Holds paths and user names only. A file that can't be read or written is no error: the
/// list is a convenience.
class RecentClinics {
public:
    struct Entry {
        std::filesystem::path folder;
        std::string userName; ///< who signed in last
    };
    static constexpr std::size_t kMost = 8;

    explicit RecentClinics(std::filesystem::path file);

    /// Those whose folder is still there.
    [[nodiscard]] std::vector<Entry> list() const;
    void remember(const std::filesystem::path& folder, const std::string& userName);

private:
    std::filesystem::path file_;
};

/// "Back and Neck" for ".../Back and Neck.palpate".
[[nodiscard]] std::string clinicName(const std::filesystem::path& folder);

} // namespace palpate::gui
