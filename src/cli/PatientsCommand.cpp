// SPDX-License-Identifier: MIT
#include "cli/PatientsCommand.h"

#include "app/RecordLists.h"
#include "app/Rights.h"
#include "app/TimeText.h"
#include "cli/Listing.h"

#include <CLI/App.hpp>
#include <CLI/Validators.hpp>

#include <limits>
#include <ostream>

namespace palpate::cli {

CLI::App* PatientsCommand::addTo(CLI::App& program) {
    auto* command = program.add_subcommand("patients", "List patients, or find them");
    signIn_.addTo(*command);
    command
        ->add_option("--search", search_,
                     "Beginnings of names, a birth date, or digits of a telephone number")
        ->type_name("TEXT");
    command->add_option("--limit", limit_, "At most so many; else all")
        ->check(CLI::PositiveNumber)
        ->type_name("N");
    command->add_flag("--json", json_, "An array of objects with id");
    command->footer("The best match comes first; without --search the most recently seen.\n"
                    "\n"
                    "Examples:\n"
                    "  palpatectl patients Demo.palpate --search \"kov an\"\n"
                    "  palpatectl patients Demo.palpate --json | jq -r '.[0].id'");
    return command;
}

int PatientsCommand::run(Streams& streams) {
    SignedIn signedIn{signIn_};
    const int limit = limit_ > 0 ? limit_ : std::numeric_limits<int>::max();
    const auto patients = app::listPatients(signedIn.clinic(), search_, limit);
    const bool readsRecords = app::may(signedIn.clinic(), app::Right::ReadRecords);
    if (json_) {
        auto list = Json::array();
        for (const auto& patient : patients) {
            list.push_back(
                {{"id", patient.id.text()},
                 {"family_name", patient.familyName},
                 {"given_name", patient.givenName},
                 {"birth_date",
                  patient.birthDate ? Json(isoDate(*patient.birthDate)) : Json(nullptr)},
                 {"last_session",
                  patient.lastSession ? Json(isoDate(*patient.lastSession)) : Json(nullptr)}});
            if (readsRecords) {
                list.back()["open_complaint"] = patient.openComplaint;
            }
        }
        print(streams.out, list);
        return 0;
    }
    Table table{readsRecords
                    ? std::vector<std::string>{"name", "born", "last seen", "complaint", "id"}
                    : std::vector<std::string>{"name", "born", "last seen", "id"}};
    for (const auto& patient : patients) {
        const bool both = !patient.familyName.empty() && !patient.givenName.empty();
        std::vector<std::string> row{patient.familyName + (both ? ", " : "") + patient.givenName,
                                     patient.birthDate ? isoDate(*patient.birthDate) : "",
                                     patient.lastSession ? isoDate(*patient.lastSession) : ""};
        if (readsRecords) {
            row.push_back(shortened(patient.openComplaint, 40));
        }
        row.push_back(patient.id.text());
        table.add(std::move(row));
    }
    table.print(streams.out);
    return 0;
}

} // namespace palpate::cli
