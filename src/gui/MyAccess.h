// SPDX-License-Identifier: MIT
#pragma once

#include <wx/string.h>

class wxWindow;

namespace palpate::app {
class Clinic;
class Prompter;
} // namespace palpate::app

namespace palpate::gui {

// What everybody changes of their own way in, whatever their role. Each gives a sentence that says
// what was done; empty: nothing.

[[nodiscard]] wxString changeMyPassword(wxWindow* parent, app::Clinic& clinic);
/// Turns it on; where it is on already, off or anew.
[[nodiscard]] wxString changeMySecondFactor(wxWindow* parent, app::Clinic& clinic,
                                            app::Prompter& prompter);

} // namespace palpate::gui
