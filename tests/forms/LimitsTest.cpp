// SPDX-License-Identifier: MIT
#include "forms/FormText.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace palpate;
using namespace palpate::forms;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr const char* kFhir = "http://hl7.org/fhir/StructureDefinition/";

[[nodiscard]] std::string extension(const std::string& name, const std::string& value) {
    return std::string{R"({"url": ")"} + kFhir + name + R"(", )" + value + "}";
}

/// What the line says of the answer; "refused: ..." when it is not taken.
[[nodiscard]] std::string said(const Questionnaire& form, AnswerValue value) {
    FormRun run{form};
    if (const auto refused = run.answer(at("q"), {std::move(value)})) {
        return "refused: " + shown(*refused);
    }
    std::string all;
    for (const auto& problem : run.lineAt(at("q"))->problems) {
        all += shown(problem) + "|";
    }
    CHECK(run.gaps().size() == run.lineAt(at("q"))->problems.size());
    return all;
}

} // namespace

TEST_CASE("a number keeps within its limits", "[forms][limits]") {
    const auto form = formOf(R"({"linkId": "q", "type": "decimal", "extension": [)" +
                             extension("minValue", R"("valueDecimal": 0)") + "," +
                             extension("maxValue", R"("valueInteger": 10)") + "," +
                             extension("maxDecimalPlaces", R"("valueInteger": 1)") + "]}");
    CHECK(said(form, 0.0).empty());
    CHECK(said(form, 9.5).empty());
    CHECK(said(form, std::int64_t{7}).empty());
    CHECK(said(form, -0.5) == "Not less than 0.|");
    CHECK(said(form, 10.1) == "Not more than 10.|");
    CHECK(said(form, 9.25) == "At most 1 decimal places.|");
    CHECK(said(form, std::string{"much"}) == "refused: The answer is a number.");
}

TEST_CASE("a text keeps within its length and form", "[forms][limits]") {
    const auto form = formOf(R"({"linkId": "q", "type": "string", "maxLength": 6, "extension": [)" +
                             extension("minLength", R"("valueInteger": 3)") + "," +
                             extension("entryFormat", R"("valueString": "AB 123")") + "," +
                             extension("regex", R"("valueString": "[A-Z]{2} ?\\d{1,4}")") + "]}");
    CHECK(said(form, std::string{"AB 123"}).empty());
    CHECK(said(form, std::string{"AB 1234"}) == "At most 6 characters; there are 7.|");
    CHECK(said(form, std::string{"xAB 1"}) == "The answer does not have the wanted form: AB 123.|");
    CHECK_THAT(said(form, std::string{"ÄÖ"}), ContainsSubstring("there are 2")); // not 4 bytes
    CHECK_THAT(said(form, std::string{"\xFF\xFE"}), ContainsSubstring("UTF-8"));
    CHECK(said(form, std::string{}) == "refused: The answer is a text.");
}

TEST_CASE("a pattern that would never end is given up", "[forms][limits]") {
    const auto form = formOf(R"({"linkId": "q", "type": "string", "extension": [)" +
                             extension("regex", R"("valueString": "(a+)+(b+)+(a+)+c")") + "]}");
    CHECK_THAT(said(form, std::string(3000, 'a')),
               ContainsSubstring("its pattern takes too long") ||
                   ContainsSubstring("does not have the wanted form"));
    CHECK_THAT(faultsOfItems(R"({"linkId": "q", "type": "string", "extension": [)" +
                             extension("regex", R"("valueString": "(")") + "]}"),
               ContainsSubstring("error q: The regular expression can't be used"));
}

TEST_CASE("days and times are such, also in part", "[forms][limits]") {
    const auto [text, isDay] = GENERATE(table<std::string, bool>({
        {"2026-11-23", true},
        {"2026-11", true},
        {"2026", true},
        {"2024-02-29", true},
        {"2026-02-29", false},
        {"2026-13", false},
        {"26-11-23", false},
        {"2026-11-23T10:00:00Z", false},
        {"0000", false},
        {"", false},
    }));
    INFO(text);
    const auto date = parsePartialDate(text);
    CHECK(date.has_value() == isDay);
    if (date) {
        CHECK(isoText(*date) == text);
    }
}

TEST_CASE("moments need seconds and a zone, as FHIR says", "[forms][limits]") {
    CHECK(parseFormDateTime("2026-11-23T10:42:00Z"));
    CHECK(parseFormDateTime("2026-11-23T10:42:00.123+01:00"));
    CHECK(parseFormDateTime("2026"));
    CHECK_FALSE(parseFormDateTime("2026-11-23T10:42:00"));
    CHECK_FALSE(parseFormDateTime("2026-11-23T24:00:00Z"));
    CHECK_FALSE(parseFormDateTime("2026-11T10:42:00Z"));
    CHECK(parseFormTime("10:42")->text == "10:42:00");
    CHECK_FALSE(parseFormTime("10:60"));
}

TEST_CASE("an answer is one of those to choose from", "[forms][limits]") {
    const auto closed = formOf(R"({"linkId": "q", "type": "choice", "answerOption": [
        {"valueCoding": {"system": "s", "code": "x", "display": "Ache"}},
        {"valueCoding": {"system": "s", "code": "y", "display": "Burning"}}]})");
    CHECK(said(closed, Coding{"s", "y", ""}).empty());
    CHECK(said(closed, Coding{"s", "z", ""}) ==
          "refused: The answer is none of those to choose from.");
    CHECK(said(closed, std::string{"Ache"}) ==
          "refused: The answer is none of those to choose from.");
    FormRun run{closed};
    give(run, at("q"), Coding{"s", "y", ""});
    CHECK(told(run, at("q")) == "Burning"); // kept as the option is, with its words
    CHECK(run.answer(at("q"), {Coding{"s", "x", ""}, Coding{"s", "y", ""}}));

    const auto open = formOf(R"({"linkId": "q", "type": "open-choice", "answerOption": [
        {"valueCoding": {"system": "s", "code": "x", "display": "Ache"}}]})");
    CHECK(said(open, std::string{"like a knife"}).empty());

    const auto numbers = formOf(R"({"linkId": "q", "type": "integer", "answerOption": [
        {"valueInteger": 1}, {"valueInteger": 2}]})");
    CHECK(said(numbers, std::int64_t{2}).empty());
    CHECK(said(numbers, std::int64_t{3}) == "refused: The answer is none of those to choose from.");
}

TEST_CASE("a list on a server is typed instead, and said so", "[forms][limits]") {
    const std::string items =
        R"({"linkId": "q", "type": "choice", "answerValueSet": "http://example.org/vs"})";
    CHECK_THAT(faultsOfItems(items), ContainsSubstring("note q: The list of answers "
                                                       "http://example.org/vs is on a terminology "
                                                       "server"));
    CHECK(said(formOf(items), std::string{"typed"}).empty());
}

TEST_CASE("what is required and not answered is a gap, not a problem while one types",
          "[forms][limits]") {
    const auto form =
        formOf(R"({"linkId": "q", "type": "boolean", "text": "Numb?", "required": true},
        {"linkId": "shown", "type": "string", "readOnly": true, "required": true})");
    FormRun run{form};
    CHECK(run.lineAt(at("q"))->problems.empty());
    REQUIRE(run.gaps().size() == 1);
    CHECK(shown(run.gaps().front().second) == "\"Numb?\" has no answer yet.");
    CHECK(run.askedCount() == 1);
    CHECK(run.answeredCount() == 0);
    give(run, at("q"), false); // "no" is an answer
    CHECK(run.gaps().empty());
    CHECK(run.answeredCount() == 1);
}
