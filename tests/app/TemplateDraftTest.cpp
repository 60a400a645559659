// SPDX-License-Identifier: MIT
// A template while it is written: its faults, what can be put into it, what it begins with.
#include "app/TemplateDraft.h"

#include "app/OpenClinic.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>

namespace palpate::app {

using Catch::Matchers::ContainsSubstring;

SCENARIO("a new template begins sound, under a name that is free") {
    test::OpenClinic clinic;
    const auto text = newTemplateText("Letter to Dr Lee");
    const auto draft = draftOf(text, "letter-to-dr-lee");
    CHECK(draft.title == "Letter to Dr Lee");
    CHECK(draft.about == ReportAbout::Case);
    CHECK(draft.isSound);
    for (const auto& fault : draft.faults) {
        UNSCOPED_INFO(shown(fault.message));
    }
    CHECK(draft.faults.empty());

    CHECK(newTemplateName(*clinic, "Letter to Dr Lee!") == "letter-to-dr-lee");
    storeTemplate(*clinic, "letter-to-dr-lee", text);
    CHECK(newTemplateName(*clinic, "Letter to Dr Lee") == "letter-to-dr-lee-2");
    CHECK(newTemplateName(*clinic, "Progress report") == "progress-report-2");
    CHECK(newTemplateName(*clinic, "Отчёт") == "template");
    CHECK(newTemplateName(*clinic, std::string(200, 'a')).size() <= 60);
    const auto choices = templateChoices(*clinic);
    CHECK_FALSE(choices.back().isShipped);
    CHECK(choices.back().isOwn);
}

SCENARIO("a copy has its own title and is otherwise the same") {
    test::OpenClinic clinic;
    const auto original = templateText(*clinic, "progress-report");
    const auto copy = copiedTemplateText(original, "Our report");
    CHECK(draftOf(copy, "our-report").title == "Our report");
    CHECK(draftOf(copy, "our-report").faults.empty());
    CHECK(copiedTemplateText(copy, draftOf(original, "x").title) == original);
    CHECK(draftOf(copiedTemplateText("words", "Mine"), "mine").title == "Mine");
    CHECK(draftOf(copiedTemplateText("---\nabout: case\n---\nwords", "Mine"), "mine").title ==
          "Mine");
}

SCENARIO("what a template may ask for is found by words and put in ready to use") {
    const auto all = insertions(ReportAbout::Case);
    REQUIRE(all.size() > 50);
    const auto named = [&](const std::vector<Insertion>& among, const std::string& name) {
        const auto found = std::ranges::find(among, name, &Insertion::name);
        REQUIRE(found != among.end());
        return *found;
    };
    CHECK(named(all, "patient.name").before == "{{patient.name}}");
    CHECK(named(all, "patient.name").after.empty());
    CHECK(named(all, "points").before == "{{#points}}\n");
    CHECK(named(all, "points").after == "\n{{/points}}");
    CHECK(named(all, "body-map").before == "![](figure:body-map");
    CHECK(named(all, "body-map").after == ")");

    const auto found = insertions(ReportAbout::Case, "PATIENT na");
    CHECK(named(found, "patient.name").kind == "text");
    CHECK(named(found, "patient.name").within.empty());
    CHECK(found.size() < all.size() / 4);
    const auto inPoints = insertions(ReportAbout::Case, "points muscle");
    REQUIRE_FALSE(inPoints.empty());
    CHECK(std::ranges::count(inPoints, "points", &Insertion::within) > 0);
    CHECK(insertions(ReportAbout::Case, "zebra").empty());
}

SCENARIO("only an owner changes templates, and the others are told so") {
    test::OpenClinic clinic;
    CHECK_FALSE(whyNotChangeTemplates(*clinic).has_value());
    const auto jo = clinic.programOfJo();
    REQUIRE(whyNotChangeTemplates(*jo).has_value());
    CHECK_THAT(shown(*whyNotChangeTemplates(*jo)), ContainsSubstring("owner"));
}

} // namespace palpate::app
