// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/BodyMapPicture.h"
#include "drawing/MapLegend.h"
#include "gui/MapCanvas.h"

#include <functional>
#include <span>
#include <vector>

namespace palpate::gui {

/// What the cards on a map show.

/// The legend, in as many rows as it needs within `room` millimetres of the screen, and no wider
/// than its widest row.
[[nodiscard]] drawing::Picture legendCard(std::span<const drawing::LegendEntry> entries,
                                          double room);

/// The whole body in small with the marks and areas of the map, without their words.
[[nodiscard]] drawing::Picture
bodyInSmall(const drawing::BodyShapes& shapes, const drawing::Rect& frame,
            const std::function<drawing::MapWindow(const MapViewport&)>& windowOf,
            drawing::MapStyle style, drawing::MarkStyle dots, std::vector<drawing::MapMark> marks,
            std::vector<drawing::MapArea> areas);

} // namespace palpate::gui
