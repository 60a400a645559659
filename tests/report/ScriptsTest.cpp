// SPDX-License-Identifier: MIT
#include "report/Layout.h"
#include "report/Pdf.h"
#include "report/PdfTools.h"
#include "report/SampleReport.h"
#include "report/Typefaces.h"
#include "support/TempFolder.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <algorithm>

using namespace palpate;
using namespace palpate::report;
using namespace palpate::report::test;
using Catch::Approx;
using Catch::Matchers::ContainsSubstring;
using drawing::ReadingDirection;
namespace fs = std::filesystem;

namespace {

Document documentOf(const std::string& text) {
    Fields fields;
    fields.set("x", text);
    return layOut(templateOf("**{{x}}**\n\n{{x}}\n\nThe end of this page is written in English.\n"),
                  fields, {});
}

/// Without the marks for direction that pdftotext puts round words (U+200E, U+200F, U+202A to
/// U+202E).
std::string withoutMarks(std::string text) {
    for (const char last : {'\x8E', '\x8F', '\xAA', '\xAB', '\xAC', '\xAD', '\xAE'}) {
        const std::string mark{'\xE2', '\x80', last};
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
            text.erase(at, mark.size());
        }
    }
    return text;
}

std::size_t linesEqualTo(const std::string& text, const std::string& line) {
    std::size_t count = 0;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        count += text.substr(at, end - at) == line ? 1 : 0;
        at = end + 1;
    }
    return count;
}

/// Every text of a page, at its place on the page.
std::vector<drawing::TextShape> textsOf(const std::vector<drawing::Shape>& shapes, double dx = 0,
                                        double dy = 0) {
    std::vector<drawing::TextShape> texts;
    for (const drawing::Shape& shape : shapes) {
        if (const auto* group = std::get_if<drawing::Group>(&shape)) {
            const auto inner =
                textsOf(group->shapes, dx + group->transform.dx, dy + group->transform.dy);
            texts.insert(texts.end(), inner.begin(), inner.end());
        } else if (const auto* text = std::get_if<drawing::TextShape>(&shape)) {
            texts.push_back(*text);
            texts.back().at.x += dx;
            texts.back().at.y += dy;
        }
    }
    return texts;
}

/// The faces of a text, each once, in order.
std::vector<Face> facesOf(const ShapedText& text) {
    std::vector<Face> faces;
    for (const ShapedGlyph& glyph : text.glyphs) {
        if (std::find(faces.begin(), faces.end(), glyph.face) == faces.end()) {
            faces.push_back(glyph.face);
        }
    }
    return faces;
}

} // namespace

TEST_CASE("names of every script are copied out of the PDF as they were typed", "[report]") {
    const std::string name = GENERATE(
        as<std::string>{},
        // Latin, with accents of their own and with combined ones; Greek; Cyrillic
        "Nguyễn Thị Hằng", "Nguye\xCC\x82\xCC\x83n Thi\xCC\xA3", "Þórður Æsir", "Ὀδυσσεύς Ἀθηναῖος",
        "Наталья Ёлкина", "Ђорђе Љубић",
        // Hebrew, plain and with vowel points; with numbers, brackets and quotes
        "שרה כהן", "שָׂרָה כֹּהֵן", "(שרה) כהן 12", "אבי \"Avi\" לוי (א')", "12-05-2024 תאריך: 03/04",
        // Arabic with ligatures and vowel signs, Persian with a joiner, Divehi
        "محمد علي الحسيني", "مُحَمَّد سلام لا إله", "محمدٌ", "عمر 35 سنة", "می\xE2\x80\x8Cخواهم", "ޢަލީ",
        // beside Latin
        "Sara שרה 12 Cohen", "Sara שרה Cohen", "Omar عمر (35) Ali", "שרה, sara@example.org, 12",
        // the scripts of India: vowels before their consonants, in two parts, conjuncts
        "प्रिया शर्मा", "क्षितिज त्रिवेदी", "আনিকা ভৌমিক কোল", "சுப்பிரமணியன் கொடி", "ശ്രീകുമാർ", "ಶ್ರೀನಿವಾಸ್",
        "බණ්ඩාර",
        // South-East Asia, Tibet
        "สมชาย ใจดี น้ำ กำลัง", "သန်းသန်း", "សុខា", "ནོར་བུ",
        // East Asia
        "王小明 李娜", "陳大文「臺灣」。", "佐藤 さくら サトウ", "김민수", "王 Wang 12 さくら",
        // others, and signs
        "ქეთევან Աննա", "ⵣⵉⵔⵉ አበበ", "fine office — “quotes” Ω ½ ≥ → ✓ ☑ ☺");
    const palpate::test::TempFolder folder;
    const Document document = documentOf(name);
    CHECK(document.warnings.empty());
    const PrintedPdf pdf{document, folder.path()};
    const std::string text = withoutMarks(pdf.text());
    CAPTURE(name, text);
    CHECK(linesEqualTo(text, name) == 2); // bold and regular
    CHECK(linesEqualTo(text, "The end of this page is written in English.") == 1);
    const Run check = pdf.check();
    INFO(check.output);
    CHECK(check.status == 0);
}

