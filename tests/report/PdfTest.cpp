// SPDX-License-Identifier: MIT
#include "report/Pdf.h"

#include "domain/Error.h"
#include "report/Layout.h"
#include "report/PdfTools.h"
#include "report/SampleReport.h"
#include "report/Typefaces.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <fstream>
#include <iterator>
#include <thread>

using namespace palpate;
using namespace palpate::report;
using namespace palpate::report::test;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
namespace fs = std::filesystem;

namespace {

Document documentOf(const std::string& text) {
    Fields fields;
    fields.set("x", text);
    return layOut(templateOf("**{{x}}**\n\n{{x}}\n"), fields, {});
}

std::string contentOf(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
}

} // namespace

TEST_CASE("names in Latin, Greek and Cyrillic letters are extracted as they were typed",
          "[report]") {
    const std::string name = GENERATE(
        as<std::string>{}, "Ana Kovács", "Łukasz Żółć", "Dvořák Šárka", "Ștefan Țăran",
        "Þórður Æsir", "Ğülşah İnönü", "Nguyễn Thị Hằng", "Γεώργιος Ὀδυσσεύς", "Ελένη Παπαδοπούλου",
        "Наталья Ёлкина", "Ђорђе Љубић", "Їжак Ґава", "from α → to Ω ≥ half ½, tick ✓ box ☑ done");
    const palpate::test::TempFolder folder;
    const Document document = documentOf(name);
    CHECK(document.warnings.empty());
    const PrintedPdf pdf{document, folder.path()};
    const std::string text = pdf.text();
    CAPTURE(name, text);
    const std::size_t first = text.find(name); // bold
    REQUIRE(first != std::string::npos);
    CHECK(text.find(name, first + 1) != std::string::npos); // regular
    CHECK(pdf.check().status == 0);
}

TEST_CASE("a character that no typeface has is printed as a replacement and told", "[report]") {
    const palpate::test::TempFolder folder;
    const Document document = documentOf("Ana \xF0\x9F\xA7\x98"); // a person meditating
    REQUIRE(document.warnings.size() == 1);
    CHECK_THAT(shown(document.warnings[0]), ContainsSubstring("U+1F9D8"));
    // Who copies the name gets what was typed.
    CHECK_THAT((PrintedPdf{document, folder.path()}.text()),
               ContainsSubstring("Ana \xF0\x9F\xA7\x98"));
}

SCENARIO("every kind of shape is painted", "[report]") {
    GIVEN("a page of paths, circles, clipped groups and translucent text") {
        using namespace drawing;
        Picture page{100, 100, "shapes", {}};
        const auto square = std::make_shared<Path>();
        square->contours.push_back({{{10, 10}, {50, 10}, {50, 50}, {10, 50}}, true});
        square->contours.push_back(
            {{{20, 20}, {40, 20}, {40, 40}, {20, 40}}, true}); // a hole by the even-odd rule
        page.shapes.emplace_back(PathShape{square, rgb(0xFF0000), Stroke{rgb(0x000000), 1, {}}});
        page.shapes.emplace_back(CircleShape{{75, 30}, 15, rgb(0x0000FF, 128), std::nullopt});
        Group group;
        group.clip = Rect{10, 60, 20, 20};
        group.transform = {2, 0, 60};
        group.shapes.emplace_back(PathShape{square, rgb(0x00FF00), std::nullopt});
        page.shapes.emplace_back(std::move(group));
        TextShape text;
        text.at = {95, 90};
        text.text = "halo";
        text.size = 8;
        text.align = Align::End;
        text.halo = rgb(0xFFFF00);
        page.shapes.emplace_back(std::move(text));
        Document document;
        document.pages.push_back(std::move(page));
        const palpate::test::TempFolder folder;
        const PrintedPdf pdf{document, folder.path()};
        THEN("qpdf finds no error, and the halo is not read as words of its own") {
            CHECK(pdf.check().status == 0);
            const std::string words = pdf.text();
            CHECK(words.find("halo") != std::string::npos);
            CHECK(words.find("halo") == words.rfind("halo"));
        }
        THEN("each pixel has the colour that the picture says") {
            // 254 dpi: one pixel is a tenth of a millimetre.
            const fs::path image = folder.path() / "page";
            REQUIRE(
                run("pdftoppm -r 254 -png '" + pdf.file().string() + "' '" + image.string() + "'")
                    .status == 0);
            const auto colourAt = [&image](int x, int y) {
                return run("convert '" + image.string() + "-1.png' -format '%[hex:p{" +
                           std::to_string(x * 10) + "," + std::to_string(y * 10) + "}]' info:")
                    .output.substr(0, 6);
            };
            CHECK(colourAt(15, 15) == "FF0000");
            CHECK(colourAt(30, 30) == "FFFFFF"); // the hole
            CHECK(colourAt(30, 10) == "000000"); // the outline
            CHECK(colourAt(75, 30).substr(4) == "FF");
            CHECK(colourAt(75, 30) != "0000FF"); // half transparent
            CHECK(colourAt(25, 82) == "FFFFFF"); // outside the clip
            CHECK(colourAt(28, 79) ==
                  "FFFFFF"); // left of the moved square's edge: it begins at 20, 80
        }
    }
}

