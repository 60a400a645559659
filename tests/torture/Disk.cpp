// SPDX-License-Identifier: MIT
#include "torture/Disk.h"

#include "domain/Error.h"

#include <sched.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <exception>
#include <string>

namespace palpate::test {

namespace {

/// What the layer remembers; SQLite's interface is C and has no place for more.
struct State {
    std::int64_t left = -1; ///< -1: the disk is sound
    std::int64_t writes = 0;
    bool hasFailed = false;
    Failing how = Failing::Full;
};
State state;

struct File {
    sqlite3_file base;
    const sqlite3_io_methods* real;
};

/// The real file lies behind ours.
[[nodiscard]] sqlite3_file* realOf(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<File*>(file) + 1);
}

/// Whether this write is to fail.
[[nodiscard]] bool fails() {
    ++state.writes;
    if (state.left < 0) {
        return false;
    }
    if (state.left > 0) {
        --state.left;
        return false;
    }
    if (state.hasFailed && state.how == Failing::Once) {
        return false;
    }
    state.hasFailed = true;
    return true;
}

int closeFile(sqlite3_file* file) {
    auto* real = realOf(file);
    return real->pMethods != nullptr ? real->pMethods->xClose(real) : SQLITE_OK;
}
int readFile(sqlite3_file* file, void* data, int size, sqlite3_int64 at) {
    return realOf(file)->pMethods->xRead(realOf(file), data, size, at);
}
int writeFile(sqlite3_file* file, const void* data, int size, sqlite3_int64 at) {
    return fails() ? SQLITE_FULL : realOf(file)->pMethods->xWrite(realOf(file), data, size, at);
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
    return realOf(file)->pMethods->xTruncate(realOf(file), size);
}
int syncFile(sqlite3_file* file, int flags) {
    if (state.how == Failing::Broken && (state.hasFailed || fails())) {
        return SQLITE_IOERR_FSYNC;
    }
    return realOf(file)->pMethods->xSync(realOf(file), flags);
}
int sizeOfFile(sqlite3_file* file, sqlite3_int64* size) {
    return realOf(file)->pMethods->xFileSize(realOf(file), size);
}
int lockFile(sqlite3_file* file, int kind) {
    return realOf(file)->pMethods->xLock(realOf(file), kind);
}
int unlockFile(sqlite3_file* file, int kind) {
    return realOf(file)->pMethods->xUnlock(realOf(file), kind);
}
int isReserved(sqlite3_file* file, int* out) {
    return realOf(file)->pMethods->xCheckReservedLock(realOf(file), out);
}
int control(sqlite3_file* file, int what, void* value) {
    return realOf(file)->pMethods->xFileControl(realOf(file), what, value);
}
int sectorSize(sqlite3_file* file) {
    return realOf(file)->pMethods->xSectorSize(realOf(file));
}
int traits(sqlite3_file* file) {
    return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file));
}
int mapShared(sqlite3_file* file, int region, int size, int extend, volatile void** out) {
    return realOf(file)->pMethods->xShmMap(realOf(file), region, size, extend, out);
}
int lockShared(sqlite3_file* file, int offset, int count, int flags) {
    return realOf(file)->pMethods->xShmLock(realOf(file), offset, count, flags);
}
void barrier(sqlite3_file* file) {
    realOf(file)->pMethods->xShmBarrier(realOf(file));
}
int unmapShared(sqlite3_file* file, int isToDelete) {
    return realOf(file)->pMethods->xShmUnmap(realOf(file), isToDelete);
}

const sqlite3_io_methods kMethods{2,        closeFile,   readFile, writeFile,  truncateFile,
                                  syncFile, sizeOfFile,  lockFile, unlockFile, isReserved,
                                  control,  sectorSize,  traits,   mapShared,  lockShared,
                                  barrier,  unmapShared, nullptr,  nullptr};

