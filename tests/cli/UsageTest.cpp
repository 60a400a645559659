// SPDX-License-Identifier: MIT
#include "cli/Palpatectl.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

using namespace palpate::test;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr const char* kNobody = "0192f3a0-7c1e-7d40-9b2a-1f0e3d4c5b6a";

/// Nothing on stdout, one line on stderr that begins with the program's name.
void checkRefusal(const Outcome& outcome, int status) {
    CAPTURE(outcome.out, outcome.errors);
    CHECK(outcome.status == status);
    CHECK(outcome.out.empty());
    CHECK(outcome.errors.starts_with("palpatectl: "));
    CHECK(std::ranges::count(outcome.errors, '\n') == 1);
}

[[nodiscard]] std::string installed(const std::string& file) {
    std::ifstream in{PALPATE_SOURCE_DIR "/installer/" + file};
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// Those that the help of a command lists.
[[nodiscard]] std::vector<std::string> commandsOf(std::vector<std::string> command) {
    command.emplace_back("--help");
    std::istringstream help{palpatectlWithoutPassword(command).out};
    std::vector<std::string> found;
    bool isThere = false;
    for (std::string line; std::getline(help, line);) {
        if (line.starts_with("Subcommands:")) {
            isThere = true;
        } else if (isThere && line.starts_with("  ")) {
            found.push_back(line.substr(2, line.find(' ', 2) - 2));
        } else {
            isThere = false;
        }
    }
    return found;
}

} // namespace

TEST_CASE("help and version answer without a clinic") {
    const auto help = palpatectlWithoutPassword({"--help"});
    CHECK(help.status == 0);
    CHECK_THAT(help.out, ContainsSubstring("Examples:"));
    CHECK_THAT(help.out, ContainsSubstring("Exit status: 0 done, 1 failed"));
    for (const auto* command : {"init", "demo", "patients", "sessions", "search", "report",
                                "documents", "disclosures", "map", "verify"}) {
        CAPTURE(command);
        CHECK_THAT(help.out, ContainsSubstring(command));
        const auto own = palpatectlWithoutPassword({command, "--help"});
        CHECK(own.status == 0);
        CHECK_THAT(own.out, ContainsSubstring("CLINIC"));
        CHECK_THAT(own.out, ContainsSubstring("Example"));
        CHECK_THAT(own.out, !ContainsSubstring("fast-keys"));
    }
    const auto version = palpatectlWithoutPassword({"--version"});
    CHECK(version.status == 0);
    CHECK_THAT(version.out, ContainsSubstring("palpatectl 0."));
}

TEST_CASE("the manual page and the completion know every command and theirs") {
    const auto manual = installed("palpatectl.1");
    const auto commands = commandsOf({});
    REQUIRE(commands.size() > 15);
    for (const auto& command : commands) {
        CAPTURE(command);
        const std::regex entry{"\n\\.BR? " + command + "\\b"};
        CHECK(std::regex_search(manual, entry));
        for (const auto& inner : commandsOf({command})) {
            CAPTURE(inner);
            const auto typed = std::regex_replace(inner, std::regex{"-"}, "\\-");
            CHECK_THAT(manual, ContainsSubstring(typed));
        }
    }
    const auto program = std::filesystem::path{PALPATECTL}.parent_path().string();
    const auto completed = [&](const std::string& words) {
        const auto script = "PATH=" + program +
                            ":$PATH; . " PALPATE_SOURCE_DIR
                            "/installer/palpatectl.bash-completion; COMP_WORDS=(palpatectl " +
                            words +
                            "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _palpatectl 2>/dev/null; "
                            "echo \"${COMPREPLY[*]}\"";
        return ran("bash", {"-c", script}).out;
    };
    CHECK(completed("ret") == "retention\n");
    CHECK(completed("user sec") == "second-factor\n");
    CHECK(completed("user add --disp") == "--display-name\n");
    CHECK(completed("verify --js") == "--json\n");
}

