// SPDX-License-Identifier: MIT
#include "domain/Calendar.h"

#include "domain/Clock.h"
#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace palpate;
using palpate::test::kNow;
using palpate::test::kToday;

namespace {

[[nodiscard]] Date day(int y, unsigned m, unsigned d) {
    return Date{std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{d}};
}

} // namespace

TEST_CASE("a day is written as year-month-day and read back") {
    CHECK(isoDate(kToday) == "2026-11-23");
    CHECK(isoDate(day(987, 1, 2)) == "0987-01-02");
    const auto one = GENERATE(day(2026, 11, 23), day(2000, 2, 29), day(1899, 12, 31));
    CHECK(parseIsoDate(isoDate(one)) == one);
}

TEST_CASE("what is no day is not read as one") {
    const auto* text = GENERATE("", "2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00",
                                "2026-1-1", "26-01-01", "2026/01/01", "2026-01-01 ", " 2026-01-01",
                                "2026-01-1a", "-026-01-01", "+026-01-01", "today");
    CAPTURE(text);
    CHECK_FALSE(parseIsoDate(text));
}

TEST_CASE("a moment is written in UTC to the second and read back") {
    CHECK(isoInstant(kNow) == "2026-11-23T10:45:00Z");
    CHECK(parseIsoInstant("2026-11-23T10:45:00Z") == kNow);
    const Instant before1970{std::chrono::seconds{-1}};
    CHECK(isoInstant(before1970) == "1969-12-31T23:59:59Z");
    CHECK(parseIsoInstant("1969-12-31T23:59:59Z") == before1970);
}

TEST_CASE("what is no moment is not read as one") {
    const auto* text =
        GENERATE("", "2026-11-23", "2026-11-23T24:00:00Z", "2026-11-23T10:60:00Z",
                 "2026-11-23T10:45:60Z", "2026-11-23T10:45:00", "2026-11-23 10:45:00Z",
                 "2026-02-30T10:45:00Z", "2026-11-23T10:45:00+01:00", "2026-11-23t10:45:00z");
    CAPTURE(text);
    CHECK_FALSE(parseIsoInstant(text));
}

TEST_CASE("age counts birthdays") {
    const auto birth = day(1984, 3, 9);
    CHECK(ageOn(birth, birth) == 0);
    CHECK(ageOn(birth, day(1985, 3, 8)) == 0);
    CHECK(ageOn(birth, day(1985, 3, 9)) == 1);
    CHECK(ageOn(birth, kToday) == 42);
    CHECK_FALSE(ageOn(birth, day(1984, 3, 8)));
}

TEST_CASE("who was born on 29 February is a year older on 1 March") {
    CHECK(ageOn(day(2000, 2, 29), day(2001, 2, 28)) == 0);
    CHECK(ageOn(day(2000, 2, 29), day(2001, 3, 1)) == 1);
    CHECK(ageOn(day(2000, 2, 29), day(2004, 2, 29)) == 4);
}

TEST_CASE("a clock that stands still moves when it is moved") {
    test::FixedTime time;
    CHECK(time.clock.now() == kNow);
    CHECK(time.clock.now() == kNow);
    time.clock.advance(std::chrono::milliseconds{1999});
    CHECK(time.clock.now() == kNow + std::chrono::seconds{1});
}

TEST_CASE("the computer's clock goes forward and is past the year 2020") {
    const SystemClock clock;
    const auto first = clock.preciseNow();
    CHECK(first > std::chrono::sys_days{day(2020, 1, 1)});
    CHECK(clock.preciseNow() >= first);
}
