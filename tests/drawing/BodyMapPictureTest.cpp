// SPDX-License-Identifier: MIT
#include "drawing/BodyMapPicture.h"

#include "drawing/Shapes.h"
#include "drawing/Svg.h"
#include "drawing/TextWidth.h"
#include "support/Approval.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <cmath>
#include <set>

using namespace palpate;
using namespace palpate::drawing;
using namespace palpate::test;

namespace {

[[nodiscard]] MapWindow lowBack(Layer top) {
    return {View::Posterior, {top, false}, {108, 480, 505, 400}, 216, 171};
}

[[nodiscard]] MapOverlay aSession() {
    const auto mark = [](double x, double y, int number, std::optional<State> state) {
        MapMark one;
        one.at = {View::Posterior, x, y};
        one.number = number;
        one.state = state;
        return one;
    };
    MapOverlay overlay;
    overlay.marks = {mark(428, 622, 1, State::Active), mark(458, 720, 2, State::Active),
                     mark(420, 775, 3, State::Latent), mark(424, 778, 4, State::Latent),
                     mark(256, 735, 5, State::Active), mark(290, 620, 6, State::Resolved)};
    overlay.marks[0].treated = true;
    overlay.marks[0].selected = true;
    overlay.marks[0].tenderness = Tenderness::from(6);
    overlay.marks[3].relation = Relation::Satellite;
    overlay.marks[4].ghost = true;
    overlay.marks[4].label = "last time: L gluteus medius";
    overlay.selected = {{muscleKey("quadratus_lumborum"), Side::Right, "R quadratus lumborum"}};
    return overlay;
}

[[nodiscard]] MapStyle withoutFibres() {
    MapStyle style;
    style.fibres = false;
    return style;
}

} // namespace

SCENARIO("the body looks as approved from every side with each layer on top", "[drawing]") {
    const auto approve = [](View view, atlas::Peel peel) {
        const bool isSide = view == View::Left || view == View::Right;
        const MapWindow window = view == View::Plantar
                                     ? wholeBody(shippedMap(), view, peel, 120, 100)
                                     : wholeBody(shippedMap(), view, peel, isSide ? 70 : 110, 250);
        // Two layers with all their fibres are enough to see that fibres are right.
        const bool withAll = view == View::Posterior &&
                             (peel.top == Layer::Superficial || peel.top == Layer::Deepest);
        const std::string name = "drawing/body-" + std::string{palpate::name(view)} + "-" +
                                 std::to_string(static_cast<int>(peel.top)) +
                                 (peel.showArm ? "-arm.svg" : ".svg");
        checkApproved(name, svg(basePicture(shippedShapes(), window,
                                            withAll ? MapStyle{} : withoutFibres())));
    };
    for (const View view : kViews) {
        for (const Layer top : kLayers) {
            approve(view, {top, false});
        }
    }
    approve(View::Left, {Layer::Deep, true});
    approve(View::Right, {Layer::Superficial, true});
}

SCENARIO("the low back looks as approved with outlines of what was peeled, and in high contrast",
         "[drawing]") {
    MapStyle ghosts = withoutFibres();
    ghosts.ghostLayers = true;
    checkApproved("drawing/ghost-layers.svg",
                  svg(basePicture(shippedShapes(), lowBack(Layer::Deepest), ghosts)));
    MapStyle strong;
    strong.ground = Ground::HighContrast;
    MarkStyle marks;
    marks.ground = Ground::HighContrast;
    marks.diameter = 8;
    checkApproved(
        "drawing/high-contrast.svg",
        svg(bodyMapPicture(shippedShapes(), lowBack(Layer::Deep), strong, marks, aSession())));
}

