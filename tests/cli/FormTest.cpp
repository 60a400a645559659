// SPDX-License-Identifier: MIT
#include "Palpatectl.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <filesystem>
#include <fstream>

using namespace palpate::test;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("form check finds every shipped form clean") {
    std::vector<std::string> words{"form", "check"};
    for (const auto& entry :
         std::filesystem::directory_iterator{std::filesystem::path{PALPATE_SOURCE_DIR} / "forms"}) {
        words.push_back(entry.path().string());
    }
    REQUIRE(words.size() > 20);
    const auto outcome = palpatectlWithoutPassword(words);
    CHECK(outcome.status == 0);
    CHECK(outcome.errors.empty());
    CHECK(outcome.out.empty());
}

SCENARIO("form check names each fault with its file and question") {
    const TempFolder folder;
    const auto file = (folder.path() / "intake.json").string();
    GIVEN("a form with an error and a note") {
        std::ofstream{file} << R"({"resourceType": "Questionnaire", "url": "u", "title": "Intake",
            "item": [{"linkId": "who", "type": "reference"},
                     {"linkId": "a", "type": "string", "extension": [{"url": "x"}]}]})";
        const auto outcome = palpatectlWithoutPassword({"form", "check", file});
        CHECK(outcome.status == 1);
        CHECK(outcome.out.empty());
        CHECK_THAT(outcome.errors, ContainsSubstring(file + ": error, who: The type reference"));
        CHECK_THAT(outcome.errors, ContainsSubstring(file + ": note, a: The extension x"));
        const auto asJson = palpatectlWithoutPassword({"form", "check", "--json", file});
        CHECK(asJson.status == 1);
        CHECK(asJson.errors.empty());
        CHECK_THAT(asJson.out, ContainsSubstring("\"linkId\": \"who\""));
    }
    GIVEN("a form with a note alone") {
        std::ofstream{file} << R"({"resourceType": "Questionnaire", "url": "u", "title": "Intake",
            "item": [{"linkId": "a", "type": "string", "extension": [{"url": "x"}]}]})";
        CHECK(palpatectlWithoutPassword({"form", "check", file}).status == 0);
    }
    GIVEN("no such file") {
        const auto outcome = palpatectlWithoutPassword({"form", "check", file});
        CHECK(outcome.status != 0);
        CHECK_THAT(outcome.errors, ContainsSubstring("can't be read"));
    }
}
