// SPDX-License-Identifier: MIT
#include "Palpatectl.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

using namespace palpate::test;
using Catch::Matchers::ContainsSubstring;
using Json = nlohmann::json;

namespace {

std::vector<std::filesystem::path> shippedTemplates() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator{
             std::filesystem::path{PALPATE_SOURCE_DIR} / "templates"}) {
        if (entry.path().extension() == ".md") {
            files.push_back(entry.path());
        }
    }
    return files;
}

} // namespace

TEST_CASE("template check finds every shipped template sound") {
    const auto files = shippedTemplates();
    REQUIRE(files.size() >= 2);
    for (const auto& file : files) {
        const auto outcome = palpatectlWithoutPassword({"template", "check", file.string()});
        CAPTURE(file);
        CHECK(outcome.status == 0);
        CHECK(outcome.errors.empty());
        CHECK(outcome.out.empty());
    }
}

SCENARIO("template check names each fault with its place") {
    GIVEN("a template with three faults") {
        const TempFolder folder;
        const auto file = (folder.path() / "letter.md").string();
        std::ofstream{file}
            << "---\ntitle: Letter\ntypo: x\n---\n\nÄh {{patient.nmae}}\n{{#points}}\n";
        WHEN("it is judged") {
            const auto outcome = palpatectlWithoutPassword({"template", "check", file});
            THEN("each is a line that an editor can jump to, and the status says so") {
                CHECK(outcome.status == 1);
                CHECK(outcome.out.empty());
                CHECK_THAT(outcome.errors, ContainsSubstring(file + ":3:1: Unknown key typo"));
                CHECK_THAT(outcome.errors,
                           ContainsSubstring(file + ":6:4: There is no field patient.nmae here; "
                                                    "did you mean patient.name?\n"));
                CHECK_THAT(outcome.errors, ContainsSubstring(file + ":7:1: The section points"));
                CHECK(std::count(outcome.errors.begin(), outcome.errors.end(), '\n') == 3);
            }
        }
        WHEN("it is asked for as JSON") {
            const auto outcome = palpatectlWithoutPassword({"template", "check", file, "--json"});
            THEN("the same stands on stdout") {
                CHECK(outcome.status == 1);
                CHECK(outcome.errors.empty());
                const auto faults = Json::parse(outcome.out);
                REQUIRE(faults.size() == 3);
                CHECK(faults[1].at("line") == 6);
                CHECK(faults[1].at("column") == 4);
                CHECK(faults[1].at("file") == file);
            }
        }
    }
    GIVEN("bytes that are no text, and a file that is not there") {
        const TempFolder folder;
        const auto file = (folder.path() / "bytes.md").string();
        std::ofstream{file, std::ios::binary} << std::string{"\x00\xFF\xFE{{", 5};
        CHECK(palpatectlWithoutPassword({"template", "check", file}).status == 1);
        const auto missing =
            palpatectlWithoutPassword({"template", "check", (folder.path() / "no.md").string()});
        CHECK(missing.status == 1);
        CHECK_THAT(missing.errors, ContainsSubstring("can't be read"));
        CHECK(palpatectlWithoutPassword({"template", "check", folder.path().string()}).status == 1);
    }
    GIVEN("a command that says too little") {
        CHECK(palpatectlWithoutPassword({"template", "check"}).status == 2);
        CHECK(palpatectlWithoutPassword({"template"}).status == 2);
    }
}

SCENARIO("template fields lists what may be asked for") {
    for (const char* about : {"case", "session", "patient", "clinic"}) {
        const auto outcome =
            palpatectlWithoutPassword({"template", "fields", "--about", about, "--json"});
        CAPTURE(about);
        REQUIRE(outcome.status == 0);
        const auto lines = Json::parse(outcome.out);
        std::set<std::string> names;
        for (const auto& line : lines) {
            names.insert(line.at("id").get<std::string>());
            CHECK(
                (line.at("kind") == "parameter" || !line.at("meaning").get<std::string>().empty()));
        }
        CHECK(names.count("clinic.name") == 1);
        CHECK(names.count("logo") == 1);
    }
    const auto table = palpatectlWithoutPassword({"template", "fields"});
    CHECK(table.status == 0);
    CHECK_THAT(table.out, ContainsSubstring("patient.name"));
    CHECK_THAT(table.out, ContainsSubstring("body-map"));
    const auto wrong = palpatectlWithoutPassword({"template", "fields", "--about", "weather"});
    CHECK(wrong.status == 2);
    CHECK_THAT(wrong.errors, ContainsSubstring("case, session, patient or clinic"));
}

SCENARIO("template list says what a clinic can print") {
    const auto outcome = palpatectl({"template", "list", sharedDemo().string(), "--json"});
    REQUIRE(outcome.status == 0);
    std::set<std::string> names;
    for (const auto& choice : Json::parse(outcome.out)) {
        names.insert(choice.at("id").get<std::string>());
        CHECK(choice.at("sound") == true);
        CHECK(choice.at("own") == false);
        CHECK_FALSE(choice.at("title").get<std::string>().empty());
    }
    for (const auto& file : shippedTemplates()) {
        CHECK(names.count(file.stem().string()) == 1);
    }
    const auto table = palpatectl({"template", "list", sharedDemo().string()});
    CHECK_THAT(table.out, ContainsSubstring("progress-report"));
}
