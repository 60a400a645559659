// SPDX-License-Identifier: MIT
#include "drawing/MapMarks.h"

#include "drawing/MarkLabels.h"
#include "drawing/TextWidth.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>

namespace palpate::drawing {

namespace {

/// Marks smaller than this carry neither number nor sign.
constexpr double kSmallestWithSigns = 2.0;
/// Beyond so many marks they are left where they are: a crowd can't be fanned out.
constexpr std::size_t kMostFanned = 120;

[[nodiscard]] std::shared_ptr<const Path> line(std::vector<Point> points, bool closed = false) {
    auto path = std::make_shared<Path>();
    path->contours.push_back({std::move(points), closed});
    return path;
}

[[nodiscard]] double radiusOf(const MapMark& mark, const MarkStyle& style) noexcept {
    constexpr double kPerPoint = 0.03; // 15 % smaller at 0, 15 % larger at 10
    constexpr int kMiddle = 5;
    const double factor =
        mark.tenderness ? 1 + kPerPoint * (mark.tenderness->value() - kMiddle) : 1;
    return style.diameter / 2 * factor;
}

[[nodiscard]] int paintRank(const MapMark& mark) noexcept {
    return mark.selected ? 3 : mark.ghost ? 0 : mark.state == State::Resolved ? 1 : 2;
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
                double distance = std::hypot(dx, dy);
                const double wanted = (placed[i].radius + placed[j].radius) * kApart;
                if (distance >= wanted - 1e-6) {
                    continue;
                }
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

/// Paints one mark round a centre.
class MarkPainter {
public:
    MarkPainter(const MapMark& mark, Point centre, double radius, const MarkStyle& style,
                std::vector<Shape>& out)
        : mark_{mark}, at_{centre}, r_{radius}, ink_{inks(style.ground)}, ground_{style.ground},
          hasSigns_{style.diameter >= kSmallestWithSigns}, out_{out} {}

    void paint() {
        if (mark_.selected) {
            circle(1.78, withAlpha(ink_.selection, 56), {});
            circle(1.5, {}, Stroke{ink_.selection, r_ * 0.16, {}});
        }
        if (mark_.ghost) {
            ghost();
        } else if (!mark_.state) {
            hollow(ink_.notAssessed, 0.13);
        } else if (*mark_.state == State::Active) {
            circle(1.18, toned(ink_.onMark), {});
            circle(1, toned(ink_.active), {});
            number(ink_.onMark);
        } else if (*mark_.state == State::Latent) {
            hollow(ink_.latent, 0.3);
        } else {
            resolved();
        }
        if (hasSigns_ && mark_.treated) {
            treated();
        }
        if (hasSigns_ && mark_.relation) {
            relation();
        }
    }

    /// Only the small sign for the relation or the treatment, moved to the centre.
    void paintSign() {
        const Point centre = at_;
        if (mark_.relation) {
            at_ = {centre.x - kRelationPlace * r_, centre.y + kRelationPlace * r_};
            relation();
        } else if (mark_.treated) {
            at_ = {centre.x, centre.y - kTreatedPlace * r_ * 0.9};
            treated();
        }
        at_ = centre;
    }

private:
    // Radii from the centre: the relation to the upper right, the treatment below.
    static constexpr double kRelationPlace = 0.84;
    static constexpr double kTreatedPlace = 1.42;

    [[nodiscard]] Colour toned(Colour colour) const {
        constexpr double kPale = 0.5;
        return mark_.approximate ? mixed(colour, ink_.onMark, kPale) : colour;
    }
    [[nodiscard]] Point at(double x, double y) const { return {at_.x + x * r_, at_.y + y * r_}; }

    void circle(double radius, std::optional<Colour> fill, std::optional<Stroke> stroke) {
        out_.emplace_back(CircleShape{at_, radius * r_, fill, std::move(stroke)});
    }

    void number(Colour colour) {
        if (!hasSigns_ || mark_.number <= 0) {
            return;
        }
        const std::string text = std::to_string(mark_.number);
        const double size = r_ * (text.size() > 2 ? 0.68 : text.size() == 2 ? 0.96 : 1.22);
        out_.emplace_back(TextShape{{at_.x, at_.y + size * 0.365},
                                    text,
                                    size,
                                    Align::Middle,
                                    Weight::Bold,
                                    false,
                                    colour,
                                    {}});
    }

    /// A ring of `width` radii with its number inside, and a thin rim that parts it from any
    /// ground.
    void hollow(Colour colour, double width) {
        circle(1.1, toned(ink_.onMark), {});
        circle(1 - width / 2, ink_.onMark, Stroke{toned(colour), r_ * width, {}});
        number(toned(numberColour(colour)));
    }

    void resolved() {
        constexpr double kSmaller = 0.86;
        const Stroke stroke{toned(ink_.resolved), r_ * 0.17, {}};
        circle(kSmaller + 0.16, ink_.onMark, {});
        circle(kSmaller - 0.08, ink_.onMark, stroke);
        out_.emplace_back(
            PathShape{line({at(-0.36, 0.02), at(-0.1, 0.3), at(0.38, -0.28)}), {}, stroke});
    }

    void ghost() {
        const Colour colour = !mark_.state                    ? ink_.notAssessed
                              : *mark_.state == State::Active ? ink_.active
                              : *mark_.state == State::Latent ? ink_.latent
                                                              : ink_.resolved;
        // Eight dashes that close evenly.
        const double dash = 2 * std::numbers::pi * r_ / 16;
        circle(1, withAlpha(ink_.onMark, ground_ == Ground::Dark ? 40 : 130), {});
        circle(1, {}, Stroke{toned(colour), r_ * 0.19, {dash * 1.12, dash * 0.88}});
        number(toned(ground_ == Ground::Dark ? ink_.onMark : colour));
    }

    /// Numbers stand on white in every ground, so they take the dark inks.
    [[nodiscard]] Colour numberColour(Colour colour) const {
        return ground_ == Ground::Dark ? mixed(colour, rgb(0x000000), 0.3) : colour;
    }

    /// An arc below the mark, as if it had been underlined.
    void treated() {
        std::vector<Point> arc;
        constexpr int kSteps = 12;
        constexpr double kFrom = 0.24 * std::numbers::pi;
        constexpr double kTo = 0.76 * std::numbers::pi;
        for (int i = 0; i <= kSteps; ++i) {
            const double angle = kFrom + (kTo - kFrom) * i / kSteps;
            arc.push_back(at(kTreatedPlace * std::cos(angle), kTreatedPlace * std::sin(angle)));
        }
        const auto path = line(std::move(arc));
        out_.emplace_back(PathShape{path, {}, Stroke{ink_.onMark, r_ * 0.46, {}}});
        out_.emplace_back(PathShape{path, {}, Stroke{toned(ink_.treated), r_ * 0.24, {}}});
    }

    void relation() {
        const Stroke rim{ink_.onMark, r_ * 0.14, {}};
        const Colour violet = toned(ink_.relation);
        const double x = kRelationPlace;
        const double y = -kRelationPlace;
        if (*mark_.relation == Relation::Satellite) {
            constexpr double d = 0.47;
            out_.emplace_back(PathShape{
                line({at(x, y - d), at(x + d, y), at(x, y + d), at(x - d, y)}, true), violet, rim});
        } else if (*mark_.relation == Relation::Key) {
            constexpr double d = 0.36;
            out_.emplace_back(PathShape{
                line({at(x - d, y - d), at(x + d, y - d), at(x + d, y + d), at(x - d, y + d)},
                     true),
                violet, rim});
            out_.emplace_back(CircleShape{at(x, y), r_ * 0.13, ink_.onMark, {}});
        } else {
            out_.emplace_back(CircleShape{at(x, y), r_ * 0.34, violet, rim});
        }
    }

    const MapMark& mark_;
    Point at_;
    double r_;
    const Inks& ink_;
    Ground ground_;
    bool hasSigns_;
    std::vector<Shape>& out_;
};

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

Picture markPicture(std::span<const MapMark> marks, const MapWindow& window,
                    const MarkStyle& style) {
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
    MarkLabels labels{placed, window, style};
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

Picture markLegend(std::span<const LegendEntry> entries, double width, const MarkStyle& style) {
    Picture picture{width, 0, {}, {}};
    const double radius = style.diameter / 2;
    const double symbolWidth = radius * 2.9;
    const double gap = style.textSize * 1.5;
    const double row = std::max(radius * 3.2, style.textSize * 1.7);
    double x = 0;
    double y = 0;
    for (const LegendEntry& entry : entries) {
        const double needed =
            symbolWidth + style.textSize * 0.35 + estimatedWidth(entry.word, style.textSize);
        if (x > 0 && x + needed > width) {
            x = 0;
            y += row;
        }
        MarkPainter painter{
            entry.symbol, {x + symbolWidth / 2, y + row / 2}, radius, style, picture.shapes};
        entry.signOnly ? painter.paintSign() : painter.paint();
        picture.shapes.emplace_back(TextShape{
            {x + symbolWidth + style.textSize * 0.35, y + row / 2 + style.textSize * 0.36},
            entry.word,
            style.textSize,
            Align::Start,
            Weight::Regular,
            false,
            inks(style.ground).text,
            {}});
        x += needed + gap;
    }
    picture.height = entries.empty() ? 0 : y + row;
    return picture;
}

} // namespace palpate::drawing
