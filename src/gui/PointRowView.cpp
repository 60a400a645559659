// SPDX-License-Identifier: MIT
#include "gui/PointRowView.h"

#include "drawing/MapMarks.h"
#include "gui/Phrases.h"

namespace palpate::gui {

namespace {

/// Where "6" ends and " was 7" begins: the value of today is bold, the rest is grey.
[[nodiscard]] std::pair<wxString, wxString> splitTenderness(const app::PointRow& row) {
    const wxString all = toWx(row.tendernessText);
    if (!row.tenderness) {
        return {wxString{}, all};
    }
    const wxString now = wxString::Format("%d", row.tenderness->value());
    return all.StartsWith(now) ? std::pair{now, all.Mid(now.length())} : std::pair{wxString{}, all};
}

} // namespace

PointRowView::Columns PointRowView::columnsFor(int widthDip) {
    Columns columns;
    columns.muscle = 44;
    columns.tenderness = std::max(190, widthDip * 48 / 100);
    columns.treatment = columns.tenderness + 74;
    return columns;
}

PointRowView::PointRowView(wxWindow* parent, const wxString& name) : PaintedControl{parent, name} {
    SetCursor(wxCursor{wxCURSOR_HAND});
}

void PointRowView::set(const app::PointRow& row) {
    if (row_ == row) {
        return;
    }
    const wxSize before = DoGetBestSize();
    row_ = row;
    setAccessible(*this, gui::Role::ToggleButton,
                  toWx(std::to_string(row.number) + " " + row.muscle),
                  toWx(row.place + ", " + row.tendernessText + ", " + row.treatment));
    if (DoGetBestSize() != before) {
        InvalidateBestSize();
        sizeChanged();
    }
    Refresh();
}

wxSize PointRowView::DoGetBestSize() const {
    return FromDIP(wxSize{300, row_ && !row_->place.empty() ? 46 : 40});
}

void PointRowView::draw(wxGraphicsContext& context, wxSize size) {
    if (!row_) {
        return;
    }
    const Palette& p = palette();
    const auto at = [&](int dipValue) { return static_cast<double>(FromDIP(dipValue)); };
    if (row_->selected || isHovered()) {
        fillRounded(context, {0, 0, size.x * 1.0, size.y * 1.0}, 0,
                    row_->selected ? p.panelSoft : mixed(p.panel, p.page, 0.6));
    }
    context.SetPen(*wxTRANSPARENT_PEN);
    context.SetBrush(wxBrush{p.hairline});
    context.DrawRectangle(0, 0, size.x, 1);

    drawing::MapMark mark;
    mark.number = row_->number;
    mark.state = row_->state;
    mark.relation = row_->relation;
    drawing::MarkStyle style;
    style.ground = isDark() ? drawing::Ground::Dark : drawing::Ground::Light;
    style.diameter = 4.4;
    const drawing::Picture symbol = drawing::markSymbol(mark, style);
    paint(context, symbol,
          {kPixelsPerMm,
           {at(20) - symbol.width * kPixelsPerMm / 2, (size.y - symbol.height * kPixelsPerMm) / 2},
           {}},
          paths_);

    const Columns columns = columnsFor(ToDIP(size.x));
    const double left = at(columns.muscle);
    const double middle = at(columns.tenderness);
    const double right = at(columns.treatment);
    const double height = size.y;
    const double gap = at(8);
    if (row_->place.empty()) {
        drawLine(context, toWx(row_->muscle), {left, 0, middle - left - gap, height},
                 TextStyle::ControlStrong, p.ink);
    } else {
        drawLine(context, toWx(row_->muscle), {left, at(5), middle - left - gap, at(20)},
                 TextStyle::ControlStrong, p.ink);
        drawLine(context, toWx(row_->place), {left, at(23), middle - left - gap, at(17)},
                 TextStyle::Tiny, p.muted);
    }
    const auto [now, rest] = splitTenderness(*row_);
    double x = middle;
    if (!now.empty()) {
        drawLine(context, now, {x, 0, at(30), height}, TextStyle::ControlStrong, p.ink);
        x += textSize(now, TextStyle::ControlStrong).x;
    }
    drawLine(context, rest, {x, 0, right - x - gap / 2, height}, TextStyle::Control, p.muted);
    drawLine(context, toWx(row_->treatment), {right, 0, size.x - right - at(6), height},
             TextStyle::Control, p.ink);
    if (showsFocus()) {
        drawFocusRing(context, wxRect{size}.Deflate(FromDIP(2)), FromDIP(dip::kRadius));
    }
}

void PointRowView::released(wxPoint at) {
    if (wxRect{GetClientSize()}.Contains(at) && onChoose) {
        onChoose();
    }
}

bool PointRowView::key(wxKeyEvent& event) {
    const int code = event.GetKeyCode();
    if ((code == WXK_RETURN || code == WXK_SPACE || code == WXK_NUMPAD_ENTER) && onChoose) {
        onChoose();
        return true;
    }
    return false;
}

} // namespace palpate::gui
