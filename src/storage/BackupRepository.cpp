// SPDX-License-Identifier: MIT
#include "storage/BackupRepository.h"

#include "storage/Canonical.h"
#include "storage/Engine.h"
#include "storage/Rows.h"

#include <filesystem>

namespace palpate::storage {

namespace {

constexpr std::string_view kBackup = "backup";
constexpr std::string_view kRehearsal = "rehearsal";

[[nodiscard]] std::string_view wordOf(BackupRunKind kind) noexcept {
    return kind == BackupRunKind::Backup ? kBackup : kRehearsal;
}

[[nodiscard]] BackupRun runFrom(const Query& row) {
    BackupRun run{row.text(0) == kBackup ? BackupRunKind::Backup : BackupRunKind::Rehearsal,
                  row.text(1),
                  row.text(2),
                  row.instant(3),
                  row.number(4) != 0,
                  {},
                  row.text(6)};
    if (!row.isNull(5)) {
        run.size = row.integer(5);
    }
    return run;
}

void auditFolder(Engine& engine, std::string_view sign, std::string_view path) {
    engine.audit({AuditKind::Change,
                  {},
                  AuditSubject::Clinic,
                  engine.clinic(),
                  std::string{sign} + "backup_folder " + escaped(path) + "\n",
                  {}});
}

} // namespace

std::vector<std::string> BackupRepository::folders() const {
    return engine_.read("reading the backup folders", [&] {
        std::vector<std::string> paths;
        auto rows = engine_.use("SELECT path FROM backup_folder ORDER BY no");
        while (rows.next()) {
            paths.push_back(rows.text(0));
        }
        return paths;
    });
}

void BackupRepository::addFolder(std::string_view path) {
    engine_.requireOwner();
    if (!std::filesystem::path{path}.is_absolute()) {
        throw EditRefused{
            {tr("Choose the backup folder by its whole path, from the root on."), {}}};
    }
    engine_.write("storing the backup folder", [&] {
        {
            auto row = engine_.use("SELECT 1 FROM backup_folder WHERE path = ?1");
            if (row.with(path).next()) {
                throw EditRefused{{tr("Backups go to {1} already."), {std::string{path}}}};
            }
        }
        engine_.use("INSERT INTO backup_folder (path, added_at) VALUES (?1, ?2)")
            .with(path, engine_.clock().now())
            .run();
        auditFolder(engine_, "+", path);
    });
}

void BackupRepository::removeFolder(std::string_view path) {
    engine_.requireOwner();
    engine_.write("removing the backup folder", [&] {
        const auto before = engine_.connection().changes();
        engine_.use("DELETE FROM backup_folder WHERE path = ?1").with(path).run();
        if (engine_.connection().changes() == before) {
            throw EditRefused{{tr("Backups do not go to {1}."), {std::string{path}}}};
        }
        auditFolder(engine_, "-", path);
    });
}

void BackupRepository::note(const BackupRun& run) {
    engine_.write("noting the backup", [&] {
        if (run.kind == BackupRunKind::Backup && run.isVerified()) {
            engine_.audit({AuditKind::Export,
                           {},
                           AuditSubject::Clinic,
                           engine_.clinic(),
                           "+backup " + escaped(run.name) + " in " + escaped(run.place) + "\n",
                           {}});
        }
        engine_
            .use("INSERT INTO backup_run (kind, place, name, at, by_hand, size, trail, problem) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, CASE ?7 WHEN '' THEN (SELECT max(seq) FROM "
                 "audit) END, ?7)")
            .with(wordOf(run.kind), run.place, run.name, run.at, run.isByHand, run.size,
                  run.problem)
            .run();
    });
}

std::vector<BackupRun> BackupRepository::runs(int limit) const {
    return engine_.read("reading the backups", [&] {
        std::vector<BackupRun> runs;
        auto rows = engine_.use("SELECT kind, place, name, at, by_hand, size, problem FROM "
                                "backup_run ORDER BY no DESC LIMIT ?1");
        rows.with(limit);
        while (rows.next()) {
            runs.push_back(runFrom(rows));
        }
        return runs;
    });
}

std::optional<BackupRun> BackupRepository::last(std::string_view place, BackupRunKind kind,
                                                bool verifiedOnly) const {
    return engine_.read("reading the backups", [&] {
        auto row = engine_.use("SELECT kind, place, name, at, by_hand, size, problem FROM "
                               "backup_run WHERE place = ?1 AND kind = ?2 AND (?3 = 0 OR problem = "
                               "'') ORDER BY no DESC LIMIT 1");
        row.with(place, wordOf(kind), verifiedOnly);
        return row.next() ? std::optional{runFrom(row)} : std::nullopt;
    });
}

bool BackupRepository::isChangedSince(std::string_view place) const {
    return engine_.read("reading the backups", [&] {
        auto row = engine_.use(
            "SELECT EXISTS (SELECT 1 FROM audit WHERE seq > coalesce((SELECT trail FROM backup_run "
            "WHERE place = ?1 AND kind = 'backup' AND problem = '' ORDER BY no DESC LIMIT 1), 0) "
            "AND kind NOT IN ('sign_in', 'sign_out') AND NOT (kind = 'export' AND subject = "
            "'clinic'))");
        row.with(place);
        return row.next() && row.number(0) != 0;
    });
}

} // namespace palpate::storage
