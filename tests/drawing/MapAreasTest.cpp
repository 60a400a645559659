// SPDX-License-Identifier: MIT
#include "drawing/MapAreas.h"

#include "drawing/BodyMapPicture.h"
#include "drawing/Shapes.h"
#include "drawing/Svg.h"
#include "drawing/TextWidth.h"
#include "support/Approval.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <regex>
#include <set>

using namespace palpate;
using namespace palpate::drawing;
using namespace palpate::test;

namespace {

const MapWindow kWindow{View::Posterior, {}, {0, 0, 100, 100}, 100, 100};

[[nodiscard]] Polygon aBlob(double x, double y, double radius) {
    Ring ring;
    constexpr int kPlaces = 60;
    for (int i = 0; i < kPlaces; ++i) {
        const double angle = 2 * std::numbers::pi * i / kPlaces;
        const double wave = radius * (1 + 0.15 * std::sin(3 * angle));
        ring.push_back({x + wave * std::cos(angle), y + wave * std::sin(angle)});
    }
    return {ring};
}
[[nodiscard]] MapArea anArea(std::optional<PainQuality> quality = PainQuality::Ache) {
    MapArea area;
    area.shape = {aBlob(50, 50, 30)};
    area.quality = quality;
    area.intensity = PainScore::from(5);
    return area;
}
[[nodiscard]] Picture pictureOf(const MapArea& area, const MapWindow& window = kWindow,
                                Ground ground = Ground::Light) {
    return areaPicture(std::span{&area, 1}, window, ground);
}
[[nodiscard]] std::vector<std::optional<PainQuality>> everyQuality() {
    std::vector<std::optional<PainQuality>> all{kPainQualities.begin(), kPainQualities.end()};
    all.emplace_back(std::nullopt);
    return all;
}
/// The SVG as a grey printer would leave it: no colour, no opacity.
[[nodiscard]] std::string withoutColours(const Picture& picture) {
    return std::regex_replace(svg(picture),
                              std::regex{"\"#[0-9a-f]{6}\"|(fill|stroke)-opacity=\"[0-9.]*\""}, "");
}
[[nodiscard]] bool isInside(const std::vector<Polygon>& shape, double x, double y) {
    return atlas::Outline{shape}.contains({x, y});
}
/// The low back with an area of each quality, what it was last time, and one chosen.
[[nodiscard]] std::vector<MapArea> everyKind() {
    std::vector<MapArea> areas;
    int i = 0;
    for (const auto& quality : everyQuality()) {
        MapArea area = anArea(quality);
        area.shape = {aBlob(230 + 90 * (i % 4), 620 + 110 * (i / 4), 36)};
        area.intensity = PainScore::from(i + 2);
        if (i % 3 != 2) {
            area.depth = i % 3 == 0 ? PainDepth::Deep : PainDepth::Surface;
        }
        if (quality == PainQuality::Radiating) {
            area.arrows = {{{400, 705}, {405, 730}, {420, 755}}};
        }
        areas.push_back(area);
        ++i;
    }
    areas.back().label = "where it began";
    areas[1].selected = true;
    MapArea then = anArea();
    then.then = true;
    then.shape = {aBlob(360, 680, 110)};
    areas.push_back(then);
    return areas;
}

} // namespace

SCENARIO("the qualities of pain differ by pattern, also in black and white", "[drawing]") {
    for (const Ground ground : {Ground::Light, Ground::Dark, Ground::Paper, Ground::HighContrast}) {
        std::set<std::string> looks;
        std::set<std::string> colours;
        for (const auto& quality : everyQuality()) {
            const Picture picture = pictureOf(anArea(quality), kWindow, ground);
            looks.insert(withoutColours(picture));
            const auto paths = all<PathShape>(picture);
            const auto* fill = *std::ranges::find_if(
                paths, [](const PathShape* path) { return path->fill.has_value(); });
            colours.insert(std::to_string(fill->fill->red) + "," +
                           std::to_string(fill->fill->green) + "," +
                           std::to_string(fill->fill->blue));
        }
        CHECK(looks.size() == everyQuality().size());
        CHECK(colours.size() == everyQuality().size());
    }
}

