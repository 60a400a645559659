// SPDX-License-Identifier: MIT
#include "drawing/MapMarks.h"

#include "drawing/MapLegend.h"
#include "drawing/Shapes.h"
#include "drawing/Svg.h"
#include "drawing/TextWidth.h"
#include "support/Approval.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

using namespace palpate;
using namespace palpate::drawing;
using namespace palpate::test;

namespace {

const MapWindow kWindow{View::Posterior, {}, {0, 0, 100, 100}, 100, 100};

[[nodiscard]] MapMark aMark(double x, double y, int number,
                            std::optional<State> state = State::Active) {
    MapMark mark;
    mark.at = {View::Posterior, x, y};
    mark.number = number;
    mark.state = state;
    return mark;
}

/// Every kind of mark that a map can show, one each.
[[nodiscard]] std::vector<MapMark> everyKind() {
    std::vector<MapMark> marks;
    const auto add = [&](MapMark mark) {
        mark.number = static_cast<int>(marks.size()) + 1;
        marks.push_back(mark);
    };
    const std::array<std::optional<State>, 4> states{State::Active, State::Latent, State::Resolved,
                                                     std::nullopt};
    for (const auto& state : states) {
        add(aMark(0, 0, 0, state));
    }
    for (const auto& state : states) {
        MapMark ghost = aMark(0, 0, 0, state);
        ghost.ghost = true;
        add(ghost);
    }
    for (const Relation relation : {Relation::Primary, Relation::Satellite, Relation::Key}) {
        MapMark mark = aMark(0, 0, 0, State::Latent);
        mark.relation = relation;
        add(mark);
    }
    MapMark mark = aMark(0, 0, 0);
    mark.treated = true;
    add(mark);
    mark.treated = false;
    mark.selected = true;
    add(mark);
    mark.selected = false;
    mark.approximate = true;
    add(mark);
    mark.approximate = false;
    mark.change = MarkChange::New;
    add(mark);
    mark.change = MarkChange::Gone;
    add(mark);
    return marks;
}

} // namespace

SCENARIO("words beside a mark keep out of what a card covers", "[drawing]") {
    MapMark mark = aMark(50, 50, 1);
    mark.label = "R multifidus";
    const auto placed = [&](std::span<const Rect> covered) {
        const Picture picture = markPicture(std::span{&mark, 1}, kWindow, {}, covered);
        const auto texts = all<TextShape>(picture);
        const auto words = std::ranges::find_if(
            texts, [&](const TextShape* text) { return text->text == mark.label; });
        REQUIRE(words != texts.end());
        return (*words)->at;
    };
    CHECK(placed({}).x > 50);
    const std::vector<Rect> right{{51, 0, 49, 100}};
    CHECK(placed(right).x < 30);
    const std::vector<Rect> both{{51, 0, 49, 100}, {0, 45, 49, 55}};
    CHECK(placed(both).y < 49);
    const std::vector<Rect> everything{{0, 0, 100, 100}};
    CHECK(placed(everything) == placed({}));
}

SCENARIO("every kind of mark looks different from every other, without its number", "[drawing]") {
    std::set<std::string> looks;
    auto marks = everyKind();
    for (MapMark& mark : marks) {
        mark.number = 0;
        looks.insert(svg(markSymbol(mark, {})));
    }
    // A ghost that was resolved and one that was not assessed are both grey and dashed: neither
    // claims a state.
    CHECK(looks.size() == marks.size() - 1);
}

SCENARIO("the states differ by shape, not by colour alone", "[drawing]") {
    const auto outline = [](std::optional<State> state, bool ghost) {
        MapMark mark = aMark(0, 0, 0, state);
        mark.ghost = ghost;
        std::string shape;
        const Picture symbol = markSymbol(mark, {});
        for (const auto* circle : all<CircleShape>(symbol)) {
            // 14 hundredths of the radius tell a thick ring from a thin one; colours are left out
            // on purpose.
            shape += circle->fill && circle->fill->alpha == 255 ? "disc " : "";
            shape += circle->stroke
                         ? "ring" + std::to_string(std::lround(circle->stroke->width * 10)) + " "
                         : "";
            shape += circle->stroke && !circle->stroke->dash.empty() ? "dashed " : "";
        }
        shape += all<PathShape>(symbol).empty() ? "" : "tick";
        return shape;
    };
    const std::set<std::string> shapes{outline(State::Active, false), outline(State::Latent, false),
                                       outline(State::Resolved, false),
                                       outline(std::nullopt, false), outline(State::Active, true)};
    CHECK(shapes.size() == 5);
}

