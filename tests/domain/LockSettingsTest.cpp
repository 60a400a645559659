// SPDX-License-Identifier: MIT
#include "domain/LockSettings.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <optional>

using namespace palpate;

TEST_CASE("the screen locks after 1 to 240 minutes, or never by itself", "[locking]") {
    CHECK(problems(LockSettings{}).empty());
    CHECK(problems(LockSettings{.idleMinutes = {}}).empty());
    CHECK(problems(LockSettings{.idleMinutes = GENERATE(1, 240)}).empty());
    CHECK(problems(LockSettings{.idleMinutes = GENERATE(0, -1, 241)}).size() == 1);
}

TEST_CASE("the clipboard is cleared after 5 to 3600 seconds, or not at all", "[locking]") {
    CHECK(problems(LockSettings{.clipboardSeconds = GENERATE(5, 3600)}).empty());
    CHECK(problems(LockSettings{.clipboardSeconds = GENERATE(0, 4, 3601)}).size() == 1);
    CHECK(problems(LockSettings{.idleMinutes = 0, .clipboardSeconds = 0}).size() == 2);
}
