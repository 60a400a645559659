// SPDX-License-Identifier: MIT
#include "cli/ReportCommand.h"

#include "app/ReportTemplates.h"
#include "cli/Interrupt.h"
#include "cli/Values.h"

#include <CLI/App.hpp>

#include <unistd.h>

#include <algorithm>
#include <ostream>

namespace palpate::cli {

namespace {

void remark(Streams& streams, const Message& message) {
    auto line = shown(message);
    std::ranges::replace(line, '\n', ' ');
    streams.notes << "palpatectl: " << line << '\n';
}

/// How far a long work is: a line that is written over on a terminal, else one now and then.
class Told {
public:
    explicit Told(std::ostream& notes) : notes_{notes}, isTerminal_{isatty(STDERR_FILENO) == 1} {}
    void operator()(std::size_t done, std::size_t of) {
        constexpr std::size_t kNowAndThen = 100;
        if (isTerminal_) {
            notes_ << '\r' << done << " of " << of << (done == of ? "\n" : "") << std::flush;
        } else if (done > 0 && (done % kNowAndThen == 0 || done == of)) {
            notes_ << "palpatectl: " << done << " of " << of << '\n';
        }
    }

private:
    std::ostream& notes_;
    bool isTerminal_;
};

} // namespace

CLI::App* ReportCommand::addTo(CLI::App& program) {
    auto* command = program.add_subcommand("report", "Write a report as PDF, or one of each "
                                                     "patient");
    signIn_.addTo(*command);
    command->add_option("--template", template_, "Layout, such as progress-report")
        ->required()
        ->type_name("NAME");
    command->add_option("--patient", patient_, "Of whom")->type_name("ID");
    command->add_option("--case", case_, "Which case; else the newest")->type_name("ID");
    command->add_option("--session", session_, "Which session of a note; else the latest")
        ->type_name("ID");
    command->add_option("--out", out_, "The PDF to write")->type_name("FILE.pdf");
    command->add_option("--from", from_, "First day of the period, as 2026-11-23")->type_name("D");
    command->add_option("--to", to_, "Last day of the period, included")->type_name("D");
    command->add_option("--recipient,--for", recipient_, "For whom it leaves the clinic")
        ->type_name("TEXT");
    command->add_option("--purpose", purpose_, "Why it leaves the clinic")->type_name("TEXT");
    pdfPassword_.addTo(*command);
    command->add_flag("--keep", keep_, "Keep a copy, not encrypted, among the patient's documents");
    command->add_option("--address", address_, "Of a letter: the recipient's address")
        ->type_name("TEXT");
    command->add_option("--urgency", urgency_, "Of a letter: id of an urgency, such as soon")
        ->type_name("ID");
    command->add_option("--red-flag", redFlags_, "Of a letter: id of a red flag; may come again")
        ->type_name("ID")
        ->expected(1)
        ->take_all();
    command->add_option("--findings", findings_, "Of a letter: beside those of the record")
        ->type_name("TEXT");
    command->add_option("--request", asked_, "Of a letter: what is asked of the recipient")
        ->type_name("TEXT");
    command->add_option("--all", all_, "Write one file a patient into this folder")
        ->type_name("DIR");
    command->add_option("--search", search_, "With --all: only patients that this search finds")
        ->type_name("TEXT");
    command->footer(
        "Values are those found before treatment. That a report left the clinic, for whom and\n"
        "why, is among the patient's disclosures before the file is there. With --all, patients\n"
        "of whom there is nothing to report are named and left out, nothing is overwritten, and\n"
        "Ctrl+C ends between two files.\n"
        "\n"
        "Examples:\n"
        "  palpatectl report Demo.palpate --patient ID --template progress-report --out report.pdf "
        "\\\n      --for \"Dr Patel\" --purpose \"second opinion\" --password-pdf --keep\n"
        "  palpatectl report Demo.palpate --template progress-report --all reports --search kov");
    return command;
}

void ReportCommand::requireMeant() const {
    const bool isOne = all_.empty();
    if (isOne && out_.empty()) {
        throw WrongUsage{{tr("A report needs --out FILE.pdf, or --all DIR for many."), {}}};
    }
    if (isOne && !search_.empty()) {
        throw WrongUsage{{tr("--search goes with --all DIR."), {}}};
    }
    if (!isOne && (!out_.empty() || !patient_.empty() || !case_.empty() || !session_.empty())) {
        throw WrongUsage{{tr("--all writes a file of each patient's newest case; leave out --out, "
                             "--patient, --case and --session."),
                          {}}};
    }
}

app::ReportRequest ReportCommand::request() const {
    app::ReportRequest request{
        .templateName = template_, .from = dayFrom(from_, "--from"), .to = dayFrom(to_, "--to")};
    if (!patient_.empty()) {
        request.patient = idFrom<PatientId>(patient_, "--patient");
    }
    if (!case_.empty()) {
        request.caseId = idFrom<CaseId>(case_, "--case");
    }
    if (!session_.empty()) {
        request.session = idFrom<SessionId>(session_, "--session");
    }
    if (request.from && request.to && *request.to < *request.from) {
        throw WrongUsage{{tr("The period ends on {1}, before it begins on {2}."), {to_, from_}}};
    }
    request.letter = {.recipient = recipient_,
                      .recipientAddress = address_,
                      .urgency = urgency_,
                      .redFlags = {},
                      .findings = findings_,
                      .request = asked_};
    for (const auto& typed : redFlags_) {
        const auto key = RedFlagKey::from(typed);
        if (!key) {
            throw WrongUsage{{tr("--red-flag {1} is no id of the table of red flags."), {typed}}};
        }
        request.letter.redFlags.push_back(*key);
    }
    return request;
}

int ReportCommand::run(Streams& streams) {
    requireMeant();
    static_cast<void>(request()); // what can't be meant is told before anybody signs in
    const app::Delivery delivery{.recipient = recipient_,
                                 .purpose = purpose_,
                                 .password = pdfPassword_.password(),
                                 .keep = keep_};
    SignedIn signedIn{signIn_};
    auto& clinic = signedIn.clinic();
    return all_.empty() ? writeOne(streams, clinic, delivery) : writeAll(streams, clinic, delivery);
}

int ReportCommand::writeOne(Streams& streams, app::Clinic& clinic,
                            const app::Delivery& delivery) const {
    const auto wanted = request();
    if (!wanted.patient) {
        const auto choices = app::templateChoices(clinic);
        const auto choice = std::ranges::find(choices, template_, &app::TemplateChoice::name);
        if (choice != choices.end() && choice->about != ReportAbout::Clinic) {
            throw WrongUsage{
                {tr("The report {1} is about a patient: it needs --patient ID."), {template_}}};
        }
    }
    for (const auto& warning : app::writeReport(clinic, wanted, out_, delivery).warnings) {
        remark(streams, warning);
    }
    return 0;
}

int ReportCommand::writeAll(Streams& streams, app::Clinic& clinic,
                            const app::Delivery& delivery) const {
    const Interrupt interrupt;
    Told told{streams.notes};
    const auto result = app::writeReports(
        clinic, {.search = search_, .request = request(), .folder = all_, .delivery = delivery},
        [&](std::size_t done, std::size_t of) {
            told(done, of);
            return !interrupt.wasAsked();
        });
    for (const auto* remarks : {&result.warnings, &result.skipped, &result.failed}) {
        for (const auto& message : *remarks) {
            remark(streams, message);
        }
    }
    streams.out << shown({tr("Written: {1}. Nothing to report: {2}. Failed: {3}."),
                          {std::to_string(result.written), std::to_string(result.skipped.size()),
                           std::to_string(result.failed.size())}})
                << '\n';
    if (result.cancelled) {
        remark(streams, {tr("Interrupted; what is written stays."), {}});
    }
    return result.cancelled || !result.failed.empty() ? 1 : 0;
}

} // namespace palpate::cli
