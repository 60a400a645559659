// SPDX-License-Identifier: MIT
#include "cli/Palpatectl.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>

using namespace palpate::test;
using Catch::Matchers::ContainsSubstring;
using nlohmann::json;

namespace {

[[nodiscard]] std::string textOf(const std::filesystem::path& pdf) {
    const auto text = ran("pdftotext", {"-layout", pdf.string(), "-"});
    REQUIRE(text.status == 0);
    return text.out;
}

} // namespace

SCENARIO("a script makes a demonstration clinic, searches it and prints a report") {
    GIVEN("a demonstration clinic with keys as strong as any clinic's") {
        const TempFolder folder;
        const auto clinic = (folder.path() / "Demo.palpate").string();
        const auto made = palpatectl({"demo", clinic, "--seed", "7", "--last-day", "2026-11-23"});
        INFO(made.errors);
        REQUIRE(made.status == 0);
        CHECK_THAT(made.out, ContainsSubstring("40 invented patients"));
        CHECK_THAT(made.out, ContainsSubstring("Recovery key"));
        WHEN("it is searched for a muscle") {
            const auto found = palpatectl({"search", clinic, "quadratus", "--json"});
            INFO(found.errors);
            REQUIRE(found.status == 0);
            const auto hits = json::parse(found.out);
            THEN("sessions come with what a script needs to go on") {
                REQUIRE(hits.is_array());
                REQUIRE_FALSE(hits.empty());
                for (const auto& hit : hits) {
                    CHECK(hit.at("id").get<std::string>().size() == 36);
                    CHECK(hit.at("patient").get<std::string>().size() == 36);
                }
                AND_THEN("a report of the first one's patient holds name and clinic") {
                    const auto pdf = folder.path() / "report.pdf";
                    const auto report =
                        palpatectl({"report", clinic, "--patient", hits[0].at("patient"),
                                    "--template", "progress-report", "--out", pdf.string()});
                    INFO(report.errors);
                    REQUIRE(report.status == 0);
                    const auto text = textOf(pdf);
                    CHECK_THAT(text, ContainsSubstring("Progress report"));
                    CHECK_THAT(text, ContainsSubstring("Riverside Clinic"));
                    CHECK_THAT(text, ContainsSubstring(hits[0].at("patient_name")));
                }
            }
        }
    }
}

SCENARIO("the patient of the pictures is in every demonstration") {
    const TempFolder folder;
    const auto clinic = sharedDemo().string();
    const auto found = palpatectl({"patients", clinic, "--search", "kovacs ana", "--json"});
    REQUIRE(found.status == 0);
    const auto patients = json::parse(found.out);
    REQUIRE(patients.size() == 1);
    CHECK(patients[0].at("family_name") == "Kovács");
    CHECK(patients[0].at("open_complaint") == "Low back pain, right");
    CHECK(patients[0].at("last_session") == "2026-11-23");
    const auto id = patients[0].at("id").get<std::string>();

    const auto listed = palpatectl({"sessions", clinic, "--patient", id, "--json"});
    REQUIRE(listed.status == 0);
    const auto sessions = json::parse(listed.out);
    REQUIRE(sessions.size() == 7);
    CHECK(sessions[0].at("day") == "2026-11-23");
    CHECK(sessions[0].at("signed") == false);
    CHECK(sessions[0].at("pain_now") == 3);
    CHECK(sessions[6].at("day") == "2026-10-12");
    CHECK(sessions[6].at("signed") == true);
    CHECK(sessions[6].at("pain_now") == 7);
    CHECK(sessions[6].at("points") == 7);

    const auto pdf = folder.path() / "ana.pdf";
    const auto report = palpatectl({"report", clinic, "--patient", id, "--template",
                                    "progress-report", "--out", pdf.string()});
    INFO(report.errors);
    REQUIRE(report.status == 0);
    const auto text = textOf(pdf);
    CHECK_THAT(text, ContainsSubstring("Ana Kovács"));
    CHECK_THAT(text, ContainsSubstring("quadratus lumborum"));
    CHECK_THAT(text, ContainsSubstring("M54.59"));
}

TEST_CASE("the same seed gives the same clinic, another seed another") {
    const TempFolder folder;
    const auto made = [&](const char* name, const char* seed) {
        const auto clinic = (folder.path() / name).string();
        const auto demo = palpatectl({"demo", clinic, "--patients", "6", "--seed", seed,
                                      "--last-day", "2026-11-23", "--fast-keys"});
        REQUIRE(demo.status == 0);
        return palpatectl({"sessions", clinic, "--json"}).out;
    };
    const auto first = made("a.palpate", "3");
    CHECK(json::parse(first).size() > 12);
    CHECK(made("b.palpate", "3") == first);
    CHECK(made("c.palpate", "4") != first);
}
