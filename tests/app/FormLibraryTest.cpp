// SPDX-License-Identifier: MIT
// The shipped forms and a clinic's own: what each is for, which one is used, what is refused.
#include "app/FormLibrary.h"

#include "app/FormFilling.h"
#include "domain/Error.h"
#include "forms/Questionnaire.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>

namespace palpate::app {

using Catch::Matchers::ContainsSubstring;
using test::ownForm;

namespace {

[[nodiscard]] std::string firstFault(const FormLibrary& library, const std::string& file) {
    const auto found = std::ranges::find(library.refused(), file, &RefusedForm::file);
    return found == library.refused().end() || found->faults.empty()
               ? std::string{}
               : found->faults.front().sentence;
}

} // namespace

SCENARIO("every shipped form is there, and says what it is for") {
    test::OpenClinic clinic;
    const auto library = formLibrary(*clinic);
    CHECK(library.refused().empty());
    REQUIRE(library.all().size() >= 24);
    for (const auto& known : library.all()) {
        INFO(known.file);
        CHECK(known.shipped);
        CHECK(known.notes.empty());
        CHECK(known.purpose != FormPurpose::Other);
    }
    const auto isFor = [&](const std::string& name) {
        return library.find("urn:palpate:form/" + name)->purpose;
    };
    CHECK(isFor("first-visit-low-back") == FormPurpose::FirstVisit);
    CHECK(isFor("symptoms") == FormPurpose::Symptoms);
    CHECK(isFor("contributing-factors") == FormPurpose::Factors);
    CHECK(isFor("home-care-check-in") == FormPurpose::CheckIn);
    CHECK(isFor("red-flags-neck") == FormPurpose::Screening);
    CHECK(isFor("ndi-total") == FormPurpose::OutcomeMeasure);
    CHECK(isFor("consent-data") == FormPurpose::Consent);
    // By purpose, then by title.
    CHECK(std::ranges::is_sorted(library.all(), {}, [](const KnownForm& known) {
        return std::pair{known.purpose, titleOf(*known.form)};
    }));
    REQUIRE(library.scoring("psfs") != nullptr);
    CHECK(library.scoring("psfs")->form->url == "urn:palpate:form/psfs");
    CHECK(library.scoring("") == nullptr);
    CHECK(library.find("urn:palpate:form/psfs", "1") != nullptr);
    CHECK(library.find("urn:palpate:form/psfs", "2") == nullptr);
}

SCENARIO("a form of the clinic's own takes the place of a shipped one with its url") {
    test::OpenClinic clinic;
    std::filesystem::create_directories(clinic.folder() / "forms");
    std::ofstream{clinic.folder() / "forms/ours.json"}
        << R"({"resourceType": "Questionnaire", "url": "urn:palpate:form/symptoms", "version": "9",
               "title": "Our symptoms", "item": [{"linkId": "a", "type": "string", "text": "A"}]})";
    const auto library = formLibrary(*clinic);
    const auto* form = library.find("urn:palpate:form/symptoms");
    REQUIRE(form != nullptr);
    CHECK(titleOf(*form->form) == "Our symptoms");
    CHECK_FALSE(form->shipped);
    CHECK(library.refused().empty());
    CHECK(std::ranges::count(library.all(), "urn:palpate:form/symptoms",
                             [](const KnownForm& known) { return known.form->url; }) == 1);
}

SCENARIO("of two versions of one form the newer is used, and the other is told") {
    test::OpenClinic clinic;
    const auto items = R"({"linkId": "a", "type": "string", "text": "A"})";
    ownForm(clinic, "same", items, {}, "1.9");
    std::filesystem::rename(clinic.folder() / "forms/same.json",
                            clinic.folder() / "forms/same-old.json");
    ownForm(clinic, "same", items, {}, "1.10");
    const auto library = formLibrary(*clinic);
    REQUIRE(library.find("urn:clinic:same") != nullptr);
    CHECK(library.find("urn:clinic:same")->form->version == "1.10");
    CHECK_THAT(firstFault(library, "same-old.json"), ContainsSubstring("same.json"));
}

SCENARIO("what a form is for is told by what it asks, where it says nothing itself") {
    test::OpenClinic clinic;
    ownForm(clinic, "flags", R"({"linkId": "a", "type": "boolean", "text": "Numb?", "extension":
        [{"url": "urn:palpate:form:red-flag", "valueCode": "ces_saddle"}]})");
    ownForm(clinic, "plain", R"({"linkId": "a", "type": "boolean", "text": "Well?"})");
    ownForm(clinic, "odd", R"({"linkId": "a", "type": "boolean", "text": "Well?"})",
            R"("extension": [{"url": "urn:palpate:form:purpose", "valueCode": "party"}],)");
    const auto library = formLibrary(*clinic);
    CHECK(library.find("urn:clinic:flags")->purpose == FormPurpose::Screening);
    CHECK(library.find("urn:clinic:plain")->purpose == FormPurpose::Other);
    const auto* odd = library.find("urn:clinic:odd");
    REQUIRE(odd != nullptr);
    CHECK(odd->purpose == FormPurpose::Other);
    REQUIRE(odd->notes.size() == 1);
    CHECK_THAT(odd->notes[0].sentence, ContainsSubstring("party"));
}

