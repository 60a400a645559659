// SPDX-License-Identifier: MIT
#include "domain/Body.h"

#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

using namespace palpate;

TEST_CASE("every view and side has a word, and the word finds it again") {
    const auto view = GENERATE(from_range(kViews));
    CHECK(parseView(name(view)) == view);
    const auto side = GENERATE(Side::Left, Side::Right, Side::Middle);
    CHECK(parseSide(name(side)) == side);
}

TEST_CASE("the words are those of the command line") {
    CHECK(name(View::Anterior) == "anterior");
    CHECK(name(View::Plantar) == "plantar");
    CHECK(name(Side::Right) == "R");
    CHECK_FALSE(parseView("back"));
    CHECK_FALSE(parseView("Anterior"));
    CHECK_FALSE(parseView(""));
    CHECK_FALSE(parseSide("r"));
}

TEST_CASE("in the mirror left is right and the middle stays") {
    CHECK(mirrored(Side::Left) == Side::Right);
    CHECK(mirrored(Side::Right) == Side::Left);
    CHECK(mirrored(Side::Middle) == Side::Middle);
}
