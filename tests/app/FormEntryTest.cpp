// SPDX-License-Identifier: MIT
// What is typed into the lines of a form: read as meant, or not at all.
#include "app/FormEntry.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <limits>

namespace palpate::app {

namespace {

using forms::Item;
using forms::ItemType;

constexpr auto kZone = "Europe/London";
const EntryPlace kHere{Date{std::chrono::year{2026} / 11 / 23}, kZone, 0};

[[nodiscard]] Item item(ItemType type) {
    Item item;
    item.linkId = "a";
    item.type = type;
    return item;
}

/// As it is shown when the line was left; "?" when it can't be read, "" for no answer.
[[nodiscard]] std::string read(const Item& asked, const std::string& text) {
    const auto typed = readTyped(asked, text, kHere);
    if (typed.problem) {
        CHECK(typed.values.empty());
        CHECK_FALSE(shown(*typed.problem).empty());
        return "?";
    }
    std::string all;
    for (const auto& value : typed.values) {
        CHECK_FALSE(forms::refusal(asked, value));
        all += (all.empty() ? "" : "|") + answerWords(asked, value, kZone);
    }
    return all;
}

using Pairs = std::vector<std::pair<std::string, std::string>>;
void checkAll(const Item& asked, const Pairs& pairs) {
    for (const auto& [typed, meant] : pairs) {
        INFO(typed);
        CHECK(read(asked, typed) == meant);
    }
}

} // namespace

TEST_CASE("numbers are read with comma or point, and never guessed") {
    checkAll(item(ItemType::Decimal),
             {{"3.5", "3.5"},   {"3,5", "3.5"}, {" 7 ", "7"},       {"-2", "-2"},   {"−2", "-2"},
              {"+2", "2"},      {".5", "0.5"},  {"0,125", "0.125"}, {"1,500", "?"}, // 1500 or 1.5
              {"1.500", "1.5"}, {"1.2.3", "?"}, {"3.", "?"},        {"3 4", "?"},   {"1e5", "?"},
              {"seven", "?"},   {"7/10", "?"},  {"nan", "?"},       {"inf", "?"},   {"-", "?"},
              {"", ""},         {"   ", ""}});
    checkAll(item(ItemType::Integer), {{"7", "7"},
                                       {"007", "7"},
                                       {"7.0", "?"},
                                       {"7,5", "?"},
                                       {"9223372036854775807", "9223372036854775807"},
                                       {"9223372036854775808", "?"},
                                       {std::string(5000, '9'), "?"}});
    const auto ambiguous = readTyped(item(ItemType::Decimal), "1,500", kHere);
    REQUIRE(ambiguous.problem);
    CHECK(shown(*ambiguous.problem) == "\"1,500\" can be read in two ways; type 1500 or 1.500.");
}

TEST_CASE("a number takes its unit with it") {
    auto weight = item(ItemType::Quantity);
    weight.units = {{"kg", "http://unitsofmeasure.org", "kg"}, {"lb", {}, "[lb_av]"}};
    checkAll(weight, {{"70", "70 kg"}, {"70 lb", "70 lb"}, {"70 KG", "70 kg"}, {"70 stone", "?"}});
    auto second = kHere;
    second.unit = 1;
    const auto typed = readTyped(weight, "154", second);
    REQUIRE(typed.values.size() == 1);
    CHECK(std::get<Quantity>(typed.values[0]).unit == "lb");
    CHECK(std::get<Quantity>(typed.values[0]).code == "[lb_av]");
    auto hours = item(ItemType::Decimal);
    hours.units = {{"h", {}, {}}};
    checkAll(hours, {{"7,5 h", "7.5 h"}, {"7.5h", "7.5 h"}, {"7 min", "?"}});
    checkAll(item(ItemType::Quantity), {{"12 drops", "12 drops"}, {"12", "12"}, {"drops", "?"}});
}

TEST_CASE("days are read in the common ways; a day without its year is none") {
    checkAll(item(ItemType::Date), {{"2026-11-20", "20 Nov 2026"},
                                    {"20.11.2026", "20 Nov 2026"},
                                    {"20/11/2026", "20 Nov 2026"},
                                    {"3/4/2026", "3 Apr 2026"}, // day first, as everywhere here
                                    {"20 Nov 2026", "20 Nov 2026"},
                                    {"today", "23 Nov 2026"},
                                    {"Yesterday", "22 Nov 2026"},
                                    {"1980", "1980"},
                                    {"1980-03", "Mar 1980"},
                                    {"March 1980", "Mar 1980"},
                                    {"3/1980", "Mar 1980"},
                                    {"03.1980", "Mar 1980"},
                                    {"31.2.2026", "?"},
                                    {"13/1980", "?"},
                                    {"20 Nov", "?"},
                                    {"20.11.", "?"},
                                    {"80", "?"},
                                    {"14.3.80", "?"},
                                    {"soon", "?"}});
}

TEST_CASE("moments and times of day are those of the clinic's clocks") {
    checkAll(item(ItemType::DateTime), {{"23 Nov 2026, 10:42", "23 Nov 2026, 10:42"},
                                        {"1.7.2026 10:42", "1 Jul 2026, 10:42"},
                                        {"today 9", "23 Nov 2026, 09:00"},
                                        {"2026-11-23T10:42:00Z", "23 Nov 2026, 10:42"},
                                        {"23 Nov 2026", "23 Nov 2026"},
                                        {"10:42", "?"},
                                        {"Nov 2026 10:42", "?"},
                                        {"23 Nov 2026, 25:00", "?"}});
    const auto summer = readTyped(item(ItemType::DateTime), "1.7.2026 10:42", kHere);
    REQUIRE(summer.values.size() == 1);
    CHECK(std::get<FormDateTime>(summer.values[0]).text == "2026-07-01T09:42:00Z");
    checkAll(
        item(ItemType::Time),
        {{"10:42", "10:42"}, {"10.42", "10:42"}, {"9", "09:00"}, {"24:00", "?"}, {"noon", "?"}});
}

TEST_CASE("texts are kept without blanks at their ends, addresses need a scheme") {
    checkAll(item(ItemType::String), {{"  left knee ", "left knee"}, {"\xFF", "?"}, {"\n", ""}});
    checkAll(item(ItemType::Url), {{"https://example.org", "https://example.org"},
                                   {"mailto:a@example.org", "mailto:a@example.org"},
                                   {"example.org", "?"},
                                   {"https://exa mple.org", "?"}});
    CHECK(read(item(ItemType::Text), std::string(100'001, 'a')) == "?");
}

TEST_CASE("a question that repeats takes an answer a line") {
    auto many = item(ItemType::Integer);
    many.repeats = true;
    checkAll(many, {{"1\n2\n\n3", "1|2|3"}, {"1\ntwo", "?"}});
    CHECK(kindOf(many) == FieldKind::LongText);
}

TEST_CASE("an option typed in its own words is that option") {
    auto choice = item(ItemType::OpenChoice);
    choice.options.resize(1);
    choice.options[0].value = Coding{"urn:x", "dull", "Dull"};
    choice.options[0].display.text = "Dull";
    const auto typed = readTyped(choice, "dull", kHere);
    REQUIRE(typed.values.size() == 1);
    CHECK(std::holds_alternative<Coding>(typed.values[0]));
    CHECK(read(choice, "like a knife") == "like a knife");
}

} // namespace palpate::app
