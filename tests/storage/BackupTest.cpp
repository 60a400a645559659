// SPDX-License-Identifier: MIT
// Copies of an open clinic: made, listed, rotated, rehearsed, restored.
#include "storage/Backup.h"

#include "storage/BackupRepository.h"
#include "storage/Files.h"
#include "storage/Restore.h"
#include "storage/TestClinic.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <set>
#include <thread>

namespace palpate::test {

namespace {

using Catch::Matchers::ContainsSubstring;
using storage::TrailAgreement;

/// A clinic with a signed session and a draft, and a folder for its backups.
class BackedUp : public OpenClinic {
public:
    BackedUp() {
        std::filesystem::create_directory(place());
        auto session = aFullSession(0);
        store->sessions().begin(session);
        static_cast<void>(store->sessions().sign(session.id, kNow));
        store->sessions().begin(aFullSession(1));
    }
    [[nodiscard]] std::filesystem::path place() const { return temp.path() / "disk"; }
    [[nodiscard]] std::set<std::string> namesIn(const std::filesystem::path& folder) const {
        std::set<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator{folder}) {
            names.insert(entry.path().filename().string());
        }
        return names;
    }
    [[nodiscard]] storage::BackupMade backUp() { return store->copier()->backUp(place()); }
    [[nodiscard]] storage::Restored restoreTo(const std::filesystem::path& backup,
                                              const std::filesystem::path& to,
                                              storage::InPlaceOf inPlaceOf = {}) const {
        return storage::restore({.backup = backup, .to = to, .inPlaceOf = inPlaceOf},
                                {aPractitioner().userName, kPassword}, time.clock);
    }
};

void flipByte(const std::filesystem::path& file, std::int64_t at) {
    std::fstream stream{file, std::ios::binary | std::ios::in | std::ios::out};
    stream.seekg(at);
    const auto byte = static_cast<char>(stream.get());
    stream.seekp(at);
    stream.put(static_cast<char>(byte ^ 1));
}

} // namespace

