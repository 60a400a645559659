// SPDX-License-Identifier: MIT
#pragma once

#include <csignal>

namespace palpate::cli {

/// While it lives, Ctrl+C and a polite request to end (SIGTERM) do not end the program but are
/// noted, so that a long work ends between two of its parts. The second one ends it as usual. One
/// at a time.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    [[nodiscard]] bool wasAsked() const noexcept;

private:
    struct sigaction beforeInterrupt_ {};
    struct sigaction beforeTerminate_ {};
};

} // namespace palpate::cli
