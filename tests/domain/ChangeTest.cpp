// SPDX-License-Identifier: MIT
#include "domain/Change.h"

#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace palpate;
using namespace palpate::test;

namespace {

[[nodiscard]] Finding found(std::optional<State> state, std::optional<int> tender, int number = 1) {
    auto finding = aFindingOn("quadratus_lumborum", number);
    finding.state = state;
    if (tender) {
        finding.tenderness = tenderness(*tender);
    }
    return finding;
}

[[nodiscard]] FindingChange between(const Finding& earlier, const Finding& later) {
    return changeBetween(&earlier, &later);
}

} // namespace

SCENARIO("the fate of a point between two sessions") {
    GIVEN("a point that was active and is judged resolved") {
        const auto change = between(found(State::Active, 7), found(State::Resolved, 0));
        CHECK(change.fate == Fate::Gone);
        CHECK(change.tendernessDelta == -7);
        CHECK(change.stateBefore == State::Active);
        CHECK(change.stateAfter == State::Resolved);
    }
    GIVEN("a point that was resolved and is latent again") {
        CHECK(between(found(State::Resolved, 0), found(State::Latent, 3)).fate == Fate::Back);
    }
    GIVEN("a point without an earlier finding") {
        const auto later = found(State::Active, 5);
        const auto change = changeBetween(nullptr, &later);
        CHECK(change.fate == Fate::New);
        CHECK(change.point == later.point);
        CHECK_FALSE(change.tendernessDelta);
        CHECK_FALSE(change.stateBefore);
        CHECK(change.stateAfter == State::Active);
    }
    GIVEN("tenderness on both days") {
        CHECK(between(found(State::Active, 7), found(State::Active, 4)).fate == Fate::Weaker);
        CHECK(between(found(State::Active, 4), found(State::Active, 7)).fate == Fate::Stronger);
        CHECK(between(found(State::Active, 4), found(State::Active, 4)).fate == Fate::Unchanged);
        CHECK(between(found(State::Active, 7), found({}, 4)).tendernessDelta == -3);
    }
}

TEST_CASE("a point that was not assessed is never called gone") {
    const auto earlierState =
        GENERATE(std::optional<State>{}, std::optional{State::Active}, std::optional{State::Latent},
                 std::optional{State::Resolved});
    const auto earlierTender = GENERATE(std::optional<int>{}, std::optional{0}, std::optional{9});
    const auto earlier = found(earlierState, earlierTender);
    CAPTURE(earlier);
    SECTION("missing later") {
        const auto change = changeBetween(&earlier, nullptr);
        CHECK(change.fate == Fate::NotComparable);
        CHECK(change.point == earlier.point);
        CHECK_FALSE(change.tendernessDelta);
    }
    SECTION("there later, but only carried") {
        const auto later = carriedFrom(earlier);
        CHECK(changeBetween(&earlier, &later).fate == Fate::NotComparable);
    }
    SECTION("judged later, but not resolved") {
        const auto later = found(State::Active, 0);
        CHECK(changeBetween(&earlier, &later).fate != Fate::Gone);
    }
    SECTION("tender 0 later, but not judged") {
        const auto later = found({}, 0);
        CHECK(changeBetween(&earlier, &later).fate != Fate::Gone);
    }
}

TEST_CASE("resolved today proves nothing about a point that was not judged before") {
    CHECK(between(found({}, {}), found(State::Resolved, {})).fate == Fate::NotComparable);
    CHECK(between(found({}, {}), found(State::Active, 5)).fate == Fate::NotComparable);
}

TEST_CASE("the value after treatment never enters a comparison") {
    auto before = aSession(0);
    before.findings = {found(State::Active, 7)};
    before.treatments = {aTreatmentAt(1)}; // 3 after it
    auto after = aSession(1);
    after.findings = {found(State::Active, 7)};
    CHECK(between(before.findings[0], after.findings[0]).fate == Fate::Unchanged);
    CHECK(totalsOf(before.findings).totalTenderness == 7);
}

SCENARIO("the totals of a session say how many points were assessed") {
    const std::vector findings{found(State::Active, 6, 1), found(State::Active, {}, 2),
                               found(State::Latent, 3, 3), found(State::Resolved, 0, 4),
                               found({}, {}, 5),           found({}, 2, 6)};
    const auto totals = totalsOf(findings);
    CHECK(totals == PointTotals{.active = 2,
                                .latent = 1,
                                .resolved = 1,
                                .stateNotAssessed = 2,
                                .points = 6,
                                .tendernessAssessed = 4,
                                .totalTenderness = 11});
    CHECK(totalsOf({}) == PointTotals{});
}

SCENARIO("what the next session shows as ghosts") {
    auto first = aSession(0);
    auto second = aSession(1);
    auto third = aSession(2);
    first.findings = {found(State::Active, 7, 1), found(State::Latent, 4, 2)};
    GIVEN("a point that was assessed, then only carried") {
        second.findings = {carriedFrom(first.findings[0])};
        const auto known = lastKnown(std::vector{first, second});
        THEN("its last assessment stands") {
            REQUIRE(known.size() == 2);
            CHECK(known[0] == first.findings[0]);
            CHECK(known[1] == first.findings[1]);
        }
    }
    GIVEN("a point that resolved") {
        second.findings = {found(State::Resolved, 0, 1)};
        CHECK(lastKnown(std::vector{first, second})[0].state == State::Resolved);
        const auto open = openPoints(std::vector{first, second});
        REQUIRE(open.size() == 1);
        CHECK(open[0].point.number == 2);
        WHEN("it comes back") {
            third.findings = {found(State::Active, 5, 1)};
            CHECK(openPoints(std::vector{first, second, third}).size() == 2);
        }
        WHEN("it is carried but not looked at, it stays resolved") {
            third.findings = {carriedFrom(second.findings[0])};
            CHECK(openPoints(std::vector{first, second, third}).size() == 1);
        }
    }
    GIVEN("a point that was never assessed") {
        second.findings = {aFindingOn("psoas_major", 3)};
        THEN("it is open, at its latest place") {
            third.findings = second.findings;
            third.findings[0].at.x += 5;
            const auto open = openPoints(std::vector{first, second, third});
            REQUIRE(open.size() == 3);
            CHECK(open[2] == third.findings[0]);
        }
    }
    GIVEN("points met in another order") {
        second.findings = {found(State::Active, 2, 3)};
        third.findings = {found(State::Active, 1, 2)};
        const auto known = lastKnown(std::vector{third, second, first});
        CHECK(std::ranges::is_sorted(known, {}, [](const Finding& f) { return f.point.number; }));
        CHECK(known.size() == 3);
    }
    GIVEN("no session at all") {
        CHECK(lastKnown({}).empty());
        CHECK(openPoints({}).empty());
    }
}
