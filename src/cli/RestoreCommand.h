// SPDX-License-Identifier: MIT
#pragma once

#include "cli/Command.h"
#include "cli/SignIn.h"

#include <string>

namespace palpate::cli {

/// restore: a clinic of a backup.
class RestoreCommand final : public Command {
public:
    CLI::App* addTo(CLI::App& program) override;
    [[nodiscard]] int run(Streams& streams) override;

private:
    SignInOptions signIn_; ///< its clinic is the backup
    std::string to_;
    bool isToPutAside_ = false;
    bool evenIfUnsound_ = false;
};

} // namespace palpate::cli
