// SPDX-License-Identifier: MIT
#pragma once

#include "app/SessionView.h"
#include "domain/Body.h"
#include "domain/PainArea.h"

#include <optional>
#include <string>
#include <vector>

namespace palpate::app {

struct SessionInside;

/// Drawing where it hurts. A stroke that begins on the selected area adds to it; any other begins a
/// new area, which is then the selected one. Quality, intensity and depth are those of the selected
/// area, else of the next one; after that only the quality stays with the pen. Part of a
/// SessionPresenter and lives as long. What is drawn is clipped to the body; calls that store may
/// throw StorageError or EditRefused.
class PainPainter {
public:
    /// Millimetres of the standard figure: from a fingertip to a flat hand.
    static constexpr double kLeastRadius = 3;
    static constexpr double kMostRadius = 60;

    explicit PainPainter(SessionInside& inside) noexcept : inside_{inside} {}
    PainPainter(const PainPainter&) = delete;
    PainPainter& operator=(const PainPainter&) = delete;

    /// Whether the map paints pain or marks points.
    void setPainting(bool on);
    void setTool(PainTool tool);
    void setRadius(double millimetres); ///< kept within the bounds above
    void setQuality(std::optional<PainQuality> quality);
    void setIntensity(std::optional<PainScore> intensity);
    void setDepth(std::optional<PainDepth> depth);

    // The pointer. A stroke is stored by keep() while it is drawn and by released(), all of it one
    // step of undo.
    void pressed(BodyPoint where);
    void draggedTo(BodyPoint where);
    void keep();
    void released();
    /// The stroke in progress is taken back, what keep() stored of it too.
    void cancelled();
    /// Pressed and released without moving: selects the area there, else dabs; with the polygon it
    /// sets a corner, and on the first corner (within `reach` mm) closes.
    void clickedAt(BodyPoint where, double reach);
    /// The region of the body under the place becomes part of the area, as if painted whole.
    void fillRegionAt(BodyPoint where);
    void closePolygon(); ///< with three corners or more; fewer are dropped
    void removeCorner();
    void dropCorners();

    /// What is being drawn and not stored yet.
    [[nodiscard]] const PaintStroke& stroke() const noexcept;

    // Areas.
    void select(std::optional<PainAreaId> area);
    void remove(PainAreaId area);
    /// A second area on the other side of the body, alike in all else; in the side views it lies in
    /// the other side's view.
    void mirror(PainAreaId area);
    void setNote(PainAreaId area, const std::string& note);
    /// The areas of the last session again, as areas of this one: shape, arrows and quality. How
    /// strong and how deep it is has to be asked anew.
    void copyLast();
    /// Shows the candidate's muscle on the map.
    void showCandidate(std::size_t index);
    /// Marks a point where the candidate is usually found; one that is there already is selected,
    /// also one of its muscle that was not said to be any known point.
    /// EditRefused when it has no place on the map.
    void placeCandidate(std::size_t index);

private:
    SessionInside& inside_;
};

} // namespace palpate::app
