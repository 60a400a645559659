// SPDX-License-Identifier: MIT
#include "cli/BackupCommand.h"

#include "app/ClinicCopies.h"
#include "cli/LongWork.h"

#include <CLI/App.hpp>

#include <ostream>

namespace palpate::cli {

CLI::App* BackupCommand::addTo(CLI::App& program) {
    auto* command =
        program.add_subcommand("backup", "Copy a clinic, encrypted and verified, into a folder");
    signIn_.addTo(*command);
    command->add_option("--to", folder_, "The folder for the backup, on another disk")
        ->required()
        ->type_name("FOLDER");
    command->add_flag("--rehearse", isToRehearse_,
                      "Then restore the backup on trial, check it whole and remove the trial");
    command->footer(
        "Others may go on charting meanwhile. The copy is encrypted as the clinic is, opens with\n"
        "the passwords of this moment, and has its name only once it was read again and found\n"
        "whole. Of this clinic's older backups in the folder the newest of each of 7 days, 4\n"
        "weeks and 12 months stay; nothing else in it is touched.\n"
        "Exit status 1 when no backup was made, the rehearsal finds anything amiss, or the\n"
        "clinic's audit trail lacks what its last backup vouches for.\n"
        "\n"
        "Example:\n"
        "  palpatectl backup Demo.palpate --to /media/stick --rehearse");
    return command;
}

int BackupCommand::run(Streams& streams) {
    SignedIn signedIn{signIn_};
    const auto made = [&] {
        LongWork work{streams.notes, "backup"};
        return app::backUp(signedIn.clinic(), folder_, isToRehearse_, work.asking());
    }();
    streams.out << "Made and verified " << made.folder.string() << ": " << made.patients
                << " patients, " << made.sessions << " sessions, " << made.auditRows
                << " rows of the audit trail, " << made.size << " bytes.\n";
    if (made.rotated > 0) {
        streams.out << "Removed " << made.rotated << " older of its backups.\n";
    }
    bool isSound = made.rehearsalHolds;
    for (const auto& check : made.rehearsal) {
        for (const auto& fault : check.faults) {
            streams.out << "  " << fault << '\n';
        }
        isSound = isSound && check.faultCount == 0;
    }
    if (isToRehearse_ && isSound) {
        streams.out << "Rehearsed: restored on trial and checked whole, all is sound.\n";
    }
    if (!isSound) {
        streams.notes
            << "palpatectl: The backup was restored on trial and is not sound; verify the "
               "clinic, and use another disk.\n";
    }
    if (!made.alarm.empty()) {
        streams.notes << "palpatectl: " << made.alarm << '\n';
    }
    return isSound && made.alarm.empty() ? 0 : 1;
}

} // namespace palpate::cli