SCENARIO("a session on the low back looks as approved on screen and on paper", "[drawing]") {
    MarkStyle marks;
    marks.diameter = 8;
    marks.textSize = 4;
    checkApproved(
        "drawing/session-screen.svg",
        svg(bodyMapPicture(shippedShapes(), lowBack(Layer::Deepest), {}, marks, aSession())));
    MapStyle paper;
    paper.ground = Ground::Paper;
    MarkStyle small;
    small.ground = Ground::Paper;
    small.diameter = 3.7;
    small.textSize = 2.6;
    const MapOverlay overlay = aSession();
    std::vector<BodyPoint> points;
    for (const MapMark& mark : overlay.marks) {
        points.push_back(mark.at);
    }
    const MapWindow page =
        windowAround(shippedMap(), View::Posterior, {Layer::Deep, false}, points, 54, 83);
    checkApproved("drawing/session-paper.svg",
                  svg(bodyMapPicture(shippedShapes(), page, paper, small, overlay)));
}

SCENARIO("what lies outside the window is not in the picture", "[drawing]") {
    const auto whole =
        wholeBody(shippedMap(), View::Posterior, {Layer::Superficial, false}, 110, 250);
    const auto part = lowBack(Layer::Superficial);
    const auto inWhole = countOf<PathShape>(basePicture(shippedShapes(), whole, {}));
    const auto inPart = countOf<PathShape>(basePicture(shippedShapes(), part, {}));
    CHECK(inPart > 50);
    CHECK(inPart * 2 < inWhole);
    MapWindow beside = part;
    beside.shown = {5000, 5000, 100, 100};
    CHECK(countOf<PathShape>(basePicture(shippedShapes(), beside, {})) == 0);
}

SCENARIO("muscles peeled away can be shown as outlines, the nearest layer clearest", "[drawing]") {
    const auto extraOutlines = [](Layer top) {
        const auto strokesIn = [&](bool ghosts) {
            MapStyle style;
            style.ghostLayers = ghosts;
            const Picture picture = basePicture(shippedShapes(), lowBack(top), style);
            std::vector<int> alphas;
            for (const auto* path : all<PathShape>(picture)) {
                if (!path->fill && path->stroke && path->stroke->colour.alpha < 255) {
                    alphas.push_back(path->stroke->colour.alpha);
                }
            }
            return alphas;
        };
        return std::pair{strokesIn(true), strokesIn(false)};
    };
    CHECK(extraOutlines(Layer::Superficial).first == extraOutlines(Layer::Superficial).second);
    const auto [with, without] = extraOutlines(Layer::Deepest);
    CHECK(with.size() > without.size() + 20);
    std::set<int> faint{with.begin(), with.end()};
    for (const int alpha : without) {
        faint.erase(alpha);
    }
    CHECK(faint.size() == 3); // three layers away, each fainter
}

SCENARIO("no tones are left in high contrast, and lines are dark", "[drawing]") {
    MapStyle style;
    style.ground = Ground::HighContrast;
    const Picture picture = basePicture(shippedShapes(), lowBack(Layer::Superficial), style);
    for (const auto* path : all<PathShape>(picture)) {
        if (path->fill) {
            CHECK(path->fill->alpha == 255);
            CHECK(int{path->fill->green} > 225);
        }
    }
}

SCENARIO("all pictures of one body share its paths", "[drawing]") {
    const auto firstPath = [](Layer top) {
        const Picture picture = basePicture(shippedShapes(), lowBack(top), {});
        return all<PathShape>(picture).front()->path.get();
    };
    CHECK(firstPath(Layer::Superficial) == firstPath(Layer::Bones));
    CHECK(firstPath(Layer::Superficial) == firstPath(Layer::Superficial));
}

SCENARIO("the overlay of a frame is light", "[drawing]") {
    const Picture overlay =
        overlayPicture(shippedShapes(), lowBack(Layer::Deepest), {}, {}, aSession());
    CHECK(all<PathShape>(overlay).size() < 15);
    CHECK(overlay.width == 216);
}

