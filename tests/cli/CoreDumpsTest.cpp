// SPDX-License-Identifier: MIT
// A program that holds keys leaves no picture of its memory on the disk.
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <string>

namespace {

using namespace palpate;
using Catch::Matchers::ContainsSubstring;

/// As many as the system allows, for this process and what it starts.
class DumpsAllowed {
public:
    DumpsAllowed() {
        getrlimit(RLIMIT_CORE, &before_);
        const rlimit most{before_.rlim_max, before_.rlim_max};
        setrlimit(RLIMIT_CORE, &most);
    }
    ~DumpsAllowed() { setrlimit(RLIMIT_CORE, &before_); }
    DumpsAllowed(const DumpsAllowed&) = delete;
    DumpsAllowed& operator=(const DumpsAllowed&) = delete;

private:
    rlimit before_{};
};

/// palpatectl that waits for the first line of its password file.
class Waiting {
public:
    explicit Waiting(const std::filesystem::path& folder) : pipe_{folder / "password"} {
        REQUIRE(mkfifo(pipe_.c_str(), 0600) == 0);
        std::array<std::string, 6> words{
            PALPATECTL, "patients", (folder / "None.palpate").string(),
            "--user",   "okafor",   "--password-file=" + pipe_.string()};
        std::array<char*, 7> arguments{};
        for (std::size_t i = 0; i < words.size(); ++i) {
            arguments.at(i) = words.at(i).data();
        }
        // The sanitizer would forbid dumps itself.
        std::string sanitizer = "ASAN_OPTIONS=disable_coredump=0:detect_leaks=0";
        std::array<char*, 2> environment{sanitizer.data(), nullptr};
        REQUIRE(posix_spawn(&process_, PALPATECTL, nullptr, nullptr, arguments.data(),
                            environment.data()) == 0);
        // Opens once the program has: from then on it is past the begin of main().
        file_ = open(pipe_.c_str(), O_WRONLY | O_CLOEXEC);
        REQUIRE(file_ >= 0);
    }
    ~Waiting() {
        if (process_ > 0) {
            kill(process_, SIGKILL);
            waitpid(process_, nullptr, 0);
        }
        ::close(file_);
    }
    Waiting(const Waiting&) = delete;
    Waiting& operator=(const Waiting&) = delete;

    [[nodiscard]] pid_t process() const noexcept { return process_; }
    /// The status that waitpid tells of its end by that signal.
    [[nodiscard]] int endedBy(int signal) {
        int status = 0;
        kill(process_, signal);
        REQUIRE(waitpid(process_, &status, 0) == process_);
        process_ = -1;
        return status;
    }

private:
    std::filesystem::path pipe_;
    pid_t process_ = -1;
    int file_ = -1;
};

TEST_CASE("the running program allows no core dump", "[cli][locking]") {
    const test::TempFolder folder;
    const DumpsAllowed allowed;
    Waiting program{folder.path()};
    const auto limits = "/proc/" + std::to_string(program.process()) + "/limits";
    std::string core;
    {
        std::ifstream file{limits};
        for (std::string line; std::getline(file, line);) {
            if (line.starts_with("Max core file size")) {
                core = line;
            }
        }
    }
    REQUIRE_FALSE(core.empty());
    CHECK_THAT(core, ContainsSubstring("  0 "));
    CHECK_THAT(core, !ContainsSubstring("unlimited"));
    // What belongs to root in /proc tells that the process can't be looked into; of a process of
    // root's own one can't tell by that.
    struct stat owner {};
    REQUIRE(stat(limits.c_str(), &owner) == 0);
    CHECK(owner.st_uid == 0);
    const int status = program.endedBy(SIGQUIT);
    CHECK(WIFSIGNALED(status));
    CHECK_FALSE(WCOREDUMP(status));
}

} // namespace
