// SPDX-License-Identifier: MIT
#include "storage/Restore.h"

#include "storage/AskOn.h"
#include "storage/BackupText.h"
#include "storage/Canonical.h"
#include "storage/Engine.h"
#include "storage/Files.h"
#include "storage/HalfMade.h"
#include "storage/NetworkDrive.h"

#include <fcntl.h>
#include <unistd.h>

namespace palpate::storage {

namespace {

/// "NAME/" and "NAME" are the same place; its parent must be nameable.
[[nodiscard]] std::filesystem::path placeOf(const std::filesystem::path& folder) {
    auto place = std::filesystem::absolute(folder).lexically_normal();
    return place.has_filename() ? place : place.parent_path();
}

[[nodiscard]] bool isTaken(const std::filesystem::path& place) {
    std::error_code failure;
    return std::filesystem::exists(std::filesystem::symlink_status(place, failure)) &&
           (!std::filesystem::is_directory(place, failure) ||
            !std::filesystem::is_empty(place, failure));
}

/// Whether some other program has the clinic open: SQLite keeps a lock as long as it has. This
/// process must not have it open, as looking would drop its own locks.
[[nodiscard]] bool isOpenElsewhere(const std::filesystem::path& database) {
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    const int handle = ::open(database.c_str(), O_RDWR | O_CLOEXEC);
    if (handle < 0) {
        return false;
    }
    const bool isAsked = ::fcntl(handle, F_GETLK, &lock) == 0;
    ::close(handle);
    return isAsked && lock.l_type != F_UNLCK;
}

void guardPlace(const RestoreWish& wish, const std::filesystem::path& place) {
    std::error_code failure;
    const auto parent = place.parent_path();
    if (!std::filesystem::is_directory(parent, failure) || !mayWrite(parent)) {
        throw StorageError{
            {tr("The folder {1} does not exist or can't be written; choose another place for the "
                "clinic."),
             {parent.string()}}};
    }
    guardLocalDisk(parent);
    if (!isTaken(place)) {
        return;
    }
    if (wish.inPlaceOf == InPlaceOf::Nothing) {
        throw StorageError{{tr("There is something at {1} already, and a backup is never restored "
                               "over it; choose a new place, or let the old one be put aside."),
                            {place.string()}}};
    }
    if (!std::filesystem::is_regular_file(place / "clinic.db", failure)) {
        throw StorageError{
            {tr("{1} is no clinic and is left alone; choose another place."), {place.string()}}};
    }
    if (isOpenElsewhere(place / "clinic.db")) {
        throw StorageError{{tr("The clinic at {1} is open in another program; close it first."),
                            {place.string()}}};
    }
}

[[nodiscard]] std::filesystem::path asideOf(const std::filesystem::path& place, Instant now) {
    const auto stem = place.stem().string() + "-put-aside-" + stampOf(now);
    const auto ending = place.extension().string();
    auto aside = place.parent_path() / (stem + ending);
    for (int more = 2; std::filesystem::exists(aside); ++more) {
        aside = place.parent_path() / (stem + "-" + std::to_string(more) + ending);
    }
    return aside;
}

/// The copy as a clinic: opened (and brought up to date), checked, its trail told.
void openAndCheck(const std::filesystem::path& folder, const FoundBackup& found,
                  const RestoreWish& wish, const Credentials& credentials, const Clock& clock,
                  OpenOptions options, Restored& restored, const GoesOn& goesOn) {
    Engine engine{folder, credentials, clock, std::move(options)};
    restored.report = verifyAll(engine, partOf(goesOn, 0.5, 0.95));
    if (!restored.report.isSound() && !wish.evenIfUnsound) {
        Message first{tr("it is not sound"), {}};
        for (const auto& check : restored.report.checks) {
            if (!check.faults.empty()) {
                first = check.faults.front();
                break;
            }
        }
        throw StorageError{{tr("The backup {1} was not restored: {2} Take another backup."),
                            {wish.backup.string(), shown(first)}}};
    }
    engine.write("noting that the clinic was restored", [&] {
        auto row = engine.use("SELECT (SELECT count(*) FROM patient), (SELECT count(*) FROM "
                              "session), (SELECT count(*) FROM audit)");
        static_cast<void>(row.next());
        restored.counts = {row.integer(0), row.integer(1), row.integer(2)};
        engine.audit({AuditKind::Change,
                      {},
                      AuditSubject::Clinic,
                      engine.clinic(),
                      "+restored " + isoInstant(found.facts->takenAt) + " " +
                          escaped(found.folder.filename().string()) + "\n",
                      {}});
    });
    engine.signOut();
}

} // namespace

Restored restore(const RestoreWish& wish, const Credentials& credentials, const Clock& clock,
                 OpenOptions options, const GoesOn& goesOn) {
    const auto place = placeOf(wish.to);
    guardPlace(wish, place);
    const auto found = backupAt(wish.backup);
    if (!found.facts) {
        throw StorageError{*found.problem};
    }
    const auto mark = std::string{kUnfinished} + found.facts->clinic.text();
    removeLeftOver(place.parent_path(), place.filename().string() + mark);
    IdMaker ids{clock};
    HalfMade made{place.parent_path() /
                  (place.filename().string() + mark + "-" + ids.next().text())};
    takeFiles(found, made.path(), partOf(goesOn, 0.0, 0.5));
    makeOwnFolder(made.path() / "backups");
    Restored restored{place, {}, {}, {}};
    openAndCheck(made.path(), found, wish, credentials, clock, std::move(options), restored,
                 goesOn);
    askOn(goesOn, 0.95);
    guardPlace(wish, place); // again: that took its time
    if (isTaken(place)) {
        restored.aside = asideOf(place, clock.now());
        made.replace(place, *restored.aside);
    } else {
        made.moveTo(place);
    }
    flushFolder(place.parent_path());
    return restored;
}

} // namespace palpate::storage
