// SPDX-License-Identifier: MIT
#include "app/VisitPresenter.h"

#include "app/Charting.h"
#include "domain/Error.h"
#include "reference/Reference.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>

namespace palpate::app {
namespace {

using Catch::Matchers::ContainsSubstring;
using test::Charting;
using test::key;

[[nodiscard]] const CheckInLine& line(const Charting& session, CheckInField field) {
    return *std::ranges::find(session.view().visit.checkIn, field, &CheckInLine::field);
}

} // namespace

SCENARIO("a session is set back to when it was, and shows that it was written late") {
    Charting session; // 10:45 in London on Monday 23 November
    CHECK(session.view().visit.timesText == "10:45");
    CHECK(session.view().visit.lateText.empty());
    WHEN("start and end are typed") {
        REQUIRE_FALSE(session.chart->visit().setTimes("", "10:00", "10:40"));
        CHECK(session.view().visit.timesText == "10:00-10:40");
        CHECK(session.view().visit.lateText.empty());
        CHECK(session.stored().endedAt == test::kNow - std::chrono::minutes{5});
        THEN("undo sets it forward again") {
            session.chart->undo();
            CHECK(session.stored().startedAt == test::kNow);
            CHECK_FALSE(session.stored().endedAt);
            CHECK(session.view().visit.timesText == "10:45");
        }
    }
    WHEN("it was on another day") {
        REQUIRE_FALSE(session.chart->visit().setTimes("20 Nov", "9", ""));
        THEN("it is a late entry with the time of writing") {
            CHECK(session.view().title == "Session 1 · Fri 20 Nov 2026");
            CHECK(session.view().visit.lateText == "Late entry, written 23 Nov 2026, 10:45");
            CHECK(session.stored().writtenAt == test::kNow);
            CHECK(session.view().strip.back().frame.title == "20 Nov");
        }
    }
    WHEN("it was in summer time") {
        REQUIRE_FALSE(session.chart->visit().setTimes("20 Jul", "9:00", "9:30"));
        CHECK(session.view().visit.timesText == "09:00-09:30");
        CHECK(isoInstant(session.stored().startedAt) == "2026-07-20T08:00:00Z");
    }
    THEN("what can't be meant is told in a sentence and nothing changes") {
        const auto before = session.stored();
        const auto told = [&](const char* day, const char* start, const char* end) {
            const auto problem = session.chart->visit().setTimes(day, start, end);
            return problem ? shown(*problem) : std::string{};
        };
        CHECK_THAT(told("soon", "9", ""), ContainsSubstring("“soon” is no day"));
        CHECK_THAT(told("", "", ""), ContainsSubstring("is no time of day"));
        CHECK_THAT(told("", "25:00", ""), ContainsSubstring("“25:00” is no time of day"));
        CHECK_THAT(told("", "10:00", "x"), ContainsSubstring("“x” is no time of day"));
        CHECK_THAT(told("", "10:00", "9:00"), ContainsSubstring("before it begins"));
        CHECK_THAT(told("", "11:00", ""), ContainsSubstring("still to come"));
        CHECK_THAT(told("2027-01-01", "9", ""), ContainsSubstring("still to come"));
        CHECK(session.stored() == before);
    }
    THEN("typing what stands there changes nothing") {
        session.clinic.advance(std::chrono::seconds{30});
        REQUIRE_FALSE(session.chart->visit().setTimes("23 Nov", "10:45", ""));
        CHECK_FALSE(session.view().canUndo);
    }
    THEN("the day of the next visit is read as the field shows it") {
        REQUIRE_FALSE(session.chart->visit().setNextVisit("30 Nov"));
        const auto shown = session.view().visit.nextVisitText;
        CHECK(shown == "Mon 30 Nov 2026");
        REQUIRE_FALSE(session.chart->visit().setNextVisit(shown));
        CHECK(session.stored().nextVisit == parseIsoDate("2026-11-30"));
    }
    THEN("an end before the start says what to do") {
        const auto problem = session.chart->visit().setTimes("", "10:00", "09:30");
        REQUIRE(problem);
        CHECK(shown(*problem) ==
              "The session ends at 09:30, before it begins at 10:00; type a later end or an "
              "earlier start, or leave the end out.");
    }
}

SCENARIO("times are compared to the minute") {
    Charting session; // 10:45
    session.clinic.advance(std::chrono::seconds{40});
    session.id = SessionPresenter::begin(*session.clinic, session.clinic.caseId());
    session.leave();
    const auto start = session.stored().startedAt;
    REQUIRE(start == test::kNow + std::chrono::seconds{40});
    THEN("an end in the minute of the start is no end before it") {
        REQUIRE_FALSE(session.chart->visit().setTimes("23 Nov", "10:45", "10:45"));
        CHECK(session.stored().startedAt == start);
        CHECK(session.stored().endedAt == start);
    }
}

SCENARIO("in the hour that comes twice in autumn the times stay what they were") {
    Charting session;
    auto& visit = session.chart->visit();
    // 25 October 2026: 02:00 summer time is 01:00 again in London.
    REQUIRE_FALSE(visit.setTimes("25 Oct", "01:40", "01:20"));
    const auto begun = session.stored();
    CHECK(isoInstant(begun.startedAt) == "2026-10-25T00:40:00Z");
    CHECK(isoInstant(begun.endedAt.value()) == "2026-10-25T01:20:00Z"); // the second 01:20
    WHEN("what stands there is typed again") {
        REQUIRE_FALSE(visit.setTimes(session.view().visit.day, session.view().visit.start,
                                     session.view().visit.end));
        CHECK(session.stored() == begun);
    }
    WHEN("only the start is set to before") {
        REQUIRE_FALSE(visit.setTimes("", "01:10", "01:20"));
        THEN("the end stays the same moment") {
            CHECK(session.stored().endedAt == begun.endedAt);
        }
    }
}

SCENARIO("a session set back takes its place among the others of its case") {
    Charting session;
    const auto point = session.mark("quadratus_lumborum", Side::Right, Layer::Deepest);
    session.chart->setTenderness(test::tenderness(7));
    session.chart->setState(State::Active);
    session.chart->setPain(PainMoment::Now, test::pain(6));
    session.next(); // a week later
    CHECK(session.view().title == "Session 2 · Mon 30 Nov 2026");
    CHECK(session.view().painNowLast == test::pain(6));
    session.chart->settle(point, Settled::Still);
    session.chart->select(point);
    session.chart->setTenderness(test::tenderness(4));
    CHECK(session.view().card.value().last == test::tenderness(7));
    const auto objective = noteOf(session.stored(), NotePart::Objective).text;
    CHECK_THAT(objective, ContainsSubstring("7"));

    REQUIRE_FALSE(session.chart->visit().setTimes("20 Nov", "9:00", ""));
    THEN("it is the first one: nothing came before, nothing is compared") {
        CHECK(session.view().title == "Session 1 · Fri 20 Nov 2026");
        CHECK_FALSE(session.view().painNowLast);
        CHECK_FALSE(session.view().card.value().last);
        CHECK_FALSE(session.view().card.value().carried);
        CHECK(session.view().ghosts.empty());
        CHECK(session.view().strip.front().session == session.id);
        const auto text = noteOf(session.stored(), NotePart::Objective).text;
        CHECK(text != objective);
        CHECK(text.find('7') == std::string::npos);
    }
    THEN("undo puts it back behind the other, with its comparison") {
        session.chart->undo();
        CHECK(session.view().title == "Session 2 · Mon 30 Nov 2026");
        CHECK(session.view().painNowLast == test::pain(6));
        CHECK(session.view().strip.back().session == session.id);
        CHECK(noteOf(session.stored(), NotePart::Objective).text == objective);
    }
    THEN("after a restart it is the same") {
        const auto view = session.view().title;
        session.reopen();
        CHECK(session.view().title == view);
        CHECK(session.view().strip.front().session == session.id);
    }
}

SCENARIO("points of a later session are no ghosts of one set back before it") {
    Charting session;
    session.mark("quadratus_lumborum", Side::Right, Layer::Deepest);
    session.chart->setState(State::Active);
    session.next();
    REQUIRE(session.view().ghosts.size() == 1);
    REQUIRE_FALSE(session.chart->visit().setTimes("20 Nov", "9", ""));
    CHECK(session.view().ghosts.empty());
    session.mark("piriformis", Side::Right, Layer::Deep);
    CHECK(session.view().points.at(0).number == 2); // number 1 is taken in the case for ever
    session.chart->undo();
    session.chart->undo();
    CHECK(session.view().ghosts.size() == 1);
}

SCENARIO("consent, effects and everyday life are asked, not assumed") {
    Charting session;
    auto& visit = session.chart->visit();
    CHECK_FALSE(session.view().visit.consent);
    CHECK_FALSE(session.view().visit.reaction);
    CHECK(session.view().visit.checkInText.empty());
    visit.setConsent(TodayConsent::Given);
    visit.setReaction(Reaction{ReactionGrade::Mild, "sore for an hour"});
    visit.setCheckIn(CheckInField::Sleep, 7);
    visit.setCheckIn(CheckInField::Stress, 4);
    visit.setCheckIn(CheckInField::Sitting, 6.5);
    visit.setCheckIn(CheckInField::HomeCare, 5);
    CHECK(session.stored().consent == TodayConsent::Given);
    CHECK(session.stored().reaction == Reaction{ReactionGrade::Mild, "sore for an hour"});
    CHECK(session.view().visit.checkInText ==
          "slept 7 h · stress 4 · sat 6.5 h · home care 5 of 7 days");
    CHECK(line(session, CheckInField::Sleep).text == "7 h");
    CHECK(line(session, CheckInField::Water).text.empty());
    CHECK_FALSE(line(session, CheckInField::Water).value);

    THEN("they are the patient's paragraph until one writes it oneself") {
        const auto told = noteOf(session.stored(), NotePart::Subjective);
        CHECK(told.authorship == Authorship::Composed);
        CHECK(told.text ==
              "Slept 7 h a night, stress 4/10, sat 6.5 h a day, home care done on 5 of "
              "the last 7 days.");
        session.chart->setNote(NotePart::Subjective, "Slept badly.");
        visit.setCheckIn(CheckInField::Sleep, 4);
        CHECK(noteOf(session.stored(), NotePart::Subjective).text == "Slept badly.");
    }
    THEN("an answer is taken back to not asked") {
        visit.setCheckIn(CheckInField::Sleep, {});
        CHECK_FALSE(session.stored().checkIn.sleepHours);
        visit.setConsent({});
        CHECK_FALSE(session.stored().consent);
        visit.setReaction({});
        CHECK_FALSE(session.stored().reaction);
    }
    THEN("what can't be is refused with a sentence") {
        const auto before = session.stored();
        CHECK_THROWS_AS(visit.setCheckIn(CheckInField::Sleep, 25), EditRefused);
        CHECK_THROWS_AS(visit.setCheckIn(CheckInField::Stress, 11), EditRefused);
        CHECK_THROWS_AS(visit.setCheckIn(CheckInField::Stress, 4.5), EditRefused);
        CHECK_THROWS_AS(visit.setCheckIn(CheckInField::Activity, 8), EditRefused);
        CHECK_THROWS_AS(visit.setCheckIn(CheckInField::Activity, 1e12), EditRefused);
        CHECK_THROWS_AS(visit.setReaction(Reaction{ReactionGrade::Mild, "\xff"}), EditRefused);
        CHECK(session.stored() == before);
    }
    THEN("the next session shows them beside") {
        session.chart->setPain(PainMoment::Now, test::pain(3));
        session.next();
        CHECK(line(session, CheckInField::Sleep).last == 7.0);
        CHECK_FALSE(line(session, CheckInField::Sleep).value);
        CHECK_FALSE(line(session, CheckInField::Water).last);
    }
}

SCENARIO("the next visit is typed or taken from the plan of the case") {
    Charting session;
    auto record = test::aCase();
    record.plan.visitsPerWeek = 2;
    record.plan.weeks = 6;
    session.clinic->store().cases().update(record);
    session.leave();
    auto& visit = session.chart->visit();
    const auto& proposals = session.view().visit.nextVisits;
    REQUIRE(proposals.size() == 4);
    CHECK(proposals[0].first == "in 4 days");
    CHECK(isoDate(proposals[0].second) == "2026-11-27");
    CHECK(proposals[1].first == "in a week");
    CHECK(proposals[2].first == "in 2 weeks");
    REQUIRE_FALSE(visit.setNextVisit("in 2 weeks"));
    CHECK(session.view().visit.nextVisitText == "Mon 7 Dec 2026");
    CHECK(isoDate(session.stored().nextVisit.value()) == "2026-12-07");
    REQUIRE_FALSE(visit.setNextVisit("+7"));
    CHECK(isoDate(session.stored().nextVisit.value()) == "2026-11-30");
    THEN("what is no day is told") {
        const auto problem = visit.setNextVisit("soonish");
        REQUIRE(problem);
        CHECK_THAT(shown(*problem), ContainsSubstring("“soonish” is no day"));
        CHECK(visit.setNextVisit("2026-11-01"));
        CHECK_THROWS_AS(visit.setNextVisit(Date{std::chrono::year{2026} / 11 / 1}), EditRefused);
        CHECK(isoDate(session.stored().nextVisit.value()) == "2026-11-30");
    }
    THEN("an empty field takes it back") {
        REQUIRE_FALSE(visit.setNextVisit(" "));
        CHECK_FALSE(session.stored().nextVisit);
    }
}

SCENARIO("home care is proposed from last time, then for the muscles of today") {
    Charting session;
    const auto& table = session.clinic->reference().homeCare();
    const auto targeted =
        std::ranges::find_if(table.all(), [](const auto& item) { return !item.muscles.empty(); });
    REQUIRE(targeted != table.all().end());
    auto& visit = session.chart->visit();
    CHECK(session.view().visit.homeCareProposals.size() <= 8);
    visit.putHomeCare({key<HomeCareKey>("stretch_gentle"), " 20 s, twice a day "});
    REQUIRE(session.view().visit.homeCare.size() == 1);
    CHECK(session.view().visit.homeCare[0].label == "Gentle static stretch");
    CHECK(session.view().visit.homeCare[0].item.dose == "20 s, twice a day");
    CHECK_FALSE(session.view().visit.homeCare[0].usual.empty());
    CHECK_FALSE(session.view().visit.homeCare[0].fromLast);
    CHECK_THAT(session.view().visit.homeCare[0].cautions, ContainsSubstring("no bouncing"));

    WHEN("it is typed for") {
        const auto found = visit.homeCareMatching("gentle str");
        REQUIRE_FALSE(found.empty());
        CHECK(found[0].item.item == key<HomeCareKey>("stretch_gentle"));
        CHECK(found[0].item.dose == found[0].usual);
        CHECK(visit.homeCareMatching("zzz").empty());
    }
    WHEN("the next session begins") {
        session.chart->setPain(PainMoment::Now, test::pain(3));
        session.next();
        THEN("it stands first among the proposals, with the dose agreed on") {
            const auto& proposals = session.view().visit.homeCareProposals;
            REQUIRE_FALSE(proposals.empty());
            CHECK(proposals[0].item.item == key<HomeCareKey>("stretch_gentle"));
            CHECK(proposals[0].item.dose == "20 s, twice a day");
            CHECK(proposals[0].fromLast);
            CHECK(session.view().visit.homeCare.empty());
            CHECK(session.chart->visit().homeCareMatching("") == proposals);
            session.chart->visit().putHomeCare(proposals[0].item);
            CHECK(std::ranges::none_of(
                session.view().visit.homeCareProposals, [](const HomeCareRow& row) {
                    return row.item.item == key<HomeCareKey>("stretch_gentle");
                }));
        }
    }
    WHEN("it is taken away") {
        session.chart->visit().removeHomeCare(key<HomeCareKey>("stretch_gentle"));
        CHECK(session.stored().homeCare.empty());
        session.chart->undo();
        CHECK(session.stored().homeCare.size() == 1);
    }
    THEN("what the table lacks is refused") {
        CHECK_THROWS_AS(visit.putHomeCare({key<HomeCareKey>("no_such_thing"), ""}), EditRefused);
    }
}

SCENARIO("home care for a muscle of today is proposed") {
    Charting session;
    const auto& table = session.clinic->reference().homeCare();
    session.mark("piriformis", Side::Right, Layer::Deep);
    const std::vector muscles{key<MuscleKey>("piriformis")};
    const auto meant = table.meantFor(muscles, {});
    REQUIRE_FALSE(meant.empty());
    const auto& proposals = session.view().visit.homeCareProposals;
    CHECK(std::ranges::any_of(proposals, [&](const HomeCareRow& row) {
        return std::ranges::any_of(meant,
                                   [&](const auto* item) { return item->key == row.item.item; });
    }));
}

} // namespace palpate::app
