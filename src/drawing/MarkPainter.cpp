// SPDX-License-Identifier: MIT
#include "drawing/MarkPainter.h"

#include <cmath>
#include <numbers>

namespace palpate::drawing {

namespace {

/// Marks smaller than this carry neither number nor sign.
constexpr double kSmallestWithSigns = 2.0;

// Radii from the centre: the relation to the upper right, the treatment below.
constexpr double kRelationPlace = 0.86;
constexpr double kTreatedPlace = 1.42;
constexpr double kChangePlace = 0.84; // to the lower right

[[nodiscard]] std::shared_ptr<const Path> line(std::vector<Point> points, bool closed = false) {
    auto path = std::make_shared<Path>();
    path->contours.push_back({std::move(points), closed});
    return path;
}

} // namespace

MarkPainter::MarkPainter(const MapMark& mark, Point centre, double radius, const MarkStyle& style,
                         std::vector<Shape>& out)
    : mark_{mark}, at_{centre}, r_{radius}, ink_{inks(style.ground)}, ground_{style.ground},
      hasSigns_{style.diameter >= kSmallestWithSigns}, out_{out} {}

void MarkPainter::paint() {
    if (mark_.selected) {
        circle(1.78, withAlpha(ink_.selection, 56), {});
        circle(1.5, {}, Stroke{ink_.selection, r_ * 0.16, {}});
    }
    if (mark_.change == MarkChange::Gone) {
        gone();
    } else if (mark_.ghost) {
        ghost();
    } else if (!mark_.state) {
        hollow(ink_.notAssessed, 0.13);
    } else if (*mark_.state == State::Active) {
        circle(1.18, ink_.onMark, {});
        circle(1, toned(ink_.active), {});
        // A pale disc is light on every ground.
        number(mark_.approximate ? mixed(ink_.active, rgb(0x000000), 0.65) : ink_.onMark);
    } else if (*mark_.state == State::Latent) {
        hollow(ink_.latent, 0.3);
    } else {
        resolved();
    }
    if (mark_.approximate && !mark_.ghost) {
        about();
    }
    if (hasSigns_ && mark_.treated) {
        treated();
    }
    if (hasSigns_ && mark_.relation) {
        relation();
    }
    if (hasSigns_ && mark_.change) {
        change();
    }
}

void MarkPainter::paintSign() {
    const Point centre = at_;
    const double radius = r_;
    if (mark_.relation) {
        constexpr double kAsLargeAsAMark = 2.1;
        r_ = radius * kAsLargeAsAMark;
        at_ = {centre.x - kRelationPlace * r_, centre.y + kRelationPlace * r_};
        relation();
    } else if (mark_.treated) {
        constexpr double kWider = 1.25;
        r_ = radius * kWider;
        at_ = {centre.x, centre.y - kTreatedPlace * r_ * 0.9};
        treated();
    } else if (mark_.change) {
        constexpr double kLarger = 1.9;
        r_ = radius * kLarger;
        at_ = {centre.x - kChangePlace * r_, centre.y - kChangePlace * r_};
        change();
    }
    at_ = centre;
    r_ = radius;
}

/// One whose place is not exact is pale.
Colour MarkPainter::toned(Colour colour) const {
    constexpr double kPale = 0.5;
    return mark_.approximate ? mixed(colour, ink_.onMark, kPale) : colour;
}

void MarkPainter::circle(double radius, std::optional<Colour> fill, std::optional<Stroke> stroke) {
    out_.emplace_back(CircleShape{at_, radius * r_, fill, std::move(stroke)});
}

void MarkPainter::number(Colour colour) {
    if (!hasSigns_ || mark_.number <= 0) {
        return;
    }
    const std::string text = std::to_string(mark_.number);
    const double size = r_ * (text.size() > 2 ? 0.68 : text.size() == 2 ? 0.96 : 1.22);
    out_.emplace_back(TextShape{
        {at_.x, at_.y + size * 0.365}, text, size, Align::Middle, Weight::Bold, false, colour, {}});
}

/// A ring of `width` radii with its number inside, and a thin rim that parts it from any ground.
void MarkPainter::hollow(Colour colour, double width) {
    circle(1.1, ink_.onMark, {});
    circle(1 - width / 2, ink_.onMark, Stroke{toned(colour), r_ * width, {}});
    number(numberColour(colour));
}

void MarkPainter::resolved() {
    constexpr double kSmaller = 0.86;
    const Stroke stroke{toned(ink_.resolved), r_ * 0.17, {}};
    circle(kSmaller + 0.16, ink_.onMark, {});
    circle(kSmaller - 0.08, ink_.onMark, stroke);
    out_.emplace_back(
        PathShape{line({at(-0.36, 0.02), at(-0.1, 0.3), at(0.38, -0.28)}), {}, stroke});
}

void MarkPainter::ghost() {
    const Colour colour = !mark_.state                    ? ink_.notAssessed
                          : *mark_.state == State::Active ? ink_.active
                          : *mark_.state == State::Latent ? ink_.latent
                                                          : ink_.resolved;
    // Eight dashes that close evenly.
    const double dash = 2 * std::numbers::pi * r_ / 16;
    circle(1, withAlpha(ink_.onMark, ground_ == Ground::Dark ? 40 : 150), {});
    circle(1, {}, Stroke{toned(colour), r_ * 0.19, {dash * 1.12, dash * 0.88}});
    number(toned(ground_ == Ground::Dark ? ink_.onMark : colour));
}

/// A thin ring of short dashes round the mark: somewhere about here.
void MarkPainter::about() {
    constexpr double kRing = 1.42;
    const double step = 2 * std::numbers::pi * r_ * kRing / 36;
    circle(kRing, {}, Stroke{withAlpha(ink_.onMark, 200), r_ * 0.22, {}});
    circle(kRing, {}, Stroke{ink_.quietText, r_ * 0.11, {step, step}});
}

/// As a ghost is, but in the colour of what was done and on opaque white: nothing is left to do.
void MarkPainter::gone() {
    const double step = 2 * std::numbers::pi * r_ / 18;
    circle(1.14, ink_.onMark, {});
    circle(1, {}, Stroke{toned(ink_.treated), r_ * 0.24, {step * 1.1, step * 0.9}});
    number(numberColour(ink_.treated));
}

/// A tick for what is gone, a plus for what is new.
void MarkPainter::change() {
    constexpr double c = kChangePlace;
    out_.emplace_back(
        CircleShape{at(c, c), r_ * 0.44, ink_.treated, Stroke{ink_.onMark, r_ * 0.13, {}}});
    const Stroke stroke{ink_.onMark, r_ * 0.15, {}};
    if (*mark_.change == MarkChange::Gone) {
        out_.emplace_back(PathShape{
            line({at(c - 0.22, c + 0.02), at(c - 0.06, c + 0.18), at(c + 0.22, c - 0.16)}),
            {},
            stroke});
        return;
    }
    out_.emplace_back(PathShape{line({at(c - 0.24, c), at(c + 0.24, c)}), {}, stroke});
    out_.emplace_back(PathShape{line({at(c, c - 0.24), at(c, c + 0.24)}), {}, stroke});
}

/// Numbers stand on white in every ground, so they take the dark inks.
Colour MarkPainter::numberColour(Colour colour) const {
    return ground_ == Ground::Dark ? mixed(colour, rgb(0x000000), 0.3) : colour;
}

/// An arc below the mark, as if it had been underlined.
void MarkPainter::treated() {
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
    out_.emplace_back(PathShape{path, {}, Stroke{ink_.treated, r_ * 0.24, {}}});
}

/// Satellite: a diamond; key: a square with a hole; primary: a triangle. No two share a shape.
void MarkPainter::relation() {
    const Stroke rim{ink_.onMark, r_ * 0.13, {}};
    const Colour violet = ink_.relation;
    const double x = kRelationPlace;
    const double y = -kRelationPlace;
    if (*mark_.relation == Relation::Satellite) {
        constexpr double d = 0.54;
        out_.emplace_back(PathShape{
            line({at(x, y - d), at(x + d, y), at(x, y + d), at(x - d, y)}, true), violet, rim});
    } else if (*mark_.relation == Relation::Key) {
        constexpr double d = 0.43;
        out_.emplace_back(PathShape{
            line({at(x - d, y - d), at(x + d, y - d), at(x + d, y + d), at(x - d, y + d)}, true),
            violet, rim});
        out_.emplace_back(CircleShape{at(x, y), r_ * 0.17, ink_.onMark, {}});
    } else {
        constexpr double d = 0.56;
        out_.emplace_back(PathShape{
            line({at(x, y - d), at(x + d * 0.95, y + d * 0.7), at(x - d * 0.95, y + d * 0.7)},
                 true),
            violet, rim});
    }
}

} // namespace palpate::drawing
