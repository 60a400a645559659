// SPDX-License-Identifier: MIT
#include "report/Catalogue.h"

#include "report/Nearest.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <random>

using namespace palpate;
using namespace palpate::report;
using Catch::Matchers::ContainsSubstring;
using Kind = Fields::Kind;

namespace {

const Catalogue& catalogue() {
    static const Catalogue kKnown{
        .fields = {{"patient.name", Kind::Text, "who"},
                   {"patient.birth", Kind::Text, "when born"},
                   {"clinic.name", Kind::Text, "where"},
                   {"summary", Kind::Text, "in short"},
                   {"plan", Kind::Note, "what next"},
                   {"draft", Kind::Flag, "not signed"},
                   {"attribution", Kind::Text, "who made the map"},
                   {"points",
                    Kind::List,
                    "trigger points",
                    {{"number", Kind::Text, "its number"},
                     {"muscle", Kind::Text, "where"},
                     {"answers", Kind::List, "doses", {{"dose", Kind::Text, "how long"}}}}}},
        .figures = {
            {.name = "body-map",
             .parameters = {{"session", {"first", "latest"}, "whose"}},
             .meaning = "the body",
             .needsAttribution = true},
            {.name = "sparkline", .parameters = {{"point", {}, "which"}}, .meaning = "a course"}}};
    return kKnown;
}

std::vector<Issue> issuesOf(const std::string& text) {
    return check(Template::parse(text, "a.md"), catalogue());
}

} // namespace

TEST_CASE("a template that asks only for what there is has no faults", "[report]") {
    const std::string text = GENERATE(
        as<std::string>{}, "", "{{patient.name}}", "{{#patient}}{{name}}, {{birth}}{{/patient}}",
        "{{#points}}{{number}} {{muscle}} of {{patient.name}}{{/points}}",
        "{{#points}}{{#answers}}{{dose}} {{muscle}}{{/answers}}{{/points}}",
        "{{#summary}}{{summary}}{{/summary}}{{^summary}}nothing{{/summary}}",
        "{{#plan}}{{.}}{{/plan}}", "{{#draft}}a draft{{/draft}}", "{{! any words at all }}",
        "![](figure:body-map?session=first&width=60)\n\n{{attribution}}",
        "{{#points}}![](figure:sparkline?point={{number}}){{/points}}",
        "![](figure:logo?width=30)");
    CAPTURE(text);
    for (const Issue& issue : issuesOf(text)) {
        FAIL_CHECK(issue.line << ":" << issue.column << " " << shown(issue.message));
    }
}

TEST_CASE("what a template asks for and is not there is told with its place", "[report]") {
    struct Fault {
        const char* text;
        std::size_t line;
        std::size_t column;
        const char* words;
    };
    const Fault fault = GENERATE(
        Fault{"é {{patient.nmae}}", 1, 3, "no field patient.nmae here; did you mean patient.name?"},
        Fault{"{{patients.name}}", 1, 1, "did you mean patient.name?"},
        Fault{"{{birth}}", 1, 1, "did you mean patient.birth?"},
        Fault{"{{sumary}}", 1, 1, "did you mean summary?"},
        Fault{"{{weather}}", 1, 1, "There is no field weather here."},
        Fault{"a\nb {{#pionts}}{{number}}{{/pionts}}", 2, 3, "did you mean points?"},
        Fault{"{{^pionts}}x{{/pionts}}", 1, 1, "did you mean points?"},
        Fault{"{{#points}}{{mucsle}}{{/points}}", 1, 12, "did you mean muscle?"},
        Fault{"{{number}}", 1, 1,
              "belongs to the list points: write it between {{#points}} and {{/points}}."},
        Fault{"{{dose}}", 1, 1, "belongs to the list answers"},
        Fault{"{{#summary}}{{muscle}}{{/summary}}", 1, 13,
              "belongs to the list points; summary is no list"},
        Fault{"{{points}}", 1, 1, "points is a list: write {{#points}} ... {{/points}}"},
        Fault{"{{draft}}", 1, 1, "draft is a flag"},
        Fault{"{{patient}}", 1, 1, "patient is a group of fields: write {{patient.name}}"},
        Fault{"{{.}}", 1, 1, "{{.}} has no value here"},
        Fault{"![](figure:bodymap)", 1, 5, "no figure bodymap here; did you mean body-map?"},
        Fault{"![](figure:castle)", 1, 5, "There is no figure castle here."},
        Fault{"![](figure:)", 1, 5, "A figure needs a name"},
        Fault{"![](figure:sparkline?pont=1)", 1, 22, "no parameter pont; did you mean point?"},
        Fault{"![](figure:sparkline?colour=1)", 1, 22, "no parameter colour."},
        Fault{"![](figure:sparkline?point=1&width=wide)", 1, 30, "millimetres, not \"wide\""},
        Fault{"![](figure:sparkline?point)", 1, 22, "is \"key=value\", not \"point\""},
        Fault{"{{attribution}}![](figure:body-map?session=frist)", 1, 36,
              "one of first, latest, not \"frist\""},
        Fault{"x\n\n![](figure:body-map?session=first)", 3, 5, "print {{attribution}}"},
        Fault{"<div>x", 1, 1, "HTML (<div>) is left out"},
        Fault{"``` summery-cards\nx\n```", 1, 1, "did you mean summary-cards?"},
        Fault{"one\rtwo", 1, 4, "A control character stands here"},
        Fault{"a\x01", 1, 2, "A control character stands here"},
        Fault{"``` box red\nx\n```", 1, 1, "does not take the word \"red\""},
        Fault{"~~~ columns 64 36\nx\n~~~", 1, 1, "names 2 widths and has 1 columns"},
        Fault{"x\n+++\n", 2, 1, "no columns block is open"},
        Fault{"---\ntitel: x\n---\n", 2, 1, "Unknown key titel; did you mean title?"},
        Fault{"---\ntitle: x\ntitle: y\n---\n", 3, 1, "title stands here twice"},
        Fault{"---\nlanguage: English language\n---\n", 2, 1, "like en, de or pt-BR"},
        Fault{"---\ntype: huge\n---\n", 2, 1, "normal or large"},
        Fault{"{{a\n{{patient.name}}", 1, 1, "never closed with }}"});
    CAPTURE(fault.text);
    const std::vector<Issue> issues = issuesOf(fault.text);
    REQUIRE_FALSE(issues.empty());
    CHECK(issues.front().line == fault.line);
    CHECK(issues.front().column == fault.column);
    CHECK_THAT(shown(issues.front().message), ContainsSubstring(fault.words));
    CHECK(issues.size() == 1);
}

