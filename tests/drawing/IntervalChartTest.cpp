// SPDX-License-Identifier: MIT
#include "drawing/IntervalChart.h"

#include "drawing/Shapes.h"
#include "drawing/Svg.h"
#include "support/Approval.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <memory>
#include <string>

using namespace palpate;
using namespace palpate::drawing;
using namespace palpate::test;

namespace {

[[nodiscard]] IntervalChart aChart() {
    IntervalChart chart;
    chart.title = "What helps";
    chart.firstLabel = "at once";
    chart.secondLabel = "at the next session";
    chart.below = "less tender";
    chart.above = "more tender";
    chart.rows = {{"Pressure release, quadratus lumborum", Interval{-3, -2.6, -2.2},
                   Interval{-1.4, -0.6, 0.2}},
                  {"Post-isometric relaxation, piriformis", Interval{-2.1, -1.4, -0.7}, {}},
                  {"Dry needling, gluteus medius", {}, Interval{-0.8, 0.5, 1.8}}};
    chart.moreText = [](std::size_t more) { return std::to_string(more) + " more in the table"; };
    return chart;
}

[[nodiscard]] std::string grounded(Ground ground) {
    IntervalStyle style;
    style.ground = ground;
    style.height = intervalChartHeight(3, style);
    auto picture = intervalChart(aChart(), style);
    auto behind = std::make_shared<Path>();
    behind->contours.push_back(
        {{{0, 0}, {style.width, 0}, {style.width, style.height}, {0, style.height}}, true});
    picture.shapes.insert(picture.shapes.begin(),
                          Shape{PathShape{behind, inks(ground).ground, {}}});
    return svg(picture);
}

[[nodiscard]] bool says(const Picture& picture, const std::string& words) {
    return std::ranges::any_of(all<TextShape>(picture),
                               [&](const auto* text) { return text->text == words; });
}

} // namespace

SCENARIO("a chart of intervals shows how sure a mean is", "[drawing]") {
    IntervalStyle style;
    style.height = intervalChartHeight(3, style);
    const auto picture = intervalChart(aChart(), style);
    THEN("its axis holds every interval, and zero") {
        CHECK(says(picture, "−3"));
        CHECK(says(picture, "0"));
        CHECK(says(picture, "+2"));
        CHECK_FALSE(says(picture, "−4"));
    }
    THEN("an interval is as long as it is wide") {
        // 5 steps of the axis over 104 mm; the first row's interval is 0.8 wide.
        const auto lines = all<PathShape>(picture);
        CHECK(std::ranges::any_of(lines, [](const auto* line) {
            const auto& points = line->path->contours.front().points;
            return points.size() == 2 && points[0].y == points[1].y &&
                   points[1].x - points[0].x == Catch::Approx(0.8 * 104 / 5);
        }));
    }
    THEN("all is within the picture") {
        for (const auto* text : all<TextShape>(picture)) {
            CHECK(text->at.y <= picture.height);
            CHECK(text->at.x >= 0);
        }
    }
}

SCENARIO("rows that have no room are counted", "[drawing]") {
    IntervalStyle style;
    style.height = intervalChartHeight(2, style);
    const auto picture = intervalChart(aChart(), style);
    CHECK(says(picture, "2 more in the table"));
    CHECK_FALSE(says(picture, "Dry needling, gluteus medius"));
    CHECK(intervalChart({}, style).shapes.size() < 20); // nothing to show is no trouble
}

SCENARIO("charts of intervals look as approved on every ground", "[drawing]") {
    checkApproved("drawing/intervals.svg", grounded(Ground::Light));
    checkApproved("drawing/intervals-dark.svg", grounded(Ground::Dark));
    checkApproved("drawing/intervals-high-contrast.svg", grounded(Ground::HighContrast));
}
