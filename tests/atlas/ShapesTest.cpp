// SPDX-License-Identifier: MIT
#include "atlas/Shapes.h"

#include "atlas/Areas.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>
#include <limits>
#include <numbers>

using namespace palpate;
using namespace palpate::atlas;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

using Polygons = std::vector<Polygon>;

[[nodiscard]] Ring square(double left, double top, double edge) {
    return {{left, top}, {left + edge, top}, {left + edge, top + edge}, {left, top + edge}};
}
[[nodiscard]] double mm2(const Polygons& polygons) {
    return unionArea(polygons).value * 100;
}
[[nodiscard]] std::size_t placesOf(const Polygons& polygons) {
    std::size_t count = 0;
    for (const Polygon& polygon : polygons) {
        for (const Ring& ring : polygon) {
            count += ring.size();
        }
    }
    return count;
}
[[nodiscard]] bool isWholeTenths(const Polygons& polygons) {
    const auto whole = [](double value) {
        return std::abs(value * 10 - std::round(value * 10)) < 1e-9;
    };
    for (const Polygon& polygon : polygons) {
        for (const Ring& ring : polygon) {
            for (const Place place : ring) {
                if (!whole(place.x) || !whole(place.y)) {
                    return false;
                }
            }
        }
    }
    return true;
}
/// A circle with a hand's tremor: many places, half a millimetre off at most.
[[nodiscard]] Ring tremblingCircle(Place middle, double radius, int places) {
    Ring ring;
    for (int i = 0; i < places; ++i) {
        const double angle = 2 * std::numbers::pi * i / places;
        const double r = radius + 0.4 * std::sin(17.0 * i);
        ring.push_back({middle.x + r * std::cos(angle), middle.y + r * std::sin(angle)});
    }
    return ring;
}

} // namespace

SCENARIO("shapes are united, cut and compared", "[atlas]") {
    const Polygons one{{square(0, 0, 100)}};
    const Polygons other{{square(50, 0, 100)}};
    CHECK_THAT(mm2(united(one, other)), WithinAbs(15000, 1e-6));
    CHECK(united(one, other).size() == 1);
    CHECK_THAT(mm2(common(one, other)), WithinAbs(5000, 1e-6));
    CHECK_THAT(mm2(without(one, other)), WithinAbs(5000, 1e-6));
    CHECK_THAT(overlap(one, other), WithinAbs(1.0 / 3, 1e-9));
    CHECK(overlap(one, one) == 1);
    CHECK(overlap(one, {}) == 0);
    CHECK(overlap({}, {}) == 0);
    CHECK(common(one, Polygons{{square(300, 0, 10)}}).empty());
    CHECK(without(one, one).empty());
    CHECK(united({}, {}).empty());
}

SCENARIO("what is erased from the middle leaves a hole, and an island in it is a shape of its own",
         "[atlas]") {
    const auto ring = without(Polygons{{square(0, 0, 100)}}, Polygons{{square(20, 20, 60)}});
    REQUIRE(ring.size() == 1);
    CHECK(ring.front().size() == 2);
    CHECK_THAT(mm2(ring), WithinAbs(6400, 1e-6));
    const auto withIsland = united(ring, Polygons{{square(40, 40, 20)}});
    CHECK(withIsland.size() == 2);
    CHECK_THAT(mm2(withIsland), WithinAbs(6800, 1e-6));
    CHECK_THAT(mm2(without(withIsland, Polygons{{square(-10, -10, 60)}})),
               WithinAbs(6800 - 2500 + 900 - 100, 1e-6));
}

SCENARIO("several overlapping shapes on one side of an operation count once", "[atlas]") {
    const Polygons two{{square(0, 0, 100)}, {square(50, 0, 100)}};
    CHECK_THAT(mm2(common(two, Polygons{{square(0, 0, 200)}})), WithinAbs(15000, 1e-6));
    CHECK_THAT(mm2(without(Polygons{{square(0, 0, 200)}}, two)), WithinAbs(25000, 1e-6));
}

SCENARIO("coordinates come back as whole tenths of a millimetre", "[atlas]") {
    const Polygons crooked{{{{0.123, 0}, {77.77, 3.333}, {40.04, 99.99}}}};
    CHECK(isWholeTenths(united(crooked, {})));
    CHECK(isWholeTenths(common(crooked, Polygons{{square(10.01, 10.01, 50)}})));
    CHECK(isWholeTenths(brushed(std::vector<Place>{{1.23, 4.56}, {50.1, 33.33}}, {7.7})));
    CHECK(isWholeTenths(enclosed(tremblingCircle({100, 100}, 30, 300))));
}

