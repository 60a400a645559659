// SPDX-License-Identifier: MIT
#include "forms/FormText.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace palpate;
using namespace palpate::forms;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;

TEST_CASE("a form is read with all that decides about its answers", "[forms][reading]") {
    const auto form = formOf(R"({"linkId": "g", "type": "group", "text": "Pain", "item": [
        {"linkId": "now", "prefix": "1.", "type": "integer", "text": "Pain now", "required": true,
         "_text": {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/translation",
            "extension": [{"url": "lang", "valueCode": "de"},
                          {"url": "content", "valueString": "Schmerz jetzt"}]}]},
         "extension": [
            {"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": 0},
            {"url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueInteger": 10},
            {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-sliderStepValue",
             "valueInteger": 1},
            {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-unit",
             "valueCoding": {"code": "{points}", "display": "points"}},
            {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
             "valueCodeableConcept": {"coding": [{"code": "slider"}]}}]},
        {"linkId": "where", "type": "text", "extension": [
            {"url": "urn:palpate:form:body-map", "valueBoolean": true}]},
        {"linkId": "saddle", "type": "boolean", "extension": [
            {"url": "urn:palpate:form:red-flag", "valueCode": "ces_saddle"},
            {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden",
             "valueBoolean": true}]}]})");
    CHECK(form.url == "http://example.org/form");
    CHECK(form.itemCount() == 4);
    const auto* now = form.find("now");
    REQUIRE(now != nullptr);
    CHECK(now->prefix == "1.");
    CHECK(now->required);
    CHECK(now->text.in("de-AT") == "Schmerz jetzt");
    CHECK(now->text.in("fr") == "Pain now");
    CHECK(now->control == ItemControl::Slider);
    CHECK(now->sliderStep == 1);
    CHECK(std::get<std::int64_t>(*now->maxValue) == 10);
    CHECK(now->units.front().unit == "points");
    CHECK(form.find("where")->control == ItemControl::BodyMap);
    CHECK(form.find("saddle")->flag == "ces_saddle");
    CHECK(form.find("saddle")->hidden);
    CHECK(form.find("nowhere") == nullptr);
}

TEST_CASE("lists of answers that the form brings along are used", "[forms][reading]") {
    const auto reading = readForm(R"({"resourceType": "Questionnaire", "url": "u", "title": "t",
        "contained": [
            {"resourceType": "ValueSet", "id": "kinds", "compose": {"include": [{"system": "s",
              "concept": [{"code": "ache", "display": "Ache"}, {"code": "burn"}]}]}},
            {"resourceType": "ValueSet", "id": "sides", "url": "http://example.org/sides",
             "expansion": {"contains": [{"system": "s", "code": "left", "display": "Left"}]}}],
        "item": [{"linkId": "k", "type": "choice", "answerValueSet": "#kinds"},
                 {"linkId": "s", "type": "choice",
                  "answerValueSet": "http://example.org/sides"}]})");
    REQUIRE(reading.form);
    CHECK(reading.faults.empty());
    const auto* kinds = reading.form->find("k");
    REQUIRE(kinds->options.size() == 2);
    CHECK(kinds->options[0].display.text == "Ache");
    CHECK(kinds->options[1].display.text == "burn");
    CHECK(reading.form->find("s")->options.size() == 1);
}

