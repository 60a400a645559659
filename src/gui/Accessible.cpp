// SPDX-License-Identifier: MIT
#include "gui/Accessible.h"

#include <wx/textctrl.h>

#if defined(__WXGTK__)
#include <dlfcn.h>
#endif

namespace palpate::gui {

namespace {

// GTK is loaded with wx; looking its functions up by name spares the program GTK's own headers.
template <class Function>
[[nodiscard]] Function loaded([[maybe_unused]] const char* name) noexcept {
#if defined(__WXGTK__)
    return reinterpret_cast<Function>(dlsym(RTLD_DEFAULT, name));
#else
    return nullptr;
#endif
}

[[nodiscard]] void* atkObject(const wxWindow& window) {
    static const auto accessibleOf = loaded<void* (*)(void*)>("gtk_widget_get_accessible");
    static const auto childOf = loaded<void* (*)(void*)>("gtk_bin_get_child");
    void* widget = window.GetHandle();
    // A text of several lines is a scrolled frame round the widget that has the focus.
    if (const auto* text = dynamic_cast<const wxTextCtrl*>(&window);
        text && text->IsMultiLine() && widget && childOf) {
        widget = childOf(widget);
    }
    return accessibleOf && widget ? accessibleOf(widget) : nullptr;
}

[[nodiscard]] const char* atkWord(Role role) noexcept {
    switch (role) {
    case Role::Panel:
        return "panel";
    case Role::Button:
        return "push button";
    case Role::ToggleButton:
        return "toggle button";
    case Role::Slider:
        return "slider";
    case Role::RadioGroup:
        return "radio button";
    case Role::List:
        return "list";
    case Role::Label:
        return "label";
    case Role::Drawing:
        return "image map";
    case Role::Heading:
        return "heading";
    case Role::Entry:
        return "entry";
    }
    return "panel";
}

[[nodiscard]] wxString asked(const wxWindow& window, const char* function) {
    void* const object = atkObject(window);
    const auto ask = loaded<const char* (*)(void*)>(function);
    const char* const answer = object && ask ? ask(object) : nullptr;
    return answer ? wxString::FromUTF8(answer) : wxString{};
}

} // namespace

bool setAccessible(wxWindow& window, const wxString& name, const wxString& description) {
    static const auto setName = loaded<void (*)(void*, const char*)>("atk_object_set_name");
    static const auto setDescription =
        loaded<void (*)(void*, const char*)>("atk_object_set_description");
    void* const object = atkObject(window);
    if (!object || !setName || !setDescription) {
        return false;
    }
    setName(object, name.utf8_str());
    setDescription(object, description.utf8_str());
    return true;
}

bool setAccessible(wxWindow& window, Role role, const wxString& name, const wxString& description) {
    static const auto roleForName = loaded<int (*)(const char*)>("atk_role_for_name");
    static const auto setRole = loaded<void (*)(void*, int)>("atk_object_set_role");
    void* const object = atkObject(window);
    if (!object || !roleForName || !setRole) {
        return false;
    }
    setRole(object, roleForName(atkWord(role)));
    return setAccessible(window, name, description);
}

wxString accessibleName(const wxWindow& window) {
    return asked(window, "atk_object_get_name");
}

wxString accessibleDescription(const wxWindow& window) {
    return asked(window, "atk_object_get_description");
}

} // namespace palpate::gui
