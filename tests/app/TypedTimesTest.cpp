// SPDX-License-Identifier: MIT
#include "app/TypedTimes.h"

#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace palpate::app {

using test::kToday; // Monday 23 November 2026

TEST_CASE("a day is typed with or without its year") {
    struct Row {
        std::string text;
        Meant meant;
        std::string day;
    };
    const auto row = GENERATE(values<Row>({
        {"2026-11-20", Meant::Past, "2026-11-20"},
        {"20 Nov 2026", Meant::Past, "2026-11-20"},
        {"20 Nov", Meant::Past, "2026-11-20"},
        {"20 november", Meant::Past, "2026-11-20"},
        {"20.11.", Meant::Past, "2026-11-20"},
        {"20/11", Meant::Past, "2026-11-20"},
        {"23 Nov", Meant::Past, "2026-11-23"},
        {"24 Nov", Meant::Past, "2025-11-24"},
        {"24 Nov", Meant::Coming, "2026-11-24"},
        {"23 Nov", Meant::Coming, "2026-11-23"},
        {"3 Jan", Meant::Coming, "2027-01-03"},
        {"29 Feb", Meant::Coming, "2028-02-29"},
        {"29 Feb", Meant::Past, "2024-02-29"},
        {"Yesterday", Meant::Past, "2026-11-22"},
        {"today", Meant::Past, "2026-11-23"},
        {"tomorrow", Meant::Coming, "2026-11-24"},
        {"Mon 30 Nov 2026", Meant::Coming, "2026-11-30"},
        {"monday, 30 november", Meant::Coming, "2026-11-30"},
        {"Fri. 20.11.", Meant::Past, "2026-11-20"},
        {"Tue 30 Nov 2026", Meant::Coming, "2026-11-30"}, // the date was corrected, the day not
        {"Mon", Meant::Coming, ""},
        {"Mont 30 Nov", Meant::Coming, ""},
        {"31 Nov", Meant::Coming, ""},
        {"Nov", Meant::Past, ""},
        {"20", Meant::Past, ""},
        {"", Meant::Past, ""},
        {"soon", Meant::Coming, ""},
    }));
    CAPTURE(row.text);
    const auto day = typedDay(row.text, kToday, row.meant);
    CHECK((day ? isoDate(*day) : std::string{}) == row.day);
}

TEST_CASE("the next visit is typed as a day or counted from this one") {
    struct Row {
        std::string text;
        std::string day;
    };
    const auto row = GENERATE(values<Row>({
        {"+7", "2026-11-30"},
        {"7", "2026-11-30"},
        {"+ 10", "2026-12-03"},
        {"10 days", "2026-12-03"},
        {"1 day", "2026-11-24"},
        {"in 2 weeks", "2026-12-07"},
        {"2 wks", ""},
        {"2w", "2026-12-07"},
        {"2 w", "2026-12-07"},
        {"in a week", "2026-11-30"},
        {"in one week", "2026-11-30"},
        {"in 3 months", "2027-02-23"},
        {"tomorrow", "2026-11-24"},
        {"30 Nov", "2026-11-30"},
        {"30.11.", "2026-11-30"},
        {"2026-12-01", "2026-12-01"},
        {"3 m", ""},
        {"in 200 weeks", ""},
        {"+9999", ""},
        {"a", ""},
        {"in", ""},
        {"", ""},
    }));
    CAPTURE(row.text);
    const auto day = typedNextDay(row.text, kToday);
    CHECK((day ? isoDate(*day) : std::string{}) == row.day);
    const Date lastOfAugust{std::chrono::year{2026} / 8 / 31};
    CHECK(isoDate(typedNextDay("in 1 month", lastOfAugust).value()) == "2026-09-30");
}

TEST_CASE("a time of day is typed with or without its colon") {
    struct Row {
        std::string text;
        int minutes;
    };
    const auto row = GENERATE(values<Row>({{"10:30", 630},
                                           {"10.30", 630},
                                           {"1030", 630},
                                           {"930", 570},
                                           {"9", 540},
                                           {" 9:05 ", 545},
                                           {"0:00", 0},
                                           {"23:59", 1439},
                                           {"24:00", -1},
                                           {"10:60", -1},
                                           {"10:3", -1},
                                           {"ten", -1},
                                           {"", -1},
                                           {"10:30:00", -1}}));
    CAPTURE(row.text);
    const auto time = typedTime(row.text);
    CHECK((time ? static_cast<int>(time->count()) : -1) == row.minutes);
}

} // namespace palpate::app
