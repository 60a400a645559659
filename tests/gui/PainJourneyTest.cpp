// SPDX-License-Identifier: MIT
// Drawing where it hurts by real strokes and clicks; what counts is what is on the disk afterwards.
#include "app/Clinic.h"
#include "app/SessionPresenter.h"
#include "atlas/Areas.h"
#include "atlas/BodyMap.h"
#include "atlas/Painted.h"
#include "atlas/Shapes.h"
#include "gui/CandidateList.h"
#include "gui/ChartMap.h"
#include "gui/ChartPage.h"
#include "gui/ChartingPerson.h"
#include "gui/JourneyApp.h"
#include "gui/JourneyClinic.h"
#include "gui/RowList.h"
#include "support/Builders.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>

namespace {

using namespace palpate;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using journey::JourneyClinic;
using journey::theApp;
using Me = journey::ChartingPerson;

/// The frame of the back; its middle line stands in the middle.
constexpr double kFrameWidth = 720;

[[nodiscard]] const atlas::BodyMap& map() {
    return theApp().knowledge().map();
}

[[nodiscard]] double squareCentimetresOf(const PainArea& area) {
    return atlas::unionArea(area.shape).value;
}

/// What of the area lies beside the body, cm2; whole tenths of a millimetre leave a hair.
[[nodiscard]] double besideTheBody(const PainArea& area) {
    const auto onIt = atlas::onBody(map(), area.view, atlas::planeOf(area), area.shape);
    return squareCentimetresOf(area) - atlas::unionArea(onIt).value;
}

[[nodiscard]] bool holds(const PainArea& area, Place place) {
    return atlas::Outline{area.shape}.contains(place);
}

void waitForAreas(std::size_t count) {
    Me::waitFor(std::to_string(count) + " areas",
                [count] { return Me::shown().pain.areas.size() == count; });
}

/// Waits until the record of the open session is not that one any more, and gives it as stored.
Session storedAfter(const JourneyClinic& clinic, const Session& before) {
    Me::waitFor("the record changes", [&] {
        return !(Me::the<gui::ChartPage>("chart").presenter()->session() == before);
    });
    return clinic.stored();
}

void beginPainting(const char* place) {
    Me::chip("map.places", place);
    Me::segment("map.mode", 1);
    Me::waitFor("the map paints",
                [] { return Me::shown().pain.painting && Me::find("pain.bar") != nullptr; });
}

void chooseTool(app::PainTool tool) {
    Me::segment("pain.bar.tool", static_cast<int>(tool));
    Me::waitFor("the tool is in hand", [tool] { return Me::shown().pain.tool == tool; });
}

} // namespace

