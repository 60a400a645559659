// SPDX-License-Identifier: MIT
#include "storage/HalfMade.h"

#include "storage/Files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <vector>

namespace palpate::storage {

namespace {

/// Open and locked; -1 when it isn't to be had.
[[nodiscard]] int locked(const std::filesystem::path& folder) noexcept {
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (handle >= 0 && ::flock(handle, LOCK_EX | LOCK_NB) != 0) {
        ::close(handle);
        return -1;
    }
    return handle;
}

[[noreturn]] void cannotBePut(const std::filesystem::path& place, const std::error_code& failure) {
    throw StorageError{
        {tr("The clinic can't be put at {1}: {2}."), {place.string(), failure.message()}}};
}

} // namespace

HalfMade::HalfMade(std::filesystem::path folder) : folder_{std::move(folder)} {
    makeOwnFolder(folder_);
    lock_ =
        locked(folder_); // a network drive may have no locks: then nobody takes it for left over
}

HalfMade::~HalfMade() {
    std::error_code ignored; // what can't be removed has a name that says what it is
    if (!moved_) {
        std::filesystem::remove_all(folder_, ignored);
    }
    if (lock_ >= 0) {
        ::close(lock_);
    }
}

void HalfMade::moveTo(const std::filesystem::path& place) {
    std::error_code failure;
    std::filesystem::rename(folder_, place, failure);
    if (failure) {
        cannotBePut(place, failure);
    }
    moved_ = true;
}

void HalfMade::replace(const std::filesystem::path& place, const std::filesystem::path& aside) {
    std::error_code failure;
    if (::renameat2(AT_FDCWD, folder_.c_str(), AT_FDCWD, place.c_str(), RENAME_EXCHANGE) == 0) {
        moved_ = true;
        std::filesystem::rename(folder_, aside, failure);
        if (failure) {
            throw StorageError{
                {tr("The clinic was put at {1}, but the one that was there could "
                    "not be named {2} and is at {3}: {4}."),
                 {place.string(), aside.string(), folder_.string(), failure.message()}}};
        }
        return;
    }
    if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP) {
        cannotBePut(place, {errno, std::generic_category()});
    }
    std::filesystem::rename(place, aside, failure);
    if (failure) {
        cannotBePut(aside, failure);
    }
    moveTo(place);
}

void removeLeftOver(const std::filesystem::path& folder, std::string_view mark) noexcept {
    std::error_code ignored; // a folder that can't be listed only keeps what is left over
    std::vector<std::filesystem::path> found;
    for (std::filesystem::directory_iterator at{folder, ignored}, end; !ignored && at != end;
         at.increment(ignored)) {
        if (at->path().filename().string().find(mark) != std::string::npos) {
            found.push_back(at->path());
        }
    }
    for (const auto& each : found) {
        if (const int lock = locked(each); lock >= 0) {
            std::filesystem::remove_all(each, ignored);
            ::close(lock);
        }
    }
}

} // namespace palpate::storage
