// SPDX-License-Identifier: MIT
#include "cli/SearchCommand.h"

#include "app/SearchLists.h"
#include "cli/Interrupt.h"
#include "cli/Listing.h"
#include "cli/SessionLines.h"
#include "cli/Values.h"

#include <CLI/App.hpp>
#include <CLI/Validators.hpp>

#include <algorithm>
#include <ostream>

namespace palpate::cli {

namespace {

/// How a query is typed, as every other way to search tells it too.
[[nodiscard]] std::string helpText() {
    constexpr std::size_t kWide = 26; // longer examples have a line of their own
    std::string text = "Newest first. An empty QUERY finds every session. A query is typed as:\n\n";
    for (const auto& line : app::queryHelp()) {
        text += "  " + line.example;
        if (widthOf(line.example) > kWide) {
            text += "\n" + std::string(kWide + 4, ' ');
        } else {
            text += std::string(kWide + 2 - widthOf(line.example), ' ');
        }
        text += line.meaning + "\n";
    }
    return text + "\n"
                  "Ids of muscles are those of the body map, such as quadratus_lumborum; those of\n"
                  "techniques look like pressure_release.\n"
                  "\n"
                  "Examples:\n"
                  "  palpatectl search Demo.palpate \"quadratus\" --json\n"
                  "  palpatectl search Demo.palpate \"left ql >= 6 pressure release since:90d\"\n"
                  "  palpatectl search Demo.palpate \"lifting\" --muscle gluteus_medius --from "
                  "2026-09-01\n"
                  "  palpatectl search Demo.palpate \"painted:sacrum\" --patients --count\n"
                  "  palpatectl search Demo.palpate \"change:worse\" --csv worse.csv --for \"Dr M. "
                  "Patel\" "
                  "--why audit";
}

} // namespace

CLI::App* SearchCommand::addTo(CLI::App& program) {
    auto* command = program.add_subcommand("search", "Find sessions by anything in them");
    signIn_.addTo(*command);
    command->add_option("QUERY", query_, "What is looked for, as below");
    command->add_option("--saved", saved_, "With a search that was saved under this name")
        ->type_name("NAME");
    command
        ->add_option("--muscle", muscle_,
                     "With a point in this muscle; with a technique, where that was given")
        ->type_name("ID");
    command->add_option("--technique", technique_, "In which this was done")->type_name("ID");
    command->add_option("--from", from_, "First day, as 2026-11-23")->type_name("D");
    command->add_option("--to", to_, "Last day, included")->type_name("D");
    command->add_flag("--patients", patients_, "The patients who have such a session");
    auto* count = command->add_flag("--count", count_, "How many, and no list");
    auto* limit = command->add_option("--limit", limit_, "At most so many")
                      ->check(CLI::PositiveNumber)
                      ->capture_default_str()
                      ->type_name("N");
    auto* json = command->add_flag("--json", json_, "An array of objects with id");
    auto* csv =
        command
            ->add_option("--csv", csv_, "Write all of them to this file, as comma-separated values")
            ->type_name("FILE")
            ->excludes(count)
            ->excludes(json)
            ->excludes(limit);
    command->add_option("--recipient,--for", recipient_, "For whom the file leaves the clinic")
        ->type_name("WHO")
        ->needs(csv);
    command->add_option("--purpose,--why", purpose_, "Why it leaves the clinic")
        ->type_name("TEXT")
        ->needs(csv);
    command->footer(helpText());
    command->callback([this, command] { hasQuery_ = command->count("QUERY") > 0; });
    return command;
}

void SearchCommand::checkOptions() const {
    if (!hasQuery_ && saved_.empty()) {
        throw WrongUsage{
            {tr("QUERY is required, or --saved NAME; see palpatectl search --help."), {}}};
    }
}

int SearchCommand::run(Streams& streams) {
    checkOptions();
    const app::SessionSearchRequest options{.muscle = muscle_,
                                            .technique = technique_,
                                            .from = dayFrom(from_, "--from"),
                                            .to = dayFrom(to_, "--to")};
    SignedIn signedIn{signIn_};
    auto& clinic = signedIn.clinic();
    if (const auto wrong = app::problem(options, clinic)) {
        throw WrongUsage{*wrong};
    }
    auto query = saved_.empty() ? std::string{} : app::savedQuery(clinic, saved_);
    query += (query.empty() || query_.empty() ? "" : " ") + query_;
    query = app::withOptions(query, options);
    const auto parsed = app::parseQuery(clinic, query);
    if (!parsed.mistakes.empty()) {
        throw WrongUsage{parsed.mistakes.front().sentence};
    }
    if (!csv_.empty()) {
        return exportCsv(streams, clinic, parsed.filter);
    }
    if (count_) {
        printCount(streams, clinic, parsed.filter);
    } else if (patients_) {
        printPatients(streams, clinic, parsed.filter);
    } else {
        printSessions(streams, clinic, parsed.filter);
    }
    return 0;
}

void SearchCommand::printSessions(Streams& streams, app::Clinic& clinic,
                                  const SessionFilter& filter) const {
    const auto sessions = app::searchSessions(clinic, filter, limit_);
    if (json_) {
        return printJson(streams.out, sessions);
    }
    printTable(streams.out, sessions);
    if (static_cast<int>(sessions.size()) == limit_) {
        streams.notes << "The newest " << limit_ << "; --limit N shows more.\n";
    }
}

void SearchCommand::printPatients(Streams& streams, app::Clinic& clinic,
                                  const SessionFilter& filter) const {
    const auto patients = app::searchPatients(clinic, filter, limit_);
    if (json_) {
        auto all = Json::array();
        for (const auto& patient : patients) {
            all.push_back({{"id", patient.patient.text()},
                           {"name", patient.patientName},
                           {"sessions", patient.sessions},
                           {"more", patient.isMore},
                           {"last", isoDate(patient.last)},
                           {"session", patient.newest.text()}});
        }
        return print(streams.out, all);
    }
    Table table{{"last", "patient", "sessions", "id"}};
    for (const auto& patient : patients) {
        table.add({isoDate(patient.last), shortened(patient.patientName, 30),
                   std::to_string(patient.sessions) + (patient.isMore ? "+" : ""),
                   patient.patient.text()});
    }
    table.print(streams.out);
    if (static_cast<int>(patients.size()) == limit_) {
        streams.notes << "The " << limit_ << " seen last; --limit N shows more.\n";
    }
}

void SearchCommand::printCount(Streams& streams, app::Clinic& clinic,
                               const SessionFilter& filter) const {
    const auto as = patients_ ? app::ResultsAs::Patients : app::ResultsAs::Sessions;
    const auto count = app::countFound(clinic, filter, as);
    if (json_) {
        return print(streams.out, Json{{"count", count.count}, {"more", count.isMore}});
    }
    streams.out << count.words << '\n';
}

int SearchCommand::exportCsv(Streams& streams, app::Clinic& clinic,
                             const SessionFilter& filter) const {
    const Interrupt interrupt;
    std::size_t lines = 0;
    const auto as = patients_ ? app::ResultsAs::Patients : app::ResultsAs::Sessions;
    const bool isWritten =
        app::exportSearch(clinic, filter, as, csv_, {.recipient = recipient_, .purpose = purpose_},
                          [&](std::size_t ready) {
                              lines = ready;
                              return !interrupt.wasAsked();
                          });
    if (!isWritten) {
        streams.notes << "Interrupted; nothing was written.\n";
        return 1;
    }
    streams.notes << csv_ << ": " << lines << (lines == 1 ? " line" : " lines")
                  << "; each patient's record says that it left.\n";
    return 0;
}

} // namespace palpate::cli
