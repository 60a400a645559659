// SPDX-License-Identifier: MIT
#include "cli/FormCommand.h"

#include "app/FormFaults.h"
#include "cli/GivenFile.h"
#include "cli/Listing.h"

#include <CLI/App.hpp>

#include <ostream>

namespace palpate::cli {

CLI::App* FormCommand::addTo(CLI::App& program) {
    auto* command = program.add_subcommand("form", "Judge forms (FHIR Questionnaires)");
    command->require_subcommand(1);
    auto* check = command->add_subcommand("check", "Whether files are forms that can be used");
    check->add_option("FILE.json", files_, "The forms to judge")->required();
    check->add_flag("--json", json_, "An array of faults on stdout");
    check->footer(
        "Each fault is one line on stderr, FILE: error or note, the item's linkId, what is wrong.\n"
        "An error would lose or distort an answer; a note only looks different, or is not\n"
        "calculated here. Exit status 0 when there is no error, else 1.\n"
        "\n"
        "Example:\n"
        "  palpatectl form check intake.json");
    return command;
}

int FormCommand::run(Streams& streams) {
    bool isUsable = true;
    Json all = Json::array();
    for (const auto& file : files_) {
        const auto judged =
            app::judgeForm(givenFile(file, tr("The form {1} can't be read: check "
                                              "that it exists and may be opened.")));
        isUsable = isUsable && judged.isUsable;
        for (const auto& fault : judged.faults) {
            if (json_) {
                all.push_back({{"file", file},
                               {"kind", fault.isError ? "error" : "note"},
                               {"linkId", fault.linkId},
                               {"message", fault.sentence}});
            } else {
                streams.notes << file << ": " << (fault.isError ? "error" : "note")
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

} // namespace palpate::cli
