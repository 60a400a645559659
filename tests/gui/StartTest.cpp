// SPDX-License-Identifier: MIT
// What happens before a clinic is open; needs no window.
#include "gui/CommandLine.h"
#include "gui/RecentClinics.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>

using namespace palpate;

TEST_CASE("the command line says what to open", "[start]") {
    CHECK(gui::parse({}).problem.empty());
    CHECK(gui::parse({"Riverside.palpate"}).clinic == std::filesystem::path{"Riverside.palpate"});
    CHECK(gui::parse({"--demo"}).demo);
    const auto both =
        gui::parse({"a.palpate", "--patient", "00000000-0000-7000-8000-000000000001"});
    CHECK(both.patient.has_value());
    CHECK(both.problem.empty());
}

TEST_CASE("a command line that makes no sense is one sentence and opens nothing", "[start]") {
    for (const std::vector<std::string>& words : {std::vector<std::string>{"--patient"},
                                                  {"--patient", "Ana"},
                                                  {"--bogus"},
                                                  {"a", "b"},
                                                  {"--demo", "a"}}) {
        const auto line = gui::parse(words);
        CHECK_FALSE(line.problem.empty());
        CHECK_FALSE(line.clinic.has_value());
        CHECK_FALSE(line.demo);
    }
}

TEST_CASE("recent clinics come newest first, once each, and only while they are there", "[start]") {
    const test::TempFolder folder;
    gui::RecentClinics recent{folder.path() / "settings" / "recent-clinics"};
    CHECK(recent.list().empty());
    const auto one = folder.path() / "One.palpate";
    const auto two = folder.path() / "Two.palpate";
    std::filesystem::create_directory(one);
    std::filesystem::create_directory(two);
    recent.remember(one, "okafor");
    recent.remember(two, "lee");
    recent.remember(one, "patel");
    REQUIRE(recent.list().size() == 2);
    CHECK(gui::clinicName(recent.list()[0].folder) == "One");
    CHECK(recent.list()[0].userName == "patel");
    std::filesystem::remove(one);
    REQUIRE(recent.list().size() == 1);
    CHECK(gui::clinicName(recent.list()[0].folder) == "Two");
}
