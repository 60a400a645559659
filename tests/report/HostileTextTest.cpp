// SPDX-License-Identifier: MIT
#include "report/Layout.h"
#include "report/PdfTools.h"
#include "report/SampleReport.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>

using namespace palpate;
using namespace palpate::report;
using namespace palpate::report::test;
using Catch::Matchers::ContainsSubstring;

namespace {

/// One tag in every kind of place that a template has.
constexpr const char* kEveryPlace = R"(
```header
# {{x}}
**{{x}}**
{{x}}
---
{{x}}
```

## Heading {{x}}

Paragraph {{x}} and **{{x}}** and *{{x}}* and `{{x}}` and [link](http://{{x}}).

- item {{x}}

1. item {{x}}

> quote {{x}}

| column {{x}} | second |
|:--|--:|
| {{x}} | **{{x}}** |
| ![](figure:mark?point=1&note={{x}}) | end of table |

```summary-cards
{{x}} | {{x}} | {{x}}
second | card | here
```

~~~columns 50 50
left {{x}}
+++
right {{x}}
~~~

![{{x}}](figure:body-map?session=first&name={{x}})

{{x}}

```signature
{{x}}
```

```footnotes
{{x}}
```

end of page
)";

Document everyPlaceWith(const std::string& text) {
    PageStyle style;
    style.footer.left = text.substr(0, 2000);
    Fields fields;
    fields.set("x", text);
    return layOut(templateOf(kEveryPlace), fields, sampleFigures(), style);
}

std::size_t countOf(const std::string& text, const std::string& word) {
    std::size_t count = 0;
    for (std::size_t at = text.find(word); at != std::string::npos;
         at = text.find(word, at + word.size())) {
        ++count;
    }
    return count;
}

} // namespace

TEST_CASE("whatever a person typed is printed as typed, in every place of a template", "[report]") {
    const std::string text =
        GENERATE(as<std::string>{}, "# x", "## x", "| a |", "a|b|c", "```", "~~~", "{{y}}",
                 "{{{y}}}", "**bold**", "_it_", "---", "+++", "===", "- x", "* x", "1. x", "> x",
                 "<b>x</b>", "<!-- x", "[a](b)", "![a](figure:trend)", "&amp;", "\\", "`code`",
                 "a&session=latest", "http://x.example", ":--", "$$", "~x~", "[^1]");
    CAPTURE(text);
    const Document document = everyPlaceWith(text);
    REQUIRE(document.pages.size() == 1);
    const std::string page = shownText(document.pages.front());
    std::string joined = page; // an address may be broken over two lines
    joined.erase(std::remove(joined.begin(), joined.end(), '\n'), joined.end());
    // 3 in the header's left, 1 right, heading, 5 in the paragraph, 2 items, quote, 3 table, 3
    // cards, 2 columns, caption, paragraph, signature, footnote, footer. Bold, link and code change
    // no word.
    CHECK(countOf(joined, text) >= 26);
    CHECK_THAT(page, ContainsSubstring("end of table"));
    CHECK_THAT(page, ContainsSubstring("end of page"));
    CHECK_THAT(page, ContainsSubstring("second\ncard\nhere"));
    CHECK(document.warnings.empty());
}

TEST_CASE("a value in a figure's address stays one parameter", "[report]") {
    std::string got;
    const FigureSource figures = [&got](const FigureRequest& request) -> std::optional<Figure> {
        got = request.parameters.at("name");
        CHECK(request.parameters.size() == 2);
        CHECK(request.parameters.at("session") == "first");
        return std::nullopt;
    };
    Fields fields;
    fields.set("x", "a&session=latest?#) ![");
    (void)layOut(templateOf("![](figure:body-map?session=first&name={{x}})"), fields, figures);
    CHECK(got == "a&session=latest?#) ![");
}

TEST_CASE("a hundred thousand characters break no page", "[report]") {
    const bool hasSpaces = GENERATE(true, false);
    std::string text;
    while (text.size() < 100'000) {
        text += hasSpaces ? "word " : "wordword";
    }
    const Document document = everyPlaceWith(text);
    CHECK(document.pages.size() > 10);
    CHECK_THAT(shownText(document.pages.back()), ContainsSubstring("end of page"));
    // What has a fixed place is cut, and said so; what flows is printed whole.
    CHECK(
        std::any_of(document.warnings.begin(), document.warnings.end(), [](const Message& warning) {
            return shown(warning).find("too long for its place") != std::string::npos;
        }));
    std::string all;
    for (const drawing::Picture& page : document.pages) {
        all += shownText(page);
    }
    // Whole: heading, 5 in the paragraph, 2 items, quote, 3 table cells, 2 columns, paragraph,
    // footnote.
    CHECK(countOf(all, "word") > std::size_t{15} * text.size() / (hasSpaces ? 5 : 4) * 9 / 10);

    const palpate::test::TempFolder folder;
    const Run check = PrintedPdf{document, folder.path()}.check();
    INFO(check.output);
    CHECK(check.status == 0);
}

TEST_CASE("no shape of a long text leaves its page", "[report]") {
    const Document document = everyPlaceWith(std::string(5000, 'W'));
    struct Walk {
        const drawing::Picture& page;
        void operator()(const std::vector<drawing::Shape>& shapes, double dx, double dy) const {
            for (const drawing::Shape& shape : shapes) {
                if (const auto* group = std::get_if<drawing::Group>(&shape)) {
                    if (!group->clip && group->transform.scale == 1) {
                        (*this)(group->shapes, dx + group->transform.dx, dy + group->transform.dy);
                    }
                } else if (const auto* text = std::get_if<drawing::TextShape>(&shape)) {
                    CHECK(text->at.x + dx >= 0);
                    CHECK(text->at.x + dx < page.width);
                    CHECK(text->at.y + dy > 0);
                    CHECK(text->at.y + dy < page.height);
                }
            }
        }
    };
    for (const drawing::Picture& page : document.pages) {
        Walk{page}(page.shapes, 0, 0);
    }
}

SCENARIO("control characters are seen, and told", "[report]") {
    Fields fields;
    fields.set("x", std::string{"a\x01"
                                "b\x1b[31mc\td\x7f"});
    const Document document = layOut(templateOf("{{x}}"), fields, {});
    CHECK_THAT(shownText(document.pages.front()),
               ContainsSubstring("a\xEF\xBF\xBD"
                                 "b\xEF\xBF\xBD[31mc d\xEF\xBF\xBD"));
    REQUIRE(document.warnings.size() == 1);
    CHECK_THAT(shown(document.warnings.front()), ContainsSubstring("control characters"));
}

SCENARIO("marks that turn the direction of text are dropped", "[report]") {
    Fields fields;
    fields.set("x", "safe\xE2\x80\xAEtxt"); // U+202E, right-to-left override
    CHECK_THAT(shownText(layOut(templateOf("{{x}}"), fields, {}).pages.front()),
               ContainsSubstring("safetxt"));
}
