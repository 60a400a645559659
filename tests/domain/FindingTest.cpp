// SPDX-License-Identifier: MIT
#include "domain/Finding.h"

#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace palpate;
using namespace palpate::test;

namespace {

/// A finding in which everything was entered.
[[nodiscard]] Finding aFullFinding() {
    auto finding = anActiveFindingOn("quadratus_lumborum", 2);
    finding.signs.twitch = Sign::Absent;
    finding.signs.jump = Sign::Present;
    finding.referencePoint = key<ReferencePointKey>("quadratus_lumborum.deep_upper");
    finding.threshold = Pressure::kilopascals(220);
    finding.relation = Relation::Primary;
    finding.note = "worse after driving";
    return finding;
}

} // namespace

TEST_CASE("a place alone is no assessment, any one entry is") {
    auto finding = aFindingOn("psoas_major");
    finding.referencePoint = key<ReferencePointKey>("psoas_major.belly");
    CHECK_FALSE(isAssessed(finding));
    SECTION("tenderness, also when it is 0") {
        finding.tenderness = tenderness(0);
    }
    SECTION("a threshold") {
        finding.threshold = Pressure::kilopascals(220);
    }
    SECTION("a state") {
        finding.state = State::Resolved;
    }
    SECTION("a relation") {
        finding.relation = Relation::Key;
    }
    SECTION("a sign that is absent") {
        finding.signs.twitch = Sign::Absent;
    }
    SECTION("recognition") {
        finding.signs.recognised = Recognition::No;
    }
    SECTION("a note") {
        finding.note = "could not relax";
    }
    CHECK(isAssessed(finding));
}

SCENARIO("one word settles a point that is known from before") {
    const auto earlier = aFullFinding();
    THEN("still says that judgement, tenderness and relation were found again, and nothing more") {
        const auto still = settledFrom(earlier, Settled::Still);
        CHECK(still.settled == Settled::Still);
        CHECK(still.state == earlier.state);
        CHECK(still.tenderness == earlier.tenderness);
        CHECK(still.relation == earlier.relation);
        CHECK(still.signs == Signs{});
        CHECK_FALSE(still.threshold);
        CHECK(still.note.empty());
    }
    THEN("better and worse give no value that nobody found") {
        const auto word = GENERATE(Settled::Better, Settled::Worse);
        const auto changed = settledFrom(earlier, word);
        CHECK(changed.settled == word);
        CHECK_FALSE(changed.state);
        CHECK_FALSE(changed.tenderness);
        CHECK(isAssessed(changed));
    }
    THEN("gone is the judgement resolved, without a tenderness of 0") {
        const auto gone = settledFrom(earlier, Settled::Gone);
        CHECK(gone.state == State::Resolved);
        CHECK_FALSE(gone.tenderness);
    }
    THEN("what was not assessed last time is not assessed by the word still") {
        const auto still = settledFrom(aFindingOn("piriformis"), Settled::Still);
        CHECK_FALSE(still.state);
        CHECK_FALSE(still.tenderness);
    }
    THEN("the words are read back from their spelling") {
        for (const auto word : {Settled::Still, Settled::Better, Settled::Worse, Settled::Gone}) {
            CHECK(parseSettled(name(word)) == word);
        }
        CHECK_FALSE(parseSettled("same"));
    }
}

SCENARIO("a point is carried into a new session") {
    GIVEN("a point that was found in full") {
        const auto earlier = aFullFinding();
        WHEN("it is carried") {
            const auto carried = carriedFrom(earlier);
            THEN("it is the same point at the same place") {
                CHECK(carried.point == earlier.point);
                CHECK(carried.at == earlier.at);
                CHECK(carried.muscle == earlier.muscle);
                CHECK(carried.side == earlier.side);
                CHECK(carried.referencePoint == earlier.referencePoint);
            }
            THEN("nothing is copied as if it had been seen today") {
                CHECK_FALSE(isAssessed(carried));
                CHECK(carried.signs == Signs{});
                CHECK_FALSE(carried.tenderness);
                CHECK_FALSE(carried.threshold);
                CHECK_FALSE(carried.state);
                CHECK_FALSE(carried.relation);
                CHECK(carried.note.empty());
            }
            THEN("the earlier finding is untouched") {
                CHECK(earlier == aFullFinding());
            }
        }
    }
}

TEST_CASE("every word of a finding finds its value again") {
    const auto sign = GENERATE(Sign::NotAssessed, Sign::Absent, Sign::Present);
    CHECK(parseSign(name(sign)) == sign);
    const auto recognition =
        GENERATE(Recognition::NotAssessed, Recognition::No, Recognition::Partly, Recognition::Yes);
    CHECK(parseRecognition(name(recognition)) == recognition);
    const auto state = GENERATE(State::Active, State::Latent, State::Resolved);
    CHECK(parseState(name(state)) == state);
    const auto relation = GENERATE(Relation::Primary, Relation::Satellite, Relation::Key);
    CHECK(parseRelation(name(relation)) == relation);
    CHECK_FALSE(parseSign("unknown"));
    CHECK_FALSE(parseRecognition(""));
    CHECK_FALSE(parseState("Active"));
    CHECK_FALSE(parseRelation("secondary"));
}
