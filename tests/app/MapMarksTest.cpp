// SPDX-License-Identifier: MIT
// Marks that are clicked and dragged as they are drawn, and the muscles that lie under them.
#include "app/Charting.h"
#include "atlas/BodyMap.h"
#include "domain/Error.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>

namespace palpate::app {
namespace {

using test::Charting;
using test::key;
using test::kReach;

/// Two points so close together that their marks hide each other.
struct TwoClose : Charting {
    BodyPoint where = clinic.on("gluteus_maximus", Side::Right);
    TriggerPointId first = marked(where);
    TriggerPointId second = marked({where.view, where.x + 5, where.y});

    TriggerPointId marked(BodyPoint at) const {
        chart->map().markAt(at, key<MuscleKey>("gluteus_maximus"), Side::Right);
        return chart->session().findings.back().point.id;
    }
    [[nodiscard]] BodyPoint placeOf(const TriggerPointId& point) {
        return findingAt(stored(), point)->at;
    }
};

} // namespace

SCENARIO("a click means the mark that is drawn under it") {
    TwoClose session;
    REQUIRE(session.chart->session().findings.size() == 2);
    auto& map = session.chart->map();
    WHEN("a mark is clicked that stands beside its place") {
        map.clickedMark(session.first);
        THEN("its own point is selected, whichever place is nearer") {
            REQUIRE(session.view().card);
            CHECK(session.view().card->id == session.first);
        }
    }
    WHEN("the ghost of last time is clicked") {
        session.chart->setPain(PainMoment::Now, test::pain(4));
        session.chart->select(session.first);
        session.chart->setState(State::Active);
        session.chart->select(session.second);
        session.chart->setState(State::Active);
        session.next();
        session.chart->map().clickedMark(session.second);
        THEN("that one is carried") {
            REQUIRE(session.stored().findings.size() == 1);
            CHECK(session.stored().findings[0].point.id == session.second);
        }
        THEN("a ghost can't be dragged") {
            CHECK_FALSE(session.chart->map().grabMark(session.first, session.where));
        }
    }
    WHEN("a mark is taken beside its place and dragged") {
        const auto before = session.stored();
        const auto from = session.placeOf(session.second);
        REQUIRE(map.grabMark(session.second, {from.view, from.x + 12.3, from.y - 7.7}));
        THEN("letting go without moving leaves it exactly where it was") {
            map.dragTo({from.view, from.x + 12.3, from.y - 7.7});
            map.drop();
            CHECK(session.stored() == before);
            CHECK(session.view().canUndo);
            session.chart->undo(); // the marking, not a move
            CHECK(session.stored().findings.size() == 1);
        }
        THEN("letting go at once does too") {
            map.drop();
            CHECK(session.stored() == before);
        }
        THEN("it keeps its distance from the pointer") {
            map.dragTo({from.view, from.x + 18.3, from.y - 7.7});
            CHECK(std::ranges::any_of(session.seen().marks, [&](const drawing::MapMark& mark) {
                return std::abs(mark.at.x - (from.x + 6)) < 1e-9 &&
                       std::abs(mark.at.y - from.y) < 1e-9;
            }));
            map.drop();
            CHECK(std::abs(session.placeOf(session.second).x - (from.x + 6)) < 0.06);
            CHECK(std::abs(session.placeOf(session.second).y - from.y) < 0.06);
            CHECK(session.placeOf(session.first) == session.where);
        }
    }
    WHEN("a mark only stands for one of another view") {
        map.setView(View::Right);
        REQUIRE(std::ranges::count(session.seen().markIds, session.first) == 1);
        CHECK_FALSE(map.grabMark(session.first, {View::Right, 200, 900}));
        THEN("it can be selected all the same") {
            map.clickedMark(session.first);
            CHECK(session.view().card->id == session.first);
        }
    }
    WHEN("the session is signed") {
        session.sign();
        CHECK_FALSE(session.chart->map().grabMark(session.first, session.where));
    }
}

SCENARIO("a point goes to no muscle that does not lie under it") {
    Charting session;
    const BodyPoint where{View::Posterior, 424, 684};
    session.chart->map().markAt(where, key<MuscleKey>("quadratus_lumborum"), Side::Right);
    const auto point = session.chart->session().findings.front().point.id;
    auto& map = session.chart->map();
    WHEN("a muscle of elsewhere is named") {
        const auto before = session.stored();
        CHECK_THROWS_AS(map.setMuscle(point, key<MuscleKey>("masseter"), Side::Right), EditRefused);
        CHECK_THROWS_AS(map.setMuscle(point, key<MuscleKey>("quadratus_lumborum"), Side::Left),
                        EditRefused);
        CHECK(session.stored() == before);
    }
    WHEN("it is looked at from another view") {
        map.setView(View::Anterior);
        const auto under = map.musclesAt(point);
        THEN("the muscles are those under its own place, and each can be taken") {
            CHECK(std::ranges::count(under, std::string{"R quadratus lumborum"},
                                     &MuscleChoice::label) == 1);
            REQUIRE(under.size() > 2);
            for (const auto& choice : under) {
                map.setMuscle(point, choice.muscle, choice.side);
                CHECK(session.chart->session().findings.front().muscle == choice.muscle);
                CHECK(session.chart->session().findings.front().at == where);
            }
        }
    }
}

SCENARIO("under a point of the hanging arm lie muscles of the arm, shown or not") {
    Charting session;
    auto& map = session.chart->map();
    map.setView(View::Right);
    map.setShowArm(true);
    const auto at = session.clinic.on("deltoid_acromial", Side::Right, View::Right);
    map.markAt(at, key<MuscleKey>("deltoid_acromial"), Side::Right);
    const auto point = session.chart->session().findings.front().point.id;
    const auto shown = map.musclesAt(point);
    map.setShowArm(false);
    CHECK(map.musclesAt(point) == shown);
    CHECK(std::ranges::count(shown, key<MuscleKey>("deltoid_acromial"), &MuscleChoice::muscle) ==
          1);
    CHECK(map.musclesAt(test::idOf<TriggerPointId>(999)).empty());
}

SCENARIO("Enter on a muscle carries its point of last time, whatever view it was marked in") {
    Charting session;
    const auto at = session.clinic.on("gluteus_medius", Side::Right, View::Right);
    session.chart->map().setView(View::Right);
    session.chart->map().markAt(at, key<MuscleKey>("gluteus_medius"), Side::Right);
    const auto point = session.chart->session().findings.front().point.id;
    session.chart->setTenderness(test::tenderness(5));
    session.chart->setPain(PainMoment::Now, test::pain(4));
    session.next();
    session.chart->map().setView(View::Posterior);
    session.chart->map().showMuscle(key<MuscleKey>("gluteus_medius"), Side::Right);
    REQUIRE(session.seen().view == View::Posterior);
    session.chart->map().markFocused();
    REQUIRE(session.stored().findings.size() == 1);
    CHECK(session.stored().findings[0].point.id == point);
    WHEN("it is pressed again, in a view where the point does not lie") {
        session.chart->map().setView(View::Posterior);
        session.chart->map().showMuscle(key<MuscleKey>("gluteus_medius"), Side::Right);
        session.chart->map().markFocused();
        THEN("the one point is selected") {
            CHECK(session.stored().findings.size() == 1);
            CHECK(session.view().card->id == point);
        }
    }
}

SCENARIO("what was said of the last act is gone when the map is turned or peeled") {
    Charting session;
    auto& map = session.chart->map();
    const auto nothing = [&] { map.clickedAt({View::Posterior, 1, 1}, kReach); };
    nothing();
    REQUIRE_FALSE(session.view().message.empty());
    WHEN("another view is chosen") {
        map.setView(View::Anterior);
        CHECK(session.view().message.empty());
    }
    WHEN("the same view is chosen") {
        map.setView(View::Posterior);
        CHECK(session.view().message.empty());
    }
    WHEN("a layer is peeled") {
        map.setLayer(Layer::Deep);
        CHECK(session.view().message.empty());
    }
}

} // namespace palpate::app
