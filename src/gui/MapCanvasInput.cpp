// SPDX-License-Identifier: MIT
// What the canvas does with pointer, fingers and keys.
#include "gui/LargeControls.h"
#include "gui/Loaded.h"
#include "gui/MapCanvas.h"
#include "gui/Theme.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace palpate::gui {

namespace {

constexpr int kClickSlack = 4;    ///< DIP a pressed pointer may move and still click
constexpr int kRestMs = 40;       ///< from the end of a pan to labels that fit the window
constexpr int kLongPressMs = 550; ///< a finger that rests as long asks for the menu
constexpr double kWheelStep = 1.2;
constexpr double kKeyStep = 1.35;
constexpr int kPanStep = 64;    ///< DIP an arrow key pans
constexpr int kCursorStep = 12; ///< DIP it moves the keyboard's place; with Shift one pixel

[[nodiscard]] drawing::Point pointOf(wxPoint at) {
    return {static_cast<double>(at.x), static_cast<double>(at.y)};
}

} // namespace

void MapCanvas::bindMouse() {
    Bind(wxEVT_MOTION, &MapCanvas::onMotion, this);
    Bind(wxEVT_LEFT_DOWN, &MapCanvas::onLeftDown, this);
    // The second press of a double click comes as this event alone.
    Bind(wxEVT_LEFT_DCLICK, [this](wxMouseEvent& event) {
        onLeftDown(event);
        doubled_ = drag_ == Drag::Pressed;
    });
    Bind(wxEVT_LEFT_UP, &MapCanvas::onLeftUp, this);
    Bind(wxEVT_MIDDLE_DOWN, [this](wxMouseEvent& event) {
        if (drag_ == Drag::None) {
            dragButton_ = wxMOUSE_BTN_MIDDLE;
            beginPan(event.GetPosition());
        }
    });
    Bind(wxEVT_MIDDLE_UP, [this](wxMouseEvent&) {
        if (dragButton_ == wxMOUSE_BTN_MIDDLE) {
            endDrag();
        }
    });
    Bind(wxEVT_RIGHT_UP, [this](wxMouseEvent& event) {
        if (onMenu && drag_ == Drag::None && !onCard(event.GetPosition())) {
            onMenu(bodyAt(event.GetPosition()));
        }
    });
    Bind(wxEVT_LEAVE_WINDOW, [this](wxMouseEvent&) {
        if (drag_ == Drag::None) {
            pointerAt(std::nullopt);
            if (onLeave) {
                onLeave();
            }
        }
    });
    Bind(wxEVT_MOUSEWHEEL, &MapCanvas::onWheel, this);
    Bind(wxEVT_MOUSE_CAPTURE_LOST, [this](wxMouseCaptureLostEvent&) { cancelDrag(); });
    Bind(wxEVT_GESTURE_ZOOM, &MapCanvas::onPinch, this);
}

bool MapCanvas::onCard(wxPoint at) const {
    return miniature_.contains(at) ||
           std::any_of(cards_.begin(), cards_.end(),
                       [&](const MapCard& card) { return card.contains(at); });
}

bool MapCanvas::isTouch() const {
    return comesFromTouch();
}

void MapCanvas::everyMotion([[maybe_unused]] bool wanted) {
#if defined(__WXGTK__)
    // GDK hands out one motion a frame and drops the others; a stroke needs them all.
    static const auto compress = loaded<void (*)(void*, int)>("gdk_window_set_event_compression");
    if (compress && GTKGetDrawingWindow()) {
        compress(GTKGetDrawingWindow(), wanted ? 0 : 1);
    }
#endif
}

void MapCanvas::updatePointer() {
    SetCursor(spaceHeld_ ? wxCursor{wxCURSOR_HAND}
              : brush_   ? wxCursor{wxCURSOR_CROSS}
                         : wxNullCursor);
}

void MapCanvas::pointerAt(std::optional<wxPoint> at) {
    if (!brush_) {
        pointer_ = at;
        return;
    }
    soil(brushArea());
    pointer_ = at;
    soil(brushArea());
}

void MapCanvas::beginPan(wxPoint at) {
    drag_ = Drag::Panning;
    everyMotion(false);
    stopGlide();
    lastAt_ = at;
    if (!HasCapture()) {
        CaptureMouse();
    }
    SetCursor(wxCursor{wxCURSOR_SIZING});
}

