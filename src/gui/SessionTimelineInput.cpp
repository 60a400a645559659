// SPDX-License-Identifier: MIT
#include "gui/SessionTimeline.h"

#include <wx/cursor.h>

#include <algorithm>

namespace palpate::gui {

void SessionTimeline::onMouse(wxMouseEvent& event) {
    event.Skip();
    const int at = event.Leaving() ? kNone : rowAt(event.GetPosition());
    if (at != hot_) {
        hot_ = at;
        SetCursor(wxCursor{hot_ == kNone ? wxCURSOR_ARROW : wxCURSOR_HAND});
        Refresh();
    }
    if (event.LeftDown()) {
        pressed_ = at;
    }
    if (event.LeftUp() && at != kNone && at == pressed_) {
        pressed_ = kNone;
        if (boxArea(at).Contains(event.GetPosition())) {
            onTick(at);
        } else {
            onLook(at);
        }
    }
    if (event.LeftDClick() && at != kNone && !boxArea(at).Contains(event.GetPosition())) {
        onOpen(at);
    }
}

void SessionTimeline::onKey(wxKeyEvent& event) {
    const int page = std::max(1, GetClientSize().y / rowHeight() - 1);
    switch (event.GetKeyCode()) {
    case WXK_UP:
    case WXK_RIGHT:
        return onStep(1);
    case WXK_DOWN:
    case WXK_LEFT:
        return onStep(-1);
    case WXK_PAGEUP:
        return onStep(page);
    case WXK_PAGEDOWN:
        return onStep(-page);
    case WXK_HOME:
        return onStep(count());
    case WXK_END:
        return onStep(-count());
    case WXK_SPACE:
        if (current_ != kNone) {
            onTick(current_);
        }
        return;
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
        if (current_ != kNone) {
            onOpen(current_);
        }
        return;
    case WXK_TAB:
        Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward
                                   : wxNavigationKeyEvent::IsForward);
        return;
    default:
        event.Skip();
    }
}

} // namespace palpate::gui
