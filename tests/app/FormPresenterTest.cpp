// SPDX-License-Identifier: MIT
// A form being filled in, in a real clinic: what is asked, what is kept, what is told.
#include "app/FormPresenter.h"

#include "app/FormBodyMap.h"
#include "app/FormFilling.h"
#include "domain/Error.h"
#include "storage/Store.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>

namespace palpate::app {

using Catch::Matchers::ContainsSubstring;
using test::formOf;
using test::isShown;
using test::ownForm;
using test::place;
using test::row;
using test::shippedForm;
using test::subjectOf;

namespace {

[[nodiscard]] FormRecord stored(test::OpenClinic& clinic, const FormPresenter& form) {
    const auto record = clinic->store().forms().find(form.record());
    REQUIRE(record);
    return *record;
}

constexpr auto kMixed = R"(
  {"linkId": "well", "type": "boolean", "text": "Well?"},
  {"linkId": "age", "type": "integer", "text": "Age", "required": true,
   "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueInteger": 120}]},
  {"linkId": "day", "type": "date", "text": "Since"},
  {"linkId": "weight", "type": "quantity", "text": "Weight", "extension": [
    {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption",
     "valueCoding": {"system": "http://unitsofmeasure.org", "code": "kg", "display": "kg"}},
    {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption",
     "valueCoding": {"system": "http://unitsofmeasure.org", "code": "g", "display": "g"}}]},
  {"linkId": "what", "type": "open-choice", "text": "What helps?", "repeats": true, "answerOption": [
    {"valueString": "Heat"}, {"valueString": "Rest"},
    {"valueString": "Nothing", "extension": [
      {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive",
       "valueBoolean": true}]}]},
  {"linkId": "file", "type": "attachment", "text": "Letter"},
  {"linkId": "map", "type": "text", "text": "Paint", "extension": [
    {"url": "urn:palpate:form:body-map", "valueBoolean": true}]})";

} // namespace

SCENARIO("a question is asked only where its condition holds, and its answer comes back") {
    test::OpenClinic clinic;
    FormPresenter form{*clinic, shippedForm(clinic, "symptoms"), subjectOf(clinic)};
    CHECK_FALSE(isShown(form, "nerves/numb.where"));
    const auto asked = form.view().asked;
    CHECK_FALSE(form.setTruth(place("nerves/numb"), true));
    REQUIRE(isShown(form, "nerves/numb.where"));
    CHECK(form.view().asked == asked + 1);
    CHECK_FALSE(form.type(place("nerves/numb.where"), "outer edge of the foot"));
    CHECK(form.view().answered == 2);
    CHECK(form.view().progressText == "2 of " + std::to_string(form.view().asked) + " answered");
    WHEN("the answer before it was a slip") {
        CHECK_FALSE(form.setTruth(place("nerves/numb"), false));
        CHECK_FALSE(isShown(form, "nerves/numb.where"));
        CHECK(row(form, "nerves/numb").truth == false);
        THEN("it is kept in the clinic, and stands there again after the program began anew") {
            const auto id = form.record();
            clinic.reopen();
            FormPresenter again{*clinic, id};
            CHECK_FALSE(isShown(again, "nerves/numb.where"));
            CHECK_FALSE(again.setTruth(place("nerves/numb"), true));
            CHECK(row(again, "nerves/numb.where").text == "outer edge of the foot");
        }
        THEN("it is not part of the completed form") {
            CHECK(form.complete().empty());
            const auto record = stored(clinic, form);
            CHECK(answersTo(record.answers, "numb.where").empty());
            REQUIRE(answersTo(record.answers, "numb").size() == 1);
        }
    }
}

