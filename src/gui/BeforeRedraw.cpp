// SPDX-License-Identifier: MIT
#include "gui/BeforeRedraw.h"

#include "gui/Loaded.h"

#include <utility>

namespace palpate::gui {

namespace {

wxDEFINE_EVENT(kBeforeRedraw, wxCommandEvent);

} // namespace

BeforeRedraw::BeforeRedraw(wxEvtHandler& window, std::function<void()> act)
    : window_{window}, act_{std::move(act)} {
    // As an event, so that an exception goes the way of all others and not through GTK.
    window_.Bind(kBeforeRedraw, [this](wxCommandEvent&) { runNow(); });
}

BeforeRedraw::~BeforeRedraw() {
#if defined(__WXGTK__)
    static const auto remove = loaded<int (*)(unsigned)>("g_source_remove");
    if (source_ != 0 && remove) {
        remove(source_);
    }
#endif
}

int BeforeRedraw::called(void* self) noexcept {
    auto* const me = static_cast<BeforeRedraw*>(self);
    me->source_ = 0;
    wxCommandEvent event{kBeforeRedraw};
    me->window_.SafelyProcessEvent(event);
    return 0; // once
}

void BeforeRedraw::ask() {
    if (asked_) {
        return;
    }
    asked_ = true;
#if defined(__WXGTK__)
    // GTK's input comes at priority 0, its layout at 110 and its frames at 120.
    constexpr int kBetween = 115;
    static const auto add =
        loaded<unsigned (*)(int, int (*)(void*), void*, void*)>("g_idle_add_full");
    if (add) {
        source_ = add(kBetween, &BeforeRedraw::called, this, nullptr);
        return;
    }
#endif
    window_.AddPendingEvent(wxCommandEvent{kBeforeRedraw});
}

void BeforeRedraw::runNow() {
    if (std::exchange(asked_, false)) {
        act_();
    }
}

} // namespace palpate::gui