SCENARIO("an open clinic is copied", "[storage][backup]") {
    BackedUp clinic;
    const auto head = clinic.store->audit().head();
    double last = 0;
    const auto made = clinic.store->copier()->backUp(clinic.place(), [&](double share) {
        CHECK(share >= last);
        last = share;
        return true;
    });
    CHECK(last == 1.0);
    THEN("it has its name, belongs to its owner alone and holds what was there") {
        CHECK(made.folder == clinic.place() / "northside-20261123T104500Z.palpate-backup");
        CHECK(clinic.namesIn(clinic.place()) == std::set{made.folder.filename().string()});
        CHECK(clinic.namesIn(made.folder) ==
              std::set<std::string>{"backup.txt", "clinic.db", "keys.json"});
        for (const auto& entry : std::filesystem::recursive_directory_iterator{clinic.place()}) {
            CHECK_FALSE(storage::isOpenToOthers(entry.path()));
        }
        CHECK(made.facts.head == head);
        CHECK(made.counts == storage::RecordCounts{1, 2, head.count});
        CHECK_FALSE(made.withLast.has_value());
        CHECK(contentOf(made.folder / "clinic.db").find("Kov") == std::string::npos);
        CHECK(contentOf(made.folder / "keys.json") == contentOf(clinic.folder() / "keys.json"));
    }
    THEN("it is listed with its clinic and time, and byte for byte as it was verified") {
        const auto found = storage::listBackups(clinic.place());
        REQUIRE(found.size() == 1);
        CHECK(found[0].isReadable());
        CHECK(found[0].facts == made.facts);
        CHECK(found[0].facts->takenAt == kNow);
        CHECK_FALSE(storage::problemOf(found[0]).has_value());
    }
    THEN("one changed byte anywhere in it is told") {
        const auto size = static_cast<std::int64_t>(made.facts.size);
        for (const auto at : {std::int64_t{0}, std::int64_t{100}, size / 2, size - 1}) {
            CAPTURE(at);
            flipByte(made.folder / "clinic.db", at);
            const auto found = storage::listBackups(clinic.place());
            CHECK(storage::problemOf(found.at(0)).has_value());
            CHECK_THROWS_AS(clinic.store->copier()->rehearse(made.folder), StorageError);
            CHECK_THROWS_AS(clinic.restoreTo(made.folder, clinic.temp.path() / "new.palpate"),
                            StorageError);
            CHECK_FALSE(std::filesystem::exists(clinic.temp.path() / "new.palpate"));
            flipByte(made.folder / "clinic.db", at);
        }
        std::filesystem::resize_file(made.folder / "clinic.db",
                                     static_cast<std::uintmax_t>(size - 4096));
        CHECK_FALSE(storage::listBackups(clinic.place()).at(0).isReadable());
    }
    THEN("a rehearsal restores it, finds all sound and leaves nothing behind") {
        const auto before = clinic.namesIn(clinic.folder());
        const auto rehearsal = clinic.store->copier()->rehearse(made.folder);
        CHECK(rehearsal.isSound());
        CHECK(rehearsal.headHolds);
        CHECK(rehearsal.counts == made.counts);
        CHECK(rehearsal.report.checks.size() == clinic.store->verify().checks.size());
        CHECK(clinic.namesIn(clinic.folder()) == before);
        CHECK(clinic.store->audit().head() == head); // and nothing was written in the clinic
        CHECK_FALSE(storage::problemOf(storage::listBackups(clinic.place()).at(0)).has_value());
    }
    THEN("it is restored as a clinic of its own, checked and audited there") {
        const auto to = clinic.temp.path() / "restored.palpate";
        const auto restored = clinic.restoreTo(made.folder, to);
        CHECK(restored.report.isSound());
        CHECK_FALSE(restored.aside.has_value());
        storage::Store store{to, {aPractitioner().userName, kPassword}, clinic.time.clock};
        CHECK(store.patients().find(aPatient().id) == aPatient());
        CHECK(store.sessions().find(aSession(1).id) == aFullSession(1));
        CHECK(store.verify().isSound());
        const auto told = store.audit().list({.kind = storage::AuditKind::Change});
        REQUIRE_FALSE(told.empty());
        CHECK_THAT(told.front().detail, ContainsSubstring("restored 2026-11-23T10:45:00Z"));
        for (const auto& entry : std::filesystem::recursive_directory_iterator{to}) {
            CHECK_FALSE(storage::isOpenToOthers(entry.path()));
        }
    }
    THEN("it is never restored over a clinic, but the old one is put aside when that is wished") {
        CHECK_THROWS_AS(clinic.restoreTo(made.folder, clinic.folder()), StorageError);
        clinic.store.reset();
        CHECK_THROWS_AS(clinic.restoreTo(made.folder, clinic.folder()), StorageError);
        const auto old = contentOf(clinic.database());
        const auto restored =
            clinic.restoreTo(made.folder, clinic.folder(), storage::InPlaceOf::PutAside);
        REQUIRE(restored.aside.has_value());
        CHECK(restored.aside->filename() == "northside-put-aside-20261123T104500Z.palpate");
        CHECK(contentOf(*restored.aside / "clinic.db") == old);
        CHECK(clinic.open()->patients().find(aPatient().id) == aPatient());
        CHECK(clinic.namesIn(clinic.temp.path()) ==
              std::set<std::string>{"disk", "northside.palpate",
                                    "northside-put-aside-20261123T104500Z.palpate"});
    }
    THEN("with a wrong password nothing is restored") {
        const auto to = clinic.temp.path() / "restored.palpate";
        CHECK_THROWS_AS(storage::restore({.backup = made.folder, .to = to},
                                         {aPractitioner().userName, "wrong"}, clinic.time.clock),
                        AccessDenied);
        CHECK(clinic.namesIn(clinic.temp.path()) ==
              std::set<std::string>{"disk", "northside.palpate"});
    }
}

TEST_CASE("a backup that is given up at any moment leaves nothing", "[storage][backup]") {
    BackedUp clinic;
    const auto copier = clinic.store->copier();
    int asked = 0;
    static_cast<void>(copier->backUp(clinic.place(), [&](double) { return ++asked > 0; }));
    REQUIRE(asked > 4);
    const auto whole = clinic.namesIn(clinic.place());
    int dropped = 0;
    for (int until = 0; until < asked - 1; ++until) { // the last question only tells
        int now = 0;
        CHECK_THROWS_AS(copier->backUp(clinic.place(), [&](double) { return now++ != until; }),
                        storage::WorkDropped);
        CHECK(clinic.namesIn(clinic.place()) == whole);
        ++dropped;
    }
    CHECK(dropped > 3);
    const auto before = clinic.namesIn(clinic.folder());
    const auto backup = storage::listBackups(clinic.place()).at(0).folder;
    for (int until = 0; until < 3; ++until) {
        int now = 0;
        CHECK_THROWS_AS(copier->rehearse(backup, [&](double) { return now++ != until; }),
                        storage::WorkDropped);
        CHECK(clinic.namesIn(clinic.folder()) == before);
    }
}