TEST_CASE("pain is painted by strokes, and each stroke is one step", "[journey][pain]") {
    JourneyClinic clinic;
    clinic.openChart();
    beginPainting("Hip");
    const Session empty = clinic.stored();

    // A stroke that leaves the body: what is stored ends at the skin.
    Me::dragBody({{450, 800}, {500, 805}, {543, 800}});
    waitForAreas(1);
    Session now = clinic.stored();
    REQUIRE(now.painAreas.size() == 1);
    CHECK(now.painAreas[0].view == View::Posterior);
    CHECK(squareCentimetresOf(now.painAreas[0]) > 15);
    CHECK(holds(now.painAreas[0], {452, 801}));
    CHECK(holds(now.painAreas[0], {510, 801}));
    CHECK_FALSE(holds(now.painAreas[0], {530, 801})); // between trunk and arm
    CHECK_THAT(besideTheBody(now.painAreas[0]), WithinAbs(0, 0.2));
    CHECK(clinic.storedTurns().undo.size() == 1);
    Me::press("ctrl+z");
    waitForAreas(0);
    CHECK(clinic.stored() == empty);
    Me::press("ctrl+shift+z");
    waitForAreas(1);
    CHECK(clinic.stored() == now);

    // What it feels like, how strong, how deep: of the chosen area.
    Me::click("pain.areas",
              [](wxWindow& list) { return dynamic_cast<gui::RowList&>(list).rowArea(0); });
    Me::waitFor("the area is chosen", [] { return Me::shown().pain.selected.has_value(); });
    Me::chip("pain.bar.quality", "Burning");
    Me::score("pain.bar.intensity", 6);
    Me::chip("pain.bar.depth", "Deep");
    Me::waitFor("it is deep", [] { return Me::shown().pain.depth == PainDepth::Deep; });
    now = clinic.stored();
    CHECK(now.painAreas[0].quality == PainQuality::Burning);
    CHECK(now.painAreas[0].intensity == PainScore::from(6));
    CHECK(now.painAreas[0].depth == PainDepth::Deep);

    // Another stroke on it adds to it; beside it, it is a second area of another quality.
    Me::dragBody({{480, 810}, {470, 860}, {460, 900}});
    const Session grown = storedAfter(clinic, now);
    REQUIRE(grown.painAreas.size() == 1);
    CHECK(squareCentimetresOf(grown.painAreas[0]) > squareCentimetresOf(now.painAreas[0]) + 5);
    CHECK(grown.painAreas[0].quality == PainQuality::Burning);
    Me::press("Escape");
    Me::waitFor("no area is chosen", [] { return !Me::shown().pain.selected; });
    Me::chip("pain.bar.quality", "Tingling");
    Me::dragBody({{400, 800}, {395, 850}});
    waitForAreas(2);
    const Session two = clinic.stored();
    REQUIRE(two.painAreas.size() == 2);
    CHECK(two.painAreas[1].quality == PainQuality::Tingling);
    CHECK(two.painAreas[0] == grown.painAreas[0]);

    // The eraser takes of the chosen one only, and all of it is one step again.
    chooseTool(app::PainTool::Erase);
    Me::dragBody({{375, 830}, {415, 830}});
    const Session erased = storedAfter(clinic, two);
    REQUIRE(erased.painAreas.size() == 2);
    CHECK(squareCentimetresOf(erased.painAreas[1]) < squareCentimetresOf(two.painAreas[1]));
    CHECK_FALSE(holds(erased.painAreas[1], {397, 830}));
    CHECK(erased.painAreas[0] == two.painAreas[0]);
    Me::press("ctrl+z");
    CHECK(storedAfter(clinic, erased) == two);

    // A click on an area chooses it.
    chooseTool(app::PainTool::Brush);
    Me::clickBody({500, 805});
    Me::waitFor("the first is chosen",
                [&two] { return Me::shown().pain.selected == two.painAreas[0].id; });
    CHECK(clinic.stored() == two);
    Me::press("Delete");
    waitForAreas(1);
    CHECK(clinic.stored().painAreas[0] == two.painAreas[1]);
    theApp().close();
}

