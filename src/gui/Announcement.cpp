// SPDX-License-Identifier: MIT
#include "gui/Announcement.h"

#include "gui/Loaded.h"

namespace palpate::gui {

bool announce([[maybe_unused]] wxWindow& window, [[maybe_unused]] const wxString& sentence) {
#if defined(__WXGTK__)
    // Looked up by name as in Accessible.cpp. Before ATK 2.46 there is no such signal.
    static const auto accessibleOf = loaded<void* (*)(void*)>("gtk_widget_get_accessible");
    static const auto typeOf = loaded<std::size_t (*)()>("atk_object_get_type");
    static const auto signalOf = loaded<unsigned (*)(const char*, std::size_t)>("g_signal_lookup");
    static const auto emit = loaded<void (*)(void*, const char*, ...)>("g_signal_emit_by_name");
    void* const widget = window.GetHandle();
    void* const object = accessibleOf && widget ? accessibleOf(widget) : nullptr;
    if (!object || !typeOf || !signalOf || !emit || signalOf("announcement", typeOf()) == 0) {
        return false;
    }
    emit(object, "announcement", static_cast<const char*>(sentence.utf8_str()));
    return true;
#else
    return false;
#endif
}

} // namespace palpate::gui
