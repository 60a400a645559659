// SPDX-License-Identifier: MIT
#pragma once

#include "cli/Command.h"
#include "cli/SignIn.h"

#include <string>

namespace palpate::cli {

/// template check, list and fields: what a report's layout may be, and whether a file is one.
class TemplateCommand final : public Command {
public:
    CLI::App* addTo(CLI::App& program) override;
    [[nodiscard]] int run(Streams& streams) override;

private:
    [[nodiscard]] int check(Streams& streams) const;
    void list(Streams& streams) const;
    void fields(Streams& streams) const;

    SignInOptions signIn_;
    CLI::App* check_ = nullptr; ///< owned by the program
    CLI::App* list_ = nullptr;
    std::string file_;
    std::string about_ = "case";
    bool json_ = false;
};

} // namespace palpate::cli
