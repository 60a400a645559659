// SPDX-License-Identifier: MIT
// A real clinic of every released version of the tables is opened by this program: nothing is lost,
// what was signed still verifies, and the tables are those of a new clinic.
#include "storage/TestClinic.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <fstream>

namespace palpate::test {

namespace {

/// A copy of tests/data/databases/version-2.palpate, as its program left it: sessions 0 (with an
/// addendum) and 1 signed, session 2 a draft. Version 1 had the same tables without triggers.
class OlderClinic : public TestClinic {
public:
    explicit OlderClinic(int version) {
        const std::filesystem::path kept =
            PALPATE_SOURCE_DIR "/tests/data/databases/version-2.palpate";
        for (const auto* name : {"clinic.db", "keys.json"}) {
            const auto to = folder() / name;
            // Into the files that are there, which belong to their owner alone.
            std::ofstream{to, std::ios::binary | std::ios::trunc} << contentOf(kept / name);
        }
        if (version == 1) {
            BackDoor door{*this};
            dropTriggers(door);
            door.run("PRAGMA user_version = 1");
        }
    }
};

/// As version 2 knew it: without pain areas.
[[nodiscard]] Session anOlderSession(std::uint32_t number) {
    auto session = aFullSession(number);
    session.painAreas.clear();
    if (number == 1) {
        session.painNow = pain(5);
    }
    return session;
}

[[nodiscard]] std::string schemaOf(const TestClinic& clinic) {
    return BackDoor{clinic}.ask(
        "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_master WHERE sql IS NOT NULL "
        "ORDER BY type, name)");
}

} // namespace

SCENARIO("a clinic of an older version is opened", "[storage]") {
    const int version = GENERATE(1, 2);
    CAPTURE(version);
    const OlderClinic clinic{version};
    REQUIRE(BackDoor{clinic}.ask("PRAGMA user_version") == std::to_string(version));
    const auto digest = BackDoor{clinic}.ask("SELECT hex(digest) FROM session WHERE no = 1");

    auto store = clinic.open();
    THEN("its sessions are as they were, and the signatures hold") {
        auto& sessions = store->sessions();
        for (const auto number : {0U, 1U, 2U}) {
            auto found = sessions.find(aSession(number).id);
            REQUIRE(found.has_value());
            CHECK(isSigned(*found) == (number < 2));
            found->signature.reset();
            CHECK(found->addenda.size() == (number == 0 ? 1 : 0));
            found->addenda.clear();
            CHECK(*found == anOlderSession(number));
            CHECK(sessions.undoList(aSession(number).id) == UndoList{});
        }
        CHECK(store->verify().isSound());
        CHECK(BackDoor{clinic}.ask("SELECT hex(digest) FROM session WHERE no = 1") == digest);
        CHECK(sessions.search({.text = "piriformis"}).size() == 3);
    }
    THEN("each step is in the trail, and the older file is kept beside it") {
        const auto steps = store->audit().list({.kind = storage::AuditKind::Migrate});
        REQUIRE(static_cast<int>(steps.size()) == 3 - version);
        CHECK(steps.front().detail == "to 0003_pain_areas_and_undo");
        CHECK(std::filesystem::exists(
            clinic.folder() / "backups" /
            ("before-version-" + std::to_string(version + 1) + "-20261123T104500Z") / "clinic.db"));
    }
    THEN("its draft takes pain areas and undo, and can be signed") {
        auto& sessions = store->sessions();
        const auto id = aSession(2).id;
        sessions.apply(id, SessionStep{PutPainArea{aPainArea()}},
                       NewStep{SessionStep{RemovePainArea{aPainArea().id}}});
        CHECK(sessions.find(id)->painAreas == std::vector{aPainArea()});
        CHECK(sessions.undoList(id).undo.size() == 1);
        static_cast<void>(sessions.sign(id, kNow + std::chrono::weeks{3}));
        CHECK(store->verify().isSound());
    }
    THEN("its tables are those of a new clinic") {
        store.reset();
        CHECK(schemaOf(clinic) == schemaOf(TestClinic{}));
        CHECK(BackDoor{clinic}.ask("PRAGMA user_version") == "3");
    }
}

} // namespace palpate::test
