// SPDX-License-Identifier: MIT
#include "gui/MeasureRowView.h"

#include "gui/Phrases.h"

#include <algorithm>

namespace palpate::gui {

namespace {

constexpr int kLineDip = 34;
constexpr int kSecondDip = 17; ///< height of the grey line below

} // namespace

MeasureRowView::MeasureRowView(wxWindow* parent, const wxString& name)
    : PaintedControl{parent, name} {
    SetCursor(wxCursor{wxCURSOR_HAND});
}

void MeasureRowView::set(const MeasureLine& line) {
    if (line == line_) {
        return;
    }
    const bool sizes = line.note.empty() != line_.note.empty();
    line_ = line;
    wxString more = line.value;
    for (const wxString& words : {line.beside, line.note}) {
        more += words.empty() ? wxString{} : ", " + words;
    }
    setAccessible(*this, gui::Role::ToggleButton, line.label, more);
    SetToolTip(said("Enter opens · Delete takes it away"));
    if (sizes) {
        sizeChanged();
    }
    Refresh();
}

void MeasureRowView::setReadOnly(bool readOnly) {
    if (readOnly != readOnly_) {
        readOnly_ = readOnly;
        Refresh();
    }
}

void MeasureRowView::setOpen(bool open) {
    if (open != open_) {
        open_ = open;
        Refresh();
    }
}

wxSize MeasureRowView::DoGetBestSize() const {
    return {px(300), tall(kLineDip) + (line_.note.empty() ? 0 : px(kSecondDip))};
}

wxRect MeasureRowView::crossArea() const {
    if (readOnly_) {
        return {};
    }
    const wxSize size = GetClientSize();
    const int side = tall(26);
    return {size.x - side, (tall(kLineDip) - side) / 2, side, side};
}

void MeasureRowView::draw(wxGraphicsContext& context, wxSize size) {
    const Palette& p = palette();
    if (open_ || isHovered()) {
        fillRounded(context, {0, 0, 1.0 * size.x, 1.0 * size.y}, 0,
                    open_ ? p.panelSoft : mixed(p.panel, p.page, 0.6));
    }
    context.SetPen(*wxTRANSPARENT_PEN);
    context.SetBrush(wxBrush{p.hairline});
    context.DrawRectangle(0, 0, size.x, 1);
    const double height = tall(kLineDip);
    const double left = px(4);
    const double gap = px(10);
    const wxRect cross = crossArea();
    const double end = cross.IsEmpty() ? size.x - px(4) : cross.x - gap / 2;
    const double valueWide = textSize(line_.value, TextStyle::ControlStrong).x + 2.0;
    const double besideWide =
        line_.beside.empty() ? 0 : textSize(line_.beside, TextStyle::Small).x + gap;
    // A long name pushes its value to the right as far as there is room, rather than be cut.
    const double named = left + textSize(line_.label, TextStyle::Control).x + gap + 2;
    const double middle =
        std::max({left + px(170), size.x * 0.40, std::min(named, end - besideWide - valueWide)});
    drawLine(context, line_.label, {left, 0, middle - left - gap, height}, TextStyle::Control,
             p.ink);
    double x = middle;
    const double wide = std::min(valueWide, end - x);
    drawLine(context, line_.value, {x, 0, wide, height}, TextStyle::ControlStrong,
             line_.outside ? p.amber.text : p.ink);
    x += wide + gap;
    if (end - x > px(30)) {
        drawLine(context, line_.beside, {x, 0, end - x, height}, TextStyle::Small, p.muted,
                 TextAlign::Right);
    }
    if (!line_.note.empty()) {
        drawLine(context, line_.note,
                 {left, height - px(6), size.x - left - gap, 1.0 * px(kSecondDip)}, TextStyle::Tiny,
                 p.muted);
    }
    if (!cross.IsEmpty()) {
        drawLine(context, toWx("×"), inset(cross, 0), TextStyle::BodyStrong,
                 isHovered() || HasFocus() ? p.ink : p.muted, TextAlign::Centre);
    }
    if (showsFocus()) {
        drawFocusRing(context, wxRect{size}.Deflate(FromDIP(2)), FromDIP(dip::kRadius));
    }
}

void MeasureRowView::released(wxPoint at) {
    if (crossArea().Contains(at)) {
        if (onRemove) {
            onRemove();
        }
    } else if (wxRect{GetClientSize()}.Contains(at) && onChoose) {
        onChoose();
    }
}

bool MeasureRowView::key(wxKeyEvent& event) {
    const int code = event.GetKeyCode();
    if (event.HasAnyModifiers()) {
        return false;
    }
    if ((code == WXK_RETURN || code == WXK_SPACE || code == WXK_NUMPAD_ENTER) && onChoose) {
        onChoose();
        return true;
    }
    if ((code == WXK_DELETE || code == WXK_BACK) && !readOnly_ && onRemove) {
        onRemove();
        return true;
    }
    if ((code == WXK_UP || code == WXK_DOWN) && onStep) {
        onStep(code == WXK_DOWN ? 1 : -1);
        return true;
    }
    return false;
}

} // namespace palpate::gui
