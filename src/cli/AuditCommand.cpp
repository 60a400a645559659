// SPDX-License-Identifier: MIT
#include "cli/AuditCommand.h"

#include "cli/Interrupt.h"
#include "cli/Listing.h"
#include "cli/Values.h"
#include "cli/WrongUsage.h"

#include <CLI/App.hpp>
#include <CLI/Validators.hpp>

#include <algorithm>
#include <ostream>

namespace palpate::cli {

namespace {

constexpr std::size_t kWidestWhat = 50;
constexpr std::size_t kWidestNoted = 60;

[[nodiscard]] std::string kindsText() {
    std::string text;
    std::size_t width = 0;
    for (const auto& choice : app::auditKinds()) {
        const bool isNewLine = width + choice.kind.size() > 78;
        text += text.empty() ? "" : isNewLine ? ",\n" : ", ";
        width = isNewLine ? choice.kind.size() : width + choice.kind.size() + 2;
        text += choice.kind;
    }
    return text;
}

} // namespace

CLI::App* AuditCommand::addTo(CLI::App& program) {
    auto* command =
        program.add_subcommand("audit", "List who did or saw what in the clinic, newest first");
    signIn_.addTo(*command);
    command->add_option("--patient", patient_, "Only what touched this record")->type_name("ID");
    command->add_option("--person", person_, "Only what this user did")->type_name("USER");
    command->add_option("--kind", kind_, "Only acts of this kind, as below")->type_name("K");
    command->add_option("--from", from_, "First day, as 2026-11-23")->type_name("D");
    command->add_option("--to", to_, "Last day, included")->type_name("D");
    auto* limit = command->add_option("--limit", limit_, "At most so many")
                      ->check(CLI::PositiveNumber)
                      ->capture_default_str()
                      ->type_name("N");
    auto* json = command->add_flag("--json", json_, "An array of objects with row");
    command->add_option("--csv", csv_, "Write all of them to this file, as comma-separated values")
        ->type_name("FILE")
        ->excludes(json)
        ->excludes(limit);
    command->footer("For owners and auditors; an auditor sees which fields were changed, not their "
                    "values.\nDays are those of the clinic. Writing a file is itself a row of the "
                    "trail; verify tells\nwhether the trail is whole.\n\nKinds: " +
                    kindsText() +
                    "\n\nExamples:\n"
                    "  palpatectl audit Demo.palpate --kind failed_sign_in --from 2026-11-01\n"
                    "  palpatectl audit Demo.palpate --patient ID --csv who-looked.csv");
    return command;
}

app::AuditWish AuditCommand::wish(app::Clinic& clinic) const {
    app::AuditWish wish;
    if (!patient_.empty()) {
        wish.patient = idFrom<PatientId>(patient_, "--patient");
    }
    if (!person_.empty()) {
        const auto people = app::auditPeople(clinic);
        const auto found = std::ranges::find(people, person_, &app::AuditPersonChoice::userName);
        if (found == people.end()) {
            throw WrongUsage{
                {tr("--person {1}: nobody of this clinic has that user name."), {person_}}};
        }
        wish.person = found->id;
    }
    const auto kinds = app::auditKinds();
    if (!kind_.empty() &&
        std::ranges::find(kinds, kind_, &app::AuditKindChoice::kind) == kinds.end()) {
        throw WrongUsage{{tr("--kind {1}: there is no such kind; palpatectl audit --help lists "
                             "them."),
                          {kind_}}};
    }
    wish.kind = kind_;
    wish.from = dayFrom(from_, "--from");
    wish.to = dayFrom(to_, "--to");
    return wish;
}

int AuditCommand::run(Streams& streams) {
    SignedIn signedIn{signIn_};
    auto& clinic = signedIn.clinic();
    const auto wanted = wish(clinic);
    if (!csv_.empty()) {
        return exportCsv(streams, clinic, wanted);
    }
    const auto page = app::auditPage(clinic, wanted, 0, limit_);
    printRows(streams, page);
    if (!json_ && page.total > static_cast<std::int64_t>(page.lines.size())) {
        streams.notes << "The newest " << page.lines.size() << " of " << page.total
                      << "; --limit N shows more.\n";
    }
    return 0;
}

void AuditCommand::printRows(Streams& streams, const app::AuditPage& page) const {
    if (json_) {
        auto all = Json::array();
        for (const auto& line : page.lines) {
            all.push_back({{"row", line.seq},
                           {"at", isoInstant(line.at)},
                           {"by", line.who},
                           {"kind", line.kind},
                           {"what", line.what},
                           {"patient", line.patient ? Json(line.patient->text()) : Json(nullptr)},
                           {"record", line.record.empty() ? Json(nullptr) : Json(line.record)},
                           {"details", line.details},
                           {"erased", line.isErased}});
        }
        return print(streams.out, all);
    }
    Table table{{"row", "when", "who", "what", "record", "noted"}};
    for (const auto& line : page.lines) {
        table.add({std::to_string(line.seq), line.when, shortened(line.who, 30),
                   shortened(line.what, kWidestWhat), shortened(line.record, 30),
                   shortened(line.shortly, kWidestNoted)});
    }
    table.print(streams.out);
}

int AuditCommand::exportCsv(Streams& streams, app::Clinic& clinic,
                            const app::AuditWish& wish) const {
    const Interrupt interrupt;
    if (!app::writeAuditCsv(clinic, wish, csv_,
                            [&](std::int64_t, std::int64_t) { return !interrupt.wasAsked(); })) {
        streams.notes << "Interrupted; nothing was written.\n";
        return 1;
    }
    streams.notes << csv_ << " is written; the trail says so.\n";
    return 0;
}

} // namespace palpate::cli