TEST_CASE("a backup is one moment's state while charting goes on", "[storage][backup]") {
    BackedUp clinic;
    std::atomic<int> made = 0;
    std::atomic<int> written = 0;
    std::jthread beside{[&, copier = clinic.store->copier()](const std::stop_token& enough) {
        while (!enough.stop_requested()) {
            const auto backup = copier->backUp(clinic.place(), [&](double) {
                const int before = written; // at least one edit falls into each step
                for (int i = 0; i < 200 && written == before; ++i) {
                    std::this_thread::sleep_for(std::chrono::milliseconds{1});
                }
                return true;
            });
            CHECK(backup.facts.head.count == backup.counts.auditRows);
            ++made;
        }
    }};
    std::uint32_t number = 2;
    while (made < 3) {
        clinic.store->sessions().begin(aFullSession(number++));
        ++written;
    }
    beside.request_stop();
    beside.join();
    for (const auto& each : storage::listBackups(clinic.place())) {
        CHECK(clinic.store->copier()->rehearse(each.folder).isSound());
    }
}

SCENARIO("older backups go, and nobody else's", "[storage][backup]") {
    BackedUp clinic;
    const auto backUpOn = [&](int day) {
        clinic.time.clock.set(
            std::chrono::time_point_cast<std::chrono::milliseconds>(kNow + std::chrono::days{day}));
        return clinic.backUp();
    };
    const TempFolder elsewhere;
    IdMaker otherIds{clinic.time.clock, 8};
    const auto otherFolder = elsewhere.path() / "northside.palpate";
    static_cast<void>(storage::createClinic(otherFolder, aClinicProfile(), aPractitioner(),
                                            kPassword, clinic.time.clock, otherIds,
                                            storage::KdfCost::forTests()));
    storage::Store other{otherFolder, {aPractitioner().userName, kPassword}, clinic.time.clock};
    const auto foreign = other.copier()->backUp(clinic.place());
    std::filesystem::create_directory(clinic.place() / "northside-old.palpate-backup");
    std::ofstream{clinic.place() / "letter.txt"} << "not ours";
    for (int day = 0; day < 40; ++day) {
        const auto made = backUpOn(day);
        CHECK(std::filesystem::exists(made.folder));
        CHECK(std::ranges::none_of(made.rotated, [](const std::filesystem::path& each) {
            return std::filesystem::exists(each);
        }));
    }
    THEN("seven days, four weeks and the ends of months are left, and what is not ours") {
        int own = 0;
        for (const auto& each : storage::listBackups(clinic.place())) {
            own += each.facts && each.facts->clinic != foreign.facts.clinic ? 1 : 0;
        }
        // 26 December to 1 January; 13 and 20 December, which end weeks; 30 November.
        CHECK(own == 7 + 2 + 1);
        CHECK(std::filesystem::exists(foreign.folder / "clinic.db"));
        CHECK(std::filesystem::exists(clinic.place() / "northside-old.palpate-backup"));
        CHECK(std::filesystem::exists(clinic.place() / "letter.txt"));
    }
    THEN("with the clock set back the new one is made, and none of the others goes") {
        const auto before = clinic.namesIn(clinic.place()).size();
        const auto made = backUpOn(-400);
        CHECK(std::filesystem::exists(made.folder));
        CHECK(clinic.namesIn(clinic.place()).size() == before + 1);
    }
    THEN("a foreign clinic's is not rehearsed here") {
        CHECK_THROWS_AS(clinic.store->copier()->rehearse(foreign.folder), StorageError);
    }
}

SCENARIO("a clinic that was replaced by an older copy of itself is told", "[storage][backup]") {
    BackedUp clinic;
    const auto older = clinic.backUp();
    for (std::uint32_t number = 2; number < 8; ++number) {
        clinic.store->sessions().begin(aFullSession(number));
    }
    clinic.time.clock.advance(std::chrono::days{1}); // a day's newest takes the place of its older
    const auto newer = clinic.backUp();
    CHECK(newer.withLast == TrailAgreement::Holds);
    clinic.store->signOut();
    clinic.store.reset();
    std::filesystem::copy_file(older.folder / "clinic.db", clinic.database(),
                               std::filesystem::copy_options::overwrite_existing);
    clinic.store = clinic.open();
    CHECK(clinic.store->verify().isSound()); // alone it can't know
    CHECK(clinic.store->copier()->compare(newer.facts.head) != TrailAgreement::Holds);
    CHECK(clinic.store->copier()->compare(older.facts.head) == TrailAgreement::Holds);
    THEN("also once its trail has grown as long again") {
        CHECK(clinic.store->copier()->compare(newer.facts.head) == TrailAgreement::Shorter);
        while (clinic.store->audit().head().count < newer.facts.head.count) {
            clinic.store->audit().record(storage::AuditKind::Print, {}, "x");
        }
        CHECK(clinic.store->copier()->compare(newer.facts.head) == TrailAgreement::Differs);
    }
    THEN("the next backup says so, and removes none") {
        clinic.time.clock.advance(std::chrono::hours{1});
        const auto made = clinic.backUp();
        CHECK(made.withLast == TrailAgreement::Shorter);
        CHECK(made.rotated.empty());
        CHECK(std::filesystem::exists(newer.folder));
    }
}

