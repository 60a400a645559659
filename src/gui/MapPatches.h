// SPDX-License-Identifier: MIT
#pragma once

#include <wx/bitmap.h>
#include <wx/dc.h>
#include <wx/region.h>

#include <cstddef>
#include <functional>
#include <vector>

namespace palpate::gui {

/// The painted body as bitmaps that lie side by side in whole pixels from the body's origin. A pan
/// moves them and paints only what came into sight; what lies just outside is painted ahead, a
/// piece at a time, while nothing happens.
class MapPatches {
public:
    /// Paints `area` of the body onto a bitmap's context whose origin is the area's corner.
    using Render = std::function<void(wxDC&, const wxRect& area)>;

    void clear() noexcept;
    /// Paints at once all of `wanted` that is missing.
    void cover(const wxRect& wanted, double contentScale, const Render& render);
    [[nodiscard]] bool covers(const wxRect& wanted) const { return missing(wanted).empty(); }
    /// Paints at most one missing piece of `wanted`; false when nothing was missing.
    bool coverPiece(const wxRect& wanted, int pieceSize, double contentScale, const Render& render);
    /// Lets go what lies wholly outside.
    void keepOnly(const wxRect& area);
    /// Lets go, and cuts off, what reaches more than `slack` pixels outside.
    void cropTo(const wxRect& area, int slack, double contentScale);
    /// Draws the patches where they meet `dirty` (window pixels). `origin` is the window's corner
    /// in the same pixels. Other than 1, `stretch` shows the patches scaled (a zoom in progress):
    /// window pixel = patch pixel * stretch - origin.
    void draw(wxDC& dc, const wxRect& dirty, wxPoint2DDouble origin, double stretch = 1) const;
    [[nodiscard]] bool empty() const noexcept { return patches_.empty(); }
    [[nodiscard]] std::size_t bytes() const noexcept;
    [[nodiscard]] std::size_t count() const noexcept { return patches_.size(); }

private:
    struct Patch {
        wxRect area;
        wxBitmap bitmap;
    };
    [[nodiscard]] std::vector<wxRect> missing(const wxRect& wanted) const;
    void add(const wxRect& area, double contentScale, const Render& render);

    std::vector<Patch> patches_;
};

} // namespace palpate::gui
