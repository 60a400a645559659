// SPDX-License-Identifier: MIT
#include "cli/DemoCommand.h"

#include "app/Demo.h"
#include "app/TimeText.h"
#include "cli/SignIn.h"
#include "cli/Values.h"
#include "domain/Clock.h"

#include <CLI/App.hpp>
#include <CLI/Validators.hpp>

#include <unistd.h>

#include <ostream>

namespace palpate::cli {

CLI::App* DemoCommand::addTo(CLI::App& program) {
    auto* command =
        program.add_subcommand("demo", "Make a demonstration clinic with a believable history");
    command->add_option("CLINIC", clinic_, "The folder to make; by custom NAME.palpate")
        ->required();
    command->add_option("--patients", patients_, "How many invented people, 1 to 100000")
        ->check(CLI::Range(1, 100'000))
        ->capture_default_str()
        ->type_name("N");
    command->add_option("--seed", seed_, "The same number gives the same people and sessions")
        ->capture_default_str()
        ->type_name("S");
    command
        ->add_option("--last-day", lastDay_,
                     "Day of the newest sessions, as 2026-11-23; else today, before noon yesterday")
        ->type_name("D");
    command->add_option("--user", user_, "User name of the owner")
        ->capture_default_str()
        ->type_name("NAME");
    command
        ->add_option("--password-file", passwordFile_,
                     "File whose first line is the password; else PALPATE_PASSWORD, else a prompt")
        ->type_name("FILE");
    // Hidden: makes guessing the password easy. For throw-away clinics and tests only.
    command->add_flag("--fast-keys", fastKeys_)->group("");
    command->footer("Everybody in it is invented. The clinic is as encrypted as any other.\n"
                    "\n"
                    "Examples:\n"
                    "  palpatectl demo Demo.palpate --seed 7\n"
                    "  palpatectl demo Large.palpate --patients 10000");
    return command;
}

int DemoCommand::run(Streams& streams) {
    app::DemoRequest request;
    request.patients = patients_;
    request.seed = seed_;
    request.userName = user_;
    request.lastDay =
        dayFrom(lastDay_, "--last-day").value_or(app::newestDemoDay(SystemClock{}.now()));
    request.password = newPassword(passwordFile_);
    request.strength = fastKeys_ ? app::KeyStrength::FastForThrowAway : app::KeyStrength::Standard;
    const bool watched = isatty(STDERR_FILENO) != 0;
    if (watched) {
        request.onProgress = [&](int done, int of) {
            streams.notes << "\r" << done << " of " << of << " patients" << std::flush;
        };
    }
    const auto key = app::makeDemoClinic(clinic_, request, shippedKnowledge());
    if (watched) {
        streams.notes << '\n';
    }
    streams.out << "Made the demonstration clinic at " << clinic_ << " with " << patients_
                << (patients_ == 1 ? " invented patient" : " invented patients") << "; sign in as "
                << user_ << ".\n\n"
                << "Recovery key, shown only now:\n\n  " << key << '\n';
    return 0;
}

} // namespace palpate::cli
