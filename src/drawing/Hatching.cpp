// SPDX-License-Identifier: MIT
#include "drawing/Hatching.h"

#include "drawing/Smoothing.h"
#include "drawing/TwoPaths.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace palpate::drawing {

namespace {

/// About half a pixel of a screen: nobody sees a finer corner.
constexpr double kFinest = 0.13;
/// How far the rounded outline of an area may stray from the one that was drawn, mm of the body.
constexpr double kMostAreaStray = 1.2;
/// A pattern of more lines than this would be a grey field anyway.
constexpr long kMostLines = 4000;

[[nodiscard]] bool meet(const Rect& a, const Rect& b) noexcept {
    return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height &&
           b.y <= a.y + a.height;
}

[[nodiscard]] Rect common(const Rect& a, const Rect& b) noexcept {
    const double left = std::max(a.x, b.x);
    const double top = std::max(a.y, b.y);
    return {left, top, std::max(0.0, std::min(a.x + a.width, b.x + b.width) - left),
            std::max(0.0, std::min(a.y + a.height, b.y + b.height) - top)};
}

struct Turn {
    double cosine;
    double sine;
    explicit Turn(double radians) : cosine{std::cos(radians)}, sine{std::sin(radians)} {}
    [[nodiscard]] Point turned(Point p) const noexcept {
        return {p.x * cosine + p.y * sine, p.y * cosine - p.x * sine};
    }
    [[nodiscard]] Point back(Point p) const noexcept {
        return {p.x * cosine - p.y * sine, p.y * cosine + p.x * sine};
    }
};

/// What of a < t < b is common to two sorted lists of spans on one line.
template <class Spans> void keepCommon(Spans& spans, const Spans& others) {
    Spans both;
    auto other = others.begin();
    for (const auto& span : spans) {
        while (other != others.end() &&
               (other->line < span.line || (other->line == span.line && other->to <= span.from))) {
            ++other;
        }
        for (auto o = other; o != others.end() && o->line == span.line && o->from < span.to; ++o) {
            both.push_back({span.line, std::max(span.from, o->from), std::min(span.to, o->to)});
        }
    }
    spans = std::move(both);
}

template <class PlaceOrPoint>
[[nodiscard]] std::vector<Point> thinnedOf(std::span<const PlaceOrPoint> places, double scale,
                                           double least) {
    std::vector<Point> points;
    points.reserve(places.size());
    const double leastSquared = least * least;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Point p{places[i].x * scale, places[i].y * scale};
        if (!points.empty() && i + 1 < places.size()) {
            const double dx = p.x - points.back().x;
            const double dy = p.y - points.back().y;
            if (dx * dx + dy * dy < leastSquared) {
                continue;
            }
        }
        points.push_back(p);
    }
    return points;
}

[[nodiscard]] std::vector<Point> roundedRing(const Ring& ring, double scale) {
    const Smoothed round = smoothed(ring, true, kMostAreaStray);
    return thinnedOf(std::span<const Point>{round.points}, scale, kFinest);
}

} // namespace

std::vector<Point> thinned(std::span<const Place> places, double scale, double least) {
    return thinnedOf(places, scale, least);
}

Stencil::Stencil(std::span<const Polygon> polygons, double scale, const Rect& seen, Corners corners)
    : seen_{seen} {
    constexpr double kFar = std::numeric_limits<double>::max();
    double left = kFar;
    double top = kFar;
    double right = -kFar;
    double bottom = -kFar;
    for (const Polygon& polygon : polygons) {
        for (const Ring& ring : polygon) {
            for (const Place place : ring) {
                left = std::min(left, place.x * scale);
                right = std::max(right, place.x * scale);
                top = std::min(top, place.y * scale);
                bottom = std::max(bottom, place.y * scale);
            }
        }
    }
    if (left > right) {
        return;
    }
    box_ = {left, top, right - left, bottom - top};
    outOfSight_ = !meet(box_, seen_);
    if (outOfSight_) {
        return;
    }
    const bool rounds = corners == Corners::Rounded && scale >= TwoPaths::kRoundFrom;
    auto path = std::make_shared<Path>();
    for (const Polygon& polygon : polygons) {
        for (const Ring& ring : polygon) {
            std::vector<Point> points =
                rounds ? roundedRing(ring, scale) : thinned(ring, scale, kFinest);
            if (points.size() >= 3) {
                path->contours.push_back({points, true});
                rings_.push_back(std::move(points));
            }
        }
    }
    outline_ = std::move(path);
}

