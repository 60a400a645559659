// SPDX-License-Identifier: MIT
#pragma once

#include <wx/string.h>

#include <string>
#include <string_view>

namespace palpate::gui {

/// UTF-8 to the window's text and back; wxString is born and dies in this room.
[[nodiscard]] inline wxString toWx(std::string_view utf8) {
    return wxString::FromUTF8(utf8.data(), utf8.size());
}
[[nodiscard]] inline std::string fromWx(const wxString& text) {
    return text.utf8_string();
}

} // namespace palpate::gui
