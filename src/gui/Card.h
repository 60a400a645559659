// SPDX-License-Identifier: MIT
#pragma once

#include <wx/panel.h>
#include <wx/sizer.h>

namespace palpate::gui {

/// A panel with a rounded edge. Add windows with the card as their parent to `content()`.
class Card : public wxPanel {
public:
    enum class Look {
        Raised,  ///< panel-coloured on the page, with an edge
        Soft,    ///< the softer ground of an opened row, no edge
        Chosen,  ///< panel-coloured with an accent edge
        Warning, ///< panel-coloured with an amber edge
    };
    Card(wxWindow* parent, const wxString& name, Look look = Look::Raised,
         wxOrientation orientation = wxVERTICAL, int padDip = 16);

    [[nodiscard]] wxBoxSizer& content() noexcept { return *content_; }
    void setLook(Look look);

private:
    void dress();
    void onPaint(wxPaintEvent& event);

    wxBoxSizer* content_; ///< owned by this window's sizer
    Look look_;
};

} // namespace palpate::gui
