// SPDX-License-Identifier: MIT
#pragma once

#include <wx/textctrl.h>

namespace palpate::gui {

/// A native text field as forms have it: dictation and other input methods work in it. `label` is
/// what a screen reader says; `hint` stands grey in the empty field.
[[nodiscard]] wxTextCtrl* newFormField(wxWindow* parent, const wxString& name,
                                       const wxString& label, const wxString& hint = {},
                                       long style = 0);

} // namespace palpate::gui
