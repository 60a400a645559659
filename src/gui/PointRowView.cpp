// SPDX-License-Identifier: MIT
#include "gui/PointRowView.h"

#include "drawing/MapMarks.h"
#include "gui/Phrases.h"
#include "gui/Settling.h"

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

/// The last space before `from` at which a line may end: what is counted stays with its number, as
/// in "× 3" and "→ 2".
[[nodiscard]] std::size_t spaceBefore(const wxString& words, std::size_t from) {
    auto cut = words.rfind(' ', from);
    while (cut != wxString::npos && cut > 0 &&
           (words[cut - 1] == wxUniChar{0xD7} || words[cut - 1] == wxUniChar{0x2192})) {
        cut = words.rfind(' ', cut - 1);
    }
    return cut;
}

/// The second line holds what is too wide for the first: how the point answered stands at the end.
template <class WidthOf>
[[nodiscard]] std::pair<wxString, wxString> inTwoLines(const wxString& words, double width,
                                                       const WidthOf& widthOf) {
    if (widthOf(words) <= width) {
        return {words, {}};
    }
    auto cut = spaceBefore(words, wxString::npos);
    while (cut != wxString::npos && cut > 0 && widthOf(words.Left(cut)) > width) {
        cut = spaceBefore(words, cut - 1);
    }
    if (cut == wxString::npos || cut == 0) {
        return {words, {}};
    }
    return {words.Left(cut), words.Mid(cut + 1)};
}

} // namespace

PointRowView::Columns PointRowView::columnsFor(int widthDip) {
    Columns columns;
    columns.muscle = 40;
    columns.tenderness = std::max(190, widthDip * 49 / 100);
    columns.treatment = columns.tenderness + 68;
    return columns;
}

PointRowView::PointRowView(wxWindow* parent, const wxString& name) : PaintedControl{parent, name} {
    SetCursor(wxCursor{wxCURSOR_HAND});
}

void PointRowView::set(const app::PointRow& row) {
    show(row, false);
}

void PointRowView::set(const app::GhostRow& ghost) {
    app::PointRow row{ghost.id};
    row.number = ghost.number;
    row.muscle = ghost.muscle;
    row.place = ghost.lastText;
    row.carried = true;
    row.toSettle = true;
    show(row, true);
}

void PointRowView::show(const app::PointRow& row, bool ghost) {
    if (row_ == row && ghost_ == ghost) {
        return;
    }
    if (!row_ || row_->id != row.id) {
        typed_.forget();
    }
    const wxSize before = DoGetBestSize();
    row_ = row;
    ghost_ = ghost;
    std::string more = row.place;
    for (const std::string& words :
         {row.tendernessText, row.settled ? fromWx(settledWord(*row.settled)) : std::string{},
          row.treatment}) {
        more += more.empty() || words.empty() ? words : ", " + words;
    }
    if (row.toSettle) {
        more += ", " + fromWx(said("to be settled: S still, B better, W worse, G gone"));
    }
    setAccessible(*this, gui::Role::ToggleButton,
                  toWx(std::to_string(row.number) + " " + row.muscle), toWx(more));
    if (row.carried) {
        SetToolTip(said("S still · B better · W worse · G gone · 0 to 9 tenderness · Enter opens"));
    } else {
        SetToolTip(said("0 to 9 tenderness · Enter opens"));
    }
    if (DoGetBestSize() != before) {
        InvalidateBestSize();
        sizeChanged();
    }
    Refresh();
}

wxString PointRowView::under() const {
    if (!row_->toSettle || ghost_ || !row_->last) {
        return toWx(row_->place);
    }
    const wxString was = said("was {1}", {std::to_string(row_->last->value())});
    return row_->place.empty() ? was : was + toWx(" · " + row_->place);
}

wxSize PointRowView::DoGetBestSize() const {
    const bool two = row_ && (!row_->place.empty() || row_->settled || row_->toSettle);
    return {px(row_ && row_->toSettle ? 180 : 300), tall(two ? 46 : 40)};
}

void PointRowView::drawSymbol(wxGraphicsContext& context, wxSize size) {
    drawing::MapMark mark;
    mark.number = row_->number;
    mark.state = row_->state;
    mark.relation = row_->relation;
    mark.ghost = ghost_;
    drawing::MarkStyle style;
    style.ground = isDark() ? drawing::Ground::Dark : drawing::Ground::Light;
    style.diameter = 4.4;
    const drawing::Picture symbol = drawing::markSymbol(mark, style);
    paint(context, symbol,
          {kPixelsPerMm,
           {FromDIP(20) - symbol.width * kPixelsPerMm / 2,
            (size.y - symbol.height * kPixelsPerMm) / 2},
           {}},
          paths_);
}