SCENARIO("the two parts of the overlay are the whole", "[drawing]") {
    MapOverlay overlay = aSession();
    MapArea area;
    area.shape = {{{{400, 600}, {480, 600}, {480, 700}, {400, 700}}}};
    overlay.areas = {area};
    overlay.crosses = {{{View::Posterior, 300, 700}, "upper", false}};
    const MapWindow window = lowBack(Layer::Deepest);
    Picture both = lowerOverlay(window, {}, overlay);
    CHECK(groupNamed(both.shapes, "areas") != nullptr);
    CHECK(groupNamed(both.shapes, "marks") == nullptr);
    Picture upper = upperOverlay(shippedShapes(), window, {}, {}, overlay);
    CHECK(groupNamed(upper.shapes, "areas") == nullptr);
    both.shapes.insert(both.shapes.end(), upper.shapes.begin(), upper.shapes.end());
    CHECK(svg(both) == svg(overlayPicture(shippedShapes(), window, {}, {}, overlay)));
}

SCENARIO("a region is outlined while one paints on it", "[drawing]") {
    const auto outlined = [](RegionRef region, View view) {
        MapOverlay overlay;
        overlay.region = std::move(region);
        MapWindow window = lowBack(Layer::Skin);
        window.view = view;
        const Picture picture = overlayPicture(shippedShapes(), window, {}, {}, overlay);
        return countOf<PathShape>(picture);
    };
    const RegionKey lumbar = *RegionKey::from("lumbar");
    CHECK(outlined({lumbar, Side::Right}, View::Posterior) == 2);
    CHECK(outlined({lumbar, Side::Right}, View::Anterior) == 0);
    CHECK(outlined({*RegionKey::from("no_such_region"), Side::Right}, View::Posterior) == 0);
}

SCENARIO("a chosen muscle is shown whole and named on the side with room", "[drawing]") {
    const auto selected = [](Side side, const char* label, double left) {
        MapOverlay overlay;
        overlay.selected = {{muscleKey("quadratus_lumborum"), side, label}};
        MapWindow window = lowBack(Layer::Superficial);
        window.shown.x = left;
        return overlayPicture(shippedShapes(), window, {}, {}, overlay);
    };
    const auto nameIn = [](const Picture& picture) -> TextShape {
        const auto texts = all<TextShape>(picture);
        REQUIRE(texts.size() == 1);
        return *texts.front();
    };
    GIVEN("the right one, which lies deep below the superficial layer") {
        const Picture picture = selected(Side::Right, "R quadratus lumborum", 108);
        THEN("its whole outline is there, and its name to the right of it") {
            CHECK(all<PathShape>(picture).size() >= 2);
            CHECK(nameIn(picture).align == Align::Start);
        }
    }
    GIVEN("the left one") {
        THEN("its name stands to the left") {
            CHECK(nameIn(selected(Side::Left, "L quadratus lumborum", 108)).align == Align::End);
        }
    }
    GIVEN("the right one at the right edge of the window") {
        THEN("its name turns to the left") {
            const TextShape name = nameIn(selected(Side::Right, "R quadratus lumborum", -60));
            CHECK(name.align == Align::End);
            CHECK(name.at.x - estimatedWidth(name.text, name.size, Weight::Bold) >= 0);
        }
    }
    GIVEN("a muscle that is out of sight, off this view, or unknown") {
        MapOverlay overlay;
        overlay.selected = {{muscleKey("masseter"), Side::Right, "R masseter"},
                            {muscleKey("gastrocnemius_medial"), Side::Right, "R gastrocnemius"},
                            {muscleKey("no_such_muscle"), Side::Right, "nothing"}};
        THEN("nothing is drawn for it") {
            const Picture picture =
                overlayPicture(shippedShapes(), lowBack(Layer::Superficial), {}, {}, overlay);
            CHECK(all<PathShape>(picture).empty());
            CHECK(all<TextShape>(picture).empty());
        }
    }
    GIVEN("a muscle that is both chosen and under the pointer") {
        MapOverlay overlay;
        overlay.selected = {{muscleKey("quadratus_lumborum"), Side::Right, "R quadratus lumborum"}};
        overlay.hovered = overlay.selected.front();
        THEN("it is named once") {
            CHECK(countOf<TextShape>(overlayPicture(shippedShapes(), lowBack(Layer::Deepest), {},
                                                    {}, overlay)) == 1);
        }
    }
}

