// SPDX-License-Identifier: MIT
#pragma once

#include <wx/window.h>

namespace palpate::gui {

/// What a screen reader is told a window is. wxAccessible does nothing under GTK, so these words go
/// straight to the window's ATK object; where GTK is absent nothing happens.
enum class Role {
    Panel,
    Button,
    ToggleButton,
    Slider,
    RadioGroup,
    List,
    Label,
    Drawing,
    Heading,
    Entry
};

/// What the screen reader says for the window: `name` first, `description` after it. May be called
/// at any time; a change is announced while the window has the focus. False where there is no ATK
/// to tell.
bool setAccessible(wxWindow& window, const wxString& name, const wxString& description = {});
/// The same with the kind of thing it is.
bool setAccessible(wxWindow& window, Role role, const wxString& name,
                   const wxString& description = {});

/// What was last told, read back from ATK (for tests); empty where there is none.
[[nodiscard]] wxString accessibleName(const wxWindow& window);
[[nodiscard]] wxString accessibleDescription(const wxWindow& window);

} // namespace palpate::gui
