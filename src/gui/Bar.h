// SPDX-License-Identifier: MIT
#pragma once

#include <wx/panel.h>

namespace palpate::gui {

/// A panel-coloured strip with a hairline along one edge: top bar, rail, toolbar, footer.
class Bar : public wxPanel {
public:
    Bar(wxWindow* parent, const wxString& name, wxDirection hairline);

private:
    void onPaint(wxPaintEvent& event);

    wxDirection hairline_;
};

} // namespace palpate::gui
