// SPDX-License-Identifier: MIT
#include "drawing/VisibleLines.h"

#include <algorithm>
#include <cmath>

namespace palpate::drawing {

namespace {

/// Lines are this wide at most: one that lies under an edge still peeps out. Millimetres of the
/// body.
constexpr double kLineReach = 0.9;

/// Finds what covers a place: outlines in order of painting, found by the cell they lie in.
class Cover {
public:
    explicit Cover(const atlas::ViewFrame& frame)
        : columns_{cellsIn(frame.width)}, rows_{cellsIn(frame.height)}, cells_(columns_ * rows_) {}

    /// In order of painting; the outline must outlive the cover.
    void add(const atlas::Outline& outline) {
        const auto order = outlines_.size();
        outlines_.push_back(&outline);
        const atlas::Box& box = outline.box();
        for (std::size_t row = cell(box.top, rows_); row <= cell(box.bottom, rows_); ++row) {
            for (std::size_t column = cell(box.left, columns_); column <= cell(box.right, columns_);
                 ++column) {
                cells_[row * columns_ + column].push_back(order);
            }
        }
    }

    /// Something painted after `order` lies over the place.
    [[nodiscard]] bool hides(Place place, std::size_t order) const noexcept {
        const auto& found = cells_[cell(place.y, rows_) * columns_ + cell(place.x, columns_)];
        return std::any_of(found.rbegin(), found.rend(), [&](std::size_t other) {
            return other > order && outlines_[other]->contains(place);
        });
    }

private:
    static constexpr double kCell = 16; // mm

    [[nodiscard]] static std::size_t cellsIn(double length) noexcept {
        return static_cast<std::size_t>(std::max(0.0, length) / kCell) + 1;
    }
    [[nodiscard]] static std::size_t cell(double at, std::size_t count) noexcept {
        return std::min(count - 1, static_cast<std::size_t>(std::max(0.0, at) / kCell));
    }

    std::size_t columns_;
    std::size_t rows_;
    std::vector<std::vector<std::size_t>> cells_;
    std::vector<const atlas::Outline*> outlines_;
};

/// Which edges of a line show, from place i to the next: those not hidden along their whole length.
[[nodiscard]] std::vector<bool> shown(const std::vector<Place>& places, bool closed,
                                      const Cover& cover, std::size_t order) {
    std::vector<bool> keeps(places.size(), false);
    const std::size_t edges = closed ? places.size() : places.size() - 1;
    constexpr double kStep = 6; // mm between the places asked
    for (std::size_t i = 0; i < edges; ++i) {
        const Place a = places[i];
        const Place b = places[(i + 1) % places.size()];
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        if (length <= 0) {
            continue;
        }
        const double acrossX = -(b.y - a.y) / length * kLineReach;
        const double acrossY = (b.x - a.x) / length * kLineReach;
        const double steps = std::ceil(length / kStep);
        for (double n = 0; n <= steps && !keeps[i]; n += 1) {
            const double x = a.x + (b.x - a.x) * n / steps;
            const double y = a.y + (b.y - a.y) * n / steps;
            keeps[i] = !cover.hides({x + acrossX, y + acrossY}, order) ||
                       !cover.hides({x - acrossX, y - acrossY}, order);
        }
    }
    return keeps;
}

[[nodiscard]] TwoPaths shownOf(const atlas::Outline& outline, const Cover& cover,
                               std::size_t order) {
    TwoPathsBuilder paths;
    for (const Polygon& polygon : outline.polygons()) {
        for (const Ring& ring : polygon) {
            paths.addRuns(ring, true, shown(ring, true, cover, order));
        }
    }
    return std::move(paths).take();
}

} // namespace

VisibleLines visibleLines(const atlas::BodyMap& map, View view, atlas::Plane plane, Layer top) {
    const auto bones = map.paintedBones(view, plane);
    const auto muscles = map.paintedMuscles(view, plane, top);
    Cover cover{map.frame(view)};
    for (const atlas::PaintedBone& bone : bones) {
        cover.add(bone.shape->outline);
    }
    for (const atlas::PaintedMuscle& muscle : muscles) {
        cover.add(muscle.shape->visible);
    }
    VisibleLines lines;
    std::size_t order = 0;
    for (const atlas::PaintedBone& bone : bones) {
        lines.bones.push_back(shownOf(bone.shape->outline, cover, order++));
    }
    for (const atlas::PaintedMuscle& muscle : muscles) {
        lines.muscles.push_back(shownOf(muscle.shape->visible, cover, order));
        TwoPathsBuilder fibres;
        for (const Polyline& fibre : muscle.shape->fibres) {
            fibres.addRuns(fibre, false, shown(fibre, false, cover, order));
        }
        lines.fibres.push_back(std::move(fibres).take());
        ++order;
    }
    return lines;
}

} // namespace palpate::drawing