SCENARIO("not asked is another thing than no") {
    test::OpenClinic clinic;
    FormPresenter form{*clinic, shippedForm(clinic, "symptoms"), subjectOf(clinic)};
    CHECK_FALSE(row(form, "nerves/numb").truth.has_value());
    CHECK_FALSE(form.setTruth(place("nerves/numb"), false));
    CHECK(row(form, "nerves/numb").truth == false);
    CHECK(row(form, "nerves/numb").isAnswered);
    CHECK_FALSE(form.setTruth(place("nerves/tingling"), true));
    form.clear(place("nerves/tingling"));
    CHECK_FALSE(row(form, "nerves/tingling").truth.has_value());
    CHECK(form.complete().empty());
    const auto record = stored(clinic, form);
    CHECK(answersTo(record.answers, "numb").size() == 1);
    CHECK(answersTo(record.answers, "tingling").empty());
    const auto known = shippedForm(clinic, "symptoms");
    const auto lines = askedLines(record, &known, "UTC");
    const auto answer = [&](const std::string& question) {
        const auto found = std::ranges::find(lines, question, &AskedLine::question);
        return found == lines.end() ? std::string{"missing"} : found->answer;
    };
    CHECK(answer("Is any part numb?") == "no");
    CHECK(answer("Do you feel pins and needles?") == "not asked");
    CHECK(answer("Where, and since when?") == "missing"); // its condition does not hold
}

SCENARIO("a group repeats, is scored live, and gives way without mixing its lines up") {
    test::OpenClinic clinic;
    FormPresenter form{*clinic, shippedForm(clinic, "psfs"), subjectOf(clinic)};
    CHECK(row(form, "score").kind == FieldKind::Calculated);
    CHECK(row(form, "score").text.empty()); // nothing rated is no zero
    CHECK(row(form, "activity/activity.rating").kind == FieldKind::Slider);
    CHECK(row(form, "activity/activity.rating").help == "0 not at all, 10 as well as before");
    CHECK_FALSE(row(form, "activity/activity.rating").value.has_value());
    CHECK_FALSE(form.type(place("activity/activity.what"), "sitting"));
    CHECK_FALSE(form.type(place("activity/activity.rating"), "3"));
    CHECK(row(form, "activity").repeats);
    CHECK_FALSE(row(form, "activity").removable);
    form.addRepetition(place("activity"));
    CHECK_FALSE(row(form, "activity").repeats);
    CHECK(row(form, "activity#1").repeats);
    CHECK(row(form, "activity#1").removable);
    CHECK_FALSE(form.type(place("activity#1/activity.what"), "lifting"));
    CHECK_FALSE(form.type(place("activity#1/activity.rating"), "6"));
    CHECK(row(form, "score").text == "4.5");
    form.addRepetition(place("activity#1"));
    const auto refused = form.type(place("activity#2/activity.rating"), "some");
    REQUIRE(refused);
    form.removeRepetition(place("activity"));
    CHECK(row(form, "activity/activity.what").text == "lifting");
    CHECK(row(form, "activity#1/activity.rating").text == "some"); // moved up with its group
    CHECK(row(form, "score").text == "6");
    const auto gaps = form.complete();
    CHECK(gaps.size() == 2); // the unnamed activity and its rating
    form.removeRepetition(place("activity#1"));
    CHECK(form.complete().empty());
    CHECK(stored(clinic, form).score == 6);
    CHECK(stored(clinic, form).measure == "psfs");
}

SCENARIO("what can't be read stays on its line, is told when it is left, and is not stored") {
    test::OpenClinic clinic;
    ownForm(clinic, "mixed", kMixed);
    FormPresenter form{*clinic, formOf(clinic, "urn:clinic:mixed"), subjectOf(clinic)};
    CHECK_FALSE(form.type(place("age"), "41"));
    CHECK(answersTo(stored(clinic, form).answers, "age").size() == 1);
    const auto problem = form.type(place("age"), "41 or so");
    REQUIRE(problem);
    CHECK(row(form, "age").text == "41 or so");
    CHECK(row(form, "age").problems.empty());                      // while one types
    CHECK(answersTo(stored(clinic, form).answers, "age").empty()); // the old one is no longer meant
    form.leave(place("age"));
    REQUIRE(row(form, "age").problems.size() == 1);
    CHECK(row(form, "age").problems[0] == shown(*problem));
    const auto gaps = form.complete();
    REQUIRE(gaps.size() == 1);
    CHECK(gaps[0].first == place("age"));
    CHECK(shown(gaps[0].second) == shown(*problem));
    CHECK_FALSE(stored(clinic, form).completed.has_value());
    CHECK_FALSE(form.type(place("age"), "130"));
    REQUIRE(row(form, "age").problems.size() == 1);
    CHECK_THAT(row(form, "age").problems[0], ContainsSubstring("120"));
    CHECK(form.complete().size() == 1);
    CHECK_FALSE(form.type(place("age"), "41"));
    CHECK(form.complete().empty());
    CHECK_FALSE(form.view().rows.empty());
    CHECK(form.view().completed);
}

