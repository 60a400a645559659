// SPDX-License-Identifier: MIT
#include "app/WhatHelps.h"

#include "app/OpenClinic.h"
#include "app/StudentT.h"
#include "storage/Store.h"
#include "support/Approval.h"
#include "support/Printing.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <array>
#include <random>
#include <utility>

namespace palpate::app {

namespace {

using Catch::Approx;
using Catch::Matchers::ContainsSubstring;

/// A visit a week with one point, tender before and after a pressure release.
[[nodiscard]] Session visit(std::uint32_t week, std::optional<int> before,
                            std::optional<int> after) {
    auto session = test::aSession(week);
    auto finding = test::aFindingOn("quadratus_lumborum");
    if (before) {
        finding.tenderness = test::tenderness(*before);
    }
    session.findings = {finding};
    auto treatment = test::aTreatmentAt(1, week);
    treatment.tendernessAfter.reset();
    if (after) {
        treatment.tendernessAfter = test::tenderness(*after);
    }
    session.treatments = {treatment};
    return session;
}

[[nodiscard]] std::vector<Session> fourVisits() {
    return {visit(0, 8, 5), visit(1, 7, 5), visit(2, 6, 4), visit(3, 6, 5)};
}

} // namespace

TEST_CASE("Student's t is that of the printed tables") {
    // 97.5 % points, as any table of the distribution prints them.
    constexpr std::array<std::pair<int, double>, 12> kTable{{{1, 12.706},
                                                             {2, 4.303},
                                                             {3, 3.182},
                                                             {4, 2.776},
                                                             {5, 2.571},
                                                             {7, 2.365},
                                                             {10, 2.228},
                                                             {16, 2.120},
                                                             {29, 2.045},
                                                             {60, 2.000},
                                                             {120, 1.980},
                                                             {1000, 1.962}}};
    for (const auto& [degrees, value] : kTable) {
        INFO(degrees);
        CHECK(studentT95(degrees) == Approx(value).margin(0.0005));
    }
    CHECK(studentT95(10'000'000) == Approx(1.959964).margin(1e-6));
    CHECK(studentT95(200) == Approx(studentT95(201)).margin(2e-4)); // two formulas meet
    CHECK(studentT95(0) == studentT95(1));
}

SCENARIO("a mean comes with its 95 % interval") {
    GIVEN("a sample with an interval worked out elsewhere") {
        // Mean 5, standard deviation 2.1602 of 7 values: 2.4469 * 2.1602 / sqrt(7) is 1.9979.
        const std::array values{2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0};
        const auto change = meanChange(values);
        REQUIRE(change);
        CHECK(change->count == 7);
        CHECK(change->mean == Approx(5));
        CHECK(change->low == Approx(3.0021).margin(0.0001));
        CHECK(change->high == Approx(6.9979).margin(0.0001));
    }
    GIVEN("one value, none, and values without spread") {
        CHECK_FALSE(meanChange({}));
        const std::array one{-3.0};
        CHECK(meanChange(one) == MeanChange{1, -3, -3, -3});
        const std::array same{-2.0, -2.0, -2.0};
        CHECK(meanChange(same) == MeanChange{3, -2, -2, -2});
    }
    GIVEN("many samples of a known mean") {
        THEN("about 95 of 100 intervals hold it") {
            std::mt19937 chance{11};
            std::normal_distribution<double> around{-1.5, 2};
            int held = 0;
            for (int i = 0; i < 2000; ++i) {
                std::array<double, 5> values{};
                std::ranges::generate(values, [&] { return around(chance); });
                const auto change = meanChange(values);
                held += change->low <= -1.5 && change->high >= -1.5 ? 1 : 0;
            }
            CHECK(held > 1870); // 1900 expected, 3 standard errors
            CHECK(held < 1930);
        }
    }
}

SCENARIO("what helps a patient is told by technique and muscle, from three values on") {
    test::OpenClinic clinic;
    GIVEN("four visits with one technique at one point") {
        const auto helps = whatHelps(*clinic, fourVisits());
        REQUIRE(helps.rows.size() == 1);
        const auto& help = helps.rows.front();
        THEN("the mean at once is of four, that at the next session of three") {
            CHECK(help.title == "Pressure release, quadratus lumborum");
            CHECK(help.uses == 4);
            REQUIRE(help.atOnce);
            CHECK(help.atOnce->count == 4);
            CHECK(help.atOnce->mean == Approx(-2));
            REQUIRE(help.atNextVisit);
            CHECK(help.atNextVisit->count == 3);
            CHECK(help.atNextVisit->mean == Approx(-2.0 / 3));
        }
        THEN("the sentence holds the intervals") {
            CHECK(help.sentence == "4 uses; −2.0 at once (95 % interval −3.3 to −0.7, n = 4); −0.7 "
                                   "at the next session (95 % interval −2.1 to +0.8, n = 3)");
        }
        THEN("it is called observation") {
            CHECK_THAT(helps.warning, ContainsSubstring("observation, not proof"));
        }
    }
    GIVEN("two visits only") {
        auto sessions = fourVisits();
        sessions.erase(sessions.begin() + 2, sessions.end());
        const auto helps = whatHelps(*clinic, sessions);
        CHECK(helps.rows.empty());
        CHECK(helps.tooFew == 1);
    }
    GIVEN("four uses, of which two were measured") {
        auto sessions = fourVisits();
        sessions[1].treatments.front().tendernessAfter.reset();
        sessions[2].treatments.front().tendernessAfter.reset();
        const auto helps = whatHelps(*clinic, sessions);
        REQUIRE(helps.rows.size() == 1);
        CHECK_FALSE(helps.rows.front().atOnce);
        CHECK(helps.rows.front().atNextVisit);
        CHECK_THAT(helps.rows.front().sentence, ContainsSubstring("too few measured at once"));
    }
    GIVEN("a session in which the point was not assessed") {
        auto sessions = fourVisits();
        sessions[1].findings.front().tenderness.reset();
        const auto helps = whatHelps(*clinic, sessions);
        REQUIRE(helps.rows.size() == 1);
        THEN("neither the visit before it nor the visit itself has a value at the next session") {
            CHECK_FALSE(helps.rows.front().atNextVisit); // one is left of three
            CHECK(helps.rows.front().atOnce->count == 3);
        }
    }
    GIVEN("two cases whose visits alternate") {
        auto sessions = fourVisits();
        for (const std::size_t i : {1U, 3U}) {
            sessions[i].caseId = test::idOf<CaseId>(250);
        }
        const auto helps = whatHelps(*clinic, sessions);
        REQUIRE(helps.rows.size() == 1);
        THEN("the next session is that of the same case") {
            CHECK_FALSE(helps.rows.front().atNextVisit); // two values: one a case
        }
    }
    GIVEN("a point treated by two techniques each time") {
        auto sessions = fourVisits();
        for (auto& session : sessions) {
            auto other = session.treatments.front();
            other.technique = test::key<TechniqueKey>("static_stretch");
            session.treatments.push_back(other);
        }
        THEN("it counts for each, and the warning says so") {
            const auto helps = whatHelps(*clinic, sessions);
            REQUIRE(helps.rows.size() == 2);
            CHECK(helps.rows[0].uses == 4);
            CHECK(helps.rows[1].uses == 4);
            CHECK_THAT(helps.warning, ContainsSubstring("counts for each of them"));
        }
    }
    GIVEN("a muscle treated as such, and a region") {
        auto sessions = fourVisits();
        for (auto& session : sessions) {
            session.treatments.front().target =
                MuscleTarget{test::key<MuscleKey>("piriformis"), Side::Left};
            session.treatments.push_back(test::aRegionTreatment());
        }
        const auto helps = whatHelps(*clinic, sessions);
        CHECK(helps.rows.empty());
        CHECK(helps.tooFew == 1); // used four times, never measured; the region has no muscle
    }
}

SCENARIO("the picture of what helps shows the rows") {
    test::OpenClinic clinic;
    const auto helps = whatHelps(*clinic, fourVisits());
    const auto picture = helpPicture(helps, 110, 40, drawing::Ground::Light);
    CHECK_FALSE(picture.title.empty());
    CHECK(picture.shapes.size() > 10);
    CHECK(helpPicture({}, 110, 40, drawing::Ground::Dark).width == 110);
}

} // namespace palpate::app
