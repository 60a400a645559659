// SPDX-License-Identifier: MIT
#include "cli/RestoreCommand.h"

#include "app/ClinicCopies.h"
#include "cli/LongWork.h"
#include "domain/Clock.h"
#include "domain/Error.h"

#include <CLI/App.hpp>

#include <filesystem>
#include <ostream>

namespace palpate::cli {

CLI::App* RestoreCommand::addTo(CLI::App& program) {
    auto* command = program.add_subcommand("restore", "Make a clinic of a backup");
    command->add_option("BACKUP", signIn_.clinic, "A folder NAME.palpate-backup")->required();
    command->add_option("--to", to_, "The clinic's new folder; by custom NAME.palpate")
        ->required()
        ->type_name("CLINIC");
    command
        ->add_option("--user", signIn_.user,
                     "Who signs in; else PALPATE_USER, else who made the clinic")
        ->type_name("NAME");
    command
        ->add_option("--password-file", signIn_.passwordFile,
                     "File whose first line is the password; else PALPATE_PASSWORD, else a prompt")
        ->type_name("FILE");
    signIn_.addCodeTo(*command);
    command->add_flag("--put-aside", isToPutAside_,
                      "A clinic that is there already is kept beside it, under another name");
    command->add_flag("--even-if-unsound", evenIfUnsound_,
                      "Restore it although its check finds faults; when there is no better one");
    command->footer("Passwords are those of the moment of the backup. The copy is checked whole "
                    "before it has\n"
                    "its place; nothing is ever restored over a clinic that is there.\n"
                    "\n"
                    "Example:\n"
                    "  palpatectl restore /media/stick/Demo-20261126T104500Z.palpate-backup --to "
                    "Demo.palpate");
    return command;
}

int RestoreCommand::run(Streams& streams) {
    if (!std::filesystem::is_directory(signIn_.clinic)) {
        throw StorageError{
            {tr("There is no backup at {1}; is its disk connected?"), {signIn_.clinic}}};
    }
    const app::RestoreRequest request{.backup = signIn_.clinic,
                                      .to = to_,
                                      .userName = userOf(signIn_),
                                      .password = password(signIn_.passwordFile),
                                      .putAside = isToPutAside_,
                                      .evenIfUnsound = evenIfUnsound_,
                                      .code = codeOf(signIn_)};
    const auto restored = [&] {
        LongWork work{streams.notes, "restore"};
        return app::restoreClinic(request, shippedKnowledge(), SystemClock{}, work.asking());
    }();
    streams.out << "Restored and checked " << restored.folder.string() << ": " << restored.patients
                << " patients, " << restored.sessions << " sessions, " << restored.auditRows
                << " rows of the audit trail.\n";
    if (restored.aside) {
        streams.out << "The clinic that was there is now " << restored.aside->string() << ".\n";
    }
    for (const auto& check : restored.checks) {
        for (const auto& fault : check.faults) {
            streams.out << "  " << fault << '\n';
        }
    }
    if (!app::isSound(restored.checks)) {
        streams.notes << "palpatectl: The restored record is not sound; what is wrong is above.\n";
        return 1;
    }
    return 0;
}

} // namespace palpate::cli
