// SPDX-License-Identifier: MIT
#include "app/OutgoingFile.h"

#include "domain/Error.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cassert>
#include <cerrno>
#include <system_error>
#include <utility>

namespace palpate::app {

namespace {

/// Beside the target, and short: the target's own name may be as long as names can be.
[[nodiscard]] std::filesystem::path nameBeside(const std::filesystem::path& target) {
    static std::atomic<unsigned> counter{0};
    return target.parent_path() / (".palpate-" + std::to_string(::getpid()) + "-" +
                                   std::to_string(++counter) + ".partial");
}

} // namespace

OutgoingFile::OutgoingFile(std::filesystem::path target, std::size_t size)
    : target_{std::move(target)}, beside_{nameBeside(target_)}, size_{size} {
    const auto folder = target_.has_parent_path() ? target_.parent_path() : ".";
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error)) {
        throw ReportError{{tr("{1} can't be saved: there is no such folder; create it or choose "
                              "another."),
                           {target_.string()}}};
    }
    const auto kind = std::filesystem::status(target_, error).type();
    if (!target_.has_filename() || kind == std::filesystem::file_type::directory) {
        throw ReportError{
            {tr("{1} can't be saved: that is a folder; give a file name."), {target_.string()}}};
    }
    if (kind == std::filesystem::file_type::none) {
        refuse(error.value()); // a name that no file can have
    }
    if (kind != std::filesystem::file_type::not_found &&
        kind != std::filesystem::file_type::regular) {
        throw ReportError{{tr("{1} can't be saved: it is there and is no file; give another name."),
                           {target_.string()}}};
    }
    // Closed on exec, never through a link somebody laid there, for its owner only from the start.
    file_ = ::open(beside_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                   S_IRUSR | S_IWUSR);
    if (file_ < 0) {
        refuse(errno);
    }
    if (const int reason = ::posix_fallocate(file_, 0, static_cast<off_t>(size_)); reason != 0) {
        static_cast<void>(::close(file_));
        static_cast<void>(::unlink(beside_.c_str()));
        refuse(reason);
    }
}

OutgoingFile::~OutgoingFile() {
    if (file_ >= 0) {
        static_cast<void>(::close(file_));
        static_cast<void>(::unlink(beside_.c_str()));
    }
}

void OutgoingFile::release(std::string_view bytes) {
    assert(file_ >= 0 && bytes.size() == size_);
    while (!bytes.empty()) {
        const auto written = ::write(file_, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            refuse(errno);
        }
        bytes.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
    // On the disk before it takes the name: after a power cut it is whole or not there.
    if (::fsync(file_) != 0 || ::rename(beside_.c_str(), target_.c_str()) != 0) {
        refuse(errno);
    }
    const int closed = ::close(std::exchange(file_, -1));
    if (closed != 0) {
        refuse(errno);
    }
}

void OutgoingFile::refuse(int reason) const {
    const auto file = target_.string();
    switch (reason) {
    case EACCES:
    case EPERM:
    case EROFS:
        throw ReportError{{tr("{1} can't be saved: nothing may be written in that folder; choose "
                              "another."),
                           {file}}};
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        throw ReportError{{tr("{1} can't be saved: the disk is full; free some room or choose "
                              "another."),
                           {file}}};
    case ENAMETOOLONG:
        throw ReportError{
            {tr("{1} can't be saved: its name is too long; give a shorter one."), {file}}};
    default:
        throw ReportError{
            {tr("{1} can't be saved: {2}."), {file, std::generic_category().message(reason)}}};
    }
}

} // namespace palpate::app