SCENARIO("stronger pain is filled more strongly, and muscles always show through", "[drawing]") {
    int before = 0;
    for (int score = 0; score <= 10; ++score) {
        MapArea area = anArea(std::nullopt);
        area.intensity = PainScore::from(score);
        const Picture picture = pictureOf(area);
        const int alpha = all<PathShape>(picture).front()->fill->alpha;
        CHECK(alpha > before);
        CHECK(alpha < 160);
        before = alpha;
    }
    MapArea notAsked = anArea(std::nullopt);
    notAsked.intensity.reset();
    CHECK(svg(pictureOf(notAsked)) == svg(pictureOf(anArea(std::nullopt))));
}

SCENARIO("deep pain has a double outline, pain at the surface a thin one", "[drawing]") {
    const auto outlines = [](std::optional<PainDepth> depth) {
        MapArea area = anArea(std::nullopt);
        area.depth = depth;
        std::vector<double> widths;
        const Picture picture = pictureOf(area);
        for (const auto* path : all<PathShape>(picture)) {
            if (path->stroke) {
                widths.push_back(path->stroke->width);
            }
        }
        return widths;
    };
    const auto deep = outlines(PainDepth::Deep);
    const auto surface = outlines(PainDepth::Surface);
    const auto notAsked = outlines(std::nullopt);
    REQUIRE(deep.size() == 2);
    REQUIRE(surface.size() == 1);
    REQUIRE(notAsked.size() == 1);
    CHECK(deep[0] > 2 * deep[1]);
    CHECK(surface[0] < notAsked[0]);
    CHECK(notAsked[0] < deep[0]);
}

SCENARIO("what was felt last time is a dashed outline with nothing inside", "[drawing]") {
    MapArea area = anArea(PainQuality::Sharp);
    area.then = true;
    area.arrows = {{{40, 40}, {60, 60}}};
    const Picture picture = pictureOf(area);
    const auto paths = all<PathShape>(picture);
    REQUIRE(paths.size() == 1);
    CHECK_FALSE(paths[0]->fill);
    CHECK(paths[0]->stroke->dash.size() == 2);
    CHECK_FALSE(hitArea(std::span{&area, 1}, kWindow, {50, 50}));
}

SCENARIO("a pattern fills its area and nothing else", "[drawing]") {
    GIVEN("a ring-shaped area") {
        MapArea area;
        area.shape = {{aBlob(50, 50, 40)[0], aBlob(50, 50, 15)[0]}};
        for (const PainQuality quality :
             {PainQuality::Sharp, PainQuality::Burning, PainQuality::Numbness,
              PainQuality::Tingling, PainQuality::Stiffness, PainQuality::Radiating}) {
            area.quality = quality;
            const Picture picture = pictureOf(area);
            const auto paths = all<PathShape>(picture);
            const auto pattern = std::ranges::max_element(
                paths, {}, [](const PathShape* path) { return path->path->contours.size(); });
            THEN("every corner of the pattern of quality " + std::string{name(quality)} +
                 " lies inside, and all parts have some") {
                REQUIRE((*pattern)->path->contours.size() > 10);
                std::set<std::pair<bool, bool>> quarters;
                for (const Contour& contour : (*pattern)->path->contours) {
                    for (const Point p : contour.points) {
                        const double inwards =
                            0.995; // ends of lines lie on the rounded edge itself
                        const double x = 50 + (p.x - 50) * inwards;
                        const double y = 50 + (p.y - 50) * inwards;
                        const double out = 2 - inwards;
                        CHECK((isInside(area.shape, x, y) ||
                               isInside(area.shape, 50 + (p.x - 50) * out, 50 + (p.y - 50) * out)));
                        quarters.emplace(p.x > 50, p.y > 50);
                    }
                }
                CHECK(quarters.size() == 4);
            }
        }
    }
}

