// SPDX-License-Identifier: MIT
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
using Catch::Matchers::StartsWith;
using nlohmann::json;

namespace {

[[nodiscard]] json parsed(const std::vector<std::string>& arguments) {
    const auto outcome = palpatectl(arguments);
    INFO(outcome.errors);
    REQUIRE(outcome.status == 0);
    CHECK(outcome.errors.empty());
    return json::parse(outcome.out);
}

[[nodiscard]] std::string contentOf(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

} // namespace

SCENARIO("init makes a clinic that its owner can open") {
    GIVEN("a new clinic with a password from a file") {
        const TempFolder folder;
        const auto clinic = (folder.path() / "North.palpate").string();
        const auto secret = (folder.path() / "secret").string();
        std::ofstream{secret} << "a password in a file\nnot this line\n";
        const auto made =
            palpatectlWithoutPassword({"init", clinic, "--name", "North", "--owner", "okafor",
                                       "--password-file", secret, "--fast-keys"});
        INFO(made.errors);
        REQUIRE(made.status == 0);
        CHECK_THAT(made.out, ContainsSubstring("Recovery key"));
        THEN("it has no patients, and is sound") {
            const auto patients = palpatectlWithoutPassword(
                {"patients", clinic, "--password-file", secret, "--json"});
            CHECK(patients.status == 0);
            CHECK(json::parse(patients.out).empty());
            CHECK(palpatectlWithoutPassword({"verify", clinic, "--password-file", secret}).status ==
                  0);
        }
        THEN("the recovery key is on the sheet that was asked for, and nobody else can read it") {
            const auto other = (folder.path() / "South.palpate").string();
            const auto sheet = folder.path() / "key.pdf";
            const auto sheeted = palpatectlWithoutPassword(
                {"init", other, "--name", "South", "--owner", "okafor", "--password-file", secret,
                 "--fast-keys", "--sheet", sheet.string()});
            INFO(sheeted.errors);
            REQUIRE(sheeted.status == 0);
            CHECK_THAT(sheeted.out, ContainsSubstring("Wrote the sheet"));
            CHECK(contentOf(sheet).starts_with("%PDF-"));
            CHECK(std::filesystem::status(sheet).permissions() ==
                  (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
        }
        THEN("another name, or another password, does not open it") {
            CHECK(palpatectlWithoutPassword(
                      {"patients", clinic, "--user", "somebody", "--password-file", secret})
                      .status == 3);
            CHECK(palpatectl({"patients", clinic}).status == 3);
        }
        THEN("init does not touch it again") {
            const auto again =
                palpatectlWithoutPassword({"init", clinic, "--name", "South", "--owner", "x",
                                           "--password-file", secret, "--fast-keys"});
            CHECK(again.status == 1);
            CHECK(
                palpatectlWithoutPassword({"patients", clinic, "--password-file", secret}).status ==
                0);
        }
    }
}

SCENARIO("lists are there for people and for scripts") {
    const auto clinic = sharedDemo().string();
    GIVEN("the patients of the demonstration") {
        const auto patients = parsed({"patients", clinic, "--json"});
        REQUIRE(patients.size() == 12);
        THEN("each has an id of its own") {
            std::set<std::string> ids;
            for (const auto& patient : patients) {
                ids.insert(patient.at("id").get<std::string>());
            }
            CHECK(ids.size() == 12);
        }
        THEN("a limit keeps the first of them") {
            const auto two = parsed({"patients", clinic, "--limit", "2", "--json"});
            REQUIRE(two.size() == 2);
            CHECK(two[0] == patients[0]);
            CHECK(two[1] == patients[1]);
        }
        THEN("the readable list has aligned columns, one line each") {
            const auto text = palpatectl({"patients", clinic}).out;
            CHECK(std::ranges::count(text, '\n') == 13);
            CHECK_THAT(text, StartsWith("name"));
            CHECK_THAT(text, ContainsSubstring("Kovács, Ana"));
        }
    }
    GIVEN("all sessions") {
        const auto sessions = parsed({"sessions", clinic, "--json"});
        REQUIRE(sessions.size() > 40);
        THEN("they come newest first") {
            CHECK(std::ranges::is_sorted(sessions, [](const json& a, const json& b) {
                return a.at("started_at").get<std::string>() >
                       b.at("started_at").get<std::string>();
            }));
        }
        THEN("those of one patient are a part of them") {
            const auto id = sessions[0].at("patient").get<std::string>();
            const auto own = parsed({"sessions", clinic, "--patient", id, "--json"});
            REQUIRE_FALSE(own.empty());
            for (const auto& session : own) {
                CHECK(session.at("patient") == id);
                CHECK(std::ranges::find(sessions, session) != sessions.end());
            }
        }
    }
}

SCENARIO("search narrows by muscle, technique and day") {
    const auto clinic = sharedDemo().string();
    const auto all = parsed({"search", clinic, "", "--limit", "1000", "--json"});
    CHECK(all.size() == parsed({"sessions", clinic, "--json"}).size());
    const auto narrowed = [&](std::vector<std::string> options) {
        std::vector<std::string> arguments{"search", clinic, "", "--limit", "1000", "--json"};
        arguments.insert(arguments.end(), options.begin(), options.end());
        return parsed(arguments);
    };
    const auto muscle = narrowed({"--muscle", "quadratus_lumborum"});
    CHECK(muscle.size() >= 7);
    CHECK(muscle.size() < all.size());
    const auto technique = narrowed({"--technique", "pressure_release"});
    CHECK(technique.size() >= 7);
    CHECK(technique.size() < all.size());
    const auto lastWeek = narrowed({"--from", "2026-11-17", "--to", "2026-11-23"});
    REQUIRE_FALSE(lastWeek.empty());
    for (const auto& session : lastWeek) {
        CHECK(session.at("day").get<std::string>() >= "2026-11-17");
    }
    CHECK(narrowed({"--to", "2026-11-16"}).size() + lastWeek.size() == all.size());
    CHECK(parsed({"search", clinic, "xyzzynothing", "--json"}).empty());
    CHECK(parsed({"search", clinic, "quadratus", "--limit", "3", "--json"}).size() == 3);
}

SCENARIO("a session's body map becomes a file") {
    const TempFolder folder;
    const auto clinic = sharedDemo().string();
    const auto patients = parsed({"patients", clinic, "--search", "kovacs", "--json"});
    const auto id = patients.at(0).at("id").get<std::string>();
    const auto session = parsed({"sessions", clinic, "--patient", id, "--json"}).at(6).at("id");
    GIVEN("the latest session as SVG") {
        const auto file = folder.path() / "map.svg";
        const auto drawn = palpatectl({"map", clinic, "--patient", id, "--out", file.string()});
        INFO(drawn.errors);
        REQUIRE(drawn.status == 0);
        const auto svg = contentOf(file);
        CHECK_THAT(svg, ContainsSubstring("<svg"));
        CHECK_THAT(svg, ContainsSubstring("Ana Kovács"));
        CHECK_THAT(svg, ContainsSubstring("Mon 23 Nov 2026"));
        THEN("another session, view and layer give another picture") {
            const auto other = folder.path() / "other.svg";
            REQUIRE(palpatectl({"map", clinic, "--session", session, "--view", "anterior",
                                "--layer", "4", "--out", other.string()})
                        .status == 0);
            CHECK_THAT(contentOf(other), ContainsSubstring("Mon 12 Oct 2026"));
            CHECK(contentOf(other) != svg);
        }
    }
    GIVEN("the difference of two sessions") {
        const auto file = folder.path() / "difference.svg";
        const auto latest = parsed({"sessions", clinic, "--patient", id, "--json"}).at(0).at("id");
        const auto drawn = palpatectl(
            {"map", clinic, "--session", latest, "--difference", session, "--out", file.string()});
        INFO(drawn.errors);
        REQUIRE(drawn.status == 0);
        const auto svg = contentOf(file);
        CHECK_THAT(svg, ContainsSubstring("12 Oct 2026 against 23 Nov 2026"));
        CHECK_THAT(svg, ContainsSubstring("Pain now: 7 → 3"));
        CHECK_THAT(svg, ContainsSubstring("gone since"));
        CHECK_THAT(svg, ContainsSubstring("pain then"));
        THEN("the order of the two makes no difference") {
            const auto other = folder.path() / "other.svg";
            REQUIRE(palpatectl({"map", clinic, "--session", session, "--difference", latest,
                                "--out", other.string()})
                        .status == 0);
            CHECK(contentOf(other) == svg);
        }
        THEN("a session against itself is refused") {
            const auto same = palpatectl({"map", clinic, "--session", latest, "--difference",
                                          latest, "--out", file.string()});
            CHECK(same.status == 1);
            CHECK_THAT(same.errors, ContainsSubstring("two different ones"));
        }
    }
    GIVEN("the same as PDF") {
        const auto file = folder.path() / "map.pdf";
        const auto drawn = palpatectl({"map", clinic, "--patient", id, "--out", file.string()});
        INFO(drawn.errors);
        REQUIRE(drawn.status == 0);
        CHECK_THAT(contentOf(file), StartsWith("%PDF-"));
        CHECK_THAT(ran("pdftotext", {file.string(), "-"}).out, ContainsSubstring("Ana Kovács"));
    }
}

SCENARIO("a report covers the period that was asked for") {
    const TempFolder folder;
    const auto clinic = sharedDemo().string();
    const auto id = parsed({"patients", clinic, "--search", "kovacs", "--json"})[0].at("id");
    const auto sessions = parsed({"sessions", clinic, "--patient", id, "--json"});
    const auto pdf = (folder.path() / "october.pdf").string();
    const std::vector<std::string> upToOut{"report",     clinic,           "--patient",
                                           id,           "--case",         sessions[0].at("case"),
                                           "--template", "progress-report"};
    const auto reported = [&](std::vector<std::string> more) {
        auto arguments = upToOut;
        arguments.insert(arguments.end(), more.begin(), more.end());
        return palpatectl(arguments);
    };
    const auto october = reported({"--from", "2026-10-01", "--to", "2026-10-31", "--out", pdf});
    INFO(october.errors);
    REQUIRE(october.status == 0);
    const auto text = ran("pdftotext", {"-layout", pdf, "-"}).out;
    CHECK_THAT(text, ContainsSubstring("3 sessions"));
    THEN("a period without a session is no report") {
        const auto none = (folder.path() / "none.pdf").string();
        CHECK(reported({"--from", "2020-01-01", "--to", "2020-12-31", "--out", none}).status == 1);
        CHECK_FALSE(std::filesystem::exists(none));
    }
}

SCENARIO("verify finds a sound clinic sound and a tampered one not") {
    GIVEN("a small demonstration clinic") {
        const TempFolder folder;
        const auto clinic = (folder.path() / "Small.palpate").string();
        REQUIRE(palpatectl(
                    {"demo", clinic, "--patients", "2", "--last-day", "2026-11-23", "--fast-keys"})
                    .status == 0);
        const auto checks = parsed({"verify", clinic, "--json"});
        CHECK(checks.size() >= 9);
        for (const auto& check : checks) {
            CAPTURE(check.at("id").get<std::string>());
            CHECK(check.at("sound") == true);
        }
        WHEN("the head of a print is asked for") {
            const std::string zeros(64, '0');
            const auto rewritten = palpatectl({"verify", clinic, "--row", "1", "--hash", zeros});
            CHECK(rewritten.status == 1);
            CHECK_THAT(rewritten.errors, ContainsSubstring("is not what was printed"));
            CHECK(palpatectl({"verify", clinic, "--row", "1"}).status == 2);
            CHECK(palpatectl({"verify", clinic, "--row", "1", "--hash", "0"}).status == 1);
        }
        WHEN("a byte in the middle of the file is turned") {
            const auto file = folder.path() / "Small.palpate" / "clinic.db";
            const auto middle = static_cast<std::streamoff>(std::filesystem::file_size(file) / 2);
            std::fstream bytes{file, std::ios::binary | std::ios::in | std::ios::out};
            bytes.seekg(middle);
            const auto old = static_cast<char>(bytes.get());
            bytes.seekp(middle);
            bytes.put(static_cast<char>(old ^ 0x55));
            bytes.close();
            THEN("it says so on one line and fails") {
                const auto outcome = palpatectl({"verify", clinic});
                CHECK(outcome.status == 1);
                CHECK(std::ranges::count(outcome.errors, '\n') == 1);
            }
        }
    }
}
