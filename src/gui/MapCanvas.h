// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Picture.h"
#include "gui/MapCamera.h"
#include "gui/MapPatches.h"
#include "gui/Painting.h"

#include <wx/timer.h>
#include <wx/window.h>

#include <functional>
#include <optional>
#include <vector>

namespace palpate::gui {

/// Where a card lies on the map.
enum class Corner { TopLeft, TopRight, BottomLeft, BottomRight };
/// A small picture on a card of its own above the map: a legend, the numbers.
struct MapInset {
    Corner corner = Corner::BottomLeft;
    drawing::Picture picture;
};

/// Shows a body map and turns the pointer into body millimetres. Knows neither atlas nor session:
/// it asks its owner for pictures and tells what happened. `base` is asked seldom and kept as
/// bitmaps; `overlay` at every frame. Set the functions before the window is shown; any may stay
/// empty. All run on the window's thread, inside its events.
class MapCanvas : public wxWindow {
public:
    /// `frame`: the view's frame in body mm.
    MapCanvas(wxWindow* parent, drawing::Rect frame, const wxString& name);

    std::function<drawing::Picture(const MapViewport&)> base; ///< the body: expensive
    /// Points, areas, chosen muscles: what rests. Kept as bitmaps until refreshOverlay(); while the
    /// map is panned it is asked once for more than the window shows.
    std::function<drawing::Picture(const MapViewport&)> overlay;
    /// What changes with the pointer: the hovered muscle, a stroke in progress, a dragged point.
    /// Asked after refreshMoving() and when the viewport changes; only the part that changes is
    /// painted.
    std::function<drawing::Picture(const MapViewport&)> moving;
    /// The whole frame as one small picture, width to height as the frame; shown in the corner
    /// while zoomed in.
    std::function<drawing::Picture()> miniature;
    std::function<std::vector<MapInset>()> insets;

    std::function<void(drawing::Point)> onHover;
    std::function<void()> onLeave;
    std::function<void(drawing::Point)> onClick;        ///< pressed and released without moving
    std::function<void(drawing::Point)> onDoubleClick;  ///< after the two onClick
    std::function<void(drawing::Point)> onMenu;         ///< right button or the menu key
    std::function<void(const MapViewport&)> onViewport; ///< zoom, pan or size changed
    /// Asked where a drag with the left button began: true, and the owner gets the drag instead of
    /// the map (a point that is moved, a brush).
    std::function<bool(drawing::Point)> onGrab;
    std::function<void(drawing::Point)> onDrag; ///< every point of the way, none left out
    std::function<void(drawing::Point)> onDrop;
    std::function<void()> onDragCancelled; ///< Escape, or another window took the pointer
    /// A plain arrow key, one of the two -1 or 1: true when the owner moved its choice, else the
    /// map is panned.
    std::function<bool(int dx, int dy)> onArrow;
    /// Enter or Space: true when the owner marked something, else the keyboard's place is clicked.
    std::function<bool()> onEnter;

    /// Something in the base picture changed (layer, view): it is painted anew.
    void refreshBase();
    /// Something in overlay, insets or miniature changed.
    void refreshOverlay();
    /// Something in moving changed; cheap, may be called for every motion of the pointer.
    void refreshMoving();
    /// A circle of that radius in body mm follows the pointer; empty: the usual pointer.
    void setBrush(std::optional<double> radius);
    [[nodiscard]] std::optional<double> brush() const noexcept { return brush_; }
    /// Another view with its own frame; shows all of it.
    void setFrame(drawing::Rect frame);

    [[nodiscard]] const MapCamera& camera() const noexcept { return camera_; }
    void fit();
    void showBody(const drawing::Rect& body);
    void centreOn(drawing::Point body);
    void zoomBy(double factor); ///< about the middle

    /// The place the keyboard points at: Alt and arrows move it (with Shift by one pixel), Enter
    /// clicks it, Escape leaves it. Empty: not in use. Ctrl or Shift and arrows pan.
    [[nodiscard]] std::optional<drawing::Point> keyboardPlace() const noexcept { return cursor_; }

    /// What a screen reader says about the map: `name` is what it is, `here` what lies under the
    /// pointer.
    void describe(const wxString& name, const wxString& here);

    /// True while a newly zoomed map is still shown stretched.
    [[nodiscard]] bool isSettling() const noexcept { return settle_.IsRunning(); }
    /// Paints the base sharply now instead of a moment after the last zoom step.
    void settleNow();
    /// What the map keeps painted, in bytes.
    [[nodiscard]] std::size_t bitmapBytes() const noexcept;
    /// Area of the miniature in window pixels; empty while it is not shown.
    [[nodiscard]] wxRect miniatureArea() const noexcept { return miniatureArea_; }

    bool AcceptsFocus() const override { return true; }

private:
    enum class Drag { None, Pressed, Panning, Owner, Miniature, OnCard };

    void bindEvents();
    void onPaint(wxPaintEvent& event);
    void onSize(wxSizeEvent& event);
    void onMotion(wxMouseEvent& event);
    void onLeftDown(wxMouseEvent& event);
    void onLeftUp(wxMouseEvent& event);
    void onWheel(wxMouseEvent& event);
    void onPinch(wxZoomGestureEvent& event);
    void onKey(wxKeyEvent& event);
    void onIdle(wxIdleEvent& event);
    void beginPan(wxPoint at);
    void endDrag();
    void cancelDrag();
    void cameraMoved();
    void zoomAt(drawing::Point pixel, double factor);
    bool zoomKey(int key);
    bool arrowKey(const wxKeyEvent& event);
    void enterKey();
    void updatePointer();
    void moveCursor(double dx, double dy);
    void jumpToMiniature(wxPoint at);
    void renderBase(wxGraphicsContext& context, const wxRect& area);
    void paintMiniature(wxGraphicsContext& context);
    void paintInsets(wxGraphicsContext& context);
    void paintCursor(wxGraphicsContext& context) const;
    [[nodiscard]] wxRect visible() const;
    [[nodiscard]] wxRect ahead() const;
    [[nodiscard]] bool onCard(wxPoint at) const;
    [[nodiscard]] drawing::Point bodyAt(wxPoint at) const;

    MapCamera camera_;
    MapPatches patches_;
    double patchScale_ = 0; ///< pixels per body mm at which the patches were painted
    double contentScale_ = 0;
    bool dark_ = false;
    PathCache paths_;
    wxTimer settle_;
    Drag drag_ = Drag::None;
    int dragButton_ = 0;
    wxPoint pressedAt_;
    wxPoint lastAt_;
    bool spaceHeld_ = false;
    bool spacePanned_ = false;
    bool focusRing_ = false;
    double pinched_ = 1;
    std::optional<double> brush_; ///< radius, body mm
    std::optional<drawing::Point> cursor_;
    wxBitmap miniatureBitmap_;
    wxRect miniatureArea_;
    std::vector<wxRect> cards_;
};

} // namespace palpate::gui