void PointRowView::drawColumns(wxGraphicsContext& context, wxSize size) {
    const Palette& p = palette();
    const auto at = [&](int dipValue) { return static_cast<double>(FromDIP(dipValue)); };
    const Columns columns = columnsFor(ToDIP(size.x));
    const double left = at(columns.muscle);
    const double height = size.y;
    const double top = (height - at(38)) / 2;
    const double gap = at(6);
    // What is to be settled has its chips at the right, outside of this window.
    const double middle = row_->toSettle ? size.x : at(columns.tenderness);
    const double right = at(columns.treatment);
    const wxString second = under();
    if (second.empty()) {
        drawLine(context, toWx(row_->muscle), {left, 0, middle - left - gap, height},
                 TextStyle::ControlStrong, p.ink);
    } else {
        drawLine(context, toWx(row_->muscle), {left, top, middle - left - gap, at(20)},
                 TextStyle::ControlStrong, p.ink);
        drawLine(context, second, {left, top + at(19), middle - left - gap, at(17)},
                 TextStyle::Tiny, p.muted);
    }
    if (row_->toSettle) {
        return;
    }
    const double line = row_->settled ? at(20) : height;
    const double first = row_->settled ? top : 0;
    auto [now, rest] = splitTenderness(*row_);
    if (!row_->tenderness && row_->settled && row_->last) {
        rest = said("was {1}", {std::to_string(row_->last->value())}); // the word says the rest
    }
    const double end = row_->treatment.empty() ? size.x - at(6) : right - gap / 2;
    double x = middle;
    if (!now.empty()) {
        drawLine(context, now, {x, first, at(30), line}, TextStyle::ControlStrong, p.ink);
        x += textSize(now, TextStyle::ControlStrong).x;
    }
    drawLine(context, rest, {x, first, end - x, line}, TextStyle::Control, p.muted);
    if (row_->settled) {
        const Settled word = *row_->settled;
        const wxColour ink = word == Settled::Worse   ? p.red.text
                             : word == Settled::Still ? p.muted
                                                      : p.good;
        drawLine(context, settledWord(word),
                 {middle, top + at(19), right - middle - gap / 2, at(17)}, TextStyle::TinyStrong,
                 ink);
    }
    const auto [done, answer] =
        inTwoLines(toWx(row_->treatment), size.x - right - at(6),
                   [this](const wxString& words) { return textSize(words, TextStyle::Control).x; });
    if (answer.empty()) {
        drawLine(context, done, {right, 0, size.x - right - at(6), height}, TextStyle::Control,
                 p.ink);
    } else {
        drawLine(context, done, {right, top, size.x - right - at(6), at(19)}, TextStyle::Control,
                 p.ink);
        drawLine(context, answer, {right, top + at(19), size.x - right - at(6), at(19)},
                 TextStyle::Control, p.ink);
    }
}

void PointRowView::draw(wxGraphicsContext& context, wxSize size) {
    if (!row_) {
        return;
    }
    const Palette& p = palette();
    if (row_->selected || isHovered()) {
        fillRounded(context, {0, 0, size.x * 1.0, size.y * 1.0}, 0,
                    row_->selected ? p.panelSoft : mixed(p.panel, p.page, 0.6));
    }
    context.SetPen(*wxTRANSPARENT_PEN);
    context.SetBrush(wxBrush{p.hairline});
    context.DrawRectangle(0, 0, size.x, 1);
    drawSymbol(context, size);
    drawColumns(context, size);
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
    if (event.HasAnyModifiers() || !row_) {
        return false;
    }
    if ((code == WXK_RETURN || code == WXK_SPACE || code == WXK_NUMPAD_ENTER) && onChoose) {
        onChoose();
        return true;
    }
    if ((code == WXK_UP || code == WXK_DOWN) && onStep) {
        onStep(code == WXK_DOWN ? 1 : -1);
        return true;
    }
    if (readOnly_) {
        return false;
    }
    if (const auto word = settledByKey(code); word && row_->carried && onSettle) {
        onSettle(*word);
        return true;
    }
    if (code == WXK_DELETE && onRemove && !ghost_) {
        onRemove();
        return true;
    }
    if (const auto score = typed_.read(event); score && onRate) {
        onRate(*score);
        return true;
    }
    return false;
}

} // namespace palpate::gui
