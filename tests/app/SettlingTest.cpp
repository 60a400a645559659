// SPDX-License-Identifier: MIT
// Still, better, worse, gone: one word about each point known from before.
#include "app/Charting.h"
#include "domain/Error.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

namespace palpate::app {
namespace {

using test::Charting;

/// The second session of a case with three open points and one that is resolved.
struct FollowUp : Charting {
    FollowUp() {
        ql = mark("quadratus_lumborum", Side::Right, Layer::Deepest);
        chart->setTenderness(test::tenderness(7));
        chart->setState(State::Active);
        chart->setRelation(Relation::Key);
        chart->setSign(SignKind::TautBand, Sign::Present);
        gluteus = mark("gluteus_medius", Side::Left, Layer::Intermediate);
        chart->setTenderness(test::tenderness(4));
        chart->setState(State::Latent);
        piriformis = mark("piriformis", Side::Right, Layer::Deep);
        chart->setTenderness(test::tenderness(5));
        mark("iliocostalis_lumborum", Side::Left, Layer::Superficial);
        chart->setState(State::Resolved);
        next();
    }
    [[nodiscard]] Finding storedAt(const TriggerPointId& point) {
        return *findingAt(stored(), point);
    }
    [[nodiscard]] const PointRow& row(const TriggerPointId& point) const {
        return *std::ranges::find(view().points, point, &PointRow::id);
    }

