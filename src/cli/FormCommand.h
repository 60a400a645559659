// SPDX-License-Identifier: MIT
#pragma once

#include "cli/Command.h"

#include <string>
#include <vector>

namespace palpate::cli {

/// form check: whether files are questionnaires that a clinic can use, and what they lose.
class FormCommand final : public Command {
public:
    CLI::App* addTo(CLI::App& program) override;
    [[nodiscard]] int run(Streams& streams) override;

private:
    std::vector<std::string> files_;
    bool json_ = false;
};

} // namespace palpate::cli
