// SPDX-License-Identifier: MIT
#pragma once

#include "cli/Command.h"

#include <cstdint>
#include <string>

namespace palpate::cli {

/// demo: a clinic of invented people with a believable history.
class DemoCommand final : public Command {
public:
    CLI::App* addTo(CLI::App& program) override;
    [[nodiscard]] int run(Streams& streams) override;

private:
    std::string clinic_;
    int patients_ = 40;
    std::uint64_t seed_ = 1;
    std::string lastDay_;
    std::string user_ = "demo";
    std::string passwordFile_;
    bool fastKeys_ = false;
};

} // namespace palpate::cli
