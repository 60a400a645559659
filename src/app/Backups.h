// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Clock.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

class Clinic;

struct BackupFolderLine {
    std::string path;
    std::string state; ///< "Verified Thu 26 Nov 2026, 10:45 · 12.4 MB", "No backup yet", or why not
    bool isProblem = false; ///< the last try failed
};

struct BackupsView {
    std::vector<BackupFolderLine> folders;
    std::string newest;                 ///< "Newest backup: today, 10:45"; "There is no backup yet"
    std::optional<std::string> warning; ///< in one or two sentences, with what to do
    /// The clinic's trail does not hold what a backup vouches for: cut off, rewritten or replaced.
    std::optional<std::string> alarm;
    bool isRunning = false;
    double share = 0;      ///< of what is running, 0 to 1
    std::string doing;     ///< "Copying to /media/stick"; empty unless running
    std::string rehearsal; ///< "Rehearsed Thu 26 Nov 2026, 10:47: ..."; "Never rehearsed yet"
    bool rehearsalFailed = false;
    bool mayChangeFolders = false; ///< owners only
};

/// The clinic's backups: where they go, when the last one was made, one made by hand, those that
/// are due made beside the window. The clinic must outlive it, and it must be gone before the
/// person signs out; what runs then is given up and nothing half-written is left. `onChange` is
/// called whenever the view has changed, on the thread that calls the rest. Calls may throw
/// StorageError; a backup that fails is no exception but a line of the view.
class Backups {
public:
    /// `wake` is called on any thread when `deliver` has something to do.
    Backups(Clinic& clinic, std::function<void()> wake);
    ~Backups();
    Backups(const Backups&) = delete;
    Backups& operator=(const Backups&) = delete;

    std::function<void()> onChange;
    [[nodiscard]] const BackupsView& view() const noexcept;
    /// One that vanishes later stays and is tried again. EditRefused: it is not there or can't be
    /// written now, it is one already, or a backup itself. AccessDenied: only owners.
    void addFolder(const std::string& path);
    void removeFolder(const std::string& path);
    /// A backup into each folder, also where nothing has changed.
    void backUpNow();
    /// Restores the newest backup of each folder that has one into a place of its own, checks it
    /// and removes it.
    void rehearseNow();
    /// Begins what is due; to be called after signing in and every few minutes: a backup each day
    /// on which something was changed, a folder that had failed after a quarter of an hour again,
    /// and a rehearsal each month.
    void lookForDue();
    /// What is running and waiting is given up.
    void stop();
    void deliver(); ///< takes what was done beside
    /// Returns when nothing is running any more and the view is up to date. For tests and scripts.
    void finish();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace palpate::app
