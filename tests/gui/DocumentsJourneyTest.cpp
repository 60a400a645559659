// SPDX-License-Identifier: MIT
// A patient's documents by real clicks: a report is chosen, looked at, saved, printed and kept;
// what left is listed; a template is changed; many reports are written at once.
#include "app/ReportTemplates.h"
#include "gui/ChartingPerson.h"
#include "gui/ChipGroup.h"
#include "gui/ImageView.h"
#include "gui/JourneyApp.h"
#include "gui/JourneyClinic.h"
#include "gui/MainFrame.h"
#include "gui/PagesView.h"
#include "gui/RowList.h"
#include "gui/TextBlock.h"
#include "gui/Words.h"
#include "support/Builders.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <wx/textctrl.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>

namespace {

using namespace palpate;
using Catch::Matchers::ContainsSubstring;
using journey::JourneyClinic;
using journey::theApp;
using Me = journey::ChartingPerson;

[[nodiscard]] std::string outputOf(const std::string& command) {
    std::string out;
    std::FILE* const pipe = popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) {
        out += static_cast<char>(c);
    }
    REQUIRE(pclose(pipe) == 0);
    return out;
}

[[nodiscard]] bool isThere(const wxString& name) {
    return Me::see([&] { return Me::find(name) != nullptr; });
}

[[nodiscard]] std::size_t pagesOf(const wxString& view) {
    return Me::see([&] {
        const auto* const pages = dynamic_cast<gui::PagesView*>(Me::find(view));
        return pages ? pages->count() : 0;
    });
}

void clickRow(const wxString& list, int row) {
    Me::click(list,
              [row](wxWindow& window) { return dynamic_cast<gui::RowList&>(window).rowArea(row); });
}

[[nodiscard]] std::vector<gui::ListRow> rowsOf(const wxString& list) {
    return Me::see([&] {
        std::vector<gui::ListRow> out;
        const auto* const rows = dynamic_cast<gui::RowList*>(Me::find(list));
        for (int i = 0; rows && i < rows->count(); ++i) {
            out.push_back(rows->row(i));
        }
        return out;
    });
}

void waitForText(const wxString& block, const std::string& words) {
    Me::waitFor(block.utf8_string() + " says " + words, [&] {
        const auto* const text = dynamic_cast<gui::TextBlock*>(Me::find(block));
        return text && gui::fromWx(text->text()).find(words) != std::string::npos;
    });
}

/// Two signed sessions, and their patient's documents open with the pages of the first template.
void openDocuments(JourneyClinic& clinic) {
    clinic.addSigned(14, {test::anActiveFindingOn("quadratus_lumborum", 1)}, {});
    clinic.addSigned(7, {test::anActiveFindingOn("quadratus_lumborum", 1)}, {});
    clinic.openPatient();
    Me::click("rail.documents");
    Me::waitFor("pages are shown", [] {
        const auto* const pages =
            dynamic_cast<gui::PagesView*>(Me::find("documents.preview.pages"));
        return pages && pages->count() > 0;
    });
}

/// The program runs in another folder for a while.
class WorkingFolder {
public:
    explicit WorkingFolder(const std::filesystem::path& folder)
        : before_{std::filesystem::current_path()} {
        std::filesystem::current_path(folder);
    }
    ~WorkingFolder() { std::filesystem::current_path(before_); }
    WorkingFolder(const WorkingFolder&) = delete;
    WorkingFolder& operator=(const WorkingFolder&) = delete;

private:
    std::filesystem::path before_;
};

void goTo(int part) {
    Me::segment("documents.parts", part);
}

} // namespace

