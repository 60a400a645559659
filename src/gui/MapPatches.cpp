// SPDX-License-Identifier: MIT
#include "gui/MapPatches.h"

#include <wx/dcmemory.h>

#include <algorithm>
#include <memory>

namespace palpate::gui {

void MapPatches::clear() noexcept {
    patches_.clear();
}

std::vector<wxRect> MapPatches::missing(const wxRect& wanted) const {
    wxRegion region{wanted};
    for (const Patch& patch : patches_) {
        region.Subtract(patch.area);
    }
    std::vector<wxRect> parts;
    for (wxRegionIterator it{region}; it.HaveRects(); ++it) {
        parts.push_back(it.GetRect());
    }
    return parts;
}

void MapPatches::add(const wxRect& area, double contentScale, const Render& render) {
    Patch patch{area, {}};
    patch.bitmap.CreateWithDIPSize(area.GetSize(), contentScale, 24);
    wxMemoryDC memory{patch.bitmap};
    if (const std::unique_ptr<wxGraphicsContext> context{wxGraphicsContext::Create(memory)}) {
        context->EnableOffset(false);
        render(*context, area);
    }
    memory.SelectObject(wxNullBitmap);
    patches_.push_back(std::move(patch));
}

void MapPatches::cover(const wxRect& wanted, double contentScale, const Render& render) {
    for (const wxRect& part : missing(wanted)) {
        add(part, contentScale, render);
    }
}

bool MapPatches::coverPiece(const wxRect& wanted, int pieceSize, double contentScale,
                            const Render& render) {
    const std::vector<wxRect> parts = missing(wanted);
    if (parts.empty()) {
        return false;
    }
    wxRect piece = parts.front();
    piece.width = std::min(piece.width, pieceSize);
    piece.height = std::min(piece.height, pieceSize);
    add(piece, contentScale, render);
    return true;
}

std::size_t MapPatches::bytes() const noexcept {
    constexpr std::size_t kBytesPerPixel = 4; // also where a bitmap has no alpha
    std::size_t all = 0;
    for (const Patch& patch : patches_) {
        all += kBytesPerPixel * static_cast<std::size_t>(patch.bitmap.GetWidth()) *
               static_cast<std::size_t>(patch.bitmap.GetHeight());
    }
    return all;
}

void MapPatches::keepOnly(const wxRect& area) {
    std::erase_if(patches_, [&](const Patch& patch) { return !patch.area.Intersects(area); });
}

void MapPatches::draw(wxDC& dc, wxPoint2DDouble origin, double stretch) const {
    if (stretch == 1) {
        const wxRect window{wxPoint{wxRound(origin.m_x), wxRound(origin.m_y)}, dc.GetSize()};
        for (const Patch& patch : patches_) {
            if (patch.area.Intersects(window)) {
                dc.DrawBitmap(patch.bitmap, patch.area.GetTopLeft() - window.GetTopLeft());
            }
        }
        return;
    }
    dc.SetDeviceOrigin(-wxRound(origin.m_x), -wxRound(origin.m_y));
    dc.SetUserScale(stretch, stretch);
    for (const Patch& patch : patches_) {
        dc.DrawBitmap(patch.bitmap, patch.area.GetTopLeft());
    }
    dc.SetUserScale(1, 1);
    dc.SetDeviceOrigin(0, 0);
}

} // namespace palpate::gui
