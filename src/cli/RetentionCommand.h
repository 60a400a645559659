// SPDX-License-Identifier: MIT
#pragma once

#include "cli/Command.h"
#include "cli/SignIn.h"

#include <string>

namespace palpate::cli {

/// retention list, country, due and destroyed: how long records are kept, and which ended.
class RetentionCommand final : public Command {
public:
    CLI::App* addTo(CLI::App& program) override;
    [[nodiscard]] int run(Streams& streams) override;

private:
    CLI::App* part(CLI::App& command, const char* name, const char* about);
    void list(Streams& streams, app::Clinic& clinic) const;
    void choose(Streams& streams, app::Clinic& clinic) const;
    void due(Streams& streams, app::Clinic& clinic) const;
    void destroyed(Streams& streams, app::Clinic& clinic) const;

    SignInOptions signIn_;
    CLI::App* list_ = nullptr; ///< owned by the program
    CLI::App* country_ = nullptr;
    CLI::App* due_ = nullptr;
    std::string chosen_;
    bool json_ = false;
};

} // namespace palpate::cli
