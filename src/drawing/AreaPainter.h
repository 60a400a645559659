// SPDX-License-Identifier: MIT
#pragma once

#include "drawing/Hatching.h"
#include "drawing/MapAreas.h"
#include "drawing/PainInks.h"

#include <memory>
#include <optional>
#include <vector>

namespace palpate::drawing {

/// Paints one area in picture millimetres whose origin is the body's. Area, window, transform and
/// list must outlive it.
class AreaPainter {
public:
    AreaPainter(const MapArea& area, const MapWindow& window, const Transform& transform,
                Ground ground, std::vector<Shape>& out);

    void paint();
    /// Above all areas, so that no later one hides it.
    void paintLabel();
    /// Above all areas too: one sets the next corner by the last ones.
    void paintCorners();

private:
    void add(std::shared_ptr<const Path> path, std::optional<Colour> fill,
             std::optional<Stroke> stroke);
    /// On the trunk while the arm hangs before it: paler, for part of it lies behind.
    [[nodiscard]] bool isBehindArm() const noexcept;
    void fill();
    void pattern();
    void outline();
    void outlineThen();
    void paintArrow(const Polyline& arrow);

    const MapArea& area_;
    const MapWindow& window_;
    const Transform& transform_;
    Ground ground_;
    const Inks& ink_;
    PainInk pain_;
    Rect seen_;
    Stencil stencil_;
    double size_ = 1;
    std::vector<Shape>& out_;
};

} // namespace palpate::drawing
