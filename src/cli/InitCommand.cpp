// SPDX-License-Identifier: MIT
#include "cli/InitCommand.h"

#include "app/Clinic.h"
#include "app/DataPaths.h"
#include "app/People.h"
#include "app/RecoverySheet.h"
#include "app/TimeText.h"
#include "cli/SignIn.h"
#include "cli/WrongUsage.h"
#include "domain/Practitioner.h"
#include "domain/Wipe.h"

#include <CLI/App.hpp>

#include <optional>
#include <ostream>

namespace palpate::cli {

CLI::App* InitCommand::addTo(CLI::App& program) {
    auto* command = program.add_subcommand("init", "Make a clinic and its owner");
    command->add_option("CLINIC", clinic_, "The folder to make; by custom NAME.palpate")
        ->required();
    command->add_option("--name", name_, "The clinic's name, as printed")
        ->required()
        ->type_name("TEXT");
    command->add_option("--owner", owner_, "User name of the owner, typed at sign-in")
        ->required()
        ->type_name("USER");
    command->add_option("--display-name", displayName_, "The owner's name, as printed")
        ->type_name("TEXT");
    command
        ->add_option("--profession", profession_,
                     "physiotherapist, chiropractor, massage_therapist or other")
        ->type_name("WORD");
    command->add_option("--time-zone", timeZone_, "Such as Europe/London; else this computer's")
        ->type_name("ZONE");
    command
        ->add_option("--password-file", passwordFile_,
                     "File whose first line is the password; else PALPATE_PASSWORD, else a prompt")
        ->type_name("FILE");
    command
        ->add_option("--sheet", sheet_,
                     "Also write the recovery key as a sheet to print and lock away")
        ->type_name("FILE.pdf");
    // Hidden: makes guessing the password easy. For throw-away clinics and tests only.
    command->add_flag("--fast-keys", fastKeys_)->group("");
    command->footer(
        "The recovery key is printed once and kept nowhere: write it down. It opens the\n"
        "clinic when every password is lost.\n"
        "\n"
        "Example:\n"
        "  palpatectl init ~/Riverside.palpate --name \"Riverside Clinic\" --owner okafor");
    return command;
}

int InitCommand::run(Streams& streams) {
    const auto profession = parseProfession(profession_);
    if (!profession) {
        throw WrongUsage{{tr("\"{1}\" is no profession; choose physiotherapist, chiropractor, "
                             "massage_therapist or other."),
                          {profession_}}};
    }
    const auto zone = timeZone_.empty() ? app::systemTimeZone() : timeZone_;
    if (!app::isTimeZone(zone)) {
        throw WrongUsage{{tr("\"{1}\" is no time zone; they look like Europe/London."), {zone}}};
    }
    if (name_.empty() || owner_.empty()) {
        throw WrongUsage{{tr("The clinic's name and its owner must not be empty."), {}}};
    }
    const SystemClock clock;
    IdMaker ids{clock};
    const ClinicProfile profile{.name = name_, .address = {}, .phone = {}, .timeZone = zone};
    const Practitioner owner{.id = PractitionerId::create(ids),
                             .userName = owner_,
                             .displayName = displayName_.empty() ? owner_ : displayName_,
                             .profession = *profession,
                             .role = Role::Owner,
                             .registration = {}};
    // Before the clinic is made: what is missing must not show when the key is already gone.
    const auto paths =
        sheet_.empty() ? std::optional<app::DataPaths>{} : app::find(app::runningProgram());
    const WipedText password{newPassword(passwordFile_)};
    // A throw-away clinic keeps nothing that a good password would protect.
    if (const auto verdict =
            app::judgePassword(password.text(), {owner_, owner.displayName, name_});
        !verdict.isEnough && !fastKeys_) {
        throw WrongUsage{{tr("Password: {1}"), {verdict.sentence}}};
    }
    const auto key = app::createClinic(clinic_, profile, owner, password.text(), clock, ids,
                                       fastKeys_ ? app::KeyStrength::FastForThrowAway
                                                 : app::KeyStrength::Standard);
    streams.out << "Made the clinic " << name_ << " at " << clinic_ << ".\n\n"
                << "Recovery key, shown only now; write it down and keep it apart:\n\n  " << key
                << '\n';
    if (paths) {
        app::writeRecoverySheet(*paths,
                                {.clinicName = name_,
                                 .owner = owner.displayName,
                                 .key = key,
                                 .day = app::localDay(clock.now(), zone)},
                                sheet_);
        streams.out << "\nWrote the sheet " << sheet_ << ": print it, then delete the file.\n";
    }
    return 0;
}

} // namespace palpate::cli
