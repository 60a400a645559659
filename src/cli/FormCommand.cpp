// SPDX-License-Identifier: MIT
#include "cli/FormCommand.h"

#include "app/FormLanguages.h"
#include "app/FormLibrary.h"
#include "app/FormPresenter.h"
#include "app/ReportForms.h"
#include "app/Reports.h"
#include "cli/Listing.h"
#include "cli/Values.h"

#include <CLI/App.hpp>

#include <algorithm>
#include <filesystem>
#include <ostream>

namespace palpate::cli {

CLI::App* FormCommand::addTo(CLI::App& program) {
    auto* command =
        program.add_subcommand("form", "Judge, list and print forms (FHIR Questionnaires)");
    command->require_subcommand(1);
    addCheck(*command);
    addList(*command);
    addPrint(*command);
    return command;
}

void FormCommand::addCheck(CLI::App& command) {
    check_ = command.add_subcommand("check", "Whether files are forms that can be used");
    check_->add_option("FILE.json", files_, "The forms to judge")->required();
    check_->add_flag("--json", json_, "An array of faults on stdout");
    check_->footer(
        "Each fault is one line on stderr, FILE: error or note, the item's linkId, what is wrong.\n"
        "An error would lose or distort an answer, or names what the clinical tables don't have; "
        "a\n"
        "note only looks different, or is not calculated here. Exit status 0 when there is no\n"
        "error, else 1.\n"
        "\n"
        "Example:\n"
        "  palpatectl form check intake.json");
}

void FormCommand::addClinic(CLI::App& command) {
    command.add_option("--clinic", signIn_.clinic, "The clinic's folder")->type_name("CLINIC");
    command
        .add_option("--user", signIn_.user, "Who signs in; else PALPATE_USER, else the one user")
        ->type_name("NAME");
    command
        .add_option("--password-file", signIn_.passwordFile,
                    "Holds the password; else PALPATE_PASSWORD, else it is asked for")
        ->type_name("FILE");
    signIn_.addCodeTo(command);
    command.add_option("--patient", patient_, "Of whom")->type_name("ID");
}

void FormCommand::addList(CLI::App& command) {
    list_ = command.add_subcommand("list", "The forms there are, or those of a patient");
    addClinic(*list_);
    list_->add_flag("--json", json_, "An array of objects with id");
    list_->footer(
        "Without a clinic the shipped forms; with one also the clinic's own, which stand in its\n"
        "folder \"forms\"; what of them can't be used is said on stderr. With --patient the forms\n"
        "that were begun or filled in, with the id that form print takes.\n"
        "\n"
        "Examples:\n"
        "  palpatectl form list\n"
        "  palpatectl form list --clinic Demo.palpate --patient ID");
}

void FormCommand::addPrint(CLI::App& command) {
    auto* printing = command.add_subcommand("print", "Write a form as PDF, empty or filled in");
    printing->add_option("FORM", named_, "An empty form: its file or its url")
        ->type_name("FILE-or-URL");
    addClinic(*printing);
    printing->add_option("--form", form_, "A filled-in form of the patient")->type_name("ID");
    printing->add_option("--out", out_, "The PDF to write")->required()->type_name("FILE.pdf");
    printing
        ->add_option("--language", language_,
                     "In which of the form's languages; else an empty one as it was written, a "
                     "filled-in one as it was asked")
        ->type_name("CODE");
    printing->add_option("--recipient,--for", recipient_, "For whom it leaves the clinic")
        ->type_name("TEXT");
    printing->add_option("--purpose", purpose_, "Why it leaves the clinic")->type_name("TEXT");
    printing->footer(
        "With --clinic the page has the clinic's letterhead, with --patient the patient's name. A\n"
        "form that leaves with a name on it is among the patient's disclosures.\n"
        "\n"
        "Examples:\n"
        "  palpatectl form print urn:palpate:form/psfs --out psfs.pdf\n"
        "  palpatectl form print intake.json --out intake.pdf\n"
        "  palpatectl form print intake.json --language de --out intake-de.pdf\n"
        "  palpatectl form print --clinic Demo.palpate --patient ID --form ID --out filled.pdf");
}

int FormCommand::run(Streams& streams) {
    if (check_->parsed()) {
        return check(streams);
    }
    if (signIn_.clinic.empty() && (!patient_.empty() || !form_.empty())) {
        throw WrongUsage{{tr("--patient and --form need --clinic: name the clinic's folder."), {}}};
    }
    if (list_->parsed()) {
        patient_.empty() ? list(streams) : listOfPatient(streams);
    } else {
        printForm(streams);
    }
    return 0;
}

int FormCommand::check(Streams& streams) const {
    const auto knowledge = shippedKnowledge();
    bool isUsable = true;
    Json all = Json::array();
    for (const auto& file : files_) {
        std::vector<forms::FormFault> faults;
        isUsable = app::readFormFile(file, &knowledge.reference(), faults) && isUsable;
        for (const auto& fault : faults) {
            const auto* const kind =
                fault.weight == forms::FormFault::Weight::Error ? "error" : "note";
            if (json_) {
                all.push_back({{"file", file},
                               {"kind", kind},
                               {"linkId", fault.linkId},
                               {"message", fault.sentence}});
            } else {
                streams.notes << file << ": " << kind
                              << (fault.linkId.empty() ? "" : ", " + fault.linkId) << ": "
                              << fault.sentence << '\n';
            }
        }
    }
    if (json_) {
        print(streams.out, all);
    }
    return isUsable ? 0 : 1;
}

namespace {

void listForms(Streams& streams, const app::FormLibrary& library, bool json) {
    for (const auto& refused : library.refused()) {
        streams.notes << "palpatectl: "
                      << shown({tr("{1} can't be used. {2}"),
                                {refused.file, refused.faults.empty()
                                                   ? std::string{}
                                                   : refused.faults.front().sentence}})
                      << '\n';
    }
    if (json) {
        Json all = Json::array();
        for (const auto& known : library.all()) {
            all.push_back({{"id", known.form->url},
                           {"title", app::titleOf(*known.form)},
                           {"version", known.form->version},
                           {"purpose", app::words(known.purpose)},
                           {"items", known.form->itemCount()},
                           {"file", known.file},
                           {"own", !known.shipped}});
        }
        print(streams.out, all);
        return;
    }
    Table table{{tr("Form"), tr("Title"), tr("For"), tr("Version"), tr("Remarks")}};
    for (const auto& known : library.all()) {
        table.add({known.form->url, app::titleOf(*known.form), app::words(known.purpose),
                   known.form->version, known.shipped ? "" : tr("the clinic's own")});
    }
    table.print(streams.out);
}

[[nodiscard]] const app::KnownForm& formNamed(const app::FormLibrary& library,
                                              const std::string& url) {
    if (const auto* form = library.find(url)) {
        return *form;
    }
    throw EditRefused{
        {tr("There is no form {1}; \"palpatectl form list\" shows those there are."), {url}}};
}

[[nodiscard]] app::KnownForm formIn(const std::string& file, const app::Knowledge& knowledge) {
    std::vector<forms::FormFault> faults;
    auto form = app::readFormFile(file, &knowledge.reference(), faults);
    if (form) {
        return *std::move(form);
    }
    const auto error =
        std::ranges::find(faults, forms::FormFault::Weight::Error, &forms::FormFault::weight);
    throw DataError{{tr("{1} can't be printed. {2}"),
                     {file, error != faults.end() ? error->sentence : std::string{}}}};
}

/// What is to be known of it before it is opened.
[[nodiscard]] std::string remarkOf(const app::FormLineView& line) {
    if (line.completed) {
        return line.raisedFlags ? tr("red flags raised") : "";
    }
    return line.raisedFlags ? tr("not completed; red flags raised so far") : tr("not completed");
}

} // namespace

void FormCommand::list(Streams& streams) const {
    if (signIn_.clinic.empty()) {
        const auto knowledge = shippedKnowledge();
        listForms(streams, app::FormLibrary{knowledge.paths().forms, {}, &knowledge.reference()},
                  json_);
        return;
    }
    SignedIn signedIn{signIn_};
    listForms(streams, app::formLibrary(signedIn.clinic()), json_);
}

void FormCommand::listOfPatient(Streams& streams) const {
    const auto patient = idFrom<PatientId>(patient_, "--patient");
    SignedIn signedIn{signIn_};
    const auto forms = app::patientForms(signedIn.clinic(), patient, std::nullopt);
    auto lines = forms.begun;
    lines.insert(lines.end(), forms.filled.begin(), forms.filled.end());
    if (json_) {
        Json all = Json::array();
        for (const auto& line : lines) {
            all.push_back({{"id", line.record->text()},
                           {"form", line.url},
                           {"title", line.title},
                           {"detail", line.detail},
                           {"completed", line.completed},
                           {"raisedFlags", line.raisedFlags}});
        }
        print(streams.out, all);
        return;
    }
    Table table{{tr("Id"), tr("Form"), tr("Detail"), tr("Remarks")}};
    for (const auto& line : lines) {
        table.add({line.record->text(), line.title, line.detail, remarkOf(line)});
    }
    table.print(streams.out);
}

void FormCommand::printForm(Streams& streams) const {
    if (form_.empty() == named_.empty()) {
        throw WrongUsage{{tr("Name one form to print: a file or url of an empty one, or --form ID "
                             "of a filled-in one."),
                          {}}};
    }
    std::error_code ignored;
    const bool isFile = !named_.empty() && std::filesystem::exists(named_, ignored);
    if (signIn_.clinic.empty() || isFile) {
        if (!patient_.empty()) {
            throw WrongUsage{{tr("A form from a file has no patient: add it to the clinic's folder "
                                 "\"forms\", and name its url."),
                              {}}};
        }
        const auto knowledge = shippedKnowledge();
        const app::FormLibrary library{knowledge.paths().forms, {}, &knowledge.reference()};
        auto form = isFile ? formIn(named_, knowledge) : formNamed(library, named_);
        form = language_.empty() ? form : app::inLanguage(std::move(form), language_);
        app::writeBlankForm(knowledge, form, out_);
        return;
    }
    SignedIn signedIn{signIn_};
    auto& clinic = signedIn.clinic();
    const auto patient =
        patient_.empty() ? std::nullopt : std::optional{idFrom<PatientId>(patient_, "--patient")};
    app::ReportRequest request;
    if (form_.empty()) {
        static_cast<void>(formNamed(app::formLibrary(clinic), named_));
        request = app::blankFormRequest(named_, patient);
    } else if (patient) {
        request = app::filledFormRequest(*patient, idFrom<FormRecordId>(form_, "--form"));
    } else {
        throw WrongUsage{{tr("--form needs --patient ID: whose form it is."), {}}};
    }
    request = language_.empty() ? request : app::inLanguage(std::move(request), language_);
    const auto written =
        app::writeReport(clinic, request, out_, {.recipient = recipient_, .purpose = purpose_});
    for (const auto& warning : written.warnings) {
        streams.notes << "palpatectl: " << shown(warning) << '\n';
    }
}

} // namespace palpate::cli
