// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Picture.h"
#include "gui/BeforeRedraw.h"
#include "gui/MapCamera.h"
#include "gui/MapCards.h"
#include "gui/MapPatches.h"
#include "gui/Painting.h"

#include <wx/timer.h>
#include <wx/window.h>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace palpate::gui {

/// Shows a body map and turns the pointer into body millimetres. Knows neither atlas nor session:
/// it asks its owner for pictures and tells what happened. What rests is kept as bitmaps; a frame
/// paints what moves, and only where it moves. Set the functions before the window is shown; any
/// may stay empty. All run on the window's thread, inside its events.
///
/// Mouse: wheel and pinch zoom to the pointer, a drag pans unless the owner takes it, Space and
/// drag always pan. Touch: a long press is the menu. Keys: + - 0 zoom, Ctrl or Shift and arrows
/// pan, Tab leaves; arrows, Enter and Space are the owner's first.
class MapCanvas : public wxWindow {
public:
    /// `frame`: the view's frame in body mm.
    MapCanvas(wxWindow* parent, drawing::Rect frame, const wxString& name);
    ~MapCanvas() override;

    std::function<drawing::Picture(const MapViewport&)> base; ///< the body: expensive
    /// Points, areas, chosen muscles: what rests. Kept as bitmaps until refreshOverlay(); while the
    /// map is panned it is asked once for more than the window shows.
    std::function<drawing::Picture(const MapViewport&)> overlay;
    /// What changes with the pointer: the hovered muscle, a stroke in progress, a dragged point.
    /// Asked after refreshMoving() and when the viewport changes; only the part that changes is
    /// painted.
    std::function<drawing::Picture(const MapViewport&)> moving;
    /// What of the overlay lies above that which moves: the marks. Painted again where something
    /// moves under them; asked together with the overlay.
    std::function<drawing::Picture(const MapViewport&)> above;
    /// What belongs to the window and not to the body, such as which side is which; below the
    /// cards. Asked again when the map was moved or refreshOverlay() was called.
    std::function<drawing::Picture(const MapViewport&)> pinned;
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
    void zoomBy(double factor); ///< about the middle, at once

    /// The place the keyboard points at: Alt and arrows move it (with Shift by one pixel), Enter
    /// clicks it, Escape leaves it. Empty: not in use. Ctrl or Shift and arrows pan.
    [[nodiscard]] std::optional<drawing::Point> keyboardPlace() const noexcept { return cursor_; }

    /// What a screen reader says about the map: `here`, what is chosen or lies under the pointer,
    /// is its accessible name, since a changed name is spoken at once; `name`, what the map is, the
    /// description. Without `here` the name alone.
    void describe(const wxString& name, const wxString& here);

    /// True while the map glides to a new zoom, or is still shown stretched.
    [[nodiscard]] bool isSettling() const noexcept {
        return settle_.IsRunning() || glide_.IsRunning();
    }
    /// Paints the base sharply now instead of a moment after the last zoom step.
    void settleNow();
    /// What the map keeps painted, in bytes.
    [[nodiscard]] std::size_t bitmapBytes() const noexcept;
    /// Area of the miniature in window pixels; empty while it is not shown.
    [[nodiscard]] const wxRect& miniatureArea() const noexcept { return miniature_.area(); }

    /// What the cards and the miniature hide, in window pixels.
    [[nodiscard]] std::vector<wxRect> coveredAreas() const;
    /// The same in the millimetres of a picture that shows so much.
    [[nodiscard]] std::vector<drawing::Rect> coveredBy(const MapViewport& viewport) const;

    bool AcceptsFocus() const override { return true; }
    void Update() override;

protected:
    /// The press that is handled now came from a finger. Virtual for tests, which have no fingers.
    [[nodiscard]] virtual bool isTouch() const;

private:
    enum class Drag { None, Pressed, Panning, Owner, Miniature, OnCard };

