// SPDX-License-Identifier: MIT
#include "app/SessionPresenter.h"

#include "app/Charting.h"
#include "domain/Error.h"
#include "storage/Store.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

namespace palpate::app {
namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;
using test::Charting;
using test::key;
using test::kReach;

} // namespace

SCENARIO("a click on the map places a trigger point on the muscle of the chosen layer") {
    Charting session;
    GIVEN("the deepest layer") {
        session.mark("quadratus_lumborum", Side::Right, Layer::Deepest);
        THEN("the point is on that muscle, selected, numbered and nothing about it is assessed") {
            const auto& view = session.chart->view();
            REQUIRE(view.points.size() == 1);
            CHECK(view.points[0].muscle == "R quadratus lumborum");
            CHECK(view.points[0].number == 1);
            CHECK(view.points[0].tendernessText == "not assessed");
            REQUIRE(view.card);
            CHECK(view.card->finding.side == Side::Right);
            CHECK_FALSE(isAssessed(view.card->finding));
            CHECK_FALSE(view.card->referencePoints.empty());
        }
        THEN("it is stored already") {
            session.reopen();
            REQUIRE(session.chart->view().points.size() == 1);
            CHECK(session.chart->view().points[0].muscle == "R quadratus lumborum");
        }
        WHEN("the same place is clicked again") {
            session.chart->select(std::nullopt);
            session.mark("quadratus_lumborum", Side::Right, Layer::Deepest);
            THEN("the point is selected and no second one is placed") {
                CHECK(session.chart->view().points.size() == 1);
                CHECK(session.chart->view().card.has_value());
            }
        }
    }
    GIVEN("a click beside the body") {
        session.chart->map().clickedAt({View::Posterior, 5, 5}, kReach);
        THEN("nothing is placed and one sentence says what to do") {
            CHECK(session.chart->view().points.empty());
            CHECK_THAT(session.chart->view().message, ContainsSubstring("click on a muscle"));
        }
    }
}

SCENARIO("each answer is stored at once and can be undone and redone") {
    Charting session;
    session.mark("gluteus_medius", Side::Left, Layer::Intermediate);
    session.chart->setTenderness(test::tenderness(6));
    session.chart->setState(State::Active);
    session.chart->setSign(SignKind::TautBand, Sign::Present);
    session.chart->setSign(SignKind::TenderSpot, Sign::Present);
    session.chart->setSign(SignKind::ReferredPain, Sign::Present);
    session.chart->setRecognition(Recognition::No);
    session.chart->care().toggle(key<TechniqueKey>("pressure_release"));
    const auto treatment = session.chart->view().card->treatments.at(0).id;
    CHECK_FALSE(session.chart->care().setDose(treatment, key<LogFieldKey>("duration_s"), "47"));
    session.chart->care().setTendernessAfter(treatment, test::tenderness(3));

    THEN("the database has it") {
        const auto stored = session.stored();
        CHECK(stored == session.chart->session());
        REQUIRE(stored.treatments.size() == 1);
        CHECK(stored.treatments[0].tendernessAfter == test::tenderness(3));
        CHECK(stored.findings[0].tenderness == test::tenderness(6));
    }
    THEN("the card shows judgement and signs side by side where they differ") {
        CHECK(session.chart->view().card->disagrees);
        CHECK_THAT(session.chart->view().card->signsText, StartsWith("Signs say latent"));
        CHECK(session.chart->session().findings[0].state == State::Active);
    }
    THEN("the Objective is written from it") {
        CHECK(
            noteOf(session.stored(), NotePart::Objective).text ==
            "Active trigger point in the left gluteus medius (tenderness 6/10): taut band, tender "
            "spot and referred pain; pain not recognised by the patient.");
    }
    WHEN("everything is undone") {
        const auto whole = session.stored();
        int steps = 0;
        while (session.chart->view().canUndo) {
            session.chart->undo();
            ++steps;
        }
        THEN("the session is empty again, also in the database") {
            CHECK(steps == 10);
            CHECK(session.stored().findings.empty());
            CHECK(noteOf(session.stored(), NotePart::Objective).text.empty());
        }
        THEN("redoing brings all of it back") {
            while (session.chart->view().canRedo) {
                session.chart->redo();
            }
            CHECK(session.stored() == whole);
        }
    }
    WHEN("the point is removed") {
        session.chart->removePoint(session.chart->view().points[0].id);
        THEN("its treatment goes with it, and one undo brings both back") {
            CHECK(session.stored().treatments.empty());
            session.chart->undo();
            CHECK(session.stored().treatments.size() == 1);
            CHECK(session.stored().findings.size() == 1);
        }
    }
}

