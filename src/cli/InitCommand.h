// SPDX-License-Identifier: MIT
#pragma once

#include "cli/Command.h"

#include <string>

namespace palpate::cli {

/// init: a new clinic with its owner; prints the recovery key once.
class InitCommand final : public Command {
public:
    CLI::App* addTo(CLI::App& program) override;
    [[nodiscard]] int run(Streams& streams) override;

private:
    std::string clinic_;
    std::string name_;
    std::string owner_;
    std::string displayName_;
    std::string profession_ = "other";
    std::string timeZone_;
    std::string passwordFile_;
    std::string sheet_;
    bool fastKeys_ = false;
};

} // namespace palpate::cli
