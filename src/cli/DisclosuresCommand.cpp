// SPDX-License-Identifier: MIT
#include "cli/DisclosuresCommand.h"

#include "app/Documents.h"
#include "cli/Listing.h"
#include "cli/Values.h"

#include <CLI/App.hpp>

#include <ostream>

namespace palpate::cli {

CLI::App* DisclosuresCommand::addTo(CLI::App& program) {
    auto* command = program.add_subcommand(
        "disclosures", "List what left the clinic of a patient's record, newest first");
    signIn_.addTo(*command);
    command->add_option("--patient", patient_, "Whose")->required()->type_name("ID");
    command->add_flag("--json", json_, "An array of objects with id");
    command->footer("Every file saved, page printed and picture copied is a row: what, for whom, "
                    "why, when and\nby whom. Rows are written once; verify checks them against the "
                    "audit trail.\n"
                    "\n"
                    "Example:\n"
                    "  palpatectl disclosures Demo.palpate --patient ID --json");
    return command;
}

int DisclosuresCommand::run(Streams& streams) {
    const auto patient = idFrom<PatientId>(patient_, "--patient");
    SignedIn signedIn{signIn_};
    const auto disclosures = app::disclosuresOf(signedIn.clinic(), patient);
    if (json_) {
        auto all = Json::array();
        for (const auto& line : disclosures) {
            const auto& disclosure = line.disclosure;
            all.push_back(
                {{"id", disclosure.id.text()},
                 {"at", isoInstant(disclosure.at)},
                 {"by", line.by},
                 {"what", disclosure.what},
                 {"means", name(disclosure.means)},
                 {"recipient", disclosure.recipient},
                 {"purpose", disclosure.purpose},
                 {"case", disclosure.caseId ? Json(disclosure.caseId->text()) : Json(nullptr)},
                 {"document",
                  disclosure.document ? Json(disclosure.document->text()) : Json(nullptr)},
                 {"digest", line.digest.empty() ? Json(nullptr) : Json(line.digest)}});
        }
        print(streams.out, all);
        return 0;
    }
    Table table{{"when", "what", "how", "for", "why", "by", "id"}};
    for (const auto& line : disclosures) {
        table.add({line.when, shortened(line.disclosure.what, 50), line.means,
                   shortened(line.disclosure.recipient, 30), shortened(line.disclosure.purpose, 30),
                   line.by, line.disclosure.id.text()});
    }
    table.print(streams.out);
    return 0;
}

} // namespace palpate::cli
