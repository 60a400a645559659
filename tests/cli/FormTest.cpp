// SPDX-License-Identifier: MIT
#include "Palpatectl.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

using namespace palpate::test;
using Catch::Matchers::ContainsSubstring;
using Json = nlohmann::json;

TEST_CASE("form check finds every shipped form clean") {
    std::vector<std::string> words{"form", "check"};
    for (const auto& entry :
         std::filesystem::directory_iterator{std::filesystem::path{PALPATE_SOURCE_DIR} / "forms"}) {
        words.push_back(entry.path().string());
    }
    REQUIRE(words.size() > 20);
    const auto outcome = palpatectlWithoutPassword(words);
    CHECK(outcome.status == 0);
    CHECK(outcome.errors.empty());
    CHECK(outcome.out.empty());
}

SCENARIO("form check names each fault with its file and question") {
    const TempFolder folder;
    const auto file = (folder.path() / "intake.json").string();
    GIVEN("a form with an error and a note") {
        std::ofstream{file} << R"({"resourceType": "Questionnaire", "url": "u", "title": "Intake",
            "item": [{"linkId": "who", "type": "reference"},
                     {"linkId": "a", "type": "string", "extension": [{"url": "x"}]}]})";
        const auto outcome = palpatectlWithoutPassword({"form", "check", file});
        CHECK(outcome.status == 1);
        CHECK(outcome.out.empty());
        CHECK_THAT(outcome.errors, ContainsSubstring(file + ": error, who: The type reference"));
        CHECK_THAT(outcome.errors, ContainsSubstring(file + ": note, a: The extension x"));
        const auto asJson = palpatectlWithoutPassword({"form", "check", "--json", file});
        CHECK(asJson.status == 1);
        CHECK(asJson.errors.empty());
        CHECK_THAT(asJson.out, ContainsSubstring("\"linkId\": \"who\""));
    }
    GIVEN("a form with a note alone") {
        std::ofstream{file} << R"({"resourceType": "Questionnaire", "url": "u", "title": "Intake",
            "item": [{"linkId": "a", "type": "string", "extension": [{"url": "x"}]}]})";
        CHECK(palpatectlWithoutPassword({"form", "check", file}).status == 0);
    }
    GIVEN("a form that names what the clinical tables don't have") {
        std::ofstream{file} << R"({"resourceType": "Questionnaire", "url": "u", "title": "Intake",
            "extension": [{"url": "urn:palpate:form:outcome-measure", "valueCode": "nrps"}],
            "item": [{"linkId": "saddle", "type": "boolean", "text": "Numb?", "extension":
                        [{"url": "urn:palpate:form:red-flag", "valueCode": "ces_sadle"}]},
                     {"linkId": "sitting", "type": "boolean", "text": "Do you sit long?", "extension":
                        [{"url": "urn:palpate:form:row", "valueString": "factors/siting"},
                         {"url": "urn:palpate:form:row", "valueString": "findings/symptom_numb"}]}]})";
        const auto outcome = palpatectlWithoutPassword({"form", "check", file});
        CHECK(outcome.status == 1);
        CHECK_THAT(outcome.errors, ContainsSubstring(file + ": error: There is no outcome measure "
                                                            "\"nrps\""));
        CHECK_THAT(outcome.errors, ContainsSubstring("Did you mean \"nprs\"?"));
        CHECK_THAT(outcome.errors,
                   ContainsSubstring(file + ": error, saddle: There is no red flag \"ces_sadle\""));
        CHECK_THAT(outcome.errors, ContainsSubstring("Did you mean \"ces_saddle\"?"));
        CHECK_THAT(
            outcome.errors,
            ContainsSubstring(file + ": error, sitting: There is no row \"factors/siting\""));
        CHECK_THAT(outcome.errors, ContainsSubstring("Did you mean \"factors/sitting\"?"));
        CHECK_THAT(outcome.errors, !ContainsSubstring("findings/"));
        const auto asJson =
            Json::parse(palpatectlWithoutPassword({"form", "check", "--json", file}).out);
        REQUIRE(asJson.size() == 3);
        CHECK(asJson.back().at("linkId") == "sitting");
        CHECK(asJson.back().at("kind") == "error");
    }
    GIVEN("a form with an error of its own that also names what the tables don't have") {
        std::ofstream{file} << R"({"resourceType": "Questionnaire", "title": "Intake",
            "item": [{"linkId": "who", "type": "reference"},
                     {"linkId": "saddle", "type": "boolean", "text": "Numb?", "extension":
                        [{"url": "urn:palpate:form:red-flag", "valueCode": "ces_sadle"}]}]})";
        const auto outcome = palpatectlWithoutPassword({"form", "check", file});
        CHECK(outcome.status == 1); // all in one run
        CHECK_THAT(outcome.errors, ContainsSubstring("The form has no url"));
        CHECK_THAT(outcome.errors, ContainsSubstring("error, who: The type reference"));
        CHECK_THAT(outcome.errors,
                   ContainsSubstring("error, saddle: There is no red flag \"ces_sadle\""));
    }
    GIVEN("no such file") {
        const auto outcome = palpatectlWithoutPassword({"form", "check", file});
        CHECK(outcome.status != 0);
        CHECK_THAT(outcome.errors, ContainsSubstring("can't be read"));
    }
}

