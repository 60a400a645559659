// SPDX-License-Identifier: MIT
// Points on the map: dragged, moved, mirrored, and as they stand in other views.
#include "app/Charting.h"
#include "app/MapPresenter.h"
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

void drag(const Charting& session, BodyPoint from, BodyPoint to) {
    REQUIRE(session.chart->map().grabMark(only(session).point.id, from));
    session.chart->map().dragTo({from.view, (from.x + to.x) / 2, (from.y + to.y) / 2});
    session.chart->map().dragTo(to);
    session.chart->map().drop();
}

} // namespace

SCENARIO("a point is dragged") {
    Charting session;
    session.mark("latissimus_dorsi", Side::Right, Layer::Superficial);
    const auto known =
        session.clinic->reference().triggerPoints().find(key<MuscleKey>("latissimus_dorsi"), {});
    REQUIRE(known != nullptr);
    session.chart->setReferencePoint(known->points.at(0).key);
    session.chart->setTenderness(test::tenderness(5));
    const auto from = only(session).at;

    WHEN("it is dropped on another muscle") {
        const auto to = session.clinic.on("gluteus_maximus", Side::Right);
        drag(session, from, to);
        THEN("it lies there, in that muscle, and the known point of the old one is forgotten") {
            CHECK(only(session).at == to);
            CHECK(only(session).muscle == key<MuscleKey>("gluteus_maximus"));
            CHECK_FALSE(only(session).referencePoint);
            CHECK(only(session).tenderness == test::tenderness(5));
            CHECK(session.stored() == session.chart->session());
        }
        THEN("one undo takes it back whole") {
            session.chart->undo();
            CHECK(only(session).at == from);
            CHECK(only(session).muscle == key<MuscleKey>("latissimus_dorsi"));
            CHECK(only(session).referencePoint == known->points.at(0).key);
        }
    }
    WHEN("it is dropped on the same muscle") {
        const BodyPoint to{from.view, from.x + 6, from.y - 4};
        drag(session, from, to);
        THEN("it keeps the known point") {
            CHECK(only(session).at == to);
            CHECK(only(session).referencePoint == known->points.at(0).key);
        }
    }
    WHEN("it is dropped on the other side's muscle") {
        drag(session, from, session.clinic.on("latissimus_dorsi", Side::Left));
        THEN("its side is that one") {
            CHECK(only(session).side == Side::Left);
        }
    }
    WHEN("it is dropped beside the body") {
        drag(session, from, {View::Posterior, 10, 10});
        THEN("it stays where it was, and one sentence says why") {
            CHECK(only(session).at == from);
            CHECK(session.seen().marks.at(0).at == from);
            CHECK_THAT(session.view().message, ContainsSubstring("stays where it was"));
        }
    }
    WHEN("the drag is given up") {
        REQUIRE(session.chart->map().grabMark(only(session).point.id, from));
        session.chart->map().dragTo({View::Posterior, from.x + 20, from.y});
        CHECK(session.seen().marks.at(0).at.x == from.x + 20);
        session.chart->map().cancelDrag();
        THEN("nothing happened") {
            CHECK(session.seen().marks.at(0).at == from);
            CHECK(session.stored().findings.at(0).at == from);
        }
    }
    WHEN("it is grabbed and let go without a move") {
        REQUIRE(session.chart->map().grabMark(only(session).point.id, from));
        session.chart->map().drop();
        session.chart->undo();
        THEN("there is no step of undo for it: the one before is undone") {
            CHECK_FALSE(only(session).tenderness);
        }
    }
    WHEN("the view is turned in the middle of it") {
        REQUIRE(session.chart->map().grabMark(only(session).point.id, from));
        session.chart->map().setView(View::Anterior);
        session.chart->map().dragTo({View::Anterior, 300, 600});
        session.chart->map().drop();
        THEN("the drag is over and the point is where it was") {
            CHECK(only(session).at == from);
        }
    }
}

