// SPDX-License-Identifier: MIT
#pragma once

#include <wx/bitmap.h>
#include <wx/dc.h>
#include <wx/graphics.h>
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
    /// Paints `area` of the body onto a context whose origin is the area's corner.
    using Render = std::function<void(wxGraphicsContext&, const wxRect& area)>;

    void clear() noexcept;
    /// Paints at once all of `wanted` that is missing.
    void cover(const wxRect& wanted, double contentScale, const Render& render);
    /// Paints at most one missing piece of `wanted`; false when nothing was missing.
    bool coverPiece(const wxRect& wanted, int pieceSize, double contentScale, const Render& render);
    /// Lets go what lies wholly outside.
    void keepOnly(const wxRect& area);
    /// `origin` is the window's corner in the same pixels. Other than 1, `stretch` shows the
    /// patches scaled (a zoom in progress): window pixel = patch pixel * stretch - origin.
    void draw(wxDC& dc, wxPoint2DDouble origin, double stretch = 1) const;
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
