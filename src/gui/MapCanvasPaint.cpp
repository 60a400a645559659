// SPDX-License-Identifier: MIT
// How the canvas puts its layers on screen: body with overlay, what moves, cards, keyboard's place,
// brush, focus.
#include "gui/MapCanvas.h"
#include "gui/PaintedControl.h"
#include "gui/Theme.h"

#include <wx/dcclient.h>
#include <wx/dcmemory.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace palpate::gui {

namespace {

constexpr int kCardMargin = 14; ///< DIP from the window's edge
constexpr int kCardPad = 12;    ///< DIP round an inset's picture
constexpr int kStripDip = 160;  ///< a pan paints that much more than came into sight
constexpr int kNearDip = 64;    ///< ... and goes on when only that is left
constexpr int kStripPieceDip = 640;
constexpr int kWideDip = 512; ///< the overlay of a map that is panned reaches that much further
constexpr int kMiniatureWidth = 132;
constexpr int kMiniatureHeight = 240;

[[nodiscard]] drawing::Rect rectOf(const wxRect& area) {
    return {static_cast<double>(area.x), static_cast<double>(area.y),
            static_cast<double>(area.width), static_cast<double>(area.height)};
}

[[nodiscard]] wxRect pixelsOf(const drawing::Rect& area) {
    const int left = static_cast<int>(std::floor(area.x));
    const int top = static_cast<int>(std::floor(area.y));
    return {left, top, static_cast<int>(std::ceil(area.x + area.width)) - left,
            static_cast<int>(std::ceil(area.y + area.height)) - top};
}

} // namespace

void MapCanvas::renderBase(wxDC& dc, const wxRect& area) {
    dc.SetBackground(wxBrush{palette().mapGround});
    dc.Clear();
    if (!base) {
        return;
    }
    const std::unique_ptr<wxGraphicsContext> context{wxGraphicsContext::CreateFromUnknownDC(dc)};
    if (context) {
        context->EnableOffset(false);
        paint(*context, base(camera_.viewport(area.x, area.y, area.width, area.height)),
              {kPixelsPerMm, {}, drawing::Rect{0, 0, 1.0 * area.width, 1.0 * area.height}, {}},
              paths_);
    }
}

void MapCanvas::renderResting(wxDC& dc, const wxRect& area) {
    const wxRect all{wxPoint{}, area.GetSize()};
    patches_.draw(dc, all, {static_cast<double>(area.x), static_cast<double>(area.y)});
    if (!overlayPicture_) {
        return;
    }
    const std::unique_ptr<wxGraphicsContext> context{wxGraphicsContext::CreateFromUnknownDC(dc)};
    if (context) {
        context->EnableOffset(false);
        const drawing::Point corner{static_cast<double>(overlayArea_.x - area.x),
                                    static_cast<double>(overlayArea_.y - area.y)};
        paint(*context, *overlayPicture_, {kPixelsPerMm, corner, rectOf(all), {}}, paths_);
    }
}

void MapCanvas::askOverlay(const wxRect& area) {
    overlayArea_ = area;
    const MapViewport viewport = camera_.viewport(area.x, area.y, area.width, area.height);
    overlayPicture_ = overlay ? overlay(viewport) : drawing::Picture{};
    abovePicture_ = above ? above(viewport) : drawing::Picture{};
}

void MapCanvas::coverResting() {
    const wxRect seen = visible();
    if (resting_.covers(seen)) {
        return;
    }
    coverResting(seen, !resting_.empty());
}

void MapCanvas::coverResting(const wxRect& seen, bool panned) {
    wxRect wanted = panned ? wxRect{seen}.Inflate(beyond(kStripDip)) : seen;
    if (!overlayPicture_ || !overlayArea_.Contains(wanted)) {
        // While the map is panned one picture serves for all the strips, so that they match.
        askOverlay(panned ? wxRect{seen}.Inflate(FromDIP(kWideDip)) : seen);
        resting_.clear();
        wanted = seen;
    }
    const MapPatches::Render body = [this](wxDC& dc, const wxRect& area) { renderBase(dc, area); };
    patches_.keepOnly(ahead());
    patches_.cover(wanted, contentScale_, body);
    resting_.cover(wanted, contentScale_,
                   [this](wxDC& dc, const wxRect& area) { renderResting(dc, area); });
}