SCENARIO("a click stores the part of a muscle, and its known points are those of the whole") {
    Charting session;
    session.mark("biceps_brachii_long", Side::Right, Layer::Superficial, View::Anterior);
    CHECK(only(session).muscle == key<MuscleKey>("biceps_brachii_long"));
    REQUIRE(session.view().card);
    CHECK_FALSE(session.view().card->referencePoints.empty());
    const auto crosses = session.seen().crosses;
    REQUIRE(crosses.size() == 1); // the other head's points are drawn in the other head
    CHECK(crosses.at(0).at == BodyPoint{View::Anterior, 140.9, 568});
}

SCENARIO("marks on the map say what the list says") {
    Charting session;
    session.mark("gluteus_medius", Side::Right, Layer::Intermediate);
    session.chart->setState(State::Latent);
    session.mark("piriformis", Side::Left, Layer::Deep);
    session.chart->setTenderness(test::tenderness(8));
    session.chart->setState(State::Active);
    session.chart->setRelation(Relation::Satellite);
    session.chart->care().toggle(key<TechniqueKey>("pressure_release"));
    const auto& marks = session.seen().marks;
    REQUIRE(marks.size() == 2);
    for (std::size_t i = 0; i < marks.size(); ++i) {
        CHECK(marks[i].number == session.view().points[i].number);
        CHECK(marks[i].state == session.view().points[i].state);
        CHECK(marks[i].tenderness == session.view().points[i].tenderness);
        CHECK(session.seen().markIds[i] == session.view().points[i].id);
        CHECK(marks[i].selected == session.view().points[i].selected);
    }
    CHECK_FALSE(marks[0].treated);
    CHECK(marks[1].treated);
    CHECK(marks[1].relation == Relation::Satellite);
    CHECK_FALSE(marks[0].tenderness);
}

SCENARIO("a session that was signed elsewhere refuses, and what is shown stays") {
    Charting session;
    const auto point = session.mark("gluteus_medius", Side::Right, Layer::Intermediate);
    session.chart->setPain(PainMoment::Now, test::pain(4));
    const auto before = session.chart->session();
    {
        SessionPresenter other{*session.clinic, session.id};
        other.sign();
    }
    const auto signedOne = session.stored();
    const auto at = only(session).at;
    REQUIRE(session.chart->map().grabMark(point, at));
    session.chart->map().dragTo({at.view, at.x + 3, at.y});
    CHECK_THROWS_AS(session.chart->map().drop(), EditRefused);
    CHECK(session.chart->session() == before);
    CHECK(session.seen().marks.at(0).at == at);
    CHECK_THROWS_AS(session.chart->map().mirror(point), EditRefused);
    CHECK_THROWS_AS(session.chart->undo(), EditRefused);
    CHECK(session.view().canUndo);
    session.chart->pain().setPainting(true);
    session.chart->pain().pressed({View::Posterior, 420, 700});
    session.chart->pain().draggedTo({View::Posterior, 440, 700});
    CHECK_THROWS_AS(session.chart->pain().keep(), EditRefused);
    CHECK(session.chart->pain().stroke().shape.empty()); // it will never be taken
    session.chart->pain().released();
    session.chart->pain().cancelled();
    CHECK(session.chart->session() == before);
    CHECK_FALSE(session.view().pain.selected);
    CHECK(session.stored() == signedOne);
}

SCENARIO("a point in a muscle that does not show keeps to its muscle") {
    Charting session;
    const BodyPoint known{View::Posterior, 424, 684}; // of the right quadratus lumborum
    session.chart->map().markAt(known, key<MuscleKey>("quadratus_lumborum"), Side::Right);
    REQUIRE(only(session).at == known);

    for (const auto layer : {Layer::Skin, Layer::Superficial, Layer::Bones}) {
        DYNAMIC_SECTION("with layer " << static_cast<int>(layer) << " on top") {
            session.chart->map().setLayer(layer);
            session.chart->map().nudge(1, 2);
            CHECK(only(session).at == BodyPoint{View::Posterior, 425, 686});
            CHECK(only(session).muscle == key<MuscleKey>("quadratus_lumborum"));
            drag(session, only(session).at, {View::Posterior, 422, 690});
            CHECK(only(session).muscle == key<MuscleKey>("quadratus_lumborum"));
        }
    }
    WHEN("it is dragged out of it, onto what shows") {
        session.chart->map().setLayer(Layer::Superficial);
        const auto to = session.clinic.on("gluteus_maximus", Side::Left);
        drag(session, known, to);
        THEN("it is in what shows") {
            CHECK(only(session).muscle == key<MuscleKey>("gluteus_maximus"));
            CHECK(only(session).side == Side::Left);
            CHECK(only(session).layer == Layer::Superficial);
        }
    }
}

