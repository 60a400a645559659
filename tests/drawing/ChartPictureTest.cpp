// SPDX-License-Identifier: MIT
#include "drawing/ChartPicture.h"

#include "drawing/Shapes.h"
#include "drawing/Svg.h"
#include "support/Approval.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <cmath>

using namespace palpate;
using namespace palpate::drawing;
using namespace palpate::test;
using Catch::Matchers::WithinAbs;

namespace {

[[nodiscard]] Date day(unsigned month, unsigned number, int year = 2026) {
    return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{number}};
}

[[nodiscard]] LineChart painAndFunction() {
    const std::array days{day(10, 12), day(10, 19), day(10, 26), day(11, 2),
                          day(11, 9),  day(11, 16), day(11, 23)};
    const std::array pain{7.0, 6.0, 6.0, 5.0, 4.0, 4.0, 3.0};
    const std::array function{3.2, 3.6, 4.4, 5.2, 5.9, 6.6, 7.4};
    LineChart chart;
    chart.title = "Pain and function";
    chart.series = {{"pain now, 0\xE2\x80\x93"
                     "10",
                     inks(Ground::Light).active,
                     {}},
                    {"function (PSFS), 0\xE2\x80\x93"
                     "10",
                     inks(Ground::Light).latent,
                     {}}};
    for (std::size_t i = 0; i < days.size(); ++i) {
        chart.series[0].points.push_back({days[i], pain[i]});
        chart.series[1].points.push_back({days[i], function[i]});
    }
    return chart;
}

/// The dots of the values, in order.
[[nodiscard]] std::vector<Point> dotsOf(const Picture& picture) {
    std::vector<Point> dots;
    for (const auto* circle : all<CircleShape>(picture)) {
        dots.push_back(circle->centre);
    }
    return dots;
}

} // namespace

TEST_CASE("the words at the end of a line make way for another line", "[drawing]") {
    auto chart = painAndFunction();
    auto& function = chart.series[1].points;
    function.resize(4); // told last halfway, rising, just below the line of pain
    function.back().value = 4.6;
    const auto picture = lineChart(chart, {});
    const auto dots = dotsOf(picture);
    const auto words = all<TextShape>(picture);
    const auto label = std::ranges::find_if(
        words, [](const TextShape* each) { return each->text.starts_with("function"); });
    REQUIRE(label != words.end());
    const auto end = dots.at(chart.series[0].points.size() + 3);
    CHECK((*label)->at.y > end.y); // below, though it rises
    // Nor does their own line run through them: it comes from above where they begin.
    const auto start = dots.at(chart.series[0].points.size());
    CHECK((*label)->at.y - (*label)->size * 0.7 > start.y);
}

SCENARIO("pain and function over seven weeks look as approved", "[drawing]") {
    checkApproved("drawing/chart.svg", svg(lineChart(painAndFunction(), {})));
    ChartStyle dark;
    dark.ground = Ground::Dark;
    LineChart chart = painAndFunction();
    chart.series[0].colour = inks(Ground::Dark).active;
    chart.series[1].colour = inks(Ground::Dark).latent;
    checkApproved("drawing/chart-dark.svg", svg(lineChart(chart, dark)));
}

SCENARIO("days stand at their true distance", "[drawing]") {
    LineChart chart;
    chart.series = {{"", rgb(0), {{day(1, 1), 5}, {day(1, 2), 5}, {day(1, 11), 5}}}};
    const auto dots = dotsOf(lineChart(chart, {}));
    REQUIRE(dots.size() == 3);
    CHECK_THAT((dots[2].x - dots[0].x) / (dots[1].x - dots[0].x), WithinAbs(10, 1e-6));
}

SCENARIO("a missing value breaks the line", "[drawing]") {
    LineChart chart = painAndFunction();
    chart.series.pop_back();
    chart.series[0].points[2].value.reset();
    chart.series[0].points[4].value.reset();
    const Picture picture = lineChart(chart, {});
    THEN("the line joins only neighbours, and each value there is a dot") {
        CHECK(dotsOf(picture).size() == 5);
        const auto paths = all<PathShape>(picture);
        REQUIRE(paths.size() == 2); // grid and line
        REQUIRE(paths[1]->path->contours.size() == 2);
        CHECK(paths[1]->path->contours[0].points.size() == 2);
        CHECK(paths[1]->path->contours[1].points.size() == 2);
    }
    THEN("it looks as approved") {
        checkApproved("drawing/chart-gaps.svg", svg(picture));
    }
}

SCENARIO("a single value is still drawn, and none at all leaves an empty chart", "[drawing]") {
    LineChart chart;
    chart.series = {{"pain now", rgb(0xC2410C), {{day(10, 12), 7}}}};
    const Picture one = lineChart(chart, {});
    CHECK(dotsOf(one).size() == 1);
    CHECK(all<PathShape>(one).size() == 1); // the grid alone
    checkApproved("drawing/chart-single.svg", svg(one));

    chart.series.clear();
    CHECK(dotsOf(lineChart(chart, {})).empty());
    chart.series = {{"nothing", rgb(0), {}}};
    CHECK(dotsOf(lineChart(chart, {})).empty());
}

