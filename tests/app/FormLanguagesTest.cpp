// SPDX-License-Identifier: MIT
// A form in the patient's language: chosen, followed on paper, kept as it was asked.
#include "app/FormLanguages.h"

#include "app/FormFilling.h"
#include "app/ReportForms.h"
#include "app/Reports.h"
#include "domain/Error.h"
#include "report/Document.h"
#include "report/PdfTools.h"
#include "storage/Store.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <string>

namespace palpate::app {

using Catch::Matchers::ContainsSubstring;
using report::test::PrintedPdf;
using test::formOf;
using test::ownForm;
using test::place;
using test::row;
using test::subjectOf;

namespace {

/// Beside `name`: the words in German.
[[nodiscard]] std::string german(const std::string& name, const std::string& words) {
    return "\"_" + name +
           R"(": {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/translation",
        "extension": [{"url": "lang", "valueCode": "de"},
                      {"url": "content", "valueString": ")" +
           words + "\"}]}]}";
}

void twoLanguages(const test::OpenClinic& clinic) {
    ownForm(
        clinic, "two",
        R"({"linkId": "g", "type": "group", "text": "Pain", )" + german("text", "Schmerz") +
            R"(, "item": [
        {"linkId": "where", "type": "choice", "text": "Where does it hurt?", )" +
            german("text", "Wo tut es weh?") +
            R"(, "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
             "valueCodeableConcept": {"coding": [{"code": "drop-down"}]}}],
         "answerOption": [{"valueCoding": {"code": "b", "display": "back", )" +
            german("display", "Rücken") + R"(}},
                          {"valueCoding": {"code": "n", "display": "neck"}}]},
        {"linkId": "saddle", "type": "boolean", "text": "Numb between the legs?", )" +
            german("text", "Taub zwischen den Beinen?") +
            R"(, "extension": [{"url": "urn:palpate:form:red-flag", "valueCode": "ces_saddle"}]},
        {"linkId": "since", "type": "string", "text": "Since when?"}]})",
        R"("language": "en", )" + german("title", "Fragebogen") + ", ");
}

[[nodiscard]] FormPresenter begun(test::OpenClinic& clinic) {
    return {*clinic, formOf(clinic, "urn:clinic:two"), subjectOf(clinic)};
}

[[nodiscard]] FormAnswers stored(test::OpenClinic& clinic, const FormPresenter& form) {
    return clinic->store().forms().find(form.record())->answers;
}

} // namespace

SCENARIO("the language of a form is chosen in its first row, and no answer") {
    test::OpenClinic clinic;
    twoLanguages(clinic);
    auto form = begun(clinic);
    const auto& language = form.view().rows.front();
    CHECK(language.place == languagePlace());
    CHECK(language.options == std::vector<std::string>{"English", "Deutsch (German)"});
    CHECK(language.chosen == std::vector<bool>{true, false});
    CHECK(languageShown(form.view()) == "en");
    CHECK(form.view().asked == 3);

    CHECK_FALSE(form.choose(languagePlace(), 1, true));
    CHECK(languageShown(form.view()) == "de");
    CHECK(form.view().title == "Fragebogen");
    CHECK(row(form, "g").label == "Schmerz");
    CHECK(row(form, "g/where").label == "Wo tut es weh?");
    CHECK(row(form, "g/where").options == std::vector<std::string>{"Rücken", "neck"});
    CHECK(row(form, "g/since").label == "Since when?");
    CHECK(form.view().answered == 0);
    CHECK(stored(clinic, form).items.empty());
    CHECK(form.choose(languagePlace(), 2, true));
    CHECK(languageShown(form.view()) == "de");
}

SCENARIO("a form in one language offers no choice") {
    test::OpenClinic clinic;
    ownForm(clinic, "one", R"({"linkId": "a", "type": "string", "text": "A"})",
            R"("language": "en", )");
    const FormPresenter form{*clinic, formOf(clinic, "urn:clinic:one"), subjectOf(clinic)};
    CHECK(form.view().rows.size() == 1);
    CHECK_FALSE(languageShown(form.view()));
}

SCENARIO("answers stay when the language changes, and tell it when one goes on") {
    test::OpenClinic clinic;
    twoLanguages(clinic);
    auto form = begun(clinic);
    CHECK_FALSE(form.choose(place("g/where"), 0, true));
    CHECK_FALSE(form.choose(languagePlace(), 1, true));
    CHECK(row(form, "g/where").chosen == std::vector<bool>{true, false});
    const auto german = stored(clinic, form);
    CHECK(german.items.at(0).items.at(0).text == "Wo tut es weh?");
    CHECK(std::get<Coding>(german.items.at(0).items.at(0).answers.at(0).value).display == "back");

    FormPresenter again{*clinic, form.record()};
    CHECK(languageShown(again.view()) == "de");
    CHECK(row(again, "g/where").label == "Wo tut es weh?");
    CHECK(again.view().leftOut.empty()); // it was asked in other words, and is the same question

    CHECK_FALSE(again.choose(languagePlace(), 0, true));
    CHECK(stored(clinic, form).items.at(0).items.at(0).text == "Where does it hurt?");
}

