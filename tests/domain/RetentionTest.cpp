// SPDX-License-Identifier: MIT
#include "domain/Retention.h"

#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>

namespace palpate::test {

namespace {

using namespace std::chrono_literals;

[[nodiscard]] RetentionRule aRule(int years, std::optional<int> age = {},
                                  std::optional<Profession> profession = {}) {
    return {"Somewhere", profession, years, age, "a law"};
}

[[nodiscard]] RecordAge anAge() {
    return {.lastSession = 2018y / 3 / 10,
            .begun = 2015y / 1 / 1,
            .birthDate = 1980y / 5 / 6,
            .professions = {Profession::Physiotherapist}};
}

[[nodiscard]] std::optional<Date> dayOf(const RecordAge& age, std::vector<RetentionRule> rules) {
    return retentionEnd(age, rules).day;
}

} // namespace

SCENARIO("until when a record is kept", "[domain]") {
    auto age = anAge();
    THEN("the years are over with the anniversary of the last session") {
        CHECK(dayOf(age, {aRule(8)}) == Date{2026y / 3 / 11});
        CHECK(dayOf(age, {aRule(0)}) == Date{2018y / 3 / 11});
    }
    THEN("without a session it is counted from when the record was made") {
        age.lastSession.reset();
        CHECK(dayOf(age, {aRule(8)}) == Date{2023y / 1 / 2});
    }
    THEN("the rule that keeps longest counts, of those that apply") {
        const std::vector rules{aRule(8), aRule(10), aRule(7),
                                aRule(30, {}, Profession::Chiropractor)};
        const auto end = retentionEnd(age, rules);
        CHECK(end.day == Date{2028y / 3 / 11});
        CHECK(end.rule == aRule(10));
        age.professions.push_back(Profession::Chiropractor);
        CHECK(retentionEnd(age, rules).rule == rules.back());
    }
    THEN("a child's record is kept until a birthday, a grown-up's is not kept longer by it") {
        CHECK(dayOf(age, {aRule(8, 25)}) == Date{2026y / 3 / 11});
        age.birthDate = 2010y / 5 / 6;
        CHECK(dayOf(age, {aRule(8, 25)}) == Date{2035y / 5 / 6});
    }
    THEN("a leap day counts as 1 March in other years") {
        age.lastSession = 2020y / 2 / 29;
        CHECK(dayOf(age, {aRule(7)}) == Date{2027y / 3 / 2});
        CHECK(dayOf(age, {aRule(8)}) == Date{2028y / 3 / 1});
        age.birthDate = 2012y / 2 / 29;
        CHECK(dayOf(age, {aRule(1, 25)}) == Date{2037y / 3 / 1});
    }
    THEN("what can't be told is not guessed") {
        CHECK(retentionEnd(age, {}) == RetentionEnd{});
        CHECK_FALSE(dayOf(age, {aRule(8, {}, Profession::Chiropractor)}).has_value());
        age.birthDate.reset();
        const std::vector rules{aRule(8), aRule(7, 25)};
        const auto end = retentionEnd(age, rules);
        CHECK_FALSE(end.day.has_value());
        CHECK(end.needsBirthDate);
        CHECK(end.rule == rules[1]);
    }
}

SCENARIO("what keeps a rule or a reason from being stored", "[domain]") {
    CHECK(problems(aRule(8, 25)).empty());
    CHECK(problems(aRule(0)).empty());
    for (auto rule : {aRule(-1), aRule(201), aRule(8, 0), aRule(8, 201)}) {
        CHECK(problems(rule).size() == 1);
    }
    auto rule = aRule(8);
    rule.source = " ";
    CHECK(problems(rule).size() == 1);
    rule.country = "";
    CHECK(problems(rule).size() == 2);
    CHECK(problemsOfDestruction("asked to").empty());
    CHECK(problemsOfDestruction(" \n").size() == 1);
    CHECK(problemsOfDestruction(std::string(2001, 'x')).size() == 1);
}

} // namespace palpate::test
