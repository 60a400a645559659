// SPDX-License-Identifier: MIT
#include "app/Backups.h"

#include "app/BackupWork.h"
#include "app/Clinic.h"
#include "app/Rights.h"
#include "app/SizeText.h"
#include "app/TimeText.h"
#include "domain/Error.h"
#include "storage/Store.h"

#include <algorithm>
#include <utility>

namespace palpate::app {

namespace {

using storage::BackupRun;
using storage::BackupRunKind;

// Our own choices, no rule of a law or a standard.
constexpr std::chrono::days kOld{7};
constexpr std::chrono::days kRehearsalAfter{30};
constexpr std::chrono::minutes kAgainAfter{15};

[[nodiscard]] bool isThere(const std::string& folder) {
    std::error_code failure;
    return std::filesystem::is_directory(folder, failure);
}

} // namespace

struct Backups::Inside {
    Inside(Clinic& which, std::function<void()> wake)
        : clinic{which}, work{which.store().copier(), std::move(wake)} {}

    Clinic& clinic;
    BackupsView view;
    std::optional<std::string> alarm;
    BackupWork work; // last: the thread ends first

    [[nodiscard]] storage::BackupRepository& repository() const { return clinic.store().backups(); }
    [[nodiscard]] std::string momentText(Instant at) const;
    [[nodiscard]] BackupFolderLine lineOf(const std::string& path) const;
    void showNewest(const std::vector<std::string>& folders);
    void showRehearsal(const std::vector<std::string>& folders);
    void showRunning();
    void show();
    void note(const BackupDone& done);
    [[nodiscard]] bool isDue(const std::string& folder) const;
    [[nodiscard]] bool isRehearsalDue(const std::string& folder) const;
};

std::string Backups::Inside::momentText(Instant at) const {
    const auto& zone = clinic.profile().timeZone;
    const auto day = localDay(at, zone);
    const auto clock = clockText(at, zone);
    return day == clinic.today() ? shown({tr("today, {1}"), {clock}})
                                 : weekdayText(day) + ", " + clock;
}

BackupFolderLine Backups::Inside::lineOf(const std::string& path) const {
    BackupFolderLine line{path, tr("No backup yet"), false};
    const auto last = repository().last(path, BackupRunKind::Backup);
    if (last && last->isVerified()) {
        line.state = shown(
            {tr("Verified {1} · {2}"),
             {momentText(last->at), sizeText(static_cast<std::uint64_t>(last->size.value_or(0)))}});
    } else if (last) {
        line.state = last->problem;
        line.isProblem = true;
    }
    return line;
}

void Backups::Inside::showNewest(const std::vector<std::string>& folders) {
    std::optional<Instant> newest;
    for (const auto& folder : folders) {
        if (const auto last = repository().last(folder, BackupRunKind::Backup, true)) {
            newest = std::max(newest.value_or(last->at), last->at);
        }
    }
    view.newest = newest ? shown({tr("Newest backup: {1}"), {momentText(*newest)}})
                         : tr("There is no backup yet");
    view.warning.reset();
    if (folders.empty()) {
        view.warning = tr("No backup folder is chosen. Choose one on another disk: when this "
                          "computer is lost, so is everything on it.");
    } else if (!newest) {
        view.warning = tr("There is no backup yet. Connect the disk of a backup folder and make "
                          "one.");
    } else if (clinic.clock().now() - *newest > kOld) {
        const auto age =
            std::chrono::floor<std::chrono::days>(clinic.clock().now() - *newest).count();
        view.warning = shown({tr("The newest backup is {1} days old. Connect the disk of a backup "
                                 "folder and make one. (That {2} days are too old is Palpate's own "
                                 "choice.)"),
                              {std::to_string(age), std::to_string(kOld.count())}});
    }
}

void Backups::Inside::showRehearsal(const std::vector<std::string>& folders) {
    std::optional<BackupRun> last;
    for (const auto& folder : folders) {
        const auto run = repository().last(folder, BackupRunKind::Rehearsal);
        if (run && (!last || run->at >= last->at)) {
            last = run;
        }
    }
    view.rehearsalFailed = last && !last->isVerified();
    if (!last) {
        view.rehearsal = tr("Never rehearsed yet");
    } else if (last->isVerified()) {
        view.rehearsal = shown({tr("Rehearsed {1}: {2} was restored into a place of its own and "
                                   "checked whole; all is sound."),
                                {momentText(last->at), last->name}});
    } else {
        view.rehearsal = shown({tr("Rehearsed {1}: {2}"), {momentText(last->at), last->problem}});
    }
}

void Backups::Inside::showRunning() {
    const auto running = work.running();
    view.isRunning = !work.isIdle();
    view.share = running ? work.share() : 0;
    view.doing.clear();
    if (running) {
        view.doing = shown({running->kind == BackupRunKind::Backup
                                ? tr("Copying to {1}")
                                : tr("Rehearsing the newest backup in {1}"),
                            {running->folder.string()}});
    }
}

void Backups::Inside::show() {
    const auto folders = repository().folders();
    view.folders.clear();
    for (const auto& folder : folders) {
        view.folders.push_back(lineOf(folder));
    }
    showNewest(folders);
    showRehearsal(folders);
    showRunning();
    view.alarm = alarm;
    view.mayChangeFolders = clinic.practitioner().role == Role::Owner;
}

void Backups::Inside::note(const BackupDone& done) {
    if (done.wasDropped) {
        return;
    }
    BackupRun run{done.job.kind,
                  done.job.folder.string(),
                  done.rehearsed,
                  clinic.clock().now(),
                  done.job.isByHand,
                  {},
                  done.problem.value_or("")};
    if (done.made) {
        run.name = done.made->folder.filename().string();
        run.at = done.made->facts.takenAt;
        run.size = done.made->facts.size;
        if (auto told = trailAlarm(done.made->withLast); !told.empty()) {
            alarm = std::move(told);
        }
    }
    repository().note(run);
}

bool Backups::Inside::isDue(const std::string& folder) const {
    const auto& zone = clinic.profile().timeZone;
    const auto now = clinic.clock().now();
    const auto last = repository().last(folder, BackupRunKind::Backup);
    // A clock that was set back must not keep the next one waiting.
    if (last && !last->isVerified() && now >= last->at && now < last->at + kAgainAfter) {
        return false;
    }
    const auto verified = repository().last(folder, BackupRunKind::Backup, true);
    return (!verified || localDay(verified->at, zone) != clinic.today()) &&
           repository().isChangedSince(folder);
}

bool Backups::Inside::isRehearsalDue(const std::string& folder) const {
    const auto now = clinic.clock().now();
    const auto verified = repository().last(folder, BackupRunKind::Backup, true);
    const auto last = repository().last(folder, BackupRunKind::Rehearsal);
    if (!verified) {
        return false;
    }
    const auto wait = last && !last->isVerified() ? std::chrono::days{1} : kRehearsalAfter;
    return !last || now < last->at || now >= last->at + wait;
}

Backups::Backups(Clinic& clinic, std::function<void()> wake)
    : inside_{std::make_unique<Inside>(clinic, std::move(wake))} {
    inside_->show();
}

Backups::~Backups() {
    inside_->work.drop();
    inside_->work.finish();
    try {
        for (const auto& done : inside_->work.done()) {
            inside_->note(done);
        }
    } catch (const Error&) {
        return; // one that isn't noted is only made again sooner than it must
    }
}

const BackupsView& Backups::view() const noexcept {
    return inside_->view;
}

void Backups::addFolder(const std::string& path) {
    const std::filesystem::path folder{path};
    std::error_code failure;
    if (std::filesystem::exists(folder / "backup.txt", failure)) {
        throw EditRefused{
            {tr("{1} is a backup itself; choose the folder that it lies in."), {path}}};
    }
    if (const auto problem = folder.is_absolute() ? backupFolderProblem(folder) : std::nullopt) {
        throw EditRefused{*problem};
    }
    inside_->repository().addFolder(path);
    deliver();
}

void Backups::removeFolder(const std::string& path) {
    inside_->repository().removeFolder(path);
    deliver();
}

void Backups::backUpNow() {
    require(inside_->clinic, Right::BackUp);
    for (const auto& folder : inside_->repository().folders()) {
        inside_->work.add({BackupRunKind::Backup, folder, true});
    }
    deliver();
}

void Backups::rehearseNow() {
    require(inside_->clinic, Right::BackUp);
    auto folders = inside_->repository().folders();
    // A disk that is put away is told of beside its folder, and is no rehearsal that failed.
    if (std::ranges::any_of(folders, isThere)) {
        std::erase_if(folders, [](const std::string& folder) { return !isThere(folder); });
    }
    for (const auto& folder : folders) {
        inside_->work.add({BackupRunKind::Rehearsal, folder, true});
    }
    deliver();
}

void Backups::lookForDue() {
    for (const auto& folder : inside_->repository().folders()) {
        const bool isDue = inside_->isDue(folder);
        if (isDue) {
            inside_->work.add({BackupRunKind::Backup, folder, false});
        }
        if (isThere(folder) && inside_->isRehearsalDue(folder)) {
            inside_->work.add({BackupRunKind::Rehearsal, folder, false});
        }
    }
    deliver();
}

void Backups::stop() {
    inside_->work.drop();
    deliver();
}

void Backups::deliver() {
    for (const auto& done : inside_->work.done()) {
        inside_->note(done);
    }
    inside_->show();
    if (onChange) {
        onChange();
    }
}

void Backups::finish() {
    inside_->work.finish();
    deliver();
}

} // namespace palpate::app
