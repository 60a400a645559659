// SPDX-License-Identifier: MIT
#include "gui/TrendRows.h"

#include "gui/Words.h"

#include <algorithm>

namespace palpate::gui {

namespace {

// DIP.
constexpr int kRow = 34;
constexpr int kLabel = 104;
constexpr int kValue = 96;
constexpr int kDot = 3;

[[nodiscard]] wxString valueText(const TrendRows::Row& row) {
    if (row.days.empty()) {
        return {};
    }
    const wxString last = wxString::FromCDouble(row.days.back().second);
    return last + (row.unit.empty() ? wxString{} : " " + row.unit);
}

} // namespace

TrendRows::TrendRows(wxWindow* parent, const wxString& name, const wxString& label)
    : PaintedControl{parent, name, Focus::Never}, label_{label} {
    setAccessible(*this, Role::Drawing, label_);
}

void TrendRows::set(std::vector<Row> rows) {
    if (rows == rows_) {
        return;
    }
    rows_ = std::move(rows);
    bool any = false;
    wxString words;
    for (const Row& row : rows_) {
        for (const auto& [at, value] : row.days) {
            first_ = any ? std::min(first_, at) : at;
            last_ = any ? std::max(last_, at) : at;
            any = true;
        }
        words += (words.empty() ? "" : ", ") + row.label + " " + valueText(row);
    }
    setAccessible(*this, Role::Drawing, label_, words);
    sizeChanged();
}

void TrendRows::drawRow(wxGraphicsContext& context, const Row& row,
                        const wxRect2DDouble& area) const {
    const Palette& colours = palette();
    drawLine(context, row.label, {area.m_x, area.m_y, 1.0 * px(kLabel), area.m_height},
             TextStyle::Control, colours.ink);
    drawLine(context, valueText(row),
             {area.m_x + area.m_width - px(kValue), area.m_y, 1.0 * px(kValue), area.m_height},
             TextStyle::ControlStrong, colours.ink, TextAlign::Right);
    const double left = area.m_x + px(kLabel);
    const double width = std::max(1.0, area.m_width - px(kLabel) - px(kValue) - px(8));
    const double inside = area.m_height - px(14);
    const auto [least, most] =
        std::ranges::minmax_element(row.days, {}, [](const auto& day) { return day.second; });
    if (least == row.days.end()) {
        return;
    }
    const double low = least->second;
    const double range = most->second - low;
    const double time = std::max(1.0, static_cast<double>((last_ - first_).count()));
    const auto at = [&](const std::pair<Instant, double>& day) {
        const double share = static_cast<double>((day.first - first_).count()) / time;
        const double up = range > 0 ? (day.second - low) / range : 0.5;
        return wxPoint2DDouble{left + px(kDot) + share * (width - 2 * px(kDot)),
                               area.m_y + px(7) + (1 - up) * inside};
    };
    wxGraphicsPath line = context.CreatePath();
    for (std::size_t i = 0; i < row.days.size(); ++i) {
        const wxPoint2DDouble point = at(row.days[i]);
        if (i == 0) {
            line.MoveToPoint(point);
        } else {
            line.AddLineToPoint(point);
        }
    }
    context.SetPen(context.CreatePen(wxGraphicsPenInfo{colours.accentText, 1.5}));
    context.StrokePath(line);
    context.SetPen(*wxTRANSPARENT_PEN);
    context.SetBrush(wxBrush{colours.accentText});
    for (const auto& day : row.days) {
        const wxPoint2DDouble point = at(day);
        const double radius = &day == &row.days.back() ? px(kDot) : px(kDot) * 0.6;
        context.DrawEllipse(point.m_x - radius, point.m_y - radius, 2 * radius, 2 * radius);
    }
}

void TrendRows::draw(wxGraphicsContext& context, wxSize size) {
    double y = 0;
    for (const Row& row : rows_) {
        const double height = px(kRow);
        drawRow(context, row, {0, y, 1.0 * size.x, height});
        y += height;
        context.SetPen(*wxTRANSPARENT_PEN);
        context.SetBrush(wxBrush{palette().hairline});
        if (&row != &rows_.back()) {
            context.DrawRectangle(0, y - 0.5, size.x, 1);
        }
    }
}

wxSize TrendRows::DoGetBestSize() const {
    return {px(320), static_cast<int>(rows_.size()) * px(kRow)};
}

} // namespace palpate::gui
