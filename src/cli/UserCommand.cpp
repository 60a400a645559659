// SPDX-License-Identifier: MIT
#include "cli/UserCommand.h"

#include "app/DataPaths.h"
#include "app/People.h"
#include "app/RecoverySheet.h"
#include "cli/Listing.h"
#include "cli/WrongUsage.h"
#include "domain/Wipe.h"

#include <CLI/App.hpp>

#include <algorithm>
#include <ostream>

namespace palpate::cli {

namespace {

[[nodiscard]] Role roleFrom(const std::string& word) {
    const auto role = parseRole(word);
    if (!role) {
        throw WrongUsage{
            {tr("--role is owner, practitioner, front_desk or auditor, not \"{1}\"."), {word}}};
    }
    return *role;
}

[[nodiscard]] bool isSameName(std::string_view a, std::string_view b) {
    const auto lower = [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    };
    return std::ranges::equal(a, b, {}, lower, lower);
}

} // namespace

CLI::App* UserCommand::part(CLI::App& command, const char* name, const char* help) {
    auto* added = command.add_subcommand(name, help);
    signIn_.addTo(*added);
    return added;
}

void UserCommand::addPersonTo(CLI::App& command, bool isRequired) {
    command.add_option("--person", person_, "Whose: the user name typed at sign-in")
        ->required(isRequired)
        ->type_name("USER");
}

void UserCommand::addNewPasswordTo(CLI::App& command) {
    command
        .add_option("--new-password-file", newPasswordFile_,
                    "File whose first line is the new password; else PALPATE_NEW_PASSWORD, else a "
                    "prompt")
        ->type_name("FILE");
}

CLI::App* UserCommand::addTo(CLI::App& program) {
    auto* command = program.add_subcommand("user", "List, add and change the people who sign in");
    command->require_subcommand(1);

    list_ = part(*command, "list", "Everybody, and whether they may sign in");
    list_->add_flag("--json", json_, "An array of objects with id");

    add_ = part(*command, "add", "Add a person with a password of their own");
    addPersonTo(*add_);
    add_->add_option("--display-name", displayName_, "Their name, as printed")->type_name("TEXT");
    add_->add_option("--profession", profession_,
                     "physiotherapist, chiropractor, massage_therapist or other")
        ->type_name("WORD");
    add_->add_option("--role", givenRole_, "owner, practitioner, front_desk or auditor")
        ->type_name("WORD");
    add_->add_option("--registration", registration_, "Their number at the professional body")
        ->type_name("TEXT");
    addNewPasswordTo(*add_);

    role_ = part(*command, "role", "What somebody may do");
    addPersonTo(*role_);
    role_->add_option("--role", givenRole_, "owner, practitioner, front_desk or auditor")
        ->required()
        ->type_name("WORD");

    disable_ = part(*command, "disable", "Somebody may not sign in any more");
    addPersonTo(*disable_);
    enable_ = part(*command, "enable", "Let somebody in again, with a new password");
    addPersonTo(*enable_);
    addNewPasswordTo(*enable_);
    reset_ = part(*command, "reset", "A new password for somebody who lost theirs");
    addPersonTo(*reset_);
    addNewPasswordTo(*reset_);

    password_ = part(*command, "password", "Change your own password");
    addNewPasswordTo(*password_);

    secondFactor_ =
        part(*command, "second-factor", "Codes of an authenticator beside the password");
    auto* on = secondFactor_->add_flag("--on", isOn_,
                                       "Yours: shows the secret, then asks for a code of it");
    secondFactor_->add_flag("--off", isOff_, "Yours, or as an owner that of --person")
        ->excludes(on);
    addPersonTo(*secondFactor_, false);

    recoveryKey_ = part(*command, "recovery-key", "A new recovery key; the old one ends");
    recoveryKey_->add_option("--sheet", sheet_, "Also write it as a sheet to print and lock away")
        ->type_name("FILE.pdf");

    command->footer(
        "Owners change others; everybody their own password and second factor. A password has at\n"
        "least 15 characters and is not easy to guess; it is never taken from the command line.\n"
        "\n"
        "Example:\n"
        "  palpatectl user add CLINIC --person lindqvist --display-name \"S. Lindqvist\"");
    return command;
}

int UserCommand::run(Streams& streams) {
    if (list_->parsed()) {
        list(streams);
    } else if (add_->parsed()) {
        add(streams);
    } else if (role_->parsed()) {
        giveRole(streams);
    } else if (password_->parsed()) {
        changePassword(streams);
    } else if (secondFactor_->parsed()) {
        changeSecondFactor(streams);
    } else if (recoveryKey_->parsed()) {
        renewRecoveryKey(streams);
    } else {
        change(streams);
    }
    return 0;
}

app::PersonLine UserCommand::found(const app::People& people) const {
    const auto everybody = people.list();
    const auto line = std::ranges::find_if(everybody, [&](const app::PersonLine& each) {
        return isSameName(each.person.userName, person_);
    });
    if (line == everybody.end()) {
        throw EditRefused{{tr("Nobody in this clinic signs in as {1}; \"palpatectl user list\" "
                              "names everybody."),
                           {person_}}};
    }
    return *line;
}

void UserCommand::list(Streams& streams) {
    SignedIn signedIn{signIn_};
    const auto everybody = app::People{signedIn.clinic()}.list();
    if (json_) {
        Json all = Json::array();
        for (const auto& each : everybody) {
            all.push_back({{"id", each.id.text()},
                           {"user", each.person.userName},
                           {"name", each.person.displayName},
                           {"profession", std::string{name(each.person.profession)}},
                           {"role", std::string{name(each.person.role)}},
                           {"registration", each.person.registration},
                           {"disabled", each.person.isDisabled},
                           {"second_factor", !each.secondFactor.empty()}});
        }
        print(streams.out, all);
        return;
    }
    Table table{{tr("User"), tr("Name"), tr("Role"), tr("State"), tr("Second factor")}};
    for (const auto& each : everybody) {
        table.add({each.person.userName, each.title, std::string{name(each.person.role)},
                   each.state, each.secondFactor.empty() ? "-" : each.secondFactor});
    }
    table.print(streams.out);
}

void UserCommand::add(Streams& streams) {
    const auto profession = parseProfession(profession_);
    if (!profession) {
        throw WrongUsage{{tr("\"{1}\" is no profession; choose physiotherapist, chiropractor, "
                             "massage_therapist or other."),
                          {profession_}}};
    }
    const auto role = roleFrom(givenRole_);
    SignedIn signedIn{signIn_};
    const Practitioner person{.id = PractitionerId::create(signedIn.clinic().ids()),
                              .userName = person_,
                              .displayName = displayName_.empty() ? person_ : displayName_,
                              .profession = *profession,
                              .role = role,
                              .registration = registration_};
    const WipedText password{nextPassword(newPasswordFile_)};
    app::People{signedIn.clinic()}.add(person, password.text());
    streams.out << "Added " << person.displayName << ", who signs in as " << person_ << ".\n";
}

void UserCommand::giveRole(Streams& streams) {
    const auto role = roleFrom(givenRole_);
    SignedIn signedIn{signIn_};
    app::People people{signedIn.clinic()};
    auto person = found(people).person;
    person.role = role;
    people.update(person);
    streams.out << person.displayName << " is " << name(role) << " now.\n";
}

/// disable, enable and reset.
void UserCommand::change(Streams& streams) {
    SignedIn signedIn{signIn_};
    app::People people{signedIn.clinic()};
    const auto line = found(people);
    if (disable_->parsed()) {
        people.disable(line.id);
        streams.out << line.title << " may not sign in any more. Old copies of the clinic still "
                    << "open with their password.\n";
        return;
    }
    const WipedText password{nextPassword(newPasswordFile_)};
    if (enable_->parsed()) {
        people.enable(line.id, password.text());
    } else {
        people.reset(line.id, password.text());
    }
    streams.out << line.title << " signs in with the new password and has a new signing key.\n";
}

void UserCommand::changePassword(Streams& streams) {
    const WipedText old{password(signIn_.passwordFile)};
    SignedIn signedIn{signIn_, old.text()};
    const WipedText chosen{nextPassword(newPasswordFile_)};
    app::People{signedIn.clinic()}.changePassword(old.text(), chosen.text());
    streams.out << "Your password is changed. Old copies of the clinic still open with the old "
                   "one.\n";
}

void UserCommand::changeSecondFactor(Streams& streams) {
    if (isOn_ == isOff_ || (isOn_ && !person_.empty())) {
        throw WrongUsage{
            {tr("Say --on for yourself, or --off, by itself or with --person USER."), {}}};
    }
    SignedIn signedIn{signIn_};
    app::People people{signedIn.clinic()};
    if (isOff_) {
        people.turnOffSecondFactor(person_.empty() ? signedIn.clinic().practitioner().id
                                                   : found(people).id);
        streams.out << "The second factor is off.\n";
        return;
    }
    app::SecondFactorSetup setup{signedIn.clinic()};
    streams.out << "Type this secret into an authenticator (time-based, 6 digits):\n\n  "
                << setup.secret() << "\n\nRecovery codes, shown only now; each serves once instead "
                << "of a code:\n\n";
    for (const auto& code : setup.recoveryCodes()) {
        streams.out << "  " << code << '\n';
    }
    streams.out << "\nThen type the code that it shows.\n" << std::flush;
    setup.turnOn(typedCode());
    streams.out << "The second factor is on.\n";
}

void UserCommand::renewRecoveryKey(Streams& streams) {
    SignedIn signedIn{signIn_};
    auto& clinic = signedIn.clinic();
    const WipedText key{app::People{clinic}.renewRecoveryKey()};
    streams.out << "Recovery key, shown only now; write it down and keep it apart. The one before "
                   "opens the clinic no more.\n\n  "
                << key.text() << '\n';
    if (!sheet_.empty()) {
        app::writeRecoverySheet(clinic.knowledge().paths(),
                                {.clinicName = clinic.profile().name,
                                 .owner = clinic.practitioner().displayName,
                                 .key = key.text(),
                                 .day = clinic.today()},
                                sheet_);
        streams.out << "\nWrote the sheet " << sheet_ << ": print it, then delete the file.\n";
    }
}

} // namespace palpate::cli
