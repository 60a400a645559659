// SPDX-License-Identifier: MIT
#include "drawing/MapMarks.h"

#include "drawing/MarkLabels.h"
#include "drawing/MarkPainter.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace palpate::drawing {

namespace {

/// Beyond so many marks they are left where they are: a crowd can't be fanned out.
constexpr std::size_t kMostFanned = 120;

[[nodiscard]] std::shared_ptr<const Path> line(std::vector<Point> points, bool closed = false) {
    auto path = std::make_shared<Path>();
    path->contours.push_back({std::move(points), closed});
    return path;
}

[[nodiscard]] double radiusOf(const MapMark& mark, const MarkStyle& style) noexcept {
    constexpr double kPerPoint = 0.055; // from 0.72 at 0 to 1.28 at 10: three times the area
    constexpr int kMiddle = 5;
    const double factor =
        mark.tenderness ? 1 + kPerPoint * (mark.tenderness->value() - kMiddle) : 1;
    return style.diameter / 2 * factor;
}

[[nodiscard]] int paintRank(const MapMark& mark) noexcept {
    return mark.selected                                                      ? 3
           : mark.ghost                                                       ? 0
           : mark.state == State::Resolved || mark.change == MarkChange::Gone ? 1
                                                                              : 2;
}

/// Pushes marks apart that would hide each other, always the same way for the same marks.
void fanOut(std::vector<PlacedMark>& placed) {
    if (placed.size() > kMostFanned) {
        return;
    }
    constexpr int kRounds = 60;
    constexpr double kApart = 1.08; // of the radii's sum: room for the rim
    for (int round = 0; round < kRounds; ++round) {
        bool moved = false;
        for (std::size_t i = 0; i < placed.size(); ++i) {
            for (std::size_t j = i + 1; j < placed.size(); ++j) {
                double dx = placed[j].centre.x - placed[i].centre.x;
                double dy = placed[j].centre.y - placed[i].centre.y;
                const double wanted = (placed[i].radius + placed[j].radius) * kApart;
                if (const double enough = wanted - 1e-6; dx * dx + dy * dy >= enough * enough) {
                    continue;
                }
                double distance = std::hypot(dx, dy);
                if (distance < 1e-6) {
                    // One on the other: leave at the golden angle, which never lines up.
                    const double angle = 2.399963 * static_cast<double>(placed[j].index + 1);
                    dx = std::cos(angle);
                    dy = std::sin(angle);
                    distance = 1;
                }
                const double push = (wanted - std::min(distance, wanted)) / 2 + 1e-4;
                placed[i].centre.x -= dx / distance * push;
                placed[i].centre.y -= dy / distance * push;
                placed[j].centre.x += dx / distance * push;
                placed[j].centre.y += dy / distance * push;
                moved = true;
            }
        }
        if (!moved) {
            return;
        }
    }
}

} // namespace

std::vector<PlacedMark> placedMarks(std::span<const MapMark> marks, const MapWindow& window,
                                    const MarkStyle& style) {
    std::vector<PlacedMark> placed;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (marks[i].at.view == window.view) {
            const Point at = window.toPicture(marks[i].at);
            placed.push_back({i, at, at, radiusOf(marks[i], style)});
        }
    }
    fanOut(placed);
    std::stable_sort(placed.begin(), placed.end(), [&](const PlacedMark& a, const PlacedMark& b) {
        return paintRank(marks[a.index]) < paintRank(marks[b.index]);
    });
    return placed;
}

Picture markPicture(std::span<const MapMark> marks, const MapWindow& window, const MarkStyle& style,
                    std::span<const Rect> covered) {
    Picture picture{window.width, window.height, {}, {}};
    Group group{{}, Rect{0, 0, window.width, window.height}, "marks", {}};
    const auto placed = placedMarks(marks, window, style);
    for (const PlacedMark& one : placed) {
        const double moved = std::hypot(one.centre.x - one.place.x, one.centre.y - one.place.y);
        if (moved > one.radius * 0.3) {
            const Colour ink = inks(style.ground).text;
            group.shapes.emplace_back(
                PathShape{line({one.place, one.centre}), {}, Stroke{ink, one.radius * 0.12, {}}});
            group.shapes.emplace_back(CircleShape{one.place, one.radius * 0.2, ink, {}});
        }
    }
    // Words first: a mark is never covered by them.
    MarkLabels labels{placed, window, style, covered};
    for (const PlacedMark& one : placed) {
        if (!marks[one.index].label.empty()) {
            group.shapes.emplace_back(labels.place(marks[one.index], one));
        }
    }
    for (const PlacedMark& one : placed) {
        MarkPainter{marks[one.index], one.centre, one.radius, style, group.shapes}.paint();
    }
    picture.shapes.emplace_back(std::move(group));
    return picture;
}

std::optional<std::size_t> hitMark(std::span<const MapMark> marks, const MapWindow& window,
                                   const MarkStyle& style, Point at, double tolerance) {
    std::optional<std::size_t> hit;
    double least = 0;
    for (const PlacedMark& one : placedMarks(marks, window, style)) {
        const double distance = std::hypot(one.centre.x - at.x, one.centre.y - at.y);
        // Equally near: the one painted later lies on top.
        if (distance <= one.radius + tolerance && (!hit || distance <= least)) {
            hit = one.index;
            least = distance;
        }
    }
    return hit;
}

Picture markSymbol(const MapMark& mark, const MarkStyle& style) {
    constexpr double kRoom = 1.9; // diameters: relation and treatment stand outside the disc
    const double edge = style.diameter * kRoom;
    Picture picture{edge, edge, {}, {}};
    MarkPainter{mark, {edge / 2, edge / 2}, style.diameter / 2, style, picture.shapes}.paint();
    return picture;
}

} // namespace palpate::drawing
