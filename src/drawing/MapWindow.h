// SPDX-License-Identifier: MIT
#pragma once

#include "atlas/BodyMap.h"
#include "drawing/Picture.h"

#include <span>

namespace palpate::drawing {

/// Which part of which view fills a picture. `shown` (millimetres of the body) is fitted whole and
/// centred; beside it the body goes on to the edges of the picture.
struct MapWindow {
    View view = View::Posterior;
    atlas::Peel peel;
    Rect shown;        ///< of the body
    double width = 0;  ///< of the picture, millimetres
    double height = 0; ///< of the picture, millimetres

    /// Picture millimetres per body millimetre; 1 for an empty window.
    [[nodiscard]] double scale() const noexcept;
    /// From the body to the picture.
    [[nodiscard]] Transform transform() const noexcept;
    [[nodiscard]] Point toPicture(BodyPoint at) const noexcept;
    [[nodiscard]] BodyPoint toBody(Point at) const noexcept;
    /// All of the body that the picture covers: `shown` and what lies beside it.
    [[nodiscard]] Rect covered() const noexcept;
    friend bool operator==(const MapWindow&, const MapWindow&) = default;
};

/// The whole body, with a small margin.
[[nodiscard]] MapWindow wholeBody(const atlas::BodyMap& map, View view, atlas::Peel peel,
                                  double width, double height);
/// The part of the view that holds all the points with 11 cm of room round them, at least 32 cm
/// wide and high and never beyond the body; the whole body when there are no points of that view.
[[nodiscard]] MapWindow windowAround(const atlas::BodyMap& map, View view, atlas::Peel peel,
                                     std::span<const BodyPoint> points, double width,
                                     double height);

} // namespace palpate::drawing
