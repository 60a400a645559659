// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>

namespace palpate::app {

/// A file on its way out of the clinic. Whether it can be written is settled first, then its
/// disclosure is recorded, and only then comes what it holds: nothing leaves without a row, and no
/// row tells of a file that could not be written.
class OutgoingFile {
public:
    /// Takes the room beside the target, under another name and for its owner only. Throws
    /// ReportError when the folder is missing or may not be written, the disk is full, or the
    /// target is there and is no file; the target is then as it was.
    OutgoingFile(std::filesystem::path target, std::size_t size);
    /// Leaves nothing behind that was not released.
    ~OutgoingFile();
    OutgoingFile(const OutgoingFile&) = delete;
    OutgoingFile& operator=(const OutgoingFile&) = delete;

    /// Fills it with as many bytes and gives it its name, in place of what had it before. Once.
    /// Throws ReportError; the target is then as it was.
    void release(std::string_view bytes);

private:
    [[noreturn]] void refuse(int reason) const;

    std::filesystem::path target_;
    std::filesystem::path beside_;
    std::size_t size_;
    int file_ = -1; ///< owned; -1: closed
};

} // namespace palpate::app
