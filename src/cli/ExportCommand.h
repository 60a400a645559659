// SPDX-License-Identifier: MIT
#pragma once

#include "cli/Command.h"
#include "cli/SignIn.h"

#include <string>

namespace palpate::cli {

/// export: the whole record of a patient as a folder, to read and for another program.
class ExportCommand final : public Command {
public:
    CLI::App* addTo(CLI::App& program) override;
    [[nodiscard]] int run(Streams& streams) override;

private:
    SignInOptions signIn_;
    std::string patient_;
    std::string format_ = "json";
    std::string out_;
    std::string recipient_;
    std::string purpose_;
};

} // namespace palpate::cli
