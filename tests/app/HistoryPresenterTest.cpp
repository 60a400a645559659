// SPDX-License-Identifier: MIT
// Every session of a patient: filtered, stepped through, two of them compared.
#include "app/HistoryPresenter.h"

#include "app/OpenClinic.h"
#include "app/PainWords.h"
#include "storage/Store.h"
#include "support/Printing.h"
#include "support/Shown.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace palpate::app {

namespace {

using Ids = std::vector<SessionId>;

[[nodiscard]] std::vector<SessionId> listed(const HistoryPresenter& history) {
    Ids ids;
    for (const auto& row : history.view().rows) {
        ids.push_back(row.line.id);
    }
    return ids;
}

/// Four weekly sessions of back pain, the last one a draft, and one of another case between them.
struct Weeks {
    Weeks() {
        auto neck = *clinic->store().cases().find(clinic.caseId());
        neck.id = neckCase;
        neck.complaint = "Neck pain";
        clinic->store().cases().add(neck);
        auto one = add(1, 21, clinic.caseId());
        one.findings = {test::anActiveFindingOn("quadratus_lumborum", 1),
                        test::anActiveFindingOn("gluteus_medius", 2)};
        one.treatments = {test::aTreatmentAt(1, 1)};
        one.painNow = test::pain(6);
        noteIn(one, "Lifted boxes at work; the café was closed.");
        store(one);
        auto two = add(2, 14, clinic.caseId());
        two.findings = {test::anActiveFindingOn("quadratus_lumborum", 1)};
        two.findings.front().tenderness = test::tenderness(4);
        two.painNow = test::pain(4);
        noteIn(two, "Sleeps through since Thursday.");
        store(two);
        auto other = add(3, 10, neckCase);
        other.findings = {test::anActiveFindingOn("sternocleidomastoid_sternal", 1)};
        other.findings.front().point.id = test::idOf<TriggerPointId>(480);
        noteIn(other, "Headache after driving.");
        store(other);
        auto three = add(4, 7, clinic.caseId());
        three.treatments = {test::aRegionTreatment(60)};
        store(three);
        auto four = add(5, 0, clinic.caseId());
        four.painNow = test::pain(3);
        store(four);
    }
    [[nodiscard]] Session add(std::uint32_t number, int daysAgo, const CaseId& caseId) const {
        auto session = test::aSession(number);
        session.caseId = caseId;
        session.startedAt = test::kNow - std::chrono::days{daysAgo};
        session.writtenAt = session.startedAt;
        return session;
    }
    static void noteIn(Session& session, const char* words) {
        session.note[static_cast<std::size_t>(NotePart::Subjective)] = test::written(words);
    }
    void store(const Session& session) {
        clinic->store().sessions().begin(session);
        ids.push_back(session.id);
    }

    test::OpenClinic clinic;
    CaseId neckCase = test::idOf<CaseId>(250);
    Ids ids; ///< oldest first; the third is of the other case
};

} // namespace

