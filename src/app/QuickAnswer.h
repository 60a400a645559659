// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace palpate::app {

/// What became of a line of words.
struct QuickAnswer {
    bool done = false;
    std::string message;              ///< what was done, or what is wrong and an example
    std::vector<std::string> choices; ///< one must be taken; empty: none
    friend bool operator==(const QuickAnswer&, const QuickAnswer&) = default;
};

} // namespace palpate::app