    TriggerPointId ql = test::idOf<TriggerPointId>(0);
    TriggerPointId gluteus = ql;
    TriggerPointId piriformis = ql;
};

} // namespace

SCENARIO("one word settles a ghost") {
    FollowUp session;
    CHECK(session.view().toSettle == 3);
    CHECK(session.view().ghosts.at(0).lastText == "7, active, 23 Nov");

    WHEN("it is still there") {
        session.chart->settle(session.ql, Settled::Still);
        THEN("what was judged last time was found again; nothing else is copied") {
            const auto finding = session.storedAt(session.ql);
            CHECK(finding.settled == Settled::Still);
            CHECK(finding.state == State::Active);
            CHECK(finding.tenderness == test::tenderness(7));
            CHECK(finding.relation == Relation::Key);
            CHECK(finding.signs == Signs{});
            CHECK(session.row(session.ql).settled == Settled::Still);
            CHECK(session.row(session.ql).carried);
            CHECK_FALSE(session.row(session.ql).toSettle);
            CHECK(session.view().toSettle == 2);
        }
    }
    WHEN("it is better or worse") {
        const auto word = GENERATE(Settled::Better, Settled::Worse);
        session.chart->settle(session.ql, word);
        THEN("the word stands and nothing is copied") {
            const auto finding = session.storedAt(session.ql);
            CHECK(finding.settled == word);
            CHECK_FALSE(finding.state);
            CHECK_FALSE(finding.tenderness);
            CHECK_FALSE(finding.relation);
            CHECK_FALSE(session.row(session.ql).toSettle);
        }
    }
    WHEN("it is gone") {
        session.chart->settle(session.ql, Settled::Gone);
        THEN("it is judged resolved and no ghost of the next session") {
            CHECK(session.storedAt(session.ql).state == State::Resolved);
            CHECK_FALSE(session.storedAt(session.ql).tenderness);
            session.chart->setPain(PainMoment::Now, test::pain(2));
            session.next();
            CHECK(std::ranges::count(session.view().ghosts, session.ql, &GhostRow::id) == 0);
            CHECK(session.view().ghosts.size() == 2);
        }
    }
    WHEN("it is undone") {
        session.chart->settle(session.ql, Settled::Still);
        session.chart->undo();
        CHECK(session.stored().findings.empty());
        CHECK(session.view().ghosts.size() == 3);
    }
}

SCENARIO("what was entered today stays under every word") {
    FollowUp session;
    session.chart->carry(session.ql);
    CHECK(session.row(session.ql).toSettle);
    session.chart->setSign(SignKind::Twitch, Sign::Absent);
    CHECK_FALSE(session.row(session.ql).toSettle);
    const bool asLastTime = GENERATE(false, true);
    const auto today = test::tenderness(asLastTime ? 7 : 5);
    session.chart->setTenderness(today);
    session.chart->settle(session.ql, Settled::Still);
    CHECK(session.storedAt(session.ql).tenderness == today);
    CHECK(session.storedAt(session.ql).state == State::Active);
    CHECK(session.storedAt(session.ql).signs.twitch == Sign::Absent);

    WHEN("the same word is said again") {
        const bool restarted = GENERATE(false, true);
        if (restarted) {
            session.reopen(); // nothing is forgotten with the program
        }
        session.chart->settle(session.ql, Settled::Still);
        THEN("what the word brought is gone and what was entered is not, even where both agree") {
            const auto finding = session.storedAt(session.ql);
            CHECK_FALSE(finding.settled);
            CHECK_FALSE(finding.state);
            CHECK_FALSE(finding.relation);
            CHECK(finding.tenderness == today);
            CHECK(finding.signs.twitch == Sign::Absent);
        }
    }
    WHEN("another word is said instead") {
        session.chart->settle(session.ql, Settled::Better);
        const auto finding = session.storedAt(session.ql);
        CHECK(finding.settled == Settled::Better);
        CHECK_FALSE(finding.state);
        CHECK_FALSE(finding.relation);
        CHECK(finding.tenderness == today);
    }
    WHEN("the words go round and back to the first") {
        for (const auto word : {Settled::Gone, Settled::Worse, Settled::Gone, Settled::Still}) {
            session.chart->settle(session.ql, word);
        }
        CHECK(session.storedAt(session.ql).state == State::Active);
        CHECK(session.storedAt(session.ql).tenderness == today);
        session.chart->settle(session.ql, Settled::Still);
        CHECK_FALSE(session.storedAt(session.ql).state);
    }
}

SCENARIO("what was entered under one word stays under the next") {
    FollowUp session;
    session.chart->settle(session.ql, Settled::Better);
    session.chart->select(session.ql);
    session.chart->setTenderness(test::tenderness(7)); // by chance as last time
    session.chart->settle(session.ql, Settled::Still);
    session.chart->settle(session.ql, Settled::Still);
    CHECK_FALSE(session.storedAt(session.ql).settled);
    CHECK_FALSE(session.storedAt(session.ql).state);
    CHECK(session.storedAt(session.ql).tenderness == test::tenderness(7));
}

SCENARIO("gone is a judgement of today and takes the place of an earlier one of today") {
    FollowUp session;
    session.chart->carry(session.ql);
    session.chart->setState(State::Latent);
    session.chart->settle(session.ql, Settled::Gone);
    CHECK(session.storedAt(session.ql).state == State::Resolved);
    session.chart->settle(session.ql, Settled::Gone);
    CHECK(session.storedAt(session.ql).state == State::Latent);
}

SCENARIO("a word that an entry speaks against no longer stands") {
    FollowUp session;
    session.chart->settle(session.ql, Settled::Still);
    session.chart->select(session.ql);
    WHEN("the same value is entered") {
        session.chart->setTenderness(test::tenderness(7));
        CHECK(session.storedAt(session.ql).settled == Settled::Still);
    }
    WHEN("another value is entered") {
        session.chart->setTenderness(test::tenderness(3));
        CHECK_FALSE(session.storedAt(session.ql).settled);
        CHECK(session.storedAt(session.ql).tenderness == test::tenderness(3));
        CHECK(session.storedAt(session.ql).state == State::Active);
    }
    WHEN("one that is gone is judged active after all") {
        session.chart->settle(session.ql, Settled::Gone);
        session.chart->setState(State::Active);
        CHECK_FALSE(session.storedAt(session.ql).settled);
    }
    WHEN("one that is better is rated") {
        session.chart->settle(session.ql, Settled::Better);
        session.chart->setTenderness(test::tenderness(3));
        session.chart->setState(State::Latent);
        CHECK(session.storedAt(session.ql).settled == Settled::Better);
    }
}

SCENARIO("all others are unchanged in one step") {
    FollowUp session;
    session.chart->settle(session.ql, Settled::Better);
    session.chart->carry(session.gluteus); // nothing is said of it yet
    CHECK(session.view().toSettle == 2);
    session.chart->settleOthers();
    THEN("ghosts and what nothing was said of are still as last time; the rest stays") {
        CHECK(session.view().toSettle == 0);
        CHECK(session.view().ghosts.empty());
        CHECK(session.storedAt(session.ql).settled == Settled::Better);
        CHECK(session.storedAt(session.gluteus).settled == Settled::Still);
        CHECK(session.storedAt(session.gluteus).tenderness == test::tenderness(4));
        CHECK(session.storedAt(session.piriformis).settled == Settled::Still);
        CHECK(session.storedAt(session.piriformis).tenderness == test::tenderness(5));
        CHECK_FALSE(session.storedAt(session.piriformis).state);
    }
    THEN("one undo takes all of it back") {
        session.chart->undo();
        CHECK(session.view().toSettle == 2);
        CHECK(session.view().ghosts.size() == 1);
        session.chart->redo();
        CHECK(session.view().toSettle == 0);
    }
    THEN("asked again it does nothing") {
        const auto before = session.stored();
        session.chart->settleOthers();
        CHECK(session.stored() == before);
    }
}

SCENARIO("what nobody settles is kept as not assessed when the session is signed") {
    FollowUp session;
    session.chart->settle(session.ql, Settled::Still);
    session.chart->setPain(PainMoment::Now, test::pain(3));
    session.chart->sign();
    REQUIRE(session.stored().findings.size() == 3);
    CHECK(isAssessed(session.storedAt(session.ql)));
    CHECK_FALSE(isAssessed(session.storedAt(session.gluteus)));
    CHECK_FALSE(isAssessed(session.storedAt(session.piriformis)));
    CHECK(session.view().toSettle == 0);
    CHECK_THROWS_AS(session.chart->settle(session.gluteus, Settled::Still), EditRefused);
    CHECK_THROWS_AS(session.chart->settleOthers(), EditRefused);
}

SCENARIO("a new point has nothing to be compared with") {
    FollowUp session;
    const auto fresh = session.mark("gluteus_maximus", Side::Right, Layer::Superficial);
    CHECK_FALSE(session.row(fresh).carried);
    CHECK_FALSE(session.row(fresh).toSettle);
    CHECK_THROWS_AS(session.chart->settle(fresh, Settled::Still), EditRefused);
    CHECK_THROWS_AS(session.chart->settle(test::idOf<TriggerPointId>(77), Settled::Still),
                    EditRefused);
}

} // namespace palpate::app