TEST_CASE("pain is drawn by corners, by whole regions and on the other side too",
          "[journey][pain]") {
    JourneyClinic clinic;
    clinic.openChart();
    beginPainting("Low back");
    chooseTool(app::PainTool::Polygon);
    for (const Place corner :
         {Place{390, 640}, Place{440, 640}, Place{440, 700}, Place{390, 700}}) {
        Me::clickBody(corner);
    }
    Me::clickBody({390, 640}); // the first corner closes it
    waitForAreas(1);
    const Session square = clinic.stored();
    REQUIRE(square.painAreas.size() == 1);
    CHECK_THAT(squareCentimetresOf(square.painAreas[0]), WithinRel(30.0, 0.05)); // 50 mm by 60 mm
    CHECK(clinic.storedTurns().undo.size() == 1);

    Me::press("Escape");
    Me::waitFor("no area is chosen", [] { return !Me::shown().pain.selected; });
    Me::clickBody({300, 640});
    Me::clickBody({340, 640});
    Me::doubleClickBody({340, 700}); // a double click closes it too
    waitForAreas(2);
    const Session triangle = clinic.stored();
    REQUIRE(triangle.painAreas.size() == 2);
    CHECK_THAT(squareCentimetresOf(triangle.painAreas[1]),
               WithinRel(12.0, 0.1)); // half of 40 mm by 60 mm

    // Mirrored by key: as large, on the other side; a second time, it is the same one.
    Me::press("m");
    waitForAreas(3);
    const Session mirrored = clinic.stored();
    CHECK(holds(mirrored.painAreas[2], {kFrameWidth - 330, 650}));
    CHECK_THAT(squareCentimetresOf(mirrored.painAreas[2]),
               WithinRel(squareCentimetresOf(mirrored.painAreas[1]), 0.02));
    Me::press("m");
    Me::waitFor("the other one is chosen",
                [&mirrored] { return Me::shown().pain.selected == mirrored.painAreas[1].id; });
    CHECK(clinic.stored().painAreas.size() == 3);

    // A corner too many is taken back; Escape drops the whole.
    Me::press("Escape");
    Me::clickBody({270, 660});
    Me::clickBody({250, 660});
    Me::waitFor("two corners", [] {
        return Me::the<gui::ChartPage>("chart").presenter()->pain().stroke().corners.size() == 2;
    });
    Me::press("BackSpace");
    Me::waitFor("one corner", [] {
        return Me::the<gui::ChartPage>("chart").presenter()->pain().stroke().corners.size() == 1;
    });
    Me::press("Escape");
    Me::waitFor("none", [] {
        return Me::the<gui::ChartPage>("chart").presenter()->pain().stroke().corners.empty();
    });
    CHECK(clinic.stored() == mirrored);

    // A double click with the brush fills the region.
    chooseTool(app::PainTool::Brush);
    const Place inRegion{270, 720};
    const auto* region =
        map().regionAt({View::Posterior, inRegion.x, inRegion.y}, atlas::Millimetres{2}, false);
    REQUIRE(region != nullptr);
    const double whole =
        atlas::unionArea(region->shapeIn(View::Posterior)->outline.polygons()).value;
    Me::doubleClickBody(inRegion);
    waitForAreas(4);
    Me::waitFor("the region is full", [] {
        return Me::the<gui::ChartPage>("chart").presenter()->session().painAreas.size() == 4;
    });
    const Session filled = clinic.stored();
    CHECK(squareCentimetresOf(filled.painAreas[3]) >= whole * 0.97);
    CHECK(squareCentimetresOf(filled.painAreas[3]) <= whole * 1.1);
    theApp().close();
}

TEST_CASE("painted pain names muscles, and one of them is placed as a point", "[journey][pain]") {
    JourneyClinic clinic;
    clinic.openChart();
    beginPainting("Hip");
    Me::dragBody({{420, 790}, {440, 860}, {430, 900}});
    waitForAreas(1);
    const auto candidates = Me::see([] { return Me::shown().pain.candidates; });
    REQUIRE(candidates.size() >= 3);
    CHECK(candidates[0].rank == 1);
    CHECK(candidates[0].covered > 0);
    CHECK_FALSE(candidates[0].reason.empty());
    CHECK(Me::see([] { return Me::the<gui::CandidateList>("pain.candidates").count(); }) ==
          static_cast<int>(candidates.size()));
    REQUIRE(candidates[0].placeable);

    Me::click("pain.candidates.0");
    Me::waitFor("its muscle is shown",
                [&] { return Me::shown().map.highlighted == candidates[0].muscle; });
    Me::click("pain.candidates.0.place");
    Me::waitFor("a point is placed", [] { return Me::shown().points.size() == 1; });
    const Session stored = clinic.stored();
    REQUIRE(stored.findings.size() == 1);
    CHECK(stored.findings[0].muscle == candidates[0].muscle.first);
    CHECK(stored.findings[0].side == candidates[0].side);
    CHECK(stored.findings[0].referencePoint == candidates[0].point);
    Me::waitFor("the list says that it was found", [] {
        const auto& now = Me::shown().pain.candidates;
        return !now.empty() && now[0].found;
    });
    Me::press("ctrl+z");
    Me::waitFor("it is taken back", [] { return Me::shown().points.empty(); });
    CHECK(clinic.stored().findings.empty());
    CHECK(clinic.stored().painAreas == stored.painAreas);
    theApp().close();
}

