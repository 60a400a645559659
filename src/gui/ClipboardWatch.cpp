// SPDX-License-Identifier: MIT
#include "gui/ClipboardWatch.h"

#include "gui/Loaded.h"

#include <wx/clipbrd.h>
#include <wx/dataobj.h>

#include <utility>

namespace palpate::gui {

namespace {

#if defined(__WXGTK__)
[[nodiscard]] void* atomOf(bool selection) noexcept {
    static const auto named = loaded<void* (*)(const char*, int)>("gdk_atom_intern");
    return named(selection ? "PRIMARY" : "CLIPBOARD", 0);
}

[[nodiscard]] void* nativeClipboard() noexcept {
    static const auto get = loaded<void* (*)(void*)>("gtk_clipboard_get");
    return get(atomOf(false));
}
#endif

} // namespace

bool ownsClipboard(bool selection) noexcept {
#if defined(__WXGTK__)
    static const auto owner = loaded<void* (*)(void*)>("gdk_selection_owner_get");
    return owner(atomOf(selection)) != nullptr; // none for a window of another program
#else
    return false;
#endif
}

void emptyClipboard(bool selection) {
    wxTheClipboard->UsePrimarySelection(selection);
    if (wxTheClipboard->Open()) {
        wxTheClipboard->SetData(new wxTextDataObject{}); // the clipboard takes it
        wxTheClipboard->Close();
    }
    wxTheClipboard->UsePrimarySelection(false);
}

ClipboardWatch::ClipboardWatch(TimeAwake now) : now_{std::move(now)} {
#if defined(__WXGTK__)
    static const auto connect =
        loaded<unsigned long (*)(void*, const char*, void (*)(void*, void*, void*), void*,
                                 void (*)(void*, void*), int)>("g_signal_connect_data");
    handler_ =
        connect(nativeClipboard(), "owner-change", &ClipboardWatch::changed, this, nullptr, 0);
#endif
}

ClipboardWatch::~ClipboardWatch() {
#if defined(__WXGTK__)
    static const auto disconnect =
        loaded<void (*)(void*, unsigned long)>("g_signal_handler_disconnect");
    disconnect(nativeClipboard(), handler_);
#endif
}

void ClipboardWatch::changed(void*, void*, void* self) noexcept {
    static_cast<ClipboardWatch*>(self)->takeNote();
}

void ClipboardWatch::takeNote() noexcept {
    if (!ownsClipboard()) {
        since_.reset();
    } else if (!std::exchange(isEmptying_, false)) {
        since_ = now_();
    }
}

void ClipboardWatch::look() {
    if (patience_ && since_ && now_() - *since_ >= *patience_ && ownsClipboard()) {
        empty();
    }
}

void ClipboardWatch::emptyIfOurs() {
    if (!patience_) {
        return;
    }
    if (since_ && ownsClipboard()) {
        empty();
    }
    if (ownsClipboard(true)) {
        emptyClipboard(true);
    }
}

void ClipboardWatch::empty() {
    since_.reset();
    isEmptying_ = true; // the change that this makes is told later
    emptyClipboard(false);
}

} // namespace palpate::gui
