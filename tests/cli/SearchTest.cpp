// SPDX-License-Identifier: MIT
#include "app/SearchQuery.h"
#include "cli/Palpatectl.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

using namespace palpate::test;
using Catch::Matchers::ContainsSubstring;
using Json = nlohmann::json;

namespace {

[[nodiscard]] Outcome search(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"search", sharedDemo().string()});
    return palpatectl(arguments);
}

[[nodiscard]] Json found(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--json"});
    const auto outcome = search(arguments);
    INFO(outcome.errors);
    REQUIRE(outcome.status == 0);
    return Json::parse(outcome.out);
}

[[nodiscard]] std::set<std::string> idsOf(const Json& list, const char* key = "id") {
    std::set<std::string> ids;
    for (const auto& one : list) {
        ids.insert(one.at(key).get<std::string>());
    }
    return ids;
}

void checkMistake(const Outcome& outcome, const std::string& says) {
    CAPTURE(outcome.out, outcome.errors);
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    CHECK_THAT(outcome.errors, ContainsSubstring(says));
    CHECK(std::ranges::count(outcome.errors, '\n') == 1);
}

} // namespace

SCENARIO("a typed query narrows on the command line as in the window") {
    const auto all = found({"ql", "--limit", "1000"});
    const auto tender = found({"ql >= 6", "--limit", "1000"});
    const auto treated = found({"ql >= 6 pressure release", "--limit", "1000"});
    REQUIRE(!treated.empty());
    CHECK(treated.size() < tender.size());
    CHECK(tender.size() < all.size());
    CHECK(std::ranges::includes(idsOf(tender), idsOf(treated)));
    CHECK(std::ranges::includes(idsOf(all), idsOf(tender)));

    SECTION("options are part of the query") {
        CHECK(found({"", "--muscle", "quadratus_lumborum", "--limit", "1000"}) == all);
        CHECK(found({">= 6", "--muscle", "quadratus_lumborum", "--technique", "pressure_release",
                     "--limit", "1000"}) == treated);
        CHECK(found({"ql since:2026-11-17", "--limit", "1000"}) ==
              found({"ql", "--from", "2026-11-17", "--limit", "1000"}));
    }
    SECTION("the patients who have such a session") {
        const auto patients = found({"ql", "--patients", "--limit", "1000"});
        CHECK(idsOf(patients) == idsOf(all, "patient"));
        std::size_t sessions = 0;
        for (const auto& patient : patients) {
            sessions += patient.at("sessions").get<std::size_t>();
        }
        CHECK(sessions == all.size());
    }
    SECTION("how many") {
        const auto many = search({"ql", "--count"});
        CHECK(many.out == std::to_string(all.size()) + " sessions\n");
        const auto count = found({"ql", "--count", "--patients"});
        CHECK(count.at("count") == idsOf(all, "patient").size());
        CHECK(count.at("more") == false);
    }
    SECTION("a table for people") {
        const auto table = search({"ql", "--patients", "--limit", "2"});
        CHECK(table.status == 0);
        CHECK_THAT(table.out, ContainsSubstring("Kovács"));
        CHECK_THAT(table.errors, ContainsSubstring("--limit N shows more"));
    }
}

SCENARIO("a mistake in a query ends with what to do") {
    checkMistake(search({"since:90x"}), "since:90d");
    checkMistake(search({"gm"}), "may mean gluteus maximus");
    checkMistake(search({"flag:xyz"}), "No red flag is called");
    checkMistake(search({"since:2026-11-01", "--from", "2026-11-02"}), "contradicts");
    checkMistake(search({"--count"}), "QUERY is required");
    checkMistake(search({"ql", "--for", "Dr M. Patel"}), "--csv");
    checkMistake(search({"ql", "--csv", "x.csv", "--json"}), "--csv");
    const auto missing = search({"--saved", "nothing of the kind"});
    CHECK(missing.status == 1);
    CHECK_THAT(missing.errors, ContainsSubstring("no saved search"));
}

SCENARIO("results leave as a file that the records tell of") {
    const TempFolder folder;
    const auto clinic = (folder.path() / "Demo.palpate").string(); // the shared one is only read
    std::filesystem::copy(sharedDemo(), clinic, std::filesystem::copy_options::recursive);
    const auto file = folder.path() / "found.csv";
    const auto patients = found({"ql >= 6 pressure release", "--patients", "--limit", "1000"});
    const auto outcome =
        palpatectl({"search", clinic, "ql >= 6 pressure release", "--csv", file.string(), "--for",
                    "Dr M. Patel", "--why", "second opinion"});
    INFO(outcome.errors);
    REQUIRE(outcome.status == 0);
    CHECK(outcome.out.empty());
    std::ifstream in{file, std::ios::binary};
    std::ostringstream csv;
    csv << in.rdbuf();
    CHECK(static_cast<std::size_t>(std::ranges::count(csv.str(), '\n')) ==
          1 + found({"ql >= 6 pressure release", "--limit", "1000"}).size());
    for (const auto& id : idsOf(patients)) {
        const auto rows =
            Json::parse(palpatectl({"disclosures", clinic, "--patient", id, "--json"}).out);
        const auto row = std::ranges::find_if(rows, [](const Json& one) {
            return one.at("purpose") == "second opinion" && one.at("recipient") == "Dr M. Patel" &&
                   one.at("means") == "exported";
        });
        CHECK(row != rows.end());
    }
    const auto nowhere =
        palpatectl({"search", clinic, "ql", "--csv", (folder.path() / "no" / "x.csv").string()});
    CHECK(nowhere.status == 1);
}

TEST_CASE("the help of search and the page on it tell every way to search") {
    const auto help = search({"--help"});
    CHECK(help.status == 0);
    std::ifstream in{std::filesystem::path{PALPATE_SOURCE_DIR} / "docs/how-to/search.md"};
    std::vector<std::string> rows;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("| `")) {
            rows.push_back(line);
        }
    }
    std::vector<std::string> expected;
    for (const auto& line : palpate::app::queryHelp()) {
        CHECK_THAT(help.out, ContainsSubstring(line.example));
        CHECK_THAT(help.out, ContainsSubstring(line.meaning));
        expected.push_back("| `" + line.example + "` | " + line.meaning + " |");
    }
    CHECK(rows == expected);
}
