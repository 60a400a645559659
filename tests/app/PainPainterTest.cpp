// SPDX-License-Identifier: MIT
// Strokes: how they become areas, and what keeps or takes them back.
#include "app/PainPainter.h"

#include "app/Charting.h"
#include "atlas/BodyMap.h"
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
using test::back;
using test::beside;
using test::holds;
using test::Painting;
using test::squareCentimetresOf;

constexpr double kPi = 3.14159265358979;

} // namespace

SCENARIO("a stroke becomes an area") {
    Painting session;
    session.pain().setRadius(10);
    session.stroke({{400, 700}, {415, 700}, {430, 700}, {445, 700}, {460, 700}});

    THEN("it covers what the brush swept, in whole tenths of a millimetre") {
        // A rectangle of 60 by 20 and a disc of radius 10, by hand.
        CHECK(squareCentimetresOf(session.only()) ==
              Approx((60 * 20 + kPi * 100) / 100).epsilon(0.02));
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
    THEN("a limb at the same height has no level of the spine") {
        session.chart->map().setView(View::Anterior);
        const auto arm = session.clinic.on("flexor_carpi_radialis", Side::Right, View::Anterior);
        REQUIRE(session.clinic->map().spinalLevelAt(arm) != nullptr);
        session.stroke({{arm.x, arm.y}, {arm.x, arm.y + 12}}, View::Anterior);
        REQUIRE(session.view().pain.areas.size() == 2);
        CHECK_THAT(session.view().pain.areas.at(1).regions, ContainsSubstring("forearm"));
        CHECK_THAT(session.view().pain.areas.at(1).regions, !ContainsSubstring("level"));
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
        THEN("they are not those of the one after it") {
            session.stroke({{400, 820}, {430, 820}});
            REQUIRE(session.areas().size() == 3);
            CHECK_FALSE(session.areas()[2].intensity);
            CHECK_FALSE(session.areas()[2].depth);
            session.pain().select({});
            CHECK_FALSE(session.view().pain.intensity);
            CHECK_FALSE(session.view().pain.depth);
        }
    }
    WHEN("answers are given for a polygon") {
        session.pain().select({});
        session.pain().setIntensity(test::pain(3));
        session.polygon({{400, 760}, {430, 760}, {430, 790}});
        session.pain().select({});
        THEN("they are its own") {
            CHECK(session.areas().at(1).intensity == test::pain(3));
            CHECK_FALSE(session.view().pain.intensity);
        }
    }
    WHEN("answers are given and then painting is put away, or an area chosen") {
        session.pain().select({});
        session.pain().setIntensity(test::pain(3));
        session.pain().setDepth(PainDepth::Deep);
        THEN("nothing is chosen when it is taken up again") {
            session.pain().setPainting(false);
            session.pain().setPainting(true);
            CHECK_FALSE(session.view().pain.intensity);
            CHECK_FALSE(session.view().pain.depth);
            CHECK_FALSE(session.view().pain.selected);
        }
        THEN("the next area has none of them") {
            session.pain().select(session.areas()[0].id);
            session.pain().select({});
            CHECK_FALSE(session.view().pain.intensity);
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

} // namespace palpate::app
