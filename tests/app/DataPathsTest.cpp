// SPDX-License-Identifier: MIT
#include "app/DataPaths.h"

#include "domain/Error.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <cstdlib>
#include <optional>
#include <string>

namespace palpate::app {
namespace {

namespace fs = std::filesystem;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

/// PALPATE_DATA for as long as this lives.
class ChosenData {
public:
    explicit ChosenData(const std::string& folder) {
        if (const char* before = std::getenv(kName)) {
            before_ = before;
        }
        ::setenv(kName, folder.c_str(), 1);
    }
    ChosenData(const ChosenData&) = delete;
    ChosenData& operator=(const ChosenData&) = delete;
    ~ChosenData() {
        if (before_) {
            ::setenv(kName, before_->c_str(), 1);
        } else {
            ::unsetenv(kName);
        }
    }

private:
    static constexpr const char* kName = "PALPATE_DATA";
    std::optional<std::string> before_;
};

void makeData(const fs::path& root) {
    for (const char* folder : {"atlas", "reference", "templates", "forms"}) {
        fs::create_directories(root / folder);
    }
}

} // namespace

SCENARIO("a program finds the data that belongs to it", "[app]") {
    const test::TempFolder folder;
    const fs::path program = folder.path() / "bin" / "palpate";
    const ChosenData none{""}; // set, but empty, counts as not set

    GIVEN("an installed program") {
        const fs::path data = folder.path() / "share" / "palpate";
        makeData(data);
        THEN("its data is beside its bin folder") {
            const DataPaths paths = find(program);
            CHECK(paths.atlas == data / "atlas");
            CHECK(paths.reference == data / "reference");
            CHECK(paths.templates == data / "templates");
            CHECK(paths.forms == data / "forms");
        }
        WHEN("one of the folders is missing") {
            fs::remove_all(data / GENERATE("templates", "forms"));
            THEN("half an installation is not used") {
                CHECK(find(program).atlas != data / "atlas");
            }
        }
    }
    GIVEN("a program in a build folder") {
        THEN("its data is in the source tree, with the words that must go with the map") {
            const DataPaths paths = find(program);
            CHECK(fs::exists(paths.atlas / "body-atlas.json"));
            CHECK(fs::exists(paths.atlas / "ATTRIBUTION.txt"));
            CHECK(fs::exists(paths.reference / "trigger-points.json"));
        }
    }
    GIVEN("a folder that the user has named") {
        const ChosenData chosen{(folder.path() / "mine").string()};
        makeData(folder.path() / "share" / "palpate");
        WHEN("it holds the data") {
            makeData(folder.path() / "mine");
            THEN("it goes before all others") {
                CHECK(find(program).reference == folder.path() / "mine" / "reference");
            }
        }
        WHEN("it does not") {
            THEN("no other is tried, and the message names it") {
                CHECK_THROWS_MATCHES(
                    find(program), DataError,
                    MessageMatches(ContainsSubstring((folder.path() / "mine").string()) &&
                                   ContainsSubstring("PALPATE_DATA")));
            }
        }
    }
    GIVEN("the program that is running") {
        THEN("it knows its own file") {
            CHECK(fs::is_regular_file(runningProgram()));
        }
    }
}

} // namespace palpate::app
