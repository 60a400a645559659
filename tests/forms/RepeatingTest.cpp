// SPDX-License-Identifier: MIT
#include "forms/FormText.h"

#include <catch2/catch_test_macros.hpp>

using namespace palpate;
using namespace palpate::forms;

namespace {

[[nodiscard]] Questionnaire activities() {
    return formOf(R"({"linkId": "activity", "type": "group", "repeats": true, "item": [
        {"linkId": "what", "type": "string"},
        {"linkId": "how", "type": "integer", "initial": [{"valueInteger": 5}]},
        {"linkId": "detail", "type": "group", "item": [
            {"linkId": "note", "type": "text"}]}]})");
}

} // namespace

SCENARIO("a group repeats with all that lies in it", "[forms][repeating]") {
    const auto form = activities();
    FormRun run{form};
    give(run, {{"activity", 0}, {"what", 0}}, std::string{"gardening"});
    const auto second = run.addRepetition(at("activity"));
    REQUIRE(second);
    CHECK(*second == FormPlace{{"activity", 1}});
    give(run, {{"activity", 1}, {"what", 0}}, std::string{"sitting"});
    give(run, {{"activity", 1}, {"detail", 0}, {"note", 0}}, std::string{"in the car"});

    CHECK(told(run, {{"activity", 0}, {"what", 0}}) == "gardening");
    CHECK(told(run, {{"activity", 1}, {"how", 0}}) == "5"); // begins as the first did
    const auto answers = run.answers();
    REQUIRE(answers.items.size() == 2);
    CHECK(answers.items[0].linkId == "activity");
    CHECK(answers.items[1].items.size() == 3);

    WHEN("the first is removed") {
        run.removeRepetition(at("activity"));
        THEN("the second is the first now, whole") {
            CHECK(told(run, {{"activity", 0}, {"what", 0}}) == "sitting");
            CHECK(told(run, {{"activity", 0}, {"detail", 0}, {"note", 0}}) == "in the car");
            CHECK(run.lineAt({{"activity", 1}}) == nullptr);
        }
        AND_WHEN("the last one is removed too") {
            run.removeRepetition(at("activity"));
            THEN("it is emptied, and stays to be filled in") {
                CHECK(told(run, {{"activity", 0}, {"what", 0}}).empty());
                CHECK(run.answers().items.empty());
            }
        }
    }
    WHEN("it is taken up again later") {
        std::vector<FormFault> leftOut;
        FormRun again{form, run.everything(), leftOut};
        THEN("all repetitions are there") {
            CHECK(leftOut.empty());
            CHECK(again.everything() == run.everything());
            CHECK(told(again, {{"activity", 1}, {"what", 0}}) == "sitting");
        }
    }
}

SCENARIO("a question that repeats takes several answers, each with what is asked beneath",
         "[forms][repeating]") {
    const auto form = formOf(R"({"linkId": "med", "type": "string", "repeats": true, "item": [
        {"linkId": "dose", "type": "string"}]})");
    FormRun run{form};
    CHECK(run.lineAt({{"med", 0}, {"dose", 0}}) == nullptr); // nothing to ask it of yet
    REQUIRE_FALSE(
        run.answer(at("med"), {AnswerValue{std::string{"one"}}, AnswerValue{std::string{"two"}}}));
    give(run, {{"med", 1}, {"dose", 0}}, std::string{"5 mg"});
    const auto answers = run.answers();
    REQUIRE(answers.items.size() == 1);
    REQUIRE(answers.items[0].answers.size() == 2);
    CHECK(answers.items[0].answers[0].items.empty());
    CHECK(answers.items[0].answers[1].items.front().linkId == "dose");
    WHEN("the second name is corrected") {
        REQUIRE_FALSE(run.answer(
            at("med"), {AnswerValue{std::string{"one"}}, AnswerValue{std::string{"three"}}}));
        THEN("its dose stays") {
            CHECK(told(run, {{"med", 1}, {"dose", 0}}) == "5 mg");
        }
    }
}

