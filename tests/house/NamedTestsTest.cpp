// SPDX-License-Identifier: MIT
// A page that says "shown by this test" is worth nothing when there is no such test.
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

namespace {

namespace fs = std::filesystem;

const fs::path kRoot{PALPATE_SOURCE_DIR};

std::string contentOf(const fs::path& file) {
    std::ifstream in{file};
    REQUIRE(in);
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// What matches the first group of the expression.
std::set<std::string> namedIn(const std::string& text, const std::regex& expression) {
    std::set<std::string> names;
    for (std::sregex_iterator at{text.begin(), text.end(), expression}, end; at != end; ++at) {
        names.insert((*at)[1]);
    }
    return names;
}

bool isTest(const std::string& name) {
    const auto folders = fs::directory_iterator{kRoot / "tests"};
    return std::any_of(begin(folders), end(folders), [&](const fs::directory_entry& folder) {
        return fs::exists(folder.path() / (name + ".cpp"));
    });
}

} // namespace

TEST_CASE("the tests that the pages name are there") {
    for (const auto* page : {"security.md", "status.md", "reliability.md", "performance.md",
                             "file-format.md", "forms.md", "suggestions.md", "templates.md"}) {
        const auto text = contentOf(kRoot / "docs" / page);
        for (const auto& path : namedIn(text, std::regex{"`(tests/[A-Za-z0-9_/.-]+)`"})) {
            CAPTURE(page, path);
            CHECK(fs::exists(kRoot / path));
        }
        for (const auto& name : namedIn(text, std::regex{"`([A-Z][A-Za-z]+Test)(?:\\.cpp)?`"})) {
            CAPTURE(page, name);
            CHECK(isTest(name));
        }
    }
}

TEST_CASE("each line of the two lists of rules names a test, or that it does not apply") {
    std::ifstream page{kRoot / "docs/security.md"};
    int rows = 0;
    for (std::string line; std::getline(page, line);) {
        if (std::regex_search(line, std::regex{R"(^\| \([0-9a-e]+\))"})) {
            ++rows;
            CAPTURE(line);
            CHECK((line.find("`tests/") != std::string::npos ||
                   line.find("| as (2), (3) and (10) above |") != std::string::npos));
        }
    }
    CHECK(rows == 21);
}
