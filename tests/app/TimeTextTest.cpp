// SPDX-License-Identifier: MIT
#include "app/TimeText.h"

#include "domain/Error.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace palpate::app {

TEST_CASE("a moment is told in the clinic's zone, also where summer time begins") {
    const auto before = *parseIsoInstant("2026-03-29T00:59:59Z");
    CHECK(clockText(before, "Europe/London") == "00:59");
    CHECK(clockText(before + std::chrono::seconds{1}, "Europe/London") == "02:00");
    CHECK(isoDate(localDay(*parseIsoInstant("2026-11-23T23:30:00Z"), "Pacific/Auckland")) ==
          "2026-11-24");
    CHECK_THROWS_AS(clockText(before, "Europe/Nowhere"), DataError);
    CHECK_FALSE(isTimeZone("Europe/Nowhere"));
    CHECK(isTimeZone(systemTimeZone()));
}

TEST_CASE("days read as people write them") {
    const auto day = *parseIsoDate("2026-11-03");
    CHECK(dayText(day) == "3 Nov 2026");
    CHECK(weekdayText(day) == "Tue 3 Nov 2026");
    CHECK(longDayText(day) == "3 November 2026");
}

TEST_CASE("a typed day is taken in the usual ways, and nothing is guessed") {
    const auto typed = GENERATE(as<std::string>{}, "1980-03-14", "14.3.1980", "14/03/1980",
                                "14 Mar 1980", " 14 march 1980 ");
    CHECK(parseTypedDay(typed) == parseIsoDate("1980-03-14"));
    const auto wrong = GENERATE(as<std::string>{}, "", "14.3.80", "31.2.1980", "1980", "3/14/1980",
                                "soon", "14..1980", "99999999999.1.1980");
    CHECK_FALSE(parseTypedDay(wrong));
}

TEST_CASE("a day with its weekday is read back as it is written") {
    for (int days = 0; days < 7; ++days) {
        const Date day{std::chrono::sys_days{*parseIsoDate("2026-11-23")} +
                       std::chrono::days{days}};
        CHECK(parseTypedDay(weekdayText(day)) == day);
    }
}

} // namespace palpate::app
