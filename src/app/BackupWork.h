// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Message.h"
#include "storage/Backup.h"
#include "storage/BackupRepository.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace palpate::app {

/// What a person must know of a trail that does not hold what the last backup vouches for; empty
/// when it does, or when there was none.
[[nodiscard]] std::string trailAlarm(std::optional<storage::TrailAgreement> withLast);

/// Why backups can't go into the folder now, in one sentence with what to do; empty: they can.
/// Tried by making a folder in it, which is removed again.
[[nodiscard]] std::optional<Message> backupFolderProblem(const std::filesystem::path& folder);

/// One thing to be done beside the window.
struct BackupJob {
    storage::BackupRunKind kind = storage::BackupRunKind::Backup;
    std::filesystem::path folder; ///< the backup folder
    bool isByHand = false;
};
/// What became of it.
struct BackupDone {
    BackupJob job;
    std::optional<storage::BackupMade> made;
    std::optional<storage::Rehearsal> rehearsal;
    std::string rehearsed;              ///< the name of the backup that was rehearsed
    std::optional<std::string> problem; ///< one sentence
    bool wasDropped = false;            ///< given up: not to be told
};

/// Does one job after the other on a thread of its own. All calls come from one other thread.
class BackupWork {
public:
    /// `wake` is called on the thread beside when something has changed.
    BackupWork(std::unique_ptr<storage::Copier> copier, std::function<void()> wake);
    /// What runs is given up.
    ~BackupWork();
    BackupWork(const BackupWork&) = delete;
    BackupWork& operator=(const BackupWork&) = delete;

    void add(BackupJob job);
    /// What runs and what waits is given up.
    void drop();
    [[nodiscard]] std::vector<BackupDone> done();
    /// What is being done now; empty: nothing.
    [[nodiscard]] std::optional<BackupJob> running() const;
    [[nodiscard]] bool isIdle() const;
    [[nodiscard]] double share() const noexcept { return share_; }
    void finish(); ///< waits until nothing is running or waiting

private:
    void run();
    [[nodiscard]] BackupDone doneOf(const BackupJob& job);
    void rehearseNewest(const BackupJob& job, const storage::GoesOn& goesOn, BackupDone& done);

    std::unique_ptr<storage::Copier> copier_;
    std::function<void()> wake_;
    mutable std::mutex mutex_;
    std::condition_variable asked_;
    std::condition_variable idle_;
    std::deque<BackupJob> waiting_;
    std::optional<BackupJob> running_;
    std::vector<BackupDone> done_;
    bool isOver_ = false;
    std::atomic<bool> isDropped_ = false;
    std::atomic<double> share_ = 0;
    std::jthread thread_; // last: uses all the others
};

} // namespace palpate::app
