// SPDX-License-Identifier: MIT
#include "app/MeasurePresenter.h"

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

const MotionAt kRotation{test::key<MotionKey>("lumbar.rotation"), Side::Right};
const TestAt kLegRaise{test::key<TestKey>("straight_leg_raise"), "", Side::Left, {}};

} // namespace

SCENARIO("what was tested is found again by the words that therapists use") {
    Charting session;
    REQUIRE(session.chart->measures().record("slr l pos 60").done);
    REQUIRE(session.chart->measures().record("lumbar rotation r 8").done);
    const auto found = [&](const std::string& words) {
        storage::SessionQuery query;
        query.text = words;
        return session.clinic->store().sessions().search(query).size();
    };
    CHECK(found("SLR") == 1);
    CHECK(found("Lasegue positive") == 1);
    CHECK(found("lumbar rotation") == 1);
    CHECK(found("slump") == 0);
}

SCENARIO("a line of words measures a motion, with what is usual and what was beside it") {
    Charting session;
    auto& measures = session.chart->measures();
    const auto answer = measures.record("lumbar rotation r 2 p 5 pain 3");
    REQUIRE(answer.done);
    REQUIRE(session.view().motions.size() == 1);
    const auto& row = session.view().motions[0];
    CHECK(row.label == "R lumbar rotation");
    CHECK(row.active == "2°");
    CHECK(row.passive == "5°");
    CHECK(row.pain == "pain 3");
    CHECK(row.unit == "°");
    CHECK_THAT(row.usual, ContainsSubstring("usual 3"));
    CHECK(row.outside);
    CHECK(row.last.empty());
    CHECK_FALSE(row.sources.empty());
    CHECK(motionOf(session.stored(), kRotation)->active == 2.0);

    CHECK(answer.message == "R lumbar rotation: 2°, passive 5°, pain 3");

    WHEN("it is measured again") {
        const auto again = measures.record("lumbar rotation r 10");
        REQUIRE(again.done);
        THEN("nothing of the old one stays, and the answer says what it was") {
            REQUIRE(session.stored().motions.size() == 1);
            CHECK(session.stored().motions[0] == RangeOfMotion{.at = kRotation, .active = 10});
            CHECK_FALSE(session.view().motions[0].outside);
            CHECK(again.message == "R lumbar rotation: 10° (was 2°, passive 5°, pain 3)");
        }
        THEN("the passive range adds to it") {
            CHECK(measures.record("lumbar rotation r p 12").message ==
                  "R lumbar rotation: 10°, passive 12°");
        }
        THEN("the same again was nothing else") {
            CHECK(measures.record("lumbar rotation r 10").message == "R lumbar rotation: 10°");
        }
    }
    WHEN("it is measured again next time") {
        session.chart->setPain(PainMoment::Now, test::pain(3));
        session.next();
        CHECK(session.view().motions.empty());
        REQUIRE(session.chart->measures().record("lumbar rotation r 8").done);
        CHECK(session.view().motions.at(0).last == "was 2°");
        THEN("what is measured only passively is compared as such") {
            session.chart->measures().put(RangeOfMotion{.at = kRotation, .passive = 9});
            CHECK(session.view().motions.at(0).last == "was 2° active");
        }
        THEN("it is offered first while nothing is typed") {
            const auto choices = session.chart->measures().choicesFor("", 20);
            REQUIRE_FALSE(choices.empty());
            CHECK_THAT(choices[0].label, ContainsSubstring("R lumbar rotation"));
        }
    }
    WHEN("it is removed") {
        measures.remove(kRotation);
        CHECK(session.stored().motions.empty());
        session.chart->undo();
        CHECK(session.stored().motions.size() == 1);
    }
}

SCENARIO("a test is recorded with its result and compared with last time") {
    Charting session;
    auto& measures = session.chart->measures();
    const auto answer = measures.record("slr l 60 pos");
    REQUIRE(answer.done);
    CHECK_THAT(answer.message, ContainsSubstring("traight-leg raise"));
    REQUIRE(session.view().tests.size() == 1);
    const auto& row = session.view().tests[0];
    CHECK_THAT(row.label, ContainsSubstring("traight-leg raise"));
    CHECK_THAT(row.result, ContainsSubstring("positive"));
    CHECK_THAT(row.result, ContainsSubstring("60°"));
    CHECK_THAT(row.note, ContainsSubstring("L5-S1"));
    CHECK(row.choices == std::vector<std::string>{"positive", "negative"});
    CHECK(testOf(session.stored(), kLegRaise)->also == 60.0);
    session.chart->setPain(PainMoment::Now, test::pain(3));
    session.next();
    REQUIRE(session.chart->measures().record("slr l neg").done);
    CHECK_THAT(session.view().tests.at(0).last, ContainsSubstring("was positive"));
    session.chart->measures().remove(kLegRaise);
    CHECK(session.stored().tests.empty());
}

SCENARIO("what a line leaves open is asked, and nothing is stored until one is taken") {
    Charting session;
    auto& measures = session.chart->measures();
    const auto ask = measures.record("slr l 60");
    CHECK_FALSE(ask.done);
    REQUIRE(ask.choices.size() >= 2);
    CHECK(session.stored().tests.empty());
    CHECK(session.stored().motions.empty());
    const auto unknown = measures.record("xyzzy 5");
    CHECK_FALSE(unknown.done);
    CHECK_FALSE(unknown.message.empty());
    CHECK(unknown.choices.empty());
    CHECK_FALSE(measures.record("").done);
    CHECK_FALSE(session.view().canUndo);
}

SCENARIO("what can't be measured is refused") {
    Charting session;
    auto& measures = session.chart->measures();
    CHECK_THROWS_AS(measures.put(RangeOfMotion{.at = kRotation, .active = 900}), EditRefused);
    CHECK_THROWS_AS(measures.put(RangeOfMotion{
                        .at = {key<MotionKey>("lumbar.wagging"), Side::Right}, .active = 9}),
                    EditRefused);
    CHECK_THROWS_AS(measures.put(TestResult{.at = kLegRaise, .result = std::string{"perhaps"}}),
                    EditRefused);
    CHECK_THROWS_AS(measures.remove(kRotation), EditRefused);
    CHECK(session.stored().motions.empty());
}

SCENARIO("the region of the case comes first while nothing is typed") {
    Charting session; // low back pain
    const auto choices = session.chart->measures().choicesFor("", 12);
    REQUIRE(choices.size() == 12);
    CHECK(std::ranges::all_of(choices, [](const MeasureChoice& choice) {
        return !choice.insert.empty() && !choice.label.empty();
    }));
    CHECK(std::ranges::any_of(choices, [](const MeasureChoice& choice) {
        return choice.label.find("lumbar") != std::string::npos ||
               choice.label.find("Lumbar") != std::string::npos;
    }));
    CHECK(session.chart->measures().choicesFor("knee", 5).size() == 5);
}

} // namespace palpate::app
