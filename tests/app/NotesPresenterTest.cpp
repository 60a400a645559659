// SPDX-License-Identifier: MIT
// Paragraphs that are composed, taken over from last time or typed, and what is shown before
// signing.
#include "app/Charting.h"
#include "domain/Error.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>

namespace palpate::app {
namespace {

using Catch::Matchers::ContainsSubstring;
using test::Charting;
using test::key;

[[nodiscard]] const NoteView& note(const Charting& session, NotePart part) {
    return session.view().notes.at(static_cast<std::size_t>(part));
}
constexpr auto kAssessment =
    "Myofascial pain of the low back, slowly getting better with pressure release.";

/// The second session of a case whose first had words of its own.
struct Second : Charting {
    Second() {
        chart->setPain(PainMoment::Now, test::pain(5));
        chart->setNote(NotePart::Subjective, "Pain when sitting for more than an hour.");
        chart->setNote(NotePart::Assessment, kAssessment);
        chart->setNote(NotePart::Objective, "Guarded gait.");
        mark("quadratus_lumborum", Side::Right, Layer::Deepest);
        chart->setState(State::Active);
        chart->care().toggle(key<TechniqueKey>("pressure_release"));
        next();
    }
};

} // namespace

SCENARIO("the texts of last time are proposals until they are taken") {
    Second session;
    CHECK(note(session, NotePart::Subjective).proposal ==
          "Pain when sitting for more than an hour.");
    CHECK(note(session, NotePart::Subjective).proposalFrom == "23 Nov");
    CHECK(note(session, NotePart::Assessment).proposal == kAssessment);
    CHECK(note(session, NotePart::Objective).proposal.empty()); // it was found then, not today
    CHECK(note(session, NotePart::Treatment).proposal.empty());
    CHECK(note(session, NotePart::Plan).proposal.empty()); // the program wrote it, and writes anew
    CHECK(noteOf(session.stored(), NotePart::Subjective).text.empty());

    WHEN("one is taken") {
        session.chart->takeProposal(NotePart::Assessment);
        THEN("it is copied text, and no proposal any more") {
            CHECK(noteOf(session.stored(), NotePart::Assessment) ==
                  NoteText{kAssessment, Authorship::Copied});
            CHECK(note(session, NotePart::Assessment).proposal.empty());
            CHECK_THROWS_AS(session.chart->takeProposal(NotePart::Assessment), EditRefused);
        }
        THEN("confirming makes it one's own") {
            session.chart->confirm(NotePart::Assessment);
            CHECK(noteOf(session.stored(), NotePart::Assessment) ==
                  NoteText{kAssessment, Authorship::Written});
            session.chart->undo();
            CHECK(noteOf(session.stored(), NotePart::Assessment).authorship == Authorship::Copied);
        }
        THEN("so does an edit") {
            session.chart->setNote(NotePart::Assessment, "Much better.");
            CHECK(noteOf(session.stored(), NotePart::Assessment).authorship == Authorship::Written);
        }
        THEN("its share is shown before signing") {
            session.chart->setPain(PainMoment::Now, test::pain(4));
            CHECK(session.chart->checkSigning().copied ==
                  "100 % of the text was copied from the session of 23 Nov.");
            session.chart->setNote(NotePart::Subjective, "Slept well and walked every day since.");
            const auto copied = session.chart->checkSigning().copied;
            CHECK_THAT(copied, ContainsSubstring("% of the text was copied"));
            CHECK(copied.find("100") == std::string::npos);
        }
        THEN("undo gives the proposal back") {
            session.chart->undo();
            CHECK(note(session, NotePart::Assessment).proposal == kAssessment);
        }
    }
    WHEN("something else is typed") {
        session.chart->setNote(NotePart::Subjective, "None today.");
        CHECK(note(session, NotePart::Subjective).proposal.empty());
        CHECK(session.chart->checkSigning().copied.empty());
        session.chart->setNote(NotePart::Subjective, "");
        CHECK_FALSE(note(session, NotePart::Subjective).proposal.empty());
    }
    WHEN("the session is signed with none taken") {
        session.chart->setPain(PainMoment::Now, test::pain(4));
        session.chart->sign();
        CHECK(noteOf(session.stored(), NotePart::Subjective).text.empty());
        CHECK(note(session, NotePart::Subjective).proposal.empty());
    }
    THEN("there is nothing to take where nothing was written") {
        CHECK_THROWS_AS(session.chart->takeProposal(NotePart::Plan), EditRefused);
        CHECK_THROWS_AS(session.chart->takeProposal(NotePart::Objective), EditRefused);
    }
}

SCENARIO("what was done is a paragraph of its own, which writes itself") {
    Charting session;
    session.mark("quadratus_lumborum", Side::Right, Layer::Deepest);
    session.chart->setTenderness(test::tenderness(6));
    CHECK(noteOf(session.stored(), NotePart::Treatment).text.empty());
    session.chart->care().toggle(key<TechniqueKey>("pressure_release"));
    session.clinic.advance(std::chrono::seconds{47});
    session.chart->care().setTendernessAfter(session.view().card.value().treatments.at(0).id,
                                             test::tenderness(3));
    const auto text = noteOf(session.stored(), NotePart::Treatment).text;
    CHECK_THAT(text, ContainsSubstring("47 s"));
    CHECK_THAT(text, ContainsSubstring("right quadratus lumborum"));
    CHECK(noteOf(session.stored(), NotePart::Objective).text.find("47 s") == std::string::npos);

    WHEN("it is edited") {
        session.chart->setNote(NotePart::Treatment, "In my own words.");
        session.chart->setTenderness(test::tenderness(5));
        session.chart->care().setPainAfter(session.view().card.value().treatments.at(0).id,
                                           test::pain(2));
        THEN("it stays, and the composed one is beside it") {
            CHECK(noteOf(session.stored(), NotePart::Treatment).text == "In my own words.");
            CHECK_THAT(note(session, NotePart::Treatment).composed, ContainsSubstring("47 s"));
        }
        THEN("the composed one can be taken again, and undo has the own words") {
            const auto composed = note(session, NotePart::Treatment).composed;
            session.chart->takeComposed(NotePart::Treatment);
            CHECK(noteOf(session.stored(), NotePart::Treatment) ==
                  NoteText{composed, Authorship::Composed});
            session.chart->undo();
            CHECK(noteOf(session.stored(), NotePart::Treatment).text == "In my own words.");
        }
    }
    WHEN("taken again where the program wrote it") {
        const auto before = session.stored();
        session.chart->takeComposed(NotePart::Treatment);
        CHECK(session.stored() == before);
    }
}

SCENARIO("signing shows what blocks it and what is missing") {
    Charting session;
    CHECK_FALSE(session.chart->checkSigning().blockers.empty());
    session.mark("quadratus_lumborum", Side::Right, Layer::Deepest);
    session.chart->setState(State::Active);
    session.chart->care().give(session.view().card.value().id,
                               key<TechniqueKey>("pressure_release"));
    const auto check = session.chart->checkSigning();
    CHECK(check.blockers.empty());
    const auto names = [&](const char* gap) {
        return std::ranges::count(check.gaps, gap, &SigningGap::text) == 1;
    };
    CHECK(names("Pain now was not asked."));
    CHECK(names("Consent to today's treatment was not recorded."));
    CHECK(names("Pain after treatment was not asked."));
    CHECK(names("Unwanted effects were not asked about."));
    CHECK(check.copied.empty());
    session.chart->sign();
    CHECK(session.view().frozen);
}

} // namespace palpate::app
