// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>

namespace palpate::test {

/// How the disk fails.
enum class Failing {
    Full,   ///< no room from then on: writing and making files longer fail
    Once,   ///< one write fails, and then there is room again
    Broken, ///< from then on also forcing to the disk fails
};

/// A disk under SQLite that fails at a given write. While it lives every database of this process
/// that is opened lies on it; one at a time.
class FailingDisk {
public:
    FailingDisk();
    FailingDisk(const FailingDisk&) = delete;
    FailingDisk& operator=(const FailingDisk&) = delete;
    ~FailingDisk();

    /// The write after `writes` further ones fails.
    void failAfter(std::int64_t writes, Failing how);
    void mend();
    /// Whether any write has failed since failAfter.
    [[nodiscard]] bool hasFailed() const;
    /// Writes since failAfter.
    [[nodiscard]] std::int64_t writes() const;
};

/// Runs `work` in a process of its own in which no file can grow beyond `bytes`. How it ended: 0 it
/// returned, 1 it threw an Error of ours with a sentence, else something that must not be.
[[nodiscard]] int withFilesUpTo(std::uint64_t bytes, const std::function<void()>& work);
/// The same with the given folder readable only, as on a disk that is protected against writing.
/// -1: this system does not let a test do that.
[[nodiscard]] int withReadOnly(const char* folder, const std::function<void()>& work);

} // namespace palpate::test
