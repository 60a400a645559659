// SPDX-License-Identifier: MIT
#include "gui/Secret.h"

#include "domain/Wipe.h"

#include <wx/textctrl.h>

namespace palpate::gui {

std::string readSecret(const wxTextCtrl& field) {
    wxString typed = field.GetValue();
    std::string secret;
    {
        wxScopedCharBuffer utf8 = typed.utf8_str();
        secret.assign(utf8.data(), utf8.length());
        wipe(const_cast<char*>(utf8.data()), utf8.length());
    }
    if (!typed.empty()) {
        wipe(const_cast<wxStringCharType*>(typed.wx_str()),
             typed.length() * sizeof(wxStringCharType));
    }
    return secret;
}

std::string takeSecret(wxTextCtrl& field) {
    std::string secret = readSecret(field);
    field.ChangeValue({});
    return secret;
}

} // namespace palpate::gui
