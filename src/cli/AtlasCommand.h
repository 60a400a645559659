// SPDX-License-Identifier: MIT
#pragma once

#include "cli/Command.h"

#include <string>

namespace palpate::cli {

/// atlas check: whether a file is a sound body map.
class AtlasCommand final : public Command {
public:
    CLI::App* addTo(CLI::App& program) override;
    [[nodiscard]] int run(Streams& streams) override;

private:
    std::string file_;
};

} // namespace palpate::cli