TEST_CASE("what can't be meant is wrong usage, in one line") {
    const auto clinic = sharedDemo().string();
    using Arguments = std::vector<std::string>;
    const auto arguments = GENERATE_COPY(
        Arguments{}, Arguments{"dance"}, Arguments{"patients"},
        Arguments{"patients", clinic, "--colour", "blue"},
        Arguments{"patients", clinic, "--limit", "0"},
        Arguments{"patients", clinic, "--limit", "many"}, Arguments{"search", clinic},
        Arguments{"search", clinic, "x", "--from", "yesterday"},
        Arguments{"search", clinic, "x", "--to", "2026-02-30"},
        Arguments{"search", clinic, "x", "--from", "2026-11-23", "--to", "2026-11-01"},
        Arguments{"sessions", clinic, "--patient", "12"},
        Arguments{"demo", "anywhere", "--patients", "0"},
        Arguments{"demo", "anywhere", "--patients", "100001"},
        Arguments{"init", "anywhere", "--name", "Only a name"},
        Arguments{"init", "anywhere", "--name", "A", "--owner", "b", "--time-zone", "Mars/North"},
        Arguments{"report", clinic, "--patient", kNobody, "--out", "x.pdf"},
        Arguments{"report", clinic, "--template", "progress-report", "--out", "x.pdf"},
        Arguments{"report", clinic, "--template", "progress-report"},
        Arguments{"report", clinic, "--template", "progress-report", "--all", "x", "--out",
                  "x.pdf"},
        Arguments{"report", clinic, "--template", "progress-report", "--all", "x", "--patient",
                  kNobody},
        Arguments{"report", clinic, "--template", "progress-report", "--out", "x.pdf", "--search",
                  "kov"},
        Arguments{"report", clinic, "--template", "progress-report", "--patient", kNobody, "--out",
                  "x.pdf", "--password-pdf"},
        Arguments{"report", clinic, "--template", "progress-report", "--patient", kNobody, "--out",
                  "x.pdf", "--pdf-password-file", "x"},
        Arguments{"report", clinic, "--template", "progress-report", "--patient", kNobody, "--out",
                  "x.pdf", "--session", "12"},
        Arguments{"report", clinic, "--template", "referral-letter", "--patient", kNobody, "--out",
                  "x.pdf", "--red-flag", "no key"},
        Arguments{"report", clinic, "--template", "progress-report", "--patient", kNobody, "--out",
                  "x.pdf", "--from", "2026-11-23", "--to", "2026-11-01"},
        Arguments{"documents", clinic}, Arguments{"documents", clinic, "--patient", "12"},
        Arguments{"documents", clinic, "--patient", kNobody, "--save", kNobody},
        Arguments{"documents", clinic, "--patient", kNobody, "--out", "x.pdf"},
        Arguments{"documents", clinic, "--patient", kNobody, "--password-pdf"},
        Arguments{"documents", clinic, "--patient", kNobody, "--attach", "x", "--save", kNobody,
                  "--out", "y"},
        Arguments{"disclosures", clinic}, Arguments{"disclosures", clinic, "--patient", "12"},
        Arguments{"map", clinic, "--out", "x.svg"},
        Arguments{"map", clinic, "--patient", kNobody, "--out", "x.png"},
        Arguments{"map", clinic, "--patient", kNobody, "--view", "inside", "--out", "x.svg"},
        Arguments{"map", clinic, "--patient", kNobody, "--layer", "6", "--out", "x.svg"},
        Arguments{"map", clinic, "--patient", kNobody, "--session", kNobody, "--out", "x.svg"});
    checkRefusal(palpatectl(arguments), 2);
}