TEST_CASE("a report is chosen, looked at, saved, kept, and listed as what left the clinic",
          "[journey][documents]") {
    JourneyClinic clinic;
    openDocuments(clinic);
    const auto rows = rowsOf("documents.templates");
    REQUIRE(rows.size() >= 8);
    CHECK(rows[0].title == "Progress report");
    CHECK(rows[0].marked);
    CHECK(isThere("documents.from"));

    // A session's note asks for the session instead of a period.
    clickRow("documents.templates", 3);
    Me::waitFor("the session is asked", [] { return Me::find("documents.session") != nullptr; });
    CHECK_FALSE(isThere("documents.from"));
    clickRow("documents.templates", 0);
    Me::waitFor("the period is asked", [] { return Me::find("documents.from") != nullptr; });

    // What is no date is said at once and nothing can be saved; a period without a session too.
    Me::fill("documents.from", "soon");
    waitForText("documents.told", "is not a date yet");
    CHECK(Me::see([] { return !Me::the<wxWindow>("documents.save").IsEnabled(); }));
    Me::press("ctrl+a");
    Me::type("1.1.2001");
    Me::waitFor("it can be saved again",
                [] { return Me::the<wxWindow>("documents.save").IsEnabled(); });
    CHECK(pagesOf("documents.preview.pages") > 0);

    Me::chip("delivery.recipient.usual", "Insurer");
    Me::chip("delivery.purpose.usual", "On request");
    CHECK(Me::see([] { return Me::the<wxTextCtrl>("delivery.recipient").GetValue(); }) ==
          "the insurer");
    Me::chip("documents.ways", "Keep in documents");
    const auto pdf = clinic.temp() / "report.pdf";
    Me::see([&] { theApp().nextFile = pdf; });
    Me::click("documents.save");
    Me::waitFor("the PDF is written", [&] { return std::filesystem::exists(pdf); });
    waitForText("documents.told", "and kept in the patient's documents");
    const std::string text = outputOf("pdftotext -layout '" + pdf.string() + "' -");
    CHECK_THAT(text, ContainsSubstring("Progress report"));
    CHECK_THAT(text, ContainsSubstring("Ana Kovács"));
    const std::string pages = outputOf("pdfinfo '" + pdf.string() + "' | grep Pages");
    CHECK_THAT(pages, ContainsSubstring(std::to_string(pagesOf("documents.preview.pages"))));

    // Under a password, by the keys of the page.
    Me::chip("documents.ways", "Protect with a password");
    const auto secret = clinic.temp() / "secret.pdf";
    Me::see([&] { theApp().nextFile = secret; });
    Me::click("documents.save");
    Me::fill("pdfPassword.first", "blue horse nine");
    Me::fill("pdfPassword.again", "blue horse");
    Me::press("Return");
    waitForText("pdfPassword.problems", "differ");
    CHECK_FALSE(std::filesystem::exists(secret));
    Me::press("ctrl+a");
    Me::type("blue horse nine");
    Me::press("Return");
    Me::waitFor("the PDF is written", [&] { return std::filesystem::exists(secret); });
    CHECK(std::system(("qpdf --is-encrypted '" + secret.string() + "'").c_str()) == 0);
    CHECK_THAT(outputOf("pdftotext -upw 'blue horse nine' '" + secret.string() + "' -"),
               ContainsSubstring("Ana Kovács"));

    goTo(1);
    Me::waitFor("both are kept", [] {
        const auto* const list = dynamic_cast<gui::RowList*>(Me::find("kept.list"));
        return list && list->count() == 2;
    });
    CHECK_THAT(gui::fromWx(rowsOf("kept.list")[0].title), ContainsSubstring("Progress report, "));
    goTo(2);
    Me::waitFor("both are listed", [] {
        const auto* const list = dynamic_cast<gui::RowList*>(Me::find("disclosures.list"));
        return list && list->count() == 2;
    });
    const auto left = rowsOf("disclosures.list");
    CHECK(left[0].aside == "saved as a file");
    CHECK(left[0].lines.at(0) == wxString::FromUTF8("For whom: the insurer · Why: on request"));

    // The list itself can be saved, and names them; that it left is listed in its turn.
    const auto accounting = clinic.temp() / "accounting.pdf";
    Me::see([&] { theApp().nextFile = accounting; });
    Me::click("disclosures.save");
    Me::waitFor("the list is written", [&] { return std::filesystem::exists(accounting); });
    CHECK_THAT(outputOf("pdftotext -layout '" + accounting.string() + "' -"),
               ContainsSubstring("the insurer"));
    Me::waitFor("it is listed too",
                [] { return Me::the<gui::RowList>("disclosures.list").count() == 3; });
    theApp().close();
}

TEST_CASE("pages are printed in their own size, and that is recorded", "[journey][documents]") {
    JourneyClinic clinic;
    openDocuments(clinic);
    const auto shown = pagesOf("documents.preview.pages");
    // The system's dialog prints into a file of that name where the program runs.
    const WorkingFolder here{clinic.temp()};
    const auto paper = clinic.temp() / "output.pdf";
    Me::click("documents.print");
    Me::waitFor("the printing dialog is there", [] { return !theApp().frame()->IsActive(); });
    Me::press("Tab Return"); // into the list of printers, and the one into a file
    Me::waitFor("it is printed", [&] { return std::filesystem::exists(paper); });
    waitForText("documents.told", "Printed.");
    const std::string info = outputOf("pdfinfo '" + paper.string() + "'");
    CHECK_THAT(info, ContainsSubstring("A4"));
    CHECK_THAT(info, ContainsSubstring(std::to_string(shown)));
    CHECK_THAT(outputOf("pdftotext -layout '" + paper.string() + "' -"),
               ContainsSubstring("Ana Kovács"));
    goTo(2);
    Me::waitFor("it is listed", [] {
        const auto* const list = dynamic_cast<gui::RowList*>(Me::find("disclosures.list"));
        return list && list->count() == 1 && list->row(0).aside == "printed";
    });
    theApp().close();
}

