// SPDX-License-Identifier: MIT
#include "cli/DocumentsCommand.h"

#include "app/Documents.h"
#include "cli/Listing.h"
#include "cli/Values.h"

#include <CLI/App.hpp>

#include <ostream>

namespace palpate::cli {

CLI::App* DocumentsCommand::addTo(CLI::App& program) {
    auto* command = program.add_subcommand(
        "documents", "List the files kept with a patient's record, save or attach one");
    signIn_.addTo(*command);
    command->add_option("--patient", patient_, "Whose")->required()->type_name("ID");
    command->add_flag("--json", json_, "An array of objects with id");
    auto* save = command->add_option("--save", save_, "Save this document outside the clinic")
                     ->type_name("ID");
    auto* out = command->add_option("--out", out_, "The file to write")->type_name("FILE");
    save->needs(out);
    out->needs(save);
    command->add_option("--recipient,--for", recipient_, "For whom it leaves")
        ->type_name("TEXT")
        ->needs(save);
    command->add_option("--purpose", purpose_, "Why it leaves")->type_name("TEXT")->needs(save);
    pdfPassword_.addTo(*command);
    auto* attach =
        command->add_option("--attach", attach_, "Keep this PDF, PNG or JPEG with the record")
            ->type_name("FILE")
            ->excludes(save);
    command->add_option("--title", title_, "What it is; else the file's name")
        ->type_name("TEXT")
        ->needs(attach);
    command->add_option("--case", case_, "The case that it belongs to")
        ->type_name("ID")
        ->needs(attach);
    command->footer("A document is kept as it is and never changes. What is saved outside is among "
                    "the\npatient's disclosures from then on.\n"
                    "\n"
                    "Examples:\n"
                    "  palpatectl documents Demo.palpate --patient ID\n"
                    "  palpatectl documents Demo.palpate --patient ID --save ID --out copy.pdf "
                    "--for \"Dr Patel\"\n"
                    "  palpatectl documents Demo.palpate --patient ID --attach mri.pdf --title "
                    "\"MRI, lumbar spine\"");
    return command;
}

void DocumentsCommand::requireMeant() const {
    if (pdfPassword_.wanted && save_.empty()) {
        throw WrongUsage{{tr("--password-pdf goes with --save."), {}}};
    }
}

int DocumentsCommand::run(Streams& streams) {
    requireMeant();
    const auto patient = idFrom<PatientId>(patient_, "--patient");
    const auto saved =
        save_.empty() ? std::nullopt : std::optional{idFrom<DocumentId>(save_, "--save")};
    const auto ofCase =
        case_.empty() ? std::nullopt : std::optional{idFrom<CaseId>(case_, "--case")};
    const auto pdfPassword = pdfPassword_.password();
    SignedIn signedIn{signIn_};
    auto& clinic = signedIn.clinic();
    if (saved) {
        app::saveDocument(clinic, app::documentOf(clinic, patient, *saved), out_,
                          {.recipient = recipient_, .purpose = purpose_, .password = pdfPassword});
    } else if (!attach_.empty()) {
        const auto id = app::attachFile(clinic, patient, ofCase, attach_, title_);
        streams.out << id.text() << '\n';
    } else {
        list(streams, clinic);
    }
    return 0;
}

void DocumentsCommand::list(Streams& streams, app::Clinic& clinic) const {
    const auto documents = app::documentsOf(clinic, idFrom<PatientId>(patient_, "--patient"));
    if (json_) {
        auto all = Json::array();
        for (const auto& line : documents) {
            const auto& document = line.document;
            all.push_back(
                {{"id", document.id.text()},
                 {"at", isoInstant(document.at)},
                 {"by", line.by},
                 {"title", document.title},
                 {"origin", name(document.origin)},
                 {"template", document.templateName},
                 {"file_name", document.fileName},
                 {"media_type", document.mediaType},
                 {"size", document.size},
                 {"digest", line.digest},
                 {"case", document.caseId ? Json(document.caseId->text()) : Json(nullptr)}});
        }
        print(streams.out, all);
        return;
    }
    Table table{{"when", "title", "kind", "size", "by", "id"}};
    for (const auto& line : documents) {
        table.add({line.when, shortened(line.document.title, 60), line.document.mediaType,
                   line.size, line.by, line.document.id.text()});
    }
    table.print(streams.out);
}

} // namespace palpate::cli