SCENARIO("an edited paragraph is never overwritten") {
    Charting session;
    session.mark("piriformis", Side::Right, Layer::Deep);
    session.chart->setState(State::Latent);
    session.chart->setNote(NotePart::Objective, "My own words about the left piriformis.");
    WHEN("an entry changes afterwards") {
        session.chart->setState(State::Active);
        THEN("the words stay, and the composed ones are there to compare") {
            const auto& note =
                session.chart->view().notes[static_cast<std::size_t>(NotePart::Objective)];
            CHECK(note.note.text == "My own words about the left piriformis.");
            CHECK(note.note.authorship == Authorship::Written);
            CHECK_THAT(note.composed, StartsWith("Active trigger point in the right piriformis"));
        }
        THEN("a side that no mark has gets a quiet warning") {
            const auto& note =
                session.chart->view().notes[static_cast<std::size_t>(NotePart::Objective)];
            REQUIRE(note.warnings.size() == 1);
            CHECK_THAT(note.warnings[0], ContainsSubstring("left piriformis"));
        }
    }
    WHEN("the paragraph is emptied") {
        session.chart->setNote(NotePart::Objective, "");
        THEN("the program writes it again") {
            const auto note = noteOf(session.stored(), NotePart::Objective);
            CHECK(note.authorship == Authorship::Composed);
            CHECK_THAT(note.text, StartsWith("Latent trigger point in the right piriformis"));
        }
    }
    WHEN("a sentence is typed letter by letter") {
        for (const auto* text : {"A", "As", "Ask"}) {
            session.chart->setNote(NotePart::Plan, text);
        }
        session.chart->undo();
        THEN("one undo takes the sentence back") {
            CHECK_FALSE(noteOf(session.stored(), NotePart::Plan).text.starts_with("A"));
        }
    }
}

SCENARIO("last session's points show as ghosts and are carried by one click") {
    Charting session;
    session.mark("quadratus_lumborum", Side::Right, Layer::Deepest);
    session.chart->setTenderness(test::tenderness(7));
    session.chart->setState(State::Active);
    session.mark("gluteus_medius", Side::Left, Layer::Intermediate);
    session.chart->setState(State::Resolved);
    const auto point = session.chart->session().findings[0].point;
    session.next();

    THEN("the open point is a ghost and the resolved one is not") {
        REQUIRE(session.chart->view().ghosts.size() == 1);
        CHECK(session.chart->view().ghosts[0].muscle == "R quadratus lumborum");
        CHECK(session.chart->view().ghosts[0].lastText == "7, active, 23 Nov");
        REQUIRE(session.chart->view().map.marks.size() == 1);
        CHECK(session.chart->view().map.marks[0].ghost);
    }
    WHEN("its place on the map is clicked") {
        session.chart->map().clickedAt(session.clinic.on("quadratus_lumborum", Side::Right),
                                       kReach);
        THEN("the same point is in this session, with last time's value to compare and nothing "
             "copied as if seen") {
            const auto& view = session.chart->view();
            CHECK(view.ghosts.empty());
            REQUIRE(view.points.size() == 1);
            CHECK(view.points[0].id == point.id);
            CHECK(view.points[0].tendernessText == "not assessed, was 7");
            REQUIRE(view.card);
            CHECK(view.card->last == test::tenderness(7));
            CHECK_FALSE(isAssessed(view.card->finding));
        }
        THEN("a new point gets the next number of the case") {
            session.mark("piriformis", Side::Right, Layer::Deep);
            CHECK(session.chart->view().points.back().number == 3);
        }
        THEN("the totals say what is compared with what") {
            session.chart->setTenderness(test::tenderness(4));
            CHECK(session.chart->view().numbers.totalTenderness == "4");
            CHECK(session.chart->view().numbers.tendernessDelta == "−3");
            CHECK(session.chart->view().numbers.assessed == "1 of 1 assessed");
        }
    }
    WHEN("the session is signed without looking at it") {
        session.chart->setPain(PainMoment::Now, test::pain(5));
        const auto check = session.chart->checkSigning();
        session.chart->sign();
        THEN("it was named before, and is kept as not assessed") {
            CHECK(check.blockers.empty());
            CHECK(std::ranges::count(check.gaps, "Points not assessed today: 1.",
                                     &SigningGap::text) == 1);
            REQUIRE(session.stored().findings.size() == 1);
            CHECK_FALSE(isAssessed(session.stored().findings[0]));
            CHECK_THAT(noteOf(session.stored(), NotePart::Objective).text,
                       ContainsSubstring("Not assessed today: right quadratus lumborum."));
        }
    }
}

