// SPDX-License-Identifier: MIT
#include "app/Charting.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace palpate::app {
namespace {

using test::Charting;
using test::key;

/// Everything back, or everything forth; the number of steps.
int undoAll(const Charting& session) {
    int steps = 0;
    while (session.view().canUndo) {
        session.chart->undo();
        ++steps;
    }
    return steps;
}
int redoAll(const Charting& session) {
    int steps = 0;
    while (session.view().canRedo) {
        session.chart->redo();
        ++steps;
    }
    return steps;
}

/// Seven steps: points, answers, treatment, drawn pain and words.
void chart(Charting& session) {
    session.mark("quadratus_lumborum", Side::Right, Layer::Deepest);
    session.chart->setTenderness(test::tenderness(6));
    session.chart->care().toggle(key<TechniqueKey>("pressure_release"));
    session.chart->pain().setPainting(true);
    session.polygon({{400, 680}, {440, 680}, {440, 730}, {400, 730}});
    session.chart->pain().setQuality(PainQuality::Ache);
    session.chart->setNote(NotePart::Subjective, "S");
    session.chart->setNote(NotePart::Subjective, "So");
    session.chart->setNote(NotePart::Subjective, "Sore");
    session.chart->pain().mirror(session.chart->session().painAreas.at(0).id);
}

} // namespace

SCENARIO("undo survives leaving the session and restarting the program") {
    Charting session;
    chart(session);
    const auto whole = session.stored();
    const bool restarted = GENERATE(false, true);
    const auto again = [&] {
        if (restarted) {
            session.reopen();
        } else {
            session.leave();
        }
    };
    again();
    CHECK(session.chart->session() == whole);
    REQUIRE(session.view().canUndo);
    CHECK_FALSE(session.view().canRedo);
    session.chart->undo(); // the mirrored area
    session.chart->undo(); // the words
    CHECK(noteOf(session.stored(), NotePart::Subjective).text.empty());
    again();
    REQUIRE(session.view().canRedo);
    CHECK(undoAll(session) == 5);
    CHECK(session.stored().findings.empty());
    CHECK(session.stored().painAreas.empty());
    CHECK(noteOf(session.stored(), NotePart::Objective).text.empty());
    again();
    CHECK(redoAll(session) == 7);
    CHECK(session.stored() == whole);
    CHECK(session.chart->session() == whole);
}

SCENARIO("a new change forgets what had been undone") {
    Charting session;
    chart(session);
    session.chart->undo();
    session.leave();
    session.chart->setPain(PainMoment::Now, test::pain(3));
    CHECK_FALSE(session.view().canRedo);
    session.leave();
    CHECK_FALSE(session.view().canRedo);
    CHECK(undoAll(session) == 7);
}

SCENARIO("undo has no limit") {
    Charting session;
    session.mark("gluteus_medius", Side::Right, Layer::Intermediate);
    for (int i = 0; i < 500; ++i) {
        session.chart->setTenderness(test::tenderness(i % 10));
    }
    session.leave();
    CHECK(undoAll(session) == 501);
    CHECK(session.stored().findings.empty());
    CHECK(redoAll(session) == 501);
    CHECK(session.stored().findings.at(0).tenderness == test::tenderness(499 % 10));
}

SCENARIO("undo is gone when the session is signed") {
    Charting session;
    chart(session);
    session.sign();
    CHECK_FALSE(session.view().canUndo);
    CHECK_FALSE(session.view().canRedo);
    const auto before = session.stored();
    session.chart->undo();
    session.chart->redo();
    session.leave();
    CHECK_FALSE(session.view().canUndo);
    session.chart->undo();
    CHECK(session.stored() == before);
}

SCENARIO("typing that goes on after an undo is a step of its own") {
    Charting session;
    session.chart->setNote(NotePart::Subjective, "Sore");
    session.chart->undo();
    session.chart->setNote(NotePart::Subjective, "Stiff");
    session.chart->setNote(NotePart::Subjective, "Stiff neck");
    session.chart->undo();
    CHECK(noteOf(session.stored(), NotePart::Subjective).text.empty());
    CHECK_FALSE(session.view().canUndo);
    WHEN("the session is left in the middle of a word") {
        session.chart->setNote(NotePart::Subjective, "Ach");
        session.leave();
        session.chart->setNote(NotePart::Subjective, "Ache");
        THEN("what comes after is a step of its own") {
            session.chart->undo();
            CHECK(noteOf(session.stored(), NotePart::Subjective).text == "Ach");
        }
    }
}

SCENARIO("what was selected and is undone is no longer selected") {
    Charting session;
    session.mark("gluteus_medius", Side::Right, Layer::Intermediate);
    session.chart->undo();
    CHECK_FALSE(session.view().card);
    session.chart->pain().setPainting(true);
    session.polygon({{400, 680}, {440, 680}, {440, 730}, {400, 730}});
    REQUIRE(session.view().pain.selected);
    session.chart->undo();
    CHECK_FALSE(session.view().pain.selected);
    session.chart->redo();
    CHECK(session.stored().painAreas.size() == 1);
    session.polygon({{410, 690}, {450, 690}, {450, 720}, {410, 720}}); // nothing is selected
    CHECK(session.stored().painAreas.size() == 2);
}

SCENARIO("every act on the map is one step") {
    Charting session;
    const auto point = session.mark("gluteus_medius", Side::Right, Layer::Intermediate);
    session.chart->map().nudge(1, 1);
    session.chart->map().changeSide(point);
    session.chart->map().mirror(point);
    session.chart->removePoint(point);
    CHECK(session.chart->quick("r ql 6 a").done);
    CHECK(undoAll(session) == 6);
    CHECK(redoAll(session) == 6);
    CHECK(session.stored() == session.chart->session());
}

} // namespace palpate::app