bool MapCanvas::coverRestingAhead() {
    // Between two frames of a pan: a broad strip that comes soon, before the last one is used up.
    if (drag_ != Drag::Panning || !overlayPicture_ ||
        resting_.covers(wxRect{visible()}.Inflate(beyond(kNearDip)))) {
        return false;
    }
    const wxRect soon = wxRect{visible()}.Inflate(beyond(kStripDip));
    return overlayArea_.Contains(soon) && patches_.covers(soon) &&
           resting_.coverPiece(soon, FromDIP(kStripPieceDip), contentScale_,
                               [this](wxDC& dc, const wxRect& area) { renderResting(dc, area); });
}

void MapCanvas::askMoving() {
    const wxRect before = movingArea_;
    movingPicture_.reset();
    movingArea_ = {};
    if (moving && GetClientSize().x > 1) {
        movingPicture_ = moving(camera_.viewport());
        const wxRect window{GetClientSize()};
        movingArea_ =
            pixelsOf(paintedArea(*movingPicture_, {kPixelsPerMm, {}, rectOf(window), {}}, paths_));
    }
    soil(before);
    soil(movingArea_);
}

void MapCanvas::soil(const wxRect& area) {
    const wxRect seen = wxRect{area}.Intersect(wxRect{GetClientSize()});
    if (!seen.IsEmpty()) {
        RefreshRect(seen, false);
    }
}

void MapCanvas::checkLook() {
    if (contentScale_ != GetContentScaleFactor() || look_ != &palette()) {
        contentScale_ = GetContentScaleFactor();
        look_ = &palette();
        forgetBitmaps();
        miniature_ = {};
    }
}

void MapCanvas::onPaint(wxPaintEvent&) {
    wxPaintDC dc{this};
    const wxSize size = GetClientSize();
    const wxRect dirty = GetUpdateRegion().GetBox().Intersect(wxRect{size});
    if (size.x < 2 || size.y < 2 || dirty.IsEmpty()) {
        return;
    }
    checkLook();
    if (patches_.empty()) {
        patchScale_ = camera_.pixelsPerBody();
    }
    const bool isStretched = camera_.pixelsPerBody() != patchScale_;
    if (!isStretched) {
        coverResting();
    }
    layCards();
    // Put together here and handed to the X server once: shape by shape it takes three times as
    // long.
    wxBitmap frame;
    frame.CreateWithDIPSize(dirty.GetSize(), contentScale_, 24);
    wxMemoryDC memory{frame};
    if (isStretched) {
        paintStretched(memory, dirty);
    } else {
        const wxPoint corner = visible().GetTopLeft() + dirty.GetTopLeft();
        resting_.draw(memory, wxRect{dirty.GetSize()},
                      {static_cast<double>(corner.x), static_cast<double>(corner.y)});
    }
    paintAbove(memory, dirty);
    memory.SelectObject(wxNullBitmap);
    dc.DrawBitmap(frame, dirty.GetTopLeft());
}

std::unique_ptr<wxGraphicsContext> MapCanvas::contextOn(wxDC& dc, const wxRect& dirty) {
    std::unique_ptr<wxGraphicsContext> context{wxGraphicsContext::CreateFromUnknownDC(dc)};
    if (context) {
        context->EnableOffset(false);
        context->Translate(-dirty.x, -dirty.y);
    }
    return context;
}

