// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace palpate::test {

/// One word that was said over a pipe, with what belongs to it.
struct Said {
    char word = 0;
    std::string payload;
};

/// A pipe from a child process to this one, for words with their payload. Made before the fork:
/// the child says, this process closes its writing end and hears.
class Pipe {
public:
    Pipe();
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    ~Pipe();

    void closeWriting() noexcept;
    /// Ends the process when the other end is gone.
    void say(char word, std::string_view payload = {}) const;
    /// Reads what has been said until then; false when the other end is closed.
    [[nodiscard]] bool hear(std::chrono::steady_clock::time_point until);
    /// Waits for the first word, or for the end of the other process.
    void hearFirst();
    /// Everything that is still in the pipe of a process that has ended.
    void hearOut();
    /// What has been said so far, but for a word that was cut off: it was not said.
    [[nodiscard]] std::vector<Said> said() const;

private:
    std::array<int, 2> ends_{-1, -1};
    std::string heard_;
};

} // namespace palpate::test
