// SPDX-License-Identifier: MIT
#include "cli/SuggestCommand.h"

#include "app/Clinic.h"
#include "cli/Listing.h"
#include "cli/SignIn.h"
#include "cli/WrongUsage.h"

#include <CLI/App.hpp>
#include <CLI/Validators.hpp>

#include <cmath>
#include <ostream>

namespace palpate::cli {

namespace {

/// Four places are more than the rule is good for, and the same on every computer.
[[nodiscard]] double rounded(double share) noexcept {
    return std::round(share * 10'000) / 10'000;
}
[[nodiscard]] std::string percent(double share) {
    return std::to_string(std::lround(share * 100)) + " %";
}

[[nodiscard]] Json jsonOf(const app::Suggestion& one) {
    auto sources = Json::array();
    for (const auto& source : one.sources) {
        sources.push_back(source.text());
    }
    return {{"id", one.point.text()},
            {"rank", one.rank},
            {"sharing_rank", one.sharingRank},
            {"side", std::string{name(one.side)}},
            {"muscle", one.muscle.text()},
            {"part", one.part.text()},
            {"label", one.label},
            {"score", rounded(one.score)},
            {"covered", rounded(one.covered)},
            {"used", rounded(one.used)},
            {"sharing_zone", one.sharingZone},
            {"reason", shown(one.reason)},
            {"sources", std::move(sources)},
            {"source_checked", !one.sourceWarning.has_value()}};
}

} // namespace

CLI::App* SuggestCommand::addTo(CLI::App& program) {
    auto* command =
        program.add_subcommand("suggest", "Muscles whose usual referral covers painted regions");
    command
        ->add_option("--regions", regions_,
                     "Where it hurts: regions of the body map with their side, such as "
                     "lumbar:R,buttock_upper:R,sacrum")
        ->required()
        ->type_name("LIST");
    command
        ->add_option("--limit", limit_,
                     "The first so many ranks; equal scores share a rank, and none is cut in two")
        ->check(CLI::PositiveNumber)
        ->capture_default_str()
        ->type_name("N");
    command->add_flag("--json", json_, "An array of objects with id");
    command->footer(
        "Needs no clinic. Each region counts whole in the view where it is largest; regions of "
        "the\n"
        "middle, such as sacrum, have no side. The list is that of the window: best first, by the\n"
        "share of the painted regions that a point's usual referral covers (spill-over counts\n"
        "half), times the share of its essential zone that is painted. The id is that of the\n"
        "point; id and side together name a row. Usual referral is never certain.\n"
        "\n"
        "Examples:\n"
        "  palpatectl suggest --regions lumbar:R,buttock_upper:R\n"
        "  palpatectl suggest --regions temple:L,forehead:L --limit 5 --json");
    return command;
}

int SuggestCommand::run(Streams& streams) {
    const auto knowledge = shippedKnowledge();
    const auto typed = app::parseRegions(regions_, knowledge.map());
    if (typed.problem) {
        throw WrongUsage{*typed.problem};
    }
    const app::Suggester suggester{knowledge.reference(), knowledge.map()};
    const auto list =
        suggester.ranked(app::paintedWhole(knowledge.map(), typed.regions), {}, limit_);
    if (json_) {
        auto json = Json::array();
        for (const auto& one : list) {
            json.push_back(jsonOf(one));
        }
        print(streams.out, json);
        return 0;
    }
    Table table{{"rank", "muscle and point", "covers", "zone used", "id", "note"}};
    for (const auto& one : list) {
        table.add({std::to_string(one.rank), one.label, percent(one.covered), percent(one.used),
                   one.point.text(), one.sourceWarning ? shown(*one.sourceWarning) : ""});
    }
    table.print(streams.out);
    streams.notes << shown(app::caution(suggester)) << '\n';
    return 0;
}

} // namespace palpate::cli