TEST_CASE("an unknown muscle or technique is answered with what may be meant") {
    const auto clinic = sharedDemo().string();
    const auto muscle = palpatectl({"search", clinic, "", "--muscle", "quadratus"});
    checkRefusal(muscle, 2);
    CHECK_THAT(muscle.errors, ContainsSubstring("quadratus_lumborum"));
    const auto abbreviation = palpatectl({"search", clinic, "", "--muscle", "QL"});
    checkRefusal(abbreviation, 2);
    CHECK_THAT(abbreviation.errors, ContainsSubstring("quadratus_lumborum"));
    const auto technique = palpatectl({"search", clinic, "", "--technique", "pressure"});
    checkRefusal(technique, 2);
    CHECK_THAT(technique.errors, ContainsSubstring("pressure_release"));
}

TEST_CASE("sessions that are none can't be drawn on one body") {
    const auto clinic = sharedDemo().string();
    checkRefusal(palpatectl({"map", clinic, "--session", kNobody, "--difference", kNobody, "--out",
                             "x.svg"}),
                 1);
    checkRefusal(palpatectl({"map", clinic, "--session", kNobody, "--difference", "yesterday",
                             "--out", "x.svg"}),
                 2);
}

TEST_CASE("what is not there fails with its reason") {
    const TempFolder folder;
    const auto clinic = sharedDemo().string();
    const auto pdf = (folder.path() / "x.pdf").string();
    SECTION("no clinic") {
        checkRefusal(palpatectl({"patients", (folder.path() / "nowhere.palpate").string()}), 1);
    }
    SECTION("a folder that is no clinic") {
        checkRefusal(palpatectl({"patients", folder.path().string()}), 1);
    }
    SECTION("no such patient") {
        checkRefusal(palpatectl({"sessions", clinic, "--patient", kNobody}), 1);
        checkRefusal(palpatectl({"documents", clinic, "--patient", kNobody}), 1);
        checkRefusal(palpatectl({"disclosures", clinic, "--patient", kNobody}), 1);
        checkRefusal(palpatectl({"map", clinic, "--patient", kNobody, "--out", pdf}), 1);
        checkRefusal(palpatectl({"report", clinic, "--patient", kNobody, "--template",
                                 "progress-report", "--out", pdf}),
                     1);
    }
    SECTION("no such session") {
        checkRefusal(palpatectl({"map", clinic, "--session", kNobody, "--out", pdf}), 1);
    }
    SECTION("the data of the program") {
        checkRefusal(ran(PALPATECTL, {"patients", clinic},
                         {.set = {"PALPATE_PASSWORD=correct horse",
                                  "PALPATE_DATA=" + folder.path().string()},
                          .input = {}}),
                     1);
    }
    SECTION("a password file") {
        checkRefusal(palpatectl({"patients", clinic, "--password-file",
                                 (folder.path() / "nothing").string()}),
                     1);
    }
    CHECK_FALSE(std::filesystem::exists(pdf));
}

TEST_CASE("who is not known does not get in") {
    const auto clinic = sharedDemo().string();
    SECTION("a wrong password") {
        checkRefusal(
            ran(PALPATECTL, {"patients", clinic}, {.set = {"PALPATE_PASSWORD=wrong"}, .input = {}}),
            3);
    }
    SECTION("a wrong name") {
        checkRefusal(
            ran(PALPATECTL, {"patients", clinic},
                {.set = {"PALPATE_PASSWORD=correct horse", "PALPATE_USER=somebody"}, .input = {}}),
            3);
    }
    SECTION("no password and no terminal to ask at") {
        checkRefusal(palpatectlWithoutPassword({"patients", clinic}), 3);
    }
}

TEST_CASE("the right name by option or variable gets in") {
    const auto clinic = sharedDemo().string();
    CHECK(palpatectl({"patients", clinic, "--user", "demo"}).status == 0);
    CHECK(ran(PALPATECTL, {"patients", clinic, "--limit", "1"},
              {.set = {"PALPATE_PASSWORD=correct horse", "PALPATE_USER=demo"}, .input = {}})
              .status == 0);
}
