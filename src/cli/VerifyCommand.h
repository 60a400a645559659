// SPDX-License-Identifier: MIT
#pragma once

#include "cli/Command.h"
#include "cli/SignIn.h"

#include <cstdint>
#include <string>

namespace palpate::cli {

/// verify: whether the whole record is sound and unaltered.
class VerifyCommand final : public Command {
public:
    CLI::App* addTo(CLI::App& program) override;
    [[nodiscard]] int run(Streams& streams) override;

private:
    SignInOptions signIn_;
    bool json_ = false;
    std::int64_t row_ = 0;
    std::string hash_;
};

} // namespace palpate::cli
