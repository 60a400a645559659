// SPDX-License-Identifier: MIT
#include "gui/SizeSlider.h"

#include <algorithm>
#include <cmath>

namespace palpate::gui {

namespace {

constexpr int kTrackDip = 70;
constexpr int kSmallDotDip = 2; ///< radius
constexpr int kLargeDotDip = 7;
constexpr int kDotRoomDip = 20;
constexpr int kThumbDip = 7;
constexpr double kSteps = 16; ///< arrow keys from one end to the other

} // namespace

SizeSlider::SizeSlider(wxWindow* parent, const wxString& name, const wxString& label,
                       const wxString& unit, double least, double most)
    : PaintedControl{parent, name}, label_{label}, unit_{unit}, least_{least}, most_{most},
      value_{least} {
    tell();
}

double SizeSlider::shareOf(double value) const {
    return std::log(value / least_) / std::log(most_ / least_);
}

double SizeSlider::valueAt(double share) const {
    return least_ * std::pow(most_ / least_, std::clamp(share, 0.0, 1.0));
}

wxSize SizeSlider::DoGetBestSize() const {
    const int room = 2 * FromDIP(dip::kFocusRoom);
    return {px(2 * kDotRoomDip + kTrackDip) + room, tall(dip::kRegular) + room};
}

wxRect SizeSlider::track() const {
    const wxSize size = GetClientSize();
    const int side = FromDIP(dip::kFocusRoom) + px(kDotRoomDip);
    return {side, size.y / 2, std::max(1, size.x - 2 * side), 1};
}

wxPoint SizeSlider::placeOf(double value) const {
    const wxRect line = track();
    return {line.x + wxRound(line.width * shareOf(value)), line.y};
}

void SizeSlider::setValue(double value) {
    value_ = std::clamp(value, least_, most_);
    tell();
    Refresh();
}

void SizeSlider::choose(double value) {
    const double before = value_;
    setValue(value);
    if (value_ != before && onChange) {
        onChange(value_);
    }
}

void SizeSlider::draw(wxGraphicsContext& context, wxSize size) {
    const Palette& colours = palette();
    const wxRect line = track();
    const double middle = size.y / 2.0;
    const wxColour quiet = IsEnabled() ? colours.muted : colours.faint;
    const auto dot = [&](double x, double radius, const wxColour& fill) {
        context.SetPen(*wxTRANSPARENT_PEN);
        context.SetBrush(wxBrush{fill});
        context.DrawEllipse(x - radius, middle - radius, 2 * radius, 2 * radius);
    };
    const double gap = px(kDotRoomDip) / 2.0;
    dot(line.x - gap - px(2), px(kSmallDotDip), quiet);
    dot(line.GetRight() + gap + px(2), px(kLargeDotDip), quiet);
    wxGraphicsPath wedge = context.CreatePath();
    const double tall = px(3);
    wedge.MoveToPoint(line.x, middle - 0.5);
    wedge.AddLineToPoint(line.GetRight(), middle - tall);
    wedge.AddLineToPoint(line.GetRight(), middle + tall);
    wedge.AddLineToPoint(line.x, middle + 0.5);
    wedge.CloseSubpath();
    context.SetPen(*wxTRANSPARENT_PEN);
    context.SetBrush(wxBrush{colours.edge});
    context.FillPath(wedge);
    const double x = placeOf(value_).x;
    context.PushState();
    context.Clip(line.x, 0, std::max(0.0, x - line.x), size.y);
    context.SetBrush(wxBrush{IsEnabled() ? colours.accent : colours.faint});
    context.FillPath(wedge);
    context.PopState();
    const double thumb = px(kThumbDip);
    context.SetPen(context.CreatePen(
        wxGraphicsPenInfo{IsEnabled() ? colours.accent : colours.faint, 1.0 * px(2)}));
    context.SetBrush(wxBrush{isHovered() || isPressed() ? colours.tint : colours.panel});
    context.DrawEllipse(x - thumb, middle - thumb, 2 * thumb, 2 * thumb);
    if (showsFocus()) {
        const int around = wxRound(thumb) + 1;
        drawFocusRing(context,
                      {wxRound(x) - around, wxRound(middle) - around, 2 * around, 2 * around},
                      around);
    }
}

void SizeSlider::pressed(wxPoint at) {
    const wxRect line = track();
    choose(valueAt((at.x - line.x) / static_cast<double>(line.width)));
}

void SizeSlider::pointed(wxPoint at) {
    if (isPressed() && at != wxPoint{-1, -1}) {
        pressed(at);
    }
}

bool SizeSlider::key(wxKeyEvent& event) {
    if (event.HasModifiers()) {
        return false;
    }
    const double share = shareOf(value_);
    switch (event.GetKeyCode()) {
    case WXK_LEFT:
    case WXK_DOWN:
        choose(valueAt(share - 1 / kSteps));
        return true;
    case WXK_RIGHT:
    case WXK_UP:
        choose(valueAt(share + 1 / kSteps));
        return true;
    case WXK_PAGEDOWN:
        choose(valueAt(share - 4 / kSteps));
        return true;
    case WXK_PAGEUP:
        choose(valueAt(share + 4 / kSteps));
        return true;
    case WXK_HOME:
        choose(least_);
        return true;
    case WXK_END:
        choose(most_);
        return true;
    default:
        return false;
    }
}

void SizeSlider::tell() {
    setAccessible(*this, Role::Slider,
                  label_ + ": " + wxString::Format("%d ", wxRound(value_)) + unit_,
                  wxString::Format("%d - %d ", wxRound(least_), wxRound(most_)) + unit_);
}

} // namespace palpate::gui
