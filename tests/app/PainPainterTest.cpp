// SPDX-License-Identifier: MIT
#include "app/PainPainter.h"

#include "app/Charting.h"
#include "atlas/Areas.h"
#include "atlas/BodyMap.h"
#include "atlas/Outline.h"
#include "atlas/Shapes.h"
#include "domain/Error.h"
#include "support/Printing.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <cmath>

namespace palpate::app {
namespace {

using Catch::Approx;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;
using test::Charting;
using test::key;
using test::kReach;

constexpr double kPi = 3.14159265358979;

struct Painting : Charting {
    Painting() { chart->pain().setPainting(true); }
    [[nodiscard]] PainPainter& pain() const { return chart->pain(); }
    [[nodiscard]] const std::vector<PainArea>& areas() const { return chart->session().painAreas; }
    [[nodiscard]] const PainArea& only() const {
        REQUIRE(areas().size() == 1);
        return areas().front();
    }
};

[[nodiscard]] BodyPoint back(double x, double y) {
    return {View::Posterior, x, y};
}

[[nodiscard]] double areaOf(const PainArea& area) {
    return atlas::unionArea(area.shape).value;
}

[[nodiscard]] bool holds(const PainArea& area, Place place) {
    return atlas::Outline{area.shape}.contains(place);
}

/// What lies beside an outline, cm2; coordinates of whole tenths leave a hair.
[[nodiscard]] double beside(const PainArea& area, const atlas::Outline& outline) {
    return atlas::unionArea(atlas::without(area.shape, outline.polygons())).value;
}

const std::vector<Place> kSquare{{400, 680}, {440, 680}, {440, 730}, {400, 730}}; // 20 cm2

} // namespace

SCENARIO("a stroke becomes an area") {
    Painting session;
    session.pain().setRadius(10);
    session.stroke({{400, 700}, {415, 700}, {430, 700}, {445, 700}, {460, 700}});

    THEN("it covers what the brush swept, in whole tenths of a millimetre") {
        // A rectangle of 60 by 20 and a disc of radius 10, by hand.
        CHECK(areaOf(session.only()) == Approx((60 * 20 + kPi * 100) / 100).epsilon(0.02));
        for (const auto& polygon : session.only().shape) {
            for (const auto& ring : polygon) {
                for (const auto& place : ring) {
                    CHECK(std::abs(place.x * 10 - std::round(place.x * 10)) < 1e-6);
                    CHECK(std::abs(place.y * 10 - std::round(place.y * 10)) < 1e-6);
                }
            }
        }
        CHECK(session.only().view == View::Posterior);
        CHECK_FALSE(session.only().onArm);
        CHECK(session.only().arrows.empty());
    }
    THEN("nothing that was not told is presumed") {
        CHECK_FALSE(session.only().quality);
        CHECK_FALSE(session.only().intensity);
        CHECK_FALSE(session.only().depth);
        CHECK(session.only().note.empty());
        CHECK(session.view().pain.areas.at(0).label == "Pain");
    }
    THEN("it is stored and selected") {
        CHECK(session.stored() == session.chart->session());
        CHECK(session.view().pain.selected == session.only().id);
        REQUIRE(session.seen().areas.size() == 1);
        CHECK(session.seen().areas.at(0).selected);
        CHECK(session.pain().stroke() == PaintStroke{});
    }
    THEN("the list says which regions it touches and where its centre lies") {
        CHECK_THAT(session.view().pain.areas.at(0).regions, StartsWith("R lumbar region"));
        CHECK_THAT(session.view().pain.areas.at(0).regions,
                   ContainsSubstring("centre at the level of L"));
        CHECK(session.view().pain.areas.at(0).area == "15 cm²");
        CHECK(session.view().pain.areas.at(0).view == "Back");
    }
    WHEN("another stroke begins on it") {
        const auto id = session.only().id;
        session.stroke({{460, 700}, {460, 720}, {460, 740}});
        THEN("it adds to it") {
            CHECK(session.only().id == id);
            CHECK(holds(session.only(), {460, 740}));
            CHECK(holds(session.only(), {400, 700}));
        }
    }
    WHEN("another stroke begins beside it") {
        session.stroke({{400, 760}, {430, 760}});
        THEN("there are two areas, the new one selected") {
            REQUIRE(session.areas().size() == 2);
            CHECK(session.view().pain.selected == session.areas()[1].id);
        }
    }
    WHEN("it is told what is felt") {
        session.pain().setQuality(PainQuality::Burning);
        session.pain().setIntensity(test::pain(7));
        session.pain().setDepth(PainDepth::Deep);
        session.pain().setNote(session.only().id, "after sitting");
        THEN("the area says so") {
            CHECK(session.stored().painAreas.at(0).quality == PainQuality::Burning);
            CHECK(session.stored().painAreas.at(0).note == "after sitting");
            CHECK(session.view().pain.areas.at(0).label == "Burning, 7 of 10, deep");
        }
        THEN("the next area is painted with the same pen, and its answers are not asked") {
            session.stroke({{400, 760}, {430, 760}});
            CHECK(session.areas()[1].quality == PainQuality::Burning);
            CHECK_FALSE(session.areas()[1].intensity);
            CHECK_FALSE(session.areas()[1].depth);
        }
        THEN("an answer can be taken back") {
            session.pain().setIntensity({});
            CHECK_FALSE(session.only().intensity);
        }
    }
    WHEN("answers are given before anything is selected") {
        session.pain().select({});
        session.pain().setIntensity(test::pain(3));
        session.pain().setDepth(PainDepth::Surface);
        session.stroke({{400, 760}, {430, 760}});
        THEN("they are those of the next area, and the first is as it was") {
            CHECK(session.areas()[1].intensity == test::pain(3));
            CHECK(session.areas()[1].depth == PainDepth::Surface);
            CHECK_FALSE(session.areas()[0].intensity);
        }
    }
}

SCENARIO("a stroke is clipped to the body") {
    Painting session;
    session.pain().setRadius(30);
    session.stroke({{500, 700}, {530, 700}, {560, 700}});
    const auto& skin = session.clinic->map().skin(View::Posterior).front().outline;
    CHECK(beside(session.only(), skin) < 0.02);
    WHEN("it lies beside the body altogether") {
        session.stroke({{30, 60}, {60, 60}});
        THEN("nothing is drawn, and one sentence says so") {
            CHECK(session.areas().size() == 1);
            CHECK_THAT(session.view().message, ContainsSubstring("beside the body"));
        }
    }
    WHEN("a polygon lies beside the body") {
        session.polygon({{30, 60}, {60, 60}, {60, 100}});
        THEN("nothing is drawn, and one sentence says so") {
            CHECK(session.areas().size() == 1);
            CHECK_THAT(session.view().message, ContainsSubstring("beside the body"));
        }
    }
}

SCENARIO("a stroke is one step of undo, however often it was kept") {
    Painting session;
    session.mark("gluteus_medius", Side::Left, Layer::Intermediate);
    const auto before = session.stored();
    session.pain().pressed(back(400, 700));
    for (int i = 1; i <= 6; ++i) {
        session.pain().draggedTo(back(400 + 10 * i, 700));
        session.pain().keep();
        CHECK(session.stored().painAreas.size() == 1); // saved as it is drawn
    }
    session.pain().released();
    REQUIRE(session.areas().size() == 1);
    CHECK_THAT(noteOf(session.stored(), NotePart::Objective).text,
               StartsWith("The patient drew pain over the right lumbar region"));
    session.chart->undo();
    CHECK(session.stored() == before);
    session.chart->redo();
    CHECK(session.only().shape.size() == 1);
    CHECK(session.stored() == session.chart->session());
}

SCENARIO("a stroke that is given up leaves everything as it was") {
    Painting session;
    session.pain().setRadius(10);
    session.stroke({{400, 700}, {430, 700}});
    const auto before = session.stored();
    WHEN("it was never kept") {
        session.pain().pressed(back(420, 700));
        session.pain().draggedTo(back(420, 740));
        session.pain().cancelled();
        THEN("the record and the list of undo are as they were") {
            CHECK(session.stored() == before);
            CHECK(session.pain().stroke() == PaintStroke{});
            session.chart->undo();
            CHECK(session.stored().painAreas.empty());
        }
    }
    WHEN("it was kept") {
        session.pain().pressed(back(420, 700));
        session.pain().draggedTo(back(420, 740));
        session.pain().keep();
        session.pain().draggedTo(back(420, 760));
        session.pain().keep();
        CHECK(session.stored() != before);
        session.pain().cancelled();
        THEN("what was kept is taken back") {
            CHECK(session.stored() == before);
            CHECK(session.chart->session() == before);
            session.chart->undo();
            CHECK(session.stored().painAreas.empty());
        }
    }
    WHEN("it was kept, and something else was written meanwhile") {
        session.pain().pressed(back(420, 700));
        session.pain().draggedTo(back(420, 740));
        session.pain().keep();
        session.chart->setNote(NotePart::Subjective, "Sore");
        session.pain().cancelled();
        THEN("only the stroke is taken back") {
            CHECK(session.only() == before.painAreas.at(0));
            CHECK(noteOf(session.stored(), NotePart::Subjective).text == "Sore");
        }
    }
    WHEN("there is no stroke at all") {
        session.pain().cancelled();
        THEN("nothing happens") {
            CHECK(session.stored() == before);
        }
    }
}

SCENARIO("a stroke that a crash interrupts is in the record") {
    Painting session;
    session.pain().setRadius(10);
    session.pain().pressed(back(400, 700));
    session.pain().draggedTo(back(440, 700));
    session.pain().keep();
    session.pain().draggedTo(back(480, 700));
    session.chart.reset(); // nothing else is called
    session.clinic.reopen();
    session.chart = std::make_unique<SessionPresenter>(*session.clinic, session.id);
    REQUIRE(session.areas().size() == 1);
    CHECK(holds(session.only(), {440, 700}));
    CHECK_FALSE(holds(session.only(), {480, 700}));
    session.chart->undo();
    CHECK(session.stored().painAreas.empty());
}

SCENARIO("what happens in the middle of a stroke does not spoil it") {
    Painting session;
    session.pain().setRadius(10);
    session.pain().pressed(back(400, 700));
    session.pain().draggedTo(back(440, 700));
    WHEN("the view is turned") {
        session.chart->map().setView(View::Anterior);
        session.pain().draggedTo({View::Anterior, 440, 740});
        session.pain().released();
        THEN("the stroke was finished where it was drawn") {
            CHECK(session.only().view == View::Posterior);
            CHECK_FALSE(holds(session.only(), {440, 740}));
        }
    }
    WHEN("the last step is undone") {
        session.pain().keep();
        session.chart->undo();
        session.pain().draggedTo(back(440, 760));
        session.pain().released();
        THEN("the stroke is gone and does not come back") {
            CHECK(session.areas().empty());
            session.chart->redo();
            CHECK(session.areas().size() == 1);
        }
    }
    WHEN("the quality is chosen") {
        session.pain().keep();
        session.pain().setQuality(PainQuality::Sharp);
        session.pain().released();
        THEN("the area has it") {
            CHECK(session.only().quality == PainQuality::Sharp);
        }
    }
    WHEN("painting is put away") {
        session.pain().setPainting(false);
        session.pain().released();
        THEN("what was drawn is kept") {
            CHECK(holds(session.only(), {440, 700}));
        }
    }
    WHEN("the release never comes and another stroke begins") {
        session.pain().pressed(back(400, 760));
        session.pain().released();
        THEN("both are there") {
            CHECK(session.areas().size() == 2);
        }
    }
    WHEN("the session is signed") {
        session.chart->setPain(PainMoment::Now, test::pain(4));
        session.chart->sign();
        THEN("the stroke is in what was signed, in words too") {
            CHECK(session.stored().painAreas.size() == 1);
            CHECK_THAT(noteOf(session.stored(), NotePart::Objective).text,
                       ContainsSubstring("The patient drew pain over the right lumbar region"));
        }
    }
}

SCENARIO("drawn pain is erased") {
    Painting session;
    session.pain().setRadius(10);
    session.stroke({{400, 700}, {430, 700}, {460, 700}});
    session.stroke({{400, 760}, {430, 760}, {460, 760}});
    REQUIRE(session.areas().size() == 2);
    const auto first = session.areas()[0].id;
    session.pain().setTool(PainTool::Erase);
    session.pain().setRadius(15);

    WHEN("one is selected and the eraser goes over both") {
        session.pain().select(first);
        session.stroke({{430, 690}, {430, 730}, {430, 775}});
        THEN("only that one loses something") {
            CHECK_FALSE(holds(session.areas()[0], {430, 700}));
            CHECK(holds(session.areas()[0], {405, 700}));
            CHECK(holds(session.areas()[0], {455, 700}));
            CHECK(holds(session.areas()[1], {430, 760}));
        }
    }
    WHEN("none is selected") {
        session.pain().select({});
        session.stroke({{430, 690}, {430, 730}, {430, 775}});
        THEN("both lose something, in one step of undo") {
            CHECK_FALSE(holds(session.areas()[0], {430, 700}));
            CHECK_FALSE(holds(session.areas()[1], {430, 760}));
            session.chart->undo();
            CHECK(holds(session.areas()[0], {430, 700}));
            CHECK(holds(session.areas()[1], {430, 760}));
        }
    }
    WHEN("all of one is erased") {
        session.pain().select(first);
        session.stroke({{385, 700}, {400, 700}, {430, 700}, {460, 700}, {475, 700}});
        THEN("it is gone, and nothing is selected") {
            CHECK(session.areas().size() == 1);
            CHECK_FALSE(session.view().pain.selected);
        }
    }
    WHEN("one is removed by name") {
        session.pain().remove(first);
        THEN("it is gone, once") {
            CHECK(session.areas().size() == 1);
            CHECK_THROWS_AS(session.pain().remove(first), EditRefused);
        }
    }
    WHEN("nothing lies under the eraser") {
        const auto before = session.stored();
        session.stroke({{300, 700}, {320, 700}});
        THEN("nothing happens, and no step of undo is made") {
            CHECK(session.stored() == before);
        }
    }
    WHEN("the eraser is given up") {
        const auto before = session.stored();
        session.pain().pressed(back(430, 700));
        session.pain().cancelled();
        THEN("nothing happened") {
            CHECK(session.stored() == before);
        }
    }
}

SCENARIO("a polygon is drawn corner by corner") {
    Painting session;
    session.pain().setTool(PainTool::Polygon);
    for (const auto& corner : kSquare) {
        session.pain().clickedAt(back(corner.x, corner.y), kReach);
    }
    CHECK(session.areas().empty());
    CHECK(session.pain().stroke().corners.size() == 4);
    WHEN("the first corner is clicked again") {
        session.pain().clickedAt(back(402, 681), kReach);
        THEN("it is closed") {
            CHECK(areaOf(session.only()) == Approx(20));
            CHECK(session.pain().stroke().corners.empty());
        }
    }
    WHEN("a corner is taken back") {
        session.pain().removeCorner();
        session.pain().closePolygon();
        THEN("the triangle is drawn") {
            CHECK(areaOf(session.only()) == Approx(10));
        }
    }
    WHEN("it is dropped") {
        session.pain().dropCorners();
        session.pain().closePolygon();
        THEN("nothing is drawn") {
            CHECK(session.areas().empty());
        }
    }
    WHEN("the view is turned") {
        session.chart->map().setView(View::Anterior);
        THEN("the corners are forgotten") {
            CHECK(session.pain().stroke().corners.empty());
        }
    }
    WHEN("corners are taken back until none is left, and once more") {
        for (int i = 0; i < 6; ++i) {
            session.pain().removeCorner();
        }
        session.pain().closePolygon();
        CHECK(session.areas().empty());
    }
}

SCENARIO("area and share of the figure are counted as the record says") {
    Painting session;
    session.polygon(kSquare); // 20 cm2
    session.pain().select({});
    CHECK(session.view().numbers.painArea == "20 cm²");
    // Half of it again, as another area: together 30 cm2, of 11,091 cm2 front and back 0.27 %.
    session.pain().setTool(PainTool::Polygon);
    for (const auto& corner :
         {Place{420, 680}, Place{460, 680}, Place{460, 730}, Place{420, 730}}) {
        session.pain().clickedAt(back(corner.x, corner.y), 0);
    }
    session.pain().closePolygon();
    REQUIRE(session.areas().size() == 2);
    CHECK(session.view().pain.total == "30 cm², 0.3 % of front and back");
    CHECK(session.view().numbers.painArea == "30 cm²");
    CHECK(session.view().numbers.painAreaDelta.empty());
    CHECK(session.view().pain.note == "projected area on a standard figure");
    WHEN("the same pain is drawn from the side too") {
        session.chart->map().setView(View::Right);
        session.pain().select({});
        session.polygon({{130, 680}, {150, 680}, {150, 730}, {130, 730}}, View::Right); // 10 cm2
        THEN("it is named apart and never added in") {
            CHECK(session.view().pain.total ==
                  "30 cm², 0.3 % of front and back; side views 10 cm²");
            CHECK(session.view().numbers.painArea == "30 cm²");
        }
    }
    WHEN("the next session is charted") {
        session.chart->setPain(PainMoment::Now, test::pain(4));
        session.next();
        session.pain().setPainting(true);
        THEN("nothing drawn is not a drawing of nothing") {
            CHECK(session.view().numbers.painArea.empty());
            CHECK(session.view().numbers.painAreaDelta.empty());
            CHECK(session.view().pain.total.empty());
        }
        THEN("last time's outlines are there to compare") {
            CHECK(session.seen().areas.size() == 2);
            CHECK(session.seen().areas.at(0).then);
        }
        THEN("last time's drawing can be taken over, once, as its own areas") {
            REQUIRE(session.view().pain.canCopyLast);
            session.pain().copyLast();
            REQUIRE(session.areas().size() == 2);
            CHECK_FALSE(session.view().pain.canCopyLast);
            CHECK(session.view().numbers.painAreaDelta == "±0");
            session.pain().copyLast();
            CHECK(session.areas().size() == 2);
            session.chart->undo();
            CHECK(session.areas().empty());
        }
        THEN("a smaller drawing shows by how much") {
            session.polygon(kSquare);
            CHECK(session.view().numbers.painArea == "20 cm²");
            CHECK(session.view().numbers.painAreaDelta == "−10");
            CHECK(noteOf(session.stored(), NotePart::Objective).text ==
                  "The patient drew pain over the right lumbar region: 20 cm², projected area on "
                  "a standard figure, 10 cm² less than last time.");
        }
    }
}

SCENARIO("a region is filled whole") {
    Painting session;
    session.pain().fillRegionAt(back(430, 700));
    const auto* lumbar = session.clinic->map().region(key<RegionKey>("lumbar"), Side::Right);
    const auto whole = lumbar->shapeIn(View::Posterior)->area / 100;
    CHECK(areaOf(session.only()) == Approx(whole).epsilon(0.01));
    CHECK(session.view().pain.areas.at(0).regions.find("R lumbar region") == 0);
    WHEN("its neighbour is filled too") {
        session.pain().fillRegionAt(back(440, 850));
        THEN("it is one area") {
            const auto* buttock =
                session.clinic->map().region(key<RegionKey>("buttock_upper"), Side::Right);
            CHECK(areaOf(session.only()) ==
                  Approx(whole + buttock->shapeIn(View::Posterior)->area / 100).epsilon(0.01));
        }
    }
    WHEN("a place beside the body is asked for") {
        session.pain().fillRegionAt(back(20, 20));
        THEN("one sentence says so") {
            CHECK_THAT(session.view().message, ContainsSubstring("beside the body"));
            CHECK(session.areas().size() == 1);
        }
    }
}

SCENARIO("a click selects an area or dabs") {
    Painting session;
    session.polygon(kSquare);
    session.pain().select({});
    session.pain().setTool(PainTool::Brush);
    session.pain().setRadius(10);
    WHEN("it falls on an area that is not selected") {
        const auto before = session.stored();
        session.pain().clickedAt(back(420, 700), kReach);
        THEN("that is selected and nothing is painted") {
            CHECK(session.view().pain.selected == session.only().id);
            CHECK(session.stored() == before);
        }
    }
    WHEN("it falls on bare skin") {
        session.pain().clickedAt(back(420, 800), kReach);
        THEN("a dab is a new area") {
            REQUIRE(session.areas().size() == 2);
            CHECK(areaOf(session.areas()[1]) == Approx(kPi).epsilon(0.03));
        }
    }
    WHEN("it falls at the edge of the selected one") {
        session.pain().select(session.only().id);
        session.pain().clickedAt(back(440, 700), kReach);
        THEN("the dab adds to it") {
            CHECK(areaOf(session.only()) == Approx(20 + kPi / 2).epsilon(0.03));
        }
    }
    WHEN("an area of another view is selected in the list") {
        session.chart->map().setView(View::Anterior);
        session.pain().select(session.only().id);
        THEN("the view turns to it") {
            CHECK(session.seen().view == View::Posterior);
        }
    }
    WHEN("one is named that is not there") {
        session.pain().select(test::idOf<PainAreaId>(999));
        THEN("nothing is selected") {
            CHECK_FALSE(session.view().pain.selected);
        }
    }
}

SCENARIO("an area is mirrored") {
    Painting session;
    session.polygon({{400, 680}, {440, 680}, {420, 730}});
    session.pain().setQuality(PainQuality::Tingling);
    session.pain().setIntensity(test::pain(2));
    WHEN("it lies on the back") {
        session.pain().mirror(session.only().id);
        THEN("the other lies at the same place of the other side, alike in all else") {
            REQUIRE(session.areas().size() == 2);
            const auto& other = session.areas()[1];
            CHECK(other.view == View::Posterior);
            CHECK(holds(other, {720 - 420, 720}));
            CHECK_FALSE(holds(other, {420, 720}));
            CHECK(areaOf(other) == Approx(areaOf(session.areas()[0])));
            CHECK(other.quality == PainQuality::Tingling);
            CHECK(other.intensity == test::pain(2));
            CHECK(session.view().pain.selected == other.id);
            CHECK_THAT(session.view().pain.areas.at(1).regions, StartsWith("L lumbar region"));
        }
        THEN("pressed again it makes no third one") {
            session.pain().mirror(*session.view().pain.selected);
            CHECK(session.areas().size() == 2);
        }
    }
    WHEN("it lies on the arm, seen from the right") {
        session.chart->map().setView(View::Right);
        session.chart->map().setShowArm(true);
        session.pain().select({});
        const auto arm = session.clinic.on("biceps_brachii_long", Side::Right, View::Right);
        session.pain().setTool(PainTool::Brush);
        session.pain().setRadius(10);
        session.stroke({{arm.x, arm.y}, {arm.x, arm.y + 20}}, View::Right);
        REQUIRE(session.areas().size() == 2);
        CHECK(session.areas()[1].onArm);
        session.pain().mirror(session.areas()[1].id);
        THEN("the other lies on the left arm, seen from the left") {
            REQUIRE(session.areas().size() == 3);
            const auto& other = session.areas()[2];
            CHECK(other.view == View::Left);
            CHECK(other.onArm);
            CHECK(holds(other, {420 - arm.x, arm.y}));
            CHECK(session.seen().view == View::Left);
            CHECK(session.seen().showArm);
        }
    }
}

SCENARIO("in the side views pain is drawn on what is seen") {
    Painting session;
    session.chart->map().setView(View::Right);
    session.chart->map().setShowArm(true);
    session.pain().setRadius(8);
    const auto arm = session.clinic.on("biceps_brachii_long", Side::Right, View::Right);
    WHEN("the stroke begins on the arm") {
        session.stroke({{arm.x, arm.y}, {arm.x, arm.y + 15}}, View::Right);
        THEN("it lies on the arm, in square centimetres of its own") {
            CHECK(session.only().onArm);
            CHECK_THAT(session.view().pain.total, StartsWith("arms from the side"));
            const auto skin = session.clinic->map().skin(View::Right);
            REQUIRE(skin.size() == 2);
            CHECK(beside(session.only(), skin[1].outline) < 0.02);
        }
    }
    WHEN("it begins on the thigh while the arm is shown") {
        const auto thigh = session.clinic.on("vastus_lateralis", Side::Right, View::Right);
        session.stroke({{thigh.x, thigh.y + 60}, {thigh.x, thigh.y + 80}}, View::Right);
        THEN("it lies on the body") {
            CHECK_FALSE(session.only().onArm);
            CHECK_THAT(session.view().pain.total, StartsWith("side views"));
        }
    }
    WHEN("the arm is put aside in the middle of a stroke") {
        session.pain().pressed({View::Right, arm.x, arm.y});
        session.pain().draggedTo({View::Right, arm.x, arm.y + 10});
        session.chart->map().setShowArm(false);
        session.pain().released();
        THEN("the stroke stays on the arm") {
            CHECK(session.only().onArm);
        }
    }
}

SCENARIO("radiating pain has arrows the way it was drawn") {
    Painting session;
    session.pain().setQuality(PainQuality::Radiating);
    session.pain().setRadius(12);
    std::vector<Place> way;
    for (int i = 0; i <= 20; ++i) {
        way.push_back({430, 800.0 + 10 * i});
    }
    session.stroke(way);
    REQUIRE(session.only().arrows.size() == 1);
    CHECK(session.only().arrows[0].front() == Place{430, 800});
    CHECK(session.only().arrows[0].back() == Place{430, 1000});
    CHECK(session.only().arrows[0].size() < 30);
    WHEN("the stroke leaves the body") {
        session.pain().select({});
        session.stroke({{480, 700}, {500, 700}, {520, 700}, {540, 700}, {560, 700}, {580, 700}});
        THEN("the arrow does not") {
            const auto& area = session.areas()[1];
            for (const auto& arrow : area.arrows) {
                for (const auto& place : arrow) {
                    CHECK(holds(area, place));
                }
            }
        }
    }
    WHEN("its middle is erased") {
        session.pain().setTool(PainTool::Erase);
        session.pain().setRadius(20);
        session.stroke({{410, 900}, {450, 900}});
        THEN("two arrows are left, none across the gap") {
            CHECK(session.only().arrows.size() == 2);
            for (const auto& arrow : session.only().arrows) {
                for (const auto& place : arrow) {
                    CHECK(holds(session.only(), place));
                }
            }
        }
    }
    WHEN("it is mirrored") {
        session.pain().mirror(session.only().id);
        THEN("so is the arrow") {
            CHECK(session.areas()[1].arrows.at(0).front() == Place{290, 800});
        }
    }
}

SCENARIO("pain in, muscles out") {
    Painting session;
    CHECK(session.view().pain.candidates.empty());
    session.pain().fillRegionAt(back(440, 850)); // upper buttock
    const auto& candidates = session.view().pain.candidates;
    REQUIRE(candidates.size() > 3);
    CHECK_FALSE(session.view().pain.candidatesNote.empty());
    CHECK(candidates.front().rank == 1);
    CHECK(std::ranges::is_sorted(candidates, {}, &CandidateRow::rank));
    CHECK_FALSE(candidates.front().reason.empty());
    CHECK_FALSE(candidates.front().found);
    const auto placeable = std::ranges::find_if(candidates, &CandidateRow::placeable);
    REQUIRE(placeable != candidates.end());
    const auto index = static_cast<std::size_t>(placeable - candidates.begin());
    const auto row = *placeable;

    WHEN("one is clicked") {
        session.pain().showCandidate(index);
        THEN("its muscle is on the map") {
            CHECK(session.seen().highlighted == row.muscle);
            CHECK_FALSE(session.seen().crosses.empty());
            CHECK(session.seen().painting);
        }
    }
    WHEN("its point is placed") {
        session.pain().placeCandidate(index);
        THEN("it is marked where it is usually found, and the list knows") {
            REQUIRE(session.chart->session().findings.size() == 1);
            const auto& finding = session.chart->session().findings.front();
            CHECK(finding.muscle == row.muscle.first);
            CHECK(finding.side == row.muscle.second);
            CHECK(finding.referencePoint == row.point);
            CHECK_FALSE(isAssessed(finding));
            CHECK(session.seen().view == finding.at.view);
            CHECK(session.view().pain.candidates.at(index).found);
        }
        THEN("placing it again selects it") {
            session.chart->select({});
            session.pain().placeCandidate(index);
            CHECK(session.chart->session().findings.size() == 1);
            CHECK(session.view().card.has_value());
        }
    }
    WHEN("the list has changed under the finger") {
        CHECK_THROWS_AS(session.pain().placeCandidate(10'000), EditRefused);
        CHECK_THROWS_AS(session.pain().showCandidate(10'000), EditRefused);
    }
    WHEN("painting is put away") {
        session.pain().setPainting(false);
        THEN("so is the list") {
            CHECK(session.view().pain.candidates.empty());
        }
    }
}

SCENARIO("the usual referral of a point stands beside what was drawn") {
    Painting session;
    session.pain().fillRegionAt(back(440, 850));
    session.pain().setPainting(false);
    session.chart->map().setView(View::Posterior);
    session.mark("quadratus_lumborum", Side::Right, Layer::Deepest);
    REQUIRE(session.view().referral);
    CHECK_THAT(session.view().referral->title, StartsWith("Usual referral"));
    CHECK_FALSE(session.view().referral->agreement.empty());
    CHECK_FALSE(session.view().referral->sources.empty());
    CHECK_FALSE(session.seen().referral.empty());
    session.chart->map().setShowReferral(false);
    CHECK(session.seen().referral.empty());
    session.chart->map().setShowReferral(true);
    session.chart->select({});
    CHECK(session.seen().referral.empty());
    CHECK_FALSE(session.view().referral);
}

SCENARIO("a signed session is not painted on") {
    Painting session;
    session.polygon(kSquare);
    session.sign();
    const auto before = session.stored();
    const auto area = before.painAreas.at(0).id;
    auto& pain = session.pain();
    pain.setPainting(true);
    CHECK_FALSE(session.view().pain.painting);
    CHECK_THROWS_AS(pain.pressed(back(420, 800)), EditRefused);
    pain.draggedTo(back(430, 800));
    pain.keep();
    pain.released();
    pain.cancelled();
    CHECK_THROWS_AS(pain.clickedAt(back(420, 800), kReach), EditRefused);
    CHECK_THROWS_AS(pain.fillRegionAt(back(420, 800)), EditRefused);
    CHECK_THROWS_AS(pain.remove(area), EditRefused);
    CHECK_THROWS_AS(pain.mirror(area), EditRefused);
    CHECK_THROWS_AS(pain.setNote(area, "x"), EditRefused);
    CHECK_THROWS_AS(pain.copyLast(), EditRefused);
    pain.closePolygon();
    pain.select(area); // looking is allowed
    CHECK_THROWS_AS(pain.setQuality(PainQuality::Sharp), EditRefused);
    CHECK_THROWS_AS(pain.setIntensity(test::pain(9)), EditRefused);
    CHECK_THROWS_AS(pain.setDepth(PainDepth::Deep), EditRefused);
    CHECK(session.stored() == before);
    CHECK(session.chart->session() == before);
}

} // namespace palpate::app
