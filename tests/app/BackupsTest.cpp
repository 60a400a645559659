// SPDX-License-Identifier: MIT
// The clinic's backups as the window shows them: due, made beside charting, old, failed.
#include "app/Backups.h"

#include "app/OpenClinic.h"
#include "domain/Error.h"
#include "storage/Backup.h"
#include "storage/BackupRepository.h"
#include "storage/Store.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <atomic>
#include <fstream>

using namespace palpate;
using namespace palpate::test;
using Catch::Matchers::ContainsSubstring;

namespace {

class WithBackups {
public:
    WithBackups() {
        std::filesystem::create_directory(disk());
        start();
    }
    [[nodiscard]] std::filesystem::path disk() const { return open.temp() / "disk"; }
    void start() {
        backups = std::make_unique<app::Backups>(*open, [this] { ++woken; });
    }
    void chart() { open->store().audit().record(storage::AuditKind::Print, {}, "a page"); }
    [[nodiscard]] std::size_t count() const {
        std::size_t found = 0;
        for (const auto& each : storage::listBackups(disk())) {
            found += each.isReadable() ? 1U : 0U;
        }
        return found;
    }
    /// What is due is made; how many backups there are then.
    [[nodiscard]] std::size_t afterDue() {
        backups->lookForDue();
        backups->finish();
        return count();
    }

    OpenClinic open;
    std::atomic<int> woken = 0;
    std::unique_ptr<app::Backups> backups;
};

} // namespace

SCENARIO("backups are made when they are due", "[app][backup]") {
    WithBackups clinic;
    auto& backups = *clinic.backups;
    CHECK_THAT(backups.view().warning.value_or(""),
               ContainsSubstring("No backup folder is chosen"));
    CHECK(backups.view().newest == "There is no backup yet");
    backups.addFolder(clinic.disk().string());
    REQUIRE(backups.view().folders.size() == 1);
    CHECK(backups.view().folders[0].state == "No backup yet");
    CHECK_THAT(backups.view().warning.value_or(""), ContainsSubstring("There is no backup yet"));
    CHECK(backups.view().rehearsal == "Never rehearsed yet");

    CHECK(clinic.afterDue() == 1);
    CHECK(clinic.woken > 0);
    const auto made = storage::listBackups(clinic.disk()).front().folder;
    CHECK_THROWS_AS(backups.addFolder(made.string()), EditRefused);
    CHECK(backups.view().newest == "Newest backup: today, 10:45");
    CHECK_THAT(backups.view().folders[0].state, ContainsSubstring("Verified today, 10:45 · "));
    CHECK_FALSE(backups.view().folders[0].isProblem);
    CHECK_FALSE(backups.view().warning.has_value());
    CHECK_FALSE(backups.view().alarm.has_value());
    CHECK_FALSE(backups.view().isRunning);
    // The first one is rehearsed at once, and then each month.
    backups.lookForDue();
    backups.finish();
    CHECK_THAT(backups.view().rehearsal,
               ContainsSubstring("was restored into a place of its own and checked whole"));
    CHECK_FALSE(backups.view().rehearsalFailed);

    WHEN("something changes on the same day") {
        clinic.chart();
        clinic.open.advance(std::chrono::hours{2});
        THEN("one a day is enough, but one can be made by hand") {
            CHECK(clinic.afterDue() == 1);
            backups.backUpNow();
            backups.finish();
            CHECK(backups.view().newest == "Newest backup: today, 12:45");
        }
    }
    WHEN("a day passes on which nothing changes") {
        clinic.open.advance(std::chrono::days{1});
        THEN("none is made") {
            CHECK(clinic.afterDue() == 1);
            CHECK(backups.view().newest == "Newest backup: Mon 23 Nov 2026, 10:45");
            CHECK_FALSE(backups.view().warning.has_value());
        }
        AND_WHEN("something changes then") {
            clinic.chart();
            THEN("one is made") {
                CHECK(clinic.afterDue() == 2);
            }
        }
    }
    WHEN("the disk is gone for longer than a week") {
        std::filesystem::rename(clinic.disk(), clinic.open.temp() / "elsewhere");
        clinic.chart();
        clinic.open.advance(std::chrono::days{8});
        backups.lookForDue();
        backups.finish();
        THEN("it is told, and tried again a quarter of an hour later") {
            CHECK(backups.view().folders[0].isProblem);
            CHECK_THAT(backups.view().folders[0].state, ContainsSubstring("Is its disk connected"));
            CHECK_THAT(backups.view().warning.value_or(""),
                       ContainsSubstring("is 8 days old") &&
                           ContainsSubstring("7 days are too old is Palpate's own choice"));
            std::filesystem::rename(clinic.open.temp() / "elsewhere", clinic.disk());
            clinic.open.advance(std::chrono::minutes{14});
            CHECK(clinic.afterDue() == 1);
            clinic.open.advance(std::chrono::minutes{1});
            CHECK(clinic.afterDue() == 2);
            CHECK_FALSE(backups.view().folders[0].isProblem);
            CHECK_FALSE(backups.view().warning.has_value());
        }
        THEN("also after a restart, and with the clock set back") {
            clinic.backups.reset();
            std::filesystem::rename(clinic.open.temp() / "elsewhere", clinic.disk());
            clinic.open.advance(-std::chrono::days{3});
            clinic.start();
            CHECK(clinic.backups->view().folders.at(0).isProblem);
            CHECK(clinic.afterDue() == 2);
        }
    }
    WHEN("another disk is put away") {
        const auto away = clinic.open.temp() / "away";
        std::filesystem::create_directory(away);
        backups.addFolder(away.string());
        std::filesystem::remove(away);
        backups.rehearseNow();
        backups.finish();
        THEN("that is no rehearsal that failed") {
            CHECK_FALSE(backups.view().rehearsalFailed);
            CHECK_THAT(backups.view().rehearsal, ContainsSubstring("checked whole"));
        }
    }
    WHEN("the newest backup is damaged on its disk") {
        const auto file = storage::listBackups(clinic.disk()).at(0).folder / "clinic.db";
        std::fstream{file, std::ios::in | std::ios::out | std::ios::binary}.seekp(9000) << "x";
        backups.rehearseNow();
        backups.finish();
        THEN("the rehearsal finds it") {
            CHECK(backups.view().rehearsalFailed);
            CHECK_THAT(backups.view().rehearsal, ContainsSubstring("is damaged"));
        }
    }
}

