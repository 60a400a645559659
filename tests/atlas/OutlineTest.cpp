// SPDX-License-Identifier: MIT
#include "atlas/Outline.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>

using namespace palpate::atlas;
using Catch::Matchers::WithinAbs;

namespace {

[[nodiscard]] Ring square(double left, double top, double edge) {
    return {{left, top}, {left + edge, top}, {left + edge, top + edge}, {left, top + edge}};
}

} // namespace

SCENARIO("an outline is filled with the even-odd rule", "[atlas]") {
    GIVEN("a square with a hole and a second square beside it") {
        const Outline outline{{{square(0, 0, 10), square(4, 4, 2)}, {square(20, 0, 5)}}};
        THEN("the hole is outside, the rest and the second square are inside") {
            CHECK(outline.contains({1, 1}));
            CHECK_FALSE(outline.contains({5, 5}));
            CHECK(outline.contains({22, 2}));
            CHECK_FALSE(outline.contains({15, 2}));
            CHECK_FALSE(outline.contains({1, 11}));
        }
        THEN("its box holds both squares") {
            CHECK(outline.box() == Box{0, 0, 25, 10});
        }
    }
    GIVEN("no polygon at all") {
        const Outline nothing;
        THEN("no place is inside") {
            CHECK_FALSE(nothing.contains({0, 0}));
        }
    }
    GIVEN("a place that is no number") {
        const Outline outline{{{square(0, 0, 10)}}};
        THEN("it is outside") {
            CHECK_FALSE(outline.contains({std::nan(""), 5}));
        }
    }
}

SCENARIO("the distance to an outline is that to its nearest edge", "[atlas]") {
    const Outline outline{{{square(0, 0, 10), square(4, 4, 2)}}};
    CHECK(outline.distanceTo({1, 1}, {3}) == 0);
    CHECK_THAT(outline.distanceTo({12, 5}, {3}), WithinAbs(2, 1e-9));
    CHECK_THAT(outline.distanceTo({13, 14}, {6}), WithinAbs(5, 1e-9));
    CHECK_THAT(outline.distanceTo({5, 5}, {3}), WithinAbs(1, 1e-9)); // from inside the hole
    CHECK(std::isinf(outline.distanceTo({12, 5}, {1.5})));
}