SCENARIO("a body of one long outline is kept once, too", "[report]") {
    using namespace drawing;
    const auto outline = std::make_shared<Path>();
    outline->contours.emplace_back();
    for (int i = 0; i < 4000; ++i) { // nothing that would be packed well
        outline->contours.back().points.push_back({static_cast<double>(i * 7919 % 4001) / 100,
                                                   static_cast<double>(i * 104'729 % 3989) / 100});
    }
    const auto documentWith = [&outline](int times) {
        Document document;
        document.pages.push_back({200, 200, "", {}});
        for (int i = 0; i < times; ++i) {
            Group body;
            body.clip = Rect{0, 0, 40, 40};
            body.shapes.emplace_back(PathShape{outline, rgb(0x2255AA), std::nullopt});
            Group placed;
            placed.transform = {1, i * 3.7, 0};
            placed.shapes.emplace_back(std::move(body));
            document.pages.back().shapes.emplace_back(std::move(placed));
        }
        return document;
    };
    CHECK(10 * pdf(documentWith(8)).size() < 11 * pdf(documentWith(1)).size());
}

SCENARIO("a drawing that is painted several times is kept once in the file", "[report]") {
    using namespace drawing;
    /// A clipped drawing of many shapes: opaque, translucent, and words.
    const auto drawn = [](double x, double y) {
        Group body;
        body.clip = Rect{0, 0, 40, 40};
        body.transform = {0.5, 0, 0};
        for (int i = 0; i < 400; ++i) {
            const double at = 2.0 + (i * 37 % 97) * 0.8;
            const auto path = std::make_shared<Path>();
            path->contours.push_back(
                {{{at, 3.0 + i * 0.17}, {at + 9, 4}, {at + 3, 90 - i * 0.1}}, true});
            body.shapes.emplace_back(
                PathShape{path, rgb(0x2255AA, static_cast<std::uint8_t>(i % 2 == 0 ? 255 : 40)),
                          std::nullopt});
        }
        const auto ground = std::make_shared<Path>();
        ground->contours.push_back({{{0, 0}, {200, 0}, {200, 20}, {0, 20}}, true});
        body.shapes.emplace_back(PathShape{ground, rgb(0xFF0000), std::nullopt});
        TextShape word;
        word.at = {10, 14};
        word.text = "lumbar";
        word.size = 4;
        body.shapes.emplace_back(std::move(word));
        Group placed;
        placed.transform = {1, x, y};
        placed.shapes.emplace_back(std::move(body));
        return placed;
    };
    const auto documentWith = [&drawn](const std::vector<Point>& places) {
        Picture page{100, 100, "", {}};
        for (const Point& place : places) {
            page.shapes.emplace_back(drawn(place.x, place.y));
        }
        Document document;
        document.pages.push_back(page);
        document.pages.push_back(std::move(page));
        return document;
    };
    const std::string once = pdf(documentWith({{5, 5}}));
    const std::string thrice = pdf(documentWith({{5, 5}, {50.123, 5}, {50.123, 50.77}}));
    CHECK(thrice.size() < once.size() + 400);

    const palpate::test::TempFolder folder;
    const PrintedPdf printed{documentWith({{5, 5}, {50, 50}}), folder.path()};
    CHECK(printed.check().status == 0);
    const fs::path image = folder.path() / "page";
    REQUIRE(run("pdftoppm -r 254 -png '" + printed.file().string() + "' '" + image.string() + "'")
                .status == 0);
    const auto colourAt = [&image](int page, int x, int y) {
        return run("convert '" + image.string() + "-" + std::to_string(page) +
                   ".png' -format '%[hex:p{" + std::to_string(x * 10) + "," +
                   std::to_string(y * 10) + "}]' info:")
            .output.substr(0, 6);
    };
    for (const int page : {1, 2}) {
        CHECK(colourAt(page, 40, 12) == "FF0000"); // in the first
        CHECK(colourAt(page, 85, 57) == "FF0000"); // and in the second
        CHECK(colourAt(page, 47, 10) == "FFFFFF"); // beyond the clip of the first
        CHECK(colourAt(page, 40, 46) == "FFFFFF");
    }
    std::size_t words = 0;
    const std::string text = printed.text();
    for (std::size_t at = text.find("lumbar"); at != std::string::npos;
         at = text.find("lumbar", at + 1)) {
        ++words;
    }
    CHECK(words == 4);
}

TEST_CASE("a document without pages, or with broken text, is refused", "[report]") {
    CHECK_THROWS_AS(pdf(Document{}), ReportError);
    Document document;
    drawing::TextShape text;
    text.text = "\xC3";
    document.pages.push_back({100, 100, "", {drawing::Shape{text}}});
    CHECK_THROWS_MATCHES(pdf(document), ReportError, MessageMatches(ContainsSubstring("UTF-8")));
}

SCENARIO("a report that can't be saved says why and leaves what was there", "[report]") {
    const Document document = documentOf("x");
    const palpate::test::TempFolder folder;
    GIVEN("a folder that does not exist") {
        CHECK_THROWS_MATCHES(writePdf(document, folder.path() / "gone" / "a.pdf"), ReportError,
                             MessageMatches(ContainsSubstring("no such folder")));
    }
    GIVEN("a folder in the file's place") {
        CHECK_THROWS_MATCHES(writePdf(document, folder.path()), ReportError,
                             MessageMatches(ContainsSubstring("that is a folder")));
    }
    GIVEN("a folder where nothing may be written") {
        fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec |
                                           fs::perms::others_read | fs::perms::others_exec);
        // The superuser may write anywhere, so it becomes nobody for a moment.
        constexpr uid_t kNobody = 65534;
        const bool isSuperuser = geteuid() == 0;
        if (isSuperuser) {
            REQUIRE(seteuid(kNobody) == 0);
        }
        std::string told;
        try {
            writePdf(document, folder.path() / "a.pdf");
        } catch (const ReportError& error) {
            told = error.what();
        }
        if (isSuperuser) {
            REQUIRE(seteuid(0) == 0);
        }
        CHECK_THAT(told, ContainsSubstring("nothing may be written"));
        CHECK(fs::is_empty(folder.path()));
    }
    GIVEN("a disk without room for it, and an older report of the same name") {
        const fs::path target = folder.path() / "a.pdf";
        std::ofstream{target} << "older";
        const auto before = std::signal(SIGXFSZ, SIG_IGN);
        rlimit limit{};
        REQUIRE(getrlimit(RLIMIT_FSIZE, &limit) == 0);
        const rlimit small{1000, limit.rlim_max};
        REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
        std::string told;
        try {
            writePdf(document, target);
        } catch (const ReportError& error) {
            told = error.what();
        }
        setrlimit(RLIMIT_FSIZE, &limit);
        std::signal(SIGXFSZ, before);
        THEN("the older one is untouched and nothing else remains") {
            CHECK_THAT(told, ContainsSubstring("disk is full"));
            CHECK(contentOf(target) == "older");
            CHECK(std::distance(fs::directory_iterator{folder.path()}, fs::directory_iterator{}) ==
                  1);
        }
    }
    GIVEN("a name in use") {
        const fs::path target = folder.path() / "a.pdf";
        std::ofstream{target} << "older";
        writePdf(document, target);
        THEN("it is replaced by the whole new file") {
            CHECK(contentOf(target) == pdf(document));
            CHECK(std::distance(fs::directory_iterator{folder.path()}, fs::directory_iterator{}) ==
                  1);
        }
    }
}

SCENARIO("a file says what it is and leads where it says", "[report]") {
    const palpate::test::TempFolder folder;
    Document document = documentOf("words");
    document.pages.push_back(document.pages.front());
    document.metadata.title = "Fortschritt für שרה כהן";
    document.metadata.language = "de";
    document.links = {{0, {20, 30, 40, 5}, "https://example.org/a b?(ü)", 0, 0},
                      {0, {20, 40, 40, 5}, "javascript:alert(1)", 0, 0},
                      {0, {20, 50, 40, 5}, "", 1, 100},
                      {7, {20, 50, 40, 5}, "https://example.org", 0, 0}};
    const PrintedPdf printed{document, folder.path()};
    const Run check = printed.check();
    INFO(check.output);
    CHECK(check.status == 0);
    THEN("viewers show its title, and screen readers know its language") {
        CHECK_THAT(printed.info(), ContainsSubstring("Fortschritt für שרה כהן"));
        const std::string file =
            run("qpdf --qdf --object-streams=disable '" + printed.file().string() + "' -").output;
        CHECK_THAT(file, ContainsSubstring("/Lang (de)"));
        CHECK_THAT(file, ContainsSubstring("/DisplayDocTitle true"));
    }
    THEN("addresses and places of the document are links without a frame, others are none") {
        const std::string file =
            run("qpdf --qdf --object-streams=disable '" + printed.file().string() + "' -").output;
        CHECK_THAT(file, ContainsSubstring("https://example.org/a%20b?%28%C3%BC%29"));
        CHECK(file.find("javascript") == std::string::npos);
        const auto countOf = [&file](const std::string& word) {
            std::size_t count = 0;
            for (std::size_t at = file.find(word); at != std::string::npos;
                 at = file.find(word, at + 1)) {
                ++count;
            }
            return count;
        };
        CHECK(countOf("/Subtype /Link") == 2);
        CHECK(countOf("/URI (") == 1);
        // 20 mm from the left, 30 from the top of 297: 56.7 and 842 - 85 points.
        CHECK_THAT(file, ContainsSubstring("56.69291"));
        CHECK_THAT(file, ContainsSubstring("756.8504"));
    }
}

TEST_CASE("two documents made at the same time with the same typefaces are as made alone",
          "[report]") {
    const std::string text = "Ana שרה 12 محمد प्रिया สมชาย 王小明 さくら 김민수";
    const std::string alone = pdf(documentOf(text));
    Document shared = documentOf(text);
    shared.typefaces = Typefaces::installed(); // nothing shaped yet
    std::array<std::string, 2> made;
    std::thread other{[&] { made[1] = pdf(shared); }};
    made[0] = pdf(shared);
    other.join();
    CHECK(made[0] == alone);
    CHECK(made[1] == alone);
}
