// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Picture.h"
#include "gui/Painting.h"

#include <wx/bitmap.h>
#include <wx/dc.h>

#include <cstddef>
#include <vector>

namespace palpate::gui {

/// Where a card lies on the map.
enum class Corner { TopLeft, TopRight, BottomLeft, BottomRight };
/// A small picture on a card of its own above the map: a legend, the numbers.
struct MapInset {
    Corner corner = Corner::BottomLeft;
    drawing::Picture picture;
};

/// A card painted once, with its shadow: a rounded panel with a picture on it.
class MapCard {
public:
    /// An empty card: `area` is empty.
    MapCard() = default;
    /// `area` and `inner` in window pixels; the picture fills `inner`.
    MapCard(const wxRect& area, const wxRect& inner, const drawing::Picture& picture,
            double pixelsPerMm, double contentScale, PathCache& paths);

    [[nodiscard]] const wxRect& area() const noexcept { return area_; }
    [[nodiscard]] bool contains(wxPoint at) const { return area_.Contains(at); }
    /// Draws it where it meets `dirty`, on a bitmap of that part of the window.
    void draw(wxDC& dc, const wxRect& dirty) const;
    [[nodiscard]] std::size_t bytes() const noexcept;

private:
    wxRect area_;
    wxRect reach_; ///< with the shadow
    wxBitmap bitmap_;
};

/// Cards for the insets, in their corners one below (or above) the other. `below` is left free at
/// the top left.
[[nodiscard]] std::vector<MapCard> insetCards(const std::vector<MapInset>& insets, wxSize window,
                                              int margin, int pad, int below, double contentScale,
                                              PathCache& paths);

} // namespace palpate::gui