TEST_CASE("what would lose or distort an answer is an error with its question",
          "[forms][reading]") {
    const auto [items, fault] = GENERATE(table<std::string, std::string>({
        {R"({"linkId": "a", "type": "reference"})", "error a: The type reference is not kept here"},
        {R"({"linkId": "a", "type": "coding"})", "error a: The type coding belongs to another "
                                                 "version of FHIR"},
        {R"({"linkId": "a", "type": "wish"})", "error a: The type \"wish\" is none"},
        {R"({"linkId": "a"})", "error a: The item has no type."},
        {R"({"type": "string"})", "error: An item has no linkId."},
        {R"({"linkId": "a", "type": "string"}, {"linkId": "a", "type": "string"})",
         "error a: The linkId stands twice"},
        {R"({"linkId": "a", "type": "string", "enableWhen": [
              {"question": "b", "operator": "exists", "answerBoolean": true}]})",
         "error a: A condition asks for the question \"b\", which is not in the form."},
        {R"({"linkId": "a", "type": "string", "enableWhen": [
              {"question": "a", "operator": "exists", "answerBoolean": true}]})",
         "error a: The conditions run in a circle"},
        {R"({"linkId": "a", "type": "string", "enableWhen": [
              {"question": "b", "operator": "exists", "answerBoolean": true}]},
            {"linkId": "b", "type": "string", "enableWhen": [
              {"question": "a", "operator": "exists", "answerBoolean": true}]})",
         "The conditions run in a circle"},
        {R"({"linkId": "g", "type": "group", "enableWhen": [
              {"question": "in", "operator": "exists", "answerBoolean": true}], "item": [
                {"linkId": "in", "type": "string"}]})",
         "The conditions run in a circle"},
        {R"({"linkId": "q", "type": "integer"}, {"linkId": "a", "type": "string", "enableWhen": [
              {"question": "q", "operator": "like", "answerInteger": 1}]})",
         "error a: A condition (enableWhen) needs"},
        {R"({"linkId": "q", "type": "integer"}, {"linkId": "a", "type": "string", "enableWhen": [
              {"question": "q", "operator": "=", "answerString": "much"}]})",
         "error a: A condition asks \"q\" for an answer that can't be"},
        {R"({"linkId": "q", "type": "integer"}, {"linkId": "a", "type": "string", "enableWhen": [
              {"question": "q", "operator": "=", "answerInteger": 1},
              {"question": "q", "operator": "=", "answerInteger": 2}]})",
         "error a: Several conditions need an enableBehavior"},
        {R"({"linkId": "a", "type": "choice"})", "error a: There is nothing to choose from."},
        {R"({"linkId": "a", "type": "choice", "answerValueSet": "#none"})",
         "error a: The list of answers #none is not in the form."},
        {R"({"linkId": "a", "type": "boolean", "answerOption": [{"valueString": "x"}]})",
         "error a: A question of type boolean has no answers to choose from."},
        {R"({"linkId": "a", "type": "integer", "initial": [{"valueString": "x"}]})",
         "error a: The initial answer can't be one"},
        {R"({"linkId": "a", "type": "display", "item": [{"linkId": "b", "type": "string"}]})",
         "error a: A display text has no items beneath it."},
        {R"({"linkId": "a", "type": "string", "maxLength": "ten"})",
         "error a: maxLength must be a whole number"},
        {R"({"linkId": "a", "type": "string", "required": "yes"})",
         "error a: required must be true or false."},
        {R"({"linkId": "a", "type": "string", "modifierExtension": [{"url": "x"}]})",
         "error a: A modifier extension"},
        {R"({"linkId": "a", "type": "string", "answerConstraint": "optionsOnly"})",
         "error a: answerConstraint belongs to FHIR R5"},
        {R"({"linkId": "a", "type": "string", "extension": [
              {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs",
               "valueInteger": 2}]})",
         "error a: The extension questionnaire-maxOccurs decides about answers"},
        {R"({"linkId": "a", "type": "integer", "extension": [
              {"url": "urn:palpate:form:red-flag", "valueCode": "ces_saddle"}]})",
         "error a: A red flag is a yes or no"},
    }));
    INFO(items);
    const auto faults = faultsOfItems(items);
    CHECK_THAT(faults, ContainsSubstring(fault));
    CHECK_FALSE(readForm(formText(items)).isUsable());
}

TEST_CASE("what only looks different is a note, and the form is used", "[forms][reading]") {
    const auto faults = faultsOfItems(R"(
        {"linkId": "a", "type": "string", "extension": [
            {"url": "http://hl7.org/fhir/StructureDefinition/rendering-style", "valueString": "x"},
            {"url": "http://example.org/ours", "valueString": "x"}]},
        {"linkId": "t", "type": "group", "extension": [
            {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
             "valueCodeableConcept": {"coding": [{"code": "gtable"}]}}], "item": [
                {"linkId": "b", "type": "string"}]})");
    CHECK(faults == "note a: rendering-style is not shown here.\n"
                    "note a: The extension http://example.org/ours is not known here and is passed "
                    "over.\n"
                    "note t: The table is shown as plain questions.\n");
}

TEST_CASE("what is no Questionnaire is refused in one sentence", "[forms][reading]") {
    const auto [text, fault] = GENERATE(table<std::string, std::string>({
        {"", "error: The file is no JSON: line 1"},
        {"{\n\n\"a\": }", "error: The file is no JSON: line 3"},
        {"[]", "error: The file holds no JSON object"},
        {"\"Questionnaire\"", "error: The file holds no JSON object"},
        {"{}", "error: The file is no FHIR Questionnaire"},
        {R"({"resourceType": "Patient"})", "error: The file is a FHIR Patient, no Questionnaire."},
        {R"({"resourceType": 7})", "error: resourceType must be a text."},
        {"{\"resourceType\": \"Questionnaire\", \"title\": \"\xFF\"}", "error: The file is not "
                                                                       "UTF-8"},
        {R"({"resourceType": "Questionnaire", "url": "u", "title": "t"})",
         "error: The form asks nothing"},
        {R"({"resourceType": "Questionnaire", "title": "t", "item": [
              {"linkId": "a", "type": "string"}]})",
         "error: The form has no url"},
        {R"({"resourceType": "Questionnaire", "url": "u", "item": [
              {"linkId": "a", "type": "string"}]})",
         "error: The form has neither title nor name"},
        {R"({"resourceType": "Questionnaire", "url": "u", "title": "t", "item": {"linkId": "a"}})",
         "error: item must be a list"},
    }));
    INFO(text);
    CHECK_THAT(faultsOf(text), StartsWith(fault));
    CHECK_FALSE(readForm(text).isUsable());
}