TEST_CASE("a template is changed beside its preview, and goes back to the shipped one",
          "[journey][documents]") {
    JourneyClinic clinic;
    openDocuments(clinic);
    Me::click("documents.editTemplate");
    Me::waitFor("the pages are shown beside the text", [] {
        const auto* const pages =
            dynamic_cast<gui::PagesView*>(Me::find("templateEditor.preview.pages"));
        return pages && pages->count() > 0;
    });
    const auto shown = pagesOf("templateEditor.preview.pages");

    // A fault is said with its place; the last pages stay, and a click leads there.
    Me::click("templateEditor.text");
    Me::press("ctrl+End");
    Me::type("Our words {{patient.nam}} and {{#points}}.");
    Me::waitFor("the faults are listed", [] {
        const auto* const list = dynamic_cast<gui::RowList*>(Me::find("templateEditor.faults"));
        return list && list->count() >= 2;
    });
    CHECK(pagesOf("templateEditor.preview.pages") == shown);
    CHECK_THAT(gui::fromWx(rowsOf("templateEditor.faults")[0].lines.at(0)),
               ContainsSubstring("patient.name"));
    Me::press("ctrl+Home");
    clickRow("templateEditor.faults", 0);
    Me::waitFor("the caret stands there", [] {
        const auto& field = Me::the<wxTextCtrl>("templateEditor.text");
        return field.HasFocus() && field.GetStringSelection().StartsWith("{{patient.nam}}");
    });
    Me::press("ctrl+End");
    Me::press("shift+Home");
    Me::type("Our own words.");
    waitForText("templateEditor.faultHeading", "No faults");

    // What it may ask for is found and put in by Enter.
    Me::press("ctrl+k");
    Me::type("patient called");
    Me::press("Return");
    Me::waitFor("it stands in the text", [] {
        return Me::the<wxTextCtrl>("templateEditor.text")
            .GetValue()
            .Contains("Our own words.{{patient.called}}");
    });
    Me::press("ctrl+s");
    waitForText("templateEditor.told", "Stored");
    Me::press("Escape");
    Me::waitFor("the editor is gone", [] { return Me::find("templateEditor.text") == nullptr; });
    Me::waitFor("it is marked", [] {
        return Me::the<gui::RowList>("documents.templates").row(0).badge == "changed";
    });
    const auto pdf = clinic.temp() / "own.pdf";
    Me::see([&] { theApp().nextFile = pdf; });
    Me::click("documents.save");
    Me::waitFor("the PDF is written", [&] { return std::filesystem::exists(pdf); });
    CHECK_THAT(outputOf("pdftotext -layout '" + pdf.string() + "' -"),
               ContainsSubstring("Our own words."));

    Me::click("documents.editTemplate");
    Me::click("templateEditor.remove");
    waitForText("templateEditor.told", "shipped one again");
    Me::press("Escape");
    Me::waitFor("it is as shipped",
                [] { return Me::the<gui::RowList>("documents.templates").row(0).badge.empty(); });

    // A new one begins as a copy under its own title.
    Me::click("documents.newTemplate");
    Me::fill("newTemplate.name", "Our letter");
    Me::chip("newTemplate.begin", "A copy of Progress report");
    Me::click("newTemplate.accept");
    Me::waitFor("it is open", [] {
        const auto* const field = dynamic_cast<wxTextCtrl*>(Me::find("templateEditor.text"));
        return field && field->GetValue().Contains("title: Our letter");
    });
    Me::press("ctrl+s");
    waitForText("templateEditor.told", "Stored");
    Me::press("Escape");
    Me::waitFor("it is the last of the list, and chosen", [] {
        const auto& list = Me::the<gui::RowList>("documents.templates");
        const auto& last = list.row(list.count() - 1);
        return last.title == "Our letter" && last.badge == "your own" && last.marked;
    });
    theApp().close();
}

