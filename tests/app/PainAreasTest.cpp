// SPDX-License-Identifier: MIT
// Areas: polygons, erasing, mirroring, choosing, arrows.
#include "app/Charting.h"
#include "app/PainPainter.h"
#include "atlas/BodyMap.h"
#include "domain/Error.h"
#include "support/Printing.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

namespace palpate::app {
namespace {

using Catch::Approx;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;
using test::back;
using test::beside;
using test::holds;
using test::key;
using test::kReach;
using test::kSquare;
using test::Painting;
using test::squareCentimetresOf;

constexpr double kPi = 3.14159265358979;

} // namespace

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
            CHECK(squareCentimetresOf(session.only()) == Approx(20));
            CHECK(session.pain().stroke().corners.empty());
        }
    }
    WHEN("a corner is taken back") {
        session.pain().removeCorner();
        session.pain().closePolygon();
        THEN("the triangle is drawn") {
            CHECK(squareCentimetresOf(session.only()) == Approx(10));
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

SCENARIO("a region is filled whole") {
    Painting session;
    session.pain().fillRegionAt(back(430, 700));
    const auto* lumbar = session.clinic->map().region(key<RegionKey>("lumbar"), Side::Right);
    const auto whole = lumbar->shapeIn(View::Posterior)->area / 100;
    CHECK(squareCentimetresOf(session.only()) == Approx(whole).epsilon(0.01));
    CHECK(session.view().pain.areas.at(0).regions.find("R lumbar region") == 0);
    WHEN("its neighbour is filled too") {
        session.pain().fillRegionAt(back(440, 850));
        THEN("it is one area") {
            const auto* buttock =
                session.clinic->map().region(key<RegionKey>("buttock_upper"), Side::Right);
            CHECK(squareCentimetresOf(session.only()) ==
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
            CHECK(squareCentimetresOf(session.areas()[1]) == Approx(kPi).epsilon(0.03));
        }
    }
    WHEN("it falls at the edge of the selected one") {
        session.pain().select(session.only().id);
        session.pain().clickedAt(back(440, 700), kReach);
        THEN("the dab adds to it") {
            CHECK(squareCentimetresOf(session.only()) == Approx(20 + kPi / 2).epsilon(0.03));
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
            CHECK(squareCentimetresOf(other) == Approx(squareCentimetresOf(session.areas()[0])));
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

} // namespace palpate::app
