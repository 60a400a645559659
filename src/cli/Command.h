// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>

namespace CLI {
class App;
}

namespace palpate::cli {

/// Where a command writes: results to `out`, progress and remarks to `notes`.
struct Streams {
    std::ostream& out;
    std::ostream& notes;
};

/// One command of palpatectl. Its members are its options.
class Command {
public:
    Command() = default;
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;
    virtual ~Command() = default;

    /// Adds the subcommand with its options and help; the command must outlive `program`.
    /// Returns what was added.
    virtual CLI::App* addTo(CLI::App& program) = 0;
    /// Does it. Returns the exit status: 0, or 1 for a check that failed. Throws WrongUsage,
    /// AccessDenied or another Error.
    [[nodiscard]] virtual int run(Streams& streams) = 0;
};

} // namespace palpate::cli
