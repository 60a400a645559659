// SPDX-License-Identifier: MIT
#include "storage/Backup.h"

#include "storage/AskOn.h"
#include "storage/BackupText.h"
#include "storage/CopierParts.h"
#include "storage/Engine.h"
#include "storage/Files.h"
#include "storage/HalfMade.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Exception.h>

#include <sqlite3.h>

#include <algorithm>

namespace palpate::storage {

namespace {

constexpr int kPagesAStep = 256; // 1 MiB
constexpr auto kCache = "PRAGMA cache_size = -4096";

struct Snapshot {
    RecordCounts counts;
    TrailHead head;
    int schema = 0;
};

[[nodiscard]] TrailHead headOf(Connection& connection) {
    auto row = connection.use("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1");
    return row.next() ? TrailHead{row.integer(0), row.fixed<32>(1)} : TrailHead{};
}

[[nodiscard]] Snapshot snapshotOf(Connection& connection) {
    Snapshot snapshot;
    {
        auto row = connection.use("SELECT (SELECT count(*) FROM patient), (SELECT count(*) FROM "
                                  "session), (SELECT count(*) FROM audit)");
        static_cast<void>(row.next());
        snapshot.counts = {row.integer(0), row.integer(1), row.integer(2)};
    }
    snapshot.head = headOf(connection);
    snapshot.schema = connection.pragma("user_version");
    return snapshot;
}

[[nodiscard]] StorageError unlike(const std::filesystem::path& folder) {
    return StorageError{{tr("The copy in {1} was not as it should be when it was read again, and "
                            "was removed. The disk may be failing: use another one."),
                         {folder.string()}}};
}

/// One transaction for reading: what is copied is one moment's state, whoever writes meanwhile.
class OneMoment {
public:
    explicit OneMoment(Connection& connection) : connection_{connection} {
        connection_.begin(false);
    }
    OneMoment(const OneMoment&) = delete;
    OneMoment& operator=(const OneMoment&) = delete;
    ~OneMoment() { connection_.rollback(); }

private:
    Connection& connection_;
};

void copyPages(Connection& from, Connection& to, const GoesOn& goesOn) {
    to.run("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
    {
        SQLite::Backup copying{to.raw(), from.raw()};
        for (int outcome = SQLITE_OK; outcome != SQLITE_DONE;) {
            outcome = copying.executeStep(kPagesAStep);
            if (outcome != SQLITE_OK && outcome != SQLITE_DONE) {
                throw SQLite::Exception{"the database is busy", outcome};
            }
            const auto total = std::max(copying.getTotalPageCount(), 1);
            askOn(goesOn, 1.0 - static_cast<double>(copying.getRemainingPageCount()) / total);
        }
    }
    // A file of its own: without a log, and readable where nothing can be written.
    to.run("PRAGMA journal_mode = DELETE");
}

void checkCopy(Connection& copy, const Snapshot& expected, const std::filesystem::path& folder,
               const GoesOn& goesOn) {
    copy.run(kCache);
    askOn(goesOn, 0.0);
    SQLite::Statement pages{copy.raw(), "PRAGMA cipher_integrity_check"};
    if (pages.executeStep()) {
        throw unlike(folder);
    }
    askOn(goesOn, 0.5);
    if (copy.raw().execAndGet("PRAGMA quick_check(1)").getString() != "ok") {
        throw unlike(folder);
    }
    askOn(goesOn, 0.9);
    const auto found = snapshotOf(copy);
    if (found.counts != expected.counts || found.head != expected.head ||
        found.schema != expected.schema) {
        throw unlike(folder);
    }
}

} // namespace

Copier::Parts::Parts(Engine& engine)
    : folder_{engine.folder()}, clinic_{engine.clinic()}, keys_{engine.signedIn().id,
                                                                copyOf(engine.databaseKey()),
                                                                {}},
      clock_{engine.clock()}, options_{engine.options()}, connection_{engine.connection().file(),
                                                                      keys_.databaseKey,
                                                                      engine.patience()} {
    applySettings(connection_);
    connection_.guarded("opening the clinic for copying", [&] {
        connection_.run(kCache);
        connection_.run("PRAGMA query_only = ON");
    });
}

Copier::Copier(std::unique_ptr<Parts> parts) noexcept : parts_{std::move(parts)} {}
Copier::~Copier() = default;

BackupMade Copier::backUp(const std::filesystem::path& folder, const GoesOn& goesOn) {
    return parts_->backUp(folder, goesOn);
}
Rehearsal Copier::rehearse(const std::filesystem::path& backup, const GoesOn& goesOn) {
    return parts_->rehearse(backup, goesOn);
}
std::optional<FoundBackup> Copier::newestIn(const std::filesystem::path& folder) {
    auto found = parts_->ofThisClinic(folder);
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}
TrailAgreement Copier::compare(const TrailHead& outside) {
    return parts_->compare(outside);
}

VerificationReport Copier::check(const GoesOn& goesOn) {
    return parts_->check(goesOn);
}

TrailAgreement Copier::Parts::compare(const TrailHead& outside) {
    return connection_.guarded("comparing the audit trail", [&] {
        auto row = connection_.use("SELECT hash FROM audit WHERE seq = ?1");
        if (outside.count == 0) {
            return TrailAgreement::Holds;
        }
        if (!row.with(outside.count).next()) {
            return TrailAgreement::Shorter;
        }
        return row.fixed<32>(0) == outside.hash ? TrailAgreement::Holds : TrailAgreement::Differs;
    });
}

void Copier::Parts::guardPlace(const std::filesystem::path& folder) {
    std::error_code failure;
    if (!std::filesystem::is_directory(folder, failure)) {
        throw StorageError{{tr("The backup folder {1} is not there. Is its disk connected, or the "
                               "network there? It is tried again later."),
                            {folder.string()}}};
    }
    if (!mayWrite(folder)) {
        throw StorageError{{tr("The backup folder {1} can't be written; check its rights, and "
                               "whether its disk is protected against writing."),
                            {folder.string()}}};
    }
    const auto own = std::filesystem::weakly_canonical(folder_);
    const auto place = std::filesystem::weakly_canonical(folder);
    if (std::mismatch(own.begin(), own.end(), place.begin(), place.end()).first == own.end()) {
        throw StorageError{{tr("The backup folder {1} lies in the clinic itself and would be lost "
                               "with it; choose another one."),
                            {folder.string()}}};
    }
    const auto space = std::filesystem::space(folder, failure);
    const auto pages = static_cast<std::uintmax_t>(connection_.pragma("page_count"));
    constexpr std::uintmax_t kPage = 4096;
    constexpr std::uintmax_t kRest = 1U << 20U;
    if (!failure && space.available < pages * kPage + kRest) {
        throw StorageError{
            {tr("The disk of {1} is too full for a backup: {2} MB are needed, {3} MB "
                "are free."),
             {folder.string(), std::to_string((pages * kPage + kRest) / 1'000'000),
              std::to_string(space.available / 1'000'000)}}};
    }
}

BackupMade Copier::Parts::backUp(const std::filesystem::path& folder, const GoesOn& goesOn) {
    return connection_.guarded("making a backup", [&] {
        guardPlace(folder);
        const auto mark = std::string{kUnfinished} + clinic_.text();
        removeLeftOver(folder, mark);
        BackupMade result{{}, {clinic_, clock_.now(), 0, 0, {}, {}, {}}, {}, {}, {}};
        const auto before = ofThisClinic(folder);
        if (!before.empty()) {
            result.withLast = compare(before.front().facts->head);
        }
        const auto stem = folder_.filename().stem().string() + "-" + stampOf(result.facts.takenAt);
        IdMaker ids{clock_};
        HalfMade made{folder /
                      (stem + std::string{kBackupEnding} + mark + "-" + ids.next().text())};
        write(made.path(), result, goesOn);
        result.folder = freeName(folder, stem);
        made.moveTo(result.folder);
        flushFolder(folder);
        if (!result.withLast || *result.withLast == TrailAgreement::Holds) {
            result.rotated = rotate(folder, result.folder);
        }
        askOn(goesOn ? GoesOn{[&](double share) {
                  static_cast<void>(goesOn(share)); // too late to give it up
                  return true;
              }}
                     : GoesOn{},
              1.0);
        return result;
    });
}

void Copier::Parts::write(const std::filesystem::path& folder, BackupMade& result,
                          const GoesOn& goesOn) {
    const auto database = folder / "clinic.db";
    makeOwnFile(database);
    Snapshot snapshot;
    {
        const OneMoment moment{connection_};
        snapshot = snapshotOf(connection_);
        // Under the same reading as the rows: a key renewed later is of a later moment.
        const auto keys = readFile(folder_ / "keys.json", 4U << 20U);
        result.facts.keys = blake2b(keys);
        writeOwnFile(folder / "keys.json", keys);
        Connection copy{database, keys_.databaseKey, options_.patience, Sharing::Alone};
        copy.guarded("writing the backup",
                     [&] { copyPages(connection_, copy, partOf(goesOn, 0.0, 0.6)); });
    }
    flushFile(database);
    {
        Connection copy{database, keys_.databaseKey, options_.patience, Sharing::Alone};
        copy.guarded("reading the backup again", [&] {
            checkCopy(copy, snapshot, folder.parent_path(), partOf(goesOn, 0.6, 0.9));
        });
    }
    result.counts = snapshot.counts;
    result.facts.head = snapshot.head;
    result.facts.schema = snapshot.schema;
    result.facts.size = static_cast<std::int64_t>(std::filesystem::file_size(database));
    result.facts.digest = digestOfFile(database, partOf(goesOn, 0.9, 0.99));
    writeOwnFile(folder / "backup.txt", textOf(result.facts)); // last: says that the rest is whole
}

std::filesystem::path Copier::Parts::freeName(const std::filesystem::path& folder,
                                              const std::string& stem) {
    auto place = folder / (stem + std::string{kBackupEnding});
    for (int more = 2; std::filesystem::exists(place); ++more) {
        place = folder / (stem + "-" + std::to_string(more) + std::string{kBackupEnding});
    }
    return place;
}

std::vector<FoundBackup> Copier::Parts::ofThisClinic(const std::filesystem::path& folder) const {
    auto found = listBackups(folder);
    std::erase_if(found, [&](const FoundBackup& each) {
        return !each.isReadable() || each.facts->clinic != clinic_;
    });
    return found;
}

std::vector<std::filesystem::path> Copier::Parts::rotate(const std::filesystem::path& folder,
                                                         const std::filesystem::path& justMade) {
    const auto found = ofThisClinic(folder);
    std::vector<Instant> taken;
    for (const auto& each : found) {
        taken.push_back(each.facts->takenAt);
    }
    const auto gone = noLongerKept(taken, clock_.now());
    std::vector<std::filesystem::path> removed;
    for (const auto& each : found) {
        if (each.folder == justMade || std::ranges::find(gone, each.facts->takenAt) == gone.end()) {
            continue;
        }
        // Out of the list in one step; what of it can't be removed is left over for the next time.
        auto leaving = each.folder;
        leaving += std::string{kUnfinished} + clinic_.text() + "-old";
        std::error_code failure;
        std::filesystem::rename(each.folder, leaving, failure);
        if (!failure) {
            std::filesystem::remove_all(leaving, failure);
            removed.push_back(each.folder);
        }
    }
    return removed;
}

Rehearsal Copier::Parts::rehearse(const std::filesystem::path& backup, const GoesOn& goesOn) {
    constexpr std::string_view kMark = "rehearsal-";
    removeLeftOver(folder_, kMark);
    const auto found = backupAt(backup);
    if (found.facts && found.facts->clinic != clinic_) {
        throw StorageError{{tr("The backup {1} is of another clinic; open that clinic to rehearse "
                               "it."),
                            {backup.string()}}};
    }
    IdMaker ids{clock_};
    const HalfMade place{folder_ / (std::string{kMark} + ids.next().text())};
    takeFiles(found, place.path(), partOf(goesOn, 0.0, 0.4));
    Rehearsal rehearsal;
    OpenedKeys keys{keys_.practitioner, copyOf(keys_.databaseKey), {}};
    {
        Connection copy{place.path() / "clinic.db", keys.databaseKey, options_.patience};
        copy.guarded("rehearsing the backup", [&] {
            const auto then = snapshotOf(copy);
            rehearsal.counts = then.counts;
            rehearsal.headHolds = then.head == found.facts->head;
            // Whoever has come since is not in it; what is written there is thrown away anyway.
            auto row = copy.use("SELECT id FROM practitioner ORDER BY id <> ?1, no LIMIT 1");
            if (row.with(keys.practitioner).next()) {
                keys.practitioner = row.id<PractitionerId>(0);
            }
        });
    }
    askOn(goesOn, 0.5);
    auto options = options_;
    options.pageLimit.reset();
    Engine engine{place.path(), keys, clock_, std::move(options)};
    askOn(goesOn, 0.6);
    rehearsal.report = verifyAll(engine);
    askOn(goesOn, 1.0);
    return rehearsal;
}

} // namespace palpate::storage