TEST_CASE("a place where no backup can be is told before anything is written",
          "[storage][backup]") {
    BackedUp clinic;
    const auto copier = clinic.store->copier();
    CHECK_THROWS_WITH(copier->backUp(clinic.temp.path() / "stick"),
                      ContainsSubstring("not there. Is its disk connected"));
    CHECK_THROWS_WITH(copier->backUp(clinic.folder() / "backups"),
                      ContainsSubstring("lies in the clinic itself"));
    CHECK_THROWS_AS(storage::listBackups(clinic.temp.path() / "stick"), StorageError);
    std::ofstream{clinic.temp.path() / "file"} << "x";
    CHECK_THROWS_AS(copier->backUp(clinic.temp.path() / "file"), StorageError);
}

TEST_CASE("what a killed backup or rehearsal left is removed by the next one",
          "[storage][backup]") {
    BackedUp clinic;
    const auto first = clinic.backUp();
    const auto left =
        clinic.place() / ("x.palpate-backup.unfinished-" + first.facts.clinic.text() + "-1");
    const auto others = clinic.place() / ("x.palpate-backup.unfinished-" + uuidOf(9).text() + "-1");
    const auto rehearsed = clinic.folder() / "rehearsal-1";
    for (const auto& each : {left, others, rehearsed}) {
        std::filesystem::create_directory(each);
        std::ofstream{each / "clinic.db"} << "half";
    }
    clinic.time.clock.advance(std::chrono::hours{1});
    static_cast<void>(clinic.store->copier()->rehearse(clinic.backUp().folder));
    CHECK_FALSE(std::filesystem::exists(left));
    CHECK_FALSE(std::filesystem::exists(rehearsed));
    CHECK(std::filesystem::exists(others));
}

SCENARIO("the clinic knows where its backups go", "[storage][backup]") {
    BackedUp clinic;
    auto& backups = clinic.store->backups();
    const auto place = clinic.place().string();
    CHECK(backups.folders().empty());
    backups.addFolder(place);
    CHECK(backups.folders() == std::vector{place});
    CHECK_THROWS_AS(backups.addFolder(place), EditRefused);
    CHECK_THROWS_AS(backups.addFolder("disk"), EditRefused);
    CHECK_THAT(clinic.store->audit().list({.limit = 1}).at(0).detail,
               ContainsSubstring("+backup_folder " + place));
    CHECK(backups.isChangedSince(place));
    WHEN("one was made and noted") {
        const storage::BackupRun run{
            storage::BackupRunKind::Backup, place, "x", kNow, true, 4096, {}};
        backups.note(run);
        CHECK(backups.runs() == std::vector{run});
        CHECK(backups.last(place, storage::BackupRunKind::Backup) == run);
        CHECK_FALSE(backups.last(place, storage::BackupRunKind::Rehearsal).has_value());
        CHECK_FALSE(backups.isChangedSince(place));
        THEN("signing in is no change, charting is") {
            clinic.store->signOut();
            clinic.store = clinic.open();
            CHECK_FALSE(clinic.store->backups().isChangedSince(place));
            clinic.store->sessions().begin(aFullSession(3));
            CHECK(clinic.store->backups().isChangedSince(place));
        }
        THEN("one that failed later changes nothing about what is verified") {
            backups.note({storage::BackupRunKind::Backup, place, {}, kNow, false, {}, "Full."});
            CHECK(backups.last(place, storage::BackupRunKind::Backup)->problem == "Full.");
            CHECK(backups.last(place, storage::BackupRunKind::Backup, true) == run);
            CHECK_FALSE(backups.isChangedSince(place));
        }
    }
    WHEN("the folder is taken away") {
        backups.removeFolder(place);
        CHECK(backups.folders().empty());
        CHECK_THROWS_AS(backups.removeFolder(place), EditRefused);
    }
    CHECK(clinic.store->verify().isSound());
}

} // namespace palpate::test
