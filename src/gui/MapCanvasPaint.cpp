// SPDX-License-Identifier: MIT
// How the canvas puts its layers on screen: base patches, overlay, cards, keyboard's place, focus.
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
constexpr double kMiniatureWidth = 132;
constexpr double kMiniatureHeight = 240;

void paintCard(wxGraphicsContext& context, const wxRect& area, double radius) {
    const Palette& colours = palette();
    context.SetPen(*wxTRANSPARENT_PEN);
    context.SetBrush(wxBrush{colours.shadow});
    constexpr int kSoftness = 16;
    for (int i = kSoftness; i > 0; --i) {
        context.DrawRoundedRectangle(area.x - i, area.y - i + 4, area.width + 2 * i,
                                     area.height + 2 * i, radius + i);
    }
    fillRounded(context, inset(area, 0.5), radius, colours.panel, colours.hairline);
}

} // namespace

void MapCanvas::renderBase(wxGraphicsContext& context, const wxRect& area) {
    context.SetPen(*wxTRANSPARENT_PEN);
    context.SetBrush(wxBrush{palette().mapGround});
    context.DrawRectangle(0, 0, area.width, area.height);
    if (base) {
        const drawing::Picture picture =
            base(camera_.viewport(area.x, area.y, area.width, area.height));
        const drawing::Rect all{0, 0, static_cast<double>(area.width),
                                static_cast<double>(area.height)};
        paint(context, picture, {kPixelsPerMm, {}, all}, paths_);
    }
}

void MapCanvas::onPaint(wxPaintEvent&) {
    wxPaintDC dc{this};
    const wxSize size = GetClientSize();
    if (size.x < 2 || size.y < 2) {
        return;
    }
    if (contentScale_ != GetContentScaleFactor() || dark_ != isDark()) {
        contentScale_ = GetContentScaleFactor();
        dark_ = isDark();
        patches_.clear();
        miniatureBitmap_ = wxNullBitmap;
    }
    if (patches_.empty()) {
        patchScale_ = camera_.pixelsPerBody();
    }
    const double stretch = camera_.pixelsPerBody() / patchScale_;
    if (stretch == 1) {
        patches_.cover(
            visible(), contentScale_,
            [this](wxGraphicsContext& context, const wxRect& area) { renderBase(context, area); });
    } else {
        dc.SetBackground(wxBrush{palette().mapGround});
        dc.Clear();
    }
    patches_.draw(dc, {static_cast<double>(camera_.left()), static_cast<double>(camera_.top())},
                  stretch);

    const std::unique_ptr<wxGraphicsContext> context{wxGraphicsContext::Create(dc)};
    if (!context) {
        return;
    }
    context->EnableOffset(false);
    if (overlay) {
        const drawing::Rect all{0, 0, static_cast<double>(size.x), static_cast<double>(size.y)};
        paint(*context, overlay(camera_.viewport()), {kPixelsPerMm, {}, all}, paths_);
    }
    if (moving) {
        const drawing::Rect all{0, 0, static_cast<double>(size.x), static_cast<double>(size.y)};
        paint(*context, moving(camera_.viewport()), {kPixelsPerMm, {}, all}, paths_);
    }
    cards_.clear();
    paintMiniature(*context);
    paintInsets(*context);
    paintCursor(*context);
    if (focusRing_ && HasFocus()) {
        const double width = FromDIP(2);
        context->SetBrush(*wxTRANSPARENT_BRUSH);
        context->SetPen(context->CreatePen(wxGraphicsPenInfo{palette().focus, width}));
        context->DrawRectangle(width / 2, width / 2, size.x - width, size.y - width);
    }
}

