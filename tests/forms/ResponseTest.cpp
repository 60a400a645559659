// SPDX-License-Identifier: MIT
#include "domain/Calendar.h"
#include "forms/FormAnswersText.h"
#include "forms/FormText.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace palpate;
using namespace palpate::forms;
using Catch::Matchers::ContainsSubstring;

namespace {

[[nodiscard]] FormAnswers everyKind() {
    const auto one = [](const char* id, AnswerValue value) {
        return AnsweredItem{id, "", {Answer{std::move(value)}}, {}};
    };
    return {
        "http://example.org/form",
        "2.1",
        {one("boolean", false), one("decimal", 0.1), one("integer", std::int64_t{-7}),
         one("date", *parsePartialDate("2026-11")),
         one("dateTime", *parseFormDateTime("2026-11-23T10:42:00+01:00")),
         one("time", *parseFormTime("10:42")), one("string", std::string{"„ok“ \"q\" \\ \n 日本"}),
         one("url", FormUrl{"https://example.org/?a=b"}),
         one("coding", Coding{"s", "c", "Display"}),
         one("quantity", Quantity{2.5, "kg", "http://unitsofmeasure.org", "kg"}),
         one("file",
             AttachmentAnswer{"scan.png", "image/png", "0190b3c4-0000-7000-8000-000000000001"}),
         AnsweredItem{"group",
                      "A group",
                      {},
                      {AnsweredItem{
                          "nested", "", {Answer{AnswerValue{true}, {one("beneath", 1.0)}}}, {}}}}}};
}

} // namespace

TEST_CASE("answers of every kind are written and read back the same", "[forms][response]") {
    const auto text =
        responseText(everyKind(), {"id1", true, *parseIsoInstant("2026-11-23T10:42:00Z"),
                                   "Patient/1", "Practitioner/2"});
    const auto read = readResponse(text);
    for (const auto& fault : read.faults) {
        UNSCOPED_INFO(fault.sentence);
    }
    REQUIRE(read.answers);
    CHECK(*read.answers == everyKind());
    CHECK(read.head.completed);
    CHECK(read.head.authored == parseIsoInstant("2026-11-23T10:42:00Z"));
    CHECK_THAT(text, ContainsSubstring("\"questionnaire\": \"http://example.org/form|2.1\""));
    CHECK_THAT(text, ContainsSubstring("\"valueDecimal\": 0.1"));
}

TEST_CASE("an unfinished response says so", "[forms][response]") {
    const auto read = readResponse(responseText(everyKind()));
    CHECK_FALSE(read.head.completed);
    CHECK(read.answers);
}

TEST_CASE("what is no response is refused in one sentence with its place", "[forms][response]") {
    const auto [text, sentence] = GENERATE(table<std::string, std::string>({
        {"", "line 1 is not understood"},
        {"[1]", "no JSON object"},
        {"{\n\"a\": \n}", "line 3 is not understood"},
        {R"({"resourceType": "Patient"})", "is a FHIR Patient, no QuestionnaireResponse"},
        {R"({"resourceType": "QuestionnaireResponse", "status": "completed"})",
         "do not say which form"},
        {R"({"resourceType": "QuestionnaireResponse", "questionnaire": "u", "status": "gone"})",
         "status \"gone\""},
        {R"({"resourceType": "QuestionnaireResponse", "questionnaire": "u", "status": "completed",
             "item": [{"linkId": "a", "answer": [{"valueInteger": "seven"}]}]})",
         "valueInteger is not well-formed"},
        {R"({"resourceType": "QuestionnaireResponse", "questionnaire": "u", "status": "completed",
             "item": [{"linkId": "a", "answer": [{"valueReference": {"reference": "x"}}]}]})",
         "references are not kept"},
        {R"({"resourceType": "QuestionnaireResponse", "questionnaire": "u", "status": "completed",
             "item": [{"answer": []}]})",
         "has no linkId"},
        {R"({"resourceType": "QuestionnaireResponse", "questionnaire": "u", "status": "completed",
             "item": {"linkId": "a"}})",
         "item must be a list"},
    }));
    INFO(text);
    const auto read = readResponse(text);
    CHECK_FALSE(read.answers);
    REQUIRE_FALSE(read.faults.empty());
    CHECK_THAT(read.faults.front().sentence, ContainsSubstring(sentence));
}