SCENARIO("a selected point is moved by small steps") {
    Charting session;
    CHECK_THROWS_AS(session.chart->map().nudge(1, 0), EditRefused);
    session.mark("gluteus_maximus", Side::Right, Layer::Superficial);
    const auto from = only(session).at;
    session.chart->map().nudge(-1, 0.5);
    CHECK(only(session).at == BodyPoint{View::Posterior, from.x - 1, from.y + 0.5});
    WHEN("it would leave the body") {
        session.chart->map().nudge(-500, 0);
        THEN("it stays") {
            CHECK(only(session).at.x == from.x - 1);
            CHECK_THAT(session.view().message, ContainsSubstring("stays where it was"));
        }
    }
    WHEN("another view is looked at") {
        session.chart->map().setView(View::Right);
        REQUIRE(session.view().card);
        session.chart->map().nudge(1, 0);
        THEN("what stands there is only approximate, and does not move") {
            CHECK(only(session).at.x == from.x - 1);
            CHECK_THAT(session.view().message, ContainsSubstring("another view"));
        }
    }
}

SCENARIO("a point is mirrored by one key") {
    Charting session;
    const auto point = session.mark("gluteus_medius", Side::Right, Layer::Intermediate);
    session.chart->setReferencePoint(key<ReferencePointKey>("gluteus_medius.posterior"));
    session.chart->setTenderness(test::tenderness(6));
    session.chart->setState(State::Active);
    session.chart->setRelation(Relation::Key);
    session.chart->setSign(SignKind::TautBand, Sign::Present);
    session.chart->setPointNote(point, "a word");
    const auto from = only(session).at;
    session.chart->map().mirror(point);

    THEN("there is a new point at the same place of the other side, of which nothing is known") {
        REQUIRE(session.chart->session().findings.size() == 2);
        const auto& other = session.chart->session().findings.back();
        CHECK(other.at.x == Approx(720 - from.x));
        CHECK(other.at.y == from.y);
        CHECK(other.side == Side::Left);
        CHECK(other.muscle == key<MuscleKey>("gluteus_medius"));
        CHECK(other.point.number == 2);
        CHECK_FALSE(isAssessed(other));
        CHECK_FALSE(other.relation);
        CHECK_FALSE(other.referencePoint);
        CHECK(other.note.empty());
        REQUIRE(session.view().card);
        CHECK(session.view().card->id == other.point.id);
    }
    THEN("the first one is as it was, and one undo takes the new one away") {
        CHECK(session.chart->session().findings.front().state == State::Active);
        session.chart->undo();
        CHECK(only(session).point.id == point);
    }
    WHEN("the key is pressed again") {
        session.chart->map().mirror(session.view().card->id);
        THEN("the first point is selected and no third one is placed") {
            CHECK(session.chart->session().findings.size() == 2);
            CHECK(session.view().card->id == point);
        }
    }
    WHEN("a point in a side view is mirrored") {
        session.chart->removePoint(session.chart->session().findings.back().point.id);
        session.chart->removePoint(point);
        session.mark("gluteus_medius", Side::Right, Layer::Intermediate, View::Right);
        const auto at = only(session).at;
        session.chart->map().mirror(only(session).point.id);
        THEN("it lies in the other side's view, which is looked at") {
            const auto& other = session.chart->session().findings.back();
            CHECK(other.at.view == View::Left);
            CHECK(other.at.x == Approx(420 - at.x));
            CHECK(other.side == Side::Left);
            CHECK(session.seen().view == View::Left);
        }
    }
}