SCENARIO("a file that can't be used is among the refused, each with its reason") {
    test::OpenClinic clinic;
    const auto folder = clinic.folder() / "forms";
    std::filesystem::create_directories(folder / "folder.json");
    std::ofstream{folder / "broken.json"} << "{\"resourceType\": \"Questionnaire\", \"item\": [";
    std::ofstream{folder / "patient.json"} << R"({"resourceType": "Patient"})";
    std::ofstream{folder / "notes.txt"} << "not a form, and not looked at";
    std::ofstream{folder / "huge.json"} << std::string(forms::kMostFormBytes + 1, ' ');
    std::ofstream{folder / "deep.json"} << std::string(200'000, '[');
    ownForm(clinic, "flag", R"({"linkId": "a", "type": "boolean", "text": "A", "extension":
        [{"url": "urn:palpate:form:red-flag", "valueCode": "no_such_flag"}]})");
    ownForm(clinic, "measure", R"({"linkId": "score", "type": "integer", "text": "Total"})",
            R"("extension": [{"url": "urn:palpate:form:outcome-measure", "valueCode": "xyz"}],)");
    const auto library = formLibrary(*clinic);
    CHECK(library.refused().size() == 7);
    CHECK_THAT(firstFault(library, "patient.json"), ContainsSubstring("Patient"));
    CHECK_THAT(firstFault(library, "huge.json"), ContainsSubstring("larger"));
    CHECK_THAT(firstFault(library, "flag.json"), ContainsSubstring("no_such_flag"));
    CHECK_THAT(firstFault(library, "measure.json"), ContainsSubstring("xyz"));
    for (const auto& refused : library.refused()) {
        INFO(refused.file);
        REQUIRE_FALSE(refused.faults.empty());
        CHECK(std::ranges::all_of(refused.faults, [](const forms::FormFault& fault) {
            return fault.weight == forms::FormFault::Weight::Error && !fault.sentence.empty();
        }));
    }
    CHECK(library.find("urn:clinic:flag") == nullptr);
}

SCENARIO(
    "a form that names no row of the clinical tables is refused, with the row that was meant") {
    test::OpenClinic clinic;
    const auto faultOf = [&](const std::string& row) {
        ownForm(clinic, "rows",
                R"({"linkId": "sits", "type": "boolean", "text": "A", "extension":
            [{"url": "urn:palpate:form:row", "valueString": ")" +
                    row + R"("}]})");
        std::vector<forms::FormFault> faults;
        const auto form =
            readFormFile(clinic.folder() / "forms/rows.json", &clinic->reference(), faults);
        CHECK(form.has_value() == faults.empty());
        for (const auto& fault : faults) {
            CHECK(fault.linkId == "sits");
            CHECK_THAT(fault.sentence, ContainsSubstring('"' + row + '"'));
        }
        return faults.empty() ? std::string{} : faults.front().sentence;
    };
    for (const char* const known : {"factors/sitting", "home-care/walking", "red-flags/ces_saddle",
                                    "outcome-measures/nprs", "findings/whatever"}) {
        INFO(known);
        CHECK(faultOf(known).empty());
    }
    const auto meant = [](const std::string& row) {
        return ContainsSubstring("Did you mean \"" + row + "\"?");
    };
    CHECK_THAT(faultOf("factors/siting"), meant("factors/sitting"));
    CHECK_THAT(faultOf("factors/Sitting"), meant("factors/sitting"));
    CHECK_THAT(faultOf("factor/sitting"), meant("factors/sitting"));
    CHECK_THAT(faultOf("red_flags/ces_sadle"), meant("red-flags/ces_saddle"));
    CHECK_THAT(faultOf("sitting"), meant("factors/sitting"));
    for (const char* const far : {"factors/", "factors/qqqqqqqqqqqq", "qqqqqqqqqqqq"}) {
        INFO(far);
        CHECK_FALSE(faultOf(far).empty());
        CHECK_THAT(faultOf(far), !ContainsSubstring("Did you mean"));
    }
    CHECK_FALSE(faultOf("factors/" + std::string(100'000, 's')).empty());
}

SCENARIO("a form with words that could not be kept is refused before anybody fills it in") {
    test::OpenClinic clinic;
    const auto folder = clinic.folder() / "forms";
    std::filesystem::create_directories(folder);
    const auto many = [](std::size_t count) { // two bytes each
        std::string text;
        for (std::size_t i = 0; i < count; ++i) {
            text += "\u00fc";
        }
        return text;
    };
    const auto write = [&](const std::string& name, std::size_t title, std::size_t question,
                           const std::string& flag) {
        std::ofstream{folder / (name + ".json")}
            << R"({"resourceType": "Questionnaire", "url": "urn:clinic:)" << name
            << R"(", "title": ")" << many(title)
            << R"(", "item": [{"linkId": "a", "type": "boolean", "text": ")" << many(question)
            << "\"" << flag << "}]}";
    };
    const std::string flag = R"(, "extension": [{"url": "urn:palpate:form:red-flag",
        "valueCode": "ces_saddle"}])";
    write("fits", 500, 2'000, flag);
    write("plain", 500, 2'001, {}); // no flag keeps it
    write("title", 501, 10, flag);
    write("question", 10, 2'001, flag);
    const auto library = formLibrary(*clinic);
    CHECK(library.refused().size() == 2);
    CHECK(library.find("urn:clinic:fits") != nullptr);
    CHECK(library.find("urn:clinic:plain") != nullptr);
    CHECK_THAT(firstFault(library, "title.json"), ContainsSubstring("500"));
    CHECK_THAT(firstFault(library, "question.json"), ContainsSubstring("2000"));
}

SCENARIO("a form's file is read again when it has changed, and only then") {
    test::OpenClinic clinic;
    const auto file = clinic.folder() / "forms/intake.json";
    std::filesystem::create_directories(file.parent_path());
    const auto write = [&](const std::string& title) {
        std::ofstream{file}
            << R"({"resourceType": "Questionnaire", "url": "urn:x:intake", "title": ")" << title
            << R"(", "item": [{"linkId": "a", "type": "string", "text": "A"}]})";
    };
    const auto read = [&] { return formLibrary(*clinic); };
    write("One");
    const auto first = read();
    REQUIRE(first.find("urn:x:intake") != nullptr);
    const auto again = read();
    CHECK(again.find("urn:x:intake")->form == first.find("urn:x:intake")->form); // the very same
    CHECK(again.find("urn:palpate:form/psfs")->form == first.find("urn:palpate:form/psfs")->form);

    write("Two"); // as long, so that only the time tells
    std::filesystem::last_write_time(file, std::filesystem::last_write_time(file) +
                                               std::chrono::seconds{1});
    CHECK(titleOf(*read().find("urn:x:intake")->form) == "Two");
    write("Three");
    CHECK(titleOf(*read().find("urn:x:intake")->form) == "Three");
    std::filesystem::remove(file);
    CHECK(read().find("urn:x:intake") == nullptr);
}

SCENARIO("a form is added to the clinic's own, unless it would lose an answer") {
    test::OpenClinic clinic;
    const auto file = clinic.temp() / "intake.json";
    const auto write = [&](const std::string& url, const std::string& type) {
        std::ofstream{file} << R"({"resourceType": "Questionnaire", "url": ")" << url
                            << R"(", "title": "Intake", "item": [{"linkId": "a", "type": ")" << type
                            << R"(", "text": "A"}]})";
    };
    auto library = formLibrary(*clinic);
    WHEN("it is sound") {
        write("urn:x:intake", "string");
        CHECK(library.add(file).empty());
        THEN("it is there at once and after the next reading") {
            CHECK(library.find("urn:x:intake") != nullptr);
            CHECK(formLibrary(*clinic).find("urn:x:intake") != nullptr);
        }
        THEN("a newer text of the same form takes its place, another form does not") {
            write("urn:x:intake", "text");
            CHECK(library.add(file).empty());
            CHECK(library.find("urn:x:intake")->form->items[0].type == forms::ItemType::Text);
            write("urn:x:other", "text");
            CHECK_THROWS_AS(library.add(file), StorageError);
            CHECK(formLibrary(*clinic).find("urn:x:intake") != nullptr);
        }
    }
    WHEN("it asks for what can't be kept") {
        write("urn:x:intake", "reference");
        const auto faults = library.add(file);
        THEN("the fault is told and nothing is copied") {
            REQUIRE_FALSE(faults.empty());
            CHECK_THAT(faults[0].sentence, ContainsSubstring("reference"));
            CHECK_FALSE(std::filesystem::exists(clinic.folder() / "forms/intake.json"));
        }
    }
    WHEN("it is not there") {
        CHECK_FALSE(library.add(clinic.temp() / "nothing.json").empty());
    }
}

} // namespace palpate::app
