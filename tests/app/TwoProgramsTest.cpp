// SPDX-License-Identifier: MIT
// One draft and two programs: who may write, who reads, and what was open when a program died.
#include "app/Charting.h"
#include "app/LeftOpen.h"
#include "domain/Error.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

namespace palpate::app {
namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using test::Charting;
using test::key;

} // namespace

SCENARIO("the second program to open a draft is told who has it, and can read") {
    Charting session;
    session.chart->setNote(NotePart::Subjective, "Ache.");
    session.clinic.advance(std::chrono::minutes{5});
    const auto jo = session.clinic.programOfJo();
    auto second = std::make_unique<SessionPresenter>(*jo, session.id);
    REQUIRE(second->view().holder);
    CHECK(second->view().holder->name == "D. Okafor");
    CHECK(second->view().holder->since == "10:45");
    CHECK(noteOf(second->session(), NotePart::Subjective).text == "Ache.");
    CHECK_FALSE(session.view().holder);

    THEN("every edit is refused in one sentence, and nothing is stored") {
        const auto before = session.stored();
        const auto says = MessageMatches(ContainsSubstring("D. Okafor has been charting"));
        CHECK_THROWS_MATCHES(second->setPain(PainMoment::Now, test::pain(3)), EditRefused, says);
        CHECK_THROWS_MATCHES(second->setNote(NotePart::Plan, "x"), EditRefused, says);
        CHECK_THROWS_MATCHES(second->sign(), EditRefused, says);
        CHECK_THROWS_MATCHES(second->undo(), EditRefused, says);
        CHECK_THROWS_MATCHES(second->settleOthers(), EditRefused, says);
        CHECK_THROWS_MATCHES(second->visit().setConsent(TodayConsent::Given), EditRefused, says);
        CHECK_FALSE(second->view().canUndo);
        CHECK_FALSE(second->checkSigning().blockers.empty());
        CHECK(session.stored() == before);
    }
    THEN("the first one goes on undisturbed") {
        session.chart->setNote(NotePart::Subjective, "Ache in the morning.");
        CHECK(noteOf(session.stored(), NotePart::Subjective).text == "Ache in the morning.");
        second.reset(); // and gives nothing free that is not its own
        session.chart->setNote(NotePart::Plan, "Weekly.");
        CHECK(noteOf(session.stored(), NotePart::Plan).text == "Weekly.");
    }
    WHEN("the first one leaves it") {
        session.chart.reset();
        THEN("whoever opens it next can write") {
            SessionPresenter third{*jo, session.id};
            CHECK_FALSE(third.view().holder);
            third.setNote(NotePart::Plan, "Jo was here.");
            CHECK(noteOf(session.stored(), NotePart::Plan).text == "Jo was here.");
        }
    }
    WHEN("the second one takes it over") {
        session.chart->setNote(NotePart::Subjective, "Ache, newest.");
        second->takeOver();
        THEN("it reads anew and writes") {
            CHECK_FALSE(second->view().holder);
            CHECK(noteOf(second->session(), NotePart::Subjective).text == "Ache, newest.");
            second->setPain(PainMoment::Now, test::pain(3));
            CHECK(session.stored().painNow == test::pain(3));
        }
        THEN("the first one learns it with its next edit, stores nothing and shows what is there") {
            second->setNote(NotePart::Plan, "Jo's plan.");
            int told = 0;
            session.chart->onChanged = [&] { ++told; };
            CHECK_THROWS_AS(session.chart->setNote(NotePart::Plan, "mine"), SessionTaken);
            CHECK(told > 0);
            REQUIRE(session.view().holder);
            CHECK(session.view().holder->name == "Jo Lindqvist");
            CHECK(noteOf(session.chart->session(), NotePart::Plan).text == "Jo's plan.");
            CHECK(noteOf(session.stored(), NotePart::Plan).text == "Jo's plan.");
            CHECK_THROWS_AS(session.chart->setNote(NotePart::Plan, "mine"), EditRefused);
            AND_THEN("it can take it back knowingly") {
                session.chart->takeOver();
                CHECK_FALSE(session.view().holder);
                session.chart->setNote(NotePart::Plan, "mine");
                CHECK(noteOf(session.stored(), NotePart::Plan).text == "mine");
                CHECK_THROWS_AS(second->setPain(PainMoment::Now, test::pain(9)), SessionTaken);
            }
        }
        THEN("when the taker has left before the first one notices, nothing is lost either") {
            second->setNote(NotePart::Plan, "Jo's plan.");
            second.reset();
            CHECK_THROWS_AS(session.chart->setNote(NotePart::Assessment, "mine"), SessionTaken);
            CHECK_FALSE(session.view().holder); // it is free, and ours again
            CHECK(noteOf(session.chart->session(), NotePart::Plan).text == "Jo's plan.");
            session.chart->setNote(NotePart::Assessment, "mine");
            CHECK(noteOf(session.stored(), NotePart::Assessment).text == "mine");
            CHECK(noteOf(session.stored(), NotePart::Plan).text == "Jo's plan.");
        }
        THEN("the first one can't sign it from under the second") {
            session.chart.reset();
            CHECK_NOTHROW(second->setNote(NotePart::Plan, "still mine"));
        }
    }
}

