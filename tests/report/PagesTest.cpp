// SPDX-License-Identifier: MIT
#include "report/Layout.h"
#include "report/SampleReport.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>

using namespace palpate;
using namespace palpate::report;
using namespace palpate::report::test;
using Catch::Matchers::ContainsSubstring;

namespace {

Document laidOut(const std::string& body, const Fields& fields = {},
                 const FigureSource& figures = sampleFigures()) {
    return layOut(templateOf(body), fields, figures);
}

std::string numbered(const char* word, int count) {
    std::string text;
    for (int i = 1; i <= count; ++i) {
        text += std::string{word} + " " + std::to_string(i) + "\n\n";
    }
    return text;
}

std::string words(const char* word, int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
        text += std::string{word} + " ";
    }
    return text;
}

std::size_t countOf(const std::string& text, const std::string& word) {
    std::size_t count = 0;
    for (std::size_t at = text.find(word); at != std::string::npos;
         at = text.find(word, at + word.size())) {
        ++count;
    }
    return count;
}

/// On which page a text stands, and how often there.
struct Where {
    std::size_t page = 0;
    std::size_t count = 0;
};
std::vector<Where> pagesOf(const std::string& text, const Document& document) {
    std::vector<Where> found;
    for (std::size_t i = 0; i < document.pages.size(); ++i) {
        if (const std::size_t count = countOf(shownText(document.pages[i]), text); count > 0) {
            found.push_back({i, count});
        }
    }
    return found;
}

struct PlacedText {
    drawing::TextShape text;
    double x = 0;
    double y = 0;
};
void collect(const std::vector<drawing::Shape>& shapes, double dx, double dy,
             std::vector<PlacedText>& into) {
    for (const drawing::Shape& shape : shapes) {
        if (const auto* group = std::get_if<drawing::Group>(&shape)) {
            collect(group->shapes, dx + group->transform.dx, dy + group->transform.dy, into);
        } else if (const auto* text = std::get_if<drawing::TextShape>(&shape)) {
            into.push_back({*text, text->at.x + dx, text->at.y + dy});
        }
    }
}
std::vector<PlacedText> textsOf(const drawing::Picture& page) {
    std::vector<PlacedText> texts;
    collect(page.shapes, 0, 0, texts);
    return texts;
}
PlacedText textOf(const std::string& start, const drawing::Picture& page) {
    for (PlacedText& one : textsOf(page)) {
        if (one.text.text.starts_with(start)) {
            return one;
        }
    }
    FAIL("no such text: " << start);
    return {};
}

} // namespace

TEST_CASE("no paragraph leaves or brings a single line over a page", "[report]") {
    for (int before = 40; before < 52; ++before) {
        const Document document = laidOut(numbered("line", before) + words("filling", 120));
        for (const Where& where : pagesOf("filling", document)) {
            const std::string page = shownText(document.pages[where.page]);
            std::size_t lines = 0;
            for (std::size_t at = page.find("filling"); at != std::string::npos;
                 at = page.find("filling", page.find('\n', at))) {
                ++lines;
            }
            CAPTURE(before, where.page);
            CHECK(lines >= 2);
        }
    }
}

TEST_CASE("a heading stays with a table's header and first row", "[report]") {
    for (int before = 40; before < 52; ++before) {
        const Document document =
            laidOut(numbered("line", before) +
                    "## Heading\n\n| top |\n|:--|\n| row 1 |\n| row 2 |\n| row 3 |\n");
        CAPTURE(before);
        CHECK(pagesOf("Heading", document).front().page == pagesOf("row 1", document).front().page);
        // and the last row is not alone on the next page
        CHECK(pagesOf("row 2", document).front().page == pagesOf("row 3", document).front().page);
    }
}

TEST_CASE("a row that fits on a page is not split, a longer one is", "[report]") {
    Fields fields;
    fields.set("half", words("half", 1000)).set("long", words("long", 4000));
    const std::string table = "| a | b |\n|:--|:--|\n| one | {{half}} |\n| two | {{half}} |\n";
    const Document document = laidOut(table, fields);
    const std::vector<Where> halves = pagesOf("half", document);
    REQUIRE(halves.size() == 2);
    CHECK(halves[0].count == 1000);
    CHECK(halves[1].count == 1000);
    const Document split = laidOut("| a | b |\n|:--|:--|\n| one | {{long}} |\n", fields);
    std::size_t all = 0;
    for (const Where& where : pagesOf("long", split)) {
        all += where.count;
    }
    CHECK(all == 4000);
    CHECK(split.pages.size() > 1);
}