TEST_CASE("the pain of last time is drawn again by one click", "[journey][pain]") {
    JourneyClinic clinic;
    clinic.addSigned(7, {}, {test::aPainArea(0)});
    clinic.openChart();
    Me::segment("map.mode", 1);
    Me::click("pain.copyLast");
    waitForAreas(1);
    const Session stored = clinic.stored();
    REQUIRE(stored.painAreas.size() == 1);
    const PainArea last = test::aPainArea(0);
    CHECK(stored.painAreas[0].id != last.id);
    CHECK(stored.painAreas[0].shape == last.shape);
    CHECK(stored.painAreas[0].quality == last.quality);
    CHECK(last.intensity.has_value());
    CHECK_FALSE(stored.painAreas[0].intensity.has_value()); // is asked anew
    CHECK(clinic.storedTurns().undo.size() == 1);
    CHECK(Me::see([] { return Me::find("pain.copyLast") == nullptr; }));
    Me::press("ctrl+z");
    waitForAreas(0);
    CHECK(clinic.stored().painAreas.empty());
    theApp().close();
}

TEST_CASE("a stroke is on the disk while it is drawn", "[journey][pain]") {
    JourneyClinic clinic;
    clinic.openChart();
    beginPainting("Hip");
    Me::dragAndHold({{420, 780}, {430, 840}});
    Me::waitFor("the stroke is kept", [] {
        return Me::the<gui::ChartPage>("chart").presenter()->session().painAreas.size() == 1;
    });
    const double first = squareCentimetresOf(clinic.stored().painAreas.at(0));
    CHECK(first > 5);
    Me::moveBy({0, 120});
    Me::waitFor("the rest of it is kept", [first] {
        const auto& areas = Me::the<gui::ChartPage>("chart").presenter()->session().painAreas;
        return squareCentimetresOf(areas.at(0)) > first * 1.3;
    });
    // Another program sees it, a power cut would leave it.
    const Session seen = clinic.stored();
    REQUIRE(seen.painAreas.size() == 1);
    CHECK(squareCentimetresOf(seen.painAreas[0]) > first * 1.3);
    CHECK(clinic.storedIfPowerFailed() == seen);
    CHECK(clinic.storedTurns().undo.size() == 1);

    // Escape in mid-stroke takes it all back.
    Me::pressHolding("Escape");
    Me::waitFor("nothing is kept", [] {
        return Me::the<gui::ChartPage>("chart").presenter()->session().painAreas.empty();
    });
    Me::letGo();
    CHECK(clinic.stored().painAreas.empty());
    CHECK(clinic.storedTurns().undo.empty());
    CHECK(Me::see([] { return Me::shown().pain.painting; }));

    // The window is closed in mid-stroke: the drawing stays, and is one step.
    Me::dragAndHold({{420, 780}, {440, 860}});
    Me::waitFor("the stroke is kept", [] {
        return Me::the<gui::ChartPage>("chart").presenter()->session().painAreas.size() == 1;
    });
    theApp().close();
    Me::letGo();
    const Session left = clinic.stored();
    REQUIRE(left.painAreas.size() == 1);
    CHECK(holds(left.painAreas[0], {422, 790}));
    clinic.openChart();
    Me::waitFor("it is drawn", [] { return Me::shown().map.areas.size() == 1; });
    Me::press("ctrl+z");
    Me::waitFor("it is undone", [] { return Me::shown().map.areas.empty(); });
    CHECK(clinic.stored().painAreas.empty());
    CHECK(clinic.storedTurns().undo.empty());
    theApp().close();
}