SCENARIO("a day is shown as it was understood once its line is left") {
    test::OpenClinic clinic;
    ownForm(clinic, "mixed", kMixed);
    FormPresenter form{*clinic, formOf(clinic, "urn:clinic:mixed"), subjectOf(clinic)};
    CHECK_FALSE(form.type(place("day"), "3/4/2026"));
    CHECK(row(form, "day").text == "3/4/2026");
    form.leave(place("day"));
    CHECK(row(form, "day").text == "3 Apr 2026");
    CHECK(form.type(place("day"), "3/4")); // no year
    CHECK(answersTo(stored(clinic, form).answers, "day").empty());
}

SCENARIO("several are chosen in the form's order; one that excludes the others stands alone") {
    test::OpenClinic clinic;
    ownForm(clinic, "mixed", kMixed);
    FormPresenter form{*clinic, formOf(clinic, "urn:clinic:mixed"), subjectOf(clinic)};
    const auto what = place("what");
    CHECK(row(form, "what").kind == FieldKind::ChooseMany);
    CHECK(row(form, "what").takesOther);
    CHECK_FALSE(form.choose(what, 1, true));
    CHECK_FALSE(form.choose(what, 0, true));
    CHECK_FALSE(form.type(what, "a hot bath"));
    CHECK(row(form, "what").chosen == std::vector{true, true, false});
    CHECK(row(form, "what").text == "a hot bath");
    CHECK_FALSE(form.type(what, "a cold bath"));
    CHECK(answersTo(stored(clinic, form).answers, "what").size() == 3);
    CHECK_FALSE(form.choose(what, 1, false));
    CHECK(row(form, "what").text == "a cold bath");
    CHECK_FALSE(form.choose(what, 2, true));
    CHECK(row(form, "what").chosen == std::vector{false, false, true});
    CHECK(row(form, "what").text.empty());
    CHECK_FALSE(form.choose(what, 0, true));
    CHECK(row(form, "what").chosen == std::vector{true, false, false});
    CHECK(form.choose(what, 9, true)); // there is none
    CHECK(form.choose(place("nowhere"), 0, true));
}

SCENARIO("a quantity keeps its number when its unit is another one") {
    test::OpenClinic clinic;
    ownForm(clinic, "mixed", kMixed);
    FormPresenter form{*clinic, formOf(clinic, "urn:clinic:mixed"), subjectOf(clinic)};
    CHECK(row(form, "weight").units == std::vector<std::string>{"kg", "g"});
    CHECK_FALSE(form.setUnit(place("weight"), 1));
    CHECK_FALSE(form.type(place("weight"), "70,5"));
    CHECK(row(form, "weight").unitChosen == 1);
    CHECK_FALSE(form.setUnit(place("weight"), 0));
    CHECK(row(form, "weight").unitChosen == 0);
    CHECK_FALSE(form.type(place("weight"), "70500 g"));
    CHECK(row(form, "weight").unitChosen == 1);
    const auto record = stored(clinic, form);
    const auto answers = answersTo(record.answers, "weight");
    REQUIRE(answers.size() == 1);
    CHECK(std::get<Quantity>(answers[0]->value).value == 70500);
    CHECK(std::get<Quantity>(answers[0]->value).code == "g");
}

SCENARIO("a file is kept among the patient's documents with the answer, or not at all") {
    test::OpenClinic clinic;
    ownForm(clinic, "mixed", kMixed);
    FormPresenter form{*clinic, formOf(clinic, "urn:clinic:mixed"), subjectOf(clinic)};
    const auto letter = clinic.temp() / "letter.pdf";
    std::ofstream{letter} << "%PDF-1.4\nlong enough\n%%EOF\n";
    CHECK_FALSE(form.attach(place("file"), letter));
    CHECK(row(form, "file").text == "letter.pdf");
    REQUIRE(clinic->store().documents().ofPatient(clinic.patient()).size() == 1);
    const auto text = clinic.temp() / "note.txt";
    std::ofstream{text} << "no picture and no PDF";
    CHECK(form.attach(place("file"), text));
    CHECK(form.attach(place("file"), clinic.temp() / "missing.pdf"));
    CHECK(form.attach(place("age"), letter));
    CHECK(row(form, "file").text == "letter.pdf");
    CHECK(clinic->store().documents().ofPatient(clinic.patient()).size() == 1);
}

