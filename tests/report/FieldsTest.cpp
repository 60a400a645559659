// SPDX-License-Identifier: MIT
#include "domain/Error.h"
#include "report/Layout.h"
#include "report/SampleReport.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace palpate;
using namespace palpate::report;
using namespace palpate::report::test;
using Catch::Matchers::ContainsSubstring;

namespace {

/// The words of the only page, without its footer.
std::string printed(const std::string& body, const Fields& fields) {
    const Document document = layOut(templateOf(body), fields, {});
    REQUIRE(document.pages.size() == 1);
    const std::string text = shownText(document.pages.front());
    return text.substr(0, text.rfind("page 1 of 1"));
}

} // namespace

SCENARIO("a field fills its tag, by dots and by sections", "[report]") {
    Fields fields;
    fields.set("patient.name", "Ana").set("patient.birth", "1980").set("note", "outer");
    CHECK(printed("{{patient.name}}, {{patient.birth}}", fields) == "Ana, 1980\n");
    CHECK(printed("{{#patient}}{{name}} {{note}}{{/patient}}", fields) == "Ana outer\n");
}

SCENARIO("a list repeats its section, and an empty field of one item is not looked up outside",
         "[report]") {
    Fields fields;
    fields.set("note", "outer");
    fields.setList("rows", {Fields{}.set("name", "one").set("note", "inner"),
                            Fields{}.set("name", "two").set("note", "")});
    CHECK(printed("{{#rows}}[{{name}}:{{note}}]{{/rows}}", fields) == "[one:inner][two:]\n");
}

SCENARIO("what is empty or missing leaves its section out and shows the inverted one", "[report]") {
    Fields fields;
    fields.set("empty", "")
        .setFlag("no", false)
        .setFlag("yes", true)
        .setList("none", {})
        .setGroup("group", {});
    CHECK(printed("{{^empty}}a{{/empty}}{{^no}}b{{/no}}{{^none}}c{{/none}}{{^group}}d{{/"
                  "group}}{{^gone}}e{{/gone}}"
                  "{{#yes}}f{{/yes}}{{#empty}}X{{/empty}}{{#gone}}X{{/gone}}",
                  fields) == "abcdef\n");
}

SCENARIO("a paragraph whose value is missing takes no room", "[report]") {
    CHECK(printed("**{{gone}}**\n\n# {{gone}}\n\nend", Fields{}) == "end\n");
}

SCENARIO("a note keeps its paragraphs and line breaks where its tag stands alone", "[report]") {
    Fields fields;
    fields.setNote("plan", "first line\nsecond line\n\n# next paragraph\r\n- not a list\n");
    CHECK(printed("{{plan}}", fields) ==
          "first line\nsecond line\n# next paragraph\n- not a list\n");
    CHECK(printed("Plan: {{plan}}", fields) ==
          "Plan: first line second line # next paragraph - not a list\n");
}

TEST_CASE("a field that is not valid UTF-8 is refused by name", "[report]") {
    Fields fields;
    fields.setList("points", {Fields{}, Fields{}.set("muscle", "psoas \xC3")});
    CHECK_THROWS_MATCHES(layOut(templateOf("x"), fields, {}), ReportError,
                         Catch::Matchers::MessageMatches(ContainsSubstring("points[2].muscle")));
}
