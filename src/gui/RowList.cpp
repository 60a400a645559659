// SPDX-License-Identifier: MIT
#include "gui/RowList.h"

#include "gui/Accessible.h"
#include "gui/Guarded.h"
#include "gui/LargeControls.h"
#include "gui/PaintedControl.h"
#include "gui/Privacy.h"

#include <wx/dcclient.h>
#include <wx/graphics.h>

#include <algorithm>
#include <memory>

namespace palpate::gui {

namespace {

constexpr int kTitleHeight = 22;
constexpr int kLineHeight = 18;
constexpr int kRowPad = 11;
constexpr int kTightPad = 8; ///< of rows that are one line only
constexpr int kDotsWidth = 44;

} // namespace

RowList::RowList(wxWindow* parent, const wxString& name, const wxString& label, int lines)
    : PaintedRows{parent, name, label}, label_{label}, lines_{lines} {
    Bind(wxEVT_KEY_DOWN, &RowList::onKey, this);
    for (const auto& type :
         {wxEVT_LEFT_DOWN, wxEVT_LEFT_UP, wxEVT_RIGHT_UP, wxEVT_MOTION, wxEVT_LEAVE_WINDOW}) {
        Bind(type, &RowList::onMouse, this);
    }
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        CallAfter([this] { lookForEnd(); });
        event.Skip();
    });
    for (const auto& type :
         {wxEVT_SCROLLWIN_LINEDOWN, wxEVT_SCROLLWIN_PAGEDOWN, wxEVT_SCROLLWIN_BOTTOM,
          wxEVT_SCROLLWIN_THUMBTRACK, wxEVT_SCROLLWIN_THUMBRELEASE}) {
        Bind(type, [this](wxScrollWinEvent& event) {
            CallAfter([this] { lookForEnd(); });
            event.Skip();
        });
    }
    Bind(wxEVT_MOUSEWHEEL, [this](wxMouseEvent& event) {
        CallAfter([this] { lookForEnd(); });
        event.Skip();
    });
    Bind(EVT_CONTROL_HEIGHT, [this](wxCommandEvent&) {
        SetVirtualSize(-1, count() * rowHeight());
        if (grown_ > 0) {
            SetMinSize({-1, std::clamp(count(), 1, grown_) * rowHeight()});
        }
        Refresh();
    });
}

int RowList::padDip() const {
    return lines_ == 0 ? kTightPad : kRowPad;
}

int RowList::rowHeight() const {
    return FromDIP(touchable(2 * padDip() + kTitleHeight + lines_ * kLineHeight));
}

void RowList::setLines(int lines) {
    lines_ = lines;
}

void RowList::setRows(std::vector<ListRow> rows) {
    if (rows == rows_) {
        return;
    }
    rows_ = std::move(rows);
    if (current_ >= count()) {
        current_ = count() - 1;
    }
    askedAt_ = kNone;
    SetCanFocus(!rows_.empty());
    SetVirtualSize(-1, count() * rowHeight());
    Refresh();
    tell();
    CallAfter([this] { lookForEnd(); });
}

void RowList::lookForEnd() {
    if (!onNearEnd || rows_.empty() || askedAt_ == count() || !IsShownOnScreen()) {
        return;
    }
    const wxSize size = GetClientSize();
    if (rowArea(count() - 1).y < 2 * size.y) {
        askedAt_ = count();
        guarded([this] { onNearEnd(); });
    }
}

void RowList::growTo(int rows) {
    grown_ = rows;
    const int height = std::clamp(count(), 1, rows) * rowHeight();
    if (GetMinSize().y != height) {
        SetMinSize({-1, height});
        relayoutAround(*this);
    }
}

wxRect RowList::dotsArea(int row) const {
    if (!onMenu) {
        return {};
    }
    const wxRect area = rowArea(row);
    const int width = FromDIP(kDotsWidth);
    return {area.GetRight() - width + 1, area.y, width, area.height};
}

void RowList::setCurrent(int row) {
    current_ = count() == 0 ? kNone : std::clamp(row, kNone, count() - 1);
    if (current_ != kNone) {
        scrollTo(current_);
    }
    Refresh();
    tell();
    lookForEnd();
}

void RowList::tell() {
    wxString here;
    if (current_ != kNone) {
        const ListRow& at = row(current_);
        here = at.title + " " + at.aside + " " + at.right + " " + at.badge;
        for (const wxString& line : at.lines) {
            here += ", " + line;
        }
    }
    setAccessible(*this, label_, here);
}

