// SPDX-License-Identifier: MIT
#include "gui/SegmentedControl.h"

#include <wx/brush.h>

#include <algorithm>

namespace palpate::gui {

SegmentedControl::SegmentedControl(wxWindow* parent, const wxString& name, const wxString& label,
                                   std::vector<wxString> segments, Kind kind)
    : PaintedControl{parent, name}, label_{label}, kind_{kind} {
    setSegments(std::move(segments));
}

void SegmentedControl::setSegments(std::vector<wxString> segments) {
    segments_.clear();
    for (const wxString& text : segments) {
        segments_.push_back({text, text, true});
    }
    hot_ = kNone;
    pressed_.forget();
    current_ = 0;
    selected_ = kind_ == Kind::Choice && !segments_.empty() ? 0 : kNone;
    tell();
    sizeChanged();
}

void SegmentedControl::select(int segment) {
    selected_ = segment >= 0 && segment < count() ? segment : kNone;
    current_ = std::max(0, selected_);
    tell();
    Refresh();
}

void SegmentedControl::setLeastWidth(int dip) {
    leastDip_ = dip;
    sizeChanged();
}

void SegmentedControl::enableSegment(int segment, bool enabled) {
    segments_.at(static_cast<std::size_t>(segment)).enabled = enabled;
    Refresh();
}

void SegmentedControl::describeSegment(int segment, const wxString& words) {
    segments_.at(static_cast<std::size_t>(segment)).words = words;
    tell();
}

int SegmentedControl::wantedWidth(const Segment& segment) const {
    // As wide as when chosen (bold), so that nothing moves when the choice does.
    return std::max(textSize(segment.text, TextStyle::ControlStrong).x + 2 * px(11), px(leastDip_));
}

wxSize SegmentedControl::DoGetBestSize() const {
    int width = 0;
    for (const Segment& segment : segments_) {
        width += wantedWidth(segment);
    }
    const int room = 2 * FromDIP(dip::kFocusRoom);
    return {width + room, tall(dip::kRegular) + room};
}

wxRect SegmentedControl::segmentArea(int segment) const {
    const int room = FromDIP(dip::kFocusRoom);
    const wxSize size = GetClientSize();
    const int height = std::min(tall(dip::kRegular), size.y - 2 * room);
    int x = room;
    for (int i = 0; i < count(); ++i) {
        const int width = wantedWidth(segments_[static_cast<std::size_t>(i)]);
        if (i == segment) {
            return {x, (size.y - height) / 2, width, height};
        }
        x += width;
    }
    return {};
}

wxRect SegmentedControl::pressArea(int segment) const {
    // The whole height counts: thumbs are thicker than the frame.
    const wxRect area = segmentArea(segment);
    return {area.x, 0, area.width, GetClientSize().y};
}

int SegmentedControl::segmentAt(wxPoint at) const {
    for (int i = 0; i < count(); ++i) {
        if (pressArea(i).Contains(at)) {
            return i;
        }
    }
    return kNone;
}

void SegmentedControl::draw(wxGraphicsContext& context, wxSize) {
    if (segments_.empty()) {
        return;
    }
    const Palette& colours = palette();
    const wxRect first = segmentArea(0);
    const wxRect last = segmentArea(count() - 1);
    const wxRect all{first.GetTopLeft(), last.GetBottomRight()};
    const double radius = FromDIP(dip::kRadius);
    fillRounded(context, inset(all, 0.5), radius, colours.panel, colours.edge);
    wxGraphicsPath outline = context.CreatePath();
    outline.AddRoundedRectangle(all.x, all.y, all.width, all.height, radius);
    for (int i = 0; i < count(); ++i) {
        const Segment& segment = segments_[static_cast<std::size_t>(i)];
        const wxRect area = segmentArea(i);
        const bool chosen = i == selected_;
        const bool down = pressed_.shows(i);
        const bool hot = (i == hot_ || down) && IsEnabled() && segment.enabled;
        if (chosen || hot) {
            context.PushState();
            context.Clip(area.x, area.y, area.width, area.height);
            context.SetPen(*wxTRANSPARENT_PEN);
            context.SetBrush(wxBrush{!IsEnabled() ? colours.faint
                                     : chosen     ? colours.accent
                                                  : colours.tint});
            context.FillPath(outline);
            context.PopState();
        }
        if (i > 0 && !chosen && i - 1 != selected_) {
            context.SetPen(*wxTRANSPARENT_PEN);
            context.SetBrush(wxBrush{colours.edge});
            context.DrawRectangle(area.x, area.y + 1, 1, area.height - 2);
        }
        const bool usable = IsEnabled() && segment.enabled;
        drawLine(context, segment.text, inset(area, 0),
                 chosen ? TextStyle::ControlStrong : TextStyle::Control,
                 chosen   ? colours.onAccent
                 : usable ? colours.ink
                          : colours.faint,
                 TextAlign::Centre);
    }
    if (showsFocus()) {
        drawFocusRing(context, kind_ == Kind::Buttons ? segmentArea(current_) : all, radius);
    }
}

void SegmentedControl::choose(int segment) {
    if (segment < 0 || segment >= count() ||
        !segments_[static_cast<std::size_t>(segment)].enabled) {
        return;
    }
    current_ = segment;
    const int before = selected_;
    const bool same = kind_ == Kind::Choice && segment == selected_;
    if (kind_ == Kind::Choice) {
        selected_ = segment;
    }
    tell();
    Refresh();
    if (same || !onChange) {
        return;
    }
    try {
        onChange(segment);
    } catch (...) {
        if (kind_ == Kind::Choice && selected_ == segment) { // what was not taken is not shown
            select(before);
        }
        throw;
    }
}

void SegmentedControl::step(int from, int by) {
    for (int i = from + by; i >= 0 && i < count(); i += by) {
        if (segments_[static_cast<std::size_t>(i)].enabled) {
            if (kind_ == Kind::Choice) {
                choose(i);
            } else {
                current_ = i;
                tell();
                Refresh();
            }
            return;
        }
    }
}

void SegmentedControl::pressed(wxPoint at) {
    pressed_.forget();
    if (const int segment = segmentAt(at); segment != kNone) {
        pressed_.press(*this, segment, pressArea(segment));
    }
}

void SegmentedControl::released(wxPoint at) {
    const std::optional<int> part = pressed_.part();
    if (part && pressed_.release(*this, at, pressArea(*part)) && IsEnabled()) {
        choose(*part);
    }
}

void SegmentedControl::pointed(wxPoint at) {
    const int now = segmentAt(at);
    const std::optional<int> part = pressed_.part();
    const bool looksOther = part && pressed_.point(*this, at, pressArea(*part));
    if (now != hot_ || looksOther) {
        hot_ = now;
        Refresh();
    }
}

bool SegmentedControl::key(wxKeyEvent& event) {
    if (event.HasModifiers()) {
        return false;
    }
    switch (event.GetKeyCode()) {
    case WXK_LEFT:
    case WXK_UP:
        step(kind_ == Kind::Choice && selected_ == kNone ? 1 : current_, -1);
        return true;
    case WXK_RIGHT:
    case WXK_DOWN:
        step(kind_ == Kind::Choice && selected_ == kNone ? -1 : current_, 1);
        return true;
    case WXK_HOME:
        step(-1, 1);
        return true;
    case WXK_END:
        step(count(), -1);
        return true;
    case WXK_SPACE:
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
        choose(current_);
        return true;
    default:
        return false;
    }
}

void SegmentedControl::focusChanged() {
    tell();
}

void SegmentedControl::tell() {
    const int said = kind_ == Kind::Choice ? selected_ : current_;
    wxString all;
    for (const Segment& segment : segments_) {
        all += (all.empty() ? "" : ", ") + segment.words;
    }
    const wxString now = said == kNone || said >= count()
                             ? wxString{}
                             : segments_[static_cast<std::size_t>(said)].words;
    setAccessible(*this, kind_ == Kind::Choice ? Role::RadioGroup : Role::Button,
                  now.empty() ? label_ : label_ + ": " + now, all);
}

} // namespace palpate::gui
