// SPDX-License-Identifier: MIT
#pragma once

#include "cli/Command.h"
#include "cli/SignIn.h"

#include <string>

namespace palpate {
struct SessionFilter;
}
namespace palpate::app {
class Clinic;
}

namespace palpate::cli {

/// search: sessions, or the patients who have them, by anything in them.
class SearchCommand final : public Command {
public:
    CLI::App* addTo(CLI::App& program) override;
    [[nodiscard]] int run(Streams& streams) override;

private:
    void checkOptions() const;
    void printSessions(Streams& streams, app::Clinic& clinic, const SessionFilter& filter) const;
    void printPatients(Streams& streams, app::Clinic& clinic, const SessionFilter& filter) const;
    void printCount(Streams& streams, app::Clinic& clinic, const SessionFilter& filter) const;
    [[nodiscard]] int exportCsv(Streams& streams, app::Clinic& clinic,
                                const SessionFilter& filter) const;

    SignInOptions signIn_;
    std::string query_;
    bool hasQuery_ = false;
    std::string saved_;
    std::string muscle_;
    std::string technique_;
    std::string from_;
    std::string to_;
    std::string csv_;
    std::string recipient_;
    std::string purpose_;
    int limit_ = 50;
    bool patients_ = false;
    bool count_ = false;
    bool json_ = false;
};

} // namespace palpate::cli
