// SPDX-License-Identifier: MIT
#include "report/Layout.h"
#include "report/Pdf.h"
#include "report/PdfTools.h"
#include "report/SampleReport.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace palpate;
using namespace palpate::report;
using namespace palpate::report::test;
using Catch::Matchers::ContainsSubstring;

namespace {

Document sampleDocument() {
    Document document = layOut(progressReport(), sampleFields(), sampleFigures(), sampleStyle());
    document.metadata.title = "Progress report, Ana Kovács";
    document.metadata.author = "D. Okafor";
    document.metadata.subject = "low back pain, right";
    document.metadata.created =
        std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + std::chrono::hours{11};
    return document;
}

} // namespace

SCENARIO("the progress report is printed as approved", "[report]") {
    GIVEN("a case of seven sessions") {
        const Document document = sampleDocument();
        const palpate::test::TempFolder folder;
        const PrintedPdf pdf{document, folder.path()};
        THEN("nothing had to be left out or replaced") {
            CHECK(document.warnings.empty());
        }
        THEN("its text and its look are the approved ones") {
            checkApprovedPages(pdf, "progress-report");
        }
        THEN("no reader has anything to complain about") {
            CHECK(pdf.fonts().find("Warning") == std::string::npos);
        }
        THEN("qpdf finds the file sound") {
            const Run check = pdf.check();
            INFO(check.output);
            CHECK(check.status == 0);
            CHECK_THAT(check.output,
                       ContainsSubstring("No syntax or stream encoding errors found"));
        }
        THEN("the file says what it is") {
            const std::string info = pdf.info();
            CHECK_THAT(info, ContainsSubstring("Progress report, Ana Kovács"));
            CHECK_THAT(info, ContainsSubstring("D. Okafor"));
            CHECK_THAT(info, ContainsSubstring("low back pain, right"));
            CHECK_THAT(run("TZ=UTC pdfinfo -isodates '" + pdf.file().string() + "'").output,
                       ContainsSubstring("CreationDate:    2026-11-23T11:00:00Z"));
            CHECK_THAT(run("qpdf --json '" + pdf.file().string() + "'").output,
                       ContainsSubstring("\"/Lang\": \"u:en\""));
        }
        THEN("the headings are its bookmarks") {
            std::vector<std::string> titles;
            for (const OutlineEntry& entry : document.outline) {
                titles.push_back(entry.title);
            }
            CHECK(titles == std::vector<std::string>{
                                "Progress report", "Where it hurts", "Pain", "Movement",
                                "Trigger points", "What has helped", "Plan", "What has changed"});
            CHECK_THAT(run("qpdf --json '" + pdf.file().string() + "'").output,
                       ContainsSubstring("Where it hurts"));
        }
    }
}

SCENARIO("the same record gives the same bytes", "[report]") {
    CHECK(pdf(sampleDocument()) == pdf(sampleDocument()));
}

SCENARIO("every typeface is embedded as a subset", "[report]") {
    const palpate::test::TempFolder folder;
    const std::string fonts = PrintedPdf{sampleDocument(), folder.path()}.fonts();
    CHECK_THAT(fonts, ContainsSubstring("NotoSans-Regular"));
    CHECK_THAT(fonts, ContainsSubstring("NotoSans-Bold"));
    CHECK_THAT(fonts, ContainsSubstring("DejaVuSans-Bold")); // the arrows of the cards
    std::size_t lines = 0;
    std::size_t embedded = 0;
    for (std::size_t at = 0; at < fonts.size(); ++lines) {
        const std::size_t end = fonts.find('\n', at);
        embedded += fonts.substr(at, end - at).find("yes yes yes") != std::string::npos ? 1U : 0U;
        at = end + 1;
    }
    CHECK(lines - 2 == embedded); // two lines of heading
}

SCENARIO("a first session has no second map, no trend and no change", "[report]") {
    GIVEN("only what the first visit knows") {
        Fields fields;
        fields.set("patient.name", "Ana Kovács")
            .set("first.date", "12 October 2026")
            .setFlag("hasMaps", true);
        const Document document = layOut(progressReport(), fields, sampleFigures(), sampleStyle());
        THEN("the sections without content are left out, headings and all") {
            REQUIRE(document.pages.size() == 1);
            const std::string text = shownText(document.pages.front());
            CHECK_THAT(text, ContainsSubstring("Where it hurts"));
            for (const char* absent :
                 {"Trigger points", "Plan", "What has helped", "Movement", "born", "()"}) {
                CHECK_THAT(text, !ContainsSubstring(absent));
            }
        }
    }
}

SCENARIO("a draft shows that it is one on every page", "[report]") {
    PageStyle style = sampleStyle();
    style.watermark = "DRAFT";
    const Document document =
        layOut(templateOf("one\n\n```page-break\n```\n\ntwo\n"), Fields{}, sampleFigures(), style);
    REQUIRE(document.pages.size() == 2);
    for (const drawing::Picture& page : document.pages) {
        CHECK_THAT(shownText(page), ContainsSubstring("DRAFT"));
    }
    CHECK_THAT(shownText(document.pages[1]), ContainsSubstring("page 2 of 2"));
}
