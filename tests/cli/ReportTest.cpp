// SPDX-License-Identifier: MIT
// Reports, documents and disclosures from the command line, as a script sees them.
#include "cli/Palpatectl.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

using namespace palpate::test;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;
using nlohmann::json;

namespace {

constexpr auto kClinicPassword = "PALPATE_PASSWORD=correct horse";

[[nodiscard]] json parsed(const std::vector<std::string>& arguments) {
    const auto outcome = palpatectl(arguments);
    INFO(outcome.errors);
    REQUIRE(outcome.status == 0);
    return json::parse(outcome.out);
}

[[nodiscard]] std::string contentOf(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

[[nodiscard]] std::size_t filesIn(const std::filesystem::path& folder) {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{folder}, {}));
}

/// A demonstration clinic of its own: these stories write in it.
struct OwnDemo {
    OwnDemo() {
        const auto made = palpatectl({"demo", clinic, "--patients", "6", "--seed", "7",
                                      "--last-day", "2026-11-23", "--fast-keys"});
        INFO(made.errors);
        REQUIRE(made.status == 0);
        ana = parsed({"patients", clinic, "--search", "kovacs", "--json"})[0].at("id");
    }
    [[nodiscard]] Outcome report(std::vector<std::string> more,
                                 const std::string& templateName = "progress-report",
                                 std::vector<std::string> environment = {}) const {
        std::vector<std::string> arguments{"report", clinic, "--template", templateName};
        arguments.insert(arguments.end(), more.begin(), more.end());
        environment.emplace_back(kClinicPassword);
        return ran(PALPATECTL, arguments, {.set = std::move(environment), .input = {}});
    }
    [[nodiscard]] json disclosures() const {
        return parsed({"disclosures", clinic, "--patient", ana, "--json"});
    }
    [[nodiscard]] json documents() const {
        return parsed({"documents", clinic, "--patient", ana, "--json"});
    }
    [[nodiscard]] std::string path(const std::string& name) const {
        return (folder.path() / name).string();
    }

    TempFolder folder;
    std::string clinic = (folder.path() / "Demo.palpate").string();
    std::string ana;
};

} // namespace

SCENARIO("a report that leaves is kept, protected and disclosed") {
    const OwnDemo demo;
    const auto pdf = demo.path("report.pdf");
    std::ofstream{demo.path("secret")} << "long and odd\nnot this\n";
    const auto written = demo.report({"--patient", demo.ana, "--out", pdf, "--for", "Dr M. Patel",
                                      "--purpose", "second opinion", "--keep", "--password-pdf",
                                      "--pdf-password-file", demo.path("secret")});
    INFO(written.errors);
    REQUIRE(written.status == 0);
    CHECK(written.out.empty());
    CHECK(ran("pdftotext", {pdf, "-"}).status != 0);
    CHECK_THAT(ran("pdftotext", {"-upw", "long and odd", pdf, "-"}).out,
               ContainsSubstring("Ana Kovács"));
    CHECK_THAT(ran("qpdf", {"--show-encryption", "--password=long and odd", pdf}).out,
               ContainsSubstring("AESv3"));

    const auto disclosures = demo.disclosures();
    REQUIRE(disclosures.size() == 1);
    CHECK(disclosures[0].at("recipient") == "Dr M. Patel");
    CHECK(disclosures[0].at("purpose") == "second opinion");
    CHECK(disclosures[0].at("means") == "saved_file");
    CHECK_THAT(disclosures[0].at("what").get<std::string>(), StartsWith("Progress report, "));
    CHECK_THAT(ran("b2sum", {"-l", "256", pdf}).out,
               StartsWith(disclosures[0].at("digest").get<std::string>() + " "));
    const auto documents = demo.documents();
    REQUIRE(documents.size() == 1);
    CHECK(documents[0].at("id") == disclosures[0].at("document"));
    CHECK(documents[0].at("media_type") == "application/pdf");
    CHECK(documents[0].at("origin") == "produced");

    THEN("the tables for people say the same") {
        const auto table = palpatectl({"disclosures", demo.clinic, "--patient", demo.ana});
        CHECK_THAT(table.out,
                   ContainsSubstring("Dr M. Patel") && ContainsSubstring("saved as a file"));
        CHECK_THAT(palpatectl({"documents", demo.clinic, "--patient", demo.ana}).out,
                   ContainsSubstring("Progress report"));
    }
    THEN("the kept copy is saved again under another password, which is disclosed too") {
        const auto copy = demo.path("copy.pdf");
        const std::string id = documents[0].at("id");
        const auto saved =
            ran(PALPATECTL,
                {"documents", demo.clinic, "--patient", demo.ana, "--save", id, "--out", copy,
                 "--for", "Solicitor", "--password-pdf"},
                {.set = {kClinicPassword, "PALPATE_PDF_PASSWORD=other"}, .input = {}});
        INFO(saved.errors);
        REQUIRE(saved.status == 0);
        CHECK_THAT(ran("pdftotext", {"-upw", "other", copy, "-"}).out,
                   ContainsSubstring("Ana Kovács"));
        CHECK(demo.disclosures().size() == 2);
        CHECK(demo.disclosures()[0].at("document") == id);
        const auto someoneElse =
            parsed({"patients", demo.clinic, "--json"}).at(1).at("id").get<std::string>();
        CHECK(palpatectl(
                  {"documents", demo.clinic, "--patient", someoneElse, "--save", id, "--out", copy})
                  .status == 1);
    }
    CHECK(palpatectl({"verify", demo.clinic}).status == 0);
}

