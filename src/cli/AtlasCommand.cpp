// SPDX-License-Identifier: MIT
#include "cli/AtlasCommand.h"

#include "app/AtlasFile.h"
#include "domain/Error.h"

#include <CLI/App.hpp>

#include <ostream>

namespace palpate::cli {

CLI::App* AtlasCommand::addTo(CLI::App& program) {
    auto* command = program.add_subcommand("atlas", "Judge a file of the body map");
    command->require_subcommand(1);
    auto* check = command->add_subcommand("check", "Whether a file is a sound body map");
    check->add_option("FILE.json", file_, "The file to judge")->required();
    const auto* footer = "Exit status 0 when the file is sound. Else 1: the first fault on stderr, "
                         "in one line that\n"
                         "names the file and the entry; where there are several, all of them on "
                         "stdout.\n"
                         "\n"
                         "Example:\n"
                         "  palpatectl atlas check body-atlas.json";
    check->footer(footer);
    command->footer(footer);
    return command;
}

int AtlasCommand::run(Streams& streams) {
    const auto verdict = app::judgeAtlas(file_);
    if (verdict.faults.empty()) {
        streams.out << shown(
                           {tr("{1} is sound: {2} muscles, {3} bones, {4} regions, {5} landmarks "
                               "(sides counted)."),
                            {file_, std::to_string(verdict.muscles), std::to_string(verdict.bones),
                             std::to_string(verdict.regions), std::to_string(verdict.landmarks)}})
                    << '\n';
        return 0;
    }
    if (verdict.faults.size() > 1) {
        for (const auto& fault : verdict.faults) {
            streams.out << shown(fault) << '\n';
        }
    }
    throw DataError{verdict.faults.front()};
}

} // namespace palpate::cli
