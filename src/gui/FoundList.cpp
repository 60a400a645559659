// SPDX-License-Identifier: MIT
#include "gui/FoundList.h"

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr int kRowDip = 36;
constexpr int kEdgeDip = 5; ///< above the first row and below the last
constexpr int kIconDip = 16;
constexpr std::size_t kRowsANotch = 3;

} // namespace

FoundList::FoundList(wxWindow* parent, const wxString& name)
    : PaintedControl{parent, name, Focus::Never} {
    Bind(wxEVT_MOUSEWHEEL, [this](wxMouseEvent& event) {
        turned_ += event.GetWheelRotation();
        const int notches = turned_ / std::max(1, event.GetWheelDelta());
        turned_ -= notches * event.GetWheelDelta();
        const std::size_t by = kRowsANotch * static_cast<std::size_t>(std::abs(notches));
        scrollTo(notches > 0 ? first_ - std::min(first_, by) : first_ + by);
    });
}

void FoundList::show(std::vector<FoundRow> rows, std::optional<std::size_t> current) {
    rows_ = std::move(rows);
    hot_.reset();
    first_ = 0;
    setCurrent(current);
}

void FoundList::setCurrent(std::optional<std::size_t> current) {
    current_ = current && *current < rows_.size() ? current : std::nullopt;
    if (current_ && *current_ < first_) {
        scrollTo(*current_);
    } else if (current_ && *current_ >= first_ + rowsInSight()) {
        scrollTo(*current_ + 1 - rowsInSight());
    }
    Refresh();
}

void FoundList::step(int by) {
    const int count = static_cast<int>(rows_.size());
    const int from = current_ ? static_cast<int>(*current_) : by > 0 ? -1 : count;
    const int to = from + by;
    setCurrent(to < 0 || to >= count ? std::nullopt : std::optional{static_cast<std::size_t>(to)});
}

wxString FoundList::spoken() const {
    if (!current_) {
        return {};
    }
    const FoundRow& row = rows_[*current_];
    wxString words = row.kind.empty() ? row.title : row.kind + ": " + row.title;
    if (!row.detail.empty()) {
        words += ", " + row.detail;
    }
    return words;
}

int FoundList::rowHeight() const {
    return tall(kRowDip);
}

wxRect FoundList::area(std::size_t row) const {
    const int above = (static_cast<int>(row) - static_cast<int>(first_)) * rowHeight();
    return {0, px(kEdgeDip) + above, GetClientSize().x, rowHeight()};
}

int FoundList::wantedHeight(int most) const {
    const int around = 2 * px(kEdgeDip);
    const int fitting = std::max(1, (most - around) / rowHeight());
    return rows_.empty() ? 0
                         : around + std::min(fitting, static_cast<int>(rows_.size())) * rowHeight();
}

std::size_t FoundList::rowsInSight() const {
    return static_cast<std::size_t>(
        std::max(1, (GetClientSize().y - 2 * px(kEdgeDip)) / rowHeight()));
}

void FoundList::scrollTo(std::size_t first) {
    const std::size_t last = rows_.size() - std::min(rows_.size(), rowsInSight());
    first_ = std::min(first, last);
    Refresh();
}

void FoundList::draw(wxGraphicsContext& context, wxSize) {
    for (std::size_t i = first_; i < std::min(rows_.size(), first_ + rowsInSight()); ++i) {
        drawRow(context, i);
    }
}

void FoundList::drawRow(wxGraphicsContext& context, std::size_t index) const {
    const Palette& colours = palette();
    const FoundRow& row = rows_[index];
    const wxRect place = area(index);
    const bool chosen = current_ == index;
    if (row.newGroup && index > 0) {
        context.SetPen(*wxTRANSPARENT_PEN);
        context.SetBrush(wxBrush{colours.hairline});
        context.DrawRectangle(px(12), place.y, place.width - 2 * px(12), 1);
    }
    if (chosen || hot_ == index) {
        fillRounded(context, inset(wxRect{place}.Deflate(px(6), 1), 0), FromDIP(dip::kRadius),
                    chosen ? colours.tint : colours.panelSoft,
                    chosen && isHighContrast() ? colours.ink : wxNullColour);
    }
    double x = px(16);
    const double y = place.y;
    const double height = place.height;
    if (row.icon) {
        const double side = px(kIconDip);
        drawIcon(context, *row.icon, x, y + (height - side) / 2, side,
                 chosen ? colours.accentText : colours.muted);
        x += side + px(11);
    }
    double right = place.width - px(16);
    if (!row.kind.empty()) {
        const double width = textSize(row.kind, TextStyle::Tiny).x + 2;
        drawLine(context, row.kind, {right - width, y, width, height}, TextStyle::Tiny,
                 colours.muted, TextAlign::Right);
        right -= width + px(14);
    }
    const double wide = std::min(
        markedWidth(context, row.title, row.marks, TextStyle::Body, TextStyle::BodyStrong) + 2,
        right - x);
    drawMarked(context, row.title, row.marks, {x, y, wide, height}, TextStyle::Body,
               TextStyle::BodyStrong, colours.ink, colours.ink);
    x += wide + px(11);
    if (!row.detail.empty() && right - x > px(40)) {
        drawLine(context, row.detail, {x, y, right - x, height}, TextStyle::Small, colours.muted);
    }
}

void FoundList::pointed(wxPoint at) {
    const auto now = rowAt(at);
    if (now != hot_) {
        hot_ = now;
        SetCursor(wxCursor{hot_ ? wxCURSOR_HAND : wxCURSOR_ARROW});
        Refresh();
    }
}

void FoundList::released(wxPoint at) {
    const auto row = rowAt(at);
    if (row && onPick) {
        onPick(*row);
    }
}

std::optional<std::size_t> FoundList::rowAt(wxPoint at) const {
    for (std::size_t i = first_; i < std::min(rows_.size(), first_ + rowsInSight()); ++i) {
        if (area(i).Contains(at)) {
            return i;
        }
    }
    return std::nullopt;
}

} // namespace palpate::gui
