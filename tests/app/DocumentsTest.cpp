// SPDX-License-Identifier: MIT
// Files brought along are kept as they are, or refused with a reason.
#include "app/Documents.h"

#include "app/ClinicSettings.h"
#include "app/OpenClinic.h"
#include "app/Reports.h"
#include "domain/Error.h"
#include "report/PdfTools.h"
#include "storage/Store.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <fstream>
#include <iterator>

namespace palpate::app {

namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

[[nodiscard]] std::string bytesOf(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

[[nodiscard]] std::filesystem::path written(const std::filesystem::path& file,
                                            const std::string& bytes) {
    std::ofstream{file, std::ios::binary} << bytes;
    return file;
}

/// A picture made by another program; the file's ending says which kind.
[[nodiscard]] std::filesystem::path picture(const std::filesystem::path& file) {
    REQUIRE(
        report::test::run("convert -size 40x20 gradient:red-blue '" + file.string() + "'").status ==
        0);
    return file;
}

} // namespace

SCENARIO("a picture and a PDF are attached by what they are, not by their name") {
    test::OpenClinic clinic;
    const auto png = picture(clinic.temp() / "xray.png");
    const auto jpeg = picture(clinic.temp() / "photo.jpg");
    std::filesystem::rename(jpeg, clinic.temp() / "photo.txt");
    const auto pdf = written(clinic.temp() / "scan", "%PDF-1.4\n...\n%%EOF\n");
    const auto first =
        attachFile(*clinic, clinic.patient(), clinic.caseId(), png, " X-ray, lumbar spine ");
    clinic.advance(std::chrono::minutes{1});
    attachFile(*clinic, clinic.patient(), {}, clinic.temp() / "photo.txt", "");
    clinic.advance(std::chrono::minutes{1});
    attachFile(*clinic, clinic.patient(), {}, pdf, "Letter");
    const auto lines = documentsOf(*clinic, clinic.patient());
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].document.mediaType == "application/pdf");
    CHECK(lines[0].document.title == "Letter");
    CHECK(lines[0].size == "19 bytes");
    CHECK(lines[0].when == "23 Nov 2026, 10:47");
    CHECK(lines[0].by == test::aPractitioner().displayName);
    CHECK(lines[1].document.mediaType == "image/jpeg");
    CHECK(lines[1].document.title == "photo.txt");
    CHECK(lines[2].document.id == first);
    CHECK(lines[2].document.mediaType == "image/png");
    CHECK(lines[2].document.title == "X-ray, lumbar spine");
    CHECK(lines[2].document.caseId == clinic.caseId());
    CHECK(lines[2].document.origin == DocumentOrigin::Attached);
    CHECK(documentBytes(*clinic, first) == bytesOf(png));
    CHECK(clinic->store().audit().list({.limit = 1}).at(0).kind == storage::AuditKind::View);
    CHECK(documentOf(*clinic, clinic.patient(), first) == first);
    clinic->store().patients().add(test::aPatient(1));
    CHECK_THROWS_AS(documentOf(*clinic, test::aPatient(1).id, first), StorageError);
    CHECK_THROWS_AS(documentsOf(*clinic, test::aPatient(5).id), StorageError);
    CHECK_THROWS_AS(disclosuresOf(*clinic, test::aPatient(5).id), StorageError);
    CHECK_THROWS_MATCHES(
        saveDocument(*clinic, first, clinic.temp() / "copy.png", {.password = "secret"}),
        EditRefused, MessageMatches(ContainsSubstring("Only a PDF can be protected")));
    CHECK(disclosuresOf(*clinic, clinic.patient()).empty());
    saveDocument(*clinic, first, clinic.temp() / "copy.png", {});
    CHECK(bytesOf(clinic.temp() / "copy.png") == bytesOf(png));
    CHECK(disclosuresOf(*clinic, clinic.patient()).at(0).disclosure.what == "X-ray, lumbar spine");
}

TEST_CASE("what can't be looked at later is not attached") {
    test::OpenClinic clinic;
    const auto png = bytesOf(picture(clinic.temp() / "sound.png"));
    const auto refused = [&](const std::string& bytes, const std::string& why) {
        const auto file = written(clinic.temp() / "file", bytes);
        CHECK_THROWS_MATCHES(attachFile(*clinic, clinic.patient(), {}, file, "x"), EditRefused,
                             MessageMatches(ContainsSubstring(why)));
    };
    refused("", "is empty");
    refused("just words", "neither a PDF nor a picture");
    refused("PK\x03\x04 a document of an office program", "neither a PDF nor a picture");
    refused("%PDF-1.4\nand then the line broke", "end is missing");
    refused(png.substr(0, png.size() / 2), "can't be attached");
    refused("\xFF\xD8\xFF\xE0 no picture follows", "can't be attached");
    CHECK_THROWS_AS(attachFile(*clinic, clinic.patient(), {}, clinic.temp() / "no such file", "x"),
                    StorageError);
    CHECK_THROWS_AS(attachFile(*clinic, clinic.patient(), {}, clinic.temp(), "x"), StorageError);
    // A file that only claims its size: nothing of it is read.
    const auto large = written(clinic.temp() / "large.pdf", "%PDF-1.4");
    std::filesystem::resize_file(large, 25'000'001);
    CHECK_THROWS_MATCHES(attachFile(*clinic, clinic.patient(), {}, large, "x"), EditRefused,
                         MessageMatches(ContainsSubstring("larger than 25 MB")));
    CHECK(documentsOf(*clinic, clinic.patient()).empty());
}

SCENARIO("the letterhead heads the pages, and only a sound one is stored") {
    test::OpenClinic clinic;
    const auto logo = logoFrom(picture(clinic.temp() / "logo.png"));
    storeLetterhead(*clinic, {.email = " desk@north.example ",
                              .website = "north.example",
                              .paper = PaperFormat::Letter,
                              .accent = 0x1F3A93,
                              .logo = logo});
    const auto stored = letterheadOf(*clinic);
    CHECK(stored.email == "desk@north.example");
    CHECK(stored.logo == logo);
    CHECK(stored.accent == 0x1F3A93);

    auto pale = stored;
    pale.accent = 0xFFE0A0;
    CHECK_THROWS_AS(storeLetterhead(*clinic, pale), EditRefused);
    auto broken = stored;
    broken.logo = logo.substr(0, logo.size() / 2);
    CHECK_THROWS_MATCHES(storeLetterhead(*clinic, broken), EditRefused,
                         MessageMatches(ContainsSubstring("Logo: ")));
    CHECK_THROWS_AS(logoFrom(written(clinic.temp() / "words.png", "no picture")), EditRefused);
    CHECK_THROWS_AS(logoFrom(clinic.temp() / "none.png"), StorageError);
    CHECK_THROWS_AS(storeLetterhead(*clinic.programOfJo(), {}), AccessDenied);
    CHECK(letterheadOf(*clinic) == stored);
    CHECK(letterheadProblems(stored).empty());
}

} // namespace palpate::app
