// SPDX-License-Identifier: MIT
#pragma once

#include <wx/event.h>

#include <functional>

namespace palpate::gui {

/// Does something once after all input that waits, and before the next frame is painted: many
/// motions of the pointer become one change of the picture, without a frame's delay.
class BeforeRedraw {
public:
    /// `act` runs inside an event of `window`, which must outlive this object.
    BeforeRedraw(wxEvtHandler& window, std::function<void()> act);
    ~BeforeRedraw();
    BeforeRedraw(const BeforeRedraw&) = delete;
    BeforeRedraw& operator=(const BeforeRedraw&) = delete;

    void ask();
    void runNow(); ///< if it was asked for
    [[nodiscard]] bool isAsked() const noexcept { return asked_; }

private:
    static int called(void* self) noexcept;

    wxEvtHandler& window_;
    std::function<void()> act_;
    bool asked_ = false;
    unsigned source_ = 0; ///< of GLib's main loop; 0: none
};

} // namespace palpate::gui
