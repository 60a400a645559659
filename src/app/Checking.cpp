// SPDX-License-Identifier: MIT
#include "app/Checking.h"

#include "app/Clinic.h"
#include "app/OutgoingFile.h"
#include "app/Rights.h"
#include "app/TimeText.h"
#include "domain/Error.h"
#include "storage/Backup.h"
#include "storage/Store.h"

#include <atomic>
#include <mutex>
#include <thread>
#include <utility>

namespace palpate::app {

namespace {

/// What the thread beside came to.
struct CheckDone {
    std::optional<std::vector<CheckLine>> checks;
    std::optional<std::string> problem; ///< empty too: given up
};

} // namespace

struct Checking::Inside {
    Inside(Clinic& which, std::function<void()> waker) : clinic{which}, wake{std::move(waker)} {}
    ~Inside() {
        isDropped = true;
        if (thread.joinable()) {
            thread.join();
        }
    }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

    Clinic& clinic;
    std::function<void()> wake;
    std::unique_ptr<storage::Copier> copier; ///< once one was begun
    CheckView view;
    std::atomic<bool> isDropped = false;
    std::atomic<double> share = 0;
    std::mutex mutex;
    std::optional<CheckDone> done;
    std::thread thread;

    void run();
    void take(CheckDone found);
};

void Checking::Inside::run() {
    CheckDone found;
    try {
        found.checks = linesOf(copier->check([this](double part) {
            if (part != share.exchange(part)) {
                wake();
            }
            return !isDropped;
        }));
    } catch (const storage::WorkDropped&) {
        found.checks.reset();
    } catch (const std::exception& error) {
        found.problem = describe(error);
    }
    {
        const std::lock_guard lock{mutex};
        done = std::move(found);
    }
    wake();
}

void Checking::Inside::take(CheckDone found) {
    if (thread.joinable()) {
        thread.join();
    }
    view.isRunning = false;
    view.share = 0;
    view.problem = std::move(found.problem);
    if (!found.checks) {
        return;
    }
    view.checks = std::move(*found.checks);
    view.isSound = app::isSound(view.checks);
    std::int64_t faults = 0;
    for (const auto& check : view.checks) {
        faults += check.faultCount;
    }
    const auto now = clinic.clock().now();
    const auto& zone = clinic.profile().timeZone;
    const auto when = weekdayText(localDay(now, zone)) + ", " + clockText(now, zone);
    view.verdict = shown({faults == 0   ? tr("Checked {1}: all is sound")
                          : faults == 1 ? tr("Checked {1}: {2} fault")
                                        : tr("Checked {1}: {2} faults"),
                          {when, std::to_string(faults)}});
}

Checking::Checking(Clinic& clinic, std::function<void()> wake) {
    require(clinic, Right::CheckRecord);
    inside_ = std::make_unique<Inside>(clinic, std::move(wake));
    inside_->view.verdict = tr("Not checked since you signed in");
}

Checking::~Checking() = default;

const CheckView& Checking::view() const noexcept {
    return inside_->view;
}

void Checking::begin() {
    auto& inside = *inside_;
    if (inside.view.isRunning) {
        return;
    }
    if (!inside.copier) {
        inside.copier = inside.clinic.store().copier();
    }
    inside.isDropped = false;
    inside.share = 0;
    inside.view.isRunning = true;
    inside.view.problem.reset();
    inside.thread = std::thread{[&inside] { inside.run(); }};
    deliver();
}

void Checking::stop() {
    inside_->isDropped = true;
}

void Checking::deliver() {
    auto& inside = *inside_;
    std::optional<CheckDone> done;
    {
        const std::lock_guard lock{inside.mutex};
        done = std::exchange(inside.done, std::nullopt);
    }
    if (done) {
        inside.take(std::move(*done));
    } else if (inside.view.isRunning) {
        inside.view.share = inside.share;
    }
    if (onChange) {
        onChange();
    }
}

void Checking::finish() {
    auto& inside = *inside_;
    if (inside.view.isRunning) {
        inside.thread.join();
        deliver();
    }
}

void Checking::save(const std::filesystem::path& file) const {
    auto& inside = *inside_;
    auto& clinic = inside.clinic;
    std::string text =
        clinic.profile().name + "\n" + inside.view.verdict + "\n" +
        shown({tr("Checked by {1} with Palpate."), {clinic.practitioner().displayName}}) + "\n\n";
    for (const auto& check : inside.view.checks) {
        text += (check.faultCount == 0 ? tr("sound") : tr("WRONG")) + std::string{"  "} +
                check.title + " (" + std::to_string(check.examined) + ")\n";
        for (const auto& fault : check.faults) {
            text += "       " + fault + "\n";
        }
        if (check.faultCount > 0) {
            text += "       " + whatToDo(check.id) + "\n";
        }
    }
    OutgoingFile out{file, text.size()};
    clinic.store().audit().record(storage::AuditKind::Export, std::nullopt,
                                  "check of the record\n");
    out.release(text);
}

std::string whatToDo(const std::string& check) {
    if (check == "cipher_pages" || check == "structure" || check == "foreign_keys") {
        return tr("The file is damaged, most likely by its disk or by copying it while it was in "
                  "use. Keep a copy as it is, restore the newest backup on another disk, and enter "
                  "there what was charted since.");
    }
    if (check == "search_index") {
        return tr("No record is lost, but searches and lists may miss some. Restore the newest "
                  "backup that is sound.");
    }
    if (check == "audit_chain" || check == "audit_details" || check == "signed_heads") {
        return tr("Somebody changed the file by other means than Palpate, or it was replaced by an "
                  "older copy. Keep it as it is, ask who had access to this computer, and compare "
                  "with a backup from before.");
    }
    if (check == "signing_keys") {
        return tr("Signatures made with such a key prove nothing. Restore the newest backup that "
                  "is sound; until then let the person concerned sign nothing.");
    }
    if (check == "file_permissions") {
        return tr("Others who use this computer can read or change the encrypted files. Take their "
                  "rights to the clinic's folder away.");
    }
    return tr(
        "It was changed by other means than Palpate. Keep the clinic as it is, look the entry "
        "up in a backup from before, and correct the record by an addendum.");
}

} // namespace palpate::app