SCENARIO("a point marked on the wrong side goes to the other one") {
    Charting session;
    const auto point = session.mark("gluteus_medius", Side::Right, Layer::Intermediate);
    session.chart->setTenderness(test::tenderness(6));
    session.chart->care().toggle(key<TechniqueKey>("pressure_release"));
    const auto from = only(session).at;
    session.chart->map().changeSide(point);
    CHECK(only(session).point.id == point);
    CHECK(only(session).side == Side::Left);
    CHECK(only(session).at.x == Approx(720 - from.x));
    CHECK(only(session).tenderness == test::tenderness(6));
    CHECK(session.stored().treatments.size() == 1);
    session.chart->undo();
    CHECK(only(session).side == Side::Right);
}

SCENARIO("a muscle of the midline has no other side") {
    Charting session;
    const auto& map = session.clinic->map();
    const auto middle = std::ranges::find_if(map.muscles(), [](const atlas::Muscle& m) {
        return m.side == Side::Middle && !m.shapes.empty();
    });
    REQUIRE(middle != map.muscles().end());
    session.chart->map().showMuscle(middle->key, Side::Middle);
    session.chart->map().markFocused();
    const auto before = session.stored();
    CHECK_THROWS_AS(session.chart->map().mirror(only(session).point.id), EditRefused);
    CHECK_THROWS_AS(session.chart->map().changeSide(only(session).point.id), EditRefused);
    CHECK(session.stored() == before);
}

SCENARIO("a point goes to a muscle beneath without moving") {
    Charting session;
    const BodyPoint where{View::Posterior, 424, 684};
    session.chart->map().setLayer(Layer::Superficial);
    const auto under = session.chart->map().musclesUnder(where);
    REQUIRE(under.size() > 2);
    CHECK(std::ranges::any_of(under, [](const MuscleChoice& choice) {
        return choice.label == "R quadratus lumborum" && choice.layer == "layer 4, deepest";
    }));
    WHEN("it was marked on the muscle that shows") {
        session.chart->map().clickedAt(where, kReach);
        const auto point = only(session).point.id;
        session.chart->map().setMuscle(point, key<MuscleKey>("quadratus_lumborum"), Side::Right);
        THEN("muscle and layer are those, the place is the same") {
            CHECK(only(session).muscle == key<MuscleKey>("quadratus_lumborum"));
            CHECK(only(session).at == where);
            CHECK(session.seen().layer == Layer::Deepest);
        }
    }
    WHEN("it is marked in the deep one at once") {
        session.chart->map().markAt(where, key<MuscleKey>("quadratus_lumborum"), Side::Right);
        THEN("it is in that one") {
            CHECK(only(session).muscle == key<MuscleKey>("quadratus_lumborum"));
            CHECK(session.seen().layer == Layer::Deepest);
        }
    }
    WHEN("a muscle is named that does not lie there") {
        THEN("it is refused") {
            CHECK_THROWS_AS(
                session.chart->map().markAt(where, key<MuscleKey>("soleus"), Side::Right),
                EditRefused);
            CHECK(session.stored().findings.empty());
        }
    }
}

