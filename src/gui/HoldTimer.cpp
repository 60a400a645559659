// SPDX-License-Identifier: MIT
#include "gui/HoldTimer.h"

#include "domain/Message.h"
#include "gui/Icons.h"
#include "gui/Words.h"

#include <algorithm>

namespace palpate::gui {

namespace {

using std::chrono::duration_cast;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr int kTickMs = 100; ///< so that the shown second is never late by more

[[nodiscard]] wxString minutesAndSeconds(seconds time) {
    return wxString::Format("%d:%02d", static_cast<int>(time.count() / 60),
                            static_cast<int>(time.count() % 60));
}

[[nodiscard]] wxString ofTarget(seconds target) {
    return toWx(palpate::shown(Message{tr("of {1} s"), {std::to_string(target.count())}}));
}

} // namespace

HoldTimer::HoldTimer(wxWindow* parent, const wxString& name, const wxString& label, Now now)
    : PaintedControl{parent, name}, label_{label}, now_{std::move(now)}, timer_{this} {
    if (!now_) {
        now_ = [] {
            return duration_cast<milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
        };
    }
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        if (held() != shown_) {
            shown_ = held();
            tell();
            Refresh();
        }
        if (target_ > seconds{0} && held() >= target_ && !targetTold_) {
            targetTold_ = true;
            if (onTarget) {
                onTarget();
            }
        }
    });
    tell();
}

seconds HoldTimer::held() const {
    return isRunning() ? before_ + duration_cast<seconds>(now_() - startedAt_) : held_;
}

void HoldTimer::run(milliseconds since, seconds before) {
    if (isRunning() && since == startedAt_ && before == before_) {
        return;
    }
    startedAt_ = since;
    before_ = before;
    held_ = seconds{0};
    shown_ = seconds{-1};
    timer_.Start(kTickMs);
    targetTold_ = target_ > seconds{0} && held() >= target_;
    tell();
    Refresh();
}

void HoldTimer::start() {
    timer_.Stop();
    run(now_(), seconds{0});
    if (onStart) {
        onStart();
    }
}

void HoldTimer::stop() {
    if (!isRunning()) {
        return;
    }
    held_ = held();
    timer_.Stop();
    tell();
    Refresh();
    if (onStop) {
        onStop(held_);
    }
}

void HoldTimer::setHeld(seconds time) {
    if (!isRunning() && time == held_) {
        return;
    }
    timer_.Stop();
    held_ = time;
    tell();
    Refresh();
}

void HoldTimer::setTarget(seconds target) {
    if (target != target_) {
        target_ = target;
        tell();
        sizeChanged();
    }
}

void HoldTimer::toggle() {
    if (onPress) {
        onPress();
    } else if (isRunning()) {
        stop();
    } else {
        start();
    }
}

void HoldTimer::tell() {
    const wxString doing =
        toWx(palpate::shown(Message{isRunning() ? tr("running") : tr("stopped"), {}}));
    setAccessible(*this, Role::ToggleButton,
                  label_ + ": " + minutesAndSeconds(held()) + ", " + doing,
                  target_ > seconds{0} ? ofTarget(target_) : wxString{});
}

wxRect HoldTimer::buttonArea() const {
    const int room = FromDIP(dip::kFocusRoom);
    const int width = textSize("00:00", TextStyle::BodyStrong).x + px(13) + px(5) + 2 * px(10);
    const int height = tall(dip::kRegular);
    return {room, (GetClientSize().y - height) / 2, width, height};
}

wxSize HoldTimer::DoGetBestSize() const {
    const int room = 2 * FromDIP(dip::kFocusRoom);
    int width = buttonArea().width + room;
    if (target_ > seconds{0}) {
        width += px(7) + textSize(ofTarget(target_), TextStyle::Small).x;
    }
    return {width, tall(dip::kRegular) + room};
}

void HoldTimer::draw(wxGraphicsContext& context, wxSize size) {
    const Palette& colours = palette();
    const wxRect area = buttonArea();
    const double radius = FromDIP(7);
    const bool deep = IsEnabled() && (isHovered() || isPressed());
    wxColour text = IsEnabled() ? colours.ink : colours.faint;
    if (isRunning()) {
        fillRounded(context, inset(area, 0), radius, deep ? colours.accentDeep : colours.accent);
        text = colours.onAccent;
    } else {
        fillRounded(context, inset(area, 0.5), radius, deep ? colours.tint : colours.panel,
                    colours.edge);
    }
    const wxString time = minutesAndSeconds(held());
    const double side = px(13);
    const double content = side + px(5) + textSize(time, TextStyle::BodyStrong).x;
    const double x = area.x + (area.width - content) / 2;
    drawIcon(context, isRunning() ? Icon::Stop : Icon::Play, x, area.y + (area.height - side) / 2,
             side, text);
    drawLine(context, time,
             {x + side + px(5), static_cast<double>(area.y), static_cast<double>(area.width),
              static_cast<double>(area.height)},
             TextStyle::BodyStrong, text);
    if (target_ > seconds{0}) {
        const bool reached = held() >= target_;
        const double left = area.GetRight() + px(8);
        drawLine(context, ofTarget(target_),
                 {left, 0.0, size.x - left, static_cast<double>(size.y)},
                 reached ? TextStyle::SmallStrong : TextStyle::Small,
                 reached ? colours.good : colours.muted);
    }
    if (showsFocus()) {
        drawFocusRing(context, area, radius);
    }
}

void HoldTimer::released(wxPoint at) {
    if (wxRect{GetClientSize()}.Contains(at) && IsEnabled()) {
        toggle();
    }
}

bool HoldTimer::key(wxKeyEvent& event) {
    const int code = event.GetKeyCode();
    if (event.HasModifiers() ||
        (code != WXK_SPACE && code != WXK_RETURN && code != WXK_NUMPAD_ENTER)) {
        return false;
    }
    toggle();
    return true;
}

} // namespace palpate::gui