SCENARIO("a signed session stays as it is") {
    Charting session;
    session.chart->setPain(PainMoment::Now, test::pain(3));
    session.chart->sign();
    THEN("it is frozen and says who signed") {
        CHECK(session.chart->view().frozen);
        CHECK(session.chart->view().status == "Signed 23 Nov 2026, 10:45 · D. Okafor");
    }
    THEN("every edit is refused, and nothing changes") {
        const auto before = session.stored();
        CHECK_THROWS_AS(session.chart->setPain(PainMoment::Now, test::pain(9)), EditRefused);
        CHECK_THROWS_AS(session.chart->setNote(NotePart::Plan, "x"), EditRefused);
        CHECK_THROWS_AS(
            session.chart->map().clickedAt(session.clinic.on("gluteus_medius", Side::Left), kReach),
            EditRefused);
        CHECK_THROWS_AS(session.chart->sign(), EditRefused);
        CHECK(session.stored() == before);
    }
    WHEN("an addendum is written") {
        session.chart->addAddendum("Pain was 4, not 3.", "misheard");
        session.reopen();
        THEN("it stands beside the unchanged session") {
            REQUIRE(session.chart->view().addenda.size() == 1);
            CHECK(session.chart->view().addenda[0].heading == "D. Okafor, 23 Nov 2026, 10:45");
            CHECK(session.chart->view().addenda[0].text == "Pain was 4, not 3.");
            CHECK(session.chart->session().painNow == test::pain(3));
        }
    }
    THEN("an empty addendum is refused") {
        CHECK_THROWS_AS(session.chart->addAddendum("  ", ""), EditRefused);
    }
}

SCENARIO("an empty session can't be signed") {
    Charting session;
    CHECK_FALSE(session.chart->checkSigning().blockers.empty());
    CHECK_THROWS_AS(session.chart->sign(), EditRefused);
    CHECK_FALSE(session.chart->view().frozen);
}

SCENARIO("a note typed for one point is stored at that point, whatever is selected by then") {
    Charting session;
    session.mark("gluteus_medius", Side::Left, Layer::Intermediate);
    const auto first = session.chart->view().points[0].id;
    session.mark("piriformis", Side::Right, Layer::Deep);
    session.chart->setPointNote(first, "below the crest");
    CHECK(findingAt(session.stored(), first)->note == "below the crest");
    session.chart->removePoint(first);
    CHECK_THROWS_AS(session.chart->setPointNote(first, "late"), EditRefused);
}

SCENARIO("hovering names the muscle with its side and layer") {
    Charting session;
    session.chart->map().setLayer(Layer::Deepest);
    session.chart->map().hoveredAt(session.clinic.on("quadratus_lumborum", Side::Left));
    CHECK(session.chart->view().map.hoverText == "L quadratus lumborum · layer 4, deepest");
    session.chart->map().left();
    CHECK(session.chart->view().map.hoverText.empty());
}

} // namespace palpate::app
