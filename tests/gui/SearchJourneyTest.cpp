// SPDX-License-Identifier: MIT
// Finding patients, sessions and commands, and searching inside the maps, by real clicks and keys.
#include "gui/ChartPage.h"
#include "gui/ChartingPerson.h"
#include "gui/ChipGroup.h"
#include "gui/FoundList.h"
#include "gui/JourneyApp.h"
#include "gui/JourneyClinic.h"
#include "gui/RowList.h"
#include "gui/TextBlock.h"
#include "gui/Theme.h"
#include "gui/ThemeMemory.h"
#include "gui/Words.h"
#include "support/Builders.h"
#include "support/Printing.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <wx/textctrl.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace {

using namespace palpate;
using Catch::Matchers::ContainsSubstring;
using journey::JourneyClinic;
using journey::theApp;
using Me = journey::ChartingPerson;

[[nodiscard]] Finding found(const char* muscle, int number, int tender) {
    Finding finding = test::anActiveFindingOn(muscle, number);
    finding.tenderness = test::tenderness(tender);
    return finding;
}

/// Two signed weeks: the quadratus lumborum was tender 7, then 4, the gluteus medius 5.
struct TwoWeeks : JourneyClinic {
    TwoWeeks() {
        first = addSigned(14, {found("quadratus_lumborum", 1, 7)}, {});
        addSigned(7, {found("quadratus_lumborum", 1, 4), found("gluteus_medius", 2, 5)}, {});
    }
    SessionId first = test::aSession().id;
};

[[nodiscard]] std::string typedIn(const wxString& field) {
    return Me::see([&] { return gui::fromWx(Me::the<wxTextCtrl>(field).GetValue()); });
}

[[nodiscard]] std::string focused() {
    return Me::see([] {
        const wxWindow* const window = wxWindow::FindFocus();
        return window ? gui::fromWx(window->GetName()) : std::string{};
    });
}

/// The finder's first row, of the text that is typed now, reads like this.
void waitForFound(const std::string& words) {
    Me::waitFor(words + " is found", [&] {
        const auto* const list = dynamic_cast<gui::FoundList*>(Me::find("finder.list"));
        return list && list->current() == 0 &&
               gui::fromWx(list->rows()[0].title).find(words) != std::string::npos;
    });
}

void waitForHits(int count) {
    Me::waitFor(std::to_string(count) + " are found", [&] {
        const auto* const list = dynamic_cast<gui::RowList*>(Me::find("search.hits"));
        return list && list->count() == count &&
               !Me::the<gui::TextBlock>("search.count").text().StartsWith("Searching");
    });
}

void waitForCount(const std::string& words) {
    Me::waitFor("it says " + words, [&] {
        const auto* const count = dynamic_cast<gui::TextBlock*>(Me::find("search.count"));
        return count && gui::fromWx(count->text()) == words;
    });
}

void openSearch() {
    Me::press("ctrl+shift+f");
    Me::waitFor("the field has the focus", [] {
        const auto* const field = Me::find("search.query.field");
        return field && field->HasFocus();
    });
}

/// Another search instead of what is typed.
void searchFor(const std::string& query) {
    openSearch();
    Me::press("ctrl+a");
    Me::press("Delete");
    Me::type(query);
    Me::waitFor("it is typed", [&] {
        return gui::fromWx(Me::the<wxTextCtrl>("search.query.field").GetValue()) == query;
    });
}

[[nodiscard]] std::vector<std::string> parts() {
    return Me::see([] {
        std::vector<std::string> out;
        if (const auto* const chips = dynamic_cast<gui::ChipGroup*>(Me::find("search.parts"))) {
            out.resize(static_cast<std::size_t>(chips->count()));
        }
        return out;
    });
}

} // namespace

TEST_CASE("a patient is found by a slip of the keyboard and by the middle of the name",
          "[journey][search]") {
    JourneyClinic clinic;
    clinic.openPatient();
    for (const char* const typed : {"kovasc", "ovac", "ana kov"}) {
        Me::click("rail.patients");
        Me::waitFor("the list is shown", [] { return Me::find("patients.list") != nullptr; });
        Me::press("ctrl+k");
        Me::type(typed);
        waitForFound("Kovács");
        Me::press("Return");
        Me::waitFor("the record is open", [] { return Me::find("overview.start") != nullptr; });
        CHECK(typedIn("search.field").empty());
        CHECK(Me::see([] { return Me::find("finder") == nullptr; }));
    }
    theApp().close();
}