TEST_CASE("a page of Hebrew or Arabic is copied as it was typed, numbers and all", "[report]") {
    const std::string name = GENERATE(as<std::string>{}, "שרה כהן נולדה בשנת 1980 (ירושלים)",
                                      "عمر 35 سنة", "שרה, Sara, 12", "קפיצה!");
    Fields fields;
    fields.set("x", name);
    const palpate::test::TempFolder folder;
    const PrintedPdf pdf{layOut(templateOf("{{x}}\n\n**{{x}}**\n"), fields, {}), folder.path()};
    const std::string text = withoutMarks(pdf.text());
    CAPTURE(name, text);
    CHECK(linesEqualTo(text, name) == 2);
}

TEST_CASE("words of several looks in one line are copied in the order of reading", "[report]") {
    struct Line {
        std::string markdown;
        std::string plain;
    };
    const Line line = GENERATE(Line{"המטופלת **שרה כהן** (born 1980) *הגיעה* לטיפול",
                                    "המטופלת שרה כהן (born 1980) הגיעה לטיפול"},
                               Line{"ראשון **שני** שלישי 12", "ראשון שני שלישי 12"},
                               Line{"Name: **שרה כהן** (12), *next*", "Name: שרה כהן (12), next"},
                               Line{"**שרה** - (a) *b*", "שרה - (a) b"});
    const bool isEnglishPage = GENERATE(true, false);
    CAPTURE(line.plain, isEnglishPage);
    const std::string rest = isEnglishPage ? "Here follow many words in English, to be sure."
                                           : "עוד מילים רבות בעברית כדי שהדף יהיה עברי לגמרי";
    const palpate::test::TempFolder folder;
    const PrintedPdf pdf{layOut(templateOf(line.markdown + "\n\n" + rest + "\n"), {}, {}),
                         folder.path()};
    const std::string text = withoutMarks(pdf.text());
    CAPTURE(text);
    CHECK(linesEqualTo(text, line.plain) == 1);
}

TEST_CASE("a Hebrew cell does not turn the signs of the cell beside it", "[report]") {
    const palpate::test::TempFolder folder;
    const PrintedPdf pdf{layOut(templateOf("| Name of the patient | Note |\n|:--|:--|\n"
                                           "| שרה כהן | (first visit, 12) |\n"
                                           "| אבי לוי | — not assessed |\n"),
                                {}, {}),
                         folder.path()};
    const std::string text = withoutMarks(pdf.text());
    CAPTURE(text);
    CHECK_THAT(text, ContainsSubstring("שרה כהן"));
    CHECK_THAT(text, ContainsSubstring("(first visit, 12)"));
    CHECK_THAT(text, ContainsSubstring("אבי לוי"));
    CHECK_THAT(text, ContainsSubstring("— not assessed"));
}

TEST_CASE("every font of every script is embedded as a subset with its letters", "[report]") {
    const palpate::test::TempFolder folder;
    const PrintedPdf pdf{documentOf("Ana שרה محمد प्रिया สมชาย 王小明 さくら 김민수 ☑"),
                         folder.path()};
    const std::string fonts = pdf.fonts();
    INFO(fonts);
    std::size_t count = 0;
    for (std::size_t at = fonts.find("+Noto"); at != std::string::npos;
         at = fonts.find("+Noto", at + 1)) {
        const std::string line = fonts.substr(at, fonts.find('\n', at) - at);
        CHECK_THAT(line, ContainsSubstring(" yes yes yes "));
        ++count;
    }
    CHECK(count >= 10);
    CHECK_THAT(fonts, ContainsSubstring("CID Type 0C")); // Noto's collection for East Asia
}

