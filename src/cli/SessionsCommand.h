// SPDX-License-Identifier: MIT
#pragma once

#include "cli/Command.h"
#include "cli/SignIn.h"

#include <string>

namespace palpate::cli {

/// sessions: of one patient or of the clinic, newest first.
class SessionsCommand final : public Command {
public:
    CLI::App* addTo(CLI::App& program) override;
    [[nodiscard]] int run(Streams& streams) override;

private:
    SignInOptions signIn_;
    std::string patient_;
    int limit_ = 0; ///< 0: all
    bool json_ = false;
};

} // namespace palpate::cli
