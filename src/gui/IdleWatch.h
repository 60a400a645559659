// SPDX-License-Identifier: MIT
#pragma once

#include <wx/gdicmn.h>

#include <chrono>
#include <functional>

namespace palpate::gui {

/// How long the computer has been on, counting the time for which it slept.
using TimeAwake = std::function<std::chrono::milliseconds()>;
[[nodiscard]] std::chrono::milliseconds timeSinceBoot() noexcept;

/// How long nobody has touched the program: any key, click, movement of the pointer, wheel or
/// finger in any of its windows counts, also in the toolkit's own dialogs and menus.
class IdleWatch {
public:
    explicit IdleWatch(TimeAwake now);
    ~IdleWatch();
    IdleWatch(const IdleWatch&) = delete;
    IdleWatch& operator=(const IdleWatch&) = delete;

    /// Just before a touch counts, while idle() still tells how long there was none.
    std::function<void()> onTouch;

    [[nodiscard]] std::chrono::milliseconds idle() const { return now_() - last_; }
    /// As if somebody had touched it now.
    void beginAnew() { last_ = now_(); }

private:
    static int heard(void* hint, unsigned count, const void* values, void* self) noexcept;
    [[nodiscard]] bool isTouch() noexcept; ///< the event that the toolkit is handling

    TimeAwake now_;
    std::chrono::milliseconds last_;
    wxPoint pointer_; ///< on the screen; a window that moves beneath it is no movement
    unsigned signal_ = 0;
    unsigned long hook_ = 0;
};

} // namespace palpate::gui
