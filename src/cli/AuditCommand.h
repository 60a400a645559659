// SPDX-License-Identifier: MIT
#pragma once

#include "app/AuditReport.h"
#include "cli/Command.h"
#include "cli/SignIn.h"

#include <string>

namespace palpate::cli {

/// audit: who did or saw what in the clinic, as a list or a file.
class AuditCommand final : public Command {
public:
    CLI::App* addTo(CLI::App& program) override;
    [[nodiscard]] int run(Streams& streams) override;

private:
    [[nodiscard]] app::AuditWish wish(app::Clinic& clinic) const;
    void printRows(Streams& streams, const app::AuditPage& page) const;
    [[nodiscard]] int exportCsv(Streams& streams, app::Clinic& clinic,
                                const app::AuditWish& wish) const;

    SignInOptions signIn_;
    std::string patient_;
    std::string person_;
    std::string kind_;
    std::string from_;
    std::string to_;
    int limit_ = 100;
    bool json_ = false;
    std::string csv_;
};

} // namespace palpate::cli
