// SPDX-License-Identifier: MIT
// A report behind a password, as other programs see it.
#include "report/Protect.h"

#include "domain/Error.h"
#include "report/Pdf.h"
#include "report/PdfTools.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <fstream>

namespace palpate::report::test {

namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using palpate::test::TempFolder;

constexpr std::string_view kSecret = "Kreuzspinne 7 αβγ";

[[nodiscard]] std::string aPdf() {
    drawing::Picture page;
    page.width = 210;
    page.height = 297;
    drawing::TextShape text;
    text.at = {20, 30};
    text.text = "Kovács, Ana: quadratus lumborum";
    text.size = 4;
    page.shapes.emplace_back(text);
    Document document;
    document.pages.push_back(page);
    document.metadata.title = "Progress report";
    return pdf(document);
}

void write(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream{file, std::ios::binary} << bytes;
}

[[nodiscard]] Run tool(const std::string& command, std::string_view password,
                       const std::filesystem::path& file) {
    return run(command + "'" + std::string{password} + "' " + file.string());
}

} // namespace

TEST_CASE("a protected report is encrypted with AES-256 and opens with its password only",
          "[report]") {
    const TempFolder temp;
    const auto plain = aPdf();
    const auto locked = protectedPdf(plain, kSecret);
    write(temp.path() / "plain.pdf", plain);
    const auto file = temp.path() / "locked.pdf";
    write(file, locked);
    CHECK(locked.find("Progress report") == std::string::npos);

    const auto shown = tool("qpdf --show-encryption --password=", kSecret, file);
    CAPTURE(shown.output);
    CHECK(shown.status == 0);
    CHECK_THAT(shown.output, ContainsSubstring("R = 6"));
    CHECK_THAT(shown.output, ContainsSubstring("stream encryption method: AESv3"));
    CHECK_THAT(shown.output, ContainsSubstring("string encryption method: AESv3"));
    CHECK_THAT(shown.output, ContainsSubstring("print high resolution: allowed"));
    CHECK_THAT(shown.output, ContainsSubstring("extract for any purpose: allowed"));
    CHECK_THAT(shown.output, ContainsSubstring("modify anything: not allowed"));
    CHECK_THAT(shown.output, ContainsSubstring("User password = ")); // it is not the owner's
    CHECK(tool("qpdf --check --password=", kSecret, file).status == 0);

    const auto text = tool("pdftotext -upw ", kSecret, file);
    CHECK(text.status == 0);
    CHECK(run("pdftotext -upw '" + std::string{kSecret} + "' " + file.string() + " -").output ==
          run("pdftotext " + (temp.path() / "plain.pdf").string() + " -").output);
    CHECK_THAT(run("pdftotext " + (temp.path() / "plain.pdf").string() + " -").output,
               ContainsSubstring("quadratus lumborum"));

    for (const auto* wrong : {"", "Kreuzspinne 7", "kreuzspinne 7 αβγ"}) {
        CAPTURE(wrong);
        CHECK(tool("qpdf --check --password=", wrong, file).status != 0);
        CHECK(tool("pdftotext -upw ", wrong, file).status != 0);
    }
}

TEST_CASE("what can't be protected is refused in one sentence", "[report]") {
    const auto plain = aPdf();
    CHECK_THROWS_MATCHES(protectedPdf(plain, ""), ReportError,
                         MessageMatches(ContainsSubstring("password is empty")));
    CHECK_THROWS_MATCHES(protectedPdf(plain, std::string(128, 'x')), ReportError,
                         MessageMatches(ContainsSubstring("longer than 127 bytes")));
    CHECK_NOTHROW(protectedPdf(plain, std::string(127, 'x')));
    CHECK_THROWS_MATCHES(protectedPdf(plain, "caf\xE9"), ReportError,
                         MessageMatches(ContainsSubstring("not valid UTF-8")));
    for (const auto& broken : {std::string{}, std::string{"no PDF at all"},
                               plain.substr(0, plain.size() / 2), plain.substr(100)}) {
        CHECK_THROWS_MATCHES(protectedPdf(broken, kSecret), ReportError,
                             MessageMatches(ContainsSubstring("can't be protected")));
    }
}

} // namespace palpate::report::test
