// SPDX-License-Identifier: MIT
#include "domain/Scores.h"

#include "support/Printing.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <type_traits>

using namespace palpate;

TEST_CASE("a score is a whole number from 0 to 10, or it is none") {
    for (int value = 0; value <= 10; ++value) {
        REQUIRE(PainScore::from(value));
        CHECK(PainScore::from(value)->value() == value);
    }
    CHECK_FALSE(PainScore::from(-1));
    CHECK_FALSE(PainScore::from(11));
    CHECK_FALSE(Tenderness::from(2147483647));
    CHECK(*PainScore::from(3) < *PainScore::from(4));
}

TEST_CASE("the patient's pain is not the point's tenderness") {
    STATIC_REQUIRE_FALSE(std::is_convertible_v<PainScore, Tenderness>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<PainScore, Tenderness>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<PainScore, int>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<Pressure, double>);
}

TEST_CASE("one kilogram-force on a square centimetre is 98.0665 kPa") {
    CHECK(Pressure::kgfPerCm2(1).inKilopascals() == Catch::Approx(98.0665));
    CHECK(Pressure::kilopascals(196.133).inKgfPerCm2() == Catch::Approx(2));
    CHECK(Pressure::kilopascals(100) > Pressure::kgfPerCm2(1));
}

TEST_CASE("a failure shows values as people write them") {
    CHECK(Catch::Detail::stringify(*PainScore::from(6)) == "6/10");
    CHECK(Catch::Detail::stringify(PainScore::from(11)) == "empty");
    CHECK(Catch::Detail::stringify(Pressure::kilopascals(220)) == "220 kPa");
}