TEST_CASE("a backup that runs at sign-out is given up, and leaves nothing half-written",
          "[app][backup]") {
    WithBackups clinic;
    clinic.backups->addFolder(clinic.disk().string());
    for (int i = 0; i < 5; ++i) {
        clinic.backups->backUpNow();
        clinic.backups->rehearseNow();
        if (i % 2 == 0) {
            clinic.backups->stop();
        }
        clinic.backups.reset();
        for (const auto& entry : std::filesystem::directory_iterator{clinic.disk()}) {
            CHECK(entry.path().extension() == ".palpate-backup");
        }
        for (const auto& entry : std::filesystem::directory_iterator{clinic.open.folder()}) {
            CHECK_FALSE(entry.path().filename().string().starts_with("rehearsal-"));
        }
        clinic.start();
    }
    clinic.backups.reset();
    clinic.open->signOut();
}

SCENARIO("a folder that backups can't go into is not chosen", "[app][backup]") {
    WithBackups clinic;
    auto& backups = *clinic.backups;
    const auto refusal = [&](const std::filesystem::path& folder) -> std::string {
        try {
            backups.addFolder(folder.string());
        } catch (const EditRefused& refused) {
            return describe(refused);
        }
        return {};
    };
    const auto stick = clinic.open.temp() / "stick";
    CHECK_THAT(refusal(stick), ContainsSubstring("There is no folder " + stick.string()) &&
                                   ContainsSubstring("connect its disk, or make the folder"));
    std::ofstream{stick} << "no folder";
    CHECK_THAT(refusal(stick), ContainsSubstring("There is no folder"));
    // Not even the computer's own administrator makes anything there.
    CHECK_THAT(refusal("/proc"), ContainsSubstring("Nothing can be written into") &&
                                     ContainsSubstring("choose another one"));
    CHECK_THAT(refusal("disk"), ContainsSubstring("by its whole path"));
    CHECK(backups.view().folders.empty());

    WHEN("it is there") {
        std::filesystem::remove(stick);
        std::filesystem::create_directory(stick);
        CHECK(refusal(stick).empty());
        THEN("it is chosen, and nothing of the trial is left") {
            CHECK(backups.view().folders.size() == 1);
            CHECK(std::filesystem::is_empty(stick));
        }
        AND_WHEN("it vanishes later") {
            std::filesystem::remove(stick);
            clinic.backups.reset();
            clinic.start();
            THEN("it stays chosen, and what is due there is told and tried again") {
                CHECK(clinic.afterDue() == 0);
                const auto& line = clinic.backups->view().folders.at(0);
                CHECK(line.isProblem);
                CHECK_THAT(line.state, ContainsSubstring("It is tried again later"));
            }
        }
    }
}

TEST_CASE("only an owner chooses where backups go", "[app][backup]") {
    WithBackups clinic;
    CHECK(clinic.backups->view().mayChangeFolders);
    const auto jo = clinic.open.programOfJo();
    app::Backups theirs{*jo, {}};
    CHECK_FALSE(theirs.view().mayChangeFolders);
    CHECK_THROWS_AS(theirs.addFolder(clinic.disk().string()), AccessDenied);
    clinic.backups->addFolder(clinic.disk().string());
    THEN("but everybody's program makes them") {
        theirs.lookForDue();
        theirs.finish();
        CHECK(clinic.count() == 1);
    }
    CHECK_THROWS_AS(clinic.backups->addFolder(clinic.disk().string()), EditRefused);
    clinic.backups->removeFolder(clinic.disk().string());
    CHECK(clinic.backups->view().folders.empty());
}
