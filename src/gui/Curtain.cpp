// SPDX-License-Identifier: MIT
#include "gui/Curtain.h"

#include "gui/Loaded.h"

#include <wx/toplevel.h>

#include <ranges>
#include <utility>

namespace palpate::gui {

namespace {

#if defined(__WXGTK__)
/// What a program that uses GTK has loaded. wx itself has no way to hide a modal dialog without
/// ending it.
struct ListNode { ///< GList
    void* data;
    ListNode* next;
    ListNode* previous;
};

struct Gtk {
    ListNode* (*toplevels)() = loaded<ListNode* (*)()>("gtk_window_list_toplevels");
    void (*freeList)(ListNode*) = loaded<void (*)(ListNode*)>("g_list_free");
    void* (*keep)(void*) = loaded<void* (*)(void*)>("g_object_ref");
    void (*drop)(void*) = loaded<void (*)(void*)>("g_object_unref");
    int (*isMapped)(void*) = loaded<int (*)(void*)>("gtk_widget_get_mapped");
    void* (*windowOf)(void*) = loaded<void* (*)(void*)>("gtk_widget_get_window");
    void (*hide)(void*) = loaded<void (*)(void*)>("gdk_window_hide");
    void (*show)(void*) = loaded<void (*)(void*)>("gdk_window_show");
    void (*grab)(void*) = loaded<void (*)(void*)>("gtk_grab_add");
    void (*ungrab)(void*) = loaded<void (*)(void*)>("gtk_grab_remove");
    void* (*grabbed)() = loaded<void* (*)()>("gtk_grab_get_current");
    void* (*focusOf)(void*) = loaded<void* (*)(void*)>("gtk_window_get_focus");
    void (*setFocus)(void*, void*) = loaded<void (*)(void*, void*)>("gtk_window_set_focus");
    void (*cancelMenu)(void*) = loaded<void (*)(void*)>("gtk_menu_shell_cancel");
    std::size_t (*menuType)() = loaded<std::size_t (*)()>("gtk_menu_shell_get_type");
    int (*isA)(void*,
               std::size_t) = loaded<int (*)(void*, std::size_t)>("g_type_check_instance_is_a");
};

[[nodiscard]] const Gtk& gtk() {
    static const Gtk functions;
    return functions;
}

void giveUpMenus() {
    constexpr int kDeepest = 8; // menus in menus
    for (int i = 0; i < kDeepest; ++i) {
        void* const holder = gtk().grabbed();
        if (!holder || !gtk().isA(holder, gtk().menuType())) {
            return;
        }
        gtk().cancelMenu(holder);
    }
}
#endif

} // namespace

void Curtain::draw() {
    if (std::exchange(isDrawn_, true)) {
        return;
    }
#if defined(__WXGTK__)
    giveUpMenus();
    void* const stays = stays_.GetHandle();
    if (void* const focus = gtk().focusOf(stays)) {
        focus_ = gtk().keep(focus);
    }
    ListNode* const all = gtk().toplevels();
    for (const ListNode* node = all; node != nullptr; node = node->next) {
        if (node->data != stays && gtk().isMapped(node->data)) {
            hidden_.push_back(gtk().keep(node->data));
            // Below GTK, for which the window stays open: one that it hides is answered "cancel".
            gtk().hide(gtk().windowOf(node->data));
        }
    }
    gtk().freeList(all);
    gtk().grab(stays); // a modal dialog would have the keys
#endif
    stays_.Raise();
}

void Curtain::open() {
    if (!isDrawn_) {
        return;
    }
#if defined(__WXGTK__)
    gtk().ungrab(stays_.GetHandle());
    if (focus_ && gtk().isMapped(focus_)) {
        gtk().setFocus(stays_.GetHandle(), focus_);
    }
    for (void* const widget : hidden_ | std::views::reverse) {
        if (gtk().isMapped(widget)) {
            gtk().show(gtk().windowOf(widget));
        }
    }
#endif
    release();
}

void Curtain::letGo() {
    if (!isDrawn_) {
        return;
    }
#if defined(__WXGTK__)
    gtk().ungrab(stays_.GetHandle());
#endif
    release();
}

void Curtain::release() {
#if defined(__WXGTK__)
    for (void* const widget : hidden_) {
        gtk().drop(widget);
    }
    if (focus_) {
        gtk().drop(focus_);
    }
#endif
    hidden_.clear();
    focus_ = nullptr;
    isDrawn_ = false;
}

} // namespace palpate::gui
