// SPDX-License-Identifier: MIT
#pragma once

#include <wx/scrolwin.h>

namespace palpate::gui {

/// Scrolls one panel up and down. To a child only when the keyboard led there: what was clicked is
/// in sight, and what moves away under a pressed button is not clicked.
class PanelScroller : public wxScrolledWindow {
public:
    static constexpr int kUnit = 8; ///< DIP; a step of scrolling

    PanelScroller(wxWindow* parent, const wxString& name);

protected:
    bool ShouldScrollToChildOnFocus(wxWindow* child) override;
};

} // namespace palpate::gui