void MapCanvas::endDrag() {
    drag_ = Drag::None;
    dragButton_ = 0;
    press_.Stop();
    everyMotion(false);
    if (HasCapture()) {
        ReleaseMouse();
    }
    updatePointer();
    if (overlayPicture_ && overlayArea_ != visible()) {
        settle_.StartOnce(kRestMs);
    }
}

void MapCanvas::cancelDrag() {
    const bool owners = drag_ == Drag::Owner;
    endDrag();
    if (owners && onDragCancelled) {
        onDragCancelled();
    }
}

void MapCanvas::jumpToMiniature(wxPoint at) {
    const wxRect inner = wxRect{miniature_.area()}.Deflate(FromDIP(dip::kGap));
    const drawing::Rect& frame = camera_.frame();
    centreOn({frame.x + (at.x - inner.x) * frame.width / inner.width,
              frame.y + (at.y - inner.y) * frame.height / inner.height});
}

void MapCanvas::onLeftDown(wxMouseEvent& event) {
    SetFocus();
    focusRing_ = false;
    const wxPoint at = event.GetPosition();
    if (drag_ != Drag::None) {
        return;
    }
    dragButton_ = wxMOUSE_BTN_LEFT;
    pressedAt_ = at;
    lastAt_ = at;
    CaptureMouse();
    if (miniature_.contains(at)) {
        drag_ = Drag::Miniature;
        jumpToMiniature(at);
    } else if (onCard(at)) {
        drag_ = Drag::OnCard;
    } else if (spaceHeld_) {
        spacePanned_ = true;
        beginPan(at);
    } else {
        drag_ = Drag::Pressed;
        everyMotion(static_cast<bool>(onGrab));
        if (onMenu && isTouch()) {
            press_.StartOnce(kLongPressMs);
        }
    }
}

void MapCanvas::onLongPress() {
    if (drag_ == Drag::Pressed) {
        // Lifting the finger is no click any more.
        endDrag();
        onMenu(bodyAt(pressedAt_));
    }
}

void MapCanvas::onMotion(wxMouseEvent& event) {
    const wxPoint at = event.GetPosition();
    pointerAt(at);
    if (drag_ == Drag::Pressed) {
        const wxPoint moved = at - pressedAt_;
        if (std::hypot(moved.x, moved.y) <= FromDIP(kClickSlack)) {
            return;
        }
        press_.Stop();
        if (onGrab && onGrab(bodyAt(pressedAt_))) {
            drag_ = Drag::Owner;
        } else {
            beginPan(pressedAt_);
        }
    }
    switch (drag_) {
    case Drag::Owner:
        if (onDrag) {
            onDrag(bodyAt(at));
        }
        break;
    case Drag::Panning:
        camera_.panBy(at.x - lastAt_.x, at.y - lastAt_.y);
        lastAt_ = at;
        cameraMoved();
        break;
    case Drag::Miniature:
        jumpToMiniature(at);
        break;
    case Drag::None:
        if (onCard(at)) {
            if (onLeave) {
                onLeave();
            }
        } else if (onHover) {
            onHover(bodyAt(at));
        }
        break;
    case Drag::Pressed:
    case Drag::OnCard:
        break;
    }
}

void MapCanvas::onLeftUp(wxMouseEvent& event) {
    if (dragButton_ != wxMOUSE_BTN_LEFT) {
        return;
    }
    const Drag was = drag_;
    const drawing::Point at = bodyAt(event.GetPosition());
    endDrag();
    if (was != Drag::Pressed) {
        doubled_ = false;
    }
    if (was == Drag::Pressed && onClick) {
        cursor_.reset();
        const bool doubled = std::exchange(doubled_, false);
        onClick(bodyAt(pressedAt_));
        if (doubled && onDoubleClick) {
            onDoubleClick(bodyAt(pressedAt_));
        }
    } else if (was == Drag::Owner && onDrop) {
        onDrop(at);
    }
}

void MapCanvas::onWheel(wxMouseEvent& event) {
    const double steps = event.GetWheelRotation() / static_cast<double>(event.GetWheelDelta());
    if (event.GetWheelAxis() == wxMOUSE_WHEEL_HORIZONTAL) {
        stopGlide();
        camera_.panBy(-FromDIP(kPanStep) * steps, 0);
        cameraMoved();
        return;
    }
    glideTo(pointOf(event.GetPosition()), std::pow(kWheelStep, steps));
}

