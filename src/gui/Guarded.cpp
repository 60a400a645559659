// SPDX-License-Identifier: MIT
#include "gui/Guarded.h"

#include <wx/app.h>

#include <exception>

namespace palpate::gui {

void guarded(const std::function<void()>& act) {
    try {
        act();
    } catch (const std::exception&) {
        wxTheApp->OnExceptionInMainLoop(); // asks for the exception that is being handled
    }
}

} // namespace palpate::gui