SCENARIO("a file is attached, and what is none is refused") {
    const OwnDemo demo;
    std::ofstream{demo.path("scan.pdf")} << "%PDF-1.4\n...\n%%EOF\n";
    const auto kept = palpatectl({"documents", demo.clinic, "--patient", demo.ana, "--attach",
                                  demo.path("scan.pdf"), "--title", "MRI"});
    INFO(kept.errors);
    REQUIRE(kept.status == 0);
    const auto documents = demo.documents();
    CHECK(documents[0].at("id").get<std::string>() + "\n" == kept.out);
    CHECK(documents[0].at("title") == "MRI");
    CHECK(documents[0].at("origin") == "attached");
    std::ofstream{demo.path("notes.txt")} << "words";
    const auto refused = palpatectl(
        {"documents", demo.clinic, "--patient", demo.ana, "--attach", demo.path("notes.txt")});
    CHECK(refused.status == 1);
    CHECK(std::ranges::count(refused.errors, '\n') == 1);
    CHECK(demo.disclosures().empty());
}

TEST_CASE("a map that is written is disclosed") {
    const OwnDemo demo;
    REQUIRE(palpatectl({"map", demo.clinic, "--patient", demo.ana, "--out", demo.path("map.svg")})
                .status == 0);
    CHECK_THAT(demo.disclosures()[0].at("what").get<std::string>(), StartsWith("Body map, "));
}