SCENARIO("a point stands in other views at the same height, and counts once") {
    Charting session;
    const auto point = session.mark("gluteus_medius", Side::Right, Layer::Intermediate);
    session.chart->setTenderness(test::tenderness(6));
    const auto from = only(session).at;

    WHEN("the right side is looked at") {
        session.chart->map().setView(View::Right);
        THEN("a pale mark stands in its muscle at that height") {
            REQUIRE(session.seen().marks.size() == 1);
            const auto& mark = session.seen().marks.at(0);
            CHECK(mark.approximate);
            CHECK(mark.number == 1);
            CHECK(mark.at.view == View::Right);
            CHECK(mark.at.y == from.y);
            const auto* muscle =
                session.clinic->map().muscle(key<MuscleKey>("gluteus_medius"), Side::Right);
            CHECK(muscle->shapeIn(View::Right)->whole().contains({mark.at.x, mark.at.y}));
            CHECK(session.view().points.size() == 1);
            CHECK(session.view().numbers.totalTenderness == "6");
        }
        THEN("it can't be dragged, and a click selects it and keeps the view") {
            const auto at = session.seen().marks.at(0).at;
            session.chart->select({});
            CHECK_FALSE(session.chart->map().grabMark(point, at));
            session.chart->map().clickedAt(at, kReach);
            CHECK(session.view().card->id == point);
            CHECK(session.seen().view == View::Right);
            CHECK(session.stored().findings.size() == 1);
            CHECK(only(session).at == from);
        }
        THEN("selecting it in the list keeps the view too") {
            session.chart->select({});
            session.chart->select(point);
            CHECK(session.seen().view == View::Right);
        }
        THEN("a real mark beside it is the one a click means") {
            const auto at = session.seen().marks.at(0).at;
            session.chart->map().markAt({View::Right, at.x + 4, at.y},
                                        key<MuscleKey>("gluteus_medius"), Side::Right);
            const auto second = session.chart->session().findings.back().point.id;
            session.chart->select({});
            session.chart->map().clickedAt({View::Right, at.x + 1, at.y}, kReach);
            CHECK(session.view().card->id == second);
        }
    }
    WHEN("a view is looked at where its muscle does not show") {
        session.chart->map().setView(View::Left);
        THEN("it is left out there") {
            CHECK(session.seen().marks.empty());
            CHECK(session.view().points.size() == 1);
        }
        THEN("selecting it in the list turns to where it was marked") {
            session.chart->select({});
            session.chart->select(point);
            CHECK(session.seen().view == View::Posterior);
        }
    }
    WHEN("the soles are looked at") {
        session.chart->map().setView(View::Plantar);
        THEN("nothing stands there") {
            CHECK(session.seen().marks.empty());
        }
    }
}

SCENARIO("a point of last time stands pale in another view, and is carried from there") {
    Charting session;
    const auto point = session.mark("gluteus_medius", Side::Right, Layer::Intermediate);
    session.chart->setTenderness(test::tenderness(6));
    session.chart->setState(State::Active);
    const auto from = only(session).at;
    session.chart->setPain(PainMoment::Now, test::pain(4));
    session.next();
    session.chart->map().setView(View::Right);
    REQUIRE(session.seen().marks.size() == 1);
    const auto mark = session.seen().marks.at(0);
    CHECK(mark.ghost);
    CHECK(mark.approximate);
    CHECK_FALSE(session.chart->map().grabMark(point, mark.at));
    session.chart->map().clickedAt(mark.at, kReach);
    CHECK(only(session).point.id == point);
    CHECK(only(session).at == from);
    CHECK_FALSE(isAssessed(only(session)));
    CHECK(session.seen().view == View::Right);
    CHECK(session.view().ghosts.empty());
}

SCENARIO("a signed session's map is looked at and not changed") {
    Charting session;
    const auto point = session.mark("gluteus_medius", Side::Right, Layer::Intermediate);
    session.sign();
    const auto before = session.stored();
    const auto at = before.findings.at(0).at;
    auto& map = session.chart->map();
    session.chart->select(point);
    CHECK_FALSE(map.grabMark(point, at));
    CHECK_THROWS_AS(map.nudge(1, 0), EditRefused);
    CHECK_THROWS_AS(map.mirror(point), EditRefused);
    CHECK_THROWS_AS(map.changeSide(point), EditRefused);
    CHECK_THROWS_AS(map.setMuscle(point, key<MuscleKey>("gluteus_maximus"), Side::Right),
                    EditRefused);
    CHECK_THROWS_AS(map.markAt(at, key<MuscleKey>("gluteus_medius"), Side::Right), EditRefused);
    map.showMuscle(key<MuscleKey>("piriformis"), Side::Right);
    CHECK_THROWS_AS(map.markFocused(), EditRefused);
    CHECK(session.stored() == before);
    CHECK(session.chart->session() == before);
    CHECK(session.seen().layer == Layer::Deep); // looking is allowed
}

} // namespace palpate::app