TEST_CASE("a number in a right-aligned column is not broken", "[report]") {
    Fields fields;
    fields.set("note", words("words", 200));
    const Document document =
        laidOut("| what | was | note |\n|:--|--:|:--|\n| pain | 7 of 10 | {{note}} |\n", fields);
    CHECK_THAT(shownText(document.pages.front()), ContainsSubstring("7 of 10\n"));
}

TEST_CASE("columns higher than the room left go on over the page side by side", "[report]") {
    const Document document =
        laidOut(numbered("before", 20) + "~~~columns 50 50\n" + numbered("left", 40) + "+++\n" +
                numbered("right", 35) + "~~~\n\nafter\n");
    REQUIRE(document.pages.size() == 2);
    // They begin beside each other on the first page, go on at the top of the second, and what
    // comes after stands below both.
    const drawing::Picture& first = document.pages[0];
    const drawing::Picture& second = document.pages[1];
    CHECK(textOf("left 1", first).y == textOf("right 1", first).y);
    CHECK(textOf("left 1", first).x < textOf("right 1", first).x);
    CHECK(textOf("after", second).y > textOf("left 40", second).y);
    CHECK(pagesOf("left 40", document).front().page == 1);
    for (int i = 1; i <= 35; ++i) {
        CHECK(pagesOf("right " + std::to_string(i) + "\n", document).size() == 1);
    }
}

TEST_CASE("a legend stays with the figure that it explains", "[report]") {
    const FigureSource figures = [](const FigureRequest& request) -> std::optional<Figure> {
        drawing::Picture picture{60, request.name == "legend" ? 8.0 : 60.0, "", {}};
        drawing::TextShape text;
        text.text = "shown " + request.name;
        picture.shapes.emplace_back(std::move(text));
        return Figure{std::move(picture), ""};
    };
    for (int before = 20; before < 52; ++before) {
        const Document document = laidOut(
            numbered("line", before) + "![](figure:trend)\n\n![](figure:legend)\n", {}, figures);
        CAPTURE(before);
        CHECK(pagesOf("shown trend", document).front().page ==
              pagesOf("shown legend", document).front().page);
    }
}

TEST_CASE("an introduction stays with its list, and a signature with the last words", "[report]") {
    for (int before = 40; before < 52; ++before) {
        const Document list = laidOut(numbered("line", before) + "These:\n\n- first\n- second\n");
        CHECK(pagesOf("These:", list).front().page == pagesOf("first", list).front().page);
        const Document letter = laidOut(numbered("line", before) +
                                        "Yours sincerely\n\n``` signature\nD. Okafor\n```\n");
        CHECK(pagesOf("Yours", letter).front().page == pagesOf("Okafor", letter).front().page);
    }
}

SCENARIO("lists stand in lists, each further in and with its own mark", "[report]") {
    const Document document = laidOut("- outer\n  - inner\n    1. number\n\n9. nine\n10. ten\n");
    const drawing::Picture& page = document.pages.front();
    CHECK(textOf("outer", page).x < textOf("inner", page).x);
    CHECK(textOf("inner", page).x < textOf("number", page).x);
    CHECK_THAT(shownText(page), ContainsSubstring("•\nouter\n–\ninner\n1.\nnumber\n"));
    CHECK(textOf("nine", page).x == textOf("ten", page).x);
    CHECK_THAT(shownText(page), ContainsSubstring("9.\nnine\n10.\nten\n"));
}

SCENARIO("facts stand under each other, and a fact that is missing has no name", "[report]") {
    Fields fields;
    fields.set("born", "14 March 1980").setNote("address", "12 Mill Lane\nBristol");
    const Document document = laidOut("``` key-values\nBorn | {{born}}\nDiagnosis | {{none}}\n"
                                      "Address | {{address}}\n```\n",
                                      fields);
    const drawing::Picture& page = document.pages.front();
    CHECK(textOf("14 March", page).x == textOf("12 Mill", page).x);
    CHECK(textOf("Bristol", page).y > textOf("12 Mill", page).y); // a note keeps its lines here
    CHECK_THAT(shownText(page), !ContainsSubstring("Diagnosis"));
    const Document two =
        laidOut("``` key-values 2\nBorn | {{born}}\nAddress | {{address}}\n```\n", fields);
    CHECK(textOf("Born", two.pages.front()).y == textOf("Address", two.pages.front()).y);
}

