// SPDX-License-Identifier: MIT
#pragma once

#include <wx/window.h>

namespace palpate::gui {

/// Has a screen reader say the sentence now, although the focus is elsewhere and stays there: for
/// what comes into sight by itself. False where there is none to tell.
bool announce(wxWindow& window, const wxString& sentence);

} // namespace palpate::gui
