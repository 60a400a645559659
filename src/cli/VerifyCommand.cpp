// SPDX-License-Identifier: MIT
#include "cli/VerifyCommand.h"

#include "app/PrintedHead.h"
#include "app/Verification.h"
#include "cli/Listing.h"

#include <CLI/App.hpp>
#include <CLI/Validators.hpp>

#include <optional>
#include <ostream>

namespace palpate::cli {

CLI::App* VerifyCommand::addTo(CLI::App& program) {
    auto* command =
        program.add_subcommand("verify", "Check that the whole record is sound and unaltered");
    signIn_.addTo(*command);
    command->add_flag("--json", json_, "An array of objects with id");
    auto* row = command->add_option("--row", row_, "Newest row of a printed audit report")
                    ->type_name("N")
                    ->check(CLI::PositiveNumber);
    auto* hash = command->add_option("--hash", hash_, "Its hash, as printed");
    row->needs(hash);
    hash->needs(row);
    command->footer(
        "Reads every page, every signature and the whole audit trail; changes nothing.\n"
        "With --row and --hash also whether the trail still holds what a print vouches for: that\n"
        "its newest part was cut off is told by a print or a backup only.\n"
        "Exit status 1 when anything is amiss.\n"
        "\n"
        "Example:\n"
        "  palpatectl verify Demo.palpate\n"
        "  palpatectl verify Demo.palpate --row 1204 --hash \"9f3c 01d2 ...\"");
    return command;
}

int VerifyCommand::run(Streams& streams) {
    SignedIn signedIn{signIn_};
    // Before the check, which takes its time: a slip of typing is told at once.
    std::optional<app::PrintedHeadAnswer> printed;
    if (row_ > 0) {
        printed = app::compareWithPrint(signedIn.clinic(), {row_, hash_});
    }
    const auto checks = app::verifyClinic(signedIn.clinic());
    if (json_) {
        auto list = Json::array();
        for (const auto& check : checks) {
            list.push_back({{"id", check.id},
                            {"title", check.title},
                            {"sound", check.faultCount == 0},
                            {"examined", check.examined},
                            {"fault_count", check.faultCount},
                            {"faults", check.faults}});
        }
        print(streams.out, list);
    } else {
        Table table{{"check", "looked at", "result"}};
        for (const auto& check : checks) {
            table.add(
                {check.title, std::to_string(check.examined),
                 check.faultCount == 0 ? "sound" : std::to_string(check.faultCount) + " wrong"});
        }
        table.print(streams.out);
        for (const auto& check : checks) {
            for (const auto& fault : check.faults) {
                streams.out << "  " << fault << '\n';
            }
        }
    }
    if (printed) {
        streams.notes << "palpatectl: " << printed->sentence << '\n';
    }
    if (!app::isSound(checks)) {
        streams.notes
            << "palpatectl: The record is not sound; keep a copy as it is and restore the "
               "last backup.\n";
        return 1;
    }
    return printed && !printed->holds ? 1 : 0;
}

} // namespace palpate::cli
