// SPDX-License-Identifier: MIT
#pragma once

#include "cli/Command.h"
#include "cli/SignIn.h"

#include <string>

namespace palpate::cli {

/// map: the body map of a session as SVG or PDF.
class MapCommand final : public Command {
public:
    CLI::App* addTo(CLI::App& program) override;
    [[nodiscard]] int run(Streams& streams) override;

private:
    SignInOptions signIn_;
    std::string session_;
    std::string patient_;
    std::string view_;
    int layer_ = 1;
    std::string difference_;
    std::string out_;
};

} // namespace palpate::cli