SCENARIO("a tender point is drawn larger than one that hardly hurts", "[drawing]") {
    std::vector<MapMark> marks{aMark(20, 20, 1), aMark(50, 50, 2), aMark(80, 80, 3)};
    marks[0].tenderness = Tenderness::from(0);
    marks[2].tenderness = Tenderness::from(10);
    const auto placed = placedMarks(marks, kWindow, {});
    REQUIRE(placed.size() == 3);
    CHECK(placed[0].radius < placed[1].radius);
    CHECK(placed[1].radius < placed[2].radius);
}

SCENARIO("tenderness from 0 to 10 makes a mark about three times as large", "[drawing]") {
    std::vector<MapMark> marks{aMark(20, 20, 1), aMark(80, 80, 2)};
    marks[0].tenderness = Tenderness::from(0);
    marks[1].tenderness = Tenderness::from(10);
    const auto placed = placedMarks(marks, kWindow, {});
    const double share = placed[1].radius / placed[0].radius;
    CHECK(share * share > 2.5);
    CHECK(share * share < 4);
}

SCENARIO("six points within three millimetres stay apart and near", "[drawing]") {
    std::vector<MapMark> marks;
    for (int i = 0; i < 6; ++i) {
        marks.push_back(aMark(50 + 0.9 * (i % 3), 50 + 1.2 * (i / 3), i + 1));
    }
    const MarkStyle style{.diameter = 8};
    const auto placed = placedMarks(marks, kWindow, style);
    REQUIRE(placed.size() == 6);
    for (std::size_t i = 0; i < placed.size(); ++i) {
        CHECK(std::hypot(placed[i].centre.x - placed[i].place.x,
                         placed[i].centre.y - placed[i].place.y) < 2 * style.diameter);
        CHECK(hitMark(marks, kWindow, style, placed[i].centre) == placed[i].index);
        for (std::size_t j = i + 1; j < placed.size(); ++j) {
            CHECK(std::hypot(placed[i].centre.x - placed[j].centre.x,
                             placed[i].centre.y - placed[j].centre.y) >
                  placed[i].radius + placed[j].radius);
        }
    }
    // Each moved one is tied to its place by a line with a dot.
    const Picture picture = markPicture(marks, kWindow, style);
    CHECK(countOf<PathShape>(picture) >= 5);
}

SCENARIO("words and marks in high contrast reach 7:1", "[drawing]") {
    const auto luminance = [](Colour c) {
        const auto linear = [](std::uint8_t part) {
            const double v = part / 255.0;
            return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue);
    };
    const auto contrast = [&](Colour one, Colour other) {
        const double a = luminance(one) + 0.05;
        const double b = luminance(other) + 0.05;
        return std::max(a, b) / std::min(a, b);
    };
    const Inks& ink = inks(Ground::HighContrast);
    for (const Colour colour : {ink.text, ink.quietText, ink.active, ink.latent, ink.resolved,
                                ink.notAssessed, ink.relation, ink.treated, ink.selection}) {
        CHECK(contrast(colour, ink.ground) >= 7);
    }
    CHECK(contrast(ink.onMark, ink.active) >= 7);
}

SCENARIO("only marks of the window's view are shown, the selected one on top", "[drawing]") {
    std::vector<MapMark> marks{aMark(20, 20, 1), aMark(50, 50, 2), aMark(80, 80, 3)};
    marks[0].selected = true;
    marks[1].ghost = true;
    marks[2].at.view = View::Anterior;
    const auto placed = placedMarks(marks, kWindow, {});
    REQUIRE(placed.size() == 2);
    CHECK(placed[0].index == 1);
    CHECK(placed[1].index == 0);
}