SCENARIO("a patient's sessions are listed, newest first, and filtered") {
    Weeks weeks;
    HistoryPresenter history{*weeks.clinic};
    history.open(weeks.clinic.patient(), weeks.clinic.caseId(), std::nullopt);
    const auto& view = history.view();
    const auto& ids = weeks.ids;
    CHECK(listed(history) == Ids{ids[4], ids[3], ids[1], ids[0]});
    CHECK(view.count == "4 sessions");
    CHECK(view.current == std::size_t{0});
    CHECK(view.hasOtherCases);
    CHECK(view.rows[0].line.title == "Session 4 · 23 Nov 2026");
    CHECK(view.rows[0].line.status == "draft");
    CHECK(view.rows[1].line.treatments.ends_with("R lumbar region"));
    CHECK(view.rows[3].line.pain == "pain 6");
    CHECK(view.rows[3].line.points == "2 points");
    CHECK(view.rows[3].caseTitle.empty());

    const auto with = [&](auto change) {
        HistoryFilter filter;
        change(filter);
        history.setFilter(filter);
        return listed(history);
    };
    THEN("all cases are listed together, each session under its own number and case") {
        CHECK(with([](HistoryFilter& f) { f.allCases = true; }) ==
              Ids{ids[4], ids[3], ids[2], ids[1], ids[0]});
        CHECK(view.rows[2].line.title == "Session 1 · 13 Nov 2026");
        CHECK(view.rows[2].caseTitle == "Neck pain");
        CHECK(view.count == "5 sessions");
    }
    THEN("a muscle is one with a point in it, in whatever case") {
        const auto glut = test::key<MuscleKey>("gluteus_medius");
        CHECK(with([&](HistoryFilter& f) { f.muscle = glut; }) == Ids{ids[0]});
        CHECK(view.count == "1 of 4 sessions");
        CHECK(view.muscleWord == "Gluteus medius");
        const auto found =
            std::ranges::find(view.muscles, test::key<MuscleKey>("quadratus_lumborum"),
                              &HistoryChoice<MuscleKey>::key);
        REQUIRE(found != view.muscles.end());
        CHECK(found->sessions == 2);
    }
    THEN("a technique is one that was given anywhere") {
        const auto key = weeks.clinic->store().sessions().find(ids[3])->treatments[0].technique;
        CHECK(with([&](HistoryFilter& f) { f.technique = key; }) == Ids{ids[3]});
    }
    THEN("words are found as the clinic's search finds them: without accents, begun, excluded") {
        CHECK(with([](HistoryFilter& f) { f.text = "CAFE lift"; }) == Ids{ids[0]});
        CHECK(with([](HistoryFilter& f) { f.text = "\"through since\""; }) == Ids{ids[1]});
        CHECK(with([](HistoryFilter& f) { f.text = "quadratus -boxes"; }) == Ids{ids[1]});
        CHECK(with([](HistoryFilter& f) { f.text = "headache"; }).empty());
        CHECK(view.count == "0 of 4 sessions");
        CHECK(view.nothing.starts_with("No session is like that."));
        CHECK_FALSE(view.current.has_value());
        CHECK(history.current() == nullptr);
        CHECK(view.figures.empty());
        for (const char* odd : {"\"", "%_*'", "AND (", "-"}) {
            CHECK_NOTHROW(with([&](HistoryFilter& f) { f.text = odd; }));
        }
    }
    THEN("days include both ends") {
        CHECK(history.setTypedDays({"9 Nov 2026", "16.11.2026"}).empty());
        CHECK(listed(history) == Ids{ids[3], ids[1]});
        CHECK(view.daysWord == "9 Nov 2026 to 16 Nov 2026");
        CHECK(test::shownAll(history.setTypedDays({"tomorrow", ""})) ==
              std::vector<std::string>{"First day: “tomorrow” is no date. Write it like 23 Nov "
                                       "2026 or 23.11.2026."});
        CHECK(test::shownAll(history.setTypedDays({"16 Nov 2026", "9 Nov 2026"})) ==
              std::vector<std::string>{
                  "Last day: 9 Nov 2026 lies before the first one, 16 Nov 2026."});
        CHECK(listed(history) == Ids{ids[3], ids[1]}); // what can't be meant changes nothing
        history.setLastDays(14);
        CHECK(listed(history) == Ids{ids[4], ids[3], ids[1]});
        history.setLastDays(std::nullopt);
        CHECK(listed(history).size() == 4);
    }
}

SCENARIO("one steps through the sessions and sees each with its own figures") {
    Weeks weeks;
    HistoryPresenter history{*weeks.clinic};
    history.open(weeks.clinic.patient(), weeks.clinic.caseId(), weeks.ids[1]);
    const auto& view = history.view();
    CHECK(view.current == std::size_t{2}); // the one that is open on the chart
    CHECK(view.title == "Session 2 · 9 Nov 2026");
    REQUIRE(view.figures.size() == 5);
    CHECK(view.figures[0].value == "4");
    CHECK(view.figures[1].value == "4");
    CHECK(view.figures[1].remark == "1 of 1 point assessed");
    CHECK(view.figures[3].value == "not drawn");
    CHECK(history.mapOf(weeks.ids[1], View::Posterior).marks.size() == 1);

    history.step(-1);
    CHECK(history.current()->id == weeks.ids[0]);
    CHECK(history.mapOf(weeks.ids[0], View::Posterior).marks.size() == 2);
    history.step(-1); // there is none before
    CHECK(history.current()->id == weeks.ids[0]);
    history.step(9);
    CHECK(history.current()->id == weeks.ids[4]);
    CHECK(view.figures[1].value == "not assessed");
    CHECK(view.figures[2].value == "none recorded");
    history.look(weeks.ids[2]); // of the other case, which is not listed
    CHECK(history.current()->id == weeks.ids[4]);
    CHECK(history.strip().size() == 4);
    CHECK(history.strip().front().session == weeks.ids[0]);
}

