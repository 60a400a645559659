// SPDX-License-Identifier: MIT
#include "report/Layout.h"

#include "domain/Error.h"
#include "report/Pdf.h"
#include "report/PdfTools.h"
#include "report/SampleReport.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
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

std::string lines(const char* word, int count) {
    std::string text;
    for (int i = 1; i <= count; ++i) {
        text += std::string{word} + " " + std::to_string(i) + "\n\n";
    }
    return text;
}

/// Where a text stands on a page, in millimetres.
std::optional<drawing::Point> placeOf(const std::string& text,
                                      const std::vector<drawing::Shape>& shapes, double dx = 0,
                                      double dy = 0) {
    for (const drawing::Shape& shape : shapes) {
        if (const auto* group = std::get_if<drawing::Group>(&shape)) {
            if (const auto found = placeOf(text, group->shapes, dx + group->transform.dx,
                                           dy + group->transform.dy)) {
                return found;
            }
        } else if (const auto* run = std::get_if<drawing::TextShape>(&shape);
                   run != nullptr && run->text == text) {
            return drawing::Point{run->at.x + dx, run->at.y + dy};
        }
    }
    return std::nullopt;
}

} // namespace

SCENARIO("a table that is longer than a page repeats its header", "[report]") {
    GIVEN("two hundred rows") {
        std::vector<Fields> rows;
        for (int i = 1; i <= 200; ++i) {
            rows.push_back(Fields{}.set("n", std::to_string(i)));
        }
        Fields fields;
        fields.setList("rows", std::move(rows));
        const Document document = laidOut(
            "| Muscle | now |\n|:--|--:|\n{{#rows}}\n| row {{n}} | {{n}} |\n{{/rows}}\n\nafter\n",
            fields);
        THEN("each page begins with it, and every row is printed once") {
            REQUIRE(document.pages.size() > 3);
            std::string all;
            for (const drawing::Picture& page : document.pages) {
                const std::string text = shownText(page);
                CHECK(text.starts_with("Muscle\nnow\n"));
                all += text;
            }
            for (int i = 1; i <= 200; ++i) {
                const std::string row = "row " + std::to_string(i) + "\n";
                CHECK(all.find(row) != std::string::npos);
                CHECK(all.find(row) == all.rfind(row));
            }
        }
    }
}

SCENARIO("columns of a table stand where their alignment says", "[report]") {
    const Document document =
        laidOut("| left | middle | right |\n|:--|:-:|--:|\n| a | b | 7 |\n| c | d | 1000 |\n");
    const auto& shapes = document.pages.front().shapes;
    const auto seven = placeOf("7", shapes);
    const auto thousand = placeOf("1000", shapes);
    const auto a = placeOf("a", shapes);
    const auto left = placeOf("left", shapes);
    REQUIRE((seven && thousand && a && left));
    CHECK(seven->x > thousand->x + 3); // both end at the same place
    CHECK(std::abs(a->x - left->x) < 0.01);
    CHECK(std::abs(a->y - seven->y) < 0.01);
}

SCENARIO("a long note in a table does not break the short names beside it", "[report]") {
    std::string note;
    while (note.size() < 500) {
        note += "word ";
    }
    const Document document = laidOut(
        "| Muscle | note | n |\n|:--|:--|--:|\n| R quadratus lumborum | " + note + " | 7 |\n");
    CHECK(placeOf("R quadratus lumborum", document.pages.front().shapes).has_value());
    CHECK(placeOf("7", document.pages.front().shapes).has_value());
}

SCENARIO("a heading stays with what it is the heading of", "[report]") {
    // At some length the heading would be the last line of the first page.
    for (int count = 35; count < 60; ++count) {
        const Document document = laidOut(lines("line", count) + "## Heading\n\nfirst\nsecond\n");
        const auto holds = [&document](const std::string& text) {
            return std::find_if(document.pages.begin(), document.pages.end(),
                                [&text](const drawing::Picture& page) {
                                    return placeOf(text, page.shapes).has_value();
                                });
        };
        CHECK(holds("Heading") == holds("first second"));
    }
}

SCENARIO("figures of one paragraph stand side by side with their captions", "[report]") {
    const Document document =
        laidOut("![**One**\\\nfirst "
                "words](figure:body-map?session=first)\n![Two](figure:body-map?session=latest)\n");
    const auto& shapes = document.pages.front().shapes;
    const auto one = placeOf("One", shapes);
    const auto words = placeOf("first words", shapes);
    const auto two = placeOf("Two", shapes);
    REQUIRE((one && words && two));
    CHECK(std::abs(one->y - two->y) < 0.01);
    CHECK(two->x > one->x + 40);
    CHECK(words->y > one->y);
}