/// Of files without locks, which no other program can share.
const sqlite3_io_methods kMethodsAlone{2,        closeFile,  readFile, writeFile,  truncateFile,
                                       syncFile, sizeOfFile, lockFile, unlockFile, isReserved,
                                       control,  sectorSize, traits,   nullptr,    nullptr,
                                       nullptr,  nullptr,    nullptr,  nullptr};

/// Under one name each: "unix", the usual one, and "unix-none" of files that are just being made.
struct Layer {
    sqlite3_vfs vfs{};
    sqlite3_vfs* real = nullptr;
    const sqlite3_io_methods* methods = nullptr;
};
Layer usual;
Layer unlocked;

int openFile(sqlite3_vfs* vfs, sqlite3_filename name, sqlite3_file* file, int flags, int* out) {
    auto* layer = static_cast<Layer*>(vfs->pAppData);
    auto* real = realOf(file);
    const int outcome = layer->real->xOpen(layer->real, name, real, flags, out);
    // SQLite closes also a file that could not be opened, if it has methods.
    file->pMethods = real->pMethods != nullptr ? layer->methods : nullptr;
    return outcome;
}

void put(Layer& layer, const char* over, const char* name, const sqlite3_io_methods& methods,
         bool isDefault) {
    layer.real = sqlite3_vfs_find(over);
    layer.methods = &methods;
    layer.vfs = *layer.real; // the other calls do not ask which one they are of
    layer.vfs.zName = name;
    layer.vfs.pNext = nullptr;
    layer.vfs.szOsFile = static_cast<int>(sizeof(File)) + layer.real->szOsFile;
    layer.vfs.pAppData = &layer;
    layer.vfs.xOpen = openFile;
    sqlite3_vfs_register(&layer.vfs, isDefault ? 1 : 0);
}

[[nodiscard]] int ended(const std::function<void()>& work) {
    try {
        work();
        return 0;
    } catch (const Error& error) {
        return describe(error).size() > 20 ? 1 : 2;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "not ours: %s\n", error.what());
        return 3;
    }
}

/// In a process of its own; `prepare` says whether the work can be done there.
[[nodiscard]] int apart(const std::function<bool()>& prepare, const std::function<void()>& work) {
    constexpr int kImpossible = 77;
    const auto child = ::fork();
    if (child == 0) {
        ::_exit(prepare() ? ended(work) : kImpossible);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return code == kImpossible ? -1 : code;
}

} // namespace

FailingDisk::FailingDisk() {
    sqlite3_initialize();
    put(usual, "unix", "failing", kMethods, true);
    put(unlocked, "unix-none", "unix-none", kMethodsAlone, false); // found before the real one
    mend();
}

FailingDisk::~FailingDisk() {
    sqlite3_vfs_unregister(&unlocked.vfs);
    sqlite3_vfs_unregister(&usual.vfs);
}

void FailingDisk::failAfter(std::int64_t writes, Failing how) {
    state = {writes, 0, false, how};
}

void FailingDisk::mend() {
    state = {};
}

bool FailingDisk::hasFailed() const {
    return state.hasFailed;
}

std::int64_t FailingDisk::writes() const {
    return state.writes;
}

int withFilesUpTo(std::uint64_t bytes, const std::function<void()>& work) {
    return apart(
        [&] {
            ::signal(SIGXFSZ, SIG_IGN);
            const rlimit limit{bytes, bytes};
            return ::setrlimit(RLIMIT_FSIZE, &limit) == 0;
        },
        work);
}

int withReadOnly(const char* folder, const std::function<void()>& work) {
    return apart(
        [&] {
            // Who is not allowed to mount may do it among users of their own.
            return (::unshare(CLONE_NEWNS) == 0 || ::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0) &&
                   ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                   ::mount(folder, folder, nullptr, MS_BIND, nullptr) == 0 &&
                   ::mount(nullptr, folder, nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr) ==
                       0;
        },
        work);
}

} // namespace palpate::test
