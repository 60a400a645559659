// SPDX-License-Identifier: MIT
#include "cli/ReportCommand.h"

#include "app/ProgressReport.h"
#include "cli/Values.h"

#include <CLI/App.hpp>

#include <ostream>

namespace palpate::cli {

CLI::App* ReportCommand::addTo(CLI::App& program) {
    auto* command = program.add_subcommand("report", "Write a report of a case as PDF");
    signIn_.addTo(*command);
    command->add_option("--patient", patient_, "Whose case")->type_name("ID");
    command->add_option("--case", case_, "Which case; else the newest")->type_name("ID");
    command->add_option("--template", template_, "Layout, such as progress-report")
        ->required()
        ->type_name("NAME");
    command->add_option("--out", out_, "The PDF to write")->type_name("FILE.pdf");
    command->add_option("--from", from_, "First day of the period, as 2026-11-23")->type_name("D");
    command->add_option("--to", to_, "Last day of the period, included")->type_name("D");
    // Known, so that they are refused in words rather than as a slip of typing.
    command->add_flag("--password-pdf", passwordPdf_)->group("");
    command->add_option("--all", all_)->group("");
    command->add_option("--search", search_)->group("");
    command->footer("Values are those found before treatment. The audit trail keeps that a report "
                    "left the clinic.\n"
                    "\n"
                    "Example:\n"
                    "  palpatectl report Demo.palpate --patient ID --template progress-report "
                    "--out report.pdf");
    return command;
}

int ReportCommand::run(Streams& streams) {
    if (passwordPdf_) {
        throw WrongUsage{{tr("--password-pdf is not available in this version; leave it out and "
                             "protect the file by other means."),
                          {}}};
    }
    if (!all_.empty() || !search_.empty()) {
        throw WrongUsage{{tr("--all with --search is not available in this version; write one "
                             "report at a time with --patient ID."),
                          {}}};
    }
    if (patient_.empty() || out_.empty()) {
        throw WrongUsage{{tr("A report needs --patient ID and --out FILE.pdf."), {}}};
    }
    app::ReportRequest request{.patient = idFrom<PatientId>(patient_, "--patient"),
                               .caseId = {},
                               .templateName = template_,
                               .from = dayFrom(from_, "--from"),
                               .to = dayFrom(to_, "--to")};
    if (!case_.empty()) {
        request.caseId = idFrom<CaseId>(case_, "--case");
    }
    if (request.from && request.to && *request.to < *request.from) {
        throw WrongUsage{{tr("The period ends on {1}, before it begins on {2}."), {to_, from_}}};
    }
    SignedIn signedIn{signIn_};
    for (const auto& warning : app::writeReport(signedIn.clinic(), request, out_)) {
        streams.notes << "palpatectl: " << shown(warning) << '\n';
    }
    return 0;
}

} // namespace palpate::cli
