// SPDX-License-Identifier: MIT
#include "storage/Files.h"

#include "storage/OpenFile.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace palpate::storage {

namespace {

[[nodiscard]] std::string reason() {
    return std::generic_category().message(errno);
}

[[noreturn]] void failed(const std::filesystem::path& path) {
    throw StorageError{
        {tr("{1} can't be written: {2}. Check the disk and the rights of its folder."),
         {path.string(), reason()}}};
}

} // namespace

void makeOwnFolder(const std::filesystem::path& folder) {
    // chmod as well: an odd umask may have taken rights from the owner.
    if (::mkdir(folder.c_str(), 0700) != 0 || ::chmod(folder.c_str(), 0700) != 0) {
        failed(folder);
    }
}

void makeOwnFile(const std::filesystem::path& file) {
    const OpenFile opened{file, O_WRONLY | O_CREAT | O_EXCL};
    if (!opened.isOpen() || ::fchmod(opened.handle(), 0600) != 0) {
        failed(file);
    }
}

void writeOwnFile(const std::filesystem::path& file, std::string_view content) {
    auto beside = file;
    beside += ".new";
    {
        const OpenFile opened{beside, O_WRONLY | O_CREAT | O_TRUNC};
        if (!opened.isOpen() || ::fchmod(opened.handle(), 0600) != 0 ||
            !writeAll(opened, content) || ::fsync(opened.handle()) != 0) {
            const int cause = errno;
            ::unlink(beside.c_str());
            errno = cause;
            failed(file);
        }
    }
    if (::rename(beside.c_str(), file.c_str()) != 0) {
        const int cause = errno;
        ::unlink(beside.c_str());
        errno = cause;
        failed(file);
    }
    flushFolder(file.parent_path());
}

std::string readFile(const std::filesystem::path& file, std::size_t limit) {
    const OpenFile opened{file, O_RDONLY};
    std::string content;
    std::string chunk(65536, '\0');
    for (;;) {
        const auto got = opened.isOpen() ? ::read(opened.handle(), chunk.data(), chunk.size()) : -1;
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            throw StorageError{{tr("{1} can't be read: {2}."), {file.string(), reason()}}};
        }
        if (got == 0) {
            return content;
        }
        content.append(chunk, 0, static_cast<std::size_t>(got));
        if (content.size() > limit) {
            throw StorageError{
                {tr("{1} is far too large to be what it should be."), {file.string()}}};
        }
    }
}

void flushFile(const std::filesystem::path& file) {
    const OpenFile opened{file, O_RDWR};
    if (!opened.isOpen() || ::fsync(opened.handle()) != 0) {
        failed(file);
    }
}

void flushFolder(const std::filesystem::path& folder) {
    const OpenFile opened{folder, O_RDONLY | O_DIRECTORY};
    if (!opened.isOpen() || (::fsync(opened.handle()) != 0 && errno != EINVAL)) {
        failed(folder);
    }
}

bool mayWrite(const std::filesystem::path& path) {
    return ::access(path.c_str(), R_OK | W_OK) == 0;
}

bool isOpenToOthers(const std::filesystem::path& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 && (status.st_mode & 077U) != 0;
}

} // namespace palpate::storage