SCENARIO("who reads a draft sees what is charted in it, and when it is free") {
    Charting session;
    const auto jo = session.clinic.programOfJo();
    SessionPresenter reader{*jo, session.id};
    REQUIRE(reader.view().holder);
    int told = 0;
    reader.onChanged = [&] { ++told; };
    const auto trailOf = [&] {
        return session.clinic->store().audit().list({.patient = session.clinic.patient()}).size();
    };

    THEN("nothing happens while nothing changes") {
        const auto trail = trailOf();
        CHECK_FALSE(reader.reloadIfChanged(Attention::Here));
        CHECK_FALSE(session.chart->reloadIfChanged(Attention::Here));
        CHECK(told == 0);
        CHECK(trailOf() == trail);
    }
    WHEN("the other program charts") {
        const auto point = session.mark("quadratus_lumborum", Side::Right, Layer::Deepest);
        session.chart->setTenderness(test::tenderness(6));
        session.chart->setNote(NotePart::Subjective, "Ache.");
        const auto trail = trailOf();
        THEN("the reader has it at the next look, and leaves no trace of that") {
            CHECK(reader.reloadIfChanged(Attention::Elsewhere));
            CHECK(told == 1);
            CHECK(reader.session() == session.stored());
            REQUIRE(reader.view().points.size() == 1);
            CHECK(reader.view().points.front().tenderness == test::tenderness(6));
            CHECK(reader.view().holder);
            CHECK_FALSE(reader.reloadIfChanged(Attention::Here));
            CHECK(trailOf() == trail);
        }
        THEN("a point that the reader had chosen may go") {
            CHECK(reader.reloadIfChanged(Attention::Here));
            reader.select(point);
            REQUIRE(reader.view().card);
            session.chart->removePoint(point);
            CHECK(reader.reloadIfChanged(Attention::Here));
            CHECK_FALSE(reader.view().card);
        }
    }
    WHEN("the other program leaves it") {
        session.chart.reset();
        THEN("it is the reader's once the person is at that window, as it was left") {
            CHECK_FALSE(reader.reloadIfChanged(Attention::Elsewhere));
            CHECK(reader.view().holder);
            CHECK(reader.reloadIfChanged(Attention::Here));
            CHECK_FALSE(reader.view().holder);
            reader.setNote(NotePart::Plan, "Jo's plan.");
            CHECK(noteOf(session.stored(), NotePart::Plan).text == "Jo's plan.");
        }
        THEN("until then the other one may come back") {
            CHECK_FALSE(reader.reloadIfChanged(Attention::Elsewhere));
            SessionPresenter back{*session.clinic, session.id};
            CHECK_FALSE(back.view().holder);
            back.setNote(NotePart::Plan, "Back.");
            CHECK(reader.reloadIfChanged(Attention::Here));
            CHECK(reader.view().holder);
            CHECK(noteOf(reader.session(), NotePart::Plan).text == "Back.");
        }
    }
    WHEN("the other program signs it") {
        session.sign();
        THEN("the reader sees it frozen, and addenda as they come") {
            CHECK(reader.reloadIfChanged(Attention::Here));
            CHECK(reader.view().frozen);
            CHECK_FALSE(reader.view().holder);
            session.chart->addAddendum("Called: better.", "");
            CHECK(reader.reloadIfChanged(Attention::Here));
            REQUIRE(reader.view().addenda.size() == 1);
            CHECK_FALSE(reader.reloadIfChanged(Attention::Here));
        }
    }
    WHEN("the patient gets an alert") {
        auto patient = *session.clinic->store().patients().find(session.clinic.patient());
        patient.alerts = {Alert{key<AlertKey>("anticoagulant"), "apixaban"}};
        session.clinic->store().patients().update(patient);
        THEN("the reader's view is renewed") {
            CHECK(reader.reloadIfChanged(Attention::Here));
        }
    }
    WHEN("the reader takes it over") {
        session.mark("quadratus_lumborum", Side::Right, Layer::Deepest);
        reader.takeOver();
        reader.setNote(NotePart::Plan, "Jo's plan.");
        THEN("the first one sees it before it writes") {
            CHECK(session.chart->reloadIfChanged(Attention::Elsewhere));
            REQUIRE(session.view().holder);
            CHECK(session.view().holder->name == "Jo Lindqvist");
            CHECK(noteOf(session.chart->session(), NotePart::Plan).text == "Jo's plan.");
            CHECK_FALSE(session.chart->reloadIfChanged(Attention::Here));
            AND_THEN("it is free for whoever is at that window once the reader has left") {
                { const SessionPresenter leaving{*jo, session.id}; } // takes the claim with it
                CHECK_FALSE(session.chart->reloadIfChanged(Attention::Elsewhere));
                CHECK(session.chart->reloadIfChanged(Attention::Here));
                CHECK_FALSE(session.view().holder);
                session.chart->setNote(NotePart::Plan, "mine again");
                CHECK(noteOf(session.stored(), NotePart::Plan).text == "mine again");
            }
        }
        THEN("but not while a point is dragged") {
            const auto& finding = session.chart->session().findings.front();
            REQUIRE(session.chart->map().grabMark(finding.point.id, finding.at));
            CHECK_FALSE(session.chart->reloadIfChanged(Attention::Here));
            session.chart->map().cancelDrag();
            CHECK(session.chart->reloadIfChanged(Attention::Here));
        }
    }
}

