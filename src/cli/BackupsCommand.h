// SPDX-License-Identifier: MIT
#pragma once

#include "cli/Command.h"

#include <string>

namespace palpate::cli {

/// backups: what copies are in a folder.
class BackupsCommand final : public Command {
public:
    CLI::App* addTo(CLI::App& program) override;
    [[nodiscard]] int run(Streams& streams) override;

private:
    std::string folder_;
    bool isToReadWhole_ = false;
    bool json_ = false;
};

} // namespace palpate::cli