void RowList::paintRow(wxGraphicsContext& context, int index) {
    const ListRow& row = this->row(index);
    const wxRect area = rowArea(index);
    const Palette& p = palette();
    const bool isCurrent = index == current_;
    context.SetPen(*wxTRANSPARENT_PEN);
    if (isCurrent || row.marked || index == hot_) {
        context.SetBrush(wxBrush{isCurrent || row.marked
                                     ? mixed(p.tint, p.panel, isCurrent ? 0.0 : 0.45)
                                     : mixed(p.panel, p.page, 0.7)});
        context.DrawRectangle(area.x, area.y, area.width, area.height);
    }
    if (isCurrent) {
        context.SetBrush(wxBrush{p.accent});
        context.DrawRectangle(area.x, area.y, FromDIP(3), area.height);
    }
    context.SetBrush(wxBrush{p.hairline});
    context.DrawRectangle(area.x, area.GetBottom(), area.width, 1);

    const double left = area.x + FromDIP(18);
    double right = onMenu ? area.GetRight() - FromDIP(kDotsWidth) : area.GetRight() - FromDIP(16);
    const double textRight = right;
    if (onMenu) {
        const wxRect dots = dotsArea(index);
        drawLine(context, wxString::FromUTF8("⋯"),
                 {1.0 * dots.x, 1.0 * dots.y, 1.0 * dots.width, 1.0 * dots.height},
                 TextStyle::Heading, index == hot_ || isCurrent ? p.ink : p.muted,
                 TextAlign::Centre);
    }
    const int natural = FromDIP(2 * padDip() + kTitleHeight + lines_ * kLineHeight);
    double y = area.y + FromDIP(padDip()) + (rowHeight() - natural) / 2.0;
    const double titleHeight = FromDIP(kTitleHeight);
    const auto widthOf = [&](const wxString& text, TextStyle style) {
        wxClientDC measure{
            const_cast<RowList*>(this)}; // wx measures only on a window it may change
        measure.SetFont(font(style));
        return static_cast<double>(measure.GetTextExtent(onScreen(text)).x);
    };
    if (!row.badge.empty()) {
        const double width = widthOf(row.badge, TextStyle::TinyStrong) + FromDIP(16);
        const wxRect2DDouble chip{right - width, y + FromDIP(1), width, FromDIP(20) * 1.0};
        const Palette::Chip& tone = Badge::coloursOf(row.tone);
        fillRounded(context, chip, FromDIP(5), tone.ground, tone.edge);
        drawLine(context, row.badge, chip, TextStyle::TinyStrong, tone.text, TextAlign::Centre);
        right -= width + FromDIP(12);
    }
    if (!row.right.empty()) {
        const double width = widthOf(row.right, TextStyle::Small) + 2;
        drawLine(context, row.right, {right - width, y, width, titleHeight}, TextStyle::Small,
                 p.muted, TextAlign::Right);
        right -= width + FromDIP(12);
    }
    const double titleWidth = std::min(widthOf(row.title, TextStyle::BodyStrong) + 2, right - left);
    drawLine(context, row.title, {left, y, titleWidth, titleHeight}, TextStyle::BodyStrong, p.ink);
    const double asideLeft = left + titleWidth + FromDIP(10);
    if (!row.aside.empty() && right - asideLeft > FromDIP(30)) {
        drawLine(context, row.aside, {asideLeft, y, right - asideLeft, titleHeight},
                 TextStyle::Small, p.muted);
    }
    y += titleHeight;
    for (std::size_t i = 0; i < row.lines.size(); ++i) {
        const bool isLast = i + 1 == row.lines.size();
        drawMarked(context, row.lines[i], isLast ? row.marks : std::vector<TextMark>{},
                   {left, y, textRight - left, FromDIP(kLineHeight) * 1.0}, TextStyle::Small,
                   TextStyle::SmallStrong, i == 0 ? p.ink : p.muted, p.ink);
        y += FromDIP(kLineHeight);
    }
    if (isCurrent && isRinged()) {
        drawFocusRing(context, wxRect{area}.Deflate(FromDIP(3)), FromDIP(dip::kRadius));
    }
}

void RowList::onMouse(wxMouseEvent& event) {
    event.Skip();
    const int at = event.Leaving() ? kNone : rowAt(event.GetPosition());
    if (at != hot_) {
        hot_ = at;
        SetCursor(wxCursor{hot_ == kNone ? wxCURSOR_ARROW : wxCURSOR_HAND});
        Refresh();
    }
    if (event.LeftDown() && at != kNone) {
        setCurrent(at);
    }
    if (event.RightUp() && at != kNone && onMenu) {
        setCurrent(at);
        askMenu(at, event.GetPosition());
    }
    if (event.LeftUp() && at != kNone && at == current_) {
        if (dotsArea(at).Contains(event.GetPosition())) {
            askMenu(at, event.GetPosition());
        } else if (onOpen) {
            onOpen(at);
        }
    }
}

void RowList::askMenu(int row, wxPoint at) {
    // A menu has its own event loop, which the handling of a click must not stand around.
    CallAfter([this, row, at] {
        if (row < count() && onMenu) {
            guarded([&] { onMenu(row, at); });
        }
    });
}

void RowList::onKey(wxKeyEvent& event) {
    const int page = std::max(1, GetClientSize().y / rowHeight() - 1);
    switch (event.GetKeyCode()) {
    case WXK_DOWN:
        return setCurrent(current_ + 1);
    case WXK_UP:
        return setCurrent(std::max(0, current_ - 1));
    case WXK_PAGEDOWN:
        return setCurrent(current_ + page);
    case WXK_PAGEUP:
        return setCurrent(std::max(0, current_ - page));
    case WXK_HOME:
        return setCurrent(0);
    case WXK_END:
        return setCurrent(count() - 1);
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
    case WXK_SPACE:
        if (current_ != kNone && onOpen) {
            onOpen(current_);
        }
        return;
    case WXK_WINDOWS_MENU:
    case WXK_MENU:
    case WXK_F10:
        if (current_ != kNone && onMenu && (event.GetKeyCode() != WXK_F10 || event.ShiftDown())) {
            const wxRect dots = dotsArea(current_);
            askMenu(current_, {dots.x, dots.GetBottom()});
            return;
        }
        event.Skip();
        return;
    default:
        if (!leaveBy(event)) {
            event.Skip();
        }
    }
}

} // namespace palpate::gui