SCENARIO("the name of a muscle keeps out of what a card covers", "[drawing]") {
    const MapWindow window = lowBack(Layer::Superficial);
    const auto nameWith = [&](std::vector<Rect> covered) {
        MapOverlay overlay;
        overlay.selected = {{muscleKey("quadratus_lumborum"), Side::Right, "R quadratus lumborum"}};
        overlay.covered = std::move(covered);
        const Picture picture = overlayPicture(shippedShapes(), window, {}, {}, overlay);
        const auto texts = all<TextShape>(picture);
        REQUIRE(texts.size() == 1);
        return *texts.front();
    };
    const TextShape usual = nameWith({});
    REQUIRE(usual.align == Align::Start);
    CHECK(nameWith({{0, 0, 20, 20}}).at == usual.at);
    GIVEN("a card over all on the right") {
        THEN("the name stands on the left of the muscle") {
            CHECK(nameWith({{usual.at.x, 0, window.width, window.height}}).align == Align::End);
        }
    }
    GIVEN("a flat card across the map at that height") {
        const Rect card{0, usual.at.y - 6, window.width, 8};
        THEN("it moves up or down along the muscle") {
            const double y = nameWith({card}).at.y;
            CHECK((y <= card.y || y - usual.size >= card.y + card.height));
        }
    }
    GIVEN("cards everywhere") {
        THEN("it stays where it was") {
            CHECK(nameWith({{0, 0, window.width, window.height}}).at == usual.at);
        }
    }
}

SCENARIO("levels are named from behind once there is room", "[drawing]") {
    const auto words = wordsOf(basePicture(shippedShapes(), lowBack(Layer::Deepest), {}));
    for (const char* level : {"T12", "L1", "L3", "L5", "S1"}) {
        CHECK(std::count(words.begin(), words.end(), level) == 1);
    }
    CHECK(std::count(words.begin(), words.end(), "C2") == 0);
    MapStyle plain;
    plain.labels = false;
    plain.landmarks = false;
    CHECK(wordsOf(basePicture(shippedShapes(), lowBack(Layer::Deepest), plain)).empty());
    const MapWindow small = wholeBody(shippedMap(), View::Posterior, {}, 60, 130);
    CHECK(wordsOf(basePicture(shippedShapes(), small, {})).empty());
    const MapWindow front{View::Anterior, {Layer::Deepest, false}, {108, 480, 505, 400}, 216, 171};
    MapStyle levelsOnly;
    levelsOnly.landmarks = false;
    CHECK(wordsOf(basePicture(shippedShapes(), front, levelsOnly)).empty());
}

SCENARIO("fibres are left out of a thumbnail", "[drawing]") {
    const MapWindow thumbnail = wholeBody(shippedMap(), View::Posterior, {}, 12, 28);
    CHECK(svg(basePicture(shippedShapes(), thumbnail, {})) ==
          svg(basePicture(shippedShapes(), thumbnail, withoutFibres())));
}

SCENARIO("the arm is drawn over the trunk, and only when it is shown", "[drawing]") {
    const auto side = [](bool showArm) {
        return basePicture(
            shippedShapes(),
            wholeBody(shippedMap(), View::Right, {Layer::Superficial, showArm}, 70, 250), {});
    };
    CHECK(groupNamed(side(true).shapes, "arm") != nullptr);
    CHECK(groupNamed(side(false).shapes, "arm") == nullptr);
    CHECK(groupNamed(side(false).shapes, "trunk") != nullptr);
}

