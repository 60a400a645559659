// SPDX-License-Identifier: MIT
#pragma once

#include "domain/Outlines.h"
#include "drawing/Picture.h"

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace palpate::drawing {

/// Polygons in picture millimetres, ready to be filled with patterns: cut by scan lines, even-odd.
/// Detail finer than the eye sees on the picture is dropped.
class Stencil {
public:
    /// Rounded: in a close view blunt corners are, as those of the body.
    enum class Corners { AsGiven, Rounded };

    /// `scale`: picture millimetres per body millimetre. The origin stays that of the body, so that
    /// a pattern keeps its place on the body while the map moves. `seen`: what of it shows; nothing
    /// is made for the rest.
    Stencil(std::span<const Polygon> polygons, double scale, const Rect& seen,
            Corners corners = Corners::AsGiven);

    [[nodiscard]] bool isOutOfSight() const noexcept { return outOfSight_; }
    [[nodiscard]] const Rect& box() const noexcept { return box_; }
    /// The outlines, closed; nullptr when out of sight.
    [[nodiscard]] const std::shared_ptr<const Path>& outline() const noexcept { return outline_; }

    /// Straight parallel lines `apart` millimetres, turned by `radians`, of the parts inside.
    [[nodiscard]] std::shared_ptr<const Path> hatched(double apart, double radians) const;
    /// Zigzag rows `apart` millimetres, with teeth `high` and twice as wide.
    [[nodiscard]] std::shared_ptr<const Path> zigzags(double apart, double high) const;
    /// Calls `sign` with the path and a centre for places on a staggered grid round which at least
    /// `radius` millimetres are inside.
    using Sign = std::function<void(Path& into, Point centre)>;
    [[nodiscard]] std::shared_ptr<const Path> strewn(double apart, double radius,
                                                     const Sign& sign) const;
    /// The middle of the widest run of the inside: a place for words.
    [[nodiscard]] Point heart() const;

private:
    struct Span {
        long line;   ///< how many times `apart` from the origin
        double from; ///< along the line
        double to;
    };
    /// The parts of the lines y = line * apart + shift that lie inside, after turning everything by
    /// -radians; ordered by line, then from left to right.
    [[nodiscard]] std::vector<Span> cut(double apart, double radians, double shift) const;

    std::vector<std::vector<Point>> rings_;
    Rect seen_;
    Rect box_;
    bool outOfSight_ = true;
    std::shared_ptr<const Path> outline_;
};

/// Drops places nearer than `least` to the last one kept; the ends stay.
[[nodiscard]] std::vector<Point> thinned(std::span<const Place> places, double scale, double least);

} // namespace palpate::drawing
