// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

class wxTopLevelWindow;

namespace palpate::gui {

/// Takes all windows of the program but one off the screen: dialogs, the toolkit's own ones too,
/// menus, what hangs below a field. Behind the curtain they stay as they are, a modal dialog goes
/// on waiting for its answer, and all keys go to the one window that stays.
class Curtain {
public:
    /// The window must outlive this.
    explicit Curtain(wxTopLevelWindow& stays) noexcept : stays_{stays} {}
    ~Curtain() { letGo(); }
    Curtain(const Curtain&) = delete;
    Curtain& operator=(const Curtain&) = delete;

    /// Menus are given up. Remembers what has the focus in the window that stays.
    void draw();
    /// What still is there comes back, the last opened in front, and the focus with it.
    void open();
    /// As open(), but nothing comes back.
    void letGo();
    [[nodiscard]] bool isDrawn() const noexcept { return isDrawn_; }

private:
    void release();

    wxTopLevelWindow& stays_;
    std::vector<void*> hidden_; ///< widgets of the toolkit, kept alive; the last opened first
    void* focus_ = nullptr;     ///< likewise
    bool isDrawn_ = false;
};

} // namespace palpate::gui
