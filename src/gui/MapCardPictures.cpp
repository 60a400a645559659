// SPDX-License-Identifier: MIT
#include "gui/MapCardPictures.h"

#include "gui/MapGround.h"

#include <utility>

namespace palpate::gui {

drawing::Picture legendCard(std::span<const drawing::LegendEntry> entries, double room) {
    drawing::MarkStyle small;
    small.ground = groundNow();
    small.diameter = 3.2;
    small.textSize = 3.3;
    // Wrapped at its own width: a hair wider, so that no rounding breaks its widest row.
    return drawing::markLegend(entries, drawing::legendWidth(entries, small, room) + 0.01, small);
}

drawing::Picture bodyInSmall(const drawing::BodyShapes& shapes, const drawing::Rect& frame,
                             const std::function<drawing::MapWindow(const MapViewport&)>& windowOf,
                             drawing::MapStyle style, drawing::MarkStyle dots,
                             std::vector<drawing::MapMark> marks,
                             std::vector<drawing::MapArea> areas) {
    constexpr double kHeight = 60; // millimetres of the picture
    const MapViewport viewport{frame, kHeight / frame.height, frame.width * kHeight / frame.height,
                               kHeight};
    style.fibres = false;
    style.labels = false;
    style.landmarks = false;
    style.ghostLayers = false;
    style.sides = false;
    dots.diameter = 1.8;
    drawing::MapOverlay shown;
    shown.marks = std::move(marks);
    shown.areas = std::move(areas);
    for (drawing::MapMark& mark : shown.marks) {
        mark.label.clear();
        mark.selected = false;
    }
    return drawing::bodyMapPicture(shapes, windowOf(viewport), style, dots, shown);
}

} // namespace palpate::gui
