// SPDX-License-Identifier: MIT
#include "gui/ValueSlider.h"

#include "gui/LargeControls.h"
#include "gui/Words.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace palpate::gui {

namespace {

constexpr int kHeight = 34;   ///< DIP
constexpr int kTrack = 4;     ///< DIP, its thickness
constexpr int kThumb = 9;     ///< DIP, its radius
constexpr int kFarSteps = 10; ///< of Page Up and Page Down

} // namespace

ValueSlider::ValueSlider(wxWindow* parent, const wxString& name, const wxString& label,
                         const wxString& notAsked, Scale scale)
    : PaintedControl{parent, name}, label_{label}, notAsked_{notAsked}, scale_{scale} {
    if (!(scale_.step > 0)) {
        scale_.step = 1;
    }
    scale_.most = std::max(scale_.most, scale_.least + scale_.step);
    tell();
}

void ValueSlider::setValue(std::optional<double> value) {
    if (value != value_) {
        value_ = value;
        tell();
        Refresh();
    }
}

wxString ValueSlider::text() const {
    const auto shown = held_ ? held_ : value_;
    return shown ? wxString::FromCDouble(*shown) : notAsked_;
}

int ValueSlider::valueRoom() const {
    return std::max(textSize(notAsked_, TextStyle::Control).x,
                    textSize("-00000", TextStyle::ControlStrong).x) +
           px(14);
}

int ValueSlider::xOf(double value) const {
    const int left = px(kThumb) + FromDIP(dip::kFocusRoom);
    const int right = GetClientSize().x - valueRoom() - px(kThumb);
    const double share = (value - scale_.least) / (scale_.most - scale_.least);
    return left + wxRound(std::clamp(share, 0.0, 1.0) * std::max(1, right - left));
}

wxRect ValueSlider::placeOf(double value) const {
    const int reach = px(kThumb);
    return {xOf(value) - reach, GetClientSize().y / 2 - reach, 2 * reach, 2 * reach};
}

double ValueSlider::at(int x) const {
    const int left = xOf(scale_.least);
    const int right = xOf(scale_.most);
    const double share = std::clamp(1.0 * (x - left) / std::max(1, right - left), 0.0, 1.0);
    const double steps = std::round(share * (scale_.most - scale_.least) / scale_.step);
    return std::min(scale_.most, scale_.least + steps * scale_.step);
}

void ValueSlider::choose(std::optional<double> value) {
    if (value == value_) {
        return;
    }
    const auto before = std::exchange(value_, value);
    tell();
    Refresh();
    try {
        if (onChange) {
            onChange(value);
        }
    } catch (...) {
        setValue(before);
        throw;
    }
}

void ValueSlider::pressed(wxPoint at) {
    dragging_ = at.x <= xOf(scale_.most) + px(kThumb);
    if (dragging_) {
        held_ = this->at(at.x);
        Refresh();
    }
}

void ValueSlider::pointed(wxPoint at) {
    if (dragging_ && isPressed()) {
        held_ = this->at(at.x);
        Refresh();
    }
}

void ValueSlider::released(wxPoint at) {
    const auto chosen = std::exchange(held_, std::nullopt);
    const bool was = std::exchange(dragging_, false);
    Refresh();
    // Outside above or below is where a thumb slips to; {-1, -1} is a pan or a lost pointer.
    if (was && chosen && at != wxPoint{-1, -1} && IsEnabled()) {
        choose(chosen);
    }
}

bool ValueSlider::key(wxKeyEvent& event) {
    if (event.HasModifiers()) {
        return false;
    }
    const double middle =
        scale_.least + std::round((scale_.most - scale_.least) / 2 / scale_.step) * scale_.step;
    const auto stepped = [&](int steps) {
        const double next = value_ ? *value_ + steps * scale_.step : middle;
        choose(std::clamp(next, scale_.least, scale_.most));
    };
    switch (event.GetKeyCode()) {
    case WXK_LEFT:
    case WXK_DOWN:
        stepped(-1);
        return true;
    case WXK_RIGHT:
    case WXK_UP:
        stepped(1);
        return true;
    case WXK_PAGEDOWN:
        stepped(-kFarSteps);
        return true;
    case WXK_PAGEUP:
        stepped(kFarSteps);
        return true;
    case WXK_HOME:
        choose(scale_.least);
        return true;
    case WXK_END:
        choose(scale_.most);
        return true;
    case WXK_BACK:
    case WXK_DELETE:
        choose(std::nullopt);
        return true;
    default:
        return false;
    }
}

void ValueSlider::draw(wxGraphicsContext& context, wxSize size) {
    const Palette& colours = palette();
    const auto shown = held_ ? held_ : value_;
    const int left = xOf(scale_.least);
    const int right = xOf(scale_.most);
    const double thick = px(kTrack);
    const double middle = size.y / 2.0;
    fillRounded(context, {1.0 * left, middle - thick / 2, 1.0 * (right - left), thick}, thick / 2,
                colours.edge);
    if (shown) {
        const int x = xOf(*shown);
        fillRounded(context, {1.0 * left, middle - thick / 2, 1.0 * (x - left), thick}, thick / 2,
                    colours.accent);
        const double radius = px(kThumb);
        context.SetPen(context.CreatePen(wxGraphicsPenInfo{colours.panel, 2}));
        context.SetBrush(wxBrush{colours.accent});
        context.DrawEllipse(x - radius, middle - radius, 2 * radius, 2 * radius);
    }
    const double from = right + px(kThumb) + px(8);
    drawLine(context, text(), {from, 0, size.x - from, 1.0 * size.y},
             shown ? TextStyle::ControlStrong : TextStyle::Control,
             shown ? colours.ink : colours.muted);
    if (showsFocus()) {
        drawFocusRing(context,
                      {left - px(kThumb), wxRound(middle) - px(kThumb) - 1,
                       right - left + 2 * px(kThumb), 2 * px(kThumb) + 2},
                      FromDIP(dip::kRadius));
    }
}

wxSize ValueSlider::DoGetBestSize() const {
    return {px(320), tall(kHeight)};
}

void ValueSlider::tell() {
    setAccessible(*this, Role::Slider, label_ + ": " + text(),
                  wxString::FromCDouble(scale_.least) + toWx(" – ") +
                      wxString::FromCDouble(scale_.most));
}

} // namespace palpate::gui