void MapCanvas::onPinch(wxZoomGestureEvent& event) {
    press_.Stop();
    if (event.IsGestureStart()) {
        pinched_ = 1;
    }
    // The factor counts from the gesture's beginning.
    const double factor = event.GetZoomFactor() / pinched_;
    pinched_ = event.GetZoomFactor();
    if (factor > 0) {
        stopGlide();
        zoomAt(pointOf(event.GetPosition()), factor);
    }
}

bool MapCanvas::zoomKey(int key) {
    const wxSize size = GetClientSize();
    const drawing::Point middle{size.x / 2.0, size.y / 2.0};
    switch (key) {
    case '+':
    case '=':
    case WXK_NUMPAD_ADD:
        glideTo(middle, kKeyStep);
        return true;
    case '-':
    case WXK_NUMPAD_SUBTRACT:
        glideTo(middle, 1 / kKeyStep);
        return true;
    case '0':
    case WXK_NUMPAD0:
    case WXK_HOME:
        fit();
        return true;
    default:
        return false;
    }
}

void MapCanvas::moveCursor(double dx, double dy) {
    const wxSize size = GetClientSize();
    const drawing::Point from =
        cursor_ ? camera_.toPixel(*cursor_) : drawing::Point{size.x / 2.0, size.y / 2.0};
    const drawing::Point to{from.x + dx, from.y + dy};
    cursor_ = camera_.toBody(to);
    // It never leaves the window: the map follows.
    const double room = FromDIP(dip::kTouch);
    const double left = std::min(0.0, to.x - room) + std::max(0.0, to.x - (size.x - room));
    const double top = std::min(0.0, to.y - room) + std::max(0.0, to.y - (size.y - room));
    if (left != 0 || top != 0) {
        camera_.panBy(-left, -top);
        cameraMoved();
    }
    if (onHover) {
        onHover(*cursor_);
    }
    Refresh();
}

bool MapCanvas::arrowKey(const wxKeyEvent& event) {
    const int key = event.GetKeyCode();
    const int dx = key == WXK_LEFT ? -1 : key == WXK_RIGHT ? 1 : 0;
    const int dy = key == WXK_UP ? -1 : key == WXK_DOWN ? 1 : 0;
    if (dx == 0 && dy == 0) {
        return false;
    }
    if (event.AltDown()) {
        const double step = event.ShiftDown() ? 1.0 : FromDIP(kCursorStep);
        moveCursor(dx * step, dy * step);
    } else if (event.HasAnyModifiers() || !onArrow || !onArrow(dx, dy)) {
        const double step = FromDIP(kPanStep);
        stopGlide();
        camera_.panBy(-dx * step, -dy * step);
        cameraMoved();
    }
    return true;
}

void MapCanvas::enterKey() {
    if (onEnter && !cursor_ && onEnter()) {
        return;
    }
    if (cursor_ && onClick) {
        onClick(*cursor_);
    }
}

void MapCanvas::onKey(wxKeyEvent& event) {
    if (!focusRing_) {
        focusRing_ = true;
        Refresh();
    }
    const int key = event.GetKeyCode();
    if (key == WXK_TAB && !event.ControlDown()) {
        Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward
                                   : wxNavigationKeyEvent::IsForward);
    } else if (key == WXK_SPACE && !event.HasAnyModifiers()) {
        if (!spaceHeld_) { // the key repeats while it is held
            spaceHeld_ = true;
            spacePanned_ = false;
            SetCursor(wxCursor{wxCURSOR_HAND});
        }
    } else if (key == WXK_ESCAPE && (drag_ == Drag::Owner || cursor_)) {
        if (drag_ == Drag::Owner) {
            cancelDrag();
        }
        cursor_.reset();
        Refresh();
    } else if ((key == WXK_RETURN || key == WXK_NUMPAD_ENTER) && !event.HasAnyModifiers()) {
        enterKey();
    } else if (key == WXK_MENU && cursor_ && onMenu) {
        onMenu(*cursor_);
    } else if (!arrowKey(event) &&
               (event.AltDown() || event.ControlDown() ||
                !zoomKey(event.GetUnicodeKey() > 32 ? event.GetUnicodeKey() : key))) {
        event.Skip();
    }
}

} // namespace palpate::gui
