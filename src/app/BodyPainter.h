// SPDX-License-Identifier: MIT
#pragma once

#include "app/FormBodyMap.h"
#include "domain/Body.h"
#include "domain/Outlines.h"
#include "drawing/MapAreas.h"

#include <string>
#include <vector>

namespace palpate::atlas {
class BodyMap;
}

namespace palpate::app {

/// A part of the body that can be chosen from a list, as seen in one view.
struct BodyPart {
    std::string label; ///< "left calf"
    bool painted = false;
    friend bool operator==(const BodyPart&, const BodyPart&) = default;
};

/// Paints where it hurts as the answer to a form's question: front, back and sides, with a brush,
/// an eraser, or whole parts of the body from a list. Knows no record; whoever holds it stores
/// text(). What lies beside the body is left out. The map must outlive it.
class BodyPainter {
public:
    static constexpr double kFine = 12; ///< radius of the brush, millimetres of the standard figure
    static constexpr double kUsual = 28;
    static constexpr double kBroad = 50;

    explicit BodyPainter(const atlas::BodyMap& map) : map_{map} {}

    /// The answer as it is stored; one that is no such text shows nothing.
    void set(const std::string& text);
    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool isEmpty() const noexcept { return parts_.empty(); }

    void setErasing(bool erasing) noexcept { erasing_ = erasing; }
    [[nodiscard]] bool isErasing() const noexcept { return erasing_; }
    void setRadius(double millimetres) noexcept { radius_ = millimetres; }
    [[nodiscard]] double radius() const noexcept { return radius_; }

    // A stroke, from the first place to the last.
    void press(BodyPoint where);
    void drag(BodyPoint where);
    /// True: the answer is another one now.
    bool release();
    void cancel() noexcept;

    void clear();
    /// The parts of that view, from head to foot; the one of `index` becomes painted, or is wiped
    /// when it was.
    [[nodiscard]] std::vector<BodyPart> bodyParts(View view) const;
    void toggle(View view, std::size_t index);

    /// What is painted in a view.
    [[nodiscard]] std::vector<drawing::MapArea> areas(View view) const;
    /// What is being drawn in a view just now.
    [[nodiscard]] std::vector<drawing::MapArea> stroke(View view) const;
    /// "left calf, lower back": where it is painted, the largest first; empty: nothing is.
    [[nodiscard]] std::string words() const;

private:
    [[nodiscard]] std::vector<Polygon> shapeIn(View view) const;
    void put(View view, std::vector<Polygon> shape);

    const atlas::BodyMap& map_;
    std::vector<PaintedPart> parts_; ///< of the trunk's plane; others are kept as they are
    bool erasing_ = false;
    double radius_ = kUsual;
    View view_ = View::Anterior; ///< of the stroke
    std::vector<Place> path_;
    std::vector<Polygon> stroke_;
};

} // namespace palpate::app
