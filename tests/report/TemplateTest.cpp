// SPDX-License-Identifier: MIT
#include "report/Template.h"

#include "domain/Error.h"
#include "report/Layout.h"
#include "report/SampleReport.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace palpate;
using namespace palpate::report;
using namespace palpate::report::test;
using Catch::Matchers::ContainsSubstring;

SCENARIO("front matter describes a template", "[report]") {
    GIVEN("a template with all four keys") {
        const Template layout =
            Template::parse("---\ntitle: Letter: short\npaper: Letter\nlanguage: de\n"
                            "audience: physician\n---\n{{b}} {{a}} {{#c}}{{b}}{{/c}}\n",
                            "letter.md");
        THEN("they are known, and so are the fields it asks for") {
            CHECK(layout.problems().empty());
            CHECK(layout.title() == "Letter: short");
            CHECK(layout.paper() == Paper::Letter);
            CHECK(layout.language() == "de");
            CHECK(layout.audience() == "physician");
            CHECK(layout.fieldNames() == std::vector<std::string>{"b", "a", "c"});
        }
    }
    GIVEN("a template without front matter, with the line ends of another system") {
        const Template layout = Template::parse("# Hello {{name}}\r\n", "plain.md");
        THEN("all of it is the body") {
            CHECK(layout.problems().empty());
            CHECK(layout.body() == "# Hello {{name}}\r\n");
            CHECK_FALSE(layout.paper().has_value());
        }
    }
}

TEST_CASE("a mistake in a template is told with its place", "[report]") {
    struct Mistake {
        const char* text;
        std::size_t line;
        std::size_t column;
        const char* words;
    };
    const Mistake mistake = GENERATE(
        Mistake{"one\ntwo {{name", 2, 5, "never closed with }}"},
        Mistake{"{{{name}}}", 1, 1, "Raw tags"}, Mistake{"é {{&name}}", 1, 3, "Raw tags"},
        Mistake{"{{> other}}", 1, 1, "include"}, Mistake{"{{=<% %>=}}", 1, 1, "can't be changed"},
        Mistake{"{{}}", 1, 1, "needs a name"},
        Mistake{"{{#a}}\n{{name}}", 1, 1, "section a is opened here and never closed"},
        Mistake{"x\n{{/a}}", 2, 1, "section a is closed here but was never opened"},
        Mistake{"{{#a}}{{#b}}{{/a}}{{/b}}", 1, 13,
                "section a is closed here while b is still open"},
        Mistake{"---\ntitle: x\ncolour: red\n---\n", 3, 1, "Unknown key colour"},
        Mistake{"---\npaper: A3\n---\n", 2, 1, "not A3"},
        Mistake{"---\nnonsense\n---\n", 2, 1, "key: value"},
        Mistake{"---\ntitle: x\n", 1, 1, "never closed by another ---"},
        Mistake{"```cards\na\n```\n", 1, 1, "no layout block cards; there are header"},
        Mistake{"```columns\nx\n", 1, 1, "opened here and never closed"},
        Mistake{"```columns\n```signature\nx\n```\n```\n", 2, 1, "needs shorter marks"},
        Mistake{"a \xEE\x80\x80 b", 1, 3, "invisible character"},
        Mistake{"a \xFF b", 1, 3, "not valid UTF-8"});
    CAPTURE(mistake.text);
    const Template layout = Template::parse(mistake.text, "wrong.md");
    REQUIRE_FALSE(layout.problems().empty());
    const Issue& issue = layout.problems().front();
    CHECK(issue.line == mistake.line);
    CHECK(issue.column == mistake.column);
    CHECK_THAT(shown(issue.message), ContainsSubstring(mistake.words));
    CHECK_THROWS_MATCHES(
        layOut(layout, Fields{}, {}), ReportError,
        Catch::Matchers::MessageMatches(ContainsSubstring("wrong.md") &&
                                        ContainsSubstring("line " + std::to_string(mistake.line))));
}

TEST_CASE("the shipped template has no problem", "[report]") {
    CHECK(progressReport().problems().empty());
}

TEST_CASE("a template file that is not there is named", "[report]") {
    CHECK_THROWS_MATCHES(Template::load("no-such-template.md"), ReportError,
                         Catch::Matchers::MessageMatches(ContainsSubstring("no-such-template.md")));
}
