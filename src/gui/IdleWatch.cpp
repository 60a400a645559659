// SPDX-License-Identifier: MIT
#include "gui/IdleWatch.h"

#include "gui/Loaded.h"

#include <cmath>
#include <ctime>
#include <utility>

namespace palpate::gui {

namespace {

#if defined(__WXGTK__)
/// GdkEventType.
enum : int {
    kMotion = 3,
    kButtonPress = 4,
    kButtonRelease = 7,
    kKeyPress = 8,
    kKeyRelease = 9,
    kScroll = 31,
    kTouchBegin = 37,
    kTouchUpdate = 38,
    kTouchpadSwipe = 41,
    kTouchpadPinch = 42,
};
#endif

} // namespace

std::chrono::milliseconds timeSinceBoot() noexcept {
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::seconds{now.tv_sec} + std::chrono::nanoseconds{now.tv_nsec});
}

IdleWatch::IdleWatch(TimeAwake now) : now_{std::move(now)}, last_{now_()} {
#if defined(__WXGTK__)
    // Each event of each widget passes here, whether wx knows the widget or not.
    static const auto widgets = loaded<std::size_t (*)()>("gtk_widget_get_type");
    static const auto lookUp = loaded<unsigned (*)(const char*, std::size_t)>("g_signal_lookup");
    static const auto add =
        loaded<unsigned long (*)(unsigned, unsigned, int (*)(void*, unsigned, const void*, void*),
                                 void*, void (*)(void*))>("g_signal_add_emission_hook");
    if (widgets && lookUp && add) {
        signal_ = lookUp("event", widgets());
        hook_ = add(signal_, 0, &IdleWatch::heard, this, nullptr);
    }
#endif
}

IdleWatch::~IdleWatch() {
#if defined(__WXGTK__)
    static const auto remove =
        loaded<void (*)(unsigned, unsigned long)>("g_signal_remove_emission_hook");
    if (hook_ != 0 && remove) {
        remove(signal_, hook_);
    }
#endif
}

int IdleWatch::heard(void*, unsigned, const void*, void* self) noexcept {
    auto* const me = static_cast<IdleWatch*>(self);
    if (me->isTouch()) {
        if (me->onTouch) {
            me->onTouch();
        }
        me->beginAnew();
    }
    return 1; // the next one too
}

bool IdleWatch::isTouch() noexcept {
#if defined(__WXGTK__)
    static const auto current = loaded<void* (*)()>("gtk_get_current_event");
    static const auto release = loaded<void (*)(void*)>("gdk_event_free");
    static const auto kindOf = loaded<int (*)(void*)>("gdk_event_get_event_type");
    static const auto place = loaded<int (*)(void*, double*, double*)>("gdk_event_get_root_coords");
    void* const event = current ? current() : nullptr;
    if (!event) {
        return false;
    }
    bool isOne = false;
    switch (kindOf(event)) {
    case kMotion: {
        double x = 0;
        double y = 0;
        place(event, &x, &y);
        const wxPoint at{static_cast<int>(std::lround(x)), static_cast<int>(std::lround(y))};
        isOne = std::exchange(pointer_, at) != at;
        break;
    }
    case kButtonPress:
    case kButtonRelease:
    case kKeyPress:
    case kKeyRelease:
    case kScroll:
    case kTouchBegin:
    case kTouchUpdate:
    case kTouchpadSwipe:
    case kTouchpadPinch:
        isOne = true;
        break;
    default:
        break;
    }
    release(event);
    return isOne;
#else
    return false;
#endif
}

} // namespace palpate::gui
