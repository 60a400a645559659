// SPDX-License-Identifier: MIT
// A clinic's own templates: used instead of the shipped ones, checked, and never lost.
#include "app/OpenClinic.h"
#include "app/ReportTemplates.h"
#include "app/Reports.h"
#include "domain/Error.h"
#include "report/Document.h"
#include "storage/Store.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>

namespace palpate::app {

namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

constexpr auto kOurs = "---\ntitle: Our letter\naudience: physician\n---\nDear colleague, "
                       "{{patient.name}} was here.\n";

[[nodiscard]] const TemplateChoice* found(const std::vector<TemplateChoice>& choices,
                                          const std::string& name) {
    const auto choice = std::ranges::find(choices, name, &TemplateChoice::name);
    return choice == choices.end() ? nullptr : &*choice;
}

} // namespace

SCENARIO("shipped templates come first, then the clinic's own by title") {
    test::OpenClinic clinic;
    auto choices = templateChoices(*clinic);
    const auto shipped = choices.size();
    REQUIRE(shipped >= 1);
    CHECK(choices.front().name == "progress-report");
    for (const auto& choice : choices) {
        CAPTURE(choice.name);
        CHECK(choice.isSound);
        CHECK_FALSE(choice.isOwn);
        CHECK_FALSE(choice.title.empty());
    }
    storeTemplate(*clinic, "zz-first", "---\ntitle: A form for us\n---\nText\n");
    storeTemplate(*clinic, "aa-last", kOurs);
    storeTemplate(*clinic, "broken", "---\ntitle: Broken\n---\n{{#points}}never closed\n");
    choices = templateChoices(*clinic);
    REQUIRE(choices.size() == shipped + 3);
    CHECK(choices[shipped].name == "zz-first");
    CHECK(choices[shipped + 1].name == "broken");
    CHECK_FALSE(choices[shipped + 1].isSound);
    CHECK(choices[shipped + 2].name == "aa-last");
    CHECK(choices[shipped + 2].title == "Our letter");
    CHECK(choices[shipped + 2].isOwn);
    CHECK(choices[shipped + 2].isSound);
}

SCENARIO("a shipped template that the clinic changed is used until it is taken back") {
    test::OpenClinic clinic;
    clinic->store().sessions().begin(test::aSession());
    const ReportRequest request{.patient = clinic.patient()};
    const auto original = templateText(*clinic, "progress-report");
    storeTemplate(*clinic, "progress-report", kOurs);
    CHECK(templateText(*clinic, "progress-report") == kOurs);
    CHECK(found(templateChoices(*clinic), "progress-report")->isOwn);
    CHECK(templateChoices(*clinic).front().name == "progress-report");
    CHECK(reportDocument(*clinic, request).metadata.title == "Our letter");
    clinic.advance(std::chrono::minutes{5});
    removeTemplate(*clinic, "progress-report");
    CHECK(templateText(*clinic, "progress-report") == original);
    CHECK_FALSE(found(templateChoices(*clinic), "progress-report")->isOwn);
    CHECK(reportDocument(*clinic, request).metadata.title == "Progress report");

    const auto history = templateHistory(*clinic, "progress-report");
    REQUIRE(history.size() == 2);
    CHECK_FALSE(history[0].text.has_value());
    CHECK(history[0].when == "23 Nov 2026, 10:50");
    CHECK(history[1].text == kOurs);
    CHECK(history[1].by == test::aPractitioner().displayName);
    CHECK_THROWS_AS(removeTemplate(*clinic, "progress-report"), EditRefused);
}

TEST_CASE("a template with faults may be kept, and is not printed") {
    test::OpenClinic clinic;
    clinic->store().sessions().begin(test::aSession());
    storeTemplate(*clinic, "broken", "---\ntitle: Broken\n---\n{{#points}}never closed\n");
    CHECK_THROWS_MATCHES(
        reportDocument(*clinic, {.patient = clinic.patient(), .templateName = "broken"}), DataError,
        MessageMatches(ContainsSubstring("broken has a fault in line 4")));
    CHECK_THROWS_MATCHES(
        previewPages(*clinic, {.patient = clinic.patient()}, "---\ntitle: x\n---\n{{#open}}\n"),
        DataError, MessageMatches(ContainsSubstring("line 4")));
    const auto faults = checkTemplate("---\ntitle: x\n---\nDear {{patient.nmae}}\n", "x");
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].line == 4);
    CHECK_THAT(shown(faults[0].message), ContainsSubstring("patient.name"));
    CHECK(checkTemplate(kOurs, "x").empty());
}

TEST_CASE("a name that is none, and somebody who owns nothing, are refused") {
    test::OpenClinic clinic;
    for (const auto* name : {"", "Our letter", "../x", "letter.md", "ä"}) {
        CAPTURE(name);
        CHECK_THROWS_AS(storeTemplate(*clinic, name, kOurs), EditRefused);
        CHECK_THROWS_AS(templateText(*clinic, name), DataError);
    }
    CHECK_THROWS_AS(storeTemplate(*clinic, "empty", " \n"), EditRefused);
    CHECK_THROWS_AS(storeTemplate(*clinic, "large", std::string(1'000'001, 'x')), EditRefused);
    CHECK_THROWS_AS(storeTemplate(*clinic, "bytes", "caf\xE9"), EditRefused);
    const auto jo = clinic.programOfJo();
    CHECK_THROWS_AS(storeTemplate(*jo, "ours", kOurs), AccessDenied);
    CHECK_THROWS_AS(removeTemplate(*jo, "ours"), AccessDenied);
    storeTemplate(*clinic, "ours", kOurs);
    CHECK(templateText(*jo, "ours") == kOurs);
    CHECK_THROWS_MATCHES(
        templateText(*jo, "theirs"), DataError,
        MessageMatches(ContainsSubstring("progress-report") && ContainsSubstring("ours")));
}

} // namespace palpate::app