SCENARIO("a box holds its text on a tint, over pages if it must", "[report]") {
    const Document document = laidOut("``` box warning\n**Seek help** if:\n\n- numb\n\n" +
                                      numbered("line", 90) + "```\n\nafter\n");
    REQUIRE(document.pages.size() > 1);
    CHECK_THAT(shownText(document.pages.back()), ContainsSubstring("after"));
    CHECK(textOf("Seek help", document.pages.front()).x > 14.3 + 3);
}

SCENARIO("a letter's address keeps its lines", "[report]") {
    Fields fields;
    fields.set("to", "Dr M. Patel").setNote("street", "Park Surgery\n4 Hill Road");
    const Document document = laidOut("``` address\n{{to}}\n{{street}}\n```\n\nDear\n", fields);
    CHECK_THAT(shownText(document.pages.front()),
               ContainsSubstring("Dr M. Patel\nPark Surgery\n4 Hill Road\nDear"));
}

SCENARIO("large type is larger", "[report]") {
    const auto sizeIn = [](const char* front) {
        const Document document = layOut(Template::parse(std::string{front} + "word", "a"), {}, {});
        return textOf("word", document.pages.front()).text.size;
    };
    CHECK(sizeIn("---\ntype: large\n---\n") > 1.3 * sizeIn("---\ntype: normal\n---\n"));
}

SCENARIO("links lead out of the page only where that is safe", "[report]") {
    Fields fields;
    fields.set("site", "https://example.org/a").set("evil", "file:///etc/passwd");
    const Document document = laidOut(
        "See [our site]({{site}}) and [more]({{evil}}), <mailto:desk@example.org>.\n", fields);
    REQUIRE(document.links.size() == 3); // words, the printed address, the mail
    CHECK(document.links[0].address == "https://example.org/a");
    CHECK(document.links[1].address == "https://example.org/a");
    CHECK(document.links[2].address == "mailto:desk@example.org");
    const PlacedText shownLink = textOf("our site", document.pages.front());
    const drawing::Rect& area = document.links[0].area;
    CHECK(std::abs(area.x - shownLink.x) < 0.01);
    CHECK(area.y < shownLink.y);
    CHECK(area.y + area.height > shownLink.y);
    CHECK_THAT(shownText(document.pages.front()), ContainsSubstring("file:///etc/passwd"));
}

SCENARIO("a footnote's mark leads to the note, a unit's power nowhere", "[report]") {
    Fields fields;
    fields.set("value", "fell by 4 ¹²").set("area", "118 cm² and 2 m²");
    const Document document = laidOut("It {{value}}, {{area}}.\n\n``` page-break\n```\n\nx\n\n"
                                      "``` footnotes\n¹² Invented 2008.\n² Another.\n```\n",
                                      fields);
    REQUIRE(document.links.size() == 1);
    const Link& link = document.links.front();
    CHECK(link.address.empty());
    CHECK(link.page == 0);
    CHECK(link.toPage == 0);
    CHECK(link.area.width > 0.5);
    const PlacedText note = textOf("¹²", document.pages[0]);
    CHECK(link.toY < note.y);
    CHECK(link.toY > note.y - 4);
}

SCENARIO("a source stands at the foot of the page where its number is met first", "[report]") {
    const Document document =
        laidOut("One¹.\n\n``` page-break\n```\n\nTwo², one again¹.\n\n"
                "``` footnotes\n¹ First source.\n² Second source.\n³ Of no number.\nDrawn by us.\n"
                "```\n");
    REQUIRE(document.pages.size() == 2);
    const drawing::Picture& first = document.pages[0];
    const drawing::Picture& second = document.pages[1];
    CHECK_THAT(shownText(first), ContainsSubstring("First source.") &&
                                     !ContainsSubstring("Second source.") &&
                                     !ContainsSubstring("Drawn by us."));
    CHECK_THAT(shownText(second), !ContainsSubstring("First source."));
    // All stand at one foot, however little is on a page, in the order in which they were written.
    CHECK(textOf("First source.", first).y > 260);
    CHECK(textOf("Second source.", second).y > 250);
    CHECK(textOf("Second source.", second).y < textOf("Of no number.", second).y);
    CHECK(textOf("Of no number.", second).y < textOf("Drawn by us.", second).y);
    // The number hangs at the left of its words.
    CHECK(textOf("¹", first).x < textOf("First source.", first).x);
    CHECK(textOf("¹", first).y == textOf("First source.", first).y);
    CHECK(textOf("Drawn by us.", second).x == textOf("²", second).x);
    CHECK(document.links.size() == 3);
}

