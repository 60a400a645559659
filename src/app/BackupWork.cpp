// SPDX-License-Identifier: MIT
#include "app/BackupWork.h"

#include "domain/Error.h"

#include <algorithm>
#include <utility>

namespace palpate::app {

std::string trailAlarm(std::optional<storage::TrailAgreement> withLast) {
    switch (withLast.value_or(storage::TrailAgreement::Holds)) {
    case storage::TrailAgreement::Holds:
        break;
    case storage::TrailAgreement::Shorter:
        return tr("The audit trail of this clinic is shorter than in its last backup: the newest "
                  "part was cut off, or the clinic was replaced by an older copy of itself. If "
                  "nobody restored an older backup, keep the clinic as it is and ask who had "
                  "access. No backup was removed.");
    case storage::TrailAgreement::Differs:
        return tr("The audit trail of this clinic differs from the one in its last backup: it was "
                  "rewritten, or the clinic was replaced by another copy of itself. If nobody "
                  "restored an older backup, keep the clinic as it is and ask who had access. No "
                  "backup was removed.");
    }
    return {};
}

std::optional<Message> backupFolderProblem(const std::filesystem::path& folder) {
    std::error_code failure;
    if (!std::filesystem::is_directory(folder, failure)) {
        return Message{tr("There is no folder {1} for backups: connect its disk, or make the "
                          "folder first."),
                       {folder.string()}};
    }
    // Rights alone do not tell: a disk may be protected against writing, a network away.
    const auto trial = folder / ".palpate-trial";
    std::filesystem::create_directory(trial, failure);
    if (failure) {
        return Message{tr("Nothing can be written into the backup folder {1}: check its rights, "
                          "and whether its disk is protected against writing, or choose another "
                          "one."),
                       {folder.string()}};
    }
    std::filesystem::remove(trial, failure);
    return std::nullopt;
}

BackupWork::BackupWork(std::unique_ptr<storage::Copier> copier, std::function<void()> wake)
    : copier_{std::move(copier)}, wake_{std::move(wake)}, thread_{[this] { run(); }} {}

BackupWork::~BackupWork() {
    {
        const std::lock_guard lock{mutex_};
        isOver_ = true;
        waiting_.clear();
        isDropped_ = true;
    }
    asked_.notify_all();
    thread_.join();
}

void BackupWork::add(BackupJob job) {
    {
        const std::lock_guard lock{mutex_};
        const auto isSame = [&](const BackupJob& other) {
            return other.kind == job.kind && other.folder == job.folder;
        };
        if (std::ranges::any_of(waiting_, isSame) || (running_ && isSame(*running_))) {
            return;
        }
        waiting_.push_back(std::move(job));
    }
    asked_.notify_all();
}

void BackupWork::drop() {
    const std::lock_guard lock{mutex_};
    waiting_.clear();
    if (running_) {
        isDropped_ = true;
    }
}

std::vector<BackupDone> BackupWork::done() {
    const std::lock_guard lock{mutex_};
    return std::exchange(done_, {});
}

std::optional<BackupJob> BackupWork::running() const {
    const std::lock_guard lock{mutex_};
    return running_;
}

bool BackupWork::isIdle() const {
    const std::lock_guard lock{mutex_};
    return waiting_.empty() && !running_;
}

void BackupWork::finish() {
    std::unique_lock lock{mutex_};
    idle_.wait(lock, [&] { return waiting_.empty() && !running_; });
}

void BackupWork::run() {
    std::unique_lock lock{mutex_};
    for (;;) {
        asked_.wait(lock, [&] { return isOver_ || !waiting_.empty(); });
        if (isOver_) {
            return;
        }
        const auto job = waiting_.front();
        running_ = job;
        waiting_.pop_front();
        isDropped_ = false; // under the lock: who gives up from now on means this job
        share_ = 0;
        lock.unlock();
        if (wake_) {
            wake_();
        }
        auto done = doneOf(job);
        lock.lock();
        running_.reset();
        done_.push_back(std::move(done));
        idle_.notify_all();
        if (wake_ && !isOver_) {
            lock.unlock();
            wake_();
            lock.lock();
        }
    }
}

BackupDone BackupWork::doneOf(const BackupJob& job) {
    BackupDone done{job, {}, {}, {}, {}, false};
    int percent = 0;
    const auto goesOn = [&](double share) {
        share_ = share;
        if (const int now = static_cast<int>(share * 100); now != percent && wake_) {
            percent = now;
            wake_();
        }
        return !isDropped_;
    };
    try {
        if (job.kind == storage::BackupRunKind::Backup) {
            done.made = copier_->backUp(job.folder, goesOn);
        } else {
            rehearseNewest(job, goesOn, done);
        }
    } catch (const storage::WorkDropped&) {
        done.wasDropped = true;
    } catch (const std::exception& error) {
        done.problem = describe(error);
    }
    return done;
}

void BackupWork::rehearseNewest(const BackupJob& job, const storage::GoesOn& goesOn,
                                BackupDone& done) {
    const auto newest = copier_->newestIn(job.folder);
    if (!newest) {
        throw StorageError{{tr("There is no backup of this clinic in {1} that could be rehearsed."),
                            {job.folder.string()}}};
    }
    done.rehearsed = newest->folder.filename().string();
    done.rehearsal = copier_->rehearse(newest->folder, goesOn);
    if (!done.rehearsal->isSound()) {
        Message first{tr("its audit trail does not end where it did when it was made."), {}};
        for (const auto& check : done.rehearsal->report.checks) {
            if (!check.faults.empty()) {
                first = check.faults.front();
                break;
            }
        }
        done.problem = shown({tr("The backup {1} was restored and is not sound: {2}"),
                              {done.rehearsed, shown(first)}});
    }
}

} // namespace palpate::app
