// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>

namespace palpate::cli {

/// palpatectl: parses, runs one command, says in one line what went wrong. Returns the exit status:
/// 0 done, 1 failed, 2 wrong usage, 3 not signed in or not allowed.
[[nodiscard]] int run(int argc, const char* const* argv, std::ostream& out, std::ostream& errors);

} // namespace palpate::cli