SCENARIO("what was painted is kept with its view, and nothing else is taken for it") {
    test::OpenClinic clinic;
    ownForm(clinic, "mixed", kMixed);
    FormPresenter form{*clinic, formOf(clinic, "urn:clinic:mixed"), subjectOf(clinic)};
    const Polygon square{{{10, 10}, {20, 10}, {20, 20.5}}};
    const auto text =
        bodyMapText({{View::Posterior, false, {square, square}}, {View::Left, true, {square}}});
    CHECK(text == "posterior body 100,100 200,100 200,205\nposterior body 100,100 200,100 200,205\n"
                  "left arm 100,100 200,100 200,205");
    const auto parts = parseBodyMapText(text);
    REQUIRE(parts);
    REQUIRE(parts->size() == 2);
    CHECK(bodyMapText(*parts) == text);
    CHECK_FALSE(form.paint(place("map"), text));
    CHECK(row(form, "map").text == text);
    for (const std::string wrong :
         {"posterior 100,100 200,100 200,205", "back body 1,1 2,2 3,3", "anterior arm 1,1 2,1 2,2",
          "posterior body 1,1 2,2", "posterior body 01,1 2,2 3,3", "posterior body 1,1 2,2 3,3\n",
          "hello"}) {
        INFO(wrong);
        CHECK_FALSE(parseBodyMapText(wrong));
        CHECK(form.paint(place("map"), wrong));
    }
    CHECK(row(form, "map").text == text);
    CHECK(form.paint(place("age"), text)); // no body map there
    CHECK_FALSE(form.paint(place("map"), ""));
    CHECK_FALSE(row(form, "map").isAnswered);
}

SCENARIO("two programs fill in one form: the second is told, and nothing of either is lost") {
    test::OpenClinic clinic;
    FormPresenter form{*clinic, shippedForm(clinic, "symptoms"), subjectOf(clinic)};
    CHECK_FALSE(form.setTruth(place("nerves/numb"), true));
    const auto other = clinic.secondProgram();
    FormPresenter there{*other, form.record()};
    CHECK(row(there, "nerves/numb").truth == true);
    CHECK_FALSE(there.setTruth(place("nerves/tingling"), true));
    CHECK_THROWS_AS(form.type(place("moving/eases"), "walking"), RecordChanged);
    CHECK(row(form, "moving/eases").text.empty()); // as it was
    CHECK(row(form, "nerves/numb").truth == true);
    CHECK_THROWS_AS(form.complete(), RecordChanged);
    CHECK_FALSE(form.view().completed);
    FormPresenter again{*clinic, form.record()};
    CHECK(row(again, "nerves/tingling").truth == true);
    CHECK(again.complete().empty());
    CHECK_THROWS_AS(there.setTruth(place("nerves/tingling"), false), RecordChanged);
    FormPresenter shown{*clinic, form.record()};
    CHECK(shown.view().completed);
    REQUIRE(shown.setTruth(place("nerves/tingling"), false)); // frozen: a sentence, no change
    CHECK(row(shown, "nerves/tingling").truth == true);
    CHECK_THROWS_AS(shown.putAway(), EditRefused);
    CHECK_THROWS_AS(shown.complete(), EditRefused);
}

SCENARIO("one that was begun and never touched is gone on with; a second is begun beside answers") {
    test::OpenClinic clinic;
    const auto form = shippedForm(clinic, "symptoms");
    const auto first = FormPresenter{*clinic, form, subjectOf(clinic)}.record();
    FormPresenter again{*clinic, form, subjectOf(clinic)};
    CHECK(again.record() == first);
    CHECK(FormPresenter{*clinic, form, subjectOf(clinic), FilledBy::Patient}.record() != first);
    CHECK_FALSE(again.setTruth(place("nerves/numb"), true));
    FormPresenter second{*clinic, form, subjectOf(clinic)};
    CHECK(second.record() != first);
    second.putAway();
    const auto left = clinic->store().forms().ofPatient(clinic.patient());
    CHECK(std::ranges::none_of(
        left, [&](const FormRecord& record) { return record.id == second.record(); }));
}