TEST_CASE("what can't be written or meant leaves no file and no disclosure") {
    const OwnDemo demo;
    const auto pdf = demo.path("report.pdf");
    const auto fails = [&](const Outcome& outcome, int status, const std::string& why) {
        INFO(outcome.errors);
        CHECK(outcome.status == status);
        CHECK_THAT(outcome.errors, ContainsSubstring(why));
        CHECK(std::ranges::count(outcome.errors, '\n') == 1);
        CHECK_FALSE(std::filesystem::exists(pdf));
        CHECK(demo.disclosures().empty());
    };
    fails(demo.report({"--patient", demo.ana, "--out", demo.path("missing/x.pdf")}), 1,
          "no such folder");
    fails(demo.report({"--patient", demo.ana, "--out", demo.folder.path().string()}), 1,
          "that is a folder");
    fails(demo.report({"--patient", demo.ana, "--out", pdf}, "no-such"), 1, "progress-report");
    fails(demo.report({"--out", pdf}), 2, "needs --patient");
    fails(demo.report({"--patient", demo.ana, "--out", pdf, "--for", std::string(201, 'x')}), 1,
          "For whom");
    fails(demo.report({"--patient", demo.ana, "--out", pdf, "--password-pdf"}, "progress-report",
                      {"PALPATE_PDF_PASSWORD="}),
          2, "is empty");
    fails(demo.report({"--patient", demo.ana, "--out", pdf, "--password-pdf"}, "progress-report",
                      {"PALPATE_PDF_PASSWORD=" + std::string(200, 'x')}),
          1, "longer than 127 bytes");
    fails(demo.report({"--patient", demo.ana, "--out", pdf, "--password-pdf", "--pdf-password-file",
                       demo.path("none")}),
          1, "No password can be read");
    fails(ran(PALPATECTL,
              {"report", demo.clinic, "--template", "progress-report", "--patient", demo.ana,
               "--out", pdf},
              {.set = {"PALPATE_PASSWORD=wrong"}, .input = {}}),
          3, "password");
}

SCENARIO("a folder of reports is made of all patients that a search finds") {
    const OwnDemo demo;
    const auto folder = demo.folder.path() / "reports";
    const auto all = demo.report({"--all", folder.string(), "--purpose", "yearly review"});
    INFO(all.errors);
    REQUIRE(all.status == 0);
    const auto files = filesIn(folder);
    CHECK(files >= 5);
    CHECK_THAT(all.out, StartsWith("Written: " + std::to_string(files) + "."));
    CHECK_THAT(all.errors, ContainsSubstring("6 of 6"));
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        CAPTURE(entry.path().string());
        CHECK(entry.path().extension() == ".pdf");
        CHECK(ran("qpdf", {"--check", entry.path().string()}).status == 0);
    }
    CHECK(demo.disclosures().size() == 1);
    CHECK(demo.disclosures()[0].at("purpose") == "yearly review");

    THEN("a search takes some of them, and overwrites nothing") {
        const auto some = demo.report({"--all", folder.string(), "--search", "kovacs"});
        CHECK(some.status == 0);
        CHECK(filesIn(folder) == files + 1);
    }
    THEN("a period in which nobody came is told of each, and is no failure") {
        const auto none = demo.report({"--all", folder.string(), "--to", "2001-01-01"});
        CHECK(none.status == 0);
        CHECK_THAT(none.out, StartsWith("Written: 0. Nothing to report: 6. Failed: 0."));
        CHECK_THAT(none.errors, ContainsSubstring("Kovács Ana: "));
        CHECK(filesIn(folder) == files);
    }
    THEN("a folder that can't be made is a failure") {
        std::ofstream{demo.path("file")} << "x";
        CHECK(demo.report({"--all", demo.path("file")}).status == 1);
        CHECK(demo.report({"--all", demo.path("file/sub")}).status == 1);
    }
    CHECK(palpatectl({"verify", demo.clinic}).status == 0);
}

TEST_CASE("of several users whoever made the clinic signs in when nobody is named") {
    const OwnDemo demo;
    const auto map = [&](std::vector<std::string> environment) {
        environment.emplace_back(kClinicPassword);
        const auto drawn = ran(
            PALPATECTL, {"map", demo.clinic, "--patient", demo.ana, "--out", demo.path("map.svg")},
            {.set = std::move(environment), .input = {}});
        INFO(drawn.errors);
        REQUIRE(drawn.status == 0);
        return demo.disclosures()[0].at("by").get<std::string>();
    };
    REQUIRE(json::parse(contentOf(std::filesystem::path{demo.clinic} / "keys.json"))
                .at("practitioners")
                .size() == 3);
    CHECK(map({}) == "D. Okafor");
    CHECK(map({"PALPATE_USER=mensah"}) == "E. Mensah");
    CHECK_THAT(palpatectlWithoutPassword({"--help"}).out,
               ContainsSubstring("without either it is whoever made the\nclinic"));
}
