// SPDX-License-Identifier: MIT
#include "cli/DestroyCommand.h"

#include "app/RecordDestruction.h"
#include "cli/Values.h"

#include <CLI/App.hpp>

#include <ostream>

namespace palpate::cli {

CLI::App* DestroyCommand::addTo(CLI::App& program) {
    auto* command = program.add_subcommand(
        "destroy", "End a patient's record for good, after a complete export");
    signIn_.addTo(*command);
    command->add_option("--patient", patient_, "Whose")->required()->type_name("ID");
    command->add_option("--reason", reason_, "Why; it is kept")->required()->type_name("TEXT");
    command->add_option("--export", export_, "The folder to make of the complete record first")
        ->required()
        ->type_name("DIR");
    command->add_option("--certificate", certificate_, "The certificate to write")
        ->required()
        ->type_name("FILE.pdf");
    command
        ->add_option("--yes-destroy", name_,
                     "The patient's full name, to confirm whose record it is")
        ->required()
        ->type_name("NAME");
    command->footer("Owners only. Every row of the record goes, with the words of it in the "
                    "search and the\naudit trail; nothing brings it back but a backup, and the "
                    "certificate names those known.\n"
                    "\n"
                    "Example:\n"
                    "  palpatectl destroy Demo.palpate --patient ID --reason \"kept for 10 "
                    "years\" --export record \\\n"
                    "    --certificate destroyed.pdf --yes-destroy \"Ana Kovács\"");
    return command;
}

int DestroyCommand::run(Streams& streams) {
    const auto patient = idFrom<PatientId>(patient_, "--patient");
    SignedIn signedIn{signIn_};
    const auto destroyed = app::destroyRecord(signedIn.clinic(), {.patient = patient,
                                                                  .reason = reason_,
                                                                  .typedName = name_,
                                                                  .exportFolder = export_,
                                                                  .certificate = certificate_});
    for (const auto& backup : destroyed.destructions.front().backups) {
        streams.notes << backup << '\n';
    }
    streams.out << destroyed.certificate.string() << '\n';
    return 0;
}

} // namespace palpate::cli
