// SPDX-License-Identifier: MIT
#pragma once

#include "app/Locking.h"
#include "gui/ClipboardWatch.h"
#include "gui/Curtain.h"
#include "gui/IdleWatch.h"
#include "gui/OpenDialogs.h"

#include <wx/timer.h>

#include <functional>
#include <string>

class wxKeyEvent;
class wxTopLevelWindow;
class wxWindow;

namespace palpate::app {
class Clinic;
}

namespace palpate::gui {

class LockPage;

/// Hides the record on one key, and by itself when nobody has touched the program for the clinic's
/// time. Everything stays as it was behind the lock, dialogs too; the password of the person signed
/// in leads back to it. Frame, content and page must outlive it; the page takes the content's
/// place.
class ScreenLock {
public:
    ScreenLock(wxTopLevelWindow& frame, wxWindow& content, LockPage& page, TimeAwake now);

    std::function<bool()> mayLock; ///< false: a patient has the screen, and sees nothing else
    std::function<void()> onLock;  ///< store what is typed; the screen is locked whatever it throws
    std::function<void()> onSignOut;
    std::function<void()> onQuiet; ///< nobody has touched it for a minute; every other second

    /// Somebody has signed in. The clinic must stay until rest(). `hint`: the password of a
    /// demonstration; else empty.
    void watch(app::Clinic& clinic, std::string hint);
    /// Nobody is signed in any more.
    void rest();
    /// The clinic's settings may be others now.
    void readSettings();
    void lock(app::LockedBy by);
    [[nodiscard]] bool isLocked() const noexcept { return isLocked_; }
    /// True when it was the key that locks.
    bool handleKey(const wxKeyEvent& event);

private:
    void look();
    [[nodiscard]] bool isOverdue() const;
    bool unlock(const std::string& password);
    void signOut();
    void giveUpDialogs();
    void show(bool locked);

    wxTopLevelWindow& frame_;
    wxWindow& content_;
    LockPage& page_;
    app::Clinic* clinic_ = nullptr; ///< while somebody is signed in
    std::string hint_;
    LockSettings settings_;
    bool isLocked_ = false;
    bool hasWarned_ = false; ///< of what is open in dialogs
    bool isLeaving_ = false; ///< signing out, once no dialog is open any more
    IdleWatch idle_;
    ClipboardWatch clipboard_;
    Curtain curtain_;
    OpenDialogs dialogs_;
    wxTimer timer_;
};

} // namespace palpate::gui
