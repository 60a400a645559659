// SPDX-License-Identifier: MIT
#include "cli/SessionsCommand.h"

#include "app/RecordLists.h"
#include "cli/SessionLines.h"
#include "cli/Values.h"

#include <CLI/App.hpp>
#include <CLI/Validators.hpp>

#include <limits>

namespace palpate::cli {

CLI::App* SessionsCommand::addTo(CLI::App& program) {
    auto* command = program.add_subcommand("sessions", "List sessions, newest first");
    signIn_.addTo(*command);
    command->add_option("--patient", patient_, "Of this patient only")->type_name("ID");
    command->add_option("--limit", limit_, "At most so many; else all")
        ->check(CLI::PositiveNumber)
        ->type_name("N");
    command->add_flag("--json", json_, "An array of objects with id");
    command->footer("Listing the sessions of a patient counts as opening the record, which the\n"
                    "audit trail keeps.\n"
                    "\n"
                    "Example:\n"
                    "  palpatectl sessions Demo.palpate --patient ID --json");
    return command;
}

int SessionsCommand::run(Streams& streams) {
    const auto patient =
        patient_.empty() ? std::nullopt : std::optional{idFrom<PatientId>(patient_, "--patient")};
    SignedIn signedIn{signIn_};
    const int limit = limit_ > 0 ? limit_ : std::numeric_limits<int>::max();
    const auto sessions = app::listSessions(signedIn.clinic(), patient, limit);
    json_ ? printJson(streams.out, sessions) : printTable(streams.out, sessions);
    return 0;
}

} // namespace palpate::cli
