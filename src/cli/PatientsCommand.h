// SPDX-License-Identifier: MIT
#pragma once

#include "cli/Command.h"
#include "cli/SignIn.h"

#include <string>

namespace palpate::cli {

/// patients: the clinic's patients, best match or most recently seen first.
class PatientsCommand final : public Command {
public:
    CLI::App* addTo(CLI::App& program) override;
    [[nodiscard]] int run(Streams& streams) override;

private:
    SignInOptions signIn_;
    std::string search_;
    int limit_ = 0; ///< 0: all
    bool json_ = false;
};

} // namespace palpate::cli