TEST_CASE("a found session opens on the chart, a found point is chosen there",
          "[journey][search]") {
    TwoWeeks clinic;
    clinic.openPatient();
    Me::press("ctrl+k");
    Me::type("quadratus");
    Me::waitFor("sessions and points are found", [] {
        const auto* const list = dynamic_cast<gui::FoundList*>(Me::find("finder.list"));
        return list && list->rows().size() >= 3;
    });
    const auto rowOf = [](const char* kind) {
        return Me::see([&] {
            const auto& rows = Me::the<gui::FoundList>("finder.list").rows();
            for (std::size_t i = 0; i < rows.size(); ++i) {
                if (rows[i].kind == kind) {
                    return static_cast<int>(i);
                }
            }
            return -1;
        });
    };
    const int session = rowOf("session");
    const int point = rowOf("point");
    REQUIRE(session >= 0);
    REQUIRE(point >= 0);
    Me::click("finder.list", [session](wxWindow& window) {
        return dynamic_cast<gui::FoundList&>(window).area(static_cast<std::size_t>(session));
    });
    Me::waitFor("the chart is open", [] { return Me::find("chart.map") != nullptr; });

    Me::press("ctrl+k");
    Me::type("quadratus");
    Me::waitFor("the point is found", [&] {
        const auto* const list = dynamic_cast<gui::FoundList*>(Me::find("finder.list"));
        return list && list->rows().size() > static_cast<std::size_t>(point) &&
               list->rows()[static_cast<std::size_t>(point)].kind == "point";
    });
    for (int i = 0; i < point; ++i) {
        Me::press("Down");
    }
    Me::press("Return");
    Me::waitFor("the point is chosen", [] {
        return Me::shown().card &&
               Me::shown().card->finding.muscle == test::key<MuscleKey>("quadratus_lumborum");
    });
    theApp().close();
}

TEST_CASE("a command is found and done", "[journey][search]") {
    JourneyClinic clinic;
    clinic.openPatient();
    Me::press("ctrl+k");
    Me::type("dark");
    waitForFound("Dark colours");
    Me::press("Return");
    Me::waitFor("it is dark", [] { return gui::themeChoice() == gui::ThemeChoice::Dark; });
    Me::see([] { gui::chooseTheme(gui::ThemeChoice::Desktop); });
    Me::press("ctrl+k");
    Me::type("snippets");
    waitForFound("Snippets");
    Me::press("Return");
    Me::waitFor("the snippets open", [] { return Me::find("snippets.accept") != nullptr; });
    Me::press("Escape");
    Me::waitFor("they close", [] { return Me::find("snippets.accept") == nullptr; });
    theApp().close();
}

TEST_CASE("a search is typed, narrowed by a button, and widened by a chip", "[journey][search]") {
    TwoWeeks clinic;
    clinic.openPatient();
    searchFor("right quadratus lumborum ");
    waitForHits(2);
    Me::chip("search.filters", "Tenderness ▾");
    Me::chooseFromMenu(4);
    waitForHits(1);
    CHECK(typedIn("search.query.field") == "right quadratus lumborum tender:>=6");
    CHECK(parts().size() == 2);
    waitForCount("1 session");

    // The same button puts another number in its place.
    Me::chip("search.filters", "Tenderness ▾");
    Me::chooseFromMenu(3); // "any" and a line stand above now: 4 or more
    waitForHits(2);
    CHECK(typedIn("search.query.field") == "right quadratus lumborum tender:>=4");

    // Taking the muscle's part away leaves the number.
    Me::click("search.parts",
              [](wxWindow& window) { return dynamic_cast<gui::ChipGroup&>(window).chipArea(0); });
    Me::waitFor("it is gone", [] {
        return Me::the<wxTextCtrl>("search.query.field").GetValue() == "tender:>=4";
    });
    waitForHits(2);
    Me::segment("search.as", 1);
    waitForHits(1);
    waitForCount("1 patient");

    // Down leads to what was found, Enter opens it.
    Me::click("search.query.field");
    Me::press("Down");
    Me::waitFor("the list has the focus",
                [] { return Me::the<gui::RowList>("search.hits").HasFocus(); });
    Me::press("Return");
    Me::waitFor("the session is open", [] { return Me::find("chart.map") != nullptr; });
    theApp().close();
}

