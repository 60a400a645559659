// SPDX-License-Identifier: MIT
#include "cli/RetentionCommand.h"

#include "app/RecordDestruction.h"
#include "app/RecordKeeping.h"
#include "cli/Listing.h"
#include "cli/Values.h"

#include <CLI/App.hpp>

#include <ostream>

namespace palpate::cli {

CLI::App* RetentionCommand::part(CLI::App& command, const char* name, const char* about) {
    auto* part = command.add_subcommand(name, about);
    signIn_.addTo(*part);
    part->add_flag("--json", json_, "An array of objects");
    return part;
}

CLI::App* RetentionCommand::addTo(CLI::App& program) {
    auto* command =
        program.add_subcommand("retention", "How long records are kept, and which are due");
    command->require_subcommand(1);
    list_ = part(*command, "list", "The clinic's table of rules");
    country_ = part(*command, "country", "Whose rules count");
    country_->add_option("--set", chosen_, "Choose one of the table")->type_name("NAME");
    due_ = part(*command, "due",
                "Records that may be destroyed, and those of which it can't be "
                "told");
    part(*command, "destroyed", "Records that were destroyed");
    command->footer("Owners only. The rules that come with the program are no advice: check them "
                    "with your\nprofessional body.\n"
                    "\n"
                    "Examples:\n"
                    "  palpatectl retention country Demo.palpate --set Germany\n"
                    "  palpatectl retention due Demo.palpate --json");
    return command;
}

int RetentionCommand::run(Streams& streams) {
    SignedIn signedIn{signIn_};
    auto& clinic = signedIn.clinic();
    if (list_->parsed()) {
        list(streams, clinic);
    } else if (country_->parsed()) {
        choose(streams, clinic);
    } else if (due_->parsed()) {
        due(streams, clinic);
    } else {
        destroyed(streams, clinic);
    }
    return 0;
}

void RetentionCommand::list(Streams& streams, app::Clinic& clinic) const {
    const app::RecordKeeping keeping{clinic};
    const auto rules = keeping.rules();
    if (json_) {
        auto all = Json::array();
        for (const auto& line : rules) {
            all.push_back({{"country", line.country},
                           {"profession", line.rule.profession
                                              ? Json(std::string{name(*line.rule.profession)})
                                              : Json(nullptr)},
                           {"years", line.rule.years},
                           {"until_age", orNull(line.rule.untilAge)},
                           {"source", line.source}});
        }
        print(streams.out, all);
        return;
    }
    Table table{{"country", "profession", "kept", "source"}};
    for (const auto& line : rules) {
        table.add({line.country, line.profession, line.kept, shortened(line.source, 60)});
    }
    table.print(streams.out);
    streams.notes << keeping.advice() << '\n';
}

void RetentionCommand::choose(Streams& streams, app::Clinic& clinic) const {
    app::RecordKeeping keeping{clinic};
    if (!chosen_.empty()) {
        keeping.setCountry(chosen_);
    }
    const auto country = keeping.country();
    if (json_) {
        print(streams.out, Json::array({orNull(country)}));
    } else {
        streams.out << country.value_or(tr("not chosen")) << '\n';
    }
}

void RetentionCommand::due(Streams& streams, app::Clinic& clinic) const {
    const auto due = app::RecordKeeping{clinic}.due();
    if (!due.hint.empty()) {
        streams.notes << due.hint << '\n';
    }
    if (due.isCut) {
        streams.notes << tr("There are more; only the longest unseen are listed.") << '\n';
    }
    if (json_) {
        auto all = Json::array();
        for (const auto& record : due.records) {
            const auto& end = record.state.end;
            all.push_back({{"id", record.patient.text()},
                           {"name", record.name},
                           {"last_session", record.state.lastSession
                                                ? Json(isoDate(*record.state.lastSession))
                                                : Json(nullptr)},
                           {"from", end.day ? Json(isoDate(*end.day)) : Json(nullptr)},
                           {"why", record.state.until},
                           {"rule", record.state.rule}});
        }
        print(streams.out, all);
        return;
    }
    Table table{{"name", "seen", "until", "rule", "id"}};
    for (const auto& record : due.records) {
        table.add({shortened(record.name, 40), record.lastSeen, record.state.until,
                   shortened(record.state.rule, 60), record.patient.text()});
    }
    table.print(streams.out);
}

void RetentionCommand::destroyed(Streams& streams, app::Clinic& clinic) const {
    const auto lines = app::destructionsOf(clinic);
    if (json_) {
        auto all = Json::array();
        for (const auto& line : lines) {
            const auto& destruction = line.destruction;
            all.push_back({{"id", destruction.id.text()},
                           {"patient", destruction.patient.text()},
                           {"at", isoInstant(destruction.at)},
                           {"by", line.by},
                           {"reason", destruction.reason},
                           {"rule", destruction.rule},
                           {"rows", destruction.rows},
                           {"sessions", destruction.sessions},
                           {"documents", destruction.documents},
                           {"backups", destruction.backups}});
        }
        print(streams.out, all);
        return;
    }
    Table table{{"when", "what", "why", "by", "id"}};
    for (const auto& line : lines) {
        table.add({line.when, line.amount, shortened(line.destruction.reason, 40), line.by,
                   line.destruction.id.text()});
    }
    table.print(streams.out);
}

} // namespace palpate::cli
