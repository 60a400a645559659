// SPDX-License-Identifier: MIT
#include "gui/ScoreStrip.h"

#include "domain/Message.h"
#include "gui/LargeControls.h"
#include "gui/Words.h"

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr auto kTenWithin = std::chrono::milliseconds{800}; ///< from the 1 to the 0 of a typed 10

constexpr int kLabelAbove = 20; ///< DIP; the label's line where the boxes need the whole width
constexpr int kBetweenRows = 4; ///< DIP
/// Up to this size of the desktop's text a whole row has its room everywhere.
constexpr double kUsualText = 1.3;

struct Measures {
    int box; ///< width
    int height;
    int pitch; ///< from box to box
};
[[nodiscard]] Measures measuresOf(ScoreStrip::Size size) {
    if (hasLargeControls()) {
        return {36, dip::kTouch, 38};
    }
    return size == ScoreStrip::Size::Regular ? Measures{27, dip::kCompact, 30}
                                             : Measures{19, 25, 22};
}

} // namespace

ScoreStrip::ScoreStrip(wxWindow* parent, const wxString& name, const wxString& label, Size size)
    : PaintedControl{parent, name}, label_{label}, size_{size} {
    tell();
    Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        if (cursor_) {
            cursor_.reset();
            tell();
        }
        event.Skip();
    });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        isLaidOut_ = true;
        ask();
        event.Skip();
    });
}

void ScoreStrip::setValue(std::optional<int> value) {
    if (value != value_) {
        value_ = value;
        cursor_.reset();
        tell();
        Refresh();
    }
}

void ScoreStrip::setLastTime(std::optional<int> value) {
    if (value != lastTime_) {
        lastTime_ = value;
        tell();
        Refresh();
    }
}

void ScoreStrip::hideLabel() {
    labelHidden_ = true;
    sizeChanged();
}

void ScoreStrip::setMost(int most) {
    most_ = std::clamp(most, 1, 10);
    pressed_.forget();
    tell();
    sizeChanged();
}

void ScoreStrip::setLabelWidth(int width) {
    labelWidth_ = width;
    sizeChanged();
}

int ScoreStrip::labelWidth() const {
    return !paintsLabel()    ? 0
           : labelWidth_ > 0 ? px(labelWidth_)
                             : textSize(label_, TextStyle::Control).x + px(dip::kGap);
}

int ScoreStrip::boxesWidth(int boxes) const {
    const Measures m = measuresOf(size_);
    return px(m.pitch) * (boxes - 1) + px(m.box);
}

ScoreStrip::Rows ScoreStrip::rowsIn(int width) const {
    const int inside = width - 2 * FromDIP(dip::kFocusRoom);
    const int all = most_ + 1;
    Rows rows;
    rows.inRow = all;
    rows.height = px(measuresOf(size_).height);
    rows.gap = px(kBetweenRows);
    if (!hasLargeControls() && labelWidth() + boxesWidth(all) <= inside) {
        rows.labelBeside = labelWidth();
        return rows;
    }
    rows.labelAbove = paintsLabel() ? px(kLabelAbove) : 0;
    if (boxesWidth(all) > inside) {
        rows.count = 2;
        rows.inRow = (all + 1) / 2;
    }
    return rows;
}

int ScoreStrip::leastWidth() const {
    // Where the text is large the whole row is not to be had everywhere.
    const int all = most_ + 1;
    const int boxes = textScale() > kUsualText ? boxesWidth((all + 1) / 2) : boxesWidth(all);
    const int beside = hasLargeControls() || textScale() > kUsualText ? 0 : labelWidth();
    return beside + boxes + 2 * FromDIP(dip::kFocusRoom);
}

wxSize ScoreStrip::DoGetBestSize() const {
    const int least = leastWidth();
    // As high as the width that it was given asks for, where that can hold two rows.
    const int halfRow = boxesWidth(most_ / 2 + 1) + 2 * FromDIP(dip::kFocusRoom);
    const int given = GetClientSize().x;
    const Rows rows = rowsIn(isLaidOut_ && given >= halfRow ? given : std::max(least, given));
    return {least, rows.labelAbove + rows.count * rows.height + (rows.count - 1) * rows.gap +
                       2 * FromDIP(dip::kFocusRoom)};
}