    void bindEvents();
    void bindMouse();
    void onPaint(wxPaintEvent& event);
    void onSize(wxSizeEvent& event);
    void onMotion(wxMouseEvent& event);
    void onLeftDown(wxMouseEvent& event);
    void onLeftUp(wxMouseEvent& event);
    void onWheel(wxMouseEvent& event);
    void onPinch(wxZoomGestureEvent& event);
    void onLongPress();
    void onKey(wxKeyEvent& event);
    void onIdle(wxIdleEvent& event);
    void beginPan(wxPoint at);
    void endDrag();
    void cancelDrag();
    void everyMotion(bool wanted);
    void updatePointer();
    void pointerAt(std::optional<wxPoint> at);
    void cameraMoved();
    void zoomAt(drawing::Point pixel, double factor);
    void glideTo(drawing::Point pixel, double factor);
    void onGlide();
    void stopGlide();
    bool zoomKey(int key);
    bool arrowKey(const wxKeyEvent& event);
    void enterKey();
    void moveCursor(double dx, double dy);
    void jumpToMiniature(wxPoint at);

    void forgetBitmaps();
    void checkLook();
    void renderBase(wxDC& dc, const wxRect& area);
    void renderResting(wxDC& dc, const wxRect& area);
    void coverResting();
    void coverResting(const wxRect& seen, bool panned);
    bool coverRestingAhead(); ///< false: nothing was missing
    void askMoving();
    void soil(const wxRect& area); ///< it is painted anew
    void layCards();
    void layMiniature();
    [[nodiscard]] MapCard miniatureCard();
    /// Paints in window pixels on a bitmap of the part `dirty`.
    [[nodiscard]] static std::unique_ptr<wxGraphicsContext> contextOn(wxDC& dc,
                                                                      const wxRect& dirty);
    void paintStretched(wxDC& dc, const wxRect& dirty);
    void paintAbove(wxDC& dc, const wxRect& dirty);
    void askOverlay(const wxRect& area);
    void paintMoving(wxGraphicsContext& context, const wxRect& dirty);
    void paintWhere(wxGraphicsContext& context) const;
    void paintCursor(wxGraphicsContext& context) const;
    void paintBrush(wxGraphicsContext& context) const;
    [[nodiscard]] wxRect brushArea() const;
    [[nodiscard]] wxRect visible() const;
    [[nodiscard]] wxRect ahead() const;
    [[nodiscard]] int beyond(int dip) const;
    [[nodiscard]] bool onCard(wxPoint at) const;
    [[nodiscard]] drawing::Point bodyAt(wxPoint at) const;

    struct Glide {
        drawing::Point pixel; ///< stays where it is
        double scale = 1;     ///< wanted, pixels per body mm
        int steps = 0;        ///< still to go
    };

    MapCamera camera_;
    PathCache paths_;
    // What is kept painted.
    MapPatches patches_;    ///< the body
    MapPatches resting_;    ///< the body with the overlay, what the window shows
    double patchScale_ = 0; ///< pixels per body mm at which both were painted
    double contentScale_ = 0;
    const void* look_ = nullptr; ///< the palette they were painted in
    std::optional<drawing::Picture> overlayPicture_;
    std::optional<drawing::Picture> pinnedPicture_;
    std::optional<drawing::Picture> abovePicture_;
    wxRect overlayArea_; ///< for which both were asked, pixels from the body's origin
    std::optional<drawing::Picture> movingPicture_;
    wxRect movingArea_; ///< where it paints, window pixels
    BeforeRedraw movingDue_;
    MapCard miniature_;
    bool miniatureStale_ = true;
    std::vector<MapCard> cards_;
    bool cardsStale_ = true;
    // What is going on.
    wxTimer settle_;
    wxTimer glide_;
    wxTimer press_; ///< runs while a finger rests
    Glide goal_;
    Drag drag_ = Drag::None;
    bool doubled_ = false; ///< the press is the second of a double click
    int dragButton_ = 0;
    wxPoint pressedAt_;
    wxPoint lastAt_;
    std::optional<wxPoint> pointer_; ///< while it is over the map
    bool spaceHeld_ = false;
    bool spacePanned_ = false;
    bool focusRing_ = false;
    double pinched_ = 1;
    std::optional<double> brush_; ///< radius, body mm
    std::optional<drawing::Point> cursor_;
};

} // namespace palpate::gui
