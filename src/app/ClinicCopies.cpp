// SPDX-License-Identifier: MIT
#include "app/ClinicCopies.h"

#include "app/BackupWork.h"
#include "app/Clinic.h"
#include "app/OpenOptions.h"
#include "app/Rights.h"
#include "app/SizeText.h"
#include "domain/Error.h"
#include "storage/Backup.h"
#include "storage/BackupRepository.h"
#include "storage/Restore.h"
#include "storage/Store.h"

namespace palpate::app {

std::vector<BackupLine> backupsIn(const std::filesystem::path& folder, bool readWhole) {
    std::vector<BackupLine> lines;
    for (const auto& found : storage::listBackups(folder)) {
        BackupLine line{found.folder, {}, {}, 0, {}, {}};
        if (found.facts) {
            line.clinic = found.facts->clinic.text();
            line.takenAt = found.facts->takenAt;
            line.size = static_cast<std::uint64_t>(found.facts->size);
            line.sizeWords = sizeText(line.size);
        }
        if (const auto problem = readWhole ? storage::problemOf(found) : found.problem) {
            line.problem = shown(*problem);
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<BackupLine> backupsAt(const std::filesystem::path& place) {
    std::error_code failure;
    if (!std::filesystem::exists(place / "backup.txt", failure)) {
        return backupsIn(place);
    }
    const auto itself = std::filesystem::absolute(place).lexically_normal();
    const auto folder = itself.has_filename() ? itself : itself.parent_path();
    auto lines = backupsIn(folder.parent_path());
    std::erase_if(
        lines, [&](const BackupLine& line) { return line.folder.filename() != folder.filename(); });
    return lines;
}

NewBackup backUp(Clinic& clinic, const std::filesystem::path& folder, bool withRehearsal,
                 const WorkGoesOn& goesOn) {
    require(clinic, Right::BackUp);
    const auto place = std::filesystem::absolute(folder).lexically_normal();
    const auto copier = clinic.store().copier();
    auto& backups = clinic.store().backups();
    storage::BackupRun run{
        storage::BackupRunKind::Backup, place.string(), {}, clinic.clock().now(), true, {}, {}};
    NewBackup result;
    try {
        if (const auto problem = backupFolderProblem(place)) {
            throw StorageError{*problem};
        }
        const auto made = copier->backUp(place, goesOn);
        result = {made.folder,
                  static_cast<std::uint64_t>(made.facts.size),
                  made.counts.patients,
                  made.counts.sessions,
                  made.counts.auditRows,
                  made.rotated.size(),
                  {},
                  {},
                  true};
        result.alarm = trailAlarm(made.withLast);
        run.name = made.folder.filename().string();
        run.size = made.facts.size;
    } catch (const storage::WorkDropped&) {
        throw;
    } catch (const StorageError& error) {
        run.problem = describe(error);
        backups.note(run);
        throw;
    }
    backups.note(run);
    if (withRehearsal) {
        const auto rehearsal = copier->rehearse(result.folder, goesOn);
        result.rehearsal = linesOf(rehearsal.report);
        result.rehearsalHolds = rehearsal.headHolds;
        run.kind = storage::BackupRunKind::Rehearsal;
        run.size.reset();
        if (!rehearsal.isSound()) {
            run.problem = shown({tr("The backup {1} was restored and is not sound."), {run.name}});
        }
        backups.note(run);
    }
    return result;
}

RestoredClinic restoreClinic(const RestoreRequest& request, const Knowledge& knowledge,
                             const Clock& clock, const WorkGoesOn& goesOn) {
    const auto restored = storage::restore(
        {.backup = request.backup,
         .to = request.to,
         .inPlaceOf = request.putAside ? storage::InPlaceOf::PutAside : storage::InPlaceOf::Nothing,
         .evenIfUnsound = request.evenIfUnsound},
        {request.userName, request.password, request.code}, clock, openOptions(knowledge), goesOn);
    return {restored.folder,           restored.aside,
            restored.counts.patients,  restored.counts.sessions,
            restored.counts.auditRows, linesOf(restored.report)};
}

} // namespace palpate::app
