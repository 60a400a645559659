// SPDX-License-Identifier: MIT
#include "drawing/AreaPainter.h"

#include "drawing/TextWidth.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace palpate::drawing {

namespace {

/// Below this scale (a body of about 9 cm) a pattern is only grey.
constexpr double kPatternsFrom = 0.05;
/// Below this scale an outline alone has to do: no casing, no double line, no words.
constexpr double kDetailFrom = 0.03;

/// Patterns shrink with the map, but slower, and fit into a field as small as that of a legend. A
/// field that fills the screen gets a wider one, so that no area costs more than a small one.
[[nodiscard]] double patternSize(const MapWindow& window, const Rect& box) noexcept {
    const double byScale = std::clamp(0.5 + window.scale() * 1.1, 0.5, 1.0);
    const double edge = std::min(box.width, box.height);
    const double byBox = std::clamp(edge / 8, 0.5, 1.0);
    constexpr double kLarge = 28;
    constexpr double kGrowth = 0.75;
    constexpr double kWidest = 3;
    return std::min(byScale, byBox) * std::clamp(std::pow(edge / kLarge, kGrowth), 1.0, kWidest);
}

void addPolygon(Path& path, Point centre, double radius, int corners) {
    Contour contour;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        contour.points.push_back(
            {centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
    }
    path.contours.push_back(std::move(contour));
}

[[nodiscard]] Rect inBodyUnits(const MapWindow& window, const Transform& t) noexcept {
    return {-t.dx, -t.dy, window.width, window.height};
}

} // namespace

AreaPainter::AreaPainter(const MapArea& area, const MapWindow& window, const Transform& transform,
                         Ground ground, std::vector<Shape>& out)
    : area_{area}, window_{window}, transform_{transform}, ground_{ground}, ink_{inks(ground)},
      pain_{painInk(area.quality, ground)}, seen_{inBodyUnits(window, transform)},
      stencil_{area.shape, transform.scale, seen_, Stencil::Corners::Rounded}, out_{out} {}

void AreaPainter::paint() {
    if (!stencil_.isOutOfSight()) {
        size_ = patternSize(window_, stencil_.box());
        if (area_.then) {
            outlineThen();
        } else {
            fill();
            if (window_.scale() >= kPatternsFrom && !area_.sketch) {
                pattern();
            }
            outline();
        }
    }
    if (!area_.then) {
        for (const Polyline& arrow : area_.arrows) {
            paintArrow(arrow);
        }
    }
}

void AreaPainter::paintLabel() {
    if (area_.label.empty() || stencil_.isOutOfSight() || window_.scale() < kDetailFrom) {
        return;
    }
    // Smaller on a small picture, and never cut off by its edge.
    const double size = std::clamp(window_.width / 40, 2.2, 3.4);
    const double half = estimatedWidth(area_.label, size, Weight::Bold) / 2;
    const Point heart = stencil_.heart();
    const double x =
        std::clamp(heart.x, seen_.x + half, std::max(seen_.x + half, seen_.x + seen_.width - half));
    out_.emplace_back(TextShape{{x, heart.y + size * 0.36},
                                area_.label,
                                size,
                                Align::Middle,
                                Weight::Bold,
                                false,
                                ground_ == Ground::Dark ? mixed(pain_.line, ink_.text, 0.3)
                                                        : mixed(pain_.line, ink_.text, 0.4),
                                withAlpha(ink_.ground, 225)});
}

void AreaPainter::paintCorners() {
    if (area_.corners.empty()) {
        return;
    }
    Contour way{{}, false};
    for (const Place corner : area_.corners) {
        way.points.push_back({corner.x * transform_.scale, corner.y * transform_.scale});
    }
    constexpr double kLine = 0.4;
    constexpr double kDot = 0.75;
    constexpr double kRing = 1.5;
    const Colour casing = withAlpha(ink_.ground, 210);
    const std::vector<Point> dots = way.points;
    if (dots.size() > 1) {
        auto path = std::make_shared<Path>();
        path->contours.push_back(std::move(way));
        add(path, {}, Stroke{casing, kLine * 2.5, {}});
        add(path, {}, Stroke{pain_.line, kLine, {1.6, 1.1}});
    }
    const auto dot = [&](Point at, double radius, std::optional<Colour> fill,
                         std::optional<Stroke> stroke) {
        out_.emplace_back(CircleShape{at, radius, fill, std::move(stroke)});
    };
    dot(dots.front(), kRing, casing, Stroke{casing, kLine * 2.5, {}});
    dot(dots.front(), kRing, {}, Stroke{pain_.line, kLine, {}});
    for (const Point at : dots) {
        dot(at, kDot, pain_.line, Stroke{casing, kLine / 2, {}});
    }
}

void AreaPainter::add(std::shared_ptr<const Path> path, std::optional<Colour> fill,
                      std::optional<Stroke> stroke) {
    if (path && !path->contours.empty()) {
        out_.emplace_back(PathShape{std::move(path), fill, std::move(stroke)});
    }
}

bool AreaPainter::isBehindArm() const noexcept {
    return !area_.onArm && window_.peel.showArm &&
           (area_.view == View::Left || area_.view == View::Right);
}

void AreaPainter::fill() {
    std::uint8_t alpha = painAlpha(area_.intensity, ground_);
    if (isBehindArm()) {
        alpha = static_cast<std::uint8_t>(alpha / 2);
    }
    if (area_.quality == PainQuality::Ache && window_.scale() >= kPatternsFrom) {
        // Dull and without an edge: the fill runs out over its outline.
        add(stencil_.outline(), {},
            Stroke{withAlpha(pain_.fill, static_cast<std::uint8_t>(alpha * 0.55)),
                   std::min(2.6 * size_, 3.0),
                   {}});
    }
    add(stencil_.outline(), withAlpha(pain_.fill, alpha), {});
}

void AreaPainter::pattern() {
    const double s = size_;
    const double pen = std::min(s, 1.0) * std::sqrt(std::max(s, 1.0)); // grows slower
    const Colour line = withAlpha(pain_.line, isBehindArm() ? 110 : 215);
    if (!area_.quality) {
        return;
    }
    switch (*area_.quality) {
    case PainQuality::Ache:
        break;
    case PainQuality::Sharp:
        add(stencil_.strewn(4.2 * s, 0.78 * s,
                            [arm = 0.74 * s](Path& path, Point c) {
                                path.contours.push_back(
                                    {{{c.x - arm, c.y - arm}, {c.x + arm, c.y + arm}}, false});
                                path.contours.push_back(
                                    {{{c.x - arm, c.y + arm}, {c.x + arm, c.y - arm}}, false});
                            }),
            {}, Stroke{line, 0.36 * pen, {}});
        break;
    case PainQuality::Burning:
        add(stencil_.zigzags(3.3 * s, 1.3 * s), {}, Stroke{line, 0.36 * pen, {}});
        break;
    case PainQuality::Numbness:
        add(stencil_.strewn(
                3.9 * s, 0.95 * s,
                [radius = 0.84 * s](Path& path, Point c) { addPolygon(path, c, radius, 8); }),
            {}, Stroke{line, 0.32 * pen, {}});
        break;
    case PainQuality::Tingling:
        add(stencil_.strewn(
                2.5 * s, 0.5 * s,
                [radius = 0.5 * s](Path& path, Point c) { addPolygon(path, c, radius, 4); }),
            line, {});
        break;
    case PainQuality::Stiffness:
        add(stencil_.hatched(2.7 * s, 0), {}, Stroke{line, 0.66 * pen, {}});
        break;
    case PainQuality::Radiating:
        if (area_.arrows.empty()) {
            add(stencil_.hatched(3.2 * s, 0.5 * std::numbers::pi), {},
                Stroke{line, 0.36 * pen, {3.0 * s, 1.6 * s}});
        }
        break;
    }
}

void AreaPainter::outline() {
    const double width = std::clamp(0.46 * size_, 0.2, 0.5);
    if (window_.scale() < kDetailFrom) {
        add(stencil_.outline(), {}, Stroke{pain_.line, 0.16, {}});
        return;
    }
    if (area_.selected) {
        add(stencil_.outline(), {}, Stroke{withAlpha(ink_.selection, 120), width * 5.2, {}});
        add(stencil_.outline(), {}, Stroke{ink_.onMark, width * 2.6, {}});
    }
    if (area_.depth == PainDepth::Deep) {
        add(stencil_.outline(), {}, Stroke{pain_.line, width * 3.4, {}});
        add(stencil_.outline(), {}, Stroke{ink_.ground, width * 1.3, {}});
    } else if (area_.depth == PainDepth::Surface) {
        add(stencil_.outline(), {}, Stroke{pain_.line, width * 0.6, {}});
    } else {
        add(stencil_.outline(), {}, Stroke{pain_.line, width * 1.15, {}});
    }
}

void AreaPainter::outlineThen() {
    if (window_.scale() < kDetailFrom) {
        add(stencil_.outline(), {}, Stroke{pain_.line, 0.14, {0.6, 0.4}});
        return;
    }
    const double width = std::min(0.78 * size_, 0.85);
    add(stencil_.outline(), {}, Stroke{pain_.line, width, {width * 4, width * 2.6}});
}

void AreaPainter::paintArrow(const Polyline& arrow) {
    if (arrow.size() < 2) {
        return;
    }
    std::vector<Point> points = thinned(arrow, transform_.scale, 0.5);
    Rect box{points.front().x, points.front().y, 0, 0};
    for (const Point p : points) {
        const double right = std::max(box.x + box.width, p.x);
        const double bottom = std::max(box.y + box.height, p.y);
        box.x = std::min(box.x, p.x);
        box.y = std::min(box.y, p.y);
        box.width = right - box.x;
        box.height = bottom - box.y;
    }
    if (box.x > seen_.x + seen_.width || box.x + box.width < seen_.x ||
        box.y > seen_.y + seen_.height || box.y + box.height < seen_.y) {
        return;
    }
    const double length = std::hypot(box.width, box.height);
    const double s = std::min(std::clamp(0.5 + window_.scale() * 1.1, 0.4, 1.0),
                              std::clamp(length / 5, 0.2, 1.0));
    const double head = 2.9 * s;
    const Point tip = points.back();
    // The direction comes from a head's length before the tip, so that a trembling end does
    // not turn it.
    while (points.size() > 2 && std::hypot(tip.x - points[points.size() - 2].x,
                                           tip.y - points[points.size() - 2].y) < head) {
        points.erase(points.end() - 2);
    }
    const Point before = points[points.size() - 2];
    const double distance = std::hypot(tip.x - before.x, tip.y - before.y);
    if (distance < 1e-6) {
        return;
    }
    const Point ahead{(tip.x - before.x) / distance, (tip.y - before.y) / distance};
    const Point neck{tip.x - ahead.x * head * 0.7, tip.y - ahead.y * head * 0.7};
    if (distance > head * 0.7) {
        points.back() = neck;
    } else {
        points.pop_back();
        points.push_back(neck);
    }
    auto shaft = std::make_shared<Path>();
    shaft->contours.push_back({std::move(points), false});
    auto point = std::make_shared<Path>();
    const double half = head * 0.52;
    const Point foot{tip.x - ahead.x * head, tip.y - ahead.y * head};
    point->contours.push_back({{tip,
                                {foot.x - ahead.y * half, foot.y + ahead.x * half},
                                {foot.x + ahead.y * half, foot.y - ahead.x * half}},
                               true});
    const Colour casing = withAlpha(ink_.ground, 210);
    add(shaft, {}, Stroke{casing, 1.5 * s, {}});
    add(point, {}, Stroke{casing, 0.8 * s, {}});
    add(shaft, {}, Stroke{pain_.line, 0.75 * s, {}});
    add(point, pain_.line, {});
}

} // namespace palpate::drawing