SCENARIO("all faults are told, in the order of the text", "[report]") {
    const std::vector<Issue> issues =
        issuesOf("---\ntitel: x\n---\n{{{raw}}}\n{{#points}}{{nummer}}\n``` hedaer\nx\n```\n"
                 "{{sumary}}{{/points}}\n![](figure:trend)\n");
    std::vector<std::size_t> lines;
    for (const Issue& issue : issues) {
        lines.push_back(issue.line);
    }
    CHECK(lines == std::vector<std::size_t>{2, 4, 5, 6, 9, 10});
}

SCENARIO("crossed sections are told once, and what stands in them is judged on", "[report]") {
    const std::vector<Issue> issues =
        issuesOf("{{#points}}{{#summary}}{{/points}}{{/summary}}{{nothing}}");
    REQUIRE(issues.size() == 2);
    CHECK_THAT(shown(issues[0].message), ContainsSubstring("while summary is still open"));
}

TEST_CASE("a slip is a letter more, less, other or swapped with its neighbour", "[report]") {
    CHECK(editDistance("points", "points") == 0);
    CHECK(editDistance("points", "pionts") == 1);
    CHECK(editDistance("points", "point") == 1);
    CHECK(editDistance("", "abc") == 3);
    CHECK(nearestOf("nmae", {"patient.name", "clinic.address"}) == "patient.name");
    CHECK(nearestOf("castle", {"patient.name", "clinic.address"}).empty());
}

TEST_CASE("whatever the bytes are, a check ends and says sentences", "[report]") {
    const std::string alphabet[] = {"{{",       "}}",
                                    "{{#",      "{{/",
                                    "{{^",      "points",
                                    "summary",  "\n",
                                    "```",      "~~~ columns 1 2",
                                    "+++",      "figure:",
                                    "](",       "?",
                                    "body-map", "---",
                                    "<b>",      "\xEE\x80\x80",
                                    "\xFF",     "é",
                                    "{{{",      "=",
                                    "&",        " ",
                                    "| a |",    "*",
                                    "_",        "> ",
                                    "- ",       "title: x"};
    std::minstd_rand chance{GENERATE(1U, 2U, 3U, 4U, 5U, 6U, 7U, 8U)};
    for (int round = 0; round < 100; ++round) {
        std::string text;
        for (int i = 0; i < 60; ++i) {
            text += alphabet[chance() % std::size(alphabet)];
        }
        CAPTURE(text);
        for (const Issue& issue : issuesOf(text)) {
            const std::string words = shown(issue.message);
            CHECK((words.ends_with('.') || words.ends_with('?')));
            CHECK(words.find('\n') == std::string::npos);
            CHECK(issue.line >= 1);
            CHECK(issue.column >= 1);
        }
    }
}

TEST_CASE("a megabyte of nonsense is judged as quickly as it is read", "[report]") {
    // Each would take minutes if a place or a mark were looked for from the start again and again.
    const char* part = GENERATE("{{", "{{a}} ", "<b", "](figure:x", "](figure:x?a&", "```a\n+++\n",
                                "{{#a}}", "{{/a}}", "{{#a}}{{/b}}", "*", "> ", "[");
    std::string text;
    while (text.size() < 1'000'000) {
        text += part;
    }
    CAPTURE(part);
    CHECK_FALSE(issuesOf(text + "{{nothing}}").empty());
}
