// SPDX-License-Identifier: MIT
#include "gui/ProgramKeys.h"

#include <wx/event.h>

#include <utility>

namespace palpate::gui {

ProgramKeys::ProgramKeys(std::function<bool(const wxKeyEvent&)> act) : act_{std::move(act)} {
    wxEvtHandler::AddFilter(this);
}

ProgramKeys::~ProgramKeys() {
    wxEvtHandler::RemoveFilter(this);
}

int ProgramKeys::FilterEvent(wxEvent& event) {
    return event.GetEventType() == wxEVT_CHAR_HOOK && act_(dynamic_cast<const wxKeyEvent&>(event))
               ? Event_Processed
               : Event_Skip;
}

} // namespace palpate::gui
