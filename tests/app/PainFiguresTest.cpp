// SPDX-License-Identifier: MIT
// What follows from drawn pain: figures, candidates, referral; and a signed drawing.
#include "app/Charting.h"
#include "app/PainPainter.h"
#include "atlas/BodyMap.h"
#include "domain/Error.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

namespace palpate::app {
namespace {

using Catch::Matchers::StartsWith;
using test::back;
using test::beside;
using test::kReach;
using test::kSquare;
using test::Painting;

} // namespace

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
            CHECK(session.view().numbers.painArea == "30 cm² front and back");
        }
    }
    WHEN("the next session is charted") {
        session.pain().select(session.areas()[0].id);
        session.pain().setQuality(PainQuality::Burning);
        session.pain().setIntensity(test::pain(6));
        session.pain().setDepth(PainDepth::Deep);
        session.pain().setNote(session.areas()[0].id, "after sitting");
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
        THEN("what was told of it then is not told today") {
            session.pain().copyLast();
            CHECK(session.areas().at(0).quality == PainQuality::Burning);
            for (const auto& area : session.areas()) {
                CHECK_FALSE(area.intensity);
                CHECK_FALSE(area.depth);
                CHECK(area.note.empty());
            }
        }
        THEN("with a side view beside it, no change is said") {
            session.polygon(kSquare);
            REQUIRE(session.view().numbers.painAreaDelta == "−10");
            session.chart->map().setView(View::Right);
            session.pain().select({});
            session.polygon({{130, 680}, {150, 680}, {150, 730}, {130, 730}}, View::Right);
            CHECK(session.view().numbers.painArea == "20 cm² front and back");
            CHECK(session.view().numbers.painAreaDelta.empty());
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
    WHEN("a point lies there that was not said to be any known one") {
        session.chart->map().showMuscle(row.muscle.first, row.muscle.second);
        session.pain().placeCandidate(index);
        const auto at = session.chart->session().findings.front().at;
        const auto point = session.chart->session().findings.front().point.id;
        session.chart->select(point);
        session.chart->setReferencePoint({});
        session.chart->select({});
        session.pain().placeCandidate(index);
        THEN("it is that one, and no second one is marked") {
            REQUIRE(session.chart->session().findings.size() == 1);
            CHECK(session.chart->session().findings.front().at == at);
            REQUIRE(session.view().card);
            CHECK(session.view().card->id == point);
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