SCENARIO("text makes room for the sources at its page's foot", "[report]") {
    for (int before = 30; before < 60; ++before) {
        const Document document =
            laidOut(numbered("line", before) + "Told¹ by some.\n\n" + numbered("after", 5) +
                    "``` footnotes\n¹ Invented 2008.\n```\n");
        CAPTURE(before);
        const std::size_t page = pagesOf("Told", document).front().page;
        CHECK(pagesOf("Invented", document).front().page == page);
        // What stands on that page stands above its foot.
        const drawing::Picture& told = document.pages[page];
        for (const PlacedText& line : textsOf(told)) {
            const bool isAbove = line.text.text.starts_with("line ") ||
                                 line.text.text.starts_with("after ") ||
                                 line.text.text.starts_with("Told");
            CHECK((!isAbove || line.y < textOf("Invented", told).y));
        }
    }
}

SCENARIO("sources of columns that go on over a page stand where their numbers do", "[report]") {
    const Document document =
        laidOut("~~~columns 50 50\n" + numbered("left", 40) + "late²\n\n" + numbered("left", 20) +
                "+++\n" + "early¹\n\n" + numbered("right", 50) +
                "~~~\n\n``` footnotes\n¹ Early 2008.\n² Late 2009.\n```\n");
    REQUIRE(document.pages.size() == 2);
    CHECK(pagesOf("Early", document).front().page == pagesOf("early", document).front().page);
    CHECK(pagesOf("Late", document).front().page == pagesOf("late", document).front().page);
}

