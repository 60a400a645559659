// SPDX-License-Identifier: MIT
// Forms on paper: empty ones to write on, filled-in ones to read.
#include "app/FormBodyMap.h"
#include "app/FormFilling.h"
#include "app/FormPresenter.h"
#include "app/ReportChoices.h"
#include "app/ReportForms.h"
#include "app/ReportParts.h"
#include "app/ReportTemplates.h"
#include "app/Reports.h"
#include "domain/Error.h"
#include "report/Document.h"
#include "report/PdfTools.h"
#include "storage/Store.h"
#include "support/Approval.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

namespace palpate::app {

using Catch::Matchers::ContainsSubstring;
using report::test::PrintedPdf;
using test::formOf;
using test::ownForm;
using test::place;
using test::shippedForm;
using test::subjectOf;

SCENARIO("an empty form is one to write on") {
    test::OpenClinic clinic;
    const std::string name = GENERATE("red-flags-low-back", "first-visit-low-back", "symptoms",
                                      "psfs", "consent-treatment", "contributing-factors");
    const auto form = shippedForm(clinic, name);
    const PrintedPdf pdf{blankFormSheet(test::shippedKnowledge(), form), clinic.temp()};
    CHECK(pdf.check().status == 0);
    test::checkApproved("app/form-blank-" + name + ".txt", pdf.text(true));
}

SCENARIO("every shipped form is printed empty without a word of warning") {
    test::OpenClinic clinic;
    const auto library = formLibrary(*clinic);
    for (const auto& known : library.all()) {
        INFO(known.file);
        const auto document = blankFormSheet(test::shippedKnowledge(), known);
        CHECK(document.warnings.empty());
        CHECK(document.pages.size() <= 6);
    }
}

SCENARIO("an empty form names the patient where one is given, and makes room for a name else") {
    test::OpenClinic clinic;
    const auto words = [&](const std::optional<PatientId>& patient) {
        return PrintedPdf{
            reportDocument(*clinic, blankFormRequest("urn:palpate:form/psfs", patient)),
            clinic.temp()}
            .words();
    };
    CHECK_THAT(words(clinic.patient()), ContainsSubstring("Ana Kovács"));
    CHECK_THAT(words({}), ContainsSubstring("Name"));
    CHECK_THROWS_AS(reportDocument(*clinic, blankFormRequest("urn:no:such", {})), EditRefused);
}

SCENARIO("a filled-in form prints question and answer, what was not asked, and what follows") {
    test::OpenClinic clinic;
    FormPresenter form{*clinic, shippedForm(clinic, "red-flags-low-back"), subjectOf(clinic)};
    CHECK_FALSE(form.setTruth(place("urgency.emergency/flag.ces_saddle"), true));
    CHECK_FALSE(form.setTruth(place("urgency.emergency/flag.ces_bladder"), false));
    CHECK(form.complete().empty());
    const auto document =
        reportDocument(*clinic, filledFormRequest(clinic.patient(), form.record()));
    CHECK(document.warnings.empty());
    const PrintedPdf pdf{document, clinic.temp()};
    test::checkApproved("app/form-filled-red-flags-low-back.txt", pdf.text(true));
    const auto words = pdf.words();
    CHECK_THAT(words, ContainsSubstring("cauda equina"));
    CHECK_THAT(words, ContainsSubstring("Nothing was recorded as done yet."));
    CHECK_THAT(words, ContainsSubstring("not asked"));
}

SCENARIO("a filled-in form with a map shows what was painted, with its makers' names") {
    test::OpenClinic clinic;
    FormPresenter form{*clinic, shippedForm(clinic, "symptoms"), subjectOf(clinic)};
    const auto at = clinic.on("quadratus_lumborum", Side::Right);
    const auto x = std::round(at.x);
    const auto y = std::round(at.y);
    CHECK_FALSE(form.paint(
        place("where/map"),
        bodyMapText(
            {{at.view,
              false,
              {{{{x - 30, y - 40}, {x + 30, y - 40}, {x + 30, y + 40}, {x - 30, y + 40}}}}}})));
    CHECK_FALSE(form.setTruth(place("where/local"), true));
    CHECK_FALSE(form.type(place("how/pain.now"), "6"));
    CHECK_FALSE(form.type(place("moving/eases"), "walking\nlying on the side"));
    WHEN("it is still being filled in") {
        const auto document =
            reportDocument(*clinic, filledFormRequest(clinic.patient(), form.record()));
        CHECK_THAT((PrintedPdf{document, clinic.temp()}.words()),
                   ContainsSubstring("not completed"));
    }
    CHECK(form.complete().empty());
    const auto document =
        reportDocument(*clinic, filledFormRequest(clinic.patient(), form.record()));
    CHECK(document.warnings.empty());
    const PrintedPdf pdf{document, clinic.temp()};
    test::checkApproved("app/form-filled-symptoms.txt", pdf.text(true));
    CHECK_THAT(pdf.words(), ContainsSubstring("CC BY-SA"));
}

SCENARIO("a score is printed with its scale and which way is better") {
    test::OpenClinic clinic;
    FormPresenter form{*clinic, shippedForm(clinic, "psfs"), subjectOf(clinic)};
    CHECK_FALSE(form.type(place("activity/activity.what"), "sitting at work"));
    CHECK_FALSE(form.type(place("activity/activity.rating"), "4"));
    CHECK(form.complete().empty());
    const PrintedPdf pdf{
        reportDocument(*clinic, filledFormRequest(clinic.patient(), form.record())), clinic.temp()};
    const auto words = pdf.words();
    CHECK_THAT(words, ContainsSubstring("4 of 10"));
    CHECK_THAT(words, ContainsSubstring("higher is better"));
    CHECK_THAT(words, ContainsSubstring("sitting at work"));
}

SCENARIO("what leaves of a form is a disclosure, and its file is named like it") {
    test::OpenClinic clinic;
    FormPresenter form{*clinic, shippedForm(clinic, "psfs"), subjectOf(clinic)};
    CHECK_FALSE(form.type(place("activity/activity.what"), "sitting"));
    CHECK_FALSE(form.type(place("activity/activity.rating"), "4"));
    CHECK(form.complete().empty());
    const auto request = filledFormRequest(clinic.patient(), form.record());
    CHECK(suggestedFileName(*clinic, request) ==
          "Kovács-Ana-Patient-specific-function-PSFS-2026-11-23.pdf");
    CHECK(suggestedFileName(*clinic, blankFormRequest("urn:palpate:form/peg")) ==
          "Pain-enjoyment-activity-PEG-2026-11-23.pdf");
    const auto file = clinic.temp() / "out.pdf";
    static_cast<void>(writeReport(*clinic, request, file, {.recipient = "Dr Patel"}));
    CHECK(std::filesystem::exists(file));
    const auto gone = clinic->store().disclosures().ofPatient(clinic.patient());
    REQUIRE(gone.size() == 1);
    CHECK_THAT(gone[0].what, ContainsSubstring("Patient-specific function (PSFS)"));
    static_cast<void>(
        writeReport(*clinic, blankFormRequest("urn:palpate:form/psfs"), clinic.temp() / "e.pdf"));
    CHECK(clinic->store().disclosures().ofPatient(clinic.patient()).size() == 1);
}

SCENARIO("another patient's form is never printed under a name") {
    test::OpenClinic clinic;
    clinic->store().patients().add(test::aPatient(1));
    FormPresenter form{*clinic, shippedForm(clinic, "psfs"), subjectOf(clinic)};
    CHECK_THROWS_AS(reportDocument(*clinic, filledFormRequest(test::aPatient(1).id, form.record())),
                    EditRefused);
    CHECK_THROWS_AS(
        reportDocument(*clinic, filledFormRequest(clinic.patient(), test::idOf<FormRecordId>(99))),
        StorageError);
}

SCENARIO("what was typed into a form can't change the page around it") {
    test::OpenClinic clinic;
    ownForm(clinic, "odd", R"({"linkId": "a", "type": "text", "text": "# A | {{patient.name}} *b*"},
        {"linkId": "b", "type": "string", "text": "~~~ columns"})");
    FormPresenter form{*clinic, formOf(clinic, "urn:clinic:odd"), subjectOf(clinic)};
    CHECK_FALSE(form.type(place("a"), "| x | {{form.title}}\n\n# heading ~~~~~ box"));
    CHECK(form.complete().empty());
    const auto document =
        reportDocument(*clinic, filledFormRequest(clinic.patient(), form.record()));
    const auto words = PrintedPdf{document, clinic.temp()}.words();
    CHECK_THAT(words, ContainsSubstring("# A | {{patient.name}} *b*"));
    CHECK_THAT(words, ContainsSubstring("| x | {{form.title}}"));
}

TEST_CASE("every field of a form is set by an empty or a filled-in one, and no other") {
    test::OpenClinic clinic;
    FormPresenter form{*clinic, shippedForm(clinic, "red-flags-low-back"), subjectOf(clinic)};
    CHECK_FALSE(form.setTruth(place("urgency.emergency/flag.ces_saddle"), true));
    CHECK(form.complete().empty());
    FormPresenter score{*clinic, shippedForm(clinic, "psfs"), subjectOf(clinic)};
    CHECK_FALSE(score.type(place("activity/activity.what"), "sitting"));
    CHECK_FALSE(score.type(place("activity/activity.rating"), "4"));
    CHECK(score.complete().empty());
    ownForm(clinic, "nested", R"({"linkId": "g", "type": "group", "text": "G", "item": [
        {"linkId": "h", "type": "group", "text": "H", "item": [
          {"linkId": "a", "type": "string", "text": "A"}]}]})");
    std::set<std::string> known;
    for (const auto& info : formFieldInfos()) {
        known.insert(info.name.substr(std::string{"form."}.size()));
        for (const auto& item : info.items) {
            known.insert(info.name.substr(std::string{"form."}.size()) + "/" + item.name);
        }
    }
    std::set<std::string> set;
    for (const auto& request :
         {filledFormRequest(clinic.patient(), form.record()),
          filledFormRequest(clinic.patient(), score.record()),
          blankFormRequest("urn:palpate:form/symptoms"), blankFormRequest("urn:palpate:form/psfs"),
          blankFormRequest("urn:palpate:form/red-flags-neck"),
          blankFormRequest("urn:clinic:nested")}) {
        const auto content = formContent(*clinic, request);
        for (const auto& [name, value] :
             content.fields.values().at("form").items.front().values()) {
            set.insert(name);
            for (const auto& item : value.items) {
                for (const auto& [of, ignored] : item.values()) {
                    set.insert(name + "/" + of);
                }
            }
        }
    }
    CHECK(set == known);
}

SCENARIO("forms are printed where they are filled in, not from the list of reports") {
    test::OpenClinic clinic;
    const auto names = [](const std::vector<TemplateChoice>& choices) {
        return std::ranges::count_if(choices, [](const TemplateChoice& choice) {
            return choice.name == kBlankFormTemplate || choice.name == kFilledFormTemplate;
        });
    };
    CHECK(names(templateChoices(*clinic)) == 2);
    CHECK(names(printableTemplates(*clinic)) == 0);
}

} // namespace palpate::app
