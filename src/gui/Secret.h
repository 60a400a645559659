// SPDX-License-Identifier: MIT
#pragma once

#include <string>

class wxTextCtrl;

namespace palpate::gui {

/// What was typed as a password, and the field is empty; whoever gets it wipes it (domain/Wipe.h).
/// wx's own copies on the way are wiped here, and GTK wipes what it takes out of a field.
[[nodiscard]] std::string takeSecret(wxTextCtrl& field);
/// The same, and the field keeps it.
[[nodiscard]] std::string readSecret(const wxTextCtrl& field);

} // namespace palpate::gui