TEST_CASE("a name in many scripts makes no large file", "[report]") {
    const std::string plain = pdf(documentOf("Ana Kovacs"));
    const std::string many = pdf(documentOf("Ana שרה محمد प्रिया สมชาย 王小明 さくら 김민수"));
    CHECK(many.size() < plain.size() + 60'000);
    // A long text in the same letters costs its places only.
    std::string sentence;
    for (int i = 0; i < 200; ++i) {
        sentence += "محمد علي الحسيني ";
    }
    CHECK(pdf(documentOf(sentence)).size() < 60'000);
}

TEST_CASE("the same names give the same bytes", "[report]") {
    const std::string text = "Ana שרה 12 محمد प्रिया สมชาย 王小明 さくら 김민수 😀";
    const std::string first = pdf(documentOf(text));
    (void)pdf(documentOf("something else in 北京, to fill what is kept between documents"));
    CHECK(pdf(documentOf(text)) == first);
}

SCENARIO("letters are joined, ordered and mirrored as their script asks", "[report]") {
    const std::shared_ptr<const Typefaces> typefaces = Typefaces::installed();
    const auto shaped = [&](const std::string& text,
                            ReadingDirection direction = ReadingDirection::FromText) {
        return typefaces->shaped(text, false, false, direction);
    };
    THEN("an Arabic letter has another form within its word") {
        CHECK(shaped("ه").glyphs.front().glyph != shaped("ههه").glyphs.at(1).glyph);
    }
    THEN("Hebrew runs to the left, its numbers to the right") {
        const ShapedText text = shaped("שר 12");
        REQUIRE(text.glyphs.size() == 5);
        CHECK(text.glyphs.front().from == 5); // the 1 is leftmost
        CHECK(text.glyphs.at(1).from == 6);
        CHECK(text.glyphs.back().from == 0);
        CHECK(text.hasRightToLeft);
    }
    THEN("brackets are mirrored from right to left") {
        CHECK(shaped("(", ReadingDirection::RightToLeft).glyphs.front().glyph ==
              shaped(")").glyphs.front().glyph);
    }
    THEN("a short Hindi vowel stands before its consonant") {
        const ShapedText word = shaped("कि");
        REQUIRE(word.glyphs.size() == 2);
        CHECK(word.glyphs.at(1).glyph == shaped("क").glyphs.front().glyph);
    }
    THEN("signs that scripts share are of the face of their neighbours") {
        CHECK(facesOf(shaped("كلمة، كلمـة")).size() == 2); // the space is of the text's own face
        CHECK(typefaces->missing("राम आया।").empty());
        CHECK(facesOf(shaped("आया।")).size() == 1);
    }
    THEN("accents take no room of their own") {
        CHECK(shaped("x\xCC\xA3\xCC\x83").width == Approx(shaped("x").width));
        CHECK(shaped("e\xCC\x82\xCC\x83").width == Approx(shaped("ễ").width));
    }
    THEN("pairs of letters are set closer where they should be") {
        CHECK(shaped("AV").width < shaped("A").width + shaped("V").width);
        CHECK(typefaces->width("AV", false, false) == Approx(shaped("AV").width));
    }
    THEN("Chinese characters are drawn as the language of their line draws them") {
        CHECK(facesOf(shaped("直")) != facesOf(shaped("直さ")));
        CHECK(facesOf(shaped("直さ")).size() == 1);
        CHECK(facesOf(shaped("直 김")) != facesOf(shaped("直")));
    }
}

SCENARIO("a paragraph of Hebrew is set from the right", "[report]") {
    const std::string hebrew = "שרה כהן מירושלים באה לטיפול בכאב גב תחתון";
    const auto lineOf = [](const Document& document, const std::string& part) {
        for (const drawing::TextShape& text : textsOf(document.pages.front().shapes)) {
            if (text.text.find(part) != std::string::npos) {
                return text;
            }
        }
        return drawing::TextShape{};
    };
    Fields fields;
    fields.set("x", hebrew);
    GIVEN("a paragraph of its own, beside one in English") {
        const PageStyle style;
        const Document document = layOut(templateOf("{{x}}\n\nEnglish words {{x}}\n"), fields, {});
        const drawing::TextShape line = lineOf(document, "שרה");
        const double width = line.size * document.typefaces->width(hebrew, false, false);
        CHECK(line.at.x + width ==
              Approx(document.pages.front().width - style.marginRight).margin(0.01));
        CHECK(line.direction == ReadingDirection::RightToLeft);
        CHECK(lineOf(document, "English").at.x == Approx(style.marginLeft).margin(0.01));
    }
    GIVEN("bold and regular words in one line") {
        const Document document = layOut(templateOf("ראשון **שני** שלישי 12 {{x}}\n"), fields, {});
        const double first = lineOf(document, "ראשון").at.x;
        const double second = lineOf(document, "שני").at.x;
        const double third = lineOf(document, "שלישי").at.x;
        CHECK(first > second);
        CHECK(second > third);
    }
    GIVEN("an English line that begins with a Hebrew name") {
        fields.set("name", "שרה כהן");
        const Document document =
            layOut(templateOf("**{{name}}** · 12 May 2026, low back pain\n"), fields, {});
        CHECK(lineOf(document, "שרה").at.x == Approx(PageStyle{}.marginLeft).margin(0.01));
        CHECK(lineOf(document, "12").at.x > lineOf(document, "שרה").at.x); // not before the name
        CHECK(lineOf(document, "pain").at.x > lineOf(document, "שרה").at.x);
    }
    GIVEN("the foot of a page") {
        PageStyle style;
        style.footer.left = hebrew;
        const Document document = layOut(templateOf("x"), {}, {}, style);
        CHECK(lineOf(document, "שרה").at.x == Approx(style.marginLeft).margin(0.01));
    }
}

SCENARIO("lines end where the script allows it", "[report]") {
    const auto linesOfText = [](const std::string& text) {
        Fields fields;
        fields.set("x", text);
        const Document document = layOut(templateOf("{{x}}"), fields, {});
        std::vector<std::string> lines;
        for (const drawing::TextShape& shape : textsOf(document.pages.front().shapes)) {
            if (shape.at.y < 250) { // not the footer
                lines.push_back(shape.text);
            }
        }
        return lines;
    };
    GIVEN("Chinese without spaces") {
        std::string text;
        for (int i = 0; i < 40; ++i) {
            text += "患者右侧腰方肌疼痛，三周后好转。";
        }
        const std::vector<std::string> lines = linesOfText(text);
        REQUIRE(lines.size() > 5);
        std::string together;
        for (const std::string& line : lines) {
            together += line;
            CHECK_FALSE(line.starts_with("，"));
            CHECK_FALSE(line.starts_with("。"));
        }
        CHECK(together == text);
        CHECK(lines.front().size() > 150); // full lines
    }
    GIVEN("Thai without spaces") {
        std::string text;
        for (int i = 0; i < 40; ++i) {
            text += "ผู้ป่วยปวดหลังส่วนล่างด้านขวา";
        }
        const std::vector<std::string> lines = linesOfText(text);
        REQUIRE(lines.size() > 3);
        std::string together;
        for (const std::string& line : lines) {
            together += line;
            // Never begins with a sign that stands above or below its letter.
            CHECK_FALSE(line.starts_with("\xE0\xB8\xB1"));
            CHECK_FALSE(line.starts_with("\xE0\xB8\xB4"));
            CHECK_FALSE(line.starts_with("\xE0\xB9\x88"));
            CHECK_FALSE(line.starts_with("\xE0\xB9\x89"));
        }
        CHECK(together == text);
    }
    GIVEN("a word of a hundred thousand Arabic letters") {
        std::string text;
        for (int i = 0; i < 50'000; ++i) {
            text += "سب";
        }
        Fields fields;
        fields.set("x", text);
        const Document document = layOut(templateOf("{{x}}"), fields, {});
        CHECK(document.pages.size() > 5);
        const palpate::test::TempFolder folder;
        CHECK(PrintedPdf{document, folder.path()}.check().status == 0);
    }
}

SCENARIO("without the fonts of a script its names are still there", "[report]") {
    const palpate::test::TempFolder folder;
    for (const char* name :
         {"noto/NotoSans-Regular.ttf", "noto/NotoSans-Bold.ttf", "noto/NotoSans-Italic.ttf",
          "noto/NotoSans-BoldItalic.ttf", "dejavu/DejaVuSans.ttf", "dejavu/DejaVuSans-Bold.ttf"}) {
        const fs::path from = fs::path{"/usr/share/fonts/truetype"} / name;
        fs::copy_file(from, folder.path() / from.filename());
    }
    PageStyle style;
    style.fontFolders = {folder.path()};
    Fields fields;
    fields.set("x", "Ana 王 \xF0\x9F\xA7\x98");
    const Document document = layOut(templateOf("{{x}}"), fields, {}, style);
    THEN("a warning names each character, and the package that would show it") {
        REQUIRE(document.warnings.size() == 2);
        CHECK_THAT(shown(document.warnings[0]), ContainsSubstring("王") &&
                                                    ContainsSubstring("U+738B") &&
                                                    ContainsSubstring("fonts-noto-cjk"));
        CHECK_THAT(shown(document.warnings[1]), ContainsSubstring("U+1F9D8"));
    }
    THEN("they are painted as replacements, but copied as they were typed") {
        const palpate::test::TempFolder out;
        const PrintedPdf pdf{document, out.path()};
        CHECK_THAT(pdf.text(), ContainsSubstring("Ana 王 \xF0\x9F\xA7\x98"));
        const ShapedText text = document.typefaces->shaped("王", false, false);
        const ShapedText sign = document.typefaces->shaped("\xEF\xBF\xBD", false, false);
        REQUIRE(text.glyphs.size() == 1);
        CHECK(text.glyphs.front().glyph == sign.glyphs.front().glyph);
    }
}
