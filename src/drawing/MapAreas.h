// SPDX-License-Identifier: MIT
#pragma once

#include "domain/PainArea.h"
#include "drawing/MapWindow.h"
#include "drawing/Palette.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace palpate::drawing {

/// One painted pain area on a map. The pattern and the hue show the quality, the strength of the
/// fill the intensity, the outline the depth: double for deep, thin for surface.
struct MapArea {
    View view = View::Posterior;
    bool onArm = false;           ///< shown only while the arm is; in Left and Right. While it
                                  ///< is, areas of the trunk are paler
    std::vector<Polygon> shape;   ///< even-odd, as PainArea keeps them
    std::vector<Polyline> arrows; ///< drawn with a head at the end, whatever the quality
    std::optional<PainQuality> quality; ///< empty: a light fill without pattern
    std::optional<PainScore> intensity; ///< empty: filled as if halfway
    std::optional<PainDepth> depth;     ///< empty: a plain outline
    bool selected = false;
    bool then = false;   ///< drawn in an earlier session: a dashed outline and nothing inside
    bool sketch = false; ///< being drawn just now: without pattern, light enough for every frame
    std::string label;   ///< words in its middle, translated; may be empty
    /// Of a polygon set corner by corner, not closed yet: a dashed line with dots, a ring round the
    /// first, where it closes. It lies above all areas and is never hit.
    std::vector<Place> corners;
    friend bool operator==(const MapArea&, const MapArea&) = default;
};

/// The areas of the window's view; one that hangs on the arm only while the arm is shown. Patterns
/// keep their size on the picture and their place on the body, so that they do not crawl when the
/// map is moved. Below a scale at which they would only be grey they are left out.
[[nodiscard]] Picture areaPicture(std::span<const MapArea> areas, const MapWindow& window,
                                  Ground ground);

/// The index of the area under a point of the picture: the topmost that holds it, else the nearest
/// whose edge or arrow lies within `tolerance` picture millimetres; empty: none. One of an earlier
/// session is never hit.
[[nodiscard]] std::optional<std::size_t>
hitArea(std::span<const MapArea> areas, const MapWindow& window, Point at, double tolerance = 1.0);

} // namespace palpate::drawing
