// SPDX-License-Identifier: MIT
#pragma once

#include "cli/Command.h"
#include "cli/SignIn.h"

#include <string>

namespace palpate::app {
class People;
struct PersonLine;
} // namespace palpate::app

namespace palpate::cli {

/// user: who signs in; adds and changes people, and one's own password and second factor.
class UserCommand final : public Command {
public:
    CLI::App* addTo(CLI::App& program) override;
    [[nodiscard]] int run(Streams& streams) override;

private:
    CLI::App* part(CLI::App& command, const char* name, const char* help);
    void addPersonTo(CLI::App& command, bool isRequired = true);
    void addNewPasswordTo(CLI::App& command);

    void list(Streams& streams);
    void add(Streams& streams);
    void change(Streams& streams);
    void giveRole(Streams& streams);
    void changePassword(Streams& streams);
    void changeSecondFactor(Streams& streams);
    void renewRecoveryKey(Streams& streams);
    [[nodiscard]] app::PersonLine found(const app::People& people) const;

    CLI::App* list_ = nullptr;
    CLI::App* add_ = nullptr;
    CLI::App* role_ = nullptr;
    CLI::App* disable_ = nullptr;
    CLI::App* enable_ = nullptr;
    CLI::App* reset_ = nullptr;
    CLI::App* password_ = nullptr;
    CLI::App* secondFactor_ = nullptr;
    CLI::App* recoveryKey_ = nullptr;
    SignInOptions signIn_;
    std::string person_;
    std::string displayName_;
    std::string profession_ = "other";
    std::string givenRole_ = "practitioner";
    std::string registration_;
    std::string newPasswordFile_;
    std::string sheet_;
    bool json_ = false;
    bool isOn_ = false;
    bool isOff_ = false;
};

} // namespace palpate::cli
