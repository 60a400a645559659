// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <string>

namespace palpate::guitest {

/// Sends everything that is written to stderr, by whatever library, through a file that can be read
/// at any time. Reports of the sanitizers, after which nobody can read, go to the real stderr. One
/// a process, until it ends: libraries may write until then.
class ErrorWatch {
public:
    ErrorWatch();
    ErrorWatch(const ErrorWatch&) = delete;
    ErrorWatch& operator=(const ErrorWatch&) = delete;

    /// Shows what came since the last call on the real stderr and gives the lines among it in which
    /// GTK, GDK or GLib complains; empty is well.
    [[nodiscard]] std::string complaints();

private:
    int real_;
    int file_;
    off_t read_ = 0;
};

} // namespace palpate::guitest
