// SPDX-License-Identifier: MIT
#include "drawing/FilmStrip.h"

#include "drawing/Shapes.h"
#include "drawing/Svg.h"
#include "support/Approval.h"

#include <catch2/catch_test_macros.hpp>

using namespace palpate;
using namespace palpate::drawing;
using namespace palpate::test;

namespace {

[[nodiscard]] FilmFrame aFrame(const std::string& title, int points) {
    FilmFrame frame;
    frame.title = title;
    frame.lines = {std::to_string(points) + " points", "tender 38"};
    frame.figure = "pain 7";
    for (int i = 0; i < points; ++i) {
        MapMark mark;
        mark.at = {View::Posterior, 300.0 + 30 * i, 620.0 + 25 * i};
        mark.number = i + 1;
        mark.label = "not shown in small";
        mark.state = i % 2 == 0 ? State::Active : State::Latent;
        frame.marks.push_back(mark);
    }
    MapArea area;
    area.shape = {{{{380, 640}, {480, 640}, {480, 800}, {380, 800}}}};
    area.quality = PainQuality::Burning;
    frame.areas = {area};
    return frame;
}

} // namespace

SCENARIO("every session is a frame of the film strip", "[drawing]") {
    std::vector<FilmFrame> frames{aFrame("12 Oct", 5), aFrame("19 Oct", 3), aFrame("Today", 2)};
    frames[2].current = true;
    const FilmStyle style;
    const Picture strip = filmStrip(shippedShapes(), frames, style);
    THEN("the row is as wide as its frames and gaps") {
        CHECK(strip.width == filmStripWidth(3, style));
        CHECK(filmStripWidth(0, style) == 0);
        CHECK(filmFrameRect(2, style).x + filmFrameRect(2, style).width == strip.width);
    }
    THEN("a click finds its frame, and between frames none") {
        for (std::size_t i = 0; i < frames.size(); ++i) {
            const Rect rect = filmFrameRect(i, style);
            CHECK(filmFrameAt({rect.x + 1, 5}, 3, style) == i);
            CHECK_FALSE(filmFrameAt({rect.x + rect.width + style.gap / 2, 5}, 3, style));
        }
        CHECK_FALSE(filmFrameAt({filmFrameRect(3, style).x + 1, 5}, 3, style));
        CHECK_FALSE(filmFrameAt({-1, 5}, 3, style));
        CHECK_FALSE(filmFrameAt({5, style.height + 1}, 3, style));
    }
    THEN("marks carry neither numbers nor words") {
        CHECK(countOf<TextShape>(strip) == 3 * 4);
    }
    THEN("a frame is light: the body is a few paths, shared by all") {
        const Picture one = filmFrame(shippedShapes(), frames[0], style);
        CHECK(countOf<PathShape>(one) < 15);
        const Picture other = filmFrame(shippedShapes(), frames[1], style);
        const auto skinOf = [](const Picture& picture) {
            return all<PathShape>(picture)[1]->path.get();
        };
        CHECK(skinOf(one) == skinOf(other));
    }
    THEN("the current one stands out") {
        frames[2].current = false;
        CHECK(svg(filmStrip(shippedShapes(), frames, style)) != svg(strip));
    }
    THEN("it looks as approved") {
        checkApproved("drawing/film-strip.svg", svg(strip));
    }
}

SCENARIO("what is drawn on the arm brings the arm into its frame", "[drawing]") {
    const auto shapesIn = [](View view, bool onArm, View of) {
        FilmFrame frame;
        frame.view = view;
        MapArea area;
        area.view = of;
        area.onArm = onArm;
        area.shape = {{{{180, 600}, {220, 600}, {220, 700}, {180, 700}}}};
        frame.areas = {area};
        const Picture picture = filmFrame(shippedShapes(), frame, {});
        return std::pair{countOf<PathShape>(picture),
                         groupNamed(picture.shapes, "areas") != nullptr};
    };
    const auto [withArm, armAreas] = shapesIn(View::Left, true, View::Left);
    const auto [trunkOnly, trunkAreas] = shapesIn(View::Left, false, View::Left);
    CHECK(armAreas);
    CHECK(trunkAreas);
    CHECK(withArm > trunkOnly);
    const auto [elsewhere, otherAreas] = shapesIn(View::Left, true, View::Right);
    CHECK_FALSE(otherAreas);
    CHECK(elsewhere < trunkOnly);
}

SCENARIO("a frame can show a part of the body, from any side", "[drawing]") {
    for (const View view : kViews) {
        FilmFrame frame;
        frame.view = view;
        FilmStyle style;
        style.shown = Rect{0, 0, 200, 200};
        const Picture picture = filmFrame(shippedShapes(), frame, style);
        CHECK(countOf<PathShape>(picture) > 3);
        CHECK(picture.width == style.frameWidth);
    }
}
