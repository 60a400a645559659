// SPDX-License-Identifier: MIT
#include "cli/SearchCommand.h"

#include "app/RecordLists.h"
#include "cli/SessionLines.h"
#include "cli/Values.h"

#include <CLI/App.hpp>
#include <CLI/Validators.hpp>

#include <ostream>

namespace palpate::cli {

CLI::App* SearchCommand::addTo(CLI::App& program) {
    auto* command = program.add_subcommand("search", "Find sessions by anything in them");
    signIn_.addTo(*command);
    command
        ->add_option("QUERY", query_,
                     "Beginnings of words of notes, muscles, techniques and names; all must be "
                     "there. \"words in this order\", -without")
        ->required();
    command->add_option("--muscle", muscle_, "With a point or a treatment in this muscle")
        ->type_name("ID");
    command->add_option("--technique", technique_, "In which this was done")->type_name("ID");
    command->add_option("--from", from_, "First day, as 2026-11-23")->type_name("D");
    command->add_option("--to", to_, "Last day, included")->type_name("D");
    command->add_option("--limit", limit_, "At most so many")
        ->check(CLI::PositiveNumber)
        ->capture_default_str()
        ->type_name("N");
    command->add_flag("--json", json_, "An array of objects with id");
    command->footer(
        "Newest first. Ids of muscles are those of the body map, such as quadratus_lumborum;\n"
        "those of techniques look like pressure_release. An empty QUERY finds every session.\n"
        "\n"
        "Examples:\n"
        "  palpatectl search Demo.palpate \"quadratus\" --json\n"
        "  palpatectl search Demo.palpate \"lifting\" --muscle gluteus_medius --from 2026-09-01\n"
        "  palpatectl search Demo.palpate \"\" --technique dry_needling --limit 10");
    return command;
}

int SearchCommand::run(Streams& streams) {
    const app::SessionSearchRequest request{.text = query_,
                                            .muscle = muscle_,
                                            .technique = technique_,
                                            .from = dayFrom(from_, "--from"),
                                            .to = dayFrom(to_, "--to"),
                                            .limit = limit_};
    SignedIn signedIn{signIn_};
    if (const auto wrong = app::problem(request, signedIn.clinic())) {
        throw WrongUsage{*wrong};
    }
    const auto sessions = app::searchSessions(signedIn.clinic(), request);
    if (json_) {
        printJson(streams.out, sessions);
        return 0;
    }
    printTable(streams.out, sessions);
    if (static_cast<int>(sessions.size()) == limit_) {
        streams.notes << "The newest " << limit_ << "; --limit N shows more.\n";
    }
    return 0;
}

} // namespace palpate::cli
