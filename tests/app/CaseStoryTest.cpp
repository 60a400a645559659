// SPDX-License-Identifier: MIT
#include "app/CaseStory.h"

#include "app/OpenClinic.h"
#include "reference/Reference.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

namespace palpate::app {

namespace {

using Catch::Matchers::ContainsSubstring;

[[nodiscard]] const reference::Reference& tables() {
    return test::shippedKnowledge().reference();
}

[[nodiscard]] Session visit(std::uint32_t number, std::optional<int> pain,
                            std::optional<int> tenderness, std::optional<State> state) {
    auto session = test::aSession(number);
    if (pain) {
        session.painNow = test::pain(*pain);
    }
    auto finding = test::aFindingOn("quadratus_lumborum");
    if (tenderness) {
        finding.tenderness = test::tenderness(*tenderness);
    }
    finding.state = state;
    session.findings = {finding};
    return session;
}

[[nodiscard]] std::string summary(std::vector<Session> sessions,
                                  BodyArea area = BodyArea::LowBack) {
    auto record = test::aCase();
    record.area = area;
    return summaryOf(storyOf(record, std::move(sessions)), tables());
}

} // namespace

SCENARIO("the summary claims no more than the record holds") {
    GIVEN("pain that fell by more than matters") {
        CHECK_THAT(
            summary({visit(0, 7, 7, State::Active), visit(1, 3, 2, State::Latent)}),
            ContainsSubstring(
                "Pain has fallen from 7 to 3 of 10. The change is larger than the 2 points that "
                "matter to patients"));
    }
    GIVEN("pain that fell by less") {
        CHECK_THAT(summary({visit(0, 7, 7, State::Active), visit(1, 6, 7, State::Active)}),
                   ContainsSubstring("smaller than the 2 points that matter to patients"));
    }
    GIVEN("pain that rose") {
        CHECK_THAT(summary({visit(0, 3, 4, State::Active), visit(1, 8, 8, State::Active)}),
                   ContainsSubstring("Pain has risen from 3 to 8 of 10."));
    }
    GIVEN("pain that stalled") {
        CHECK_THAT(summary({visit(0, 5, 5, State::Active), visit(1, 5, 5, State::Active)}),
                   ContainsSubstring("Pain is unchanged at 5 of 10."));
    }
    GIVEN("a change in the neck that may be chance") {
        CHECK_THAT(
            summary({visit(0, 7, 7, State::Active), visit(1, 5, 5, State::Active)}, BodyArea::Neck),
            ContainsSubstring("smaller than the 4 points that can be told from chance"));
    }
    GIVEN("pain asked once only") {
        CHECK_THAT(summary({visit(0, 5, 5, State::Active), visit(1, {}, 5, State::Active)}),
                   ContainsSubstring("Pain now was 5 of 10 on 23 November 2026; it was asked only "
                                     "then, so no change can be told."));
    }
    GIVEN("one session") {
        CHECK(summary({visit(0, 5, 5, State::Active)}) ==
              "There has been one session so far, on 23 November 2026. Pain now was 5 of 10. 1 "
              "trigger point (right quadratus lumborum): active. The session of 23 November "
              "2026 is a draft and not signed.");
    }
    GIVEN("a point that was not looked at in the latest session") {
        CHECK_THAT(summary({visit(0, 5, 5, State::Active), visit(1, 3, {}, {})}),
                   ContainsSubstring("1 open point was not assessed in the latest session (right "
                                     "quadratus lumborum)."));
    }
}

SCENARIO("a change is held against the figure of its own source") {
    auto record = test::aCase();
    record.area = BodyArea::Neck;
    const auto change = painChange(
        storyOf(record, {visit(0, 7, 7, State::Active), visit(1, 5, 5, State::Active)}), tables());
    REQUIRE(change);
    CHECK(change->mayBeChance());
    CHECK(change->matters->figure() == "1.5");
    CHECK(change->detectable->figure() == "4");
    CHECK_THAT(verdictOn(*change), ContainsSubstring("minimal detectable change"));
}

SCENARIO("a point that nobody judged today keeps the judgement it had") {
    const auto story = storyOf(test::aCase(), {visit(0, 5, 7, State::Active), visit(1, 4, 6, {})});
    CHECK(story.points[0].state == State::Active);
    CHECK_FALSE(story.points[0].judgedLatest);
    const auto back = storyOf(test::aCase(), {visit(0, 5, 0, State::Resolved), visit(1, 4, 6, {})});
    CHECK_FALSE(
        back.points[0].state); // tender again after it was resolved: nobody has said what it is
}

SCENARIO("the story of a point keeps its gaps") {
    const auto story = storyOf(test::aCase(), {visit(0, 5, 7, State::Active), visit(1, 4, {}, {}),
                                               visit(2, 3, 3, State::Latent)});
    REQUIRE(story.points.size() == 1);
    CHECK(story.points[0].first == test::tenderness(7));
    CHECK(story.points[0].now == test::tenderness(3));
    REQUIRE(story.points[0].tenderness.size() == 3);
    CHECK_FALSE(story.points[0].tenderness[1]);
}

SCENARIO("what helped is told from three measured uses on") {
    std::vector<Session> sessions;
    for (std::uint32_t i = 0; i < 3; ++i) {
        auto session = visit(i, 5, 6, State::Active);
        session.treatments = {test::aTreatmentAt(1, i)};
        sessions.push_back(session);
    }
    CHECK(helpedText(storyOf(test::aCase(), sessions), tables()) ==
          "Pressure release lowered tenderness by 3 points a time (3 times).");
    sessions.pop_back();
    CHECK(helpedText(storyOf(test::aCase(), sessions), tables()) ==
          "Too few to judge: pressure release (2 times, 2 measured).");
    CHECK(helpedText(storyOf(test::aCase(), {visit(0, 5, 5, State::Active)}), tables()).empty());
}

} // namespace palpate::app
