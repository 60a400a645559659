// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Error.h"

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace palpate::fuzz {

/// Ends the program, which the fuzzer reports with its input, unless the refusal is one sentence
/// that fits on a screen.
inline void mustBeSentence(std::string_view text) {
    constexpr std::size_t kLongest = 1000;
    const bool isOne = !text.empty() && text.size() <= kLongest && text.back() == '.' &&
                       text.find_first_of("\n\r") == std::string_view::npos;
    if (!isOne) {
        std::fprintf(stderr, "This is no sentence for a person: %.*s\n",
                     static_cast<int>(text.size()), text.data());
        std::abort();
    }
}

} // namespace palpate::fuzz
