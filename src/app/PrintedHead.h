// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

namespace palpate::app {

class Clinic;

/// The newest row of the trail and its hash as a printed audit report gave them.
struct PrintedHead {
    std::int64_t row = 0;
    std::string hash; ///< as typed: 64 digits, blanks between them count for nothing
};
struct PrintedHeadAnswer {
    bool holds = false;
    std::string sentence; ///< what that means
};
/// Whether the clinic's trail still holds what was printed: a trail whose newest part was cut off,
/// or that was rewritten whole, is told by nothing else. EditRefused for a row or hash that can't
/// be one; AccessDenied; StorageError.
[[nodiscard]] PrintedHeadAnswer compareWithPrint(Clinic& clinic, const PrintedHead& printed);

} // namespace palpate::app
