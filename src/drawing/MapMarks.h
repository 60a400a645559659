// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Finding.h"
#include "drawing/MapWindow.h"
#include "drawing/Palette.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace palpate::drawing {

/// What became of a point between two sessions that are shown on one body.
enum class MarkChange {
    Gone, ///< a dashed ring with a tick, whatever its state was
    New,  ///< a plus beside the mark
};

/// One trigger point on a map. The shape shows the state, the small sign beside it the relation.
struct MapMark {
    BodyPoint at;
    int number = 0;             ///< 0: no number
    std::optional<State> state; ///< empty: not assessed
    bool ghost = false;         ///< known from an earlier session, not yet looked at in this one
    bool treated = false;
    bool selected = false;
    bool approximate = false; ///< the place is not exact: drawn pale
    std::optional<Relation> relation;
    std::optional<Tenderness> tenderness; ///< a tender point is drawn a little larger
    std::string label;                    ///< words beside it, translated; may be empty
    std::optional<MarkChange> change;     ///< empty: two sessions are not compared, or it stayed
    friend bool operator==(const MapMark&, const MapMark&) = default;
};

/// Where a mark is drawn: beside its place when marks would hide each other.
struct PlacedMark {
    std::size_t index = 0; ///< in the marks given
    Point place;           ///< the true place, picture millimetres
    Point centre;          ///< where it is drawn
    double radius = 0;
};

struct MarkStyle {
    Ground ground = Ground::Light;
    double diameter = 4.2; ///< of a mark without tenderness, picture millimetres; below 2 no
                           ///< numbers or signs are drawn
    double textSize = 3.2; ///< of labels
};

/// The marks of the window's view, in order of painting: ghosts first, the selected one last.
[[nodiscard]] std::vector<PlacedMark> placedMarks(std::span<const MapMark> marks,
                                                  const MapWindow& window, const MarkStyle& style);
/// Labels keep out of what is `covered`, picture millimetres, where they can.
[[nodiscard]] Picture markPicture(std::span<const MapMark> marks, const MapWindow& window,
                                  const MarkStyle& style, std::span<const Rect> covered = {});
/// The index of the mark under a point of the picture, the nearest within its radius and
/// `tolerance`; empty: none.
[[nodiscard]] std::optional<std::size_t> hitMark(std::span<const MapMark> marks,
                                                 const MapWindow& window, const MarkStyle& style,
                                                 Point at, double tolerance = 0.5);

/// One mark alone, as big as it needs: for a list or a table. Its label is left out.
[[nodiscard]] Picture markSymbol(const MapMark& mark, const MarkStyle& style);

} // namespace palpate::drawing
