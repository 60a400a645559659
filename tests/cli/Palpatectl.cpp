// SPDX-License-Identifier: MIT
#include "cli/Palpatectl.h"

#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <sstream>
#include <stdexcept>

extern char** environ;

namespace palpate::test {

namespace {

[[nodiscard]] std::string contentOf(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

[[nodiscard]] std::vector<std::string> environmentFor(const Environment& environment) {
    const auto isReplaced = [&](const std::string& variable) {
        const auto name = variable.substr(0, variable.find('=') + 1);
        return name == "PALPATE_USER=" || name == "PALPATE_PASSWORD=" ||
               std::ranges::any_of(environment.set,
                                   [&](const std::string& own) { return own.starts_with(name); });
    };
    std::vector<std::string> variables;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        if (const std::string variable{*entry}; !isReplaced(variable)) {
            variables.push_back(variable);
        }
    }
    variables.insert(variables.end(), environment.set.begin(), environment.set.end());
    return variables;
}

[[nodiscard]] std::vector<char*> pointersTo(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (auto& text : texts) {
        pointers.push_back(text.data());
    }
    pointers.push_back(nullptr);
    return pointers;
}

} // namespace

Outcome ran(const std::string& program, const std::vector<std::string>& arguments,
            const Environment& environment) {
    const TempFolder folder;
    const auto in = folder.path() / "in";
    const auto out = folder.path() / "out";
    const auto errors = folder.path() / "errors";
    std::ofstream{in, std::ios::binary} << environment.input;

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, in.c_str(), O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out.c_str(), O_WRONLY | O_CREAT,
                                     0600);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors.c_str(), O_WRONLY | O_CREAT,
                                     0600);
    std::vector<std::string> words{program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    auto variables = environmentFor(environment);
    pid_t process = 0;
    const int failure = posix_spawnp(&process, program.c_str(), &actions, nullptr,
                                     pointersTo(words).data(), pointersTo(variables).data());
    posix_spawn_file_actions_destroy(&actions);
    if (failure != 0) {
        throw std::runtime_error{program + " can't be started: " + std::strerror(failure)};
    }
    int raw = 0;
    if (waitpid(process, &raw, 0) != process) {
        throw std::runtime_error{program + " was lost"};
    }
    return {WIFEXITED(raw) ? WEXITSTATUS(raw) : 128 + WTERMSIG(raw), contentOf(out),
            contentOf(errors)};
}

Outcome palpatectl(const std::vector<std::string>& arguments) {
    return ran(PALPATECTL, arguments, {.set = {"PALPATE_PASSWORD=correct horse"}, .input = {}});
}

Outcome palpatectlWithoutPassword(const std::vector<std::string>& arguments) {
    return ran(PALPATECTL, arguments);
}

const std::filesystem::path& sharedDemo() {
    static const TempFolder folder;
    static const std::filesystem::path clinic = [] {
        auto path = folder.path() / "Demo.palpate";
        const auto made = palpatectl({"demo", path.string(), "--patients", "12", "--seed", "7",
                                      "--last-day", "2026-11-23", "--fast-keys"});
        INFO(made.errors);
        REQUIRE(made.status == 0);
        return path;
    }();
    return clinic;
}

} // namespace palpate::test
