// SPDX-License-Identifier: MIT
#include "gui/LargeControls.h"

#include "gui/Loaded.h"
#include "gui/Theme.h"

#include <wx/scrolwin.h>
#include <wx/toplevel.h>
#include <wx/window.h>

#include <algorithm>

namespace palpate::gui {

wxDEFINE_EVENT(EVT_CONTROL_HEIGHT, wxCommandEvent);

namespace {

bool large = false;

void tellInside(wxWindow& window) {
    for (wxWindow* const child : window.GetChildren()) {
        tellInside(*child);
    }
    wxCommandEvent event{EVT_CONTROL_HEIGHT};
    event.SetEventObject(&window);
    event.StopPropagation();
    window.GetEventHandler()->ProcessEvent(event);
    window.InvalidateBestSize();
    window.Refresh();
}

void layOut(wxWindow& window) {
    if (auto* const scrolled = dynamic_cast<wxScrolledWindow*>(&window)) {
        scrolled->FitInside();
    }
    window.Layout();
    for (wxWindow* const child : window.GetChildren()) {
        layOut(*child);
    }
}

#if defined(__WXGTK__)
#endif

} // namespace

bool hasLargeControls() noexcept {
    return large;
}

void setLargeControls(bool wanted) {
    if (wanted == large) {
        return;
    }
    large = wanted;
    for (wxWindow* const window : wxTopLevelWindows) {
        tellInside(*window);
        layOut(*window);
    }
}

int touchable(int dip) noexcept {
    return large ? std::max(dip, dip::kTouch) : dip;
}

bool comesFromTouch() noexcept {
#if defined(__WXGTK__)
    // wx makes a press of the mouse out of a touch; only GDK still knows what it was.
    static const auto current = loaded<void* (*)()>("gtk_get_current_event");
    static const auto release = loaded<void (*)(void*)>("gdk_event_free");
    static const auto kindOf = loaded<int (*)(void*)>("gdk_event_get_event_type");
    static const auto emulated = loaded<int (*)(void*)>("gdk_event_get_pointer_emulated");
    static const auto deviceOf = loaded<void* (*)(void*)>("gdk_event_get_source_device");
    static const auto sourceOf = loaded<int (*)(void*)>("gdk_device_get_source");
    void* const event =
        current && release && kindOf && emulated && deviceOf && sourceOf ? current() : nullptr;
    if (!event) {
        return false;
    }
    constexpr int kTouchBegin = 37; // GDK_TOUCH_BEGIN ... GDK_TOUCH_CANCEL
    constexpr int kTouchCancel = 40;
    constexpr int kTouchscreen = 5; // GDK_SOURCE_TOUCHSCREEN
    const int kind = kindOf(event);
    void* const device = deviceOf(event);
    const bool touched = (kind >= kTouchBegin && kind <= kTouchCancel) || emulated(event) != 0 ||
                         (device && sourceOf(device) == kTouchscreen);
    release(event);
    return touched;
#else
    return false;
#endif
}

} // namespace palpate::gui
