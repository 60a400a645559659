// SPDX-License-Identifier: MIT
#pragma once

#include "gui/Accessible.h"
#include "gui/Theme.h"

#include <wx/graphics.h>
#include <wx/window.h>

#include <vector>

namespace palpate::gui {

/// A control that paints itself on its parent's ground, with hover, focus ring (for the keyboard
/// only), disabled look and Tab. `name` is for tests and never shown.
class PaintedControl : public wxWindow {
public:
    bool AcceptsFocus() const override { return takesFocus_ && IsEnabled(); }
    bool AcceptsFocusFromKeyboard() const override { return takesFocus_ && IsEnabled(); }
    bool Enable(bool enable = true) override;
    /// It was last used by the pointer, not by a key.
    [[nodiscard]] bool isUsedByPointer() const noexcept { return !ring_; }

protected:
    enum class Focus { Takes, Never };
    PaintedControl(wxWindow* parent, const wxString& name, Focus focus = Focus::Takes);

    virtual void draw(wxGraphicsContext& context, wxSize size) = 0;
    /// The left button went down, came up (inside or out), the pointer moved or left ({-1, -1}).
    /// Where the panel around was scrolled between, as by a finger that began to pan here, it comes
    /// up outside ({-1, -1}).
    virtual void pressed(wxPoint) {}
    virtual void released(wxPoint) {}
    virtual void pointed(wxPoint) {}
    /// A key that is not Tab; false passes it on.
    virtual bool key(wxKeyEvent&) { return false; }
    /// The focus came or went.
    virtual void focusChanged() {}
    /// Controls became large, or small again.
    virtual void heightChanged() {}

    [[nodiscard]] bool isHovered() const noexcept { return hovered_; }
    [[nodiscard]] bool isPressed() const noexcept { return down_; }
    [[nodiscard]] bool showsFocus() const { return ring_ && HasFocus(); }
    [[nodiscard]] wxColour ground() const;
    [[nodiscard]] wxSize textSize(const wxString& text, TextStyle style) const;
    /// A length in DIP as pixels, larger where the desktop asks for larger text.
    [[nodiscard]] int px(int dip) const;
    /// The same for the height of what is pressed: at least dip::kTouch where controls are large.
    [[nodiscard]] int tall(int dip) const;
    /// The wanted size changed: everything around is laid out again.
    void sizeChanged();

private:
    void onPaint(wxPaintEvent& event);
    void onMouse(wxMouseEvent& event);
    void onKey(wxKeyEvent& event);
    void onFocus(wxFocusEvent& event);
    [[nodiscard]] wxPoint scrolledTo() const; ///< of the panel around

    bool takesFocus_;
    bool hovered_ = false;
    bool down_ = false;
    wxPoint pressedWhen_; ///< where the panel around was scrolled to then
    bool ring_ = false;
    bool layoutAsked_ = false;
};

/// A length in DIP as pixels, larger where the desktop asks for larger text: for what holds text.
[[nodiscard]] int textPx(const wxWindow& window, int dip);

/// Lays out the windows around one whose wanted size changed, from the outermost that can be
/// affected inwards; a scrolled window learns its new inner size. At once: not to be called inside
/// a size event, but after it.
void relayoutAround(wxWindow& window);

/// Strokes stay on whole pixels: a rectangle for a line of `width` inside `area`.
[[nodiscard]] wxRect2DDouble inset(const wxRect& area, double by);
void fillRounded(wxGraphicsContext& context, const wxRect2DDouble& area, double radius,
                 const wxColour& fill, const wxColour& edge = wxNullColour, double width = 1);
/// Ground and edge of a line that is typed in.
struct FieldFrame {
    wxColour ground;
    bool hasFocus = false;
    bool hasProblem = false;
};
void paintFieldFrame(wxGraphicsContext& context, const wxWindow& field, const FieldFrame& frame);
void drawFocusRing(wxGraphicsContext& context, const wxRect& around, double radius);
enum class TextAlign { Left, Centre, Right };
/// One line, centred vertically in `area`, cut with an ellipsis where it does not fit.
void drawLine(wxGraphicsContext& context, const wxString& text, const wxRect2DDouble& area,
              TextStyle style, const wxColour& colour, TextAlign align = TextAlign::Left);
/// The text in lines that are at most `width` pixels wide, broken at spaces and line ends.
[[nodiscard]] std::vector<wxString> wrapLines(const wxWindow& window, const wxString& text,
                                              TextStyle style, int width);

} // namespace palpate::gui
