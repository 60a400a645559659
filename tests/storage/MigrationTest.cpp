// SPDX-License-Identifier: MIT
// The runner of the schema's steps, with steps of its own.
#include "domain/Error.h"
#include "storage/Files.h"
#include "storage/Migrations.h"
#include "support/Builders.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <array>

namespace palpate::test {

namespace {

using storage::Migration;

constexpr Migration kFirst{1, "0001_first", "CREATE TABLE note (text TEXT NOT NULL) STRICT;"};
constexpr Migration kSecond{2, "0002_second",
                            "ALTER TABLE note ADD COLUMN author TEXT NOT NULL DEFAULT 'unknown';"};
constexpr Migration kBroken{2, "0002_broken",
                            "CREATE TABLE half (x) ; INSERT INTO nowhere VALUES (1);"};
constexpr std::array kOld{kFirst};
constexpr std::array kNew{kFirst, kSecond};
constexpr std::array kFailing{kFirst, kBroken};

struct Fixture {
    TempFolder temp;
    FixedTime time;
    storage::Secret key = storage::Secret::random(32);
    std::filesystem::path file = temp.path() / "clinic.db";
    std::filesystem::path backups = temp.path() / "backups";

    Fixture() {
        storage::makeOwnFile(file);
        auto connection = open();
        storage::migrate(connection, kOld, backups, time.clock);
        connection.run("INSERT INTO note VALUES ('kept')");
    }
    [[nodiscard]] storage::Connection open() const { return open(file); }
    [[nodiscard]] storage::Connection open(const std::filesystem::path& path) const {
        return storage::Connection{path, key, std::chrono::milliseconds{100}};
    }
};

} // namespace

SCENARIO("an older file is brought up to date", "[storage]") {
    const Fixture fixture;
    auto connection = fixture.open();
    int audited = 0;
    storage::migrate(connection, kNew, fixture.backups, fixture.time.clock,
                     [&](const Migration& step) {
                         CHECK(step.version == 2);
                         ++audited;
                     });
    CHECK(audited == 1);
    CHECK(connection.pragma("user_version") == 2);
    CHECK(
        connection.raw().execAndGet("SELECT text FROM note WHERE author = 'unknown'").getString() ==
        "kept");

    THEN("the older file is kept beside it, encrypted with the same key, for its owner alone") {
        const auto copy = fixture.backups / "before-version-2-20261123T104500Z" / "clinic.db";
        REQUIRE(std::filesystem::exists(copy));
        CHECK_FALSE(storage::isOpenToOthers(copy));
        CHECK_FALSE(storage::isOpenToOthers(copy.parent_path()));
        CHECK(storage::readFile(copy, 1U << 20U).substr(0, 6) != "SQLite");
        auto old = fixture.open(copy);
        CHECK(old.pragma("user_version") == 1);
        CHECK(old.pragma("application_id") == storage::kApplicationId);
        CHECK(old.raw().execAndGet("SELECT text FROM note").getString() == "kept");
    }
    THEN("a second run does nothing") {
        storage::migrate(connection, kNew, fixture.backups, fixture.time.clock,
                         [](const Migration&) { FAIL("a step was taken twice"); });
    }
    THEN("the older program refuses it") {
        CHECK_THROWS_AS(storage::migrate(connection, kOld, fixture.backups, fixture.time.clock),
                        SchemaTooNew);
    }
}

TEST_CASE("a step that fails leaves the file at the version before", "[storage]") {
    const Fixture fixture;
    auto connection = fixture.open();
    CHECK_THROWS_AS(storage::migrate(connection, kFailing, fixture.backups, fixture.time.clock),
                    StorageError);
    CHECK(connection.pragma("user_version") == 1);
    CHECK(connection.raw()
              .execAndGet("SELECT count(*) FROM sqlite_master WHERE name = 'half'")
              .getInt() == 0);
    storage::migrate(connection, kOld, fixture.backups, fixture.time.clock);
    CHECK(connection.raw().execAndGet("SELECT text FROM note").getString() == "kept");
}

SCENARIO("steps are tried on a copy first", "[storage]") {
    const Fixture fixture;
    auto connection = fixture.open();
    const auto before = storage::readFile(fixture.file, 1U << 20U);
    const auto namesIn = [](const std::filesystem::path& folder) {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator{folder}) {
            names.push_back(entry.path().filename().string());
        }
        return names;
    };
    const auto tried = [&](const auto& steps) {
        storage::migrate(connection, steps, fixture.backups, fixture.time.clock, {}, &fixture.key);
    };
    WHEN("one of them fails") {
        constexpr Migration kThird{3, "0003_broken", "INSERT INTO nowhere VALUES (1);"};
        constexpr std::array kLater{kFirst, kSecond, kThird};
        CHECK_THROWS_WITH(tried(kLater),
                          Catch::Matchers::ContainsSubstring("tried on a copy first") &&
                              Catch::Matchers::ContainsSubstring("nowhere"));
        THEN(
            "the file is byte for byte as it was, also for the steps before, and no copy is left") {
            CHECK(connection.pragma("user_version") == 1);
            CHECK(storage::readFile(fixture.file, 1U << 20U) == before);
            CHECK(namesIn(fixture.backups).empty());
        }
    }
    WHEN("they succeed") {
        tried(kNew);
        THEN("they are taken, and only the copy of the older file stays") {
            CHECK(connection.pragma("user_version") == 2);
            CHECK(namesIn(fixture.backups) ==
                  std::vector<std::string>{"before-version-2-20261123T104500Z"});
        }
    }
}

TEST_CASE("the steps are numbered without a gap and each is named after its number", "[storage]") {
    int expected = 0;
    for (const auto& step : storage::migrations()) {
        CHECK(step.version == ++expected);
        CHECK(std::stoi(std::string{step.name.substr(0, 4)}) == expected);
    }
    CHECK(expected >= 2);
}

} // namespace palpate::test