void MapCanvas::paintStretched(wxDC& dc, const wxRect& dirty) {
    dc.SetBackground(wxBrush{palette().mapGround});
    dc.Clear();
    const wxPoint corner = visible().GetTopLeft() + dirty.GetTopLeft();
    patches_.draw(dc, wxRect{dirty.GetSize()},
                  {static_cast<double>(corner.x), static_cast<double>(corner.y)},
                  camera_.pixelsPerBody() / patchScale_);
    // Marks and names keep their size while the body is stretched.
    askOverlay(visible());
    if (const auto context = contextOn(dc, dirty)) {
        paint(*context, *overlayPicture_, {kPixelsPerMm, {}, rectOf(dirty), {}}, paths_);
    }
}

void MapCanvas::paintAbove(wxDC& dc, const wxRect& dirty) {
    if (moving) {
        if (const auto context = contextOn(dc, dirty)) {
            paintMoving(*context, dirty);
        }
    }
    if (pinned) {
        if (!pinnedPicture_) {
            pinnedPicture_ = pinned(camera_.viewport());
        }
        if (const auto context = contextOn(dc, dirty)) {
            paint(*context, *pinnedPicture_, {kPixelsPerMm, {}, rectOf(dirty), {}}, paths_);
        }
    }
    miniature_.draw(dc, dirty);
    for (const MapCard& card : cards_) {
        card.draw(dc, dirty);
    }
    const auto context = contextOn(dc, dirty);
    if (!context) {
        return;
    }
    if (miniature_.area().Intersects(dirty)) {
        paintWhere(*context);
    }
    paintCursor(*context);
    paintBrush(*context);
    if (focusRing_ && HasFocus()) {
        const wxSize size = GetClientSize();
        const double width = focusWidth();
        context->SetBrush(*wxTRANSPARENT_BRUSH);
        context->SetPen(context->CreatePen(wxGraphicsPenInfo{palette().focus, width}));
        context->DrawRectangle(width / 2, width / 2, size.x - width, size.y - width);
    }
}

void MapCanvas::paintMoving(wxGraphicsContext& context, const wxRect& dirty) {
    if (!moving) {
        return;
    }
    if (!movingPicture_) { // the map was moved under it, and all of the window is painted
        movingPicture_ = moving(camera_.viewport());
        movingArea_ = pixelsOf(paintedArea(
            *movingPicture_, {kPixelsPerMm, {}, rectOf(wxRect{GetClientSize()}), {}}, paths_));
    }
    const wxRect both = movingArea_.Intersect(dirty);
    if (both.IsEmpty()) {
        return;
    }
    paint(context, *movingPicture_, {kPixelsPerMm, {}, rectOf(both), {}}, paths_);
    if (abovePicture_) {
        const wxRect seen = visible();
        paint(context, *abovePicture_,
              {kPixelsPerMm,
               {static_cast<double>(overlayArea_.x - seen.x),
                static_cast<double>(overlayArea_.y - seen.y)},
               rectOf(both),
               {}},
              paths_);
    }
}

MapCard MapCanvas::miniatureCard() {
    const wxSize size = GetClientSize();
    if (!miniature || camera_.showsAll() || size.y < FromDIP(300) || size.x < FromDIP(360)) {
        return {};
    }
    const drawing::Rect& frame = camera_.frame();
    const double fitted =
        std::min({FromDIP(kMiniatureWidth) / frame.width, FromDIP(kMiniatureHeight) / frame.height,
                  size.y * 0.45 / frame.height});
    const wxSize inner{std::max(1, wxRound(frame.width * fitted)),
                       std::max(1, wxRound(frame.height * fitted))};
    const int pad = FromDIP(dip::kGap);
    const int margin = FromDIP(kCardMargin);
    const wxRect area{margin, margin, inner.x + 2 * pad, inner.y + 2 * pad};
    const drawing::Picture picture = miniature();
    return {area,          wxRect{wxPoint{margin + pad, margin + pad}, inner},
            picture,       inner.x / std::max(1e-6, picture.width),
            contentScale_, paths_};
}

