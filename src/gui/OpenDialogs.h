// SPDX-License-Identifier: MIT
#pragma once

#include <wx/modalhook.h>

#include <functional>
#include <vector>

class wxGUIEventLoop;

namespace palpate::gui {

/// The modal dialogs that are open, and whether another one may open.
class OpenDialogs : private wxModalDialogHook {
public:
    OpenDialogs() { Register(); }
    ~OpenDialogs() override { Unregister(); }

    /// One has closed, or was refused after it had waited.
    std::function<void()> onLess;

    [[nodiscard]] bool any() const noexcept { return !open_.empty(); }
    [[nodiscard]] bool anyWaits() const noexcept { return !waiting_.empty(); }
    /// From now on a dialog that is to open waits, before it shows, until letOpen().
    void keepWaiting() noexcept { mayOpen_ = false; }
    void letOpen();
    /// From now on one that is to open, or waits to, is answered "cancel" at once; until letOpen().
    void refuse();
    /// Answers "cancel" for the one that was opened last, which must not be while another one
    /// waits; onLess() tells when it is closed.
    void giveUpLast();

private:
    int Enter(wxDialog* dialog) override;
    void Exit(wxDialog* dialog) override;
    void endWaiting();

    std::vector<wxDialog*> open_; ///< the last one is innermost
    std::vector<wxGUIEventLoop*> waiting_;
    bool mayOpen_ = true;
    bool refuses_ = false;
};

} // namespace palpate::gui
