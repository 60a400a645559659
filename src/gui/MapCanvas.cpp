// SPDX-License-Identifier: MIT
#include "gui/MapCanvas.h"

#include "gui/Accessible.h"
#include "gui/Theme.h"

#include <wx/dcclient.h>
#include <wx/settings.h>

#include <cmath>

namespace palpate::gui {

namespace {

constexpr int kClickSlack = 4; ///< DIP a pressed pointer may move and still click
constexpr int kSettleMs = 70;  ///< after the last zoom step
constexpr int kAheadDip = 192; ///< painted beyond the edges while idle
constexpr int kPieceDip = 256;
constexpr double kWheelStep = 1.2;
constexpr double kKeyStep = 1.35;
constexpr double kPanStep = 64;    ///< DIP an arrow key pans
constexpr double kCursorStep = 12; ///< DIP it moves the keyboard's place; with Shift one pixel

} // namespace

MapCanvas::MapCanvas(wxWindow* parent, drawing::Rect frame, const wxString& name)
    : camera_{frame}, settle_{this} {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Create(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
           wxBORDER_NONE | wxWANTS_CHARS | wxFULL_REPAINT_ON_RESIZE, name);
    SetMinSize(FromDIP(wxSize{240, 240}));
    setAccessible(*this, Role::Drawing, name);
    // Only the pinch: GTK's pan gesture would take the mouse drags away.
    EnableTouchEvents(wxTOUCH_ZOOM_GESTURE);
    bindEvents();
}

void MapCanvas::bindEvents() {
    Bind(wxEVT_PAINT, &MapCanvas::onPaint, this);
    Bind(wxEVT_SIZE, &MapCanvas::onSize, this);
    Bind(wxEVT_MOTION, &MapCanvas::onMotion, this);
    Bind(wxEVT_LEFT_DOWN, &MapCanvas::onLeftDown, this);
    // The second press of a double click comes as this event alone.
    Bind(wxEVT_LEFT_DCLICK, [this](wxMouseEvent& event) {
        onLeftDown(event);
        if (onDoubleClick && drag_ == Drag::Pressed) {
            CallAfter([this, at = bodyAt(event.GetPosition())] { onDoubleClick(at); });
        }
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
        if (onLeave && drag_ == Drag::None) {
            onLeave();
        }
    });
    Bind(wxEVT_MOUSEWHEEL, &MapCanvas::onWheel, this);
    Bind(wxEVT_MOUSE_CAPTURE_LOST, [this](wxMouseCaptureLostEvent&) { cancelDrag(); });
    Bind(wxEVT_GESTURE_ZOOM, &MapCanvas::onPinch, this);
    Bind(wxEVT_KEY_DOWN, &MapCanvas::onKey, this);
    Bind(wxEVT_KEY_UP, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_SPACE && spaceHeld_) {
            spaceHeld_ = false;
            updatePointer();
            // Held, it drags the map; only a tap marks.
            if (!spacePanned_) {
                enterKey();
            }
        }
        event.Skip();
    });
    const auto focus = [this](wxFocusEvent& event) {
        focusRing_ = HasFocus() && !wxGetMouseState().LeftIsDown();
        spaceHeld_ = false;
        Refresh();
        event.Skip();
    };
    Bind(wxEVT_SET_FOCUS, focus);
    Bind(wxEVT_KILL_FOCUS, focus);
    Bind(wxEVT_IDLE, &MapCanvas::onIdle, this);
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { settleNow(); });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        refreshBase();
        event.Skip();
    });
}

void MapCanvas::refreshBase() {
    patches_.clear();
    miniatureBitmap_ = wxNullBitmap;
    Refresh();
}

void MapCanvas::refreshOverlay() {
    Refresh();
}

void MapCanvas::refreshMoving() {
    Refresh();
}

void MapCanvas::setBrush(std::optional<double> radius) {
    brush_ = radius;
    updatePointer();
    Refresh();
}

std::size_t MapCanvas::bitmapBytes() const noexcept {
    return patches_.bytes();
}

void MapCanvas::setFrame(drawing::Rect frame) {
    camera_.setFrame(frame);
    cursor_.reset();
    patches_.clear();
    miniatureBitmap_ = wxNullBitmap;
    cameraMoved();
}

void MapCanvas::fit() {
    camera_.fit();
    cameraMoved();
}

void MapCanvas::showBody(const drawing::Rect& body) {
    camera_.show(body);
    cameraMoved();
}

void MapCanvas::centreOn(drawing::Point body) {
    camera_.centreOn(body);
    cameraMoved();
}

void MapCanvas::zoomBy(double factor) {
    const wxSize size = GetClientSize();
    zoomAt({size.x / 2.0, size.y / 2.0}, factor);
}

void MapCanvas::zoomAt(drawing::Point pixel, double factor) {
    camera_.zoomAt(pixel, factor);
    cameraMoved();
}

void MapCanvas::cameraMoved() {
    if (camera_.pixelsPerBody() == patchScale_) {
        settle_.Stop();
    } else if (!patches_.empty()) {
        settle_.StartOnce(kSettleMs);
    }
    Refresh();
    if (onViewport) {
        onViewport(camera_.viewport());
    }
}