SCENARIO("bony landmarks are named once there is room, and never over each other", "[drawing]") {
    const auto namesIn = [](const MapWindow& window, const MapStyle& style) {
        return basePicture(shippedShapes(), window, style);
    };
    GIVEN("the low back at three magnifications") {
        const auto howMany = [&](double width) {
            const Picture picture =
                namesIn({View::Posterior,
                         {Layer::Bones, false},
                         {360 - width / 2, 700 - width * 0.375, width, width * 0.75},
                         317,
                         238},
                        {});
            const Group* names = groupNamed(picture.shapes, "landmarks");
            return names != nullptr ? names->shapes.size() : 0;
        };
        THEN("there are none, then those that orient") {
            CHECK(howMany(800) == 0);
            CHECK(howMany(600) > 8);
        }
    }
    GIVEN("the low back, large") {
        const MapWindow window{
            View::Posterior, {Layer::Bones, false}, {230, 600, 260, 195}, 317, 238};
        const Picture picture = namesIn(window, {});
        const auto words = wordsOf(picture);
        THEN("what can be felt from behind is named, on both sides") {
            CHECK(std::count(words.begin(), words.end(), "PSIS") == 2);
            CHECK(std::count(words.begin(), words.end(), "ASIS") == 0);
            CHECK(std::count(words.begin(), words.end(), "L4") == 1);
        }
        THEN("no name lies on another") {
            struct Box {
                double left, top, right, bottom;
            };
            std::vector<Box> boxes;
            for (const auto* text : all<TextShape>(picture)) {
                const double wide = estimatedWidth(text->text, text->size, text->weight);
                const double left = text->at.x - (text->align == Align::Middle ? wide / 2 : 0);
                boxes.push_back({left, text->at.y - text->size * 0.8, left + wide,
                                 text->at.y + text->size * 0.1});
            }
            REQUIRE(boxes.size() > 8);
            for (std::size_t i = 0; i < boxes.size(); ++i) {
                for (std::size_t j = i + 1; j < boxes.size(); ++j) {
                    const bool apart =
                        boxes[i].right <= boxes[j].left || boxes[j].right <= boxes[i].left ||
                        boxes[i].bottom <= boxes[j].top || boxes[j].bottom <= boxes[i].top;
                    CHECK(apart);
                }
            }
        }
        THEN("a neighbouring part names them at the same place of the body") {
            MapWindow beside = window;
            beside.shown.x += 60;
            const Picture other = namesIn(beside, {});
            const auto placeOf = [](const Picture& one, const MapWindow& of) {
                std::vector<std::pair<double, double>> places;
                for (const auto* text : all<TextShape>(one)) {
                    if (text->text == "PSIS") {
                        const BodyPoint at = of.toBody(text->at);
                        places.emplace_back(std::round(at.x * 100), std::round(at.y * 100));
                    }
                }
                return places;
            };
            CHECK(placeOf(picture, window) == placeOf(other, beside));
        }
    }
    GIVEN("both soles, shown whole") {
        const MapWindow window =
            wholeBody(shippedMap(), View::Plantar, {Layer::Superficial, false}, 240, 200);
        const Picture picture = namesIn(window, {});
        THEN("no name is cut off") {
            const auto texts = all<TextShape>(picture);
            REQUIRE(texts.size() >= 4);
            for (const auto* text : texts) {
                CHECK(text->at.x >= 0);
                CHECK(text->at.x + estimatedWidth(text->text, text->size) <= 240);
            }
        }
    }
    GIVEN("a style without landmarks") {
        MapStyle style;
        style.landmarks = false;
        THEN("none is named") {
            CHECK(groupNamed(namesIn(lowBack(Layer::Bones), style).shapes, "landmarks") == nullptr);
        }
    }
}

SCENARIO("a muscle keeps its colour on both sides and in every view", "[drawing]") {
    const auto coloursOf = [](Side side, View view) {
        const atlas::Muscle* muscle = shippedMap().muscle(muscleKey("latissimus_dorsi"), side);
        const atlas::Box& box = muscle->shapeIn(view)->visible.box();
        const MapWindow window{
            view, {}, {box.left, box.top, box.right - box.left, box.bottom - box.top}, 100, 100};
        std::set<std::uint32_t> colours;
        const Picture picture = basePicture(shippedShapes(), window, {});
        for (const auto* path : all<PathShape>(picture)) {
            if (path->fill && path->fill->alpha == 255) {
                colours.insert((std::uint32_t{path->fill->red} << 16U) |
                               (std::uint32_t{path->fill->green} << 8U) | path->fill->blue);
            }
        }
        return colours;
    };
    const auto right = coloursOf(Side::Right, View::Posterior);
    const auto left = coloursOf(Side::Left, View::Posterior);
    CHECK(right == left); // mirror images of each other
    CHECK(right.size() > 5);
}
