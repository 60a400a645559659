// SPDX-License-Identifier: MIT
#include "cli/TemplateCommand.h"

#include "app/CatalogueLines.h"
#include "app/ReportTemplates.h"
#include "cli/GivenFile.h"
#include "cli/Listing.h"
#include "cli/Values.h"

#include <CLI/App.hpp>

#include <ostream>

namespace palpate::cli {

CLI::App* TemplateCommand::addTo(CLI::App& program) {
    auto* command = program.add_subcommand("template", "Judge report templates, list them");
    command->require_subcommand(1);

    check_ = command->add_subcommand("check", "Whether a file is a sound template");
    check_->add_option("FILE.md", file_, "The template to judge")->required();
    check_->add_flag("--json", json_, "An array of faults on stdout");
    check_->footer(
        "Each fault is one line on stderr, FILE:LINE:COLUMN: what is wrong, with the nearest\n"
        "known name. Exit status 0 when there is none, else 1.\n"
        "\n"
        "Example:\n"
        "  palpatectl template check discharge-letter.md");

    list_ = command->add_subcommand("list", "The templates that a clinic can print");
    signIn_.addTo(*list_);
    list_->add_flag("--json", json_, "An array of objects with id");

    auto* fields = command->add_subcommand("fields", "What a template may ask for");
    fields->add_option("--about", about_, "case, session, patient or clinic")->type_name("WHAT");
    fields->add_flag("--json", json_, "An array of objects with id");
    fields->footer("Fields of a list and parameters of a figure stand indented below it.\n"
                   "\n"
                   "Example:\n"
                   "  palpatectl template fields --about session");
    return command;
}

int TemplateCommand::run(Streams& streams) {
    if (check_->parsed()) {
        return check(streams);
    }
    list_->parsed() ? list(streams) : fields(streams);
    return 0;
}

int TemplateCommand::check(Streams& streams) const {
    const auto faults = app::checkTemplate(
        givenFile(file_,
                  tr("The template {1} can't be read: check that it exists and may be opened.")),
        file_);
    if (json_) {
        Json all = Json::array();
        for (const auto& fault : faults) {
            all.push_back({{"file", file_},
                           {"line", fault.line},
                           {"column", fault.column},
                           {"message", shown(fault.message)}});
        }
        print(streams.out, all);
    } else {
        for (const auto& fault : faults) {
            streams.notes << file_ << ':' << fault.line << ':' << fault.column << ": "
                          << shown(fault.message) << '\n';
        }
    }
    return faults.empty() ? 0 : 1;
}

void TemplateCommand::list(Streams& streams) const {
    SignedIn signedIn{signIn_};
    const auto choices = app::templateChoices(signedIn.clinic());
    if (json_) {
        Json all = Json::array();
        for (const auto& choice : choices) {
            all.push_back({{"id", choice.name},
                           {"title", choice.title},
                           {"audience", choice.audience},
                           {"about", std::string{name(choice.about)}},
                           {"letter", choice.isLetter},
                           {"own", choice.isOwn},
                           {"sound", choice.isSound}});
        }
        print(streams.out, all);
        return;
    }
    Table table{{tr("Template"), tr("Title"), tr("About"), tr("For"), tr("Remarks")}};
    for (const auto& choice : choices) {
        std::string remarks = choice.isOwn ? tr("the clinic's own") : "";
        if (!choice.isSound) {
            remarks += remarks.empty() ? "" : ", ";
            remarks += tr("has faults, can't be printed");
        }
        table.add(
            {choice.name, choice.title, std::string{name(choice.about)}, choice.audience, remarks});
    }
    table.print(streams.out);
}

void TemplateCommand::fields(Streams& streams) const {
    const auto about = parseReportAbout(about_);
    if (!about) {
        throw WrongUsage{
            {tr("--about is case, session, patient or clinic, not \"{1}\"."), {about_}}};
    }
    const auto lines = app::catalogueLines(*about);
    if (json_) {
        Json all = Json::array();
        for (const auto& line : lines) {
            all.push_back({{"id", line.name},
                           {"kind", word(line.kind)},
                           {"depth", line.depth},
                           {"meaning", line.meaning},
                           {"values", line.values}});
        }
        print(streams.out, all);
        return;
    }
    Table table{{tr("Name"), tr("Kind"), tr("Meaning")}};
    for (const auto& line : lines) {
        std::string meaning = line.meaning;
        for (const auto& value : line.values) {
            meaning +=
                (&value == &line.values.front() ? (meaning.empty() ? "" : ": ") : ", ") + value;
        }
        table.add({std::string(2 * line.depth, ' ') + line.name, word(line.kind), meaning});
    }
    table.print(streams.out);
}

} // namespace palpate::cli
