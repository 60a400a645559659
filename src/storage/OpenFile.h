// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string_view>

namespace palpate::storage {

/// A file of the operating system, closed with it. `flags` as of open(2); one that is made is 0600.
class OpenFile {
public:
    OpenFile(const std::filesystem::path& path, int flags);
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile();
    [[nodiscard]] int handle() const noexcept { return handle_; }
    [[nodiscard]] bool isOpen() const noexcept { return handle_ >= 0; }

private:
    int handle_;
};

/// False, with errno, when not all of it could be written.
[[nodiscard]] bool writeAll(const OpenFile& file, std::string_view content);

} // namespace palpate::storage
