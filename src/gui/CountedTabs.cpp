// SPDX-License-Identifier: MIT
#include "gui/CountedTabs.h"

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr int kTabDip = 34;
constexpr int kPadDip = 12;

} // namespace

CountedTabs::CountedTabs(wxWindow* parent, const wxString& name, const wxString& label)
    : PaintedControl{parent, name}, label_{label} {
    tell();
}

void CountedTabs::setTabs(std::vector<Tab> tabs) {
    if (tabs == tabs_) {
        return;
    }
    const bool other = tabs.size() != tabs_.size();
    tabs_ = std::move(tabs);
    pressed_.forget();
    selected_ = std::min(selected_, count() - 1);
    hot_ = kNone;
    tell();
    if (other) {
        sizeChanged();
    }
    Refresh();
}

void CountedTabs::select(int tab) {
    selected_ = std::clamp(tab, kNone, count() - 1);
    tell();
    Refresh();
}

wxSize CountedTabs::DoGetBestSize() const {
    return {px(180), count() * tall(kTabDip) + 2 * FromDIP(dip::kFocusRoom)};
}

wxRect CountedTabs::tabArea(int tab) const {
    const int room = FromDIP(dip::kFocusRoom);
    const int height = tall(kTabDip);
    return {room, room + tab * height, std::max(0, GetClientSize().x - 2 * room), height};
}

int CountedTabs::tabAt(wxPoint at) const {
    for (int i = 0; i < count(); ++i) {
        if (tabArea(i).Contains(at)) {
            return i;
        }
    }
    return kNone;
}

void CountedTabs::draw(wxGraphicsContext& context, wxSize) {
    const Palette& colours = palette();
    for (int i = 0; i < count(); ++i) {
        const Tab& tab = tabs_[static_cast<std::size_t>(i)];
        const wxRect area = tabArea(i);
        const bool chosen = i == selected_;
        if (chosen || i == hot_ || pressed_.shows(i)) {
            fillRounded(context, inset(area, 0.5), FromDIP(dip::kRadius),
                        chosen ? colours.tint : colours.panelSoft,
                        chosen && isHighContrast() ? colours.ink : wxNullColour);
        }
        const TextStyle style = chosen ? TextStyle::BodyStrong : TextStyle::Body;
        const wxColour ink = chosen ? colours.accentText : colours.ink;
        const double numbers = textSize(tab.count, style).x + 2;
        const double left = area.x + px(kPadDip);
        const double right = area.GetRight() + 1 - px(kPadDip);
        drawLine(context, tab.count, {right - numbers, 1.0 * area.y, numbers, 1.0 * area.height},
                 style, chosen ? ink : colours.muted, TextAlign::Right);
        drawLine(context, tab.text,
                 {left, 1.0 * area.y, right - numbers - px(8) - left, 1.0 * area.height}, style,
                 ink);
        if (chosen && showsFocus()) {
            drawFocusRing(context, area, FromDIP(dip::kRadius));
        }
    }
    if (selected_ == kNone && showsFocus()) {
        drawFocusRing(context, tabArea(0), FromDIP(dip::kRadius));
    }
}

void CountedTabs::choose(int tab) {
    if (tab < 0 || tab >= count() || tab == selected_) {
        return;
    }
    select(tab);
    if (onChange) {
        onChange(tab);
    }
}

void CountedTabs::pressed(wxPoint at) {
    pressed_.forget();
    if (const int tab = tabAt(at); tab != kNone) {
        pressed_.press(*this, tab, tabArea(tab));
    }
}

void CountedTabs::released(wxPoint at) {
    const std::optional<int> part = pressed_.part();
    if (part && pressed_.release(*this, at, tabArea(*part))) {
        choose(*part);
    }
}

void CountedTabs::pointed(wxPoint at) {
    const int now = tabAt(at);
    const std::optional<int> part = pressed_.part();
    const bool looksOther = part && pressed_.point(*this, at, tabArea(*part));
    if (now != hot_ || looksOther) {
        hot_ = now;
        Refresh();
    }
}

bool CountedTabs::key(wxKeyEvent& event) {
    if (event.HasModifiers()) {
        return false;
    }
    switch (event.GetKeyCode()) {
    case WXK_UP:
        choose(std::max(0, selected_ - 1));
        return true;
    case WXK_DOWN:
        choose(selected_ + 1);
        return true;
    case WXK_HOME:
        choose(0);
        return true;
    case WXK_END:
        choose(count() - 1);
        return true;
    default:
        return false;
    }
}

void CountedTabs::tell() {
    wxString here;
    if (selected_ != kNone) {
        here = tab(selected_).text + " " + tab(selected_).count;
    }
    setAccessible(*this, gui::Role::RadioGroup, label_, here);
}

} // namespace palpate::gui