SCENARIO("a running timer of a program that was taken over stores nothing") {
    Charting session;
    session.mark("quadratus_lumborum", Side::Right, Layer::Deepest);
    session.chart->care().toggle(key<TechniqueKey>("pressure_release"));
    session.chart->care().startHold(session.view().card.value().treatments.at(0).id);
    session.clinic.advance(std::chrono::seconds{30});
    const auto jo = session.clinic.programOfJo();
    SessionPresenter second{*jo, session.id};
    second.takeOver();
    const auto before = session.stored();
    CHECK_THROWS_AS(session.chart->care().stopHold(), SessionTaken);
    session.chart.reset();
    CHECK(session.stored() == before);
}

SCENARIO("two drafts are open at once in one program") {
    Charting session;
    session.mark("quadratus_lumborum", Side::Right, Layer::Deepest);
    session.chart->setNote(NotePart::Subjective, "First room.");
    session.clinic.advance(std::chrono::minutes{10});
    const auto otherId = SessionPresenter::begin(*session.clinic, session.clinic.caseId());
    SessionPresenter other{*session.clinic, otherId};
    CHECK_FALSE(other.view().holder);
    CHECK_FALSE(session.view().holder);
    other.setNote(NotePart::Subjective, "Second room.");
    session.chart->setNote(NotePart::Subjective, "First room, on.");
    session.chart->setTenderness(test::tenderness(5));
    other.setPain(PainMoment::Now, test::pain(2));
    CHECK(noteOf(session.stored(), NotePart::Subjective).text == "First room, on.");
    CHECK(noteOf(*session.clinic->store().sessions().find(otherId), NotePart::Subjective).text ==
          "Second room.");
    session.chart->undo();
    CHECK(other.view().painNow == test::pain(2));
}

SCENARIO("a signed session is read by as many as like") {
    Charting session;
    session.sign();
    const auto jo = session.clinic.programOfJo();
    const SessionPresenter second{*jo, session.id};
    CHECK_FALSE(second.view().holder);
    CHECK(second.view().frozen);
}

SCENARIO("after the program was killed the same draft is opened where it was") {
    Charting session;
    session.chart->setNote(NotePart::Subjective, "Before.");
    session.leave();
    CHECK_FALSE(leftOpen(*session.clinic).has_value());
    session.chart.reset();
    CHECK_FALSE(leftOpen(*session.clinic).has_value());

    const auto ready = session.clinic.temp() / "ready";
    const auto child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) { // a program of its own, which charts and is killed
        try {
            const auto clinic = session.clinic.secondProgram();
            SessionPresenter charting{*clinic, session.id};
            charting.setNote(NotePart::Subjective, "Before. And the last word");
            std::filesystem::create_directory(ready);
            ::pause();
        } catch (const std::exception&) {
            std::filesystem::create_directory(session.clinic.temp() / "failed");
        }
        ::_exit(1);
    }
    while (!std::filesystem::exists(ready) &&
           !std::filesystem::exists(session.clinic.temp() / "failed")) {
        ::usleep(2000);
    }
    const bool wasOpen = std::filesystem::exists(ready);
    const auto whileItRuns = leftOpen(*session.clinic);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    REQUIRE(wasOpen);
    CHECK_FALSE(whileItRuns.has_value());
    const auto left = leftOpen(*session.clinic);
    REQUIRE(left == session.id);
    CHECK_FALSE(leftOpen(*session.clinic.programOfJo()).has_value()); // it was not Jo's
    SessionPresenter again{*session.clinic, *left};
    CHECK_FALSE(again.view().holder);
    CHECK(noteOf(again.session(), NotePart::Subjective).text == "Before. And the last word");
    CHECK(again.view().canUndo);
    CHECK_FALSE(leftOpen(*session.clinic).has_value());
}

} // namespace palpate::app
