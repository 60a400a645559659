// SPDX-License-Identifier: MIT
#pragma once

#include "cli/Command.h"
#include "cli/SignIn.h"

#include <string>
#include <vector>

namespace palpate::cli {

/// form check: whether files are questionnaires that a clinic can use, and what they lose.
/// form list: those there are, or a patient's. form print: one as PDF, empty or filled in.
class FormCommand final : public Command {
public:
    CLI::App* addTo(CLI::App& program) override;
    [[nodiscard]] int run(Streams& streams) override;

private:
    void addCheck(CLI::App& command);
    void addList(CLI::App& command);
    void addPrint(CLI::App& command);
    /// --clinic, --user, --password-file and --patient of `list` and `print`.
    void addClinic(CLI::App& command);

    [[nodiscard]] int check(Streams& streams) const;
    void list(Streams& streams) const;
    void listOfPatient(Streams& streams) const;
    void printForm(Streams& streams) const;

    CLI::App* check_ = nullptr;
    CLI::App* list_ = nullptr;
    std::vector<std::string> files_;
    bool json_ = false;
    SignInOptions signIn_; ///< without a clinic: the shipped forms alone
    std::string patient_;
    std::string form_;
    std::string named_; ///< a file or the url of a form
    std::string language_;
    std::string out_;
    std::string recipient_;
    std::string purpose_;
};

} // namespace palpate::cli
