// SPDX-License-Identifier: MIT
// The check of the whole record beside the window.
#include "app/Checking.h"

#include "app/OpenClinic.h"
#include "domain/Error.h"
#include "storage/Store.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <sstream>

using namespace palpate;
using namespace palpate::test;
using Catch::Matchers::ContainsSubstring;

SCENARIO("the record is checked beside the window", "[app][check]") {
    OpenClinic open;
    std::atomic<int> woken = 0;
    app::Checking checking{*open, [&] { ++woken; }};
    CHECK(checking.view().verdict == "Not checked since you signed in");
    CHECK(checking.view().checks.empty());
    int changes = 0;
    checking.onChange = [&] { ++changes; };

    WHEN("all is well") {
        checking.begin();
        CHECK(checking.view().isRunning);
        checking.finish();
        THEN("each check is a line and the verdict says so") {
            const auto& view = checking.view();
            CHECK_FALSE(view.isRunning);
            CHECK(view.isSound);
            CHECK(view.verdict == "Checked Mon 23 Nov 2026, 10:45: all is sound");
            CHECK(view.checks == app::verifyClinic(*open));
            CHECK(woken > 1);
            CHECK(changes > 1);
        }
        THEN("what was found can be kept as a text, and the trail says that it left") {
            const auto file = open.temp() / "check.txt";
            checking.save(file);
            std::ifstream in{file};
            std::ostringstream text;
            text << in.rdbuf();
            CHECK_THAT(text.str(), ContainsSubstring("all is sound"));
            CHECK_THAT(text.str(), ContainsSubstring("No row of the audit trail was altered"));
            const auto last = open->store().audit().list({.limit = 1});
            CHECK(last.at(0).kind == storage::AuditKind::Export);
        }
    }
    WHEN("others may read the keys") {
        std::filesystem::permissions(open.folder() / "keys.json",
                                     std::filesystem::perms::others_read,
                                     std::filesystem::perm_options::add);
        checking.begin();
        checking.finish();
        THEN("that is one fault, with its place and what to do") {
            const auto& view = checking.view();
            CHECK_FALSE(view.isSound);
            CHECK_THAT(view.verdict, ContainsSubstring("1 fault"));
            const auto found =
                std::ranges::find(view.checks, "file_permissions", &app::CheckLine::id);
            REQUIRE(found != view.checks.end());
            REQUIRE(found->faultCount == 1);
            CHECK_THAT(found->faults.front(), ContainsSubstring("keys.json"));
            CHECK_THAT(app::whatToDo(found->id), ContainsSubstring("Take their rights"));
        }
    }
    WHEN("it is stopped") {
        checking.begin();
        checking.stop();
        checking.finish();
        THEN("nothing is said of what was not checked to the end, and it can begin again") {
            CHECK_FALSE(checking.view().isRunning);
            checking.begin();
            checking.finish();
            CHECK(checking.view().isSound);
        }
    }
    WHEN("it goes away while it runs") {
        {
            app::Checking other{*open, [] {}};
            other.begin();
        }
        THEN("the clinic goes on") {
            CHECK(app::isSound(app::verifyClinic(*open)));
        }
    }
}

TEST_CASE("every check says what to do about its faults", "[app][check]") {
    OpenClinic open;
    for (const auto& check : app::verifyClinic(*open)) {
        CAPTURE(check.id);
        CHECK(app::whatToDo(check.id).size() > 40);
    }
}