SCENARIO("form list names the shipped forms, and a clinic's own beside them") {
    const auto shipped = palpatectlWithoutPassword({"form", "list"});
    CHECK(shipped.status == 0);
    CHECK(shipped.errors.empty());
    CHECK_THAT(shipped.out, ContainsSubstring("urn:palpate:form/psfs"));
    CHECK_THAT(shipped.out, ContainsSubstring("Outcome measures"));
    const auto asJson = Json::parse(palpatectlWithoutPassword({"form", "list", "--json"}).out);
    REQUIRE(asJson.is_array());
    CHECK(asJson.size() >= 24);
    for (const auto& form : asJson) {
        CHECK(form.at("own") == false);
        CHECK_FALSE(form.at("id").get<std::string>().empty());
    }
    const TempFolder folder;
    const auto clinic = folder.path() / "own.palpate";
    REQUIRE(palpatectl({"init", clinic.string(), "--name", "Own", "--owner", "mia", "--fast-keys"})
                .status == 0);
    std::filesystem::create_directories(clinic / "forms");
    std::ofstream{clinic / "forms/ours.json"}
        << R"({"resourceType": "Questionnaire", "url": "urn:x:ours", "title": "Our intake",
               "item": [{"linkId": "a", "type": "string", "text": "A"}]})";
    std::ofstream{clinic / "forms/broken.json"} << "{";
    const auto own = palpatectl({"form", "list", "--clinic", clinic.string()});
    CHECK(own.status == 0);
    CHECK_THAT(own.out, ContainsSubstring("urn:x:ours"));
    CHECK_THAT(own.out, ContainsSubstring("the clinic's own"));
    CHECK_THAT(own.errors, ContainsSubstring("broken.json can't be used."));
    WHEN("one of them is printed with the clinic's letterhead") {
        const auto file = folder.path() / "ours.pdf";
        const auto printed = palpatectl(
            {"form", "print", "urn:x:ours", "--clinic", clinic.string(), "--out", file.string()});
        CHECK(printed.status == 0);
        CHECK(printed.errors.empty());
        CHECK(std::filesystem::file_size(file) > 1000);
    }
}

