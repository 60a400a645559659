// SPDX-License-Identifier: MIT
#include "drawing/SimplerPaths.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

namespace palpate::drawing {

namespace {

constexpr double kWidestStroke = 2; ///< millimetres of the picture

[[nodiscard]] double distance(Point point, Point from, Point to) {
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    const double length = std::hypot(dx, dy);
    return length == 0 ? std::hypot(point.x - from.x, point.y - from.y)
                       : std::abs(dx * (point.y - from.y) - dy * (point.x - from.x)) / length;
}

/// Douglas and Peucker: keeps the point farthest from the straight line as long as it is farther
/// off than the tolerance, and looks at both halves again. A work list, since outlines are long.
[[nodiscard]] std::vector<Point> thinned(std::span<const Point> points, double tolerance) {
    std::vector<bool> keeps(points.size(), false);
    keeps.front() = true;
    keeps.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> work{{0, points.size() - 1}};
    while (!work.empty()) {
        const auto [from, to] = work.back();
        work.pop_back();
        double most = 0;
        std::size_t farthest = from;
        for (auto i = from + 1; i < to; ++i) {
            if (const double off = distance(points[i], points[from], points[to]); off > most) {
                most = off;
                farthest = i;
            }
        }
        if (most > tolerance) {
            keeps[farthest] = true;
            work.emplace_back(from, farthest);
            work.emplace_back(farthest, to);
        }
    }
    std::vector<Point> kept;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (keeps[i]) {
            kept.push_back(points[i]);
        }
    }
    return kept;
}

/// The farthest point from the first: where a ring is cut in two, each half a line.
[[nodiscard]] std::size_t oppositeOf(const std::vector<Point>& ring) {
    const auto farthest = std::ranges::max_element(ring, {}, [&](const Point& point) {
        return std::hypot(point.x - ring.front().x, point.y - ring.front().y);
    });
    return static_cast<std::size_t>(farthest - ring.begin());
}

[[nodiscard]] Contour simpler(const Contour& contour, double tolerance) {
    if (contour.points.size() < 3) {
        return contour;
    }
    if (!contour.closed) {
        return {thinned(contour.points, tolerance), false};
    }
    const auto opposite = oppositeOf(contour.points);
    auto ring = contour.points;
    ring.push_back(ring.front());
    const std::span<const Point> all{ring};
    auto points = thinned(all.first(opposite + 1), tolerance);
    const auto back = thinned(all.subspan(opposite), tolerance);
    points.insert(points.end(), back.begin() + 1, back.end() - 1);
    return {std::move(points), true};
}

struct Bounds {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
};
[[nodiscard]] Bounds boundsOf(const Contour& contour) {
    const auto [left, right] = std::ranges::minmax(contour.points, {}, &Point::x);
    const auto [top, bottom] = std::ranges::minmax(contour.points, {}, &Point::y);
    return {left.x, top.y, right.x, bottom.y};
}

/// `stroke`: how far beyond its points a line may be seen.
[[nodiscard]] bool isBeside(const Bounds& bounds, const Rect& seen, double stroke) {
    return bounds.right < seen.x - stroke || bounds.left > seen.x + seen.width + stroke ||
           bounds.bottom < seen.y - stroke || bounds.top > seen.y + seen.height + stroke;
}

} // namespace

std::vector<Shape> SimplerPaths::of(const std::vector<Shape>& shapes, const Sight& sight) {
    std::vector<Shape> simplified;
    simplified.reserve(shapes.size());
    for (const auto& shape : shapes) {
        if (const auto* path = std::get_if<PathShape>(&shape); path != nullptr && path->path) {
            simplified.emplace_back(
                PathShape{simpler(path->path, sight), path->fill, path->stroke});
        } else if (const auto* group = std::get_if<Group>(&shape)) {
            const auto& move = group->transform;
            Sight inner{sight.scale * move.scale, group->clip ? group->clip : sight.seen};
            if (inner.seen) {
                const auto& seen = *inner.seen;
                inner.seen = Rect{(seen.x - move.dx) / move.scale, (seen.y - move.dy) / move.scale,
                                  seen.width / move.scale, seen.height / move.scale};
            }
            simplified.emplace_back(
                Group{move, group->clip, group->name, of(group->shapes, inner)});
        } else {
            simplified.push_back(shape);
        }
    }
    return simplified;
}

SimplerPaths::SharedPath SimplerPaths::simpler(const SharedPath& path, const Sight& sight) {
    const auto [first, last] = made_.equal_range(path.get());
    for (auto made = first; made != last; ++made) {
        if (made->second.sight == sight) {
            return made->second.to;
        }
    }
    const double scale = std::max(std::abs(sight.scale), 1e-9);
    const double tolerance = fineness_.tolerance / scale;
    const double least = fineness_.least / scale;
    Path simple;
    for (const auto& contour : path->contours) {
        if (contour.points.empty()) {
            continue;
        }
        const auto bounds = boundsOf(contour);
        const bool isDot = contour.closed && bounds.right - bounds.left < least &&
                           bounds.bottom - bounds.top < least;
        if (!isDot && !(sight.seen && isBeside(bounds, *sight.seen, kWidestStroke / scale))) {
            simple.contours.push_back(drawing::simpler(contour, tolerance));
        }
    }
    auto to = std::make_shared<const Path>(std::move(simple));
    made_.emplace(path.get(), Made{path, sight, to});
    return to;
}

} // namespace palpate::drawing
