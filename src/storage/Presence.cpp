// SPDX-License-Identifier: MIT
#include "storage/Presence.h"

#include "storage/Files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace palpate::storage {

namespace {

[[noreturn]] void failed(const std::filesystem::path& path) {
    throw StorageError{{tr("{1} can't be made or locked: {2}. Check the disk and the rights of the "
                           "clinic's folder."),
                        {path.string(), std::generic_category().message(errno)}}};
}

/// An open file; the lock on it ends with it.
class Handle {
public:
    Handle(const std::filesystem::path& path, int flags)
        : handle_{::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0600)} {}
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle() {
        if (handle_ >= 0) {
            ::close(handle_);
        }
    }
    [[nodiscard]] int number() const noexcept { return handle_; }
    [[nodiscard]] bool isOpen() const noexcept { return handle_ >= 0; }
    [[nodiscard]] bool lock(int kind) const noexcept {
        return ::flock(handle_, kind | LOCK_NB) == 0;
    }
    /// Whether the file still has a name: else somebody has taken it for a dead one's.
    [[nodiscard]] bool isLinked() const noexcept {
        struct stat status {};
        return ::fstat(handle_, &status) == 0 && status.st_nlink > 0;
    }
    [[nodiscard]] int detach() noexcept { return std::exchange(handle_, -1); }

private:
    int handle_;
};

/// Removes the file of one that has died. Those who look share the lock: they don't take each other
/// for the living.
void removeIfDead(const std::filesystem::path& file) {
    const Handle handle{file, O_RDONLY};
    if (handle.isOpen() && handle.lock(LOCK_SH)) {
        ::unlink(file.c_str());
    }
}

void removeDead(const std::filesystem::path& folder) {
    std::error_code ignored; // a folder that can't be listed only keeps its old files
    for (std::filesystem::directory_iterator at{folder, ignored}, end; !ignored && at != end;
         at.increment(ignored)) {
        if (Uuid::parse(at->path().filename().string())) {
            removeIfDead(at->path());
        }
    }
}

} // namespace

const Uuid& Presence::self(const Clock& clock) {
    if (self_) {
        return *self_;
    }
    if (::mkdir(folder_.c_str(), 0700) != 0 && errno != EEXIST) {
        failed(folder_);
    }
    removeDead(folder_);
    IdMaker names{clock};
    constexpr int kMostTries = 100; // another program may look at the file before it is locked
    for (int tries = 0; tries < kMostTries; ++tries) {
        const auto name = names.next();
        const auto file = folder_ / name.text();
        Handle handle{file, O_RDWR | O_CREAT | O_EXCL};
        if (!handle.isOpen()) {
            failed(file);
        }
        const bool isLocked = handle.lock(LOCK_EX);
        const int cause = errno;
        if (isLocked && handle.isLinked()) {
            lock_ = handle.detach();
            return self_.emplace(name);
        }
        ::unlink(file.c_str());
        if (!isLocked && cause != EWOULDBLOCK) {
            errno = cause;
            failed(file);
        }
    }
    failed(folder_);
}

bool Presence::isAlive(const Uuid& other) const {
    if (other == self_) {
        return true;
    }
    const Handle handle{folder_ / other.text(), O_RDONLY};
    if (!handle.isOpen()) {
        return errno != ENOENT; // what can't be looked at counts as alive: nobody is overwritten
    }
    return !handle.lock(LOCK_SH) && errno == EWOULDBLOCK;
}

void Presence::end() noexcept {
    if (!self_) {
        return;
    }
    // The name goes first: whoever finds the file finds it locked.
    std::error_code ignored;
    std::filesystem::remove(folder_ / self_->text(), ignored);
    ::flock(lock_, LOCK_UN); // also for a copy of the handle in a child process
    ::close(lock_);
    lock_ = -1;
    self_.reset();
}

} // namespace palpate::storage
