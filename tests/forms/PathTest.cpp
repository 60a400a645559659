// SPDX-License-Identifier: MIT
#include "forms/FormText.h"
#include "forms/PathEvaluator.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <cmath>

using namespace palpate;
using namespace palpate::forms;

namespace {

/// Two numbers, a choice with weights, a repeated question, a group that repeats.
[[nodiscard]] Questionnaire scored() {
    return formOf(R"(
        {"linkId": "a", "type": "integer"},
        {"linkId": "b", "type": "integer"},
        {"linkId": "none", "type": "integer"},
        {"linkId": "half", "type": "decimal"},
        {"linkId": "c", "type": "choice", "answerOption": [
            {"valueCoding": {"system": "s", "code": "no"}, "extension": [
                {"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 0}]},
            {"valueCoding": {"system": "s", "code": "some", "extension": [
                {"url": "http://hl7.org/fhir/StructureDefinition/itemWeight", "valueDecimal": 2.5}]}}]},
        {"linkId": "many", "type": "integer", "repeats": true},
        {"linkId": "yes", "type": "boolean"},
        {"linkId": "words", "type": "string"},
        {"linkId": "g", "type": "group", "repeats": true, "item": [
            {"linkId": "x", "type": "integer"}]})");
}

[[nodiscard]] FormAnswers answered() {
    const auto whole = [](std::int64_t value) { return Answer{AnswerValue{value}}; };
    return {"http://example.org/form",
            "1",
            {{"a", "", {whole(3)}},
             {"b", "", {whole(4)}},
             {"half", "", {Answer{AnswerValue{0.5}}}},
             {"c", "", {Answer{AnswerValue{Coding{"s", "some", ""}}}}},
             {"many", "", {whole(1), whole(2), whole(6)}},
             {"yes", "", {Answer{AnswerValue{true}}}},
             {"words", "", {Answer{AnswerValue{std::string{"low back"}}}}},
             {"g", "", {}, {{"x", "", {whole(10)}}}},
             {"g", "", {}, {{"x", "", {whole(20)}}}}}};
}

/// What comes out, in short: "7", "true", "{}", "problem: ...".
[[nodiscard]] std::string result(const std::string& expression) {
    const auto parsed = Path::parse(expression);
    if (!parsed.path) {
        return "not understood: " + parsed.obstacle;
    }
    const auto form = scored();
    const auto answers = answered();
    const auto found = evaluate(*parsed.path, form, answers);
    if (!found.problem.empty()) {
        return "problem: " + found.problem;
    }
    std::string all;
    for (const auto& node : found.nodes) {
        all += all.empty() ? "" : ", ";
        const auto value = valueOf(node);
        all += value ? wordsOf(Item{}, *value) : "item";
    }
    return all.empty() ? "{}" : all;
}

} // namespace

TEST_CASE("scores as forms write them come out right", "[forms][path]") {
    const auto [expression, expected] = GENERATE(table<std::string, std::string>({
        {"%resource.item.where(linkId='a').answer.value", "3"},
        {"QuestionnaireResponse.item.where(linkId='a').answer.value", "3"},
        {"%resource.item.where(linkId='a' or linkId='b').answer.value.sum()", "7"},
        {"%resource.descendants().where(linkId='x').answer.value.sum()", "30"},
        {"%resource.item.where(linkId='g').item.answer.value.count()", "2"},
        {"%resource.item.where(linkId='c').answer.value.ordinal()", "2.5"},
        {"%resource.item.where(linkId='c').answer.weight()", "2.5"},
        {"%resource.item.where(linkId='c').answer.value.code", "some"},
        {"%resource.item.answer.value.ordinal().sum()", "2.5"},
        {"iif(%resource.item.where(linkId='a').answer.exists(), 1, 2)", "1"},
        {"iif(%resource.item.where(linkId='none').answer.exists(), 1, 2)", "2"},
        {"iif(%resource.item.where(linkId='none').answer.exists(), 1)", "{}"},
        {"%resource.item.where(linkId='none').answer.value.sum()", "0"},
        {"%resource.item.where(linkId='none').answer.value.avg()", "{}"},
        {"%resource.item.where(linkId='many').answer.value.avg()", "3"},
        {"%resource.item.where(linkId='many').answer.value.max()", "6"},
        {"%resource.item.where(linkId='many').answer.value.aggregate($this + $total, 0)", "9"},
        {"%resource.item.where(linkId='many').answer.value.where($this > 1)", "2, 6"},
        {"%resource.item.where(linkId='many').answer.value.select($this * 2)", "2, 4, 12"},
        {"%resource.item.where(linkId='many').answer.value.all($this > 0)", "yes"},
        {"%resource.item.where(linkId='many').answer[1].value", "2"},
        {"%resource.item.where(linkId='many').answer.value.first()", "1"},
        {"%resource.item.where(linkId='many').answer.value.tail().count()", "2"},
        {"%resource.item.where(linkId='many').answer.value.skip(1).take(1)", "2"},
        {"%resource.item.where(linkId='yes').answer.value.not()", "no"},
        {"%resource.item.where(linkId='words').answer.value.contains('back')", "yes"},
        {"%resource.item.where(linkId='words').answer.value.length()", "8"},
        {"%resource.item.where(linkId in ('a' | 'b')).answer.value.sum()", "7"},
        // Numbers.
        {"1 + 2 * 3", "7"},
        {"(1 + 2) * 3", "9"},
        {"-2 + 5", "3"},
        {"7 / 2", "3.5"},
        {"7 div 2", "3"},
        {"7 mod 2", "1"},
        {"1 / 0", "{}"},
        {"1 div 0", "{}"},
        {"(2.345).round(1)", "2.3"},
        {"(2.5).round()", "3"},
        {"(2.4).ceiling()", "3"},
        {"(7.9).truncate()", "7"},
        {"'12'.toInteger() + 1", "13"},
        {"'x'.toInteger()", "{}"},
        {"(0.1 + 0.2) = 0.3", "yes"},
        {"9223372036854775807 + 1", "problem: a number becomes too large"},
        {"'a' + 1", "problem: \"+\" needs numbers"},
        // Nothing in, nothing out; what is empty is neither true nor false.
        {"1 + {}", "{}"},
        {"{} = 1", "{}"},
        {"{} and false", "no"},
        {"{} and true", "{}"},
        {"{} or true", "yes"},
        {"true xor true", "no"},
        {"false implies {}", "yes"},
        {"'a' & {} & 'b'", "ab"},
        {"1 = 1.0", "yes"},
        {"1 != 2", "yes"},
        {"'a' < 'b'", "yes"},
        {"(1 | 2 | 1).count()", "2"},
        {"(1 | 2) + 1", "problem: there are several values where one is needed"},
        {"%unheard", "problem: %unheard is not known"},
        {"1 // the rest is a remark", "1"},
    }));
    INFO(expression);
    CHECK(result(expression) == expected);
}

TEST_CASE("what is outside of what is worked out here is named with its place", "[forms][path]") {
    CHECK(result("1 + ") == "not understood: it ends too early");
    CHECK(result("item.resolve()") ==
          "not understood: the function resolve() at character 6 is not worked out here");
    CHECK(result("a.where()") ==
          "not understood: where() at character 3 has the wrong number of arguments");
    CHECK(result("1 ) 2") == "not understood: \")\" at character 3 is not understood here");
    CHECK(result("'open") == "not understood: the quotation mark at character 1 is never closed");
    CHECK(result("a is boolean") == "not understood: \"is\" is not worked out here");
    CHECK(result("@2026-11-23") ==
          "not understood: a date within an expression is not worked out here");
}

TEST_CASE("no expression takes the stack or the day", "[forms][path]") {
    CHECK(result(std::string(5000, '(')) == "not understood: it is nested too deep");
    CHECK(result(std::string(30'000, ' ')) == "not understood: it is too long");
    std::string chain = "1";
    for (int i = 0; i < 4000; ++i) {
        chain += "+1";
    }
    CHECK(result(chain) == "not understood: it is too long");
    // Every item looked at for every item for every item ...
    CHECK(result("%resource.descendants().select(%resource.descendants().select("
                 "%resource.descendants().select(%resource.descendants().count()).sum()).sum())"
                 ".sum()") == "problem: it takes too long to work out");
}
