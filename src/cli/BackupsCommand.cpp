// SPDX-License-Identifier: MIT
#include "cli/BackupsCommand.h"

#include "app/ClinicCopies.h"
#include "cli/Listing.h"
#include "domain/Calendar.h"

#include <CLI/App.hpp>

#include <algorithm>
#include <ostream>

namespace palpate::cli {

CLI::App* BackupsCommand::addTo(CLI::App& program) {
    auto* command = program.add_subcommand("backups", "List the backups in a folder");
    command->add_option("FOLDER", folder_, "The folder that backups were made in")->required();
    command->add_flag("--read", isToReadWhole_,
                      "Read each to its end and compare it with what was verified");
    command->add_flag("--json", json_, "An array of objects with folder");
    command->footer("Needs no password: which clinic, when, and whether it is readable. Exit "
                    "status 1 when\n"
                    "any can't be used.\n"
                    "\n"
                    "Example:\n"
                    "  palpatectl backups /media/stick --read");
    return command;
}

int BackupsCommand::run(Streams& streams) {
    const auto found = app::backupsIn(folder_, isToReadWhole_);
    if (json_) {
        auto list = Json::array();
        for (const auto& each : found) {
            list.push_back(
                {{"folder", each.folder.string()},
                 {"clinic", each.clinic.empty() ? Json(nullptr) : Json(each.clinic)},
                 {"taken_at", each.takenAt ? Json(isoInstant(*each.takenAt)) : Json(nullptr)},
                 {"size", each.size},
                 {"problem", each.problem.empty() ? Json(nullptr) : Json(each.problem)}});
        }
        print(streams.out, list);
    } else if (found.empty()) {
        streams.out << "There is no backup in " << folder_ << ".\n";
    } else {
        Table table{{"taken", "clinic", "bytes", "state", "folder"}};
        for (const auto& each : found) {
            table.add({each.takenAt ? isoInstant(*each.takenAt) : "-",
                       each.clinic.empty() ? "-" : each.clinic, std::to_string(each.size),
                       each.problem.empty() ? "readable" : "not usable",
                       each.folder.filename().string()});
        }
        table.print(streams.out);
        for (const auto& each : found) {
            if (!each.problem.empty()) {
                streams.out << "  " << each.problem << '\n';
            }
        }
    }
    return std::ranges::all_of(found, [](const app::BackupLine& e) { return e.problem.empty(); })
               ? 0
               : 1;
}

} // namespace palpate::cli
