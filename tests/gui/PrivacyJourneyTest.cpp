// SPDX-License-Identifier: MIT
// One key hides names on the screen, everywhere, and nowhere else.
#include "domain/Patient.h"
#include "gui/ChartingPerson.h"
#include "gui/JourneyApp.h"
#include "gui/JourneyClinic.h"
#include "gui/MainFrame.h"
#include "gui/PagesView.h"
#include "gui/Privacy.h"
#include "gui/RowList.h"
#include "gui/TextBlock.h"
#include "support/Builders.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <wx/dcclient.h>
#include <wx/dcmemory.h>
#include <wx/image.h>
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

[[nodiscard]] std::string painted(const wxString& block) {
    return Me::see([&] {
        std::string all;
        for (const wxString& line : Me::the<gui::TextBlock>(block).lines()) {
            all += gui::fromWx(line) + "\n";
        }
        return all;
    });
}

/// All that blocks of text show in any window.
void collect(const wxWindow& window, std::string& all) {
    if (!window.IsShown()) {
        return;
    }
    if (const auto* const text = dynamic_cast<const gui::TextBlock*>(&window)) {
        for (const wxString& line : text->lines()) {
            all += gui::fromWx(line) + "\n";
        }
    }
    for (const wxWindow* const child : window.GetChildren()) {
        collect(*child, all);
    }
}

[[nodiscard]] std::string everythingPainted() {
    return Me::see([] {
        std::string all;
        for (const wxWindow* const window : wxTopLevelWindows) {
            all += gui::fromWx(dynamic_cast<const wxTopLevelWindow&>(*window).GetTitle()) + "\n";
            collect(*window, all);
        }
        return all;
    });
}

/// What the window shows there now, as pixels.
[[nodiscard]] std::string pixels(const wxString& name) {
    return Me::see([&] {
        auto& window = Me::the<wxWindow>(name);
        window.Refresh();
        window.Update();
        const wxSize size = window.GetClientSize();
        wxBitmap bitmap{size, 24};
        wxMemoryDC memory{bitmap};
        wxClientDC screen{&window};
        memory.Blit({0, 0}, size, &screen, {0, 0});
        memory.SelectObject(wxNullBitmap);
        const wxImage image = bitmap.ConvertToImage();
        const auto* const data = reinterpret_cast<const char*>(image.GetData());
        return std::string(data, static_cast<std::size_t>(3 * size.x * size.y));
    });
}

void pressPrivacyKey(bool hidden) {
    Me::press("F12");
    Me::waitFor("it is taken", [hidden] { return gui::areNamesHidden() == hidden; });
}

TEST_CASE("one key turns names into initials until it is pressed again", "[journey][privacy]") {
    JourneyClinic clinic;
    clinic.openPatient();
    const Patient who = test::aPatient();
    const std::string name = fullName(who);
    CHECK(painted("patient.name") == name + "\n");
    pressPrivacyKey(true);
    CHECK(painted("patient.name") ==
          who.givenName.substr(0, 1) + ". " + who.familyName.substr(0, 1) + ".\n");
    CHECK(Me::see([] { return Me::find("topBar.hidden") != nullptr; }));
    CHECK_THAT(everythingPainted(), !ContainsSubstring(who.familyName));
    // A dialog that opens meanwhile, its heading and its title.
    Me::click("patient.edit");
    Me::waitFor("the record is open", [] { return Me::find("patient.accept") != nullptr; });
    CHECK_THAT(everythingPainted(), !ContainsSubstring(who.familyName));
    Me::press("Escape");
    Me::waitFor("and closed", [] { return Me::find("patient.accept") == nullptr; });
    // The list of patients and what the finder finds are painted without it: shown again they look
    // otherwise, hidden again the same.
    Me::click("rail.patients");
    Me::waitFor("the list is there",
                [] { return Me::the<gui::RowList>("patients.list").count() == 1; });
    const std::string hidden = pixels("patients.list");
    pressPrivacyKey(false);
    CHECK(pixels("patients.list") != hidden);
    pressPrivacyKey(true);
    CHECK(pixels("patients.list") == hidden);
    pressPrivacyKey(false);
    CHECK(Me::see([] { return Me::find("topBar.hidden") == nullptr; }));
    theApp().close();
}

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

TEST_CASE("a report is written with the whole name while names are hidden", "[journey][privacy]") {
    JourneyClinic clinic;
    clinic.addSigned(3, {}, {});
    clinic.openPatient();
    pressPrivacyKey(true);
    Me::click("rail.documents");
    Me::waitFor("the pages are laid out",
                [] { return Me::the<gui::PagesView>("documents.preview.pages").count() > 0; });
    const auto pdf = clinic.temp() / "report.pdf";
    Me::see([&] { theApp().nextFile = pdf; });
    Me::click("documents.save");
    Me::waitFor("the PDF is written", [&] { return std::filesystem::exists(pdf); });
    CHECK_THAT(outputOf("pdftotext -layout '" + pdf.string() + "' -"),
               ContainsSubstring(fullName(test::aPatient())));
    pressPrivacyKey(false);
    theApp().close();
}

TEST_CASE("names stay hidden for whoever signs in next", "[journey][privacy]") {
    JourneyClinic clinic;
    clinic.openPatient();
    pressPrivacyKey(true);
    Me::click("signOut");
    Me::waitFor("one can sign in", [] { return Me::find("signIn.password") != nullptr; });
    Me::fill("signIn.password", JourneyClinic::password());
    Me::press("Return");
    Me::waitFor("the list is there", [] {
        const auto* const list = dynamic_cast<gui::RowList*>(Me::find("patients.list"));
        return list && list->count() == 1;
    });
    CHECK(Me::see([] { return Me::find("topBar.hidden") != nullptr; }));
    Me::click("patients.list",
              [](wxWindow& list) { return dynamic_cast<gui::RowList&>(list).rowArea(0); });
    Me::waitFor("the patient is open", [] { return Me::find("patient.name") != nullptr; });
    CHECK_THAT(painted("patient.name"), !ContainsSubstring(test::aPatient().familyName));
    pressPrivacyKey(false);
    CHECK(painted("patient.name") == fullName(test::aPatient()) + "\n");
    theApp().close();
}

} // namespace
