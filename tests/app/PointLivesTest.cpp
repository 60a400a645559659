// SPDX-License-Identifier: MIT
#include "app/PointLives.h"

#include "app/ComparedPairs.h"
#include "app/OpenClinic.h"
#include "app/VariedVisit.h"
#include "drawing/Svg.h"
#include "support/Approval.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace palpate::app {

namespace {

using Kind = LifeStep::Kind;
using test::Visit;

constexpr auto kRight = Side::Right;

/// Five visits: treated twice, missed once, latent, gone; a second point from the third on.
[[nodiscard]] std::vector<Session> aCourse() {
    const auto visit = [](std::uint32_t week) {
        return Visit{week, static_cast<int>(week) * 7 - 42};
    };
    auto first = visit(0);
    first.point("quadratus_lumborum", kRight, State::Active, 7)
        .treat(1, "pressure_release")
        .dose("duration_s", 60.0)
        .dose("pressure_kpa", 25.0)
        .after(4)
        .treat(1, "static_stretch")
        .after(3);
    auto second = visit(1);
    second.carry(first.session());
    second.treat(1, "pressure_release");
    auto third = visit(2);
    third.carry(second.session())
        .state(1, State::Latent)
        .tender(1, 4)
        .point("piriformis", kRight, std::nullopt, 5);
    auto fourth = visit(3);
    fourth.carry(third.session()).state(1, State::Resolved).tender(1, 0);
    auto fifth = visit(4);
    fifth.session().findings.push_back(carriedFrom(third.session().findings.back()));
    return {first.session(), second.session(), third.session(), fourth.session(), fifth.session()};
}

[[nodiscard]] std::string page(const std::vector<PointLife>& lives) {
    std::string text;
    for (const auto& life : lives) {
        text += std::to_string(life.point.number) + "  " + life.place + ": " + life.now + "\n";
        for (const auto& step : life.steps) {
            text += test::wrapped("    " + step.sentence) + "\n";
        }
    }
    return text;
}

} // namespace

SCENARIO("a point's life tells each session of its case, and what nobody looked at as that") {
    test::OpenClinic clinic;
    const auto lives = livesOf(*clinic, aCourse());
    REQUIRE(lives.size() == 2);
    THEN("open points come first") {
        CHECK(lives[0].point.number == 2);
        CHECK(lives[0].isOpen);
        CHECK_FALSE(lives[1].isOpen);
    }
    THEN("each has a step a session") {
        for (const auto& life : lives) {
            REQUIRE(life.steps.size() == 5);
        }
        CHECK(lives[0].steps[1].kind == Kind::Before);
        CHECK(lives[0].steps[2].kind == Kind::Assessed);
        CHECK(lives[0].steps[3].kind == Kind::NotAssessed);
    }
    THEN("a session in which it was treated but not assessed has no value") {
        const auto& step = lives[1].steps[1];
        CHECK(step.kind == Kind::NotAssessed);
        CHECK_FALSE(step.state);
        CHECK_FALSE(step.tenderness);
        CHECK(step.treatments.size() == 1);
    }
    THEN("after it had gone nobody looked: that is a gap, and no zero") {
        const auto& step = lives[1].steps[4];
        CHECK(step.kind == Kind::NotAssessed);
        CHECK_FALSE(step.tenderness);
        CHECK(lives[1].now == "gone since 2 Nov");
    }
    THEN("a second treatment of a day begins where the first ended") {
        const auto& step = lives[1].steps[0];
        REQUIRE(step.treatments.size() == 2);
        CHECK(step.treatments[0] == "pressure release 60 s, 25 kPa, 7 → 4");
        CHECK(step.treatments[1].ends_with(", 4 → 3"));
        CHECK(step.tenderness == test::tenderness(7));
        CHECK(step.tendernessAfter == test::tenderness(3));
    }
    THEN("all of it reads as approved") {
        std::string text = page(lives);
        for (const auto* name : {"improving", "came-and-went", "across-years", "back"}) {
            const auto pairs = test::comparedPairs();
            const auto pair = std::ranges::find(pairs, name, &test::ComparedPair::name);
            text += "\n" + pair->about + "\n" + page(livesOf(*clinic, pair->sessions));
        }
        test::checkApproved("app/point-lives.txt", text);
    }
}

SCENARIO("lives of nothing are none") {
    test::OpenClinic clinic;
    CHECK(livesOf(*clinic, {}).empty());
    CHECK(livesOf(*clinic, std::vector{test::aSession()}).empty());
    GIVEN("a point in a case's only session") {
        auto session = test::aSession();
        session.findings = {test::anActiveFindingOn("piriformis")};
        const auto lives = livesOf(*clinic, std::vector{session});
        REQUIRE(lives.size() == 1);
        CHECK(lives[0].now == "active, tenderness 6, looked at on 23 Nov");
        CHECK(lives[0].steps.size() == 1);
    }
}

SCENARIO("the picture of a life says what it shows, and knows its steps") {
    test::OpenClinic clinic;
    const auto lives = livesOf(*clinic, aCourse());
    const auto picture = lifePicture(lives[1], 90, 20, drawing::Ground::Light);
    CHECK(picture.title == "Point 1, Quadratus lumborum, right: gone since 2 Nov");
    test::checkApproved("app/point-life.svg", drawing::svg(picture));
    CHECK(lifeStepAt(lives[1], 90, 6) == 0);
    CHECK(lifeStepAt(lives[1], 90, 88) == 4);
    CHECK_FALSE(lifeStepAt(lives[1], 90, 0));
}

} // namespace palpate::app
