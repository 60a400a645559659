// SPDX-License-Identifier: MIT
#include "drawing/FilmStrip.h"

#include "drawing/BodyColours.h"
#include "drawing/BodyShapesContent.h"
#include "drawing/MapDetail.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>

namespace palpate::drawing {

namespace {

constexpr double kPadding = 1.6;
constexpr double kCorner = 1.3;
constexpr double kMarkDiameter = 1.25;

[[nodiscard]] std::shared_ptr<const Path> rounded(const Rect& r, double radius) {
    auto path = std::make_shared<Path>();
    Contour contour;
    constexpr int kSteps = 5;
    const auto corner = [&](double x, double y, double from) {
        for (int i = 0; i <= kSteps; ++i) {
            const double angle = from + std::numbers::pi / 2 * i / kSteps;
            contour.points.push_back({x + radius * std::cos(angle), y + radius * std::sin(angle)});
        }
    };
    corner(r.x + r.width - radius, r.y + r.height - radius, 0);
    corner(r.x + radius, r.y + r.height - radius, std::numbers::pi / 2);
    corner(r.x + radius, r.y + radius, std::numbers::pi);
    corner(r.x + r.width - radius, r.y + radius, std::numbers::pi * 1.5);
    path->contours.push_back(std::move(contour));
    return path;
}

/// The body in a few paths: skin, bones, and one for the muscles of each layer.
[[nodiscard]] Group littleBody(const BodyShapes& shapes, const MapWindow& window, Ground ground) {
    Group body{window.transform(), Rect{0, 0, window.width, window.height}, {}, {}};
    const BodyColours& colours = bodyColours(ground);
    const double width = bodyLineWidth(window.scale());
    for (const LittlePlane& plane :
         shapes.content().little[static_cast<std::size_t>(window.view)]) {
        if (plane.plane == atlas::Plane::Arm && !window.peel.showArm) {
            continue;
        }
        body.shapes.emplace_back(
            PathShape{plane.skin, colours.skin, Stroke{colours.skinLine, width * 1.3, {}}});
        if (plane.bones) {
            body.shapes.emplace_back(PathShape{plane.bones, colours.bone, {}});
        }
        for (const SharedPath& layer : plane.muscles) {
            if (layer) {
                body.shapes.emplace_back(
                    PathShape{layer, colours.littleMuscle,
                              Stroke{colours.littleMuscleLine, width * 0.9, {}}});
            }
        }
    }
    return body;
}

/// Seen from the side what is drawn on the arm shows only when the arm does.
[[nodiscard]] atlas::Peel peelFor(const FilmFrame& frame) {
    atlas::Peel peel;
    peel.showArm = std::ranges::any_of(
        frame.areas, [&](const MapArea& area) { return area.onArm && area.view == frame.view; });
    return peel;
}

[[nodiscard]] MapMark plain(const MapMark& mark) {
    MapMark little = mark;
    little.number = 0;
    little.label.clear();
    little.selected = false;
    little.tenderness.reset();
    return little;
}

} // namespace

Picture filmFrame(const BodyShapes& shapes, const FilmFrame& frame, const FilmStyle& style) {
    Picture picture{style.frameWidth, style.height, frame.title, {}};
    const Inks& ink = inks(style.ground);
    const double line = frame.current ? 0.5 : 0.26;
    picture.shapes.emplace_back(PathShape{
        rounded({line / 2, line / 2, style.frameWidth - line, style.height - line}, kCorner),
        ink.ground, Stroke{frame.current ? ink.selection : ink.grid, line, {}}});

    const atlas::Peel peel = peelFor(frame);
    const MapWindow whole = wholeBody(shapes.map(), frame.view, peel, 1, 1);
    const Rect shown = style.shown.value_or(whole.shown);
    const double high = style.height - 2 * kPadding;
    const double mostWide = frame.title.empty() && frame.lines.empty() && frame.figure.empty()
                                ? style.frameWidth - 2 * kPadding
                                : style.frameWidth * 0.46;
    const double wide =
        std::min(mostWide, shown.height > 0 ? high * shown.width / shown.height : mostWide);
    const MapWindow window{frame.view, peel, shown, wide, high};
    Group map{{1, kPadding * 0.8, kPadding}, {}, {}, {}};
    map.shapes.emplace_back(littleBody(shapes, window, style.ground));
    const auto add = [&](Picture part) {
        std::move(part.shapes.begin(), part.shapes.end(), std::back_inserter(map.shapes));
    };
    add(areaPicture(frame.areas, window, style.ground));
    std::vector<MapMark> marks;
    std::transform(frame.marks.begin(), frame.marks.end(), std::back_inserter(marks), plain);
    MarkStyle little;
    little.ground = style.ground;
    little.diameter = kMarkDiameter;
    add(markPicture(marks, window, little));
    picture.shapes.emplace_back(std::move(map));

    const double x = kPadding * 0.8 + wide + kPadding * 0.9;
    double y = kPadding + style.textSize * 1.05;
    const auto write = [&](const std::string& text, Weight weight, Colour colour) {
        if (!text.empty()) {
            picture.shapes.emplace_back(
                TextShape{{x, y}, text, style.textSize, Align::Start, weight, false, colour, {}});
        }
        y += style.textSize * 1.3;
    };
    write(frame.title, Weight::Bold, ink.text);
    for (const std::string& text : frame.lines) {
        write(text, Weight::Regular, ink.quietText);
    }
    write(frame.figure, Weight::Bold, ink.active);
    return picture;
}

Picture filmStrip(const BodyShapes& shapes, std::span<const FilmFrame> frames,
                  const FilmStyle& style) {
    Picture strip{filmStripWidth(frames.size(), style), style.height, {}, {}};
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const Rect place = filmFrameRect(i, style);
        Picture one = filmFrame(shapes, frames[i], style);
        strip.shapes.emplace_back(
            Group{{1, place.x, place.y}, {}, "session", std::move(one.shapes)});
    }
    return strip;
}

double filmStripWidth(std::size_t frames, const FilmStyle& style) noexcept {
    const auto count = static_cast<double>(frames);
    return frames == 0 ? 0 : count * style.frameWidth + (count - 1) * style.gap;
}

Rect filmFrameRect(std::size_t index, const FilmStyle& style) noexcept {
    return {static_cast<double>(index) * (style.frameWidth + style.gap), 0, style.frameWidth,
            style.height};
}

std::optional<std::size_t> filmFrameAt(Point at, std::size_t frames,
                                       const FilmStyle& style) noexcept {
    const double step = style.frameWidth + style.gap;
    if (at.x < 0 || at.y < 0 || at.y > style.height || step <= 0) {
        return std::nullopt;
    }
    const auto index = static_cast<std::size_t>(at.x / step);
    const bool onFrame = at.x - static_cast<double>(index) * step <= style.frameWidth;
    return index < frames && onFrame ? std::optional{index} : std::nullopt;
}

} // namespace palpate::drawing
