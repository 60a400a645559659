// SPDX-License-Identifier: MIT
// What is said of scores over time: approved as text, case by case.
#include "app/MeasureTrends.h"

#include "app/OpenClinic.h"
#include "app/TimeText.h"
#include "reference/Reference.h"
#include "support/Approval.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <chrono>
#include <string>
#include <vector>

namespace palpate::app {
namespace {

struct Told {
    const char* measure;
    BodyArea area;
    std::vector<double> scores; ///< a week apart
};

[[nodiscard]] MeasureTrend trendOf(const Told& told) {
    const auto& reference = test::shippedKnowledge().reference();
    const auto* measure =
        reference.outcomeMeasures().find(test::key<reference::MeasureKey>(told.measure));
    REQUIRE(measure != nullptr);
    std::vector<ScoredDay> days;
    auto at = test::kNow;
    for (const double score : told.scores) {
        days.push_back(
            {.at = at, .score = score, .day = dayText(localDay(at, "Europe/London")), .text = {}});
        at += std::chrono::weeks{1};
    }
    return measureTrend(reference, told.area, *measure, std::move(days));
}

} // namespace

TEST_CASE("each change is told with the figure that matters, and as no more than that") {
    const std::vector<Told> cases{
        {"nprs", BodyArea::LowBack, {7, 5, 3}}, {"nprs", BodyArea::LowBack, {7, 5}},
        {"nprs", BodyArea::LowBack, {3, 2}},    {"nprs", BodyArea::LowBack, {8, 6}},
        {"nprs", BodyArea::LowBack, {4, 4}},    {"nprs", BodyArea::LowBack, {3, 6}},
        {"nprs", BodyArea::LowBack, {5}},       {"nprs", BodyArea::Neck, {7, 4}},
        {"nprs", BodyArea::Neck, {8, 2}},       {"nprs", BodyArea::Knee, {6, 3}},
        {"peg", BodyArea::LowBack, {7.3, 6.1}}, {"peg", BodyArea::Any, {6, 5.6}},
        {"psfs", BodyArea::LowBack, {3.3, 6}},  {"psfs", BodyArea::Shoulder, {4, 5}},
        {"psfs", BodyArea::Shoulder, {4, 6.1}}, {"groc15", BodyArea::LowBack, {4}},
        {"groc15", BodyArea::Neck, {2, -1}},    {"groc11", BodyArea::Knee, {3, 4}},
        {"groc11", BodyArea::LowBack, {1, 3}},  {"pgic", BodyArea::LowBack, {2}},
        {"pgic", BodyArea::LowBack, {3, 4}},    {"odi", BodyArea::LowBack, {40, 26}},
        {"odi", BodyArea::LowBack, {40, 30}},   {"odi", BodyArea::LowBack, {0, 12}},
        {"odi", BodyArea::Neck, {40, 20}},      {"rmdq", BodyArea::LowBack, {12, 7}},
        {"qbpds", BodyArea::LowBack, {55, 35}}, {"ndi", BodyArea::Neck, {22, 18}},
        {"ppt", BodyArea::Neck, {2, 2.5}},      {"ppt", BodyArea::Neck, {2, 3}},
        {"stress_nrs", BodyArea::Any, {7, 3}}};
    std::string text;
    for (const auto& told : cases) {
        const auto trend = trendOf(told);
        text += trend.name + ", " + std::string{name(told.area)} + ", " + trend.direction + "\n";
        for (const auto& day : trend.days) {
            text += "  " + day.day + ": " + day.text + "\n";
        }
        text += "  says: " + (trend.sentence.empty() ? "nothing" : trend.sentence) + "\n";
        text += "  sources: " + (trend.sources.empty() ? "none" : trend.sources) + "\n\n";
    }
    test::checkApproved("app/measure-trends.txt", text);
}

TEST_CASE("a change that may be chance is never called one that matters") {
    for (const auto area : {BodyArea::Neck, BodyArea::Any}) {
        const auto* measure = area == BodyArea::Neck ? "nprs" : "psfs";
        for (double change = 0.1; change < (area == BodyArea::Neck ? 4.0 : 2.0); change += 0.1) {
            const auto trend = trendOf({measure, area, {5, 5 - change}});
            CAPTURE(measure, change, trend.sentence);
            CHECK(trend.sentence.find("within error") != std::string::npos);
            CHECK(trend.sentence.find("that matter") == std::string::npos);
        }
    }
}

TEST_CASE("sources that nobody opened are told so") {
    CHECK(trendOf({"nprs", BodyArea::LowBack, {7, 4}}).sentence.find("source not yet checked") !=
          std::string::npos);
    CHECK(trendOf({"nprs", BodyArea::Neck, {8, 2}}).sentence.find("source not yet checked") ==
          std::string::npos);
}

TEST_CASE("the picture shows where the change begins to matter") {
    const auto trend = trendOf({"nprs", BodyArea::LowBack, {7, 5, 3}});
    REQUIRE(trend.mattersFrom);
    CHECK(*trend.mattersFrom == 5);
    const auto picture = trendPicture(trend, 90, 45, drawing::Ground::Light);
    CHECK(picture.title == trend.name);
    CHECK_FALSE(picture.shapes.empty());
    CHECK_FALSE(trendOf({"stress_nrs", BodyArea::Any, {7, 3}}).mattersFrom);
    CHECK(trendOf({"psfs", BodyArea::Any, {4, 5}}).mattersFrom > 6);
}

} // namespace palpate::app