SCENARIO("marks that would hide each other fan out", "[drawing]") {
    const MarkStyle style;
    GIVEN("four points in one place") {
        const std::vector<MapMark> marks{aMark(50, 50, 1), aMark(50, 50, 2), aMark(50, 50, 3),
                                         aMark(50.5, 50, 4)};
        const auto placed = placedMarks(marks, kWindow, style);
        THEN("no two discs overlap, and each stays near its place") {
            for (const PlacedMark& a : placed) {
                CHECK(std::hypot(a.centre.x - a.place.x, a.centre.y - a.place.y) <
                      3 * style.diameter);
                for (const PlacedMark& b : placed) {
                    const double apart =
                        std::hypot(a.centre.x - b.centre.x, a.centre.y - b.centre.y);
                    CHECK((a.index == b.index || apart > (a.radius + b.radius) * 0.99));
                }
            }
        }
        THEN("a thin line leads to each true place") {
            CHECK(countOf<PathShape>(markPicture(marks, kWindow, style)) == 4);
        }
        THEN("it is the same every time") {
            CHECK(svg(markPicture(marks, kWindow, style)) ==
                  svg(markPicture(marks, kWindow, style)));
        }
        THEN("a click on a disc finds its own mark") {
            for (const PlacedMark& one : placed) {
                CHECK(hitMark(marks, kWindow, style, one.centre) == one.index);
            }
        }
    }
    GIVEN("points that lie apart") {
        const std::vector<MapMark> marks{aMark(20, 50, 1), aMark(80, 50, 2)};
        THEN("they stay where they are, without lines") {
            const auto placed = placedMarks(marks, kWindow, style);
            CHECK(placed[0].centre == placed[0].place);
            CHECK(countOf<PathShape>(markPicture(marks, kWindow, style)) == 0);
        }
    }
}

SCENARIO("a click finds a mark within reach", "[drawing]") {
    const std::vector<MapMark> marks{aMark(20, 50, 1), aMark(80, 50, 2)};
    const MarkStyle style;
    CHECK(hitMark(marks, kWindow, style, {20, 50}) == 0U);
    CHECK(hitMark(marks, kWindow, style, {80 + style.diameter / 2 + 0.4, 50}) == 1U);
    CHECK_FALSE(hitMark(marks, kWindow, style, {80 + style.diameter / 2 + 0.6, 50}).has_value());
    CHECK(hitMark(marks, kWindow, style, {80 + style.diameter / 2 + 0.6, 50}, 2) == 1U);
    CHECK_FALSE(hitMark({}, kWindow, style, {1, 1}).has_value());
}

SCENARIO("a thumbnail's marks carry neither numbers nor signs", "[drawing]") {
    MapMark mark = aMark(50, 50, 7);
    mark.treated = true;
    mark.relation = Relation::Key;
    MarkStyle style;
    style.diameter = 1.2;
    const Picture picture = markSymbol(mark, style);
    CHECK(all<TextShape>(picture).empty());
    CHECK(all<PathShape>(picture).empty());
}

SCENARIO("a label stands where the picture has room and hides no mark", "[drawing]") {
    const auto labelsOf = [](const std::vector<MapMark>& marks) {
        std::vector<TextShape> labels;
        const Picture picture = markPicture(marks, kWindow, {});
        for (const auto* text : all<TextShape>(picture)) {
            if (text->text.size() > 2) {
                labels.push_back(*text);
            }
        }
        return labels;
    };
    const auto endOf = [](const TextShape& label) {
        return label.at.x + estimatedWidth(label.text, label.size, label.weight);
    };
    GIVEN("a mark at the left and one at the right edge") {
        std::vector<MapMark> marks{aMark(10, 50, 1), aMark(95, 20, 2)};
        marks[0].label = "gone since 2 Nov";
        marks[1].label = "7 to 6";
        const auto labels = labelsOf(marks);
        REQUIRE(labels.size() == 2);
        THEN("the words stand to the right of one and to the left of the other") {
            CHECK(labels[0].at.x > 10);
            CHECK(endOf(labels[1]) < 95);
        }
    }
    GIVEN("a mark with neighbours on both sides") {
        std::vector<MapMark> marks{aMark(50, 50, 1), aMark(62, 50, 2), aMark(38, 50, 3)};
        marks[0].label = "last time";
        THEN("the words go below it") {
            const auto labels = labelsOf(marks);
            REQUIRE(labels.size() == 1);
            CHECK(labels[0].at.y > 52);
            CHECK(labels[0].at.x < 50);
            CHECK(endOf(labels[0]) > 50);
        }
    }
    GIVEN("any mark with words") {
        std::vector<MapMark> marks{aMark(50, 50, 1)};
        marks[0].label = "here";
        THEN("the words are painted before the marks") {
            CHECK(wordsOf(markPicture(marks, kWindow, {})) ==
                  std::vector<std::string>{"here", "1"});
        }
    }
}

SCENARIO("marks of every kind look as approved", "[drawing]") {
    for (const double diameter : {8.0, 3.7, 1.4}) {
        Picture sheet{120, 16, "marks", {}};
        double x = 0;
        for (const MapMark& mark : everyKind()) {
            MarkStyle style;
            style.diameter = diameter;
            Picture symbol = markSymbol(mark, style);
            sheet.shapes.emplace_back(
                Group{{1, x, 8 - symbol.height / 2}, {}, "", std::move(symbol.shapes)});
            x += symbol.width;
        }
        sheet.width = x;
        checkApproved("drawing/marks-" + std::to_string(static_cast<int>(diameter)) + "mm.svg",
                      svg(sheet));
    }
}

