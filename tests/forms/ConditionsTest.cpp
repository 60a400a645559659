// SPDX-License-Identifier: MIT
// enableWhen after the rules of FHIR R4, Questionnaire.item.enableWhen.
#include "forms/FormText.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace palpate;
using namespace palpate::forms;

namespace {

[[nodiscard]] Questionnaire asking(const std::string& condition) {
    return formOf(R"({"linkId": "q", "type": "integer"},
                     {"linkId": "then", "type": "string", "enableWhen": [{"question": "q", )" +
                  condition + "}]}");
}

} // namespace

TEST_CASE("each operator asks as the standard says", "[forms][conditions]") {
    struct Row {
        std::string condition;
        bool unanswered;
        bool with4;
        bool with5;
        bool with6;
    };
    const auto row = GENERATE(values<Row>({
        {R"("operator": "exists", "answerBoolean": true)", false, true, true, true},
        {R"("operator": "exists", "answerBoolean": false)", true, false, false, false},
        {R"("operator": "=", "answerInteger": 5)", false, false, true, false},
        {R"("operator": "!=", "answerInteger": 5)", true, true, false, true},
        {R"("operator": ">", "answerInteger": 5)", false, false, false, true},
        {R"("operator": "<", "answerInteger": 5)", false, true, false, false},
        {R"("operator": ">=", "answerInteger": 5)", false, false, true, true},
        {R"("operator": "<=", "answerInteger": 5)", false, true, true, false},
    }));
    INFO(row.condition);
    const auto form = asking(row.condition);
    FormRun run{form};
    CHECK(isAsked(run, "then") == row.unanswered);
    for (const auto& [value, expected] :
         {std::pair{4, row.with4}, std::pair{5, row.with5}, std::pair{6, row.with6}}) {
        give(run, at("q"), std::int64_t{value});
        CHECK(isAsked(run, "then") == expected);
    }
    REQUIRE_FALSE(run.answer(at("q"), {}));
    CHECK(isAsked(run, "then") == row.unanswered);
}

SCENARIO("several conditions hold together or one by one", "[forms][conditions]") {
    const auto behaviour = GENERATE(as<std::string>{}, "all", "any");
    const auto form = formOf(R"({"linkId": "a", "type": "boolean"},
        {"linkId": "b", "type": "boolean"},
        {"linkId": "then", "type": "string", "enableBehavior": ")" +
                             behaviour + R"(", "enableWhen": [
            {"question": "a", "operator": "=", "answerBoolean": true},
            {"question": "b", "operator": "=", "answerBoolean": true}]})");
    FormRun run{form};
    CHECK_FALSE(isAsked(run, "then"));
    give(run, at("a"), true);
    CHECK(isAsked(run, "then") == (behaviour == "any"));
    give(run, at("b"), true);
    CHECK(isAsked(run, "then"));
    give(run, at("a"), false);
    CHECK(isAsked(run, "then") == (behaviour == "any"));
}

SCENARIO("an answer whose question is no longer asked does not count, and comes back",
         "[forms][conditions]") {
    const auto form = formOf(R"({"linkId": "numb", "type": "boolean"},
        {"linkId": "where", "type": "string", "enableWhen": [
            {"question": "numb", "operator": "=", "answerBoolean": true}]},
        {"linkId": "deeper", "type": "string", "enableWhen": [
            {"question": "where", "operator": "exists", "answerBoolean": true}]})");
    FormRun run{form};
    give(run, at("numb"), true);
    give(run, at("where"), std::string{"right foot"});
    give(run, at("deeper"), std::string{"since Monday"});
    REQUIRE(answersTo(run.answers(), "where").size() == 1);

    WHEN("the question it hangs on is answered otherwise") {
        give(run, at("numb"), false);
        THEN("neither it nor what hangs on it is part of the answers") {
            CHECK_FALSE(isAsked(run, "where"));
            CHECK_FALSE(isAsked(run, "deeper"));
            CHECK(answersTo(run.answers(), "where").empty());
            CHECK(answersTo(run.answers(), "deeper").empty());
        }
        THEN("all of it is still kept, and back with the first answer, also after a restart") {
            std::vector<FormFault> leftOut;
            FormRun again{form, run.everything(), leftOut};
            CHECK(leftOut.empty());
            CHECK(answersTo(again.answers(), "where").empty());
            give(again, at("numb"), true);
            CHECK(told(again, at("where")) == "right foot");
            CHECK(told(again, at("deeper")) == "since Monday");
        }
    }
}

SCENARIO("what lies in a group that is not asked is not asked", "[forms][conditions]") {
    const auto form = formOf(R"({"linkId": "more", "type": "boolean"},
        {"linkId": "g", "type": "group", "enableWhen": [
            {"question": "more", "operator": "=", "answerBoolean": true}], "item": [
                {"linkId": "in", "type": "string", "required": true}]})");
    FormRun run{form};
    const FormPlace inside{{"g", 0}, {"in", 0}};
    CHECK_FALSE(run.lineAt(inside)->enabled);
    CHECK(run.gaps().empty());
    give(run, at("more"), true);
    CHECK(run.lineAt(inside)->enabled);
    CHECK(run.gaps().size() == 1);
}

SCENARIO("in a group that repeats, a condition means the answer beside it", "[forms][conditions]") {
    const auto form = formOf(R"({"linkId": "g", "type": "group", "repeats": true, "item": [
        {"linkId": "q", "type": "boolean"},
        {"linkId": "then", "type": "string", "enableWhen": [
            {"question": "q", "operator": "=", "answerBoolean": true}]}]})");
    FormRun run{form};
    const auto second = run.addRepetition(at("g"));
    REQUIRE(second);
    give(run, {{"g", 1}, {"q", 0}}, true);
    CHECK_FALSE(run.lineAt({{"g", 0}, {"then", 0}})->enabled);
    CHECK(run.lineAt({{"g", 1}, {"then", 0}})->enabled);
}

SCENARIO("codings are the same by code and system, days by calendar", "[forms][conditions]") {
    const auto form = formOf(R"({"linkId": "c", "type": "choice", "answerOption": [
            {"valueCoding": {"system": "s", "code": "x", "display": "X"}},
            {"valueCoding": {"system": "t", "code": "x", "display": "another X"}}]},
        {"linkId": "d", "type": "date"},
        {"linkId": "byCode", "type": "display", "text": "code", "enableWhen": [
            {"question": "c", "operator": "=", "answerCoding": {"system": "s", "code": "x"}}]},
        {"linkId": "byDay", "type": "display", "text": "day", "enableWhen": [
            {"question": "d", "operator": "<", "answerDate": "2026-03-01"}]})");
    FormRun run{form};
    give(run, at("c"), Coding{"t", "x", ""});
    CHECK_FALSE(isAsked(run, "byCode"));
    give(run, at("c"), Coding{"s", "x", ""});
    CHECK(isAsked(run, "byCode"));
    give(run, at("d"), *parsePartialDate("2026-02-28"));
    CHECK(isAsked(run, "byDay"));
    give(run, at("d"), *parsePartialDate("2026-03-01"));
    CHECK_FALSE(isAsked(run, "byDay"));
    give(run, at("d"), *parsePartialDate("2026")); // neither before nor after
    CHECK_FALSE(isAsked(run, "byDay"));
}