SCENARIO("a figure is asked for with its name, its parameters and the room it has", "[report]") {
    std::vector<FigureRequest> requests;
    const FigureSource figures =
        [&requests](const FigureRequest& request) -> std::optional<Figure> {
        requests.push_back(request);
        return Figure{drawing::Picture{request.width, 10, "", {}}, "from the source"};
    };
    const Document document =
        laidOut("![](figure:trend)\n\n| a |\n|--|\n| ![](figure:sparkline?point=3&width=20) |\n\n"
                "~~~columns 75 25\nx\n+++\n![](figure:trend)\n~~~\n",
                {}, figures);
    REQUIRE(requests.size() == 3);
    CHECK(std::abs(requests[0].width - (210 - 28.6)) < 0.1);
    CHECK(requests[0].name == "trend");
    CHECK(requests[1].width == 20);
    CHECK(requests[1].parameters == decltype(FigureRequest::parameters){{"point", "3"}});
    CHECK(requests[2].width < 45);
    CHECK_THAT(shownText(document.pages.front()), ContainsSubstring("from the source"));
}

SCENARIO("a figure that is not delivered is left out and named", "[report]") {
    const Document document = laidOut("before\n\n![caption](figure:unheard-of)\n\nafter\n");
    CHECK_THAT(shownText(document.pages.front()), !ContainsSubstring("caption"));
    REQUIRE(document.warnings.size() == 1);
    CHECK_THAT(shown(document.warnings.front()), ContainsSubstring("unheard-of"));
}

SCENARIO("a figure larger than the page is shrunk onto it", "[report]") {
    const FigureSource figures = [](const FigureRequest&) {
        return Figure{
            drawing::Picture{
                900, 3000, "", {drawing::Shape{drawing::CircleShape{{900, 3000}, 1, {}, {}}}}},
            ""};
    };
    const Document document = laidOut("![](figure:huge)\n\nafter\n", {}, figures);
    CHECK(document.pages.size() == 1);
}

SCENARIO("columns that no page can hold go on over the next pages", "[report]") {
    const Document document =
        laidOut("~~~columns 50 50\n" + lines("left", 150) + "+++\nright\n~~~\n\nafter\n");
    REQUIRE(document.pages.size() == 4);
    CHECK_THAT(shownText(document.pages.front()), ContainsSubstring("right"));
    CHECK_THAT(shownText(document.pages.back()), ContainsSubstring("left 150"));
    CHECK_THAT(shownText(document.pages.back()), ContainsSubstring("after"));
}

SCENARIO("an empty column gives its room to the others", "[report]") {
    double width = 0;
    const FigureSource figures = [&width](const FigureRequest& request) -> std::optional<Figure> {
        width = request.width;
        return std::nullopt;
    };
    (void)laidOut("~~~columns 50 50\n![](figure:trend)\n+++\n{{#gone}}\n## Gone\n{{/gone}}\n~~~\n",
                  {}, figures);
    CHECK(std::abs(width - (210 - 28.6)) < 0.1);
}

SCENARIO("the paper is the template's, then the style's", "[report]") {
    PageStyle style;
    style.paper = Paper::Letter;
    CHECK(layOut(templateOf("x"), {}, {}, style).pages.front().width == 215.9);
    CHECK(
        layOut(Template::parse("---\npaper: A4\n---\nx", "a"), {}, {}, style).pages.front().width ==
        210);
}

SCENARIO("words too long for a line are broken, others are not", "[report]") {
    const std::string word(300, 'm');
    const std::string text = shownText(laidOut("short " + word).pages.front());
    std::string joined = text;
    joined.erase(std::remove(joined.begin(), joined.end(), '\n'), joined.end());
    CHECK_THAT(joined, ContainsSubstring(word));
    CHECK(text.find(word) == std::string::npos);
}

SCENARIO("a missing typeface is named with the package that brings it", "[report]") {
    const palpate::test::TempFolder folder;
    PageStyle style;
    style.fontFolders = {folder.path()};
    CHECK_THROWS_MATCHES(
        layOut(templateOf("x"), {}, {}, style), ReportError,
        Catch::Matchers::MessageMatches(ContainsSubstring("NotoSans-Regular.ttf") &&
                                        ContainsSubstring(folder.path().string()) &&
                                        ContainsSubstring("fonts-noto-core")));
}

TEST_CASE("a damaged typeface is named, wherever the damage is", "[report]") {
    const std::uintmax_t size = GENERATE(0U, 11U, 300U, 20'000U, 200'000U);
    CAPTURE(size);
    const palpate::test::TempFolder folder;
    namespace fs = std::filesystem;
    for (const char* name :
         {"noto/NotoSans-Regular.ttf", "noto/NotoSans-Bold.ttf", "noto/NotoSans-Italic.ttf",
          "noto/NotoSans-BoldItalic.ttf", "dejavu/DejaVuSans.ttf", "dejavu/DejaVuSans-Bold.ttf"}) {
        const fs::path from = fs::path{"/usr/share/fonts/truetype"} / name;
        fs::copy_file(from, folder.path() / from.filename());
    }
    fs::resize_file(folder.path() / "NotoSans-Regular.ttf", size);
    PageStyle style;
    style.fontFolders = {folder.path()};
    CHECK_THROWS_MATCHES(
        pdf(layOut(templateOf("x"), {}, {}, style)), ReportError,
        Catch::Matchers::MessageMatches(ContainsSubstring("NotoSans-Regular.ttf") &&
                                        ContainsSubstring("reinstall")));
}
