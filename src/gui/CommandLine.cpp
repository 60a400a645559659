// SPDX-License-Identifier: MIT
#include "gui/CommandLine.h"

#include "domain/Message.h"

#include <cstdio>

namespace palpate::gui {

namespace {

[[nodiscard]] CommandLine refused(const char* sentence, const std::string& word) {
    CommandLine line;
    line.problem = shown({sentence, {word}});
    return line;
}

} // namespace

CommandLine parse(const std::vector<std::string>& words) {
    CommandLine line;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (word == "--demo") {
            line.demo = true;
        } else if (word == "--version") {
            line.version = true;
        } else if (word == "--help" || word == "-h") {
            line.help = true;
        } else if (word == "--patient") {
            line.patient = i + 1 < words.size() ? PatientId::parse(words[i + 1]) : std::nullopt;
            if (!line.patient) {
                return refused(
                    tr("--patient needs the ID of a patient, as palpatectl patients lists it."),
                    word);
            }
            ++i;
        } else if (word.starts_with("-")) {
            return refused(tr("{1} is no option of palpate; see palpate --help."), word);
        } else if (line.clinic) {
            return refused(
                tr("{1}: only one clinic can be opened; put a name with spaces in quotes."), word);
        } else {
            line.clinic = word;
        }
    }
    if (line.demo && line.clinic) {
        return refused(tr("--demo makes a clinic of its own; leave {1} out."),
                       line.clinic->string());
    }
    return line;
}

std::optional<int> answeredOnTheTerminal(const CommandLine& asked) {
    constexpr int kWrongUsage = 2; // as palpatectl
    if (!asked.problem.empty()) {
        std::fputs((asked.problem + "\n").c_str(), stderr);
        return kWrongUsage;
    }
    if (asked.version) {
        std::puts("Palpate " PALPATE_VERSION);
        return 0;
    }
    if (asked.help) {
        std::fputs(helpText().c_str(), stdout);
        return 0;
    }
    return std::nullopt;
}

std::string helpText() {
    return "palpate [CLINIC] [--patient ID]    open the window; CLINIC is a clinic's folder\n"
           "palpate --demo                     look around in a throw-away demonstration clinic\n"
           "\n"
           "  --patient ID   open this patient after signing in\n"
           "  --version      say the version\n"
           "  --help         say this\n"
           "\n"
           "Without a clinic the window offers the recent ones. For scripts there is palpatectl.\n";
}

} // namespace palpate::gui