TEST_CASE("a search is kept under a name, used again and deleted", "[journey][search]") {
    TwoWeeks clinic;
    clinic.openPatient();
    searchFor("gluteus medius >= 5 ");
    waitForHits(1);
    Me::click("search.save");
    Me::waitFor("the name is asked for", [] { return Me::find("saveSearch.name") != nullptr; });
    Me::press("Return");
    Me::waitFor("a name is wanted", [] { return Me::find("saveSearch.problems") != nullptr; });
    Me::type("Sore glutei");
    Me::press("Return");
    Me::waitFor("it is kept", [] { return Me::find("saveSearch.name") == nullptr; });
    theApp().close();

    clinic.openPatient();
    openSearch();
    Me::waitFor("it is listed", [] {
        const auto* const list = dynamic_cast<gui::RowList*>(Me::find("search.savedList"));
        return list && list->count() == 1 && list->row(0).title == "Sore glutei";
    });
    Me::click("search.saved");
    Me::chooseFromMenu(0);
    waitForHits(1);
    CHECK_THAT(typedIn("search.query.field"), ContainsSubstring("gluteus medius >= 5"));
    Me::click("search.saved");
    Me::chooseFromMenu(1);
    openSearch();
    Me::press("ctrl+a");
    Me::press("Delete");
    Me::waitFor("none is listed",
                [] { return Me::find("search.examples") && !Me::find("search.savedList"); });
    theApp().close();
}

TEST_CASE("what can't be meant is told with its place", "[journey][search]") {
    TwoWeeks clinic;
    clinic.openPatient();
    searchFor("since:90x quadratus");
    Me::waitFor("it is told", [] { return Me::find("search.mistake.0") != nullptr; });
    waitForCount("Not searched yet");
    Me::press("Escape"); // the completions of the last word lie over it
    Me::click("search.mistake.0");
    Me::waitFor("its place is chosen", [] {
        const auto& field = Me::the<wxTextCtrl>("search.query.field");
        return field.HasFocus() && field.GetStringSelection() == "since:90x";
    });
    Me::type("since:90d");
    Me::waitFor("it is well", [] { return Me::find("search.mistake.0") == nullptr; });
    waitForHits(2);
    theApp().close();
}

TEST_CASE("what was found is saved as a table, and what it was for is asked", "[journey][search]") {
    TwoWeeks clinic;
    clinic.openPatient();
    searchFor("quadratus lumborum ");
    waitForHits(2);
    const auto file = clinic.temp() / "sessions.csv";
    Me::see([&] { theApp().nextFile = file; });
    Me::click("search.export");
    Me::waitFor("it is asked", [] { return Me::find("csv.accept") != nullptr; });
    Me::type("Practice audit");
    Me::click("csv.accept");
    Me::waitFor("it is written", [&] {
        return std::filesystem::exists(file) && Me::find("csvRun.what") == nullptr;
    });
    std::ostringstream text;
    text << std::ifstream{file, std::ios::binary}.rdbuf();
    std::size_t lines = 0;
    for (std::size_t at = text.str().find("\r\n"); at != std::string::npos;
         at = text.str().find("\r\n", at + 2)) {
        ++lines;
    }
    CHECK(lines == 3); // a head and two sessions
    theApp().close();
}

TEST_CASE("Tab goes through the search page in the order one reads it",
          "[journey][search][keyboard]") {
    TwoWeeks clinic;
    clinic.openPatient();
    searchFor("quadratus lumborum ");
    waitForHits(2);
    std::vector<std::string> way{focused()};
    const std::vector<std::string> wanted{"search.query.field", "search.save",    "search.saved",
                                          "search.help",        "search.filters", "search.parts",
                                          "search.as",          "search.export",  "search.hits"};
    while (way.size() < wanted.size()) {
        Me::press("Tab");
        Me::waitFor("the focus moves on from " + way.back(), [&] {
            const wxWindow* const window = wxWindow::FindFocus();
            return window && gui::fromWx(window->GetName()) != way.back();
        });
        way.push_back(focused());
    }
    CHECK(way == wanted);
    theApp().close();
}