SCENARIO("days are named once, months only when they change", "[drawing]") {
    GIVEN("the seven weekly sessions") {
        const auto words = wordsOf(lineChart(painAndFunction(), {}));
        THEN("they read as on the page") {
            for (const char* word : {"12 Oct", "19", "26", "2 Nov", "9", "16", "23"}) {
                CHECK(std::count(words.begin(), words.end(), word) == 1);
            }
        }
    }
    GIVEN("a session on each of two hundred days over a new year") {
        LineChart chart;
        chart.series = {{"", rgb(0), {}}};
        for (int i = 0; i < 200; ++i) {
            const auto on = std::chrono::sys_days{day(9, 1)} + std::chrono::days{i};
            chart.series[0].points.push_back({Date{on}, i % 10});
        }
        const Picture picture = lineChart(chart, {});
        THEN("the words do not run into each other, and the last day is there") {
            const TextShape* before = nullptr;
            int named = 0;
            for (const auto* text : all<TextShape>(picture)) {
                if (text->align != Align::Middle) {
                    continue;
                }
                ++named;
                if (before != nullptr) {
                    const double room = (estimatedWidth(before->text, before->size) +
                                         estimatedWidth(text->text, text->size)) /
                                        2;
                    CHECK(text->at.x - before->at.x > room);
                }
                before = text;
            }
            CHECK(named > 3);
            REQUIRE(before != nullptr);
            CHECK(before->text.find("19") == 0); // 1 September and 199 days: 19 March
        }
    }
    GIVEN("words of the caller's own language") {
        LineChart chart = painAndFunction();
        chart.dayText = [](Date on, std::optional<Date>) {
            return std::to_string(static_cast<unsigned>(on.day())) + ".";
        };
        THEN("these are used") {
            const auto words = wordsOf(lineChart(chart, {}));
            CHECK(std::count(words.begin(), words.end(), "12.") == 1);
        }
    }
}

SCENARIO("a value off the scale widens it instead of lying", "[drawing]") {
    LineChart chart;
    chart.series = {{"", rgb(0), {{day(1, 1), 3}, {day(1, 8), 13}}}};
    const Picture picture = lineChart(chart, {});
    const auto words = wordsOf(picture);
    CHECK(std::count(words.begin(), words.end(), "14") == 1);
    for (const Point dot : dotsOf(picture)) {
        CHECK((dot.y >= 0 && dot.y <= ChartStyle{}.height));
    }
    chart.series[0].points.push_back({day(1, 9), std::nan("")});
    CHECK(dotsOf(lineChart(chart, {})).size() == 2);
    chart.series[0].points.push_back({day(1, 10), 1e6});
    CHECK(wordsOf(lineChart(chart, {})).size() < 80);
    chart.step = 0;
    CHECK(dotsOf(lineChart(chart, {})).size() == 3);
}

SCENARIO("text is measured letter by letter, not byte by byte", "[drawing]") {
    CHECK_THAT(estimatedWidth("L3", 10), WithinAbs(5.6 + 6.4, 0.01));
    CHECK(estimatedWidth("mmm", 3) > 2 * estimatedWidth("iii", 3));
    CHECK(estimatedWidth("abc", 3, Weight::Bold) > estimatedWidth("abc", 3));
    CHECK_THAT(estimatedWidth("\xC3\xA1", 10), WithinAbs(7, 0.01)); // one letter of two bytes
    CHECK(estimatedWidth("", 3) == 0);
}

SCENARIO("a sparkline keeps its gaps and marks its last value", "[drawing]") {
    const std::vector<std::optional<double>> values{7, 7, 6, {}, 6, 5, {}, 4, {}, 3, 3};
    const Picture picture = sparkline(values, {});
    THEN("each run is a line, a lone value a dot") {
        const auto lines = all<PathShape>(picture);
        REQUIRE(lines.size() == 1);
        CHECK(lines.front()->path->contours.size() == 3);
        CHECK(dotsOf(picture).size() == 2);
        CHECK(dotsOf(picture).back() == lines.front()->path->contours.back().points.back());
    }
    THEN("less lies lower") {
        const auto& first = all<PathShape>(picture).front()->path->contours.front().points;
        CHECK(first.front().y < first.back().y);
    }
    THEN("it looks as approved") {
        checkApproved("drawing/sparkline.svg", svg(picture));
    }
    THEN("nothing and one value are drawn too") {
        CHECK(sparkline({}, {}).shapes.empty());
        CHECK_FALSE(sparkline(std::vector<std::optional<double>>{4}, {}).shapes.empty());
        CHECK(sparkline(std::vector<std::optional<double>>{{}, {}}, {}).shapes.empty());
    }
}
