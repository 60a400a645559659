// SPDX-License-Identifier: MIT
#include "cli/ExportCommand.h"

#include "app/CompleteExport.h"
#include "cli/Values.h"

#include <CLI/App.hpp>

#include <ostream>

namespace palpate::cli {

CLI::App* ExportCommand::addTo(CLI::App& program) {
    auto* command =
        program.add_subcommand("export", "Write a patient's whole record into a folder");
    signIn_.addTo(*command);
    command->add_option("--patient", patient_, "Whose")->required()->type_name("ID");
    command->add_option("--format", format_, "json: the rows, with a PDF to read; the default")
        ->type_name("WHAT")
        ->check(CLI::IsMember({"json"}));
    command->add_option("--out", out_, "The folder to make")->required()->type_name("DIR");
    command->add_option("--recipient,--for", recipient_, "For whom it leaves")->type_name("TEXT");
    command->add_option("--purpose", purpose_, "Why it leaves")->type_name("TEXT");
    command->footer("In the folder: record.pdf, rows.json with every row, the documents as files, "
                    "README.txt.\nNothing in it is encrypted. It is among the patient's "
                    "disclosures from then on.\n"
                    "\n"
                    "Example:\n"
                    "  palpatectl export Demo.palpate --patient ID --out record --for \"the "
                    "patient\"");
    return command;
}

int ExportCommand::run(Streams& streams) {
    const auto patient = idFrom<PatientId>(patient_, "--patient");
    SignedIn signedIn{signIn_};
    const auto made = app::exportRecord(signedIn.clinic(), patient, out_,
                                        {.recipient = recipient_, .purpose = purpose_});
    for (const auto& warning : made.warnings) {
        streams.notes << shown(warning) << '\n';
    }
    streams.out << made.folder.string() << '\n';
    return 0;
}

} // namespace palpate::cli
