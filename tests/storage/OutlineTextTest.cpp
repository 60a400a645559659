// SPDX-License-Identifier: MIT
// Outlines as text: what a stranger reads, what is refused, and that nothing is lost.
#include "storage/OutlineText.h"

#include "domain/Error.h"
#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <limits>
#include <random>

namespace palpate::test {

using namespace storage;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

TEST_CASE("an outline is written in tenths of a millimetre", "[storage]") {
    const std::vector<Polygon> shape{
        {{{400, 680.5}, {450.2, 680.5}, {450.2, 730.1}}, {{1, 1}, {2, 1}, {1, 2}}},
        {{{-0.1, 0}, {12.3, -0.0}, {7.5, 99.9}}}};
    CHECK(shapeText(shape) == "4000,6805 4502,6805 4502,7301;10,10 20,10 10,20\n"
                              "-1,0 123,0 75,999");
    CHECK(parseShape(shapeText(shape)) == shape);
    CHECK(arrowsText({}).empty());
    CHECK(parseArrows("") == std::vector<Polyline>{});
    CHECK(arrowsText({{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}}) == "10,20 30,40\n50,60 70,80");
}

TEST_CASE("every tenth of a millimetre on the map comes back bit by bit", "[storage]") {
    std::mt19937 chance{11};
    for (int round = 0; round < 200; ++round) {
        std::vector<Polygon> shape(1 + chance() % 3);
        for (auto& polygon : shape) {
            polygon.resize(1 + chance() % 3);
            for (auto& ring : polygon) {
                for (auto left = 3 + chance() % 40; left > 0; --left) {
                    const auto tenths = [&] {
                        return static_cast<int>(chance() % 200'001) - 100'000;
                    };
                    ring.push_back({tenths() / 10.0, tenths() / 10.0});
                }
            }
        }
        REQUIRE_NOTHROW(requireStorable([&] {
            auto area = aPainArea();
            area.shape = shape;
            return area;
        }()));
        REQUIRE(parseShape(shapeText(shape)) == shape);
    }
}

TEST_CASE("an area that can't be kept is refused in one sentence", "[storage]") {
    auto area = aPainArea();
    std::string says;
    SECTION("no shape") {
        area.shape = GENERATE(std::vector<Polygon>{}, std::vector<Polygon>{{}},
                              std::vector<Polygon>{{{{1, 1}, {2, 1}, {1, 2}}}, {}});
        says = "needs a shape";
    }
    SECTION("a ring of two places") {
        area.shape[0].push_back({{1, 1}, {2, 2}});
        says = "fewer than three places";
    }
    SECTION("an arrow of one place") {
        area.arrows = {{{1, 1}}};
        says = "arrow of fewer than two";
    }
    SECTION("a place that is no number, or far away") {
        area.shape[0][0][2].x = GENERATE(std::numeric_limits<double>::quiet_NaN(),
                                         std::numeric_limits<double>::infinity(), 10'000.1, -1e300);
        says = "not on the map";
    }
    SECTION("an arrow to nowhere") {
        area.arrows = {{{1, 1}, {1, -std::numeric_limits<double>::infinity()}}};
        says = "not on the map";
    }
    SECTION("hundredths of a millimetre") {
        area.shape[0][0][0].y = GENERATE(680.55, 680.5000001, 0.1 + 0.2);
        says = "whole tenths";
    }
    SECTION("an arm in a view without one") {
        area.onArm = true;
        says = "Only the side views";
    }
    SECTION("a huge count") {
        area.shape[0][0].resize(100'001);
        says = "100001 places";
    }
    CHECK_THROWS_MATCHES(requireStorable(area), EditRefused,
                         MessageMatches(ContainsSubstring(says)));
}

TEST_CASE("a stored outline is read only as it was written", "[storage]") {
    const auto* text =
        GENERATE("", " ", "1,1", "1,1 2,2", "1,1 2,2 3,3 ", " 1,1 2,2 3,3", "1,1  2,2 3,3",
                 "1,1 2,2 3", "1,1 2,2 3,", "1,1 2,2 3,x", "1.0,1 2,2 3,3", "01,1 2,2 3,3",
                 "-0,1 2,2 3,3", "+1,1 2,2 3,3", "1,1 2,2 3,3;", ";1,1 2,2 3,3", "1,1 2,2 3,3;1,1",
                 "1,1 2,2 3,3\n", "\n1,1 2,2 3,3", "1,1 2,2 100001,3",
                 "1,1 2,2 99999999999999999999,3", "1,1 2,2 nan,3", "1;1 2,2 3,3");
    CAPTURE(text);
    CHECK_FALSE(parseShape(text).has_value());
}

} // namespace palpate::test
