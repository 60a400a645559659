// SPDX-License-Identifier: MIT
#include "gui/PanelScroller.h"

#include "gui/Theme.h"

#include <wx/utils.h>

namespace palpate::gui {

PanelScroller::PanelScroller(wxWindow* parent, const wxString& name)
    : wxScrolledWindow{parent,
                       wxID_ANY,
                       wxDefaultPosition,
                       wxDefaultSize,
                       wxVSCROLL | wxTAB_TRAVERSAL | wxBORDER_NONE,
                       name} {
    SetScrollRate(0, FromDIP(kUnit));
    dressAsPanel(*this);
}

bool PanelScroller::ShouldScrollToChildOnFocus(wxWindow* child) {
    return !wxGetMouseState().LeftIsDown() && wxScrolledWindow::ShouldScrollToChildOnFocus(child);
}

} // namespace palpate::gui