SCENARIO("a language that can't be stored is not shown") {
    test::OpenClinic clinic;
    twoLanguages(clinic);
    auto form = begun(clinic);
    CHECK_FALSE(form.choose(place("g/where"), 0, true));
    const auto other = clinic.secondProgram();
    FormPresenter there{*other, form.record()};
    CHECK_FALSE(there.choose(place("g/where"), 1, true));
    CHECK_THROWS_AS(form.choose(languagePlace(), 1, true), RecordChanged);
    CHECK(languageShown(form.view()) == "en");
    CHECK(row(form, "g/where").label == "Where does it hurt?");
}

SCENARIO(
    "a completed form is as it was asked, read in any language, and its flag in the clinic's") {
    test::OpenClinic clinic;
    twoLanguages(clinic);
    auto form = begun(clinic);
    CHECK_FALSE(form.choose(languagePlace(), 1, true));
    CHECK_FALSE(form.setTruth(place("g/saddle"), true));
    REQUIRE(form.complete().empty());
    CHECK(form.raised().at(0).question == "Numb between the legs?");

    FormPresenter completed{*clinic, form.record()};
    CHECK(languageShown(completed.view()) == "de");
    const auto before = stored(clinic, form);
    CHECK_FALSE(completed.choose(languagePlace(), 0, true));
    CHECK(row(completed, "g/saddle").label == "Numb between the legs?");
    CHECK(row(completed, "g/saddle").readOnly);
    CHECK(stored(clinic, form) == before);
}

SCENARIO("a consent is the same in every language") {
    test::OpenClinic clinic;
    ownForm(clinic, "consent",
            R"({"linkId": "s", "type": "boolean", "text": "To be treated.", )" +
                german("text", "Behandelt zu werden.") +
                R"(, "extension": [{"url": "urn:palpate:form:consent", "valueCode": "scope"}]})",
            R"("language": "en", )");
    for (const bool agrees : {true, false}) {
        FormPresenter form{*clinic, formOf(clinic, "urn:clinic:consent"), subjectOf(clinic)};
        CHECK_FALSE(form.choose(languagePlace(), agrees ? 1 : 0, true));
        CHECK_FALSE(form.setTruth(place("s"), agrees));
        CHECK(form.complete().empty());
        const auto patient = clinic->store().patients().find(clinic.patient());
        REQUIRE(!patient->consents.empty());
        CHECK(patient->consents.back().scope == "To be treated");
        CHECK(patient->consents.back().withdrawn.has_value() == !agrees);
    }
}

SCENARIO("paper follows the language") {
    test::OpenClinic clinic;
    twoLanguages(clinic);
    const auto words = [&](const ReportRequest& request) {
        return PrintedPdf{reportDocument(*clinic, request), clinic.temp()}.words();
    };
    const auto empty = blankFormRequest("urn:clinic:two", clinic.patient());
    CHECK_THAT(words(empty), ContainsSubstring("Where does it hurt?"));
    const auto emptyGerman = words(inLanguage(empty, "de"));
    CHECK_THAT(emptyGerman, ContainsSubstring("Fragebogen"));
    CHECK_THAT(emptyGerman, ContainsSubstring("Wo tut es weh?"));
    CHECK_THAT(emptyGerman, ContainsSubstring("Rücken"));
    CHECK_THAT(emptyGerman, ContainsSubstring("Since when?"));
    CHECK_THROWS_AS(words(inLanguage(empty, "fr")), EditRefused);
    CHECK(suggestedFileName(*clinic, inLanguage(empty, "de")) == suggestedFileName(*clinic, empty));

    auto form = begun(clinic);
    CHECK_FALSE(form.choose(languagePlace(), 1, true));
    CHECK_FALSE(form.choose(place("g/where"), 0, true));
    REQUIRE(form.complete().empty());
    const auto filled = filledFormRequest(clinic.patient(), form.record());
    const auto asked = words(filled);
    CHECK_THAT(asked, ContainsSubstring("Fragebogen"));
    CHECK_THAT(asked, ContainsSubstring("Wo tut es weh?"));
    CHECK_THAT(asked, ContainsSubstring("Rücken"));
    const auto english = words(inLanguage(filled, "en"));
    CHECK_THAT(english, ContainsSubstring("Where does it hurt?"));
    CHECK_THAT(english, ContainsSubstring("back"));
    CHECK_THAT(english, !ContainsSubstring("Fragebogen"));
}

SCENARIO("languages are called as their speakers call them") {
    CHECK(languageWords("en") == "English");
    CHECK(languageWords("tr") == "Türkçe (Turkish)");
    CHECK(languageWords("pt-BR") == "Português BR (Portuguese)");
    CHECK(languageWords("tlh") == "tlh");
    CHECK(languageWords("") == "as the form was written");
}

} // namespace palpate::app
