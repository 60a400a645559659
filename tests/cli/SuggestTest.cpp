// SPDX-License-Identifier: MIT
#include "cli/Palpatectl.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

using namespace palpate::test;
using Catch::Matchers::ContainsSubstring;
using Json = nlohmann::json;

namespace {

[[nodiscard]] Json suggested(const std::vector<std::string>& more) {
    std::vector<std::string> arguments{"suggest", "--json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const auto outcome = palpatectlWithoutPassword(arguments);
    CAPTURE(outcome.errors);
    REQUIRE(outcome.status == 0);
    return Json::parse(outcome.out);
}
[[nodiscard]] Json table(const char* name) {
    std::ifstream file{std::filesystem::path{PALPATE_SOURCE_DIR} / "src" / name};
    return Json::parse(file);
}
void checkRefusal(const Outcome& outcome, int status) {
    CAPTURE(outcome.out, outcome.errors);
    CHECK(outcome.status == status);
    CHECK(outcome.out.empty());
    CHECK(outcome.errors.starts_with("palpatectl: "));
    CHECK(std::ranges::count(outcome.errors, '\n') == 1);
}

} // namespace

TEST_CASE("suggest ranks the points whose zone is painted, without a clinic") {
    const auto list = suggested({"--regions", "lumbar:R,hip_lateral:R"});
    REQUIRE(list.size() > 3);
    const auto& first = list.at(0);
    CHECK(first.at("id") == "quadratus_lumborum.superficial_upper");
    CHECK(first.at("side") == "R");
    CHECK(first.at("rank") == 1);
    CHECK(first.at("muscle") == "quadratus_lumborum");
    CHECK(first.at("score") == 1);
    CHECK_THAT(first.at("reason").get<std::string>(), ContainsSubstring("of its usual referral"));
    CHECK(first.at("sources").is_array());
    for (std::size_t i = 1; i < list.size(); ++i) {
        CHECK(list[i].at("rank").get<int>() >= list[i - 1].at("rank").get<int>());
        CHECK(list[i].at("score").get<double>() <= list[i - 1].at("score").get<double>());
    }
}

TEST_CASE("the exact zone of a point of the table gives it rank 1, from the command line too") {
    std::vector<std::string> middle;
    const auto atlas = table("atlas/data/body-atlas.json");
    for (const auto& region : atlas.at("regions")) {
        if (region.at("side") == "M") {
            middle.push_back(region.at("id"));
        }
    }
    const auto points = table("reference/data/trigger-points.json");
    const auto& muscles = points.at("muscles");
    // Every tenth muscle: the rule itself is tested for all of them elsewhere.
    for (std::size_t i = 0; i < muscles.size(); i += 10) {
        for (const auto& point : muscles[i].at("trigger_points")) {
            std::string regions;
            for (const auto& zone : point.at("essential")) {
                const std::string region = zone.at("region");
                const bool isMiddle = std::ranges::find(middle, region) != middle.end();
                regions += region + (isMiddle ? "," : ":L,");
                if (!isMiddle && zone.at("side") == "both") {
                    regions += region + ":R,";
                }
            }
            CAPTURE(regions, point.at("key").get<std::string>());
            const auto list = suggested({"--regions", regions, "--limit", "1"});
            CHECK(std::ranges::any_of(list, [&](const Json& row) {
                return row.at("id") == point.at("key") && row.at("side") == "L" &&
                       row.at("rank") == 1;
            }));
        }
    }
}

TEST_CASE("suggest prints a table and says how sure it is") {
    const auto outcome = palpatectlWithoutPassword({"suggest", "--regions", "sacrum"});
    CHECK(outcome.status == 0);
    CHECK_THAT(outcome.out, ContainsSubstring("R multifidus: sacral"));
    CHECK_THAT(outcome.out, ContainsSubstring("L multifidus: sacral"));
    CHECK_THAT(outcome.errors, ContainsSubstring("never certain"));
    CHECK_THAT(outcome.errors, ContainsSubstring("share their essential zone"));
    const auto limited = suggested({"--regions", "sacrum,calf:R", "--limit", "1"});
    for (const auto& row : limited) {
        CHECK(row.at("rank") == 1);
    }
    // Twice the same region is that region.
    CHECK(suggested({"--regions", "sacrum,sacrum"}) == suggested({"--regions", "sacrum"}));
    CHECK(suggested({"--regions", "lumbar:r"}) == suggested({"--regions", " lumbar:R ,"}));
}

TEST_CASE("regions that can't be meant are refused in one line") {
    const auto* regions = GENERATE("", ",", "lumbar", "lumbar:M", "lumbar:X", "lumbar:", "sacrum:R",
                                   "spleen:L", "lumbar:R,spleen:L", "lumbar R", "lumbar:R:L");
    const auto outcome = palpatectlWithoutPassword({"suggest", "--regions", regions});
    CAPTURE(regions);
    checkRefusal(outcome, 2);
    if (std::string{regions} == "lumbar") {
        CHECK_THAT(outcome.errors, ContainsSubstring("lumbar:L or lumbar:R"));
    }
    checkRefusal(palpatectlWithoutPassword({"suggest"}), 2);
    checkRefusal(palpatectlWithoutPassword({"suggest", "--regions", "sacrum", "--limit", "0"}), 2);
}

TEST_CASE("an unknown region is answered with those that are like it") {
    const auto outcome = palpatectlWithoutPassword({"suggest", "--regions", "buttock:R"});
    checkRefusal(outcome, 2);
    CHECK_THAT(outcome.errors, ContainsSubstring("buttock_lower, buttock_upper."));
}

TEST_CASE("atlas check judges a file") {
    const TempFolder folder;
    const auto shipped =
        (std::filesystem::path{PALPATE_SOURCE_DIR} / "src/atlas/data/body-atlas.json").string();
    SECTION("the shipped one is sound") {
        const auto outcome = palpatectlWithoutPassword({"atlas", "check", shipped});
        CAPTURE(outcome.errors);
        CHECK(outcome.status == 0);
        CHECK_THAT(outcome.out, ContainsSubstring("is sound"));
        CHECK_THAT(outcome.out, ContainsSubstring("359 muscles"));
        CHECK(outcome.errors.empty());
    }
    SECTION("a truncated one, one that is none, and one that is not there") {
        std::ifstream in{shipped, std::ios::binary};
        std::ostringstream text;
        text << in.rdbuf();
        const auto cut = (folder.path() / "cut.json").string();
        std::ofstream{cut, std::ios::binary} << text.str().substr(0, text.str().size() / 2);
        const auto list = (folder.path() / "list.json").string();
        std::ofstream{list} << "[1, 2, 3]\n";
        const auto nowhere = (folder.path() / "nowhere.json").string();
        for (const auto& file : {cut, list, nowhere}) {
            const auto outcome = palpatectlWithoutPassword({"atlas", "check", file});
            checkRefusal(outcome, 1);
            CHECK_THAT(outcome.errors,
                       ContainsSubstring(std::filesystem::path{file}.filename().string()));
        }
    }
    SECTION("a muscle without a view is named") {
        auto atlas = table("atlas/data/body-atlas.json");
        atlas["muscles"][3]["views"] = Json::object();
        const auto file = (folder.path() / "bare.json").string();
        std::ofstream{file} << atlas.dump();
        const auto outcome = palpatectlWithoutPassword({"atlas", "check", file});
        CAPTURE(outcome.errors);
        CHECK(outcome.status == 1);
        CHECK_THAT(outcome.errors, ContainsSubstring("bare.json"));
        CHECK_THAT(outcome.errors, ContainsSubstring(atlas["muscles"][3]["id"].get<std::string>()));
        CHECK(std::ranges::count(outcome.errors, '\n') == 1);
    }
    checkRefusal(palpatectlWithoutPassword({"atlas"}), 2);
    checkRefusal(palpatectlWithoutPassword({"atlas", "check"}), 2);
    checkRefusal(palpatectlWithoutPassword({"atlas", "mend", shipped}), 2);
}

TEST_CASE("the commands that need no clinic explain themselves") {
    for (const auto* command : {"suggest", "atlas"}) {
        const auto help = palpatectlWithoutPassword({command, "--help"});
        CHECK(help.status == 0);
        CHECK_THAT(help.out, ContainsSubstring("Example"));
        CHECK_THAT(palpatectlWithoutPassword({"--help"}).out, ContainsSubstring(command));
    }
    CHECK(palpatectlWithoutPassword({"atlas", "check", "--help"}).status == 0);
}