SCENARIO("what is gone and what is new is told by shape, on every ground", "[drawing]") {
    MapMark gone = aMark(0, 0, 5, State::Active);
    gone.change = MarkChange::Gone;
    const auto picture = [](const MapMark& mark, Ground ground) {
        MarkStyle style;
        style.ground = ground;
        style.diameter = 8;
        return svg(markSymbol(mark, style));
    };
    GIVEN("a point that is gone") {
        THEN("it looks the same whatever its state was, and like no ghost") {
            MapMark latent = gone;
            latent.state = State::Latent;
            CHECK(picture(latent, Ground::Light) == picture(gone, Ground::Light));
            MapMark ghost = aMark(0, 0, 5, State::Active);
            ghost.ghost = true;
            // Without colours too: a ghost has no tick.
            CHECK(countOf<PathShape>(markSymbol(ghost, {})) == 0);
            CHECK(countOf<PathShape>(markSymbol(gone, {})) == 1);
        }
    }
    GIVEN("a point that is new") {
        THEN("it keeps its state's look and carries a plus") {
            MapMark fresh = aMark(0, 0, 5, State::Latent);
            const auto before = countOf<CircleShape>(markSymbol(fresh, {}));
            fresh.change = MarkChange::New;
            CHECK(countOf<CircleShape>(markSymbol(fresh, {})) == before + 1);
            CHECK(countOf<PathShape>(markSymbol(fresh, {})) == 2);
        }
    }
    GIVEN("all grounds") {
        for (const auto& [ground, name] :
             {std::pair{Ground::Light, "light"}, std::pair{Ground::Dark, "dark"},
              std::pair{Ground::HighContrast, "high-contrast"}}) {
            Picture sheet{0, 16, "gone and new", {}};
            auto behind = std::make_shared<Path>();
            behind->contours.push_back({{{0, 0}, {80, 0}, {80, 16}, {0, 16}}, true});
            sheet.shapes.emplace_back(PathShape{behind, inks(ground).ground, {}});
            MarkStyle style;
            style.ground = ground;
            style.diameter = 8;
            for (const auto change : {MarkChange::Gone, MarkChange::New}) {
                for (const bool approximate : {false, true}) {
                    MapMark mark = aMark(0, 0, approximate ? 12 : 3, State::Latent);
                    mark.change = change;
                    mark.approximate = approximate;
                    Picture symbol = markSymbol(mark, style);
                    sheet.shapes.emplace_back(Group{
                        {1, sheet.width, 8 - symbol.height / 2}, {}, "", std::move(symbol.shapes)});
                    sheet.width += symbol.width;
                }
            }
            checkApproved(std::string{"drawing/marks-change-"} + name + ".svg", svg(sheet));
        }
    }
}

SCENARIO("the legend uses the same shapes and wraps", "[drawing]") {
    std::vector<LegendEntry> entries{{aMark(0, 0, 0), "active", false},
                                     {aMark(0, 0, 0, State::Latent), "latent", false},
                                     {aMark(0, 0, 0, State::Resolved), "resolved", false},
                                     {aMark(0, 0, 0, std::nullopt), "not assessed", false}};
    MapMark satellite = aMark(0, 0, 0, State::Latent);
    satellite.relation = Relation::Satellite;
    entries.push_back({satellite, "satellite", true});
    MapMark treated = aMark(0, 0, 0, State::Latent);
    treated.treated = true;
    entries.push_back({treated, "treated", true});
    MarkStyle style;
    style.diameter = 3.2;
    style.textSize = 2.6;
    GIVEN("a wide and a narrow column") {
        const Picture wide = markLegend(entries, 150, style);
        const Picture narrow = markLegend(entries, 50, style);
        THEN("the narrow one needs more rows and no word leaves it") {
            CHECK(narrow.height > 1.9 * wide.height);
            for (const auto* text : all<TextShape>(narrow)) {
                CHECK(text->at.x < 50);
                CHECK(text->at.y < narrow.height);
            }
            CHECK(wordsOf(wide) == wordsOf(narrow));
        }
        THEN("it looks as approved") {
            checkApproved("drawing/legend.svg", svg(markLegend(entries, 90, style)));
        }
    }
    GIVEN("no entries") {
        THEN("it takes no room") {
            CHECK(markLegend({}, 50, style).height == 0);
        }
    }
}