SCENARIO("a pattern keeps its place on the body while the map is moved", "[drawing]") {
    const auto centres = [](const MapWindow& window) {
        MapArea area = anArea(PainQuality::Sharp);
        const Picture picture = pictureOf(area, window);
        const Group* group = groupNamed(picture.shapes, "areas");
        std::set<std::pair<long, long>> places;
        for (const auto* path : all<PathShape>(picture)) {
            if (path->path->contours.size() > 10) {
                for (const Contour& contour : path->path->contours) {
                    const Point p = contour.points.front();
                    const BodyPoint at =
                        window.toBody({p.x + group->transform.dx, p.y + group->transform.dy});
                    places.emplace(std::lround(at.x * 100), std::lround(at.y * 100));
                }
            }
        }
        return places;
    };
    MapWindow moved = kWindow;
    moved.shown.x -= 7.3;
    moved.shown.y += 2.1;
    const auto here = centres(kWindow);
    REQUIRE(here.size() > 20);
    CHECK(here == centres(moved));
}

SCENARIO("areas of another view, of a hidden arm or out of sight are not drawn", "[drawing]") {
    MapArea area = anArea();
    CHECK_FALSE(pictureOf(area).shapes.empty());
    area.view = View::Anterior;
    CHECK(pictureOf(area).shapes.empty());
    area.view = View::Left;
    area.onArm = true;
    MapWindow side = kWindow;
    side.view = View::Left;
    CHECK(pictureOf(area, side).shapes.empty());
    CHECK_FALSE(hitArea(std::span{&area, 1}, side, {50, 50}));
    side.peel.showArm = true;
    CHECK_FALSE(pictureOf(area, side).shapes.empty());
    CHECK(hitArea(std::span{&area, 1}, side, {50, 50}) == 0U);
    const auto alphaOnTrunk = [&](bool showArm) {
        MapArea trunk = area;
        trunk.onArm = false;
        MapWindow window = side;
        window.peel.showArm = showArm;
        const Picture picture = pictureOf(trunk, window);
        return int{all<PathShape>(picture)[1]->fill->alpha};
    };
    CHECK(alphaOnTrunk(true) < alphaOnTrunk(false));
    side.shown.x = 500;
    CHECK(pictureOf(area, side).shapes.empty());
    area.shape.clear();
    CHECK(pictureOf(area, side).shapes.empty());
}

