// SPDX-License-Identifier: MIT
// A file on its way out: it is there whole, or not at all, and nothing is left beside it.
#include "app/OutgoingFile.h"

#include "domain/Error.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <iterator>
#include <string>

namespace palpate::app {

namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

[[nodiscard]] std::string bytesOf(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

[[nodiscard]] std::ptrdiff_t filesIn(const std::filesystem::path& folder) {
    return std::distance(std::filesystem::directory_iterator{folder}, {});
}

} // namespace

SCENARIO("a file takes its name when it is released") {
    const test::TempFolder temp;
    const auto target = temp.path() / "report.pdf";
    std::ofstream{target} << "an older one";
    {
        OutgoingFile file{target, 5};
        CHECK(bytesOf(target) == "an older one");
        CHECK(filesIn(temp.path()) == 2);
        for (const auto& entry : std::filesystem::directory_iterator{temp.path()}) {
            if (entry.path() != target) { // the room it takes is empty, and its owner's alone
                CHECK(bytesOf(entry.path()) == std::string(5, '\0'));
                CHECK(entry.status().permissions() ==
                      (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
            }
        }
        file.release("%PDF\xFF");
        CHECK(bytesOf(target) == "%PDF\xFF");
    }
    CHECK(filesIn(temp.path()) == 1);
    CHECK(std::filesystem::status(target).permissions() ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
}

SCENARIO("what is not released leaves nothing, and the target as it was") {
    const test::TempFolder temp;
    const auto target = temp.path() / "report.pdf";
    std::ofstream{target} << "an older one";
    { const OutgoingFile file{target, 100'000}; }
    CHECK(filesIn(temp.path()) == 1);
    CHECK(bytesOf(target) == "an older one");
}

TEST_CASE("where no file can be written, one sentence says why") {
    const test::TempFolder temp;
    std::filesystem::create_directory(temp.path() / "folder");
    const auto refused = [&](const std::filesystem::path& target, const std::string& why) {
        CAPTURE(target.string());
        CHECK_THROWS_MATCHES((OutgoingFile{target, 10}), ReportError,
                             MessageMatches(ContainsSubstring(why)));
    };
    refused(temp.path() / "missing" / "x.pdf", "there is no such folder");
    refused(temp.path() / "folder", "that is a folder");
    refused(temp.path() / "", "that is a folder");
    refused(temp.path() / (std::string(300, 'x') + ".pdf"), "name is too long");
    refused("/dev/null", "is no file");
    CHECK(filesIn(temp.path()) == 1);
}

TEST_CASE("a full disk is told before anything is released, and leaves nothing") {
    // A limit on the size of files, in a process of its own: as a full disk refuses.
    const test::TempFolder temp;
    const auto child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{1000, 1000};
        int outcome = 1;
        if (::setrlimit(RLIMIT_FSIZE, &limit) == 0) {
            try {
                const OutgoingFile file{temp.path() / "report.pdf", 50'000};
                outcome = 2;
            } catch (const ReportError& error) {
                outcome =
                    std::string{error.what()}.find("disk is full") != std::string::npos ? 0 : 3;
            }
        }
        ::_exit(outcome);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WEXITSTATUS(status) == 0);
    CHECK(filesIn(temp.path()) == 0);
}

} // namespace palpate::app
