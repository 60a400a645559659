// SPDX-License-Identifier: MIT
#include "gui/SessionTimeline.h"

#include "gui/Accessible.h"
#include "gui/Badge.h"
#include "gui/LargeControls.h"
#include "gui/MapGround.h"
#include "gui/PaintedControl.h"
#include "gui/Phrases.h"
#include "gui/Privacy.h"

#include <wx/dcclient.h>
#include <wx/graphics.h>

#include <algorithm>
#include <memory>

namespace palpate::gui {

namespace {

// DIP.
constexpr int kRowHeight = 116;
constexpr int kPad = 8;
constexpr int kBoxLeft = 16;
constexpr int kBox = 18;
constexpr int kLittleLeft = 46;
constexpr int kLittleWidth = 62;
constexpr int kTextLeft = 120;
constexpr int kTextRight = 16;
constexpr int kLine = 19;
constexpr int kTitleLine = 24;

constexpr double kLittleMark = 1.6; ///< millimetres of the screen; below 2 without numbers
constexpr std::size_t kMostPictures = 160;

/// Paints on the image, in DIP.
void paintOn(wxImage& image, double scale, const drawing::Picture& picture, PathCache& paths) {
    const std::unique_ptr<wxGraphicsContext> canvas{wxGraphicsContext::Create(image)};
    if (canvas) {
        canvas->Scale(scale, scale);
        paint(*canvas, picture, {}, paths);
    }
}

} // namespace

SessionTimeline::SessionTimeline(wxWindow* parent, const wxString& name, const wxString& label,
                                 const drawing::BodyShapes& shapes)
    : PaintedRows{parent, name, label}, label_{label}, shapes_{shapes} {
    Bind(wxEVT_KEY_DOWN, &SessionTimeline::onKey, this);
    for (const auto& type :
         {wxEVT_LEFT_DOWN, wxEVT_LEFT_UP, wxEVT_LEFT_DCLICK, wxEVT_MOTION, wxEVT_LEAVE_WINDOW}) {
        Bind(type, &SessionTimeline::onMouse, this);
    }
    Bind(EVT_CONTROL_HEIGHT, [this](wxCommandEvent&) {
        SetVirtualSize(-1, count() * rowHeight());
        Refresh();
    });
}

int SessionTimeline::rowHeight() const {
    return textPx(*this, kRowHeight);
}

wxSize SessionTimeline::littleSize() const {
    return {FromDIP(kLittleWidth), rowHeight() - 2 * FromDIP(kPad)};
}

void SessionTimeline::set(std::vector<app::HistoryRow> rows, std::optional<std::size_t> current) {
    const bool sameLength = rows.size() == rows_.size();
    const int wanted = current ? static_cast<int>(*current) : kNone;
    const bool moved = wanted != current_ || !sameLength;
    rows_ = std::move(rows);
    current_ = wanted;
    if (!sameLength) {
        SetVirtualSize(-1, count() * rowHeight());
        SetCanFocus(!rows_.empty());
    }
    if (moved && current_ != kNone) {
        scrollTo(current_);
    }
    Refresh();
    tell();
}

void SessionTimeline::forgetPictures() {
    pictures_.clear();
    Refresh();
}

wxRect SessionTimeline::boxArea(int row) const {
    const wxRect area = rowArea(row);
    return {0, area.y, FromDIP(kLittleLeft), area.height};
}

void SessionTimeline::tell() {
    wxString here;
    if (current_ != kNone) {
        const app::HistoryRow& at = row(current_);
        std::string words = at.line.title;
        for (const std::string& part :
             {at.caseTitle, at.line.status, at.line.numbers, at.line.treatments, at.line.excerpt}) {
            words += part.empty() ? "" : ", " + part;
        }
        here = at.isTicked ? said("{1}, ticked for comparison", {words}) : toWx(words);
    }
    setAccessible(*this, label_, here);
}

void SessionTimeline::beforePaint() {
    if (look_ != &palette() || scale_ != GetContentScaleFactor()) {
        look_ = &palette();
        scale_ = GetContentScaleFactor();
        pictures_.clear();
        bodies_.clear();
    }
}

wxImage SessionTimeline::emptyImage() const {
    const wxSize size = littleSize();
    wxImage image{wxRound(size.x * scale_), wxRound(size.y * scale_)};
    image.InitAlpha();
    std::fill_n(image.GetAlpha(), image.GetWidth() * image.GetHeight(),
                static_cast<unsigned char>(wxALPHA_TRANSPARENT));
    return image;
}

const wxImage& SessionTimeline::bodyOf(View view) {
    wxImage& image = bodies_[view];
    if (!image.IsOk()) {
        image = emptyImage();
        drawing::MapStyle style;
        style.ground = groundNow();
        style.fibres = false;
        style.labels = false;
        style.landmarks = false;
        style.sides = false;
        paintOn(image, scale_, drawing::basePicture(shapes_, windowOf(view), style), paths_);
    }
    return image;
}

drawing::MapWindow SessionTimeline::windowOf(View view) const {
    const wxSize size = littleSize();
    return drawing::wholeBody(shapes_.map(), view, {.top = Layer::Superficial},
                              size.x / kPixelsPerMm, size.y / kPixelsPerMm);
}

const wxGraphicsBitmap& SessionTimeline::pictureOf(wxGraphicsContext& context,
                                                   const SessionId& id) {
    const auto known = pictures_.find(id);
    if (known != pictures_.end()) {
        return known->second;
    }
    if (pictures_.size() >= kMostPictures) {
        pictures_.clear();
    }
    const LittleMap map = little ? little(id) : LittleMap{};
    wxImage image = bodyOf(map.view).Copy();
    drawing::MapStyle style;
    style.ground = groundNow();
    drawing::MarkStyle marks;
    marks.ground = style.ground;
    marks.diameter = kLittleMark;
    drawing::MapOverlay overlay;
    overlay.marks = map.marks;
    overlay.areas = map.areas;
    for (drawing::MapMark& mark : overlay.marks) {
        mark.label.clear();
    }
    paintOn(image, scale_,
            drawing::overlayPicture(shapes_, windowOf(map.view), style, marks, overlay), paths_);
    return pictures_.emplace(id, context.CreateBitmapFromImage(image)).first->second;
}

void SessionTimeline::paintRow(wxGraphicsContext& context, int index) {
    const Palette& p = palette();
    const wxRect area = rowArea(index);
    const app::HistoryRow& at = row(index);
    const bool isCurrent = index == current_;
    context.SetPen(*wxTRANSPARENT_PEN);
    if (isCurrent || at.isTicked || index == hot_) {
        context.SetBrush(wxBrush{isCurrent || at.isTicked
                                     ? mixed(p.tint, p.panel, isCurrent ? 0.0 : 0.5)
                                     : mixed(p.panel, p.page, 0.7)});
        context.DrawRectangle(area.x, area.y, area.width, area.height);
    }
    if (isCurrent) {
        context.SetBrush(wxBrush{p.accent});
        context.DrawRectangle(area.x, area.y, FromDIP(4), area.height);
    }
    context.SetBrush(wxBrush{p.hairline});
    context.DrawRectangle(area.x, area.GetBottom(), area.width, 1);
    const wxSize size = littleSize();
    const int left = area.x + FromDIP(kLittleLeft);
    context.DrawBitmap(pictureOf(context, at.line.id), left, area.y + FromDIP(kPad), size.x,
                       size.y);
    paintBox(context, index);
    paintWords(context, at,
               {area.x + FromDIP(kTextLeft), area.y + FromDIP(kPad + 4),
                area.width - FromDIP(kTextLeft + kTextRight), area.height - 2 * FromDIP(kPad + 4)});
    if (isCurrent && isRinged()) {
        drawFocusRing(context, wxRect{area}.Deflate(FromDIP(3)), FromDIP(dip::kRadius));
    }
}

void SessionTimeline::paintBox(wxGraphicsContext& context, int index) const {
    const Palette& p = palette();
    const wxRect area = rowArea(index);
    const bool ticked = row(index).isTicked;
    const double side = FromDIP(kBox);
    const wxRect2DDouble box{area.x + FromDIP(kBoxLeft) + 0.5,
                             area.y + (area.height - side) / 2 + 0.5, side - 1, side - 1};
    fillRounded(context, box, FromDIP(4), ticked ? p.accent : p.panel, p.accent,
                isHighContrast() ? 2 : 1.4);
    if (ticked) {
        context.SetPen(
            context.CreatePen(wxGraphicsPenInfo{p.onAccent, FromDIP(2) * 1.0}.Cap(wxCAP_ROUND)));
        wxGraphicsPath tick = context.CreatePath();
        tick.MoveToPoint(box.m_x + side * 0.22, box.m_y + side * 0.50);
        tick.AddLineToPoint(box.m_x + side * 0.42, box.m_y + side * 0.70);
        tick.AddLineToPoint(box.m_x + side * 0.74, box.m_y + side * 0.28);
        context.StrokePath(tick);
        context.SetPen(*wxTRANSPARENT_PEN);
    }
}

int SessionTimeline::widthOf(const wxString& text, const wxFont& face) const {
    int width = 0;
    GetTextExtent(text, &width, nullptr, nullptr, nullptr, &face);
    return width;
}

void SessionTimeline::paintText(wxGraphicsContext& context, const wxString& text,
                                const wxRect2DDouble& area, const wxFont& face,
                                const wxColour& colour) const {
    wxString shown = onScreen(text);
    if (widthOf(shown, face) > area.m_width) {
        // Halving finds where to cut in a few steps, however long the text is.
        std::size_t fits = 0;
        std::size_t tooMany = shown.length();
        while (tooMany - fits > 1) {
            const std::size_t middle = (fits + tooMany) / 2;
            const bool ok = widthOf(shown.Left(middle) + toWx("…"), face) <= area.m_width;
            (ok ? fits : tooMany) = middle;
        }
        shown = shown.Left(fits).Trim() + toWx("…");
    }
    context.SetFont(face, colour);
    wxDouble width = 0;
    wxDouble height = 0;
    context.GetTextExtent(shown, &width, &height);
    context.DrawText(shown, area.m_x, area.m_y + (area.m_height - height) / 2);
}

void SessionTimeline::paintWords(wxGraphicsContext& context, const app::HistoryRow& row,
                                 const wxRect& area) const {
    const Palette& p = palette();
    const int titleLine = textPx(*this, kTitleLine);
    const int line = textPx(*this, kLine);
    const int words = titleLine + 4 * line;
    int y = area.y + std::max(0, (area.height - words) / 2);
    int right = area.GetRight();
    const wxFont tiny = font(TextStyle::TinyStrong);
    const wxString status = toWx(row.line.status);
    const int badgeWidth = widthOf(status, tiny) + FromDIP(16);
    const Palette::Chip& tone =
        Badge::coloursOf(row.line.draft ? Badge::Tone::Teal : Badge::Tone::Neutral);
    const wxRect2DDouble badge{1.0 * (right - badgeWidth), y + FromDIP(1) * 1.0, 1.0 * badgeWidth,
                               FromDIP(20) * 1.0};
    fillRounded(context, badge, FromDIP(5), tone.ground, tone.edge);
    drawLine(context, status, badge, TextStyle::TinyStrong, tone.text, TextAlign::Centre);
    paintText(
        context, toWx(row.line.title),
        {1.0 * area.x, 1.0 * y, 1.0 * (right - badgeWidth - FromDIP(8) - area.x), 1.0 * titleLine},
        font(TextStyle::BodyStrong), p.ink);
    y += titleLine;
    const wxFont small = font(TextStyle::Small);
    const wxString pain = toWx(row.line.pain);
    const int painWidth = widthOf(pain, font(TextStyle::SmallStrong)) + FromDIP(14);
    const wxRect2DDouble chip{area.x + 0.5, y + 0.5, painWidth - 1.0, line - 1.0};
    fillRounded(context, chip, FromDIP(4), p.panel, p.edge);
    drawLine(context, pain, chip, TextStyle::SmallStrong, p.ink, TextAlign::Centre);
    std::string more = row.line.points;
    for (const std::string& part : {row.caseTitle, row.practitioner}) {
        more += part.empty() ? "" : " · " + part;
    }
    const double moreLeft = area.x + painWidth + FromDIP(7);
    paintText(context, toWx(more), {moreLeft, 1.0 * y, right - moreLeft, 1.0 * line}, small,
              p.muted);
    y += line + FromDIP(2);
    const double width = area.width;
    paintText(context, toWx(row.line.treatments), {1.0 * area.x, 1.0 * y, width, 1.0 * line}, small,
              p.ink);
    y += line;
    wxFont italic = small;
    italic.MakeItalic();
    paintText(context, toWx(row.line.excerpt), {1.0 * area.x, 1.0 * y, width, 1.0 * line}, italic,
              p.muted);
}

void SessionTimeline::onMouse(wxMouseEvent& event) {
    event.Skip();
    const int at = event.Leaving() ? kNone : rowAt(event.GetPosition());
    if (at != hot_) {
        hot_ = at;
        SetCursor(wxCursor{hot_ == kNone ? wxCURSOR_ARROW : wxCURSOR_HAND});
        Refresh();
    }
    if (event.LeftDown()) {
        pressed_ = at;
    }
    if (event.LeftUp() && at != kNone && at == pressed_) {
        pressed_ = kNone;
        if (boxArea(at).Contains(event.GetPosition())) {
            onTick(at);
        } else {
            onLook(at);
        }
    }
    if (event.LeftDClick() && at != kNone && !boxArea(at).Contains(event.GetPosition())) {
        onOpen(at);
    }
}

void SessionTimeline::onKey(wxKeyEvent& event) {
    const int page = std::max(1, GetClientSize().y / rowHeight() - 1);
    switch (event.GetKeyCode()) {
    case WXK_UP:
    case WXK_RIGHT:
        return onStep(1);
    case WXK_DOWN:
    case WXK_LEFT:
        return onStep(-1);
    case WXK_PAGEUP:
        return onStep(page);
    case WXK_PAGEDOWN:
        return onStep(-page);
    case WXK_HOME:
        return onStep(count());
    case WXK_END:
        return onStep(-count());
    case WXK_SPACE:
        if (current_ != kNone) {
            onTick(current_);
        }
        return;
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
        if (current_ != kNone) {
            onOpen(current_);
        }
        return;
    default:
        if (!leaveBy(event)) {
            event.Skip();
        }
    }
}

} // namespace palpate::gui