void ScoreStrip::ask() {
    const wxSize asks{GetClientSize().x, DoGetBestSize().y};
    if (asks.y == GetClientSize().y) {
        asked_ = {};
    } else if (asks != asked_) { // once: who has no room to give is not asked for ever
        asked_ = asks;
        sizeChanged();
    }
}

wxRect ScoreStrip::boxArea(int score) const {
    const Measures m = measuresOf(size_);
    const wxSize size = GetClientSize();
    const Rows rows = rowsIn(size.x);
    const int row = score / rows.inRow;
    const int all = rows.count * rows.height + (rows.count - 1) * rows.gap;
    return {FromDIP(dip::kFocusRoom) + rows.labelBeside + px(m.pitch) * (score % rows.inRow),
            rows.labelAbove + (size.y - rows.labelAbove - all) / 2 + row * (rows.height + rows.gap),
            px(m.box), rows.height};
}

wxRect ScoreStrip::pressArea(int score) const {
    // The gap belongs to the boxes beside it: no pointer falls between two scores. The whole height
    // counts: thumbs are thicker than the frame.
    const Measures m = measuresOf(size_);
    const int gap = px(m.pitch) - px(m.box);
    wxRect area = boxArea(score);
    area.x -= gap / 2;
    area.width += gap;
    const Rows rows = rowsIn(GetClientSize().x);
    const int row = score / rows.inRow;
    const int top = row == 0 ? 0 : area.y - rows.gap / 2;
    const int bottom =
        row == rows.count - 1 ? GetClientSize().y : area.y + area.height + rows.gap - rows.gap / 2;
    return {area.x, top, area.width, bottom - top};
}

std::optional<int> ScoreStrip::scoreAt(wxPoint at) const {
    for (int score = 0; score <= most_; ++score) {
        if (pressArea(score).Contains(at)) {
            return score;
        }
    }
    return {};
}

void ScoreStrip::draw(wxGraphicsContext& context, wxSize size) {
    const Palette& colours = palette();
    const int left = FromDIP(dip::kFocusRoom);
    if (paintsLabel()) {
        const Rows rows = rowsIn(size.x);
        drawLine(
            context, label_,
            rows.labelAbove > 0
                ? wxRect2DDouble{1.0 * left, 0.0, 1.0 * (size.x - left), 1.0 * rows.labelAbove}
                : wxRect2DDouble{1.0 * left, 0.0, 1.0 * (rows.labelBeside - px(4)), 1.0 * size.y},
            TextStyle::Control, colours.ink);
    }
    const double radius = FromDIP(5);
    for (int score = 0; score <= most_; ++score) {
        const wxRect area = boxArea(score);
        const bool chosen = value_ == score;
        const bool down = pressed_.shows(score);
        const wxColour fill = chosen ? (IsEnabled() ? colours.danger : colours.faint)
                              : (down || hot_ == score) && IsEnabled() ? colours.tint
                                                                       : colours.panel;
        const bool dashed = lastTime_ == score;
        if (dashed && !chosen) {
            wxDash dashes[] = {3, 2};
            wxGraphicsPenInfo pen{colours.danger, 1.4, wxPENSTYLE_USER_DASH};
            pen.Dashes(2, dashes).Cap(wxCAP_BUTT);
            context.SetPen(context.CreatePen(pen));
            context.SetBrush(wxBrush{fill});
            const wxRect2DDouble box = inset(area, 0.7);
            context.DrawRoundedRectangle(box.m_x, box.m_y, box.m_width, box.m_height, radius);
        } else {
            fillRounded(context, inset(area, 0.5), radius, fill,
                        down     ? colours.accent
                        : chosen ? fill
                                 : colours.edge,
                        down ? 2 : 1);
        }
        if (dashed && chosen) { // unchanged since last time: the dashes lie inside the filled box
            wxDash dashes[] = {2, 2};
            wxGraphicsPenInfo pen{colours.onAccent, 1, wxPENSTYLE_USER_DASH};
            pen.Dashes(2, dashes).Cap(wxCAP_BUTT);
            context.SetPen(context.CreatePen(pen));
            context.SetBrush(*wxTRANSPARENT_BRUSH);
            const wxRect2DDouble box = inset(area, 2.5);
            context.DrawRoundedRectangle(box.m_x, box.m_y, box.m_width, box.m_height, radius - 2);
        }
        const bool compact = size_ == Size::Compact && !hasLargeControls();
        drawLine(context, wxString::Format("%d", score), inset(area, 0),
                 compact ? (chosen ? TextStyle::TinyStrong : TextStyle::Tiny)
                         : (chosen ? TextStyle::ControlStrong : TextStyle::Control),
                 chosen        ? colours.onAccent
                 : IsEnabled() ? colours.ink
                               : colours.faint,
                 TextAlign::Centre);
    }
    if (showsFocus()) {
        drawFocusRing(
            context,
            value_    ? boxArea(*value_)
            : cursor_ ? boxArea(*cursor_)
                      : boxArea(0).Union(boxArea(rowsIn(size.x).inRow - 1)).Union(boxArea(most_)),
            radius);
    }
}

