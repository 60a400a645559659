// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Session.h"

#include <string_view>

namespace palpate::app {

/// How much of a text stands word for word in an earlier one.
struct CopiedShare {
    int words = 0;  ///< of the text
    int copied = 0; ///< of those, in runs of at least five words that the earlier text has too
    /// In whole per cent, rounded; any copied word is at least 1, any own word at most 99.
    [[nodiscard]] int percent() const noexcept;
    friend bool operator==(const CopiedShare&, const CopiedShare&) = default;
};

/// Case, punctuation and white space don't matter.
[[nodiscard]] CopiedShare copiedShare(std::string_view text, std::string_view earlier);

/// Over Subjective, Assessment and Plan, each against all three of the previous session. A
/// paragraph that is marked as copied counts whole, be it two words. One that the program composed
/// has no copied word: it repeats itself, and nobody copied it.
[[nodiscard]] CopiedShare copiedShare(const Session& session, const Session& previous);

} // namespace palpate::app
