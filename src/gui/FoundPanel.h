// SPDX-License-Identifier: MIT
#pragma once

#include "gui/FoundList.h"

#include <wx/panel.h>

#include <optional>
#include <vector>

namespace palpate::gui {

/// A framed FoundList that lies over the page, below the field that is typed into, with one quiet
/// line at its foot. Never takes the focus.
class FoundPanel : public wxPanel {
public:
    /// A child of the window that holds the page; hidden until showBelow.
    FoundPanel(wxWindow* over, const wxString& name);

    void setFoot(const wxString& words);
    /// Shows it there, `widthDip` wide where there is room; follows the field when sizes change.
    void showBelow(wxWindow& field, int widthDip);
    [[nodiscard]] FoundList& list() noexcept { return *list_; } ///< named `name`.list

private:
    void place();
    void onPaint(wxPaintEvent& event);
    [[nodiscard]] int footHeight() const;

    wxString foot_;
    wxWindow* field_ = nullptr;
    int width_ = 0;   ///< DIP
    FoundList* list_; ///< a child of this window
};

/// What a screen reader says of a list below a field: the current row, else how many there are.
[[nodiscard]] wxString spokenOf(const FoundList& list);

} // namespace palpate::gui
