// SPDX-License-Identifier: MIT
// Looking at the map: muscles, layers, arrows, what lies under the pointer.
#include "app/MapPresenter.h"

#include "app/Charting.h"
#include "atlas/BodyMap.h"
#include "domain/Change.h"
#include "domain/Error.h"
#include "reference/Reference.h"
#include "support/Printing.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <set>

namespace palpate::app {
namespace {

using Catch::Approx;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;
using test::Charting;
using test::key;
using test::kReach;

[[nodiscard]] const Finding& only(const Charting& session) {
    REQUIRE(session.chart->session().findings.size() == 1);
    return session.chart->session().findings.front();
}

} // namespace

SCENARIO("a muscle that is looked at comes into sight with its known points") {
    Charting session;
    session.chart->map().setLayer(Layer::Superficial);
    const auto reveals = session.seen().reveals;
    session.chart->map().showMuscle(key<MuscleKey>("quadratus_lumborum"), Side::Right);
    THEN("its layer is on top, its place is brought, it is named") {
        CHECK(session.seen().layer == Layer::Deepest);
        CHECK(session.seen().view == View::Posterior);
        CHECK(session.seen().reveals == reveals + 1);
        REQUIRE(session.seen().reveal);
        CHECK(session.seen().reveal->y < 684);
        CHECK(session.seen().highlightedName == "R quadratus lumborum");
        CHECK(session.seen().announced == "right quadratus lumborum, layer 4, deepest");
    }
    THEN("its known points are crosses at the stored places") {
        std::set<std::pair<double, double>> places;
        for (const auto& cross : session.seen().crosses) {
            CHECK(cross.at.view == View::Posterior);
            CHECK_FALSE(cross.label.empty());
            CHECK_FALSE(cross.suggested);
            places.emplace(cross.at.x, cross.at.y);
        }
        CHECK(places ==
              std::set<std::pair<double, double>>{{424, 684}, {419, 749}, {404, 702}, {401, 763}});
    }
    THEN("on the left they are mirrored") {
        session.chart->map().showMuscle(key<MuscleKey>("quadratus_lumborum"), Side::Left);
        REQUIRE(session.seen().crosses.size() == 4);
        CHECK(session.seen().crosses.at(0).at.x == Approx(720 - 424));
    }
    THEN("a point without a place has no cross, and its name is offered all the same") {
        for (const auto& unplaced : session.clinic->reference().pointPlaces().unplaced()) {
            const auto* row = session.clinic->reference().triggerPoints().find(unplaced.point);
            CHECK(row != nullptr);
            CHECK(session.clinic->reference().pointPlaces().find(unplaced.point) == nullptr);
        }
    }
    WHEN("a point is marked near one of them") {
        session.chart->map().clickedAt({View::Posterior, 423, 689}, kReach);
        THEN("the nearest is the suggested one and stands first in the card") {
            const auto& crosses = session.seen().crosses;
            REQUIRE(crosses.size() == 4);
            CHECK(std::ranges::count_if(crosses, &drawing::KnownPoint::suggested) == 1);
            const auto suggested = std::ranges::find_if(crosses, &drawing::KnownPoint::suggested);
            CHECK(suggested->at == BodyPoint{View::Posterior, 424, 684});
            REQUIRE(session.view().card);
            CHECK(session.view().card->referencePoints.at(0).value ==
                  key<ReferencePointKey>("quadratus_lumborum.superficial_upper"));
            CHECK_FALSE(session.view().card->finding.referencePoint); // offered, never presumed
        }
    }
    WHEN("a muscle is asked for that the map lacks") {
        CHECK_THROWS_AS(session.chart->map().showMuscle(key<MuscleKey>("no_such"), Side::Left),
                        EditRefused);
    }
    WHEN("a muscle of the front is looked at") {
        session.chart->map().showMuscle(key<MuscleKey>("rectus_abdominis"), Side::Right);
        THEN("the view turns to where it shows") {
            CHECK(session.seen().view == View::Anterior);
            CHECK(session.seen().layer == Layer::Superficial);
        }
    }
    WHEN("a muscle of the arm is looked at in a side view") {
        session.chart->map().setView(View::Right);
        CHECK_FALSE(session.seen().showArm);
        session.chart->map().showMuscle(key<MuscleKey>("biceps_brachii_long"), Side::Right);
        THEN("the arm is shown, and put aside again for a muscle of the trunk") {
            CHECK(session.seen().view == View::Right);
            CHECK(session.seen().showArm);
            session.chart->map().showMuscle(key<MuscleKey>("gluteus_medius"), Side::Right);
            CHECK_FALSE(session.seen().showArm);
        }
    }
}

SCENARIO("arrows go from muscle to muscle, and Enter marks") {
    Charting session;
    session.chart->map().setLayer(Layer::Deepest);
    WHEN("nothing was looked at") {
        session.chart->map().step(Step::Down, {View::Posterior, 424, 684});
        THEN("the muscle in the middle of the map is looked at") {
            REQUIRE(session.seen().focused);
            CHECK(session.seen().focused->first == key<MuscleKey>("quadratus_lumborum"));
            CHECK(session.seen().focused->second == Side::Right);
        }
        THEN("the next key goes on to a neighbour, which lies that way") {
            const auto from = session.clinic.on("quadratus_lumborum", Side::Right);
            session.chart->map().step(Step::Down, {View::Posterior, 424, 684});
            REQUIRE(session.seen().focused);
            const auto* next = session.clinic->map().muscle(session.seen().focused->first,
                                                            session.seen().focused->second);
            REQUIRE(next != nullptr);
            CHECK(next->key != key<MuscleKey>("quadratus_lumborum"));
            CHECK(next->shapeIn(View::Posterior)->anchor.y > from.y);
            CHECK_FALSE(session.view().card);
        }
    }
    WHEN("a muscle is looked at and Enter is pressed") {
        session.chart->map().showMuscle(key<MuscleKey>("quadratus_lumborum"), Side::Right);
        session.chart->map().markFocused();
        THEN("a point lies at its first known place, and the next Enter selects it again") {
            CHECK(only(session).at == BodyPoint{View::Posterior, 424, 684});
            CHECK_FALSE(only(session).referencePoint);
            session.chart->map().showMuscle(key<MuscleKey>("quadratus_lumborum"), Side::Right);
            CHECK_FALSE(session.view().card);
            session.chart->map().markFocused();
            REQUIRE(session.view().card);
            CHECK(session.view().card->id == only(session).point.id);
        }
        THEN("of two points it is not guessed which is meant") {
            session.chart->map().markAt({View::Posterior, 424, 709},
                                        key<MuscleKey>("quadratus_lumborum"), Side::Right);
            const auto before = session.stored();
            session.chart->map().showMuscle(key<MuscleKey>("quadratus_lumborum"), Side::Right);
            CHECK_THROWS_AS(session.chart->map().markFocused(), EditRefused);
            CHECK(session.stored() == before);
        }
    }
    WHEN("Enter is pressed with nothing looked at") {
        CHECK_THROWS_AS(session.chart->map().markFocused(), EditRefused);
    }
    WHEN("Enter is pressed in a view where the muscle does not show") {
        session.chart->map().showMuscle(key<MuscleKey>("quadratus_lumborum"), Side::Right);
        session.chart->map().setView(View::Plantar);
        session.chart->map().markFocused();
        THEN("the map turns to where it is usually found") {
            CHECK(only(session).at == BodyPoint{View::Posterior, 424, 684});
            CHECK(session.seen().view == View::Posterior);
        }
    }
    WHEN("only bones are left") {
        session.chart->map().setLayer(Layer::Bones);
        session.chart->map().step(Step::Left, {View::Posterior, 424, 684});
        THEN("one sentence says what to do") {
            CHECK_THAT(session.view().message, ContainsSubstring("choose a layer"));
        }
    }
}

SCENARIO("Enter on a muscle with a point of last time carries that one") {
    Charting session;
    const auto point = session.mark("gluteus_medius", Side::Right, Layer::Intermediate);
    session.chart->setTenderness(test::tenderness(5));
    session.chart->setPain(PainMoment::Now, test::pain(4));
    session.next();
    session.chart->map().showMuscle(key<MuscleKey>("gluteus_medius"), Side::Right);
    session.chart->map().markFocused();
    CHECK(only(session).point.id == point);
}

SCENARIO("one goes from point to point, round at the ends") {
    Charting session;
    session.chart->map().stepPoint(1);
    CHECK_FALSE(session.view().card);
    const auto first = session.mark("gluteus_medius", Side::Right, Layer::Intermediate);
    const auto second = session.mark("piriformis", Side::Left, Layer::Deep);
    session.chart->select({});
    const auto selected = [&] { return session.view().card->id; };
    session.chart->map().stepPoint(1);
    CHECK(selected() == first);
    session.chart->map().stepPoint(1);
    CHECK(selected() == second);
    CHECK(session.seen().layer == Layer::Deep);
    session.chart->map().stepPoint(1);
    CHECK(selected() == first);
    session.chart->map().stepPoint(-1);
    CHECK(selected() == second);
    CHECK_THAT(session.seen().announced, StartsWith("point 2, left piriformis"));
    session.chart->map().lookAway();
    CHECK_FALSE(session.view().card);
    session.chart->map().stepPoint(-1);
    CHECK(selected() == second);
}

SCENARIO("layers stop at the ends and keep the place") {
    Charting session;
    session.chart->map().setLayer(Layer::Skin);
    const auto reveals = session.seen().reveals;
    session.chart->map().stepLayer(-1);
    CHECK(session.seen().layer == Layer::Skin);
    for (int i = 0; i < 9; ++i) {
        session.chart->map().stepLayer(1);
    }
    CHECK(session.seen().layer == Layer::Bones);
    CHECK(session.seen().reveals == reveals);
}

SCENARIO("what lies beneath the pointer is named as it moves") {
    Charting session;
    session.chart->map().setLayer(Layer::Superficial);
    int moved = 0;
    session.chart->onMapMoved = [&] { ++moved; };
    session.chart->map().hoveredAt({View::Posterior, 424, 684});
    CHECK(moved == 1);
    CHECK_THAT(session.seen().beneath, ContainsSubstring("R quadratus lumborum (4)"));
    const auto name = session.seen().hoverName;
    session.chart->map().hoveredAt({View::Posterior, 424, 684.5});
    CHECK(moved == 1); // nothing else to say
    session.chart->map().left();
    CHECK(moved == 2);
    CHECK(session.seen().beneath.empty());
    CHECK_FALSE(name.empty());
    WHEN("pain is painted") {
        session.chart->pain().setPainting(true);
        session.chart->map().hoveredAt({View::Posterior, 424, 684});
        THEN("the region is named instead of a muscle") {
            CHECK_FALSE(session.seen().hovered);
            CHECK(session.seen().hoveredRegion == SidedPart{key<RegionKey>("lumbar"), Side::Right});
            CHECK(session.seen().hoverText == "R lumbar region");
        }
    }
}

SCENARIO("the film strip holds the case's sessions, this one last and up to date") {
    Charting session;
    session.mark("gluteus_medius", Side::Right, Layer::Intermediate);
    session.chart->setTenderness(test::tenderness(6));
    session.chart->setPain(PainMoment::Now, test::pain(7));
    REQUIRE(session.view().strip.size() == 1);
    CHECK(session.view().strip[0].frame.title == "Today");
    session.next();
    REQUIRE(session.view().strip.size() == 2);
    CHECK(session.view().strip[0].frame.title == "23 Nov");
    CHECK(session.view().strip[0].frame.figure == "pain 7");
    CHECK(session.view().strip[0].frame.marks.size() == 1);
    CHECK_FALSE(session.view().strip[0].frame.current);
    CHECK(session.view().strip[1].session == session.id);
    CHECK(session.view().strip[1].frame.current);
    CHECK(session.view().strip[1].frame.lines == std::vector<std::string>{"0 points"});
    session.mark("piriformis", Side::Left, Layer::Deep);
    CHECK(session.view().strip[1].frame.lines == std::vector<std::string>{"1 point"});
    session.chart->map().setView(View::Right);
    CHECK(session.view().strip[0].frame.view == View::Right);
    CHECK(session.view().strip[0].frame.marks.at(0).approximate);
    CHECK(session.view().strip[1].frame.marks.empty()); // the left piriformis does not show there
}

} // namespace palpate::app
