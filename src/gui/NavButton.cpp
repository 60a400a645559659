// SPDX-License-Identifier: MIT
#include "gui/NavButton.h"

#include "domain/Message.h"
#include "gui/Words.h"

#include <algorithm>

namespace palpate::gui {

NavButton::NavButton(wxWindow* parent, const wxString& name, Icon icon, const wxString& text)
    : PaintedControl{parent, name}, icon_{icon}, text_{text} {
    tell();
}

void NavButton::setSelected(bool selected) {
    if (selected != selected_) {
        selected_ = selected;
        tell();
        Refresh();
    }
}

void NavButton::tell() {
    setAccessible(*this, Role::ToggleButton, text_,
                  selected_ ? toWx(shown(Message{tr("current place"), {}})) : wxString{});
}

wxSize NavButton::DoGetBestSize() const {
    return {std::max(px(72), textSize(text_, TextStyle::SmallStrong).x + px(8)), px(55)};
}

void NavButton::draw(wxGraphicsContext& context, wxSize size) {
    const Palette& colours = palette();
    const wxRect area = wxRect{size}.Deflate(FromDIP(dip::kFocusRoom) / 2);
    const double radius = FromDIP(7);
    if (selected_) {
        fillRounded(context, inset(area, 0), radius, colours.tint);
    } else if (isHovered() && IsEnabled()) {
        fillRounded(context, inset(area, 0), radius, mixed(ground(), colours.tint, 0.5));
    }
    const wxColour ink = !IsEnabled() ? colours.faint
                         : selected_  ? colours.accentText
                                      : mixed(colours.ink, colours.muted, 0.55);
    const double side = px(19);
    drawIcon(context, icon_, (size.x - side) / 2.0, px(8), side, ink);
    drawLine(context, text_,
             {0.0, static_cast<double>(px(31)), static_cast<double>(size.x),
              static_cast<double>(px(18))},
             selected_ ? TextStyle::SmallStrong : TextStyle::Small, ink, TextAlign::Centre);
    if (showsFocus()) {
        drawFocusRing(context, wxRect{area}.Deflate(1), radius);
    }
}

void NavButton::released(wxPoint at) {
    if (wxRect{GetClientSize()}.Contains(at) && IsEnabled() && onClick) {
        onClick();
    }
}

bool NavButton::key(wxKeyEvent& event) {
    const int code = event.GetKeyCode();
    if (code == WXK_SPACE || code == WXK_RETURN || code == WXK_NUMPAD_ENTER) {
        if (onClick) {
            onClick();
        }
        return true;
    }
    if (code == WXK_UP || code == WXK_DOWN) {
        Navigate(code == WXK_UP ? wxNavigationKeyEvent::IsBackward
                                : wxNavigationKeyEvent::IsForward);
        return true;
    }
    return false;
}

} // namespace palpate::gui
