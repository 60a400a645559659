// SPDX-License-Identifier: MIT
#include "gui/MapCards.h"

#include "gui/PaintedControl.h"

#include <wx/dcmemory.h>

#include <cmath>
#include <memory>

namespace palpate::gui {

namespace {

constexpr int kShadow = 16; ///< pixels round a card
constexpr int kShadowDrop = 4;
constexpr double kRadius = 10;

} // namespace

MapCard::MapCard(const wxRect& area, const wxRect& inner, const drawing::Picture& picture,
                 double pixelsPerMm, double contentScale, PathCache& paths)
    : area_{area}, reach_{wxRect{area}.Inflate(kShadow + kShadowDrop)} {
    bitmap_.CreateWithDIPSize(reach_.GetSize(), contentScale, 32);
    wxMemoryDC memory{bitmap_};
    const std::unique_ptr<wxGraphicsContext> context{wxGraphicsContext::Create(memory)};
    if (!context) {
        return;
    }
    context->EnableOffset(false);
    const wxRect card{area.GetTopLeft() - reach_.GetTopLeft(), area.GetSize()};
    const Palette& colours = palette();
    if (colours.shadow.Alpha() > 0) {
        context->SetPen(*wxTRANSPARENT_PEN);
        context->SetBrush(wxBrush{colours.shadow});
        for (int i = kShadow; i > 0; --i) {
            context->DrawRoundedRectangle(card.x - i, card.y - i + kShadowDrop, card.width + 2 * i,
                                          card.height + 2 * i, kRadius + i);
        }
    }
    fillRounded(*context, inset(card, 0.5), kRadius, colours.panel,
                isHighContrast() ? colours.edge : colours.hairline);
    const drawing::Point corner{static_cast<double>(inner.x - reach_.x),
                                static_cast<double>(inner.y - reach_.y)};
    paint(*context, picture,
          {pixelsPerMm,
           corner,
           drawing::Rect{corner.x, corner.y, 1.0 * inner.width, 1.0 * inner.height},
           {}},
          paths);
}

void MapCard::draw(wxDC& dc, const wxRect& dirty) const {
    if (bitmap_.IsOk() && reach_.Intersects(dirty)) {
        dc.DrawBitmap(bitmap_, reach_.GetTopLeft() - dirty.GetTopLeft(), true);
    }
}

std::size_t MapCard::bytes() const noexcept {
    constexpr std::size_t kBytesPerPixel = 4;
    return bitmap_.IsOk() ? kBytesPerPixel * static_cast<std::size_t>(bitmap_.GetWidth()) *
                                static_cast<std::size_t>(bitmap_.GetHeight())
                          : 0;
}

std::vector<MapCard> insetCards(const std::vector<MapInset>& insets, wxSize window, int margin,
                                int pad, int below, double contentScale, PathCache& paths) {
    int used[4] = {below, margin, margin, margin};
    std::vector<MapCard> cards;
    for (const MapInset& one : insets) {
        const wxSize inner{static_cast<int>(std::ceil(one.picture.width * kPixelsPerMm)),
                           static_cast<int>(std::ceil(one.picture.height * kPixelsPerMm))};
        wxRect area{wxPoint{margin, 0}, inner + wxSize{2 * pad, 2 * pad}};
        int& taken = used[static_cast<int>(one.corner)];
        const bool right = one.corner == Corner::TopRight || one.corner == Corner::BottomRight;
        const bool bottom = one.corner == Corner::BottomLeft || one.corner == Corner::BottomRight;
        area.x = right ? window.x - margin - area.width : margin;
        area.y = bottom ? window.y - taken - area.height : taken;
        taken += area.height + margin / 2;
        cards.emplace_back(area, wxRect{area}.Deflate(pad), one.picture, kPixelsPerMm, contentScale,
                           paths);
    }
    return cards;
}

} // namespace palpate::gui
