// SPDX-License-Identifier: MIT
#pragma once

#include "gui/PaintedControl.h"

#include <wx/timer.h>

#include <chrono>
#include <functional>

namespace palpate::gui {

/// Times held pressure: press to start, press to stop. Shows minutes and seconds, a square while it
/// runs, and "of 60 s" beside it where there is a target.
class HoldTimer : public PaintedControl {
public:
    using Now = std::function<std::chrono::milliseconds()>;
    /// `now` is any clock that only goes forward; empty: the computer's steady clock.
    HoldTimer(wxWindow* parent, const wxString& name, const wxString& label, Now now = {});

    std::function<void()> onStart;
    std::function<void(std::chrono::seconds held)> onStop;
    /// When set, a press starts and stops nothing here: its owner has the time, and shows it by
    /// run() and setHeld().
    std::function<void()> onPress;
    std::function<void()> onTarget; ///< the target was reached while it runs; once a run

    void start(); ///< from zero; tells onStart
    void stop();  ///< tells onStop
    /// Shows a time that has been running since then (of `now`), after `before` from earlier holds;
    /// tells nobody.
    void run(std::chrono::milliseconds since, std::chrono::seconds before);
    [[nodiscard]] bool isRunning() const noexcept { return timer_.IsRunning(); }
    [[nodiscard]] std::chrono::seconds held() const;
    void setHeld(std::chrono::seconds held);     ///< shows an earlier result; stops without telling
    void setTarget(std::chrono::seconds target); ///< zero: none

protected:
    void draw(wxGraphicsContext& context, wxSize size) override;
    void released(wxPoint at) override;
    bool key(wxKeyEvent& event) override;
    wxSize DoGetBestSize() const override;

private:
    [[nodiscard]] wxRect buttonArea() const;
    void toggle();
    void tell();

    wxString label_;
    Now now_;
    wxTimer timer_;
    std::chrono::milliseconds startedAt_{};
    std::chrono::seconds before_{}; ///< of earlier holds, while it runs
    std::chrono::seconds held_{};
    bool targetTold_ = false;
    std::chrono::seconds target_{};
    std::chrono::seconds shown_{-1};
};

} // namespace palpate::gui