TEST_CASE("reports of all patients that a search finds are written into a folder",
          "[journey][documents]") {
    JourneyClinic clinic;
    openDocuments(clinic);
    const auto folder = clinic.temp() / "reports";
    std::filesystem::create_directory(folder);
    Me::see([&] { theApp().nextFile = folder; });
    Me::click("documents.many");
    Me::fill("many.search", "kov");
    waitForText("many.count", "1 patient");
    Me::click("many.chooseFolder");
    Me::click("many.accept");
    waitForText("manyRun.what", "1 report was written");
    Me::click("manyRun.accept");
    Me::waitFor("the dialog closes", [] { return Me::find("manyRun.what") == nullptr; });
    CHECK(std::distance(std::filesystem::directory_iterator{folder}, {}) == 1);
    theApp().close();
}

TEST_CASE("a picture that was brought along is attached, looked at and given out again",
          "[journey][documents]") {
    JourneyClinic clinic;
    openDocuments(clinic);
    const auto picture = clinic.temp() / "x-ray.png";
    REQUIRE(std::system(
                ("convert -size 60x40 gradient:black-white '" + picture.string() + "'").c_str()) ==
            0);
    goTo(1);
    Me::see([&] { theApp().nextFile = picture; });
    Me::click("kept.attach");
    Me::click("attach.name");
    Me::press("ctrl+a");
    Me::type("X-ray, lumbar spine");
    Me::press("Return");
    Me::waitFor("it is listed", [] {
        const auto* const list = dynamic_cast<gui::RowList*>(Me::find("kept.list"));
        return list && list->count() == 1 && list->row(0).title == "X-ray, lumbar spine";
    });
    CHECK(rowsOf("kept.list")[0].badge == "attached");
    clickRow("kept.list", 0);
    Me::waitFor("it is shown", [] {
        const auto* const view = dynamic_cast<gui::ImageView*>(Me::find("picture.image"));
        return view && view->hasImage();
    });
    Me::press("Escape");
    Me::waitFor("it is closed", [] { return Me::find("picture.image") == nullptr; });

    const auto copy = clinic.temp() / "copy.png";
    Me::see([&] { theApp().nextFile = copy; });
    Me::click("kept.list",
              [](wxWindow& window) { return dynamic_cast<gui::RowList&>(window).dotsArea(0); });
    Me::chooseFromMenu(0);
    Me::chip("copy.delivery.recipient.usual", "Patient");
    Me::click("copy.accept");
    Me::waitFor("it is written", [&] { return std::filesystem::exists(copy); });
    CHECK(std::filesystem::file_size(copy) == std::filesystem::file_size(picture));
    goTo(2);
    Me::waitFor("it is listed as what left", [] {
        const auto* const list = dynamic_cast<gui::RowList*>(Me::find("disclosures.list"));
        return list && list->count() == 1 && list->row(0).title == "X-ray, lumbar spine";
    });
    CHECK_THAT(gui::fromWx(rowsOf("disclosures.list")[0].lines.at(0)),
               ContainsSubstring("For whom: Ana"));
    theApp().close();
}

TEST_CASE("the clinic's colour and logo are set, and are on the next page",
          "[journey][documents]") {
    JourneyClinic clinic;
    openDocuments(clinic);
    const auto logo = clinic.temp() / "logo.png";
    REQUIRE(std::system(("convert -size 120x40 xc:'#8A1C7C' '" + logo.string() + "'").c_str()) ==
            0);
    Me::click("practitioner");
    Me::chooseFromMenu(1);
    Me::fill("clinic.email", "desk@riverside.example");
    Me::fill("clinic.colour", "#FFEE00"); // told at once, in words, and refused
    waitForText("clinic.colourRemark", "too pale");
    Me::click("clinic.accept");
    waitForText("clinic.problems", "too pale");
    Me::press("ctrl+a");
    Me::type("#8A1C7C");
    Me::waitFor("it can be read", [] { return Me::find("clinic.colourRemark") == nullptr; });
    Me::see([&] { theApp().nextFile = logo; });
    Me::click("clinic.chooseLogo");
    Me::waitFor("the logo is shown", [] {
        const auto* const view = dynamic_cast<gui::ImageView*>(Me::find("clinic.logo"));
        return view && view->hasImage();
    });
    Me::click("clinic.accept");
    Me::waitFor("the dialog closes", [] { return Me::find("clinic.accept") == nullptr; });
    const auto pdf = clinic.temp() / "ours.pdf";
    Me::see([&] { theApp().nextFile = pdf; });
    Me::click("documents.save");
    Me::waitFor("the PDF is written", [&] { return std::filesystem::exists(pdf); });
    CHECK_THAT(outputOf("pdfimages -list '" + pdf.string() + "'"), ContainsSubstring("120"));
    theApp().close();
}
