// SPDX-License-Identifier: MIT
#include "cli/MapCommand.h"

#include "app/MapFile.h"
#include "app/RecordLists.h"
#include "cli/Values.h"
#include "domain/Body.h"

#include <CLI/App.hpp>
#include <CLI/Validators.hpp>

namespace palpate::cli {

CLI::App* MapCommand::addTo(CLI::App& program) {
    auto* command = program.add_subcommand(
        "map", "Draw a session's body map, or two on one body, as SVG or PDF");
    signIn_.addTo(*command);
    auto* session = command->add_option("--session", session_, "This session")->type_name("ID");
    command->add_option("--patient", patient_, "The latest session of this patient")
        ->type_name("ID")
        ->excludes(session);
    command
        ->add_option("--view", view_,
                     "anterior, posterior, left, right or plantar; else where most points lie")
        ->type_name("V");
    command->add_option("--layer", layer_, "0 skin, 1 superficial to 4 deepest muscles, 5 bones")
        ->check(CLI::Range(0, 5))
        ->capture_default_str()
        ->type_name("N");
    command
        ->add_option("--difference", difference_,
                     "Show what became of each point between this session and the other")
        ->type_name("ID");
    command->add_option("--out", out_, "The file to write")
        ->required()
        ->type_name("FILE.(svg|pdf)");
    command->footer("Examples:\n"
                    "  palpatectl map Demo.palpate --patient ID --out map.svg\n"
                    "  palpatectl map Demo.palpate --session ID --view posterior --layer 4 "
                    "--out map.pdf\n"
                    "  palpatectl map Demo.palpate --session ID --difference ID --out both.svg");
    return command;
}

int MapCommand::run(Streams& /*streams*/) {
    if (session_.empty() && patient_.empty()) {
        throw WrongUsage{{tr("A map needs --session ID or --patient ID."), {}}};
    }
    const auto view = parseView(view_);
    if (!view_.empty() && !view) {
        throw WrongUsage{{tr("--view {1} is none; choose anterior, posterior, left, right or "
                             "plantar."),
                          {view_}}};
    }
    const auto format = app::mapFormatOf(out_);
    if (!format) {
        throw WrongUsage{{tr("--out {1} must end in .svg or .pdf."), {out_}}};
    }
    const auto given =
        session_.empty() ? std::nullopt : std::optional{idFrom<SessionId>(session_, "--session")};
    const auto against = difference_.empty()
                             ? std::nullopt
                             : std::optional{idFrom<SessionId>(difference_, "--difference")};
    const auto patient =
        patient_.empty() ? std::nullopt : std::optional{idFrom<PatientId>(patient_, "--patient")};
    SignedIn signedIn{signIn_};
    auto& clinic = signedIn.clinic();
    const auto session = given ? *given : app::latestSession(clinic, *patient);
    app::writeMap(clinic,
                  {.session = session,
                   .against = against,
                   .view = view,
                   .layer = kLayers.at(static_cast<std::size_t>(layer_))},
                  out_, *format);
    return 0;
}

} // namespace palpate::cli
