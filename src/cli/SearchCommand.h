// SPDX-License-Identifier: MIT
#pragma once

#include "cli/Command.h"
#include "cli/SignIn.h"

#include <string>

namespace palpate::cli {

/// search: sessions by any word in them, by muscle, technique and day.
class SearchCommand final : public Command {
public:
    CLI::App* addTo(CLI::App& program) override;
    [[nodiscard]] int run(Streams& streams) override;

private:
    SignInOptions signIn_;
    std::string query_;
    std::string muscle_;
    std::string technique_;
    std::string from_;
    std::string to_;
    int limit_ = 50;
    bool json_ = false;
};

} // namespace palpate::cli