void MapCanvas::settleNow() {
    settle_.Stop();
    if (camera_.pixelsPerBody() != patchScale_) {
        patches_.clear();
    }
    Refresh();
}

void MapCanvas::describe(const wxString& name, const wxString& here) {
    setAccessible(*this, name, here);
}

wxRect MapCanvas::visible() const {
    return {wxPoint{camera_.left(), camera_.top()}, GetClientSize()};
}

wxRect MapCanvas::ahead() const {
    return visible().Inflate(FromDIP(kAheadDip));
}

drawing::Point MapCanvas::bodyAt(wxPoint at) const {
    return camera_.toBody({static_cast<double>(at.x), static_cast<double>(at.y)});
}

bool MapCanvas::onCard(wxPoint at) const {
    for (const wxRect& card : cards_) {
        if (card.Contains(at)) {
            return true;
        }
    }
    return false;
}

void MapCanvas::onSize(wxSizeEvent& event) {
    const wxSize size = GetClientSize();
    camera_.resize(size.x, size.y);
    if (camera_.pixelsPerBody() != patchScale_) {
        patches_.clear();
    }
    cameraMoved();
    event.Skip();
}

void MapCanvas::onIdle(wxIdleEvent& event) {
    if (!patches_.empty() && !settle_.IsRunning() && camera_.pixelsPerBody() == patchScale_) {
        const bool more = patches_.coverPiece(
            ahead(), FromDIP(kPieceDip), contentScale_,
            [this](wxGraphicsContext& context, const wxRect& area) { renderBase(context, area); });
        if (more) {
            event.RequestMore();
        } else {
            patches_.keepOnly(ahead().Inflate(FromDIP(2 * kPieceDip)));
        }
    }
    event.Skip();
}

void MapCanvas::beginPan(wxPoint at) {
    drag_ = Drag::Panning;
    lastAt_ = at;
    if (!HasCapture()) {
        CaptureMouse();
    }
    SetCursor(wxCursor{wxCURSOR_SIZING});
}

void MapCanvas::endDrag() {
    drag_ = Drag::None;
    dragButton_ = 0;
    if (HasCapture()) {
        ReleaseMouse();
    }
    updatePointer();
}

void MapCanvas::updatePointer() {
    SetCursor(spaceHeld_ ? wxCursor{wxCURSOR_HAND}
              : brush_   ? wxCursor{wxCURSOR_CROSS}
                         : wxNullCursor);
}

void MapCanvas::cancelDrag() {
    const bool owners = drag_ == Drag::Owner;
    endDrag();
    if (owners && onDragCancelled) {
        onDragCancelled();
    }
}

void MapCanvas::jumpToMiniature(wxPoint at) {
    const wxRect inner = miniatureArea_.Deflate(FromDIP(dip::kGap));
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
    if (miniatureArea_.Contains(at)) {
        drag_ = Drag::Miniature;
        jumpToMiniature(at);
    } else if (onCard(at)) {
        drag_ = Drag::OnCard;
    } else if (spaceHeld_) {
        spacePanned_ = true;
        beginPan(at);
    } else {
        drag_ = Drag::Pressed;
    }
}

void MapCanvas::onMotion(wxMouseEvent& event) {
    const wxPoint at = event.GetPosition();
    if (drag_ == Drag::Pressed) {
        const wxPoint moved = at - pressedAt_;
        if (std::hypot(moved.x, moved.y) <= FromDIP(kClickSlack)) {
            return;
        }
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
    if (was == Drag::Pressed && onClick) {
        cursor_.reset();
        onClick(bodyAt(pressedAt_));
    } else if (was == Drag::Owner && onDrop) {
        onDrop(at);
    }
}

void MapCanvas::onWheel(wxMouseEvent& event) {
    if (event.GetWheelAxis() == wxMOUSE_WHEEL_HORIZONTAL) {
        camera_.panBy(-FromDIP(kPanStep) * event.GetWheelRotation() /
                          static_cast<double>(event.GetWheelDelta()),
                      0);
        cameraMoved();
        return;
    }
    const wxPoint at = event.GetPosition();
    const double steps = event.GetWheelRotation() / static_cast<double>(event.GetWheelDelta());
    zoomAt({static_cast<double>(at.x), static_cast<double>(at.y)}, std::pow(kWheelStep, steps));
}

void MapCanvas::onPinch(wxZoomGestureEvent& event) {
    if (event.IsGestureStart()) {
        pinched_ = 1;
    }
    // The factor counts from the gesture's beginning.
    const double factor = event.GetZoomFactor() / pinched_;
    pinched_ = event.GetZoomFactor();
    const wxPoint at = event.GetPosition();
    if (factor > 0) {
        zoomAt({static_cast<double>(at.x), static_cast<double>(at.y)}, factor);
    }
}

bool MapCanvas::zoomKey(int key) {
    switch (key) {
    case '+':
    case '=':
    case WXK_NUMPAD_ADD:
        zoomBy(kKeyStep);
        return true;
    case '-':
    case WXK_NUMPAD_SUBTRACT:
        zoomBy(1 / kKeyStep);
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
    focusRing_ = true;
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