SCENARIO("what is asked beneath one of several choices goes with that choice",
         "[forms][repeating]") {
    const auto form = formOf(R"({"linkId": "where", "type": "choice", "repeats": true,
        "answerOption": [{"valueString": "back"}, {"valueString": "neck"}, {"valueString": "none"}],
        "item": [{"linkId": "since", "type": "string"}]})");
    const auto choose = [](FormRun& run, const std::vector<std::string>& words) {
        REQUIRE_FALSE(run.answer(at("where"), {words.begin(), words.end()}));
    };
    FormRun run{form};
    choose(run, {"back", "neck"});
    give(run, {{"where", 0}, {"since", 0}}, std::string{"May"});
    give(run, {{"where", 1}, {"since", 0}}, std::string{"June"});
    WHEN("the first is not meant any more") {
        choose(run, {"neck"});
        THEN("the second keeps its own") {
            CHECK(told(run, {{"where", 0}, {"since", 0}}) == "June");
            CHECK(run.lineAt({{"where", 1}, {"since", 0}}) == nullptr);
        }
        AND_WHEN("it is chosen again") {
            choose(run, {"back", "neck"});
            THEN("it begins anew, and the second still keeps its own") {
                CHECK(told(run, {{"where", 0}, {"since", 0}}).empty());
                CHECK(told(run, {{"where", 1}, {"since", 0}}) == "June");
            }
        }
        AND_WHEN("another is chosen in its place") {
            choose(run, {"none"});
            THEN("nothing of it is taken over") {
                CHECK(told(run, {{"where", 0}, {"since", 0}}).empty());
            }
        }
    }
    WHEN("they stand the other way round") {
        choose(run, {"neck", "back"});
        THEN("each keeps its own") {
            CHECK(told(run, {{"where", 0}, {"since", 0}}) == "June");
            CHECK(told(run, {{"where", 1}, {"since", 0}}) == "May");
        }
    }
}

TEST_CASE("a single answer that is corrected keeps what is asked beneath it",
          "[forms][repeating]") {
    const auto form = formOf(R"({"linkId": "days", "type": "integer", "item": [
        {"linkId": "why", "type": "string"}]})");
    FormRun run{form};
    give(run, at("days"), std::int64_t{3});
    give(run, {{"days", 0}, {"why", 0}}, std::string{"work"});
    give(run, at("days"), std::int64_t{4});
    CHECK(told(run, at("days")) == "4");
    CHECK(told(run, {{"days", 0}, {"why", 0}}) == "work");
}

TEST_CASE("a group that does not repeat has no further one", "[forms][repeating]") {
    const auto form = formOf(R"({"linkId": "g", "type": "group", "item": [
        {"linkId": "q", "type": "string"}]})");
    FormRun run{form};
    CHECK_FALSE(run.addRepetition(at("g")));
    CHECK_FALSE(run.addRepetition({{"g", 0}, {"q", 0}}));
    CHECK_FALSE(run.addRepetition(at("nowhere")));
}

TEST_CASE("answers that do not fit the form any more are told, the rest is kept",
          "[forms][repeating]") {
    const auto form = formOf(R"({"linkId": "a", "type": "integer"},
                                {"linkId": "b", "type": "string"})");
    const FormAnswers before{"http://example.org/form",
                             "0",
                             {{"a", "", {Answer{AnswerValue{std::string{"many"}}}}},
                              {"b", "", {Answer{AnswerValue{std::string{"kept"}}}}},
                              {"gone", "", {Answer{AnswerValue{true}}}}}};
    std::vector<FormFault> leftOut;
    FormRun run{form, before, leftOut};
    REQUIRE(leftOut.size() == 2);
    CHECK(leftOut[0].linkId == "a");
    CHECK(leftOut[1].linkId == "gone");
    CHECK(told(run, at("b")) == "kept");
    CHECK(told(run, at("a")).empty());
}
