// SPDX-License-Identifier: MIT
#include "drawing/Smoothing.h"

#include <algorithm>
#include <cmath>

namespace palpate::drawing {

namespace {

/// Turns beyond 52 degrees are corners.
constexpr double kLeastCosine = 0.615;
/// How far the pieces may stray from the curve, mm of the body: a quarter of a pixel at the largest
/// magnification.
constexpr double kFinest = 0.04;
constexpr double kMostPieces = 6;

struct Direction {
    double x = 0;
    double y = 0;
    bool isCorner = true;
};

/// The tangent of the circle through three places; none where the line turns sharply.
[[nodiscard]] Direction directionAt(Place before, Place at, Place after) noexcept {
    const double inX = at.x - before.x;
    const double inY = at.y - before.y;
    const double outX = after.x - at.x;
    const double outY = after.y - at.y;
    const double in = std::hypot(inX, inY);
    const double out = std::hypot(outX, outY);
    if (in < 1e-9 || out < 1e-9 || inX * outX + inY * outY < kLeastCosine * in * out) {
        return {};
    }
    const double x = inX / in * out + outX / out * in;
    const double y = inY / in * out + outY / out * in;
    const double length = std::hypot(x, y);
    return {x / length, y / length, false};
}

[[nodiscard]] Point between(Point one, Point other, double share) noexcept {
    return {one.x + (other.x - one.x) * share, one.y + (other.y - one.y) * share};
}

struct Curve {
    Point from;
    Point a;
    Point b;
    Point to;
    [[nodiscard]] Point at(double t) const noexcept {
        const double u = 1 - t;
        const double k0 = u * u * u;
        const double k1 = 3 * u * u * t;
        const double k2 = 3 * u * t * t;
        const double k3 = t * t * t;
        return {k0 * from.x + k1 * a.x + k2 * b.x + k3 * to.x,
                k0 * from.y + k1 * a.y + k2 * b.y + k3 * to.y};
    }
    /// From its chord; also asked at the quarters, since an S passes through the chord's middle.
    [[nodiscard]] double stray() const noexcept {
        double most = 0;
        for (const double t : {0.25, 0.5, 0.75}) {
            const Point on = at(t);
            const Point straight = between(from, to, t);
            most = std::max(most, std::hypot(on.x - straight.x, on.y - straight.y));
        }
        return most;
    }
};

/// Along the middle of the body, or a cut: no curve of anyone's.
[[nodiscard]] bool isUpright(Place from, Place to) noexcept {
    constexpr double kSame = 0.05; // mm: half the step in which the atlas is kept
    constexpr double kShort = 3;   // mm
    const double x = std::abs(to.x - from.x);
    const double y = std::abs(to.y - from.y);
    return (x < kSame && y > kShort) || (y < kSame && x > kShort);
}

void appendCurve(std::vector<Point>& into, Place from, Direction leaving, Place to,
                 Direction arriving, double most) {
    Curve curve{{from.x, from.y}, {}, {}, {to.x, to.y}};
    const double third = std::hypot(to.x - from.x, to.y - from.y) / 3;
    const Point straightA = between(curve.from, curve.to, 1.0 / 3);
    const Point straightB = between(curve.from, curve.to, 2.0 / 3);
    curve.a = leaving.isCorner ? straightA
                               : Point{from.x + leaving.x * third, from.y + leaving.y * third};
    curve.b =
        arriving.isCorner ? straightB : Point{to.x - arriving.x * third, to.y - arriving.y * third};
    double stray = curve.stray();
    if (stray > most) {
        curve.a = between(straightA, curve.a, most / stray);
        curve.b = between(straightB, curve.b, most / stray);
        stray = most;
    }
    const double pieces = std::clamp(std::ceil(std::sqrt(stray / kFinest)), 1.0, kMostPieces);
    for (double i = 1; i < pieces; i += 1) {
        into.push_back(curve.at(i / pieces));
    }
}

} // namespace

Smoothed smoothed(std::span<const Place> places, bool closed, double most) {
    Smoothed line;
    const std::size_t count = places.size();
    line.points.reserve(count * 2);
    line.starts.reserve(count);
    std::vector<Direction> directions(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (closed || (i > 0 && i + 1 < count)) {
            directions[i] =
                directionAt(places[(i + count - 1) % count], places[i], places[(i + 1) % count]);
        }
    }
    for (std::size_t i = 0; i < count; ++i) {
        line.starts.push_back(line.points.size());
        line.points.push_back({places[i].x, places[i].y});
        const std::size_t next = (i + 1) % count;
        if ((next != 0 || closed) && !isUpright(places[i], places[next])) {
            appendCurve(line.points, places[i], directions[i], places[next], directions[next],
                        most);
        }
    }
    return line;
}

} // namespace palpate::drawing