SCENARIO("a brush covers a disc where it is set down and a band where it goes", "[atlas]") {
    const double r = 12;
    const double disc = std::numbers::pi * r * r;
    CHECK_THAT(mm2(brushed(std::vector<Place>{{50, 50}}, {r})), WithinRel(disc, 0.01));
    CHECK_THAT(mm2(brushed(std::vector<Place>{{50, 50}, {50, 50}}, {r})), WithinRel(disc, 0.01));
    const std::vector<Place> line{{50, 50}, {150, 50}};
    CHECK_THAT(mm2(brushed(line, {r})), WithinRel(disc + 100 * 2 * r, 0.01));
    AND_THEN("a stroke that crosses itself is filled where it crosses") {
        const std::vector<Place> cross{{0, 50}, {100, 50}, {100, 0}, {50, 0}, {50, 100}};
        const auto stroke = brushed(cross, {10});
        CHECK_THAT(mm2(common(stroke, brushed(std::vector<Place>{{50, 50}}, {8}))),
                   WithinRel(std::numbers::pi * 64, 0.02));
    }
    AND_THEN("drawn piece by piece it is the same stroke") {
        const std::vector<Place> path{{0, 0}, {30, 10}, {60, 5}, {80, 40}, {40, 60}, {10, 20}};
        Polygons grown;
        for (std::size_t i = 0; i + 1 < path.size(); ++i) {
            grown = united(grown, brushed(std::span{path}.subspan(i, 2), {9}));
        }
        CHECK(overlap(grown, brushed(path, {9})) > 0.99);
    }
    CHECK(brushed({}, {5}).empty());
    CHECK(brushed(line, {0}).empty());
    CHECK(brushed(line, {-1}).empty());
}

SCENARIO("a ring drawn by hand becomes simple, its loops filled", "[atlas]") {
    CHECK_THAT(mm2(enclosed(square(0, 0, 100))), WithinAbs(10000, 1e-6));
    GIVEN("a hand that went on past its beginning") {
        Ring twice = square(0, 0, 100);
        const Ring more = square(0, 0, 60);
        twice.insert(twice.end(), more.begin(), more.end());
        CHECK_THAT(mm2(enclosed(twice)), WithinAbs(10000, 1e-6));
        CHECK(enclosed(twice).front().size() == 1);
    }
    GIVEN("a figure of eight") {
        const Ring eight{{0, 0}, {100, 100}, {100, 0}, {0, 100}};
        CHECK_THAT(mm2(enclosed(eight)), WithinAbs(5000, 1));
    }
    CHECK(enclosed(Ring{{0, 0}, {100, 100}}).empty());
    CHECK(enclosed(Ring{{0, 0}, {50, 50}, {100, 100}}).empty());
}

SCENARIO("a simplified drawing keeps its outline within the tolerance and loses its crumbs",
         "[atlas]") {
    const Polygons circle{{tremblingCircle({200, 200}, 60, 900)}};
    const auto simple = simplified(circle, {1});
    CHECK(placesOf(simple) < 60);
    CHECK(overlap(circle, simple) > 0.97);
    // Nothing of it lies farther outside than the tolerance, and the tenth of rounding.
    const auto wider = united(circle, brushed(circle.front().front(), {1.2}));
    CHECK(mm2(without(simple, wider)) < 1);

    const Polygons withCrumbs{{square(0, 0, 100), square(50, 50, 1)}, {square(150, 0, 1)}};
    const auto clean = simplified(withCrumbs, {1});
    REQUIRE(clean.size() == 1);
    CHECK(clean.front().size() == 1);
    CHECK_THAT(mm2(clean), WithinAbs(10000, 1e-6));
    CHECK(simplified({}, {1}).empty());
    CHECK_THAT(mm2(simplified(withCrumbs, {0})), WithinAbs(10000, 1e-6)); // 1 mm2 out, 1 mm2 in
}

SCENARIO("the centre is that of the area", "[atlas]") {
    CHECK(centreOf(Polygons{{square(100, 200, 50)}}) == Place{125, 225});
    // A square of 100 with one of 50 by 100 beside it: (50 x 10000 + 125 x 5000) / 15000.
    const Polygons two{{square(0, 0, 100)}, {{{100, 0}, {150, 0}, {150, 100}, {100, 100}}}};
    CHECK(centreOf(two) == Place{75, 50});
    const Polygons ring{{square(0, 0, 100), square(25, 25, 50)}};
    CHECK(centreOf(ring) == Place{50, 50});
    CHECK_FALSE(centreOf({}).has_value());
    CHECK_FALSE(centreOf(Polygons{{Ring{{0, 0}, {10, 0}, {20, 0}}}}).has_value());
}

SCENARIO("senseless shapes neither crash nor count", "[atlas]") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double far = std::numeric_limits<double>::infinity();
    const Polygons odd{{}, {Ring{}}, {{{1, 1}}}, {{{nan, 0}, {0, nan}, {far, 1}}}};
    CHECK(mm2(united(odd, odd)) == 0);
    CHECK(mm2(common(odd, Polygons{{square(0, 0, 10)}})) == 0);
    CHECK(mm2(simplified(odd, {1})) == 0);
    CHECK_FALSE(centreOf(odd).has_value());
    CHECK(brushed(std::vector<Place>{{nan, 1}, {far, 2}}, {5}).empty());
    CHECK_THAT(mm2(brushed(std::vector<Place>{{nan, 1}, {20, 20}}, {5})),
               WithinRel(std::numbers::pi * 25, 0.02));
    CHECK_NOTHROW(enclosed(Ring{{nan, nan}, {far, 0}, {0, -far}}));
}
