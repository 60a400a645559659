// SPDX-License-Identifier: MIT
#include "gui/OpenDialogs.h"

#include "gui/Loaded.h"

#include <wx/dialog.h>
#include <wx/evtloop.h>

#include <algorithm>

namespace palpate::gui {

namespace {

/// A question of the toolkit's own has an event loop that wx does not know.
void cancelNative() {
#if defined(__WXGTK__)
    constexpr int kDeleteEvent = -4; // GTK_RESPONSE_DELETE_EVENT
    static const auto grabbed = loaded<void* (*)()>("gtk_grab_get_current");
    static const auto topOf = loaded<void* (*)(void*)>("gtk_widget_get_toplevel");
    static const auto dialogs = loaded<std::size_t (*)()>("gtk_dialog_get_type");
    static const auto isA = loaded<int (*)(void*, std::size_t)>("g_type_check_instance_is_a");
    static const auto respond = loaded<void (*)(void*, int)>("gtk_dialog_response");
    void* const holder = grabbed();
    void* const top = holder ? topOf(holder) : nullptr;
    if (top && isA(top, dialogs())) {
        respond(top, kDeleteEvent);
    }
#endif
}

} // namespace

int OpenDialogs::Enter(wxDialog* dialog) {
    if (!mayOpen_ && !refuses_) {
        // The program goes on beneath it; whoever wanted the dialog waits as for its answer.
        wxGUIEventLoop loop;
        waiting_.push_back(&loop);
        loop.Run();
        waiting_.pop_back();
    }
    if (refuses_) {
        onLess();
        return wxID_CANCEL;
    }
    open_.push_back(dialog);
    return wxID_NONE;
}

void OpenDialogs::Exit(wxDialog* dialog) {
    const auto found = std::ranges::find(open_, dialog);
    if (found != open_.end()) {
        open_.erase(found);
        onLess();
    }
}

void OpenDialogs::letOpen() {
    mayOpen_ = true;
    refuses_ = false;
    endWaiting();
}

void OpenDialogs::refuse() {
    refuses_ = true;
    endWaiting();
}

void OpenDialogs::endWaiting() {
    for (wxGUIEventLoop* const loop : waiting_) {
        loop->ScheduleExit();
    }
}

void OpenDialogs::giveUpLast() {
    if (open_.empty()) {
        return;
    }
    wxDialog* const last = open_.back();
    if (last->IsModal()) {
        last->EndModal(wxID_CANCEL);
    } else {
        cancelNative();
    }
}

} // namespace palpate::gui