void MapCanvas::layMiniature() {
    const wxRect before = miniature_.area();
    miniature_ = miniatureCard();
    miniatureStale_ = false;
    cardsStale_ = cardsStale_ || before != miniature_.area();
}

void MapCanvas::layCards() {
    // The miniature is there only while a part of the body is shown. One that only shows old marks
    // is painted anew when there is time for it.
    if (miniature && camera_.showsAll() != miniature_.area().IsEmpty()) {
        layMiniature();
    }
    if (!std::exchange(cardsStale_, false)) {
        return;
    }
    const int margin = FromDIP(kCardMargin);
    const int below = miniature_.area().IsEmpty() ? margin : miniature_.area().GetBottom() + margin;
    cards_ = insets ? insetCards(insets(), GetClientSize(), margin, FromDIP(kCardPad), below,
                                 contentScale_, paths_)
                    : std::vector<MapCard>{};
}

void MapCanvas::paintWhere(wxGraphicsContext& context) const {
    const drawing::Rect& frame = camera_.frame();
    const wxRect inner = wxRect{miniature_.area()}.Deflate(FromDIP(dip::kGap));
    const double fitted = inner.width / frame.width;
    const drawing::Rect shown = camera_.shown();
    const double left = std::max(0.0, (shown.x - frame.x) * fitted);
    const double top = std::max(0.0, (shown.y - frame.y) * fitted);
    const double right = std::min<double>(inner.width, (shown.x + shown.width - frame.x) * fitted);
    const double bottom =
        std::min<double>(inner.height, (shown.y + shown.height - frame.y) * fitted);
    const wxColour accent = palette().accentText;
    context.SetBrush(wxBrush{wxColour{accent.Red(), accent.Green(), accent.Blue(), 26}});
    context.SetPen(context.CreatePen(wxGraphicsPenInfo{accent, 1.5}));
    context.DrawRectangle(inner.x + left, inner.y + top, std::max(2.0, right - left),
                          std::max(2.0, bottom - top));
}

void MapCanvas::paintCursor(wxGraphicsContext& context) const {
    if (!cursor_ || !HasFocus()) {
        return;
    }
    const drawing::Point at = camera_.toPixel(*cursor_);
    const double arm = FromDIP(14);
    const double gap = FromDIP(4);
    wxGraphicsPath cross = context.CreatePath();
    for (const auto& [dx, dy] : {std::pair{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
        cross.MoveToPoint(at.x + dx * gap, at.y + dy * gap);
        cross.AddLineToPoint(at.x + dx * arm, at.y + dy * arm);
    }
    for (const auto& [colour, width] :
         {std::pair{palette().panel, FromDIP(4)}, {palette().focus, FromDIP(2)}}) {
        context.SetPen(context.CreatePen(
            wxGraphicsPenInfo{colour, static_cast<double>(width)}.Cap(wxCAP_ROUND)));
        context.StrokePath(cross);
    }
}

wxRect MapCanvas::brushArea() const {
    if (!brush_ || !pointer_) {
        return {};
    }
    const int reach = static_cast<int>(std::ceil(*brush_ * camera_.pixelsPerBody())) + FromDIP(3);
    return {pointer_->x - reach, pointer_->y - reach, 2 * reach + 1, 2 * reach + 1};
}

void MapCanvas::paintBrush(wxGraphicsContext& context) const {
    if (!brush_ || !pointer_ || onCard(*pointer_)) {
        return;
    }
    const double radius = *brush_ * camera_.pixelsPerBody();
    context.SetBrush(*wxTRANSPARENT_BRUSH);
    // A light ring round a dark one is seen on every ground.
    for (const auto& [colour, grown] : {std::pair{palette().panel, 1.0}, {palette().ink, 0.0}}) {
        context.SetPen(context.CreatePen(wxGraphicsPenInfo{colour, 1.25}));
        const double r = radius + grown;
        context.DrawEllipse(pointer_->x - r, pointer_->y - r, 2 * r, 2 * r);
    }
}

} // namespace palpate::gui
