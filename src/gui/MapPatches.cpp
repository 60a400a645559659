// SPDX-License-Identifier: MIT
#include "gui/MapPatches.h"

#include <wx/dcmemory.h>

#include <algorithm>

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
    render(memory, area);
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

void MapPatches::cropTo(const wxRect& area, int slack, double contentScale) {
    const wxRect most = wxRect{area}.Inflate(slack);
    // Less than what is tolerated, or every step of a pan would cut.
    const wxRect kept = wxRect{area}.Inflate(slack / 2);
    std::erase_if(patches_, [&](const Patch& patch) {
        return !most.Contains(patch.area) && !patch.area.Intersects(kept);
    });
    for (Patch& patch : patches_) {
        if (most.Contains(patch.area)) {
            continue;
        }
        const wxRect inside = wxRect{patch.area}.Intersect(kept);
        wxBitmap smaller;
        smaller.CreateWithDIPSize(inside.GetSize(), contentScale, 24);
        wxMemoryDC memory{smaller};
        memory.DrawBitmap(patch.bitmap, patch.area.GetTopLeft() - inside.GetTopLeft());
        memory.SelectObject(wxNullBitmap);
        patch = {inside, smaller};
    }
}

void MapPatches::draw(wxDC& dc, const wxRect& dirty, wxPoint2DDouble origin, double stretch) const {
    if (stretch == 1) {
        const wxPoint corner{wxRound(origin.m_x), wxRound(origin.m_y)};
        const wxRect wanted{dirty.GetTopLeft() + corner, dirty.GetSize()};
        for (const Patch& patch : patches_) {
            if (patch.area.Intersects(wanted)) {
                dc.DrawBitmap(patch.bitmap, patch.area.GetTopLeft() - corner);
            }
        }
        return;
    }
    dc.SetDeviceOrigin(-wxRound(origin.m_x), -wxRound(origin.m_y));
    dc.SetUserScale(stretch, stretch);
    for (const Patch& patch : patches_) {
        const wxRect shown{static_cast<int>(patch.area.x * stretch - origin.m_x) - 1,
                           static_cast<int>(patch.area.y * stretch - origin.m_y) - 1,
                           static_cast<int>(patch.area.width * stretch) + 3,
                           static_cast<int>(patch.area.height * stretch) + 3};
        if (shown.Intersects(dirty)) {
            dc.DrawBitmap(patch.bitmap, patch.area.GetTopLeft());
        }
    }
    dc.SetUserScale(1, 1);
    dc.SetDeviceOrigin(0, 0);
}

} // namespace palpate::gui
