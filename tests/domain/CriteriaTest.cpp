// SPDX-License-Identifier: MIT
#include "domain/Criteria.h"

#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace palpate;
using namespace palpate::test;
using Catch::Matchers::ContainsSubstring;

namespace {

[[nodiscard]] Signs signs(Sign band, Sign spot, Sign referred, Recognition recognised) {
    return {
        .tautBand = band, .tenderSpot = spot, .referredPain = referred, .recognised = recognised};
}

constexpr auto kYes = Sign::Present;
constexpr auto kNo = Sign::Absent;
constexpr auto kOpen = Sign::NotAssessed;

} // namespace

SCENARIO("all three essential signs are present") {
    WHEN("the patient recognises the pain, the signs say active") {
        const auto reading = readingOf(signs(kYes, kYes, kYes, Recognition::Yes));
        CHECK(reading.state == State::Active);
        CHECK(reading.present == 3);
        CHECK(reading.assessed == 3);
        CHECK(shown(reading.reason) == "3 of 3 Delphi criteria, pain recognised");
    }
    WHEN("the patient does not, they say latent") {
        const auto reading = readingOf(signs(kYes, kYes, kYes, Recognition::No));
        CHECK(reading.state == State::Latent);
        CHECK(shown(reading.reason) == "3 of 3 Delphi criteria, pain not recognised");
    }
    WHEN("the patient does so partly, they don't decide, and say so") {
        const auto reading = readingOf(signs(kYes, kYes, kYes, Recognition::Partly));
        CHECK_FALSE(reading.state);
        CHECK(shown(reading.reason) == "3 of 3 Delphi criteria, pain partly recognised");
    }
    WHEN("nobody asked, they don't decide") {
        const auto reading = readingOf(signs(kYes, kYes, kYes, Recognition::NotAssessed));
        CHECK_FALSE(reading.state);
        CHECK(shown(reading.reason) == "3 of 3 Delphi criteria, recognition not asked");
    }
}

TEST_CASE("with fewer than three signs present the signs never decide") {
    const auto band = GENERATE(kYes, kNo, kOpen);
    const auto spot = GENERATE(kYes, kNo, kOpen);
    const auto referred = GENERATE(kYes, kNo, kOpen);
    const auto recognised =
        GENERATE(Recognition::NotAssessed, Recognition::No, Recognition::Partly, Recognition::Yes);
    const int present = int{band == kYes} + int{spot == kYes} + int{referred == kYes};
    const int assessed = int{band != kOpen} + int{spot != kOpen} + int{referred != kOpen};
    const auto reading = readingOf(signs(band, spot, referred, recognised));
    CAPTURE(band, spot, referred, recognised, reading.reason);
    CHECK(reading.present == present);
    CHECK(reading.assessed == assessed);
    CHECK(reading.state.has_value() ==
          (present == 3 && (recognised == Recognition::Yes || recognised == Recognition::No)));
}

TEST_CASE("absent and not assessed read differently") {
    const auto absent = readingOf(signs(kYes, kYes, kNo, Recognition::Yes));
    const auto open = readingOf(signs(kYes, kYes, kOpen, Recognition::Yes));
    CHECK(shown(absent.reason) == "2 of 3 Delphi criteria, 3 assessed; pain recognised");
    CHECK(shown(open.reason) == "2 of 3 Delphi criteria, 2 assessed; pain recognised");
    CHECK(shown(readingOf(Signs{}).reason) == "no sign assessed");
    CHECK_THAT(shown(readingOf(signs(kOpen, kOpen, kOpen, Recognition::No)).reason),
               ContainsSubstring("0 of 3") && ContainsSubstring("not recognised"));
}

TEST_CASE("twitch and jump support but are not counted") {
    auto both = signs(kYes, kYes, kNo, Recognition::Yes);
    both.twitch = kYes;
    both.jump = kYes;
    CHECK(readingOf(both).present == 2);
    CHECK_FALSE(readingOf(both).state);
}

SCENARIO("judgement and signs differ only when both speak") {
    auto finding = anActiveFindingOn("quadratus_lumborum");
    GIVEN("a point judged active whose signs say active") {
        CHECK_FALSE(disagree(finding));
    }
    GIVEN("a point judged latent whose signs say active") {
        finding.state = State::Latent;
        CHECK(disagree(finding));
        THEN("nothing is changed by asking") {
            CHECK(finding.state == State::Latent);
        }
    }
    GIVEN("a point judged active whose signs say latent") {
        finding.signs.recognised = Recognition::No;
        CHECK(disagree(finding));
    }
    GIVEN("a point that was not judged") {
        finding.state.reset();
        CHECK_FALSE(disagree(finding));
    }
    GIVEN("signs that don't decide") {
        finding.signs.referredPain = GENERATE(Sign::Absent, Sign::NotAssessed);
        finding.state = GENERATE(State::Active, State::Latent, State::Resolved);
        CHECK_FALSE(disagree(finding));
    }
    GIVEN("a point judged resolved that still shows all three signs") {
        finding.state = State::Resolved;
        CHECK(disagree(finding));
    }
}