SCENARIO("what was not judged, not asked or cannot be cut at a word is said all the same") {
    Weeks weeks;
    auto session = weeks.add(6, 3, weeks.clinic.caseId());
    session.findings = {test::anActiveFindingOn("quadratus_lumborum", 1),
                        test::anActiveFindingOn("gluteus_medius", 2)};
    session.painNow.reset();
    session.painAfter = test::pain(2);
    std::string umlauts = "a";
    for (int i = 0; i < 100; ++i) {
        umlauts += "ä"; // two bytes each: the 180th byte lies inside one
    }
    Weeks::noteIn(session, umlauts.c_str());
    HistoryPresenter history{*weeks.clinic};
    const auto open = [&] {
        weeks.store(session);
        history.open(weeks.clinic.patient(), weeks.clinic.caseId(), session.id);
        return history.view().figures.at(2);
    };
    GIVEN("no point judged") {
        for (auto& finding : session.findings) {
            finding.state.reset();
        }
        const auto points = open();
        CHECK(points.value == "2");
        CHECK(points.remark == "2 not judged");
    }
    GIVEN("pain drawn in two views") {
        auto side = test::aPainArea(2);
        side.view = View::Left;
        session.painAreas = {test::aPainArea(1), side};
        static_cast<void>(open());
        const auto drawn =
            painAreaShort(atlas::paintedTotals(weeks.clinic->map(), session.painAreas));
        CHECK_FALSE(drawn.empty());
        CHECK(history.view().figures.at(3).value == drawn);
    }
    GIVEN("one of two judged") {
        session.findings.front().state.reset();
        CHECK(open().remark == "1 active, 0 latent, 0 resolved, 1 not judged");
        const auto& line = history.view().rows.at(1).line;
        CHECK(line.pain == "pain not asked, after 2");
        CHECK(line.excerpt == umlauts.substr(0, 179) + "…");
    }
}

SCENARIO("two ticked sessions are compared, whichever was ticked first") {
    Weeks weeks;
    HistoryPresenter history{*weeks.clinic};
    history.open(weeks.clinic.patient(), weeks.clinic.caseId(), std::nullopt);
    const auto& view = history.view();
    using Pair = std::pair<SessionId, SessionId>;

    WHEN("nothing is ticked") {
        history.setPane(HistoryPane::Difference);
        THEN("the one looked at stands against the one before it") {
            CHECK(view.pair == Pair{weeks.ids[3], weeks.ids[4]});
            history.step(-9);
            CHECK_FALSE(view.pair.has_value()); // the first has none before it
            CHECK(view.remarks == std::vector<std::string>{
                                      "There is no earlier session of this case to compare with."});
            CHECK(view.differences.empty());
        }
    }
    WHEN("two are ticked") {
        history.tick(weeks.ids[1]);
        CHECK(view.pane == HistoryPane::Session);
        history.tick(weeks.ids[0]);
        THEN("they are compared, the older first, with every point in the table") {
            CHECK(view.pane == HistoryPane::Difference);
            CHECK(view.pair == Pair{weeks.ids[0], weeks.ids[1]});
            CHECK(view.rows[3].isTicked);
            CHECK(view.rows[2].isTicked);
            REQUIRE(view.differences.size() == 2);
            CHECK(view.differences[0].change.tendernessDelta == -2);
            CHECK_FALSE(history.differenceMap().marks.empty());
            CHECK_FALSE(view.figures.empty());
        }
        THEN("a third takes the place of the one ticked first") {
            history.tick(weeks.ids[4]);
            CHECK(view.pair == Pair{weeks.ids[0], weeks.ids[4]});
            CHECK_FALSE(view.rows[2].isTicked);
        }
        THEN("a step leaves the comparison for the session it leads to, and the ticks stay") {
            history.step(-1);
            CHECK(view.pane == HistoryPane::Session);
            CHECK(history.current()->id == weeks.ids[3]);
            history.setPane(HistoryPane::SideBySide);
            CHECK(view.pair == Pair{weeks.ids[0], weeks.ids[1]});
        }
        THEN("unticking one compares the other with the one looked at") {
            history.tick(weeks.ids[0]);
            CHECK(view.pair == Pair{weeks.ids[1], weeks.ids[4]});
        }
        THEN("what was chosen is found again after another patient was looked at") {
            history.setView(View::Left);
            auto other = test::aPatient(1);
            weeks.clinic->store().patients().add(other);
            history.open(other.id, std::nullopt, std::nullopt);
            CHECK(view.rows.empty());
            CHECK(view.nothing == "No session in this case yet.");
            CHECK(view.pane == HistoryPane::Session);
            history.open(weeks.clinic.patient(), weeks.clinic.caseId(), std::nullopt);
            CHECK(view.pane == HistoryPane::Difference);
            CHECK(view.view == View::Left);
            CHECK(view.pair == Pair{weeks.ids[0], weeks.ids[1]});
        }
    }
    WHEN("a ticked session is discarded meanwhile") {
        history.tick(weeks.ids[4]);
        weeks.clinic->store().sessions().discardDraft(weeks.ids[4]);
        history.open(weeks.clinic.patient(), weeks.clinic.caseId(), std::nullopt);
        THEN("nothing points at it any more") {
            CHECK(listed(history).size() == 3);
            CHECK(history.current()->id == weeks.ids[3]);
            history.setPane(HistoryPane::Difference);
            CHECK(view.pair == Pair{weeks.ids[1], weeks.ids[3]});
        }
    }
}

} // namespace palpate::app