SCENARIO("an area of few places is round in a close view and keeps to what was drawn",
         "[drawing]") {
    MapArea area = anArea(std::nullopt);
    Ring few;
    for (int i = 0; i < 14; ++i) {
        const double angle = 2 * std::numbers::pi * i / 14;
        few.push_back({50 + 40 * std::cos(angle), 50 + 30 * std::sin(angle)});
    }
    area.shape = {{few}};
    const auto outlineIn = [&](const MapWindow& window) {
        const Picture picture = pictureOf(area, window);
        return all<PathShape>(picture).front()->path->contours.front().points;
    };
    const auto close = outlineIn(kWindow);
    CHECK(close.size() > 2 * few.size());
    MapWindow far = kWindow;
    far.shown = {-300, -300, 700, 700};
    CHECK(outlineIn(far).size() == few.size());
    double sharpest = 0;
    for (std::size_t i = 0; i < close.size(); ++i) {
        const Point a = close[i];
        const Point b = close[(i + 1) % close.size()];
        const Point c = close[(i + 2) % close.size()];
        double turn = std::atan2(c.y - b.y, c.x - b.x) - std::atan2(b.y - a.y, b.x - a.x);
        turn = std::abs(std::remainder(turn, 2 * std::numbers::pi));
        sharpest = std::max(sharpest, turn);
        double stray = 1e9; // from the nearest edge that was drawn
        for (std::size_t k = 0; k < few.size(); ++k) {
            const Place from = few[k];
            const Place to = few[(k + 1) % few.size()];
            const double dx = to.x - from.x;
            const double dy = to.y - from.y;
            const double t = std::clamp(
                ((a.x - from.x) * dx + (a.y - from.y) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
            stray = std::min(stray, std::hypot(a.x - from.x - t * dx, a.y - from.y - t * dy));
        }
        CHECK(stray <= 1.25);
    }
    CHECK(sharpest < 0.25); // radians; as drawn it is 0.6 at the ends
    area.shape = {{{{10, 10}, {90, 10}, {90, 90}, {10, 90}}}};
    CHECK(outlineIn(kWindow).size() == 4); // sharp corners stay
}

SCENARIO("a polygon that is not closed yet shows its corners, and where it closes", "[drawing]") {
    MapArea area;
    area.corners = {{20, 20}};
    GIVEN("its first corner") {
        const Picture picture = pictureOf(area);
        THEN("there is a dot in a ring and no line") {
            CHECK(all<PathShape>(picture).empty());
            const auto circles = all<CircleShape>(picture);
            REQUIRE(circles.size() == 3);
            for (const auto* circle : circles) {
                CHECK(circle->centre == Point{20, 20});
            }
            CHECK(circles[1]->radius > circles[2]->radius);
        }
    }
    GIVEN("three corners, among finished areas") {
        area.corners = {{20, 20}, {60, 20}, {60, 70}};
        const std::vector<MapArea> areas{area, anArea(PainQuality::Sharp)};
        const Picture picture = areaPicture(areas, kWindow, Ground::Light);
        THEN("an open dashed line joins them, above the areas") {
            const auto paths = all<PathShape>(picture);
            REQUIRE(paths.size() > 2);
            const PathShape& line = *paths.back();
            REQUIRE(line.stroke.has_value());
            CHECK_FALSE(line.stroke->dash.empty());
            CHECK_FALSE(line.fill);
            REQUIRE(line.path->contours.size() == 1);
            CHECK_FALSE(line.path->contours[0].closed);
            CHECK(line.path->contours[0].points.size() == 3);
            CHECK(countOf<CircleShape>(picture) == 5);
        }
        THEN("it can't be hit, nor is it seen from another side") {
            CHECK_FALSE(hitArea(std::span{areas}.first(1), kWindow, {60, 20}, 3));
            MapWindow front = kWindow;
            front.view = View::Anterior;
            CHECK(areaPicture(areas, front, Ground::Light).shapes.empty());
        }
    }
}

SCENARIO("an area stays light to paint at every magnification", "[drawing]") {
    for (const auto& quality : everyQuality()) {
        for (const double zoom : {1.0, 3.0, 12.0, 60.0}) {
            MapArea area = anArea(quality);
            area.shape = {aBlob(360, 700, 120)};
            const double wide = 2400 / zoom;
            const MapWindow window{View::Posterior,
                                   {},
                                   {360 - wide / 2, 700 - wide * 0.375, wide, wide * 0.75},
                                   317,
                                   238};
            const Picture picture = pictureOf(area, window);
            std::size_t corners = 0;
            for (const auto* path : all<PathShape>(picture)) {
                for (const Contour& contour : path->path->contours) {
                    corners += contour.points.size();
                }
            }
            CHECK(countOf<PathShape>(picture) <= 4);
            CHECK(corners < 6000);
        }
    }
    MapArea area = anArea(PainQuality::Numbness);
    area.sketch = true;
    CHECK(countOf<PathShape>(pictureOf(area)) == 2);
}

SCENARIO("patterns are left out where they would only be grey", "[drawing]") {
    MapWindow small = kWindow;
    small.shown = {-2000, -2000, 4000, 4000};
    std::set<std::size_t> shapes;
    for (const auto& quality : everyQuality()) {
        shapes.insert(countOf<PathShape>(pictureOf(anArea(quality), small)));
    }
    CHECK(shapes == std::set<std::size_t>{2});
}

SCENARIO("pain that radiates has an arrow with a head at its end", "[drawing]") {
    MapArea area = anArea(PainQuality::Radiating);
    area.arrows = {{{30, 50}, {50, 50}, {70, 50}}};
    const Picture picture = pictureOf(area);
    bool hasHead = false;
    for (const auto* path : all<PathShape>(picture)) {
        const auto& contours = path->path->contours;
        if (path->fill && contours.size() == 1 && contours[0].points.size() == 3) {
            hasHead = true;
            CHECK(contours[0].points[0] == Point{70, 50});
            CHECK(contours[0].points[1].x < 70);
            CHECK(contours[0].points[2].x < 70);
        }
    }
    CHECK(hasHead);
    area.arrows = {{{50, 50}, {50, 50}}, {{50, 50}}};
    CHECK_NOTHROW(pictureOf(area));
}

SCENARIO("the words of an area stay within the picture", "[drawing]") {
    MapArea area = anArea();
    area.label = "as when it began, in May";
    for (const double left : {-45.0, 0.0, 45.0}) {
        MapWindow window = kWindow;
        window.shown.x = left;
        const Picture picture = pictureOf(area, window);
        const Group* group = groupNamed(picture.shapes, "areas");
        const auto texts = all<TextShape>(picture);
        REQUIRE(texts.size() == 1);
        const double half = estimatedWidth(area.label, texts[0]->size, Weight::Bold) / 2;
        const double middle = texts[0]->at.x + group->transform.dx;
        CHECK(middle - half >= -0.01);
        CHECK(middle + half <= 100.01);
    }
}

SCENARIO("the area under the pointer is found", "[drawing]") {
    std::vector<MapArea> areas(2);
    areas[0].shape = {
        {{{10, 10}, {60, 10}, {60, 60}, {10, 60}}, {{20, 20}, {30, 20}, {30, 30}, {20, 30}}}};
    areas[1].shape = {{{{40, 40}, {90, 40}, {90, 90}, {40, 90}}}};
    const auto hit = [&](double x, double y, double tolerance = 1.0) {
        return hitArea(areas, kWindow, {x, y}, tolerance);
    };
    CHECK(hit(15, 15) == 0U);
    CHECK(hit(80, 80) == 1U);
    CHECK(hit(50, 50) == 1U); // painted later, lies on top
    CHECK_FALSE(hit(25, 25)); // in the hole
    CHECK(hit(20.5, 25) == 0U);
    CHECK(hit(90.8, 60) == 1U);
    CHECK_FALSE(hit(92, 60));
    CHECK(hit(92, 60, 3) == 1U);
    areas[0].selected = true;
    CHECK(hit(50, 50) == 0U);
    areas[1].arrows = {{{95, 5}, {95, 35}}};
    CHECK(hit(95.5, 20) == 1U);
}

SCENARIO("areas of every quality look as approved", "[drawing]") {
    const MapWindow window{
        View::Posterior, {Layer::Superficial, false}, {180, 560, 360, 250}, 180, 125};
    const auto areas = everyKind();
    checkApproved("drawing/areas.svg", svg(areaPicture(areas, window, Ground::Light)));
    checkApproved("drawing/areas-high-contrast.svg",
                  svg(areaPicture(areas, window, Ground::HighContrast)));
    MapWindow small = window;
    small.width = 54;
    small.height = 38;
    checkApproved("drawing/areas-paper.svg", svg(areaPicture(areas, small, Ground::Paper)));
}

SCENARIO("a polygon being drawn over an area of few places looks as approved", "[drawing]") {
    MapArea area = anArea(PainQuality::Ache);
    area.shape = {
        {{{20, 50}, {30, 28}, {50, 20}, {72, 30}, {80, 52}, {70, 74}, {48, 80}, {28, 70}}}};
    MapArea open;
    open.corners = {{30, 60}, {60, 40}, {85, 70}, {60, 90}};
    MapArea begun;
    begun.corners = {{15, 15}};
    const std::vector<MapArea> areas{area, open, begun};
    checkApproved("drawing/area-corners.svg", svg(areaPicture(areas, kWindow, Ground::Light)));
}
