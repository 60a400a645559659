// SPDX-License-Identifier: MIT
#pragma once

#include "cli/Command.h"
#include "cli/SignIn.h"

#include <string>

namespace palpate::cli {

/// destroy: the end of a record, after its complete export, with a certificate.
class DestroyCommand final : public Command {
public:
    CLI::App* addTo(CLI::App& program) override;
    [[nodiscard]] int run(Streams& streams) override;

private:
    SignInOptions signIn_;
    std::string patient_;
    std::string reason_;
    std::string export_;
    std::string certificate_;
    std::string name_;
};

} // namespace palpate::cli
