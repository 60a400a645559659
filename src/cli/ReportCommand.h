// SPDX-License-Identifier: MIT
#pragma once

#include "cli/Command.h"
#include "cli/SignIn.h"

#include <string>

namespace palpate::cli {

/// report: a case as a PDF, laid out by a template.
class ReportCommand final : public Command {
public:
    CLI::App* addTo(CLI::App& program) override;
    [[nodiscard]] int run(Streams& streams) override;

private:
    SignInOptions signIn_;
    std::string patient_;
    std::string case_;
    std::string template_;
    std::string out_;
    std::string from_;
    std::string to_;
    bool passwordPdf_ = false;
    std::string all_;
    std::string search_;
};

} // namespace palpate::cli
