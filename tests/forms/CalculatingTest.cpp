// SPDX-License-Identifier: MIT
#include "forms/FormText.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace palpate;
using namespace palpate::forms;
using Catch::Matchers::ContainsSubstring;

namespace {

[[nodiscard]] std::string calculated(const std::string& expression) {
    return R"("readOnly": true, "extension": [{
        "url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",
        "valueExpression": {"language": "text/fhirpath", "expression": ")" +
           expression + R"("}}])";
}

[[nodiscard]] Questionnaire threeItems() {
    return formOf(R"({"linkId": "a", "type": "integer"}, {"linkId": "b", "type": "integer"},
        {"linkId": "mean", "type": "decimal", )" +
                  calculated("iif(%resource.item.where(linkId='a' or linkId='b').answer.count() = "
                             "2, %resource.item.where(linkId='a' or "
                             "linkId='b').answer.value.sum() / 2)") +
                  R"(},
        {"linkId": "twice", "type": "integer", )" +
                  calculated("(%resource.item.where(linkId='mean').answer.value * 2).toInteger()") +
                  "}");
}

} // namespace

SCENARIO("a score is worked out as one answers", "[forms][calculating]") {
    const auto form = threeItems();
    FormRun run{form};
    CHECK(told(run, at("mean")).empty());
    give(run, at("a"), std::int64_t{3});
    CHECK(told(run, at("mean")).empty()); // the form waits for both
    give(run, at("b"), std::int64_t{4});
    CHECK(told(run, at("mean")) == "3.5");
    THEN("what is worked out from it follows") {
        CHECK(told(run, at("twice")) == "7");
    }
    THEN("it stands among the answers") {
        REQUIRE(answersTo(run.answers(), "mean").size() == 1);
        CHECK(std::get<double>(answersTo(run.answers(), "mean").front()->value) == 3.5);
    }
    THEN("nobody types over it") {
        CHECK(run.answer(at("mean"), {AnswerValue{1.0}}));
    }
    WHEN("an answer is taken back") {
        REQUIRE_FALSE(run.answer(at("b"), {}));
        THEN("there is no score any more") {
            CHECK(told(run, at("mean")).empty());
        }
    }
}

SCENARIO("a sum over nothing that was answered is no zero", "[forms][calculating]") {
    const auto form =
        formOf(R"({"linkId": "a", "type": "integer"}, {"linkId": "sum",
        "type": "integer", )" +
               calculated("%resource.item.where(linkId='a').answer.value.sum()") + "}");
    FormRun run{form};
    CHECK(told(run, at("sum")).empty());
    give(run, at("a"), std::int64_t{0});
    CHECK(told(run, at("sum")) == "0");
}

SCENARIO("what can't be worked out here is named and shown as such", "[forms][calculating]") {
    const std::string items = R"({"linkId": "a", "type": "integer"}, {"linkId": "x",
        "type": "integer", )" +
                              calculated("%resource.item.resolve().sum()") + "}";
    CHECK_THAT(faultsOfItems(items),
               ContainsSubstring("note x: The value is not calculated here: the function resolve() "
                                 "at character 16"));
    const auto form = formOf(items);
    FormRun run{form};
    give(run, at("a"), std::int64_t{1});
    CHECK(told(run, at("x")).empty());
    CHECK_THAT(run.lineAt(at("x"))->notCalculated, ContainsSubstring("resolve()"));
}

SCENARIO("values that depend on each other in a circle end", "[forms][calculating]") {
    const auto form = formOf(
        R"({"linkId": "go", "type": "boolean"},
           {"linkId": "a", "type": "integer", )" +
        calculated("iif(%resource.item.where(linkId='b').answer.exists(), "
                   "%resource.item.where(linkId='b').answer.value + 1, 1)") +
        R"(}, {"linkId": "b", "type": "integer", )" +
        calculated("%resource.item.where(linkId='a').answer.value + 1") + "}");
    FormRun run{form};
    give(run, at("go"), true);
    CHECK(run.lineAt(at("a"))->notCalculated == "it depends on itself");
    CHECK(told(run, at("a")).empty());
}

SCENARIO("variables hand their value on", "[forms][calculating]") {
    const auto form = formOf(
        R"({"linkId": "a", "type": "decimal"},
           {"linkId": "g", "type": "group", "extension": [{
              "url": "http://hl7.org/fhir/StructureDefinition/variable", "valueExpression": {
                "name": "a", "language": "text/fhirpath",
                "expression": "%resource.item.where(linkId='a').answer.value"}}], "item": [
              {"linkId": "square", "type": "decimal", )" +
        calculated("%a * %a") + "}]}");
    FormRun run{form};
    give(run, at("a"), 1.5);
    CHECK(told(run, {{"g", 0}, {"square", 0}}) == "2.25");
}

SCENARIO("an expression decides whether something is asked", "[forms][calculating]") {
    const auto form = formOf(
        R"({"linkId": "a", "type": "integer"}, {"linkId": "b", "type": "integer"},
           {"linkId": "then", "type": "string", "extension": [{
             "url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression",
             "valueExpression": {"language": "text/fhirpath",
               "expression": "%resource.item.answer.value.sum() > 5"}}]})");
    FormRun run{form};
    CHECK_FALSE(isAsked(run, "then"));
    give(run, at("a"), std::int64_t{3});
    give(run, at("b"), std::int64_t{3});
    CHECK(isAsked(run, "then"));
    give(run, at("b"), std::int64_t{2});
    CHECK_FALSE(isAsked(run, "then"));
}

TEST_CASE("whether it is asked must be worked out, or the form is refused", "[forms]") {
    CHECK_THAT(faultsOfItems(R"({"linkId": "a", "type": "string", "extension": [{
        "url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression",
        "valueExpression": {"language": "application/x-fhir-query", "expression": "x"}}]})"),
               ContainsSubstring("error a: Whether it is asked can't be worked out here"));
}
