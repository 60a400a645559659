// SPDX-License-Identifier: MIT
// Forms with translations: asked in one language, meant in all.
#include "forms/FormLanguages.h"
#include "forms/FormText.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace palpate;
using namespace palpate::forms;
using Catch::Matchers::ContainsSubstring;

namespace {

/// Beside `name`: the translation extension with these words.
[[nodiscard]] std::string in(const std::string& name, const std::string& language,
                             const std::string& words) {
    return "\"_" + name +
           R"(": {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/translation",
        "extension": [{"url": "lang", "valueCode": ")" +
           language + R"("}, {"url": "content", "valueString": ")" + words + "\"}]}]}";
}

/// In English, with German for all but one question, and French for one option.
[[nodiscard]] Questionnaire aForm() {
    auto form = formOf(R"({"linkId": "g", "type": "group", "text": "Pain", )" +
                       in("text", "de", "Schmerz") +
                       R"(, "item": [{"linkId": "where", "type": "choice", "text": "Where?", )" +
                       in("text", "de", "Wo?") + R"(, "answerOption": [
            {"valueCoding": {"code": "b", "display": "back", )" +
                       in("display", "de", "Rücken") + R"(}},
            {"valueCoding": {"code": "n", "display": "neck", )" +
                       in("display", "fr", "cou") + R"(}},
            {"valueString": "elsewhere", )" +
                       in("valueString", "de", "anderswo") + R"(}]},
        {"linkId": "since", "type": "string", "text": "Since when?"}]})");
    form.language = "en";
    form.title.translations["de"] = "Fragebogen";
    return form;
}

[[nodiscard]] FormPlace inGroup(const std::string& linkId) {
    return {{"g", 0}, {linkId, 0}};
}

} // namespace

SCENARIO("a form is asked in one of its languages", "[forms][languages]") {
    const auto form = aForm();
    CHECK(languagesOf(form) == std::vector<std::string>{"en", "de", "fr"});

    const auto german = inLanguage(form, "de");
    CHECK(german.title.text == "Fragebogen");
    CHECK(german.find("g")->text.text == "Schmerz");
    const auto& where = *german.find("where");
    CHECK(where.text.text == "Wo?");
    CHECK(wordsOf(where, where.options[0].value) == "Rücken");
    CHECK(wordsOf(where, where.options[2].value) == "anderswo");
    // What has no translation stays in the form's own language.
    CHECK(wordsOf(where, where.options[1].value) == "neck");
    CHECK(german.find("since")->text.text == "Since when?");

    // And what an answer means is the same in each.
    CHECK(where.options[0].value == form.find("where")->options[0].value);
    CHECK(where.options[2].value == form.find("where")->options[2].value);
    CHECK(languagesOf(german) == languagesOf(form));

    const auto back = inLanguage(inLanguage(german, "fr"), "en");
    CHECK(back.title.text == form.title.text);
    CHECK(back.find("where")->text.text == "Where?");
    CHECK(wordsOf(*back.find("where"), where.options[0].value) == "back");
    CHECK(asWritten(german.find("where")->text) == "Where?");
    CHECK(reads(german.find("where")->text, "Where?"));
    CHECK(reads(form.find("where")->text, "Wo?"));
    CHECK_FALSE(reads(form.find("where")->text, "Where exactly?"));
}

SCENARIO("a region's words are found in the language they are a kind of", "[forms][languages]") {
    const auto form = aForm();
    CHECK(inLanguage(form, "de-AT").find("where")->text.text == "Wo?");
    CHECK(inLanguage(inLanguage(form, "de"), "it").find("where")->text.text == "Where?");
}

SCENARIO("a form without translations has one language, told or not", "[forms][languages]") {
    auto form = formOf(R"({"linkId": "a", "type": "string", "text": "A"})");
    CHECK(languagesOf(form) == std::vector<std::string>{""});
    CHECK(languageOf(form, {}) == "");
    form.language = "hu";
    CHECK(languagesOf(form) == std::vector<std::string>{"hu"});
}

SCENARIO("designations of a contained list are translations too", "[forms][languages]") {
    const auto reading = readForm(R"({"resourceType": "Questionnaire", "status": "active",
        "url": "urn:t", "title": "T", "contained": [{"resourceType": "ValueSet", "id": "v",
            "compose": {"include": [{"system": "s", "concept": [{"code": "b", "display": "back",
                "designation": [{"language": "nl", "value": "rug"}]}]}]}}],
        "item": [{"linkId": "w", "type": "choice", "text": "W", "answerValueSet": "#v"}]})");
    REQUIRE(reading.form);
    const auto dutch = inLanguage(*reading.form, "nl");
    CHECK(wordsOf(*dutch.find("w"), dutch.find("w")->options[0].value) == "rug");
}

SCENARIO("answers tell in which language they were asked, and a response says it",
         "[forms][languages]") {
    const auto form = aForm();
    const auto german = inLanguage(form, "de");
    FormRun run{german};
    give(run, inGroup("where"), german.find("where")->options[0].value);
    give(run, inGroup("since"), std::string{"March"});
    CHECK(languageOf(form, run.answers()) == "de");
    CHECK_THAT(responseText(run.answers(), {}, form), ContainsSubstring(R"("language": "de")"));
    CHECK_THAT(responseText(run.answers(), {}, form), ContainsSubstring(R"("text": "Wo?")"));

    FormRun english{form};
    give(english, inGroup("since"), std::string{"March"}); // the words alone do not tell
    CHECK(languageOf(form, english.answers()) == "en");
    CHECK_THAT(responseText(english.answers(), {}, form), ContainsSubstring(R"("language": "en")"));
}

SCENARIO("a response names no language that nobody told", "[forms][languages]") {
    const auto nothing = responseText({"http://example.org/form", "", {}}, {}, aForm());
    CHECK_THAT(nothing, !ContainsSubstring("language"));
    const auto form = formOf(R"({"linkId": "a", "type": "string", "text": "A"})");
    FormRun run{form};
    give(run, at("a"), std::string{"x"});
    CHECK_THAT(responseText(run.answers(), {}, form), !ContainsSubstring("language"));
    CHECK_THAT(responseText(run.answers()), !ContainsSubstring("language"));
}
