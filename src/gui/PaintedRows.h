// SPDX-License-Identifier: MIT
#pragma once

#include <wx/scrolwin.h>

class wxGraphicsContext;

namespace palpate::gui {

/// Rows of one height, painted by us, that scroll and take the focus: what our lists share. Paints
/// only what is in sight.
class PaintedRows : public wxScrolled<wxWindow> {
public:
    static constexpr int kNone = -1;

    [[nodiscard]] virtual int count() const = 0;
    /// Where the row lies now, in client pixels.
    [[nodiscard]] wxRect rowArea(int row) const;

    /// While it is made too: what takes no focus then, Tab never reaches under GTK.
    bool AcceptsFocus() const override { return !made_ || count() > 0; }

protected:
    /// `label` is what a screen reader says.
    PaintedRows(wxWindow* parent, const wxString& name, const wxString& label);

    [[nodiscard]] virtual int rowHeight() const = 0; ///< pixels
    virtual void paintRow(wxGraphicsContext& context, int row) = 0;
    /// What is kept painted may be of another look or size by now.
    virtual void beforePaint() {}

    /// kNone where there is none.
    [[nodiscard]] int rowAt(wxPoint client) const;
    /// As far as it needs to be in sight.
    void scrollTo(int row);
    /// Whether the current row is ringed: the focus is here, and not by a press.
    [[nodiscard]] bool isRinged() const { return ring_ && HasFocus(); }
    /// Tab and Shift+Tab lead out of the list; true when the key was one of them.
    bool leaveBy(const wxKeyEvent& event);

private:
    void onPaint(wxPaintEvent& event);

    bool made_ = false;
    bool ring_ = false;
};

} // namespace palpate::gui
