// SPDX-License-Identifier: MIT
#include "gui/ScreenLock.h"

#include "app/Clinic.h"
#include "domain/Error.h"
#include "domain/Wipe.h"
#include "gui/Guarded.h"
#include "gui/LockPage.h"
#include "gui/Phrases.h"

#include <wx/event.h>
#include <wx/toplevel.h>

#include <utility>

namespace palpate::gui {

namespace {

constexpr int kLookMilliseconds = 2000;
constexpr std::chrono::minutes kQuiet{1};

} // namespace

ScreenLock::ScreenLock(wxTopLevelWindow& frame, wxWindow& content, LockPage& page, TimeAwake now)
    : frame_{frame}, content_{content}, page_{page}, idle_{now}, clipboard_{now}, curtain_{frame} {
    page_.onUnlock = [this](const std::string& password) { return unlock(password); };
    page_.onSignOut = [this] { signOut(); };
    idle_.onTouch = [this] {
        // After the computer slept, whoever wakes it does not get in by that.
        if (isOverdue()) {
            frame_.CallAfter([this] { guarded([this] { lock(app::LockedBy::IdleTime); }); });
        }
    };
    dialogs_.onLess = [this] {
        if (isLeaving_) {
            frame_.CallAfter([this] { giveUpDialogs(); });
        }
    };
    timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { guarded([this] { look(); }); });
}

void ScreenLock::watch(app::Clinic& clinic, std::string hint) {
    clinic_ = &clinic;
    hint_ = std::move(hint);
    idle_.beginAnew();
    readSettings();
    timer_.Start(kLookMilliseconds);
}

void ScreenLock::rest() {
    timer_.Stop();
    if (clinic_) {
        clipboard_.emptyIfOurs();
    }
    clinic_ = nullptr;
    wipe(hint_);
    curtain_.letGo();
    dialogs_.letOpen();
    show(false);
}

void ScreenLock::readSettings() {
    if (clinic_) {
        settings_ = app::lockSettings(*clinic_);
        const auto seconds = settings_.clipboardSeconds;
        clipboard_.setPatience(seconds ? std::optional{std::chrono::seconds{*seconds}}
                                       : std::nullopt);
    }
}

bool ScreenLock::isOverdue() const {
    return clinic_ && !isLocked_ && settings_.idleMinutes &&
           idle_.idle() >= std::chrono::minutes{*settings_.idleMinutes};
}

void ScreenLock::look() {
    clipboard_.look();
    if (isOverdue()) {
        readSettings(); // an owner may have given more time from another computer
        if (isOverdue()) {
            lock(app::LockedBy::IdleTime);
        }
    }
    if (clinic_ && idle_.idle() >= kQuiet) {
        onQuiet();
    }
}

bool ScreenLock::handleKey(const wxKeyEvent& event) {
    if (!clinic_ || isLocked_ || event.GetModifiers() != wxMOD_CONTROL ||
        event.GetKeyCode() != 'L' || !mayLock()) {
        return false;
    }
    // Not inside the key's own event: its window goes out of sight.
    frame_.CallAfter([this] { guarded([this] { lock(app::LockedBy::Key); }); });
    return true;
}

void ScreenLock::lock(app::LockedBy by) {
    if (!clinic_ || isLocked_ || !mayLock()) {
        return;
    }
    isLocked_ = true; // from now on what goes wrong is told after the unlocking
    hasWarned_ = false;
    dialogs_.keepWaiting();
    curtain_.draw();
    page_.ask(toWx(clinic_->profile().name), toWx(clinic_->practitioner().displayName), hint_);
    show(true);
    clipboard_.emptyIfOurs();
    guarded([this] { onLock(); });
    guarded([this, by] { app::noteLocked(*clinic_, by); });
    page_.focusField();
}

void ScreenLock::show(bool locked) {
    isLocked_ = locked;
    content_.Show(!locked);
    page_.Show(locked);
    frame_.Layout();
}

bool ScreenLock::unlock(const std::string& password) {
    if (!app::unlock(*clinic_, password)) {
        return false;
    }
    idle_.beginAnew();
    // The field and button that were used go out of sight, and their event is not over yet.
    frame_.CallAfter([this] {
        if (!isLocked_) {
            return;
        }
        show(false);
        curtain_.open();
        dialogs_.letOpen();
        guarded([this] { readSettings(); });
    });
    return true;
}

void ScreenLock::signOut() {
    if (dialogs_.any() && !std::exchange(hasWarned_, true)) {
        page_.showProblem(said("A window is open behind the lock, and what was typed in it is not "
                               "stored. Sign out once more to discard it."));
        return;
    }
    try {
        onLock();
    } catch (const Error& error) {
        page_.showProblem(said(error)); // the last words are in their field yet, and nowhere else
        return;
    }
    curtain_.letGo();
    isLeaving_ = true;
    dialogs_.refuse();
    frame_.CallAfter([this] { giveUpDialogs(); });
}

void ScreenLock::giveUpDialogs() {
    if (!std::exchange(isLeaving_, false)) {
        return;
    }
    if (dialogs_.any() || dialogs_.anyWaits()) {
        isLeaving_ = true;
        if (!dialogs_.anyWaits()) {
            dialogs_.giveUpLast(); // and on with the one before when it is closed
        }
    } else {
        onSignOut();
    }
}

} // namespace palpate::gui
