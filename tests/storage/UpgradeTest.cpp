// SPDX-License-Identifier: MIT
// tests/data/databases keeps one clinic of every version of the tables. Each opens in this program,
// is brought up to date after a copy was kept and the steps were tried on another, and is sound.
#include "domain/SessionEdit.h"
#include "storage/Connection.h"
#include "storage/Files.h"
#include "storage/KeyFile.h"
#include "storage/Migrations.h"
#include "storage/TestClinic.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <cstdlib>
#include <fstream>

namespace palpate::test {

namespace {

const int kLatest = storage::migrations().back().version;

[[nodiscard]] std::filesystem::path keptOf(int version) {
    return std::filesystem::path{PALPATE_SOURCE_DIR "/tests/data/databases"} /
           ("version-" + std::to_string(version) + ".palpate");
}

/// A copy of a kept clinic in place of the new one.
class KeptClinic : public TestClinic {
public:
    explicit KeptClinic(const std::filesystem::path& kept) {
        for (const auto* name : {"clinic.db", "keys.json"}) {
            // Into the files that are there, which belong to their owner alone.
            std::ofstream{folder() / name, std::ios::binary | std::ios::trunc}
                << contentOf(kept / name);
        }
    }
};

[[nodiscard]] std::string schemaOf(const TestClinic& clinic) {
    return BackDoor{clinic}.ask(
        "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_master WHERE sql IS NOT NULL "
        "ORDER BY type, name)");
}

[[nodiscard]] storage::Secret keyOf(const TestClinic& clinic) {
    return std::move(storage::KeyFile::read(clinic.folder() / "keys.json")
                         .open(storage::Credentials{aPractitioner().userName, kPassword})
                         .databaseKey);
}

} // namespace

SCENARIO("a clinic of every version is opened, upgraded and verified", "[storage][upgrade]") {
    const int version = GENERATE(range(1, storage::migrations().back().version + 1));
    CAPTURE(version);
    REQUIRE(std::filesystem::exists(keptOf(version) / "clinic.db"));
    const KeptClinic clinic{keptOf(version)};
    REQUIRE(BackDoor{clinic}.ask("PRAGMA user_version") == std::to_string(version));
    REQUIRE(BackDoor{clinic}.ask("SELECT count(*) FROM session") == "3");
    const auto digests = [&](const TestClinic& which) {
        return BackDoor{which}.ask("SELECT group_concat(hex(digest)) FROM session ORDER BY no");
    };
    const auto before = digests(clinic);
    REQUIRE_FALSE(before.empty());
    {
        const auto store = clinic.open();
        for (const auto& check : store->verify().checks) {
            CAPTURE(name(check.check));
            CHECK(check.isSound());
        }
        CHECK(store->audit().list({.kind = storage::AuditKind::Migrate}).size() >=
              static_cast<std::size_t>(kLatest - version));
        CHECK(store->finder().countSessions({}).count == 3);
        store->signOut();
    }
    CHECK(digests(clinic) == before);
    CHECK(BackDoor{clinic}.ask("PRAGMA user_version") == std::to_string(kLatest));
    CHECK(schemaOf(clinic) == schemaOf(TestClinic{}));

    std::vector<std::filesystem::path> copies;
    for (const auto& entry : std::filesystem::directory_iterator{clinic.folder() / "backups"}) {
        copies.push_back(entry.path());
    }
    REQUIRE(copies.size() == (version == kLatest ? 0 : 1));
    for (const auto& copy : copies) {
        // What the older program would open again.
        storage::Connection older{copy / "clinic.db", keyOf(clinic), std::chrono::seconds{1}};
        CHECK(older.pragma("user_version") == version);
        CHECK(older.raw().execAndGet("SELECT count(*) FROM session").getInt() == 3);
        CHECK(older.raw().execAndGet("PRAGMA quick_check").getString() == "ok");
        CHECK(contentOf(copy / "keys.json") == contentOf(clinic.folder() / "keys.json"));
    }
}

TEST_CASE("a clinic whose rows do not fit a step is left as it was", "[storage][upgrade]") {
    const KeptClinic clinic{keptOf(8)};
    {
        BackDoor door{clinic};
        door.run("CREATE TABLE form_record (x)"); // in the way of step 9
    }
    const auto before = contentOf(clinic.database());
    CHECK_THROWS_WITH(clinic.open(), Catch::Matchers::ContainsSubstring("tried on a copy first") &&
                                         Catch::Matchers::ContainsSubstring("form_record"));
    CHECK(contentOf(clinic.database()) == before);
    CHECK(BackDoor{clinic}.ask("PRAGMA user_version") == "8");
    CHECK(std::filesystem::is_empty(clinic.folder() / "backups"));
}

// What tests/data/databases keeps of versions that no released program made is made here, so that
// the next one can be made too: with PALPATE_DATABASES=FOLDER what is missing there is kept there.
TEST_CASE("a clinic can be made of every version that an older program did not leave",
          "[storage][upgrade]") {
    const int version = GENERATE(1, 4, 7, 9, 10, kLatest);
    CAPTURE(version);
    const auto keptIfWished = [&](const TestClinic& clinic) {
        BackDoor{clinic}.run(
            "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE; VACUUM");
        CHECK(BackDoor{clinic}.ask("PRAGMA user_version") == std::to_string(version));
        const auto* place = std::getenv("PALPATE_DATABASES");
        const auto to = std::filesystem::path{place != nullptr ? place : ""} /
                        ("version-" + std::to_string(version) + ".palpate");
        if (place != nullptr && !std::filesystem::exists(to)) {
            std::filesystem::create_directory(to);
            std::filesystem::copy_file(clinic.database(), to / "clinic.db");
            std::filesystem::copy_file(clinic.folder() / "keys.json", to / "keys.json");
        }
    };
    if (version == 1) { // had the tables of version 2 without triggers
        const KeptClinic clinic{keptOf(2)};
        {
            BackDoor door{clinic};
            dropTriggers(door);
            door.run("PRAGMA user_version = 1");
        }
        keptIfWished(clinic);
        CHECK(clinic.open()->verify().isSound());
    } else if (version == kLatest) {
        OpenClinic clinic;
        for (const auto number : {0U, 1U, 2U}) {
            clinic.store->sessions().begin(aFullSession(number));
            if (number < 2) {
                static_cast<void>(clinic.store->sessions().sign(
                    aSession(number).id, kNow + std::chrono::weeks{number + 1}));
            }
        }
        clinic.store->sessions().addAddendum(aSession(0).id, anAddendum());
        clinic.store->signOut();
        clinic.store.reset();
        keptIfWished(clinic);
        CHECK(clinic.open()->verify().isSound());
    } else {
        const KeptClinic clinic{keptOf(version - 1)};
        {
            storage::Connection connection{clinic.database(), keyOf(clinic),
                                           std::chrono::seconds{1}};
            const auto steps = storage::migrations().first(static_cast<std::size_t>(version));
            storage::migrate(connection, steps, clinic.folder() / "backups", clinic.time.clock);
        }
        keptIfWished(clinic);
        CHECK(clinic.open()->verify().isSound());
    }
}

} // namespace palpate::test
