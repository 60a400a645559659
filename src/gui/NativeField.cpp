// SPDX-License-Identifier: MIT
#include "gui/NativeField.h"

#if defined(__WXGTK__)
#include <dlfcn.h>
#endif

namespace palpate::gui {

void removeFrame([[maybe_unused]] wxTextCtrl& field) {
#if defined(__WXGTK__)
    // wxBORDER_NONE leaves a focus line inside the entry; only a style sheet takes it away. The
    // functions are looked up by name so that the program needs no GTK headers.
    const auto find = [](const char* name) { return dlsym(RTLD_DEFAULT, name); };
    static const auto newProvider = reinterpret_cast<void* (*)()>(find("gtk_css_provider_new"));
    static const auto load = reinterpret_cast<int (*)(void*, const char*, ssize_t, void**)>(
        find("gtk_css_provider_load_from_data"));
    static const auto contextOf =
        reinterpret_cast<void* (*)(void*)>(find("gtk_widget_get_style_context"));
    static const auto add =
        reinterpret_cast<void (*)(void*, void*, unsigned)>(find("gtk_style_context_add_provider"));
    static const auto release = reinterpret_cast<void (*)(void*)>(find("g_object_unref"));
    if (!newProvider || !load || !contextOf || !add || !release || !field.GetHandle()) {
        return;
    }
    constexpr unsigned kAboveApplication = 700;
    void* const provider = newProvider();
    load(provider,
         "entry, entry:focus { border: none; box-shadow: none; outline: none; background: none; "
         "min-height: 0; padding: 0; border-radius: 0; }",
         -1, nullptr);
    add(contextOf(field.GetHandle()), provider, kAboveApplication);
    release(provider);
    field.InvalidateBestSize();
#endif
}

void loosenLines([[maybe_unused]] wxTextCtrl& field, [[maybe_unused]] int pixels) {
#if defined(__WXGTK__)
    static const auto childOf =
        reinterpret_cast<void* (*)(void*)>(dlsym(RTLD_DEFAULT, "gtk_bin_get_child"));
    static const auto between = reinterpret_cast<void (*)(void*, int)>(
        dlsym(RTLD_DEFAULT, "gtk_text_view_set_pixels_inside_wrap"));
    static const auto below = reinterpret_cast<void (*)(void*, int)>(
        dlsym(RTLD_DEFAULT, "gtk_text_view_set_pixels_below_lines"));
    void* const view =
        field.IsMultiLine() && field.GetHandle() && childOf ? childOf(field.GetHandle()) : nullptr;
    if (view && between && below) {
        between(view, pixels);
        below(view, pixels);
    }
#endif
}

void setTextColour(wxTextCtrl& field, const wxColour& colour) {
    field.SetForegroundColour(colour);
    if (field.IsMultiLine()) {
        // GTK keeps both colours with the text itself.
        const wxTextAttr look{colour, field.GetBackgroundColour()};
        field.SetStyle(0, field.GetLastPosition(), look);
        field.SetDefaultStyle(look);
    }
}

} // namespace palpate::gui
