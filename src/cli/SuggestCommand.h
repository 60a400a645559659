// SPDX-License-Identifier: MIT
#pragma once

#include "app/Suggestions.h"
#include "cli/Command.h"

#include <string>

namespace palpate::cli {

/// suggest: the muscles whose usual referral covers painted regions, ranked as in the window.
class SuggestCommand final : public Command {
public:
    CLI::App* addTo(CLI::App& program) override;
    [[nodiscard]] int run(Streams& streams) override;

private:
    std::string regions_;
    int limit_ = app::kUsualRanks;
    bool json_ = false;
};

} // namespace palpate::cli