SCENARIO("a form that was changed meanwhile loses no answer and hides none") {
    test::OpenClinic clinic;
    ownForm(clinic, "ours", R"({"linkId": "g", "type": "group", "text": "G", "item": [
        {"linkId": "old", "type": "string", "text": "Old question"},
        {"linkId": "kind", "type": "string", "text": "How long?"},
        {"linkId": "same", "type": "string", "text": "Same"}]})");
    std::optional<FormRecordId> id;
    {
        FormPresenter form{*clinic, formOf(clinic, "urn:clinic:ours"), subjectOf(clinic)};
        id = form.record();
        CHECK_FALSE(form.type(place("g/old"), "an answer"));
        CHECK_FALSE(form.type(place("g/kind"), "two weeks"));
        CHECK_FALSE(form.type(place("g/same"), "stays"));
    }
    ownForm(clinic, "ours", R"({"linkId": "g", "type": "group", "text": "G", "item": [
        {"linkId": "kind", "type": "integer", "text": "How many days?"},
        {"linkId": "same", "type": "string", "text": "Same, in other words"}]})",
            {}, "2");
    FormPresenter form{*clinic, *id};
    REQUIRE(form.view().leftOut.size() == 3);
    CHECK(form.view().leftOut[0] == "No place in the form any more: Old question: an answer");
    CHECK(form.view().leftOut[1] == "No place in the form any more: How long?: two weeks");
    CHECK_THAT(form.view().leftOut[2], ContainsSubstring("which counts"));
    CHECK(row(form, "g/same").text == "stays");
    CHECK_FALSE(form.type(place("g/kind"), "14"));
    clinic.reopen();
    FormPresenter again{*clinic, *id};
    CHECK(again.view().leftOut.size() >= 2); // still there
    CHECK(again.complete().empty());
    const auto record = stored(clinic, again);
    CHECK(record.answers.formVersion == "2");
    CHECK(answersTo(record.answers, "old").size() == 1);
    CHECK(answersTo(record.answers, "kind").size() == 2);
    const auto known = formOf(clinic, "urn:clinic:ours");
    const auto lines = askedLines(record, &known, "UTC");
    CHECK(std::ranges::count(lines, "an answer", &AskedLine::answer) == 1);
    CHECK(std::ranges::count(lines, "two weeks", &AskedLine::answer) == 1);
}

SCENARIO(
    "a completed form whose form is gone is read as a list, never shown under other questions") {
    test::OpenClinic clinic;
    ownForm(clinic, "ours", R"({"linkId": "a", "type": "boolean", "text": "Better?"})");
    FormPresenter form{*clinic, formOf(clinic, "urn:clinic:ours"), subjectOf(clinic)};
    CHECK_FALSE(form.setTruth(place("a"), true));
    CHECK(form.complete().empty());
    CHECK(FormPresenter{*clinic, form.record()}.view().completed);
    ownForm(clinic, "ours", R"({"linkId": "a", "type": "boolean", "text": "Worse?"})");
    CHECK_THROWS_AS((FormPresenter{*clinic, form.record()}), EditRefused);
    const auto known = formOf(clinic, "urn:clinic:ours");
    auto lines = askedLines(stored(clinic, form), &known, "UTC");
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].question == "Better?");
    CHECK(lines[0].answer == "yes");
    std::filesystem::remove(clinic.folder() / "forms/ours.json");
    CHECK_THROWS_AS((FormPresenter{*clinic, form.record()}), EditRefused);
    lines = askedLines(stored(clinic, form), nullptr, "UTC");
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].question == "Better?");
}

SCENARIO("the window is told of each change, and only then") {
    test::OpenClinic clinic;
    FormPresenter form{*clinic, shippedForm(clinic, "symptoms"), subjectOf(clinic)};
    int changes = 0;
    form.onChange = [&] { ++changes; };
    CHECK_FALSE(form.setTruth(place("nerves/numb"), true));
    CHECK_FALSE(form.type(place("nerves/numb.where"), "foot"));
    form.leave(place("nerves/numb.where"));
    CHECK(changes == 3);
}

} // namespace palpate::app