SCENARIO("more sources than a page can hold wait for the end, and none is lost", "[report]") {
    constexpr std::array<const char*, 10> kRaised{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string text;
    std::string notes;
    for (std::size_t i = 10; i < 99; ++i) {
        const std::string mark = std::string{kRaised[i / 10]} + kRaised[i % 10];
        text += "word" + mark + " ";
        notes += mark + " Source " + std::to_string(i) + ", " + words("told", 40) + "\n";
    }
    const Document document = laidOut(text + "\n\nthe end\n\n``` footnotes\n" + notes + "```\n");
    CHECK(document.pages.size() > 1);
    for (std::size_t i = 10; i < 99; ++i) {
        CHECK(pagesOf("Source " + std::to_string(i) + ",", document).size() == 1);
    }
    CHECK(document.links.size() == 89);
}

SCENARIO("the clinic's logo stands in the header and where a template names it", "[report]") {
    drawing::Picture sign{100, 50, "", {}};
    drawing::TextShape text;
    text.text = "logo drawn";
    sign.shapes.emplace_back(std::move(text));
    PageStyle style;
    style.logo = std::make_shared<const drawing::Picture>(std::move(sign));
    const char* body = "``` header\n# Title\n---\n**Clinic**\n```\n\n![](figure:logo?width=20)\n";
    const Document with = layOut(templateOf(body), {}, sampleFigures(), style);
    CHECK(countOf(shownText(with.pages.front()), "logo drawn") == 2);
    CHECK(textOf("Clinic", with.pages.front()).y > textOf("Title", with.pages.front()).y);
    const Document without = layOut(templateOf(body), {}, sampleFigures());
    CHECK(without.warnings.empty());
}

SCENARIO("the watermark is painted last and shows what is under it", "[report]") {
    PageStyle style;
    style.watermark = "DRAFT";
    const Document document = layOut(templateOf("![](figure:trend)\n"), {}, sampleFigures(), style);
    const auto* mark = std::get_if<drawing::TextShape>(&document.pages.front().shapes.back());
    REQUIRE(mark != nullptr);
    CHECK(mark->text == "DRAFT");
    CHECK(mark->colour.alpha < 50);
}

SCENARIO("figures that name their widths fill rows, others stand four in a row", "[report]") {
    std::vector<double> widths;
    const FigureSource figures = [&widths](const FigureRequest& request) -> std::optional<Figure> {
        widths.push_back(request.width);
        drawing::Picture picture{request.width, 10, "", {}};
        drawing::TextShape text;
        text.text = "figure " + std::to_string(widths.size());
        picture.shapes.emplace_back(std::move(text));
        return Figure{std::move(picture), ""};
    };
    const Document named = laidOut(
        "![](figure:a?width=100)\n![](figure:b?width=70)\n![](figure:c?width=70)\n", {}, figures);
    CHECK(widths == std::vector<double>{100, 70, 70});
    CHECK(textOf("figure 1", named.pages.front()).y == textOf("figure 2", named.pages.front()).y);
    CHECK(textOf("figure 3", named.pages.front()).y > textOf("figure 2", named.pages.front()).y);
    widths.clear();
    const Document six = laidOut("![](figure:a) ![](figure:b) ![](figure:c) ![](figure:d) "
                                 "![](figure:e) ![](figure:f)\n",
                                 {}, figures);
    CHECK(textOf("figure 4", six.pages.front()).y == textOf("figure 1", six.pages.front()).y);
    CHECK(textOf("figure 5", six.pages.front()).y > textOf("figure 4", six.pages.front()).y);
}

SCENARIO("lines that begin with spaces are text like any other", "[report]") {
    CHECK_THAT(
        shownText(
            laidOut("first\n\n    indented {{x}}\n", Fields{}.set("x", "value")).pages.front()),
        ContainsSubstring("indented value"));
}

TEST_CASE("tables of four hundred pages are set in a time that grows with their length",
          "[report]") {
    std::vector<Fields> rows;
    for (int i = 1; i <= 16'000; ++i) {
        rows.push_back(Fields{}.set("n", std::to_string(i)));
    }
    Fields fields;
    fields.setList("rows", std::move(rows));
    const Document document =
        laidOut("| a | b |\n|:--|--:|\n{{#rows}}\n| row {{n}} | {{n}} |\n{{/rows}}\n", fields);
    CHECK(document.pages.size() > 300);
    CHECK_THAT(shownText(document.pages.back()), ContainsSubstring("row 16000"));
}

TEST_CASE("a line or two on a last page of their own are brought back", "[report]") {
    std::size_t pages = 0;
    std::size_t last = 0;
    for (int count = 38; count < 60; ++count) {
        const Document document = laidOut(numbered("line", count));
        CAPTURE(count);
        if (document.pages.size() == 2) {
            // What did not fit with less white between is more than two lines.
            last = last == 0 ? pagesOf("line", document).back().count : last;
        }
        pages = document.pages.size();
    }
    REQUIRE(pages == 2);
    CHECK(last > 2);
}

TEST_CASE("a few facts stay together with their heading", "[report]") {
    for (int before = 36; before < 52; ++before) {
        const Document document = laidOut(numbered("line", before) +
                                          "## Heading\n\n``` key-values\nA | first\nB | second\n"
                                          "C | third\n```\n\n" +
                                          words("after", 300));
        CAPTURE(before);
        CHECK(pagesOf("Heading", document).front().page == pagesOf("third", document).front().page);
    }
}

TEST_CASE("a number is not parted from its unit, nor a telephone number in its groups",
          "[report]") {
    const std::string text =
        GENERATE(as<std::string>{}, "118 cm²", "60 s", "+44 117 496 0122", "5 kPa,", "3 × 30 s");
    // At some width of what stands before it, the line would end within it.
    for (int letters = 1; letters < 140; ++letters) {
        const Document document = laidOut(std::string(static_cast<std::size_t>(letters), 'i') +
                                          " " + words("and", 22) + text + " and so on.\n");
        CAPTURE(letters);
        CHECK_THAT(shownText(document.pages.front()), ContainsSubstring(text));
    }
}

SCENARIO("a line of nothing but numbers is still broken", "[report]") {
    const std::string text = shownText(laidOut(words("4711", 100)).pages.front());
    CHECK(std::count(text.begin(), text.end(), '\n') >= 3);
}
