// SPDX-License-Identifier: MIT
#pragma once

#include "cli/Interrupt.h"

#include <functional>
#include <iosfwd>
#include <string>

namespace palpate::cli {

/// What a long work is asked by: tells its share on one line where somebody watches, and gives up
/// after Ctrl+C. The line is ended with it.
class LongWork {
public:
    LongWork(std::ostream& notes, std::string what);
    LongWork(const LongWork&) = delete;
    LongWork& operator=(const LongWork&) = delete;
    ~LongWork();

    /// It must not outlive this.
    [[nodiscard]] std::function<bool(double share)> asking();

private:
    std::ostream& notes_;
    std::string what_;
    bool isWatched_;
    int percent_ = -1;
    Interrupt interrupt_;
};

} // namespace palpate::cli