void MapCanvas::paintMiniature(wxGraphicsContext& context) {
    const wxSize size = GetClientSize();
    miniatureArea_ = {};
    if (!miniature || camera_.showsAll() || size.y < FromDIP(300) || size.x < FromDIP(360)) {
        return;
    }
    const drawing::Rect& frame = camera_.frame();
    const double fitted =
        std::min({FromDIP(kMiniatureWidth) / frame.width, FromDIP(kMiniatureHeight) / frame.height,
                  size.y * 0.45 / frame.height});
    const wxSize inner{std::max(1, wxRound(frame.width * fitted)),
                       std::max(1, wxRound(frame.height * fitted))};
    const int pad = FromDIP(dip::kGap);
    const int margin = FromDIP(kCardMargin);
    miniatureArea_ = wxRect{margin, margin, inner.x + 2 * pad, inner.y + 2 * pad};
    cards_.push_back(miniatureArea_);
    if (!miniatureBitmap_.IsOk() ||
        miniatureBitmap_.GetLogicalSize().GetWidth() != inner.GetWidth()) {
        miniatureBitmap_.CreateWithDIPSize(inner, contentScale_, 24);
        wxMemoryDC memory{miniatureBitmap_};
        const std::unique_ptr<wxGraphicsContext> small{wxGraphicsContext::Create(memory)};
        small->EnableOffset(false);
        small->SetPen(*wxTRANSPARENT_PEN);
        small->SetBrush(wxBrush{palette().panel});
        small->DrawRectangle(0, 0, inner.x, inner.y);
        const drawing::Picture picture = miniature();
        const double pixelsPerMm = inner.x / std::max(1e-6, picture.width);
        paint(*small, picture, {pixelsPerMm, {}, {}}, paths_);
    }
    paintCard(context, miniatureArea_, FromDIP(dip::kCardRadius));
    context.DrawBitmap(miniatureBitmap_, miniatureArea_.x + pad, miniatureArea_.y + pad, inner.x,
                       inner.y);
    const drawing::Rect shown = camera_.shown();
    const double left = std::max(0.0, (shown.x - frame.x) * fitted);
    const double top = std::max(0.0, (shown.y - frame.y) * fitted);
    const double right = std::min<double>(inner.x, (shown.x + shown.width - frame.x) * fitted);
    const double bottom = std::min<double>(inner.y, (shown.y + shown.height - frame.y) * fitted);
    const wxColour accent = palette().accentText;
    context.SetBrush(wxBrush{wxColour{accent.Red(), accent.Green(), accent.Blue(), 26}});
    context.SetPen(context.CreatePen(wxGraphicsPenInfo{accent, 1.5}));
    context.DrawRectangle(miniatureArea_.x + pad + left, miniatureArea_.y + pad + top,
                          std::max(2.0, right - left), std::max(2.0, bottom - top));
}

void MapCanvas::paintInsets(wxGraphicsContext& context) {
    if (!insets) {
        return;
    }
    const wxSize size = GetClientSize();
    const int margin = FromDIP(kCardMargin);
    const int pad = FromDIP(kCardPad);
    int used[4] = {miniatureArea_.IsEmpty() ? margin : miniatureArea_.GetBottom() + margin, margin,
                   margin, margin};
    for (const MapInset& card : insets()) {
        const wxSize inner{static_cast<int>(std::ceil(card.picture.width * kPixelsPerMm)),
                           static_cast<int>(std::ceil(card.picture.height * kPixelsPerMm))};
        wxRect area{wxPoint{margin, 0}, inner + wxSize{2 * pad, 2 * pad}};
        int& taken = used[static_cast<int>(card.corner)];
        const bool right = card.corner == Corner::TopRight || card.corner == Corner::BottomRight;
        const bool bottom = card.corner == Corner::BottomLeft || card.corner == Corner::BottomRight;
        area.x = right ? size.x - margin - area.width : margin;
        area.y = bottom ? size.y - taken - area.height : taken;
        taken += area.height + FromDIP(dip::kGap);
        paintCard(context, area, FromDIP(dip::kCardRadius));
        paint(context, card.picture,
              {kPixelsPerMm,
               {static_cast<double>(area.x + pad), static_cast<double>(area.y + pad)},
               {}},
              paths_);
        cards_.push_back(area);
    }
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

} // namespace palpate::gui
