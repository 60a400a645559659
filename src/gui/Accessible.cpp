// SPDX-License-Identifier: MIT
#include "gui/Accessible.h"

#include "gui/Loaded.h"

#include <wx/dataview.h>
#include <wx/textctrl.h>

namespace palpate::gui {

namespace {

[[nodiscard]] void* atkObject(const wxWindow& window) {
    static const auto accessibleOf = loaded<void* (*)(void*)>("gtk_widget_get_accessible");
    static const auto childOf = loaded<void* (*)(void*)>("gtk_bin_get_child");
    void* widget = window.GetHandle();
    // A text of several lines is a scrolled frame round the widget that has the focus.
    if (const auto* text = dynamic_cast<const wxTextCtrl*>(&window);
        text && text->IsMultiLine() && widget && childOf) {
        widget = childOf(widget);
    }
#if defined(__WXGTK__)
    if (auto* const tree = dynamic_cast<wxDataViewCtrl*>(const_cast<wxWindow*>(&window))) {
        widget = tree->GtkGetTreeView(); // inside its scrolled frame, too; wx only hands it out of
                                         // a window that may change
    }
#endif
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
    // Told again unchanged, it would be spoken again.
    if (asked(window, "atk_object_get_name") != name) {
        setName(object, name.utf8_str());
    }
    if (asked(window, "atk_object_get_description") != description) {
        setDescription(object, description.utf8_str());
    }
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