void ScoreStrip::choose(std::optional<int> value) {
    if (value == value_) {
        return;
    }
    const std::optional<int> before = value_;
    setValue(value);
    if (!onChange) {
        return;
    }
    try {
        onChange(value);
    } catch (...) {
        if (value_ == value) {
            setValue(before);
        }
        throw;
    }
}

void ScoreStrip::pressed(wxPoint at) {
    pressed_.forget();
    if (const std::optional<int> score = scoreAt(at)) {
        pressed_.press(*this, *score, pressArea(*score));
    }
}

void ScoreStrip::released(wxPoint at) {
    const std::optional<int> part = pressed_.part();
    if (part && pressed_.release(*this, at, pressArea(*part)) && IsEnabled()) {
        choose(part == value_ ? std::nullopt : part);
    }
}

void ScoreStrip::pointed(wxPoint at) {
    const std::optional<int> now = scoreAt(at);
    const std::optional<int> part = pressed_.part();
    const bool looksOther = part && pressed_.point(*this, at, pressArea(*part));
    if (now != hot_ || looksOther) {
        hot_ = now;
        Refresh();
    }
}

bool ScoreStrip::key(wxKeyEvent& event) {
    if (event.HasModifiers()) {
        return false;
    }
    const int code = event.GetKeyCode();
    const auto now = std::chrono::steady_clock::now();
    const bool digit = (code >= '0' && code <= '9') || (code >= WXK_NUMPAD0 && code <= WXK_NUMPAD9);
    if (digit) {
        const int typed = code >= WXK_NUMPAD0 ? code - WXK_NUMPAD0 : code - '0';
        const bool ten = typed == 0 && value_ == 1 && now - oneTyped_ < kTenWithin;
        oneTyped_ = typed == 1 ? now : std::chrono::steady_clock::time_point{};
        if ((ten ? 10 : typed) <= most_) {
            choose(ten ? 10 : typed);
        }
        return true;
    }
    switch (code) {
    case 'X':
        choose(most_);
        return true;
    case WXK_BACK:
    case WXK_DELETE:
        choose(std::nullopt);
        return true;
    case WXK_LEFT:
    case WXK_RIGHT:
        step(code == WXK_LEFT ? -1 : 1);
        return true;
    case WXK_SPACE:
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
        if (!cursor_ || value_) {
            return false;
        }
        choose(*cursor_);
        return true;
    case WXK_ESCAPE:
        if (!cursor_) {
            return false;
        }
        cursor_.reset();
        tell();
        Refresh();
        return true;
    default:
        return false;
    }
}

void ScoreStrip::step(int by) {
    if (value_) {
        choose(std::clamp(*value_ + by, 0, most_));
        return;
    }
    // Who only passes by scores nothing: what has no answer gets one by Space, Enter or a digit.
    cursor_ =
        cursor_ ? std::clamp(*cursor_ + by, 0, most_) : std::min(lastTime_.value_or(0), most_);
    tell();
    Refresh();
}

void ScoreStrip::tell() {
    const Message now =
        value_ ? Message{tr("{1} of {2}"), {std::to_string(*value_), std::to_string(most_)}}
               : Message{tr("not assessed"), {}};
    const Message before =
        lastTime_ ? Message{tr("last time {1}"), {std::to_string(*lastTime_)}} : Message{};
    wxString more = lastTime_ ? toWx(shown(before)) : wxString{};
    if (cursor_) {
        more = toWx(shown({tr("at {1}, Space enters it"), {std::to_string(*cursor_)}})) +
               (more.empty() ? wxString{} : ", " + more);
    }
    setAccessible(*this, Role::Slider,
                  (label_.empty() ? GetName() : label_) + ": " + toWx(shown(now)), more);
}

} // namespace palpate::gui
