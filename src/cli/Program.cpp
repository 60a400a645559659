// SPDX-License-Identifier: MIT
#include "cli/Program.h"

#include "cli/AtlasCommand.h"
#include "cli/AuditCommand.h"
#include "cli/BackupCommand.h"
#include "cli/BackupsCommand.h"
#include "cli/DemoCommand.h"
#include "cli/DestroyCommand.h"
#include "cli/DisclosuresCommand.h"
#include "cli/DocumentsCommand.h"
#include "cli/ExportCommand.h"
#include "cli/FormCommand.h"
#include "cli/InitCommand.h"
#include "cli/MapCommand.h"
#include "cli/PatientsCommand.h"
#include "cli/ReportCommand.h"
#include "cli/RestoreCommand.h"
#include "cli/RetentionCommand.h"
#include "cli/SearchCommand.h"
#include "cli/SessionsCommand.h"
#include "cli/SuggestCommand.h"
#include "cli/TemplateCommand.h"
#include "cli/UserCommand.h"
#include "cli/VerifyCommand.h"
#include "cli/WrongUsage.h"
#include "domain/Error.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>
#include <array>
#include <cassert>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <utility>

namespace palpate::cli {

namespace {

constexpr int kFailed = 1;
constexpr int kWrongUsage = 2;
constexpr int kNotAllowed = 3;

constexpr const char* kIntroduction =
    "palpatectl: Palpate without a window. Trigger-point charts, encrypted, from the command line.";
constexpr const char* kFooter =
    "CLINIC is the clinic's folder, such as ~/Riverside.palpate.\n"
    "\n"
    "Signing in: --user NAME or PALPATE_USER says who; without either it is whoever made the\n"
    "clinic. The password comes from --password-file FILE (its first line), from\n"
    "PALPATE_PASSWORD, or from a prompt; the code of a second factor from --code, PALPATE_CODE\n"
    "or a prompt.\n"
    "\n"
    "Exit status: 0 done, 1 failed, 2 wrong usage, 3 not signed in or not allowed.\n"
    "\n"
    "Examples:\n"
    "  palpatectl demo Demo.palpate --seed 7\n"
    "  palpatectl patients Demo.palpate --search kov\n"
    "  palpatectl search Demo.palpate \"quadratus\" --technique pressure_release --json\n"
    "  palpatectl suggest --regions lumbar:R,buttock_upper:R\n"
    "  palpatectl backup Demo.palpate --to /media/stick --rehearse\n"
    "  palpatectl report Demo.palpate --patient ID --template progress-report --out report.pdf\n"
    "\n"
    "palpatectl COMMAND --help says more about one command.";

/// One line, whatever a message has in it.
[[nodiscard]] std::string oneLine(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    return text;
}

/// The exit status when there is nothing more to do, empty when a command is to run.
std::optional<int> parse(CLI::App& program, int argc, const char* const* argv, std::ostream& out,
                         std::ostream& errors) {
    try {
        program.parse(argc, argv);
        return std::nullopt;
    } catch (const CLI::CallForHelp&) {
        out << program.help();
    } catch (const CLI::CallForAllHelp&) {
        out << program.help("", CLI::AppFormatMode::All);
    } catch (const CLI::CallForVersion& version) {
        out << version.what() << '\n';
    } catch (const CLI::ParseError& wrong) {
        errors << "palpatectl: " << oneLine(wrong.what()) << "; see palpatectl --help.\n";
        return kWrongUsage;
    }
    return 0;
}

} // namespace

int run(int argc, const char* const* argv, std::ostream& out, std::ostream& errors) {
    CLI::App program{kIntroduction, "palpatectl"};
    program.footer(kFooter);
    program.require_subcommand(1);
    program.set_version_flag("--version", "palpatectl " PALPATE_VERSION);
    program.get_formatter()->column_width(34);

    const std::array<std::unique_ptr<Command>, 22> commands{
        std::make_unique<InitCommand>(),      std::make_unique<DemoCommand>(),
        std::make_unique<PatientsCommand>(),  std::make_unique<SessionsCommand>(),
        std::make_unique<SearchCommand>(),    std::make_unique<ReportCommand>(),
        std::make_unique<DocumentsCommand>(), std::make_unique<DisclosuresCommand>(),
        std::make_unique<AuditCommand>(),     std::make_unique<MapCommand>(),
        std::make_unique<SuggestCommand>(),   std::make_unique<TemplateCommand>(),
        std::make_unique<FormCommand>(),      std::make_unique<AtlasCommand>(),
        std::make_unique<VerifyCommand>(),    std::make_unique<BackupCommand>(),
        std::make_unique<BackupsCommand>(),   std::make_unique<RestoreCommand>(),
        std::make_unique<ExportCommand>(),    std::make_unique<RetentionCommand>(),
        std::make_unique<DestroyCommand>(),   std::make_unique<UserCommand>()};
    std::array<CLI::App*, commands.size()> parsers{};
    for (std::size_t i = 0; i < commands.size(); ++i) {
        parsers.at(i) = commands.at(i)->addTo(program);
    }
    if (const auto status = parse(program, argc, argv, out, errors)) {
        return *status;
    }
    const auto chosen =
        std::ranges::find_if(parsers, [](const CLI::App* parser) { return parser->parsed(); });
    assert(chosen != parsers.end()); // exactly one subcommand is required above
    try {
        Streams streams{out, errors};
        const auto at = static_cast<std::size_t>(std::distance(parsers.begin(), chosen));
        const int status = commands.at(at)->run(streams);
        out.flush();
        if (!out) {
            errors << "palpatectl: The result can't be written; is the disk full?\n";
            return kFailed;
        }
        return status;
    } catch (const WrongUsage& wrong) {
        errors << "palpatectl: " << oneLine(describe(wrong)) << '\n';
        return kWrongUsage;
    } catch (const AccessDenied& denied) {
        errors << "palpatectl: " << oneLine(describe(denied)) << '\n';
        return kNotAllowed;
    } catch (const std::exception& failure) {
        errors << "palpatectl: " << oneLine(describe(failure)) << '\n';
        return kFailed;
    }
}

} // namespace palpate::cli