std::vector<Stencil::Span> Stencil::cut(double apart, double radians, double shift) const {
    const Turn turn{radians};
    // The lines that can show: those through what is both seen and inside the box.
    const Rect part = common(box_, seen_);
    double least = std::numeric_limits<double>::max();
    double most = -least;
    double leftmost = least;
    double rightmost = -least;
    for (const Point corner :
         {Point{part.x, part.y}, Point{part.x + part.width, part.y},
          Point{part.x, part.y + part.height}, Point{part.x + part.width, part.y + part.height}}) {
        const Point p = turn.turned(corner);
        least = std::min(least, p.y);
        most = std::max(most, p.y);
        leftmost = std::min(leftmost, p.x);
        rightmost = std::max(rightmost, p.x);
    }
    const long first = std::lround(std::ceil((least - shift) / apart));
    const long last = std::lround(std::floor((most - shift) / apart));
    if (last < first || last - first >= kMostLines) {
        return {};
    }
    std::vector<std::vector<double>> crossings(static_cast<std::size_t>(last - first + 1));
    for (const std::vector<Point>& ring : rings_) {
        Point from = turn.turned(ring.back());
        for (const Point corner : ring) {
            const Point to = turn.turned(corner);
            const double low = (std::min(from.y, to.y) - shift) / apart;
            const double high = (std::max(from.y, to.y) - shift) / apart;
            const long begin = std::max(first, std::lround(std::ceil(low)));
            // Half open, so that a corner on a line counts once.
            for (long line = begin; line <= last && static_cast<double>(line) < high; ++line) {
                const double y = static_cast<double>(line) * apart + shift;
                crossings[static_cast<std::size_t>(line - first)].push_back(
                    from.x + (y - from.y) / (to.y - from.y) * (to.x - from.x));
            }
            from = to;
        }
    }
    std::vector<Span> spans;
    for (long line = first; line <= last; ++line) {
        auto& xs = crossings[static_cast<std::size_t>(line - first)];
        std::sort(xs.begin(), xs.end());
        for (std::size_t i = 0; i + 1 < xs.size(); i += 2) {
            const double from = std::max(xs[i], leftmost);
            const double to = std::min(xs[i + 1], rightmost);
            if (from < to) {
                spans.push_back({line, from, to});
            }
        }
    }
    return spans;
}

std::shared_ptr<const Path> Stencil::hatched(double apart, double radians) const {
    auto path = std::make_shared<Path>();
    const Turn turn{radians};
    for (const Span& span : cut(apart, radians, 0)) {
        const double y = static_cast<double>(span.line) * apart;
        path->contours.push_back({{turn.back({span.from, y}), turn.back({span.to, y})}, false});
    }
    return path;
}

std::shared_ptr<const Path> Stencil::zigzags(double apart, double high) const {
    auto spans = cut(apart, 0, -high / 2);
    keepCommon(spans, cut(apart, 0, high / 2));
    auto path = std::make_shared<Path>();
    for (const Span& span : spans) {
        // Teeth stand where they stand on the body: tooth n has its tip at n * high.
        const double y = static_cast<double>(span.line) * apart;
        std::vector<Point> points;
        const auto at = [&](double x) {
            const double tooth = std::abs(std::remainder(x / high, 2.0)); // 0 at tips up, 1 down
            return Point{x, y + (tooth - 0.5) * high};
        };
        points.push_back(at(span.from));
        for (double n = std::floor(span.from / high) + 1; n * high < span.to; n += 1) {
            points.push_back(at(n * high));
        }
        points.push_back(at(span.to));
        path->contours.push_back({std::move(points), false});
    }
    return path;
}

std::shared_ptr<const Path> Stencil::strewn(double apart, double radius, const Sign& sign) const {
    auto spans = cut(apart, 0, -radius);
    keepCommon(spans, cut(apart, 0, 0));
    keepCommon(spans, cut(apart, 0, radius));
    auto path = std::make_shared<Path>();
    for (const Span& span : spans) {
        const double y = static_cast<double>(span.line) * apart;
        const double stagger = span.line % 2 != 0 ? apart / 2 : 0;
        const double first = std::ceil((span.from + radius - stagger) / apart);
        for (double n = first; n * apart + stagger <= span.to - radius; n += 1) {
            sign(*path, {n * apart + stagger, y});
        }
    }
    return path;
}

Point Stencil::heart() const {
    const Rect part = common(box_, seen_);
    const double apart = std::max(part.height / 12, 0.2);
    Point best{part.x + part.width / 2, part.y + part.height / 2};
    double widest = 0;
    for (const Span& span : cut(apart, 0, 0)) {
        if (span.to - span.from > widest) {
            widest = span.to - span.from;
            best = {(span.from + span.to) / 2, static_cast<double>(span.line) * apart};
        }
    }
    return best;
}

} // namespace palpate::drawing