SCENARIO("form print writes an empty form without any clinic") {
    const TempFolder folder;
    const auto file = folder.path() / "out.pdf";
    GIVEN("the url of a shipped one") {
        const auto printed = palpatectlWithoutPassword(
            {"form", "print", "urn:palpate:form/psfs", "--out", file.string()});
        CHECK(printed.status == 0);
        CHECK(printed.errors.empty());
        CHECK(std::filesystem::file_size(file) > 1000);
    }
    GIVEN("a file") {
        const auto form = folder.path() / "mine.json";
        std::ofstream{form} << R"({"resourceType": "Questionnaire", "url": "u", "title": "Mine",
            "item": [{"linkId": "a", "type": "string", "text": "A"}]})";
        CHECK(palpatectlWithoutPassword({"form", "print", form.string(), "--out", file.string()})
                  .status == 0);
        CHECK(std::filesystem::file_size(file) > 1000);
    }
    GIVEN("a file that is no form, or nothing of that name") {
        const auto wrong = folder.path() / "wrong.json";
        std::ofstream{wrong} << R"({"resourceType": "Patient"})";
        for (const auto& named : {wrong.string(), std::string{"urn:no:such:form"}}) {
            const auto printed =
                palpatectlWithoutPassword({"form", "print", named, "--out", file.string()});
            INFO(named);
            CHECK(printed.status == 1);
            CHECK_FALSE(printed.errors.empty());
            CHECK_FALSE(std::filesystem::exists(file));
        }
    }
    GIVEN("neither or both of what can be printed") {
        CHECK(palpatectlWithoutPassword({"form", "print", "--out", file.string()}).status == 2);
        CHECK(palpatectlWithoutPassword(
                  {"form", "print", "u", "--form", "x", "--clinic", "c", "--out", file.string()})
                  .status == 2);
        CHECK(palpatectlWithoutPassword({"form", "print", "--form", "x", "--out", file.string()})
                  .status == 2);
        CHECK(palpatectlWithoutPassword({"form", "list", "--patient", "x"}).status == 2);
    }
}

SCENARIO("what a patient filled in is listed with the id by which it is printed") {
    const auto demo = sharedDemo().string();
    const auto patients =
        Json::parse(palpatectl({"patients", demo, "--search", "Kovacs", "--json"}).out);
    REQUIRE_FALSE(patients.empty());
    const auto patient = patients.front().at("id").get<std::string>();
    const auto listed = palpatectl({"form", "list", "--clinic", demo, "--patient", patient});
    CHECK(listed.status == 0);
    CHECK(listed.errors.empty());
    CHECK_THAT(listed.out, ContainsSubstring("Detail"));
    const auto forms = Json::parse(
        palpatectl({"form", "list", "--clinic", demo, "--patient", patient, "--json"}).out);
    REQUIRE(forms.is_array());
    for (const auto& form : forms) {
        const TempFolder folder;
        const auto file = folder.path() / "filled.pdf";
        const auto printed =
            palpatectl({"form", "print", "--clinic", demo, "--patient", patient, "--form",
                        form.at("id").get<std::string>(), "--out", file.string()});
        CHECK(printed.status == 0);
        CHECK(std::filesystem::file_size(file) > 1000);
    }
    const TempFolder folder;
    const auto none = palpatectl({"form", "print", "--clinic", demo, "--patient", patient, "--form",
                                  "0192f3a0-7c1e-7d40-9b2a-1f0e3d4c5b6a", "--out",
                                  (folder.path() / "none.pdf").string()});
    CHECK(none.status == 1);
    CHECK_THAT(none.errors, ContainsSubstring("no such form"));
}

SCENARIO("form print writes a form in one of its languages") {
    const TempFolder folder;
    const auto file = (folder.path() / "intake.json").string();
    const auto pdf = folder.path() / "intake.pdf";
    std::ofstream{file} << R"({"resourceType": "Questionnaire", "url": "u", "title": "Intake",
        "language": "en", "item": [{"linkId": "a", "type": "string", "text": "Since when?",
            "_text": {"extension": [{
                "url": "http://hl7.org/fhir/StructureDefinition/translation",
                "extension": [{"url": "lang", "valueCode": "de"},
                              {"url": "content", "valueString": "Seit wann?"}]}]}}]})";
    CHECK(palpatectlWithoutPassword(
              {"form", "print", file, "--language", "de", "--out", pdf.string()})
              .status == 0);
    CHECK(std::filesystem::exists(pdf));
    const auto other = palpatectlWithoutPassword(
        {"form", "print", file, "--language", "fr", "--out", (folder.path() / "b.pdf").string()});
    CHECK(other.status != 0);
    CHECK_THAT(other.errors, ContainsSubstring("\"fr\", only in: en, de"));
    CHECK_FALSE(std::filesystem::exists(folder.path() / "b.pdf"));
}
