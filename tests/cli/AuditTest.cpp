// SPDX-License-Identifier: MIT
// audit: who did or saw what, as a script reads it.
#include "cli/Palpatectl.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

using namespace palpate::test;
using Catch::Matchers::ContainsSubstring;

namespace {

class Audited {
public:
    Audited() {
        const auto made = palpatectl({"demo", clinic(), "--patients", "2", "--seed", "7",
                                      "--last-day", "2026-11-23", "--fast-keys"});
        INFO(made.errors);
        REQUIRE(made.status == 0);
    }
    [[nodiscard]] std::string clinic() const { return (temp_.path() / "Small.palpate").string(); }
    [[nodiscard]] std::string path(const std::string& name) const {
        return (temp_.path() / name).string();
    }
    [[nodiscard]] nlohmann::json rows(std::vector<std::string> options) const {
        std::vector<std::string> words{"audit", clinic(), "--json"};
        words.insert(words.end(), options.begin(), options.end());
        const auto listed = palpatectl(words);
        CAPTURE(listed.errors);
        REQUIRE(listed.status == 0);
        return nlohmann::json::parse(listed.out);
    }

private:
    TempFolder temp_;
};

} // namespace

SCENARIO("the audit trail is listed and filtered", "[cli][audit]") {
    const Audited audited;
    const auto all = audited.rows({"--limit", "100000"});
    REQUIRE(all.size() > 20);
    CHECK(all[0]["row"] == all.size());
    CHECK(all[0]["kind"] == "sign_in");

    THEN("rows of one patient, of one kind and at most so many") {
        const auto some = std::ranges::find_if(
            all, [](const nlohmann::json& row) { return !row["patient"].is_null(); });
        REQUIRE(some != all.end());
        const std::string patient = (*some)["patient"];
        const auto theirs = audited.rows({"--patient", patient, "--limit", "100000"});
        CHECK(static_cast<std::ptrdiff_t>(theirs.size()) ==
              std::ranges::count_if(
                  all, [&](const nlohmann::json& row) { return row["patient"] == patient; }));
        for (const auto& row : audited.rows({"--kind", "create", "--limit", "5"})) {
            CHECK(row["kind"] == "create");
        }
        CHECK(audited.rows({"--limit", "3"}).size() == 3);
        CHECK(audited.rows({"--to", "1999-12-31"}).empty());
    }
    THEN("the list for people has a line a row and says that there is more") {
        const auto listed = palpatectl({"audit", audited.clinic(), "--limit", "2"});
        CHECK(listed.status == 0);
        CHECK(std::ranges::count(listed.out, '\n') == 3);
        CHECK_THAT(listed.out, ContainsSubstring("signed in"));
        CHECK_THAT(listed.errors, ContainsSubstring("The newest 2 of "));
    }
    THEN("a table is written once, and its leaving is a row") {
        const auto file = audited.path("trail.csv");
        const auto written = palpatectl({"audit", audited.clinic(), "--csv", file});
        CAPTURE(written.errors);
        CHECK(written.status == 0);
        std::ifstream in{file, std::ios::binary};
        std::ostringstream text;
        text << in.rdbuf();
        CHECK(std::ranges::count(text.str(), '\r') > static_cast<std::ptrdiff_t>(all.size()));
        CHECK(audited.rows({"--kind", "export"}).size() == 1);
        CHECK(palpatectl({"verify", audited.clinic()}).status == 0);
    }
    THEN("what can't be meant is refused in one sentence") {
        for (const std::vector<std::string>& wrong : {std::vector<std::string>{"--kind", "dance"},
                                                      {"--person", "nobody"},
                                                      {"--patient", "Ana"},
                                                      {"--from", "yesterday"}}) {
            std::vector<std::string> words{"audit", audited.clinic()};
            words.insert(words.end(), wrong.begin(), wrong.end());
            const auto refused = palpatectl(words);
            CAPTURE(refused.errors);
            CHECK(refused.status == 2);
            CHECK(refused.out.empty());
            CHECK(std::ranges::count(refused.errors, '\n') == 1);
        }
    }
}
