// SPDX-License-Identifier: MIT
// A patient's history by real clicks and by keys alone: sessions filtered, stepped through,
// compared, a point's life followed, a session opened.
#include "gui/Accessible.h"
#include "gui/ChartingPerson.h"
#include "gui/ChipGroup.h"
#include "gui/FactTable.h"
#include "gui/HistoryMap.h"
#include "gui/JourneyApp.h"
#include "gui/JourneyClinic.h"
#include "gui/LifeStrips.h"
#include "gui/SegmentedControl.h"
#include "gui/SessionTimeline.h"
#include "gui/TextBlock.h"
#include "gui/Words.h"
#include "support/Builders.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <wx/textctrl.h>

#include <cmath>
#include <string>
#include <vector>

namespace {

using namespace palpate;
using Catch::Matchers::ContainsSubstring;
using journey::JourneyClinic;
using journey::theApp;
using Me = journey::ChartingPerson;

[[nodiscard]] Finding findingAt(const char* muscle, int number, int tender, State state) {
    Finding finding = test::anActiveFindingOn(muscle, number);
    finding.tenderness = test::tenderness(tender);
    finding.state = state;
    return finding;
}

/// Three signed weeks: a point of the quadratus lumborum that eases, one of the gluteus medius that
/// goes, and the area that shrinks.
struct ThreeWeeks : JourneyClinic {
    ThreeWeeks() {
        ids.push_back(addSigned(21,
                                {findingAt("quadratus_lumborum", 1, 7, State::Active),
                                 findingAt("gluteus_medius", 2, 5, State::Active)},
                                {test::aPainArea(1)}));
        ids.push_back(addSigned(14,
                                {findingAt("quadratus_lumborum", 1, 6, State::Active),
                                 findingAt("gluteus_medius", 2, 0, State::Resolved)},
                                {}));
        ids.push_back(addSigned(7, {findingAt("quadratus_lumborum", 1, 4, State::Latent)}, {}));
    }
    std::vector<SessionId> ids; ///< oldest first
};

[[nodiscard]] gui::SessionTimeline& list() {
    return Me::the<gui::SessionTimeline>("history.list");
}

[[nodiscard]] int listed() {
    return Me::see([] { return list().count(); });
}

void waitForRows(int count) {
    Me::waitFor(std::to_string(count) + " sessions are listed",
                [count] { return Me::find("history.list") && list().count() == count; });
}

void clickRow(int row) {
    Me::click("history.list", [row](wxWindow& window) {
        return dynamic_cast<gui::SessionTimeline&>(window).rowArea(row);
    });
}

void clickBox(int row) {
    Me::click("history.list", [row](wxWindow& window) {
        return dynamic_cast<gui::SessionTimeline&>(window).boxArea(row);
    });
}

[[nodiscard]] gui::HistoryMap::Content shownOn(const wxString& map) {
    return Me::see([&] { return Me::the<gui::HistoryMap>(map).content(); });
}

[[nodiscard]] std::string textOf(const wxString& block) {
    return Me::see([&] { return gui::fromWx(Me::the<gui::TextBlock>(block).text()); });
}

[[nodiscard]] std::vector<std::vector<wxString>> tableRows(const wxString& table) {
    return Me::see([&] { return Me::the<gui::FactTable>(table).rows(); });
}

[[nodiscard]] std::string focused() {
    return Me::see([] {
        const wxWindow* const window = wxWindow::FindFocus();
        return window ? gui::fromWx(window->GetName()) : std::string{};
    });
}

void openHistory(ThreeWeeks& clinic) {
    clinic.openPatient();
    Me::click("rail.history");
    waitForRows(3);
}

void waitForPane(int pane) {
    Me::waitFor("the pane is there", [pane] {
        return Me::the<gui::SegmentedControl>("history.panes").selected() == pane;
    });
}

constexpr int kSession = 0;
constexpr int kSideBySide = 1;
constexpr int kDifference = 2;
constexpr int kPoints = 4;
constexpr int kHelps = 5;

} // namespace

TEST_CASE("the history is filtered by words and by muscle", "[journey][history]") {
    ThreeWeeks clinic;
    openHistory(clinic);
    Me::fill("history.filter.field", "GLUTEUS med");
    waitForRows(2);
    Me::press("ctrl+a");
    Me::press("Delete");
    waitForRows(3);
    Me::type("\"'%_*");
    waitForRows(0); // signs hold no word: no session has it
    Me::press("ctrl+a");
    Me::press("Delete");
    waitForRows(3);

    Me::click("history.chips",
              [](wxWindow& window) { return dynamic_cast<gui::ChipGroup&>(window).chipArea(0); });
    Me::chooseFromMenu(1); // the first muscle by name
    waitForRows(2);
    const auto chips = Me::see([] {
        const auto& group = Me::the<gui::ChipGroup>("history.chips");
        return std::pair{group.chipNamed(gui::toWx("Gluteus medius ▾")), group.state(0)};
    });
    CHECK(chips == std::pair{0, gui::ChipState::On});
    Me::chip("history.chips", "Clear");
    waitForRows(3);
    theApp().close();
}

TEST_CASE("two sessions are ticked and compared, on one body and side by side",
          "[journey][history]") {
    ThreeWeeks clinic;
    openHistory(clinic);
    clickBox(0);
    clickBox(2);
    waitForPane(kDifference);
    CHECK_THAT(textOf("history.title"), ContainsSubstring("against"));
    const auto rows = tableRows("history.differences");
    REQUIRE(rows.size() == 2);
    CHECK(rows[0][1] == "Quadratus lumborum, right");
    CHECK_THAT(gui::fromWx(rows[0][4]), ContainsSubstring("3"));
    const auto both = shownOn("history.map");
    REQUIRE_FALSE(both.marks.empty());
    CHECK_THAT(both.marks.front().label, ContainsSubstring("7 → 4"));
    CHECK(both.areas.size() == 1);
    CHECK(Me::see([] {
        return gui::fromWx(gui::accessibleName(Me::the<gui::FactTable>("history.differences"))) ==
               "What became of each point";
    }));

    Me::segment("history.panes", kSideBySide);
    Me::waitFor("the second map is there", [] { return Me::find("history.laterMap") != nullptr; });
    CHECK(shownOn("history.map").marks.size() == 2);
    CHECK(shownOn("history.laterMap").marks.size() == 1);
    CHECK_THAT(textOf("history.map.title"), ContainsSubstring("Session 1"));
    CHECK_THAT(textOf("history.laterMap.title"), ContainsSubstring("Session 3"));
    // Zoomed and moved together.
    const auto scales = [] {
        return std::pair{Me::the<gui::HistoryMap>("history.map").camera().pixelsPerBody(),
                         Me::the<gui::HistoryMap>("history.laterMap").camera().pixelsPerBody()};
    };
    const auto before = Me::see(scales);
    Me::pointAt("history.map",
                [](wxWindow& window) { return wxRect{window.GetClientSize()}.Deflate(40); });
    Me::turnWheel(3);
    Me::waitFor("both maps are nearer", [&] {
        const auto now = scales();
        return now.first > before.first * 1.2 &&
               std::abs(now.first - now.second) < 0.02 * now.first;
    });
    theApp().close();
}

TEST_CASE("one steps through the sessions and the map changes at once", "[journey][history]") {
    ThreeWeeks clinic;
    openHistory(clinic);
    clickRow(0);
    waitForPane(kSession);
    CHECK(shownOn("history.map").marks.size() == 1);
    CHECK(shownOn("history.map").marks[0].state == State::Latent);
    const auto middle = [] {
        const auto shown = Me::the<gui::HistoryMap>("history.map").camera().shown();
        return drawing::Point{shown.x + shown.width / 2, shown.y + shown.height / 2};
    };
    const auto before = Me::see(middle);
    Me::press("Down");
    Me::waitFor("the session before shows",
                [] { return Me::the<gui::HistoryMap>("history.map").content().marks.size() == 2; });
    CHECK(shownOn("history.map").marks[1].state == State::Resolved);
    Me::press("Left");
    Me::waitFor("the first session shows", [] {
        const auto content = Me::the<gui::HistoryMap>("history.map").content();
        return content.areas.size() == 1 && content.marks.at(1).state == State::Active;
    });
    // It stays where it is, so that one sees what moves.
    const auto after = Me::see(middle);
    CHECK(std::abs(after.x - before.x) < 2);
    CHECK(std::abs(after.y - before.y) < 2);
    Me::press("Left"); // there is none before
    Me::press("Right");
    Me::waitFor("the second one shows", [] { return list().current() == 1; });
    CHECK_THAT(textOf("history.title"), ContainsSubstring("Session 2"));

    // What was chosen is there again after looking elsewhere.
    Me::click("rail.overview");
    Me::waitFor("the overview is shown", [] { return Me::find("overview.start") != nullptr; });
    Me::click("rail.history");
    waitForRows(3);
    CHECK(Me::see([] { return list().current(); }) == 1);
    theApp().close();
}

TEST_CASE("a point's life is followed and a session of it opened", "[journey][history]") {
    ThreeWeeks clinic;
    openHistory(clinic);
    Me::segment("history.panes", kPoints);
    Me::waitFor("two lives are there", [] {
        return Me::find("history.lives") && Me::the<gui::LifeStrips>("history.lives").count() == 2;
    });
    Me::click("history.lives", [](wxWindow& window) {
        return dynamic_cast<gui::LifeStrips&>(window).stepArea(0, 0);
    });
    Me::waitFor("the first session is looked at", [] { return list().current() == 2; });
    const auto rows = tableRows("history.lifeTable");
    REQUIRE(rows.size() == 3);
    CHECK(rows[0][2] == "7");
    CHECK(rows[2][2] == "4");
    Me::press("Down"); // the point that went
    Me::waitFor("the other point is chosen",
                [] { return Me::the<gui::LifeStrips>("history.lives").chosen() == 1; });
    CHECK(tableRows("history.lifeTable")[1][1] == "resolved");
    // Not looked at in the last session: no value, and called so.
    CHECK(tableRows("history.lifeTable")[2][1] == "not assessed");
    Me::press("Return");
    Me::waitFor("the chart shows that session",
                [] { return Me::find("chart.map") != nullptr && Me::shown().frozen; });
    CHECK(Me::see([] { return Me::shown().points.size(); }) == 2);
    theApp().close();
}

TEST_CASE("the history is used by keys alone, and every control has a name",
          "[journey][history][keyboard]") {
    ThreeWeeks clinic;
    clinic.openPatient();
    Me::press("ctrl+h");
    waitForRows(3);
    CHECK(focused() == "history.list");
    CHECK_THAT(Me::see([] { return gui::fromWx(gui::accessibleDescription(list())); }),
               ContainsSubstring("Session 3"));
    Me::press("space");
    Me::press("End");
    Me::press("space");
    waitForPane(kDifference);
    CHECK_THAT(Me::see([] { return gui::fromWx(gui::accessibleDescription(list())); }),
               ContainsSubstring("ticked for comparison"));

    // Once round: all that can be used is reached, in the order in which one reads.
    std::vector<std::string> way{focused()};
    const auto go = [&] {
        Me::press("Tab");
        Me::waitFor("the focus moves on from " + way.back(), [&] {
            const wxWindow* const window = wxWindow::FindFocus();
            return window && gui::fromWx(window->GetName()) != way.back();
        });
        way.push_back(focused());
        CHECK_FALSE(Me::see([] { return gui::accessibleName(*wxWindow::FindFocus()); }).empty());
    };
    while (way.size() < 6) {
        go();
    }
    CHECK(way == std::vector<std::string>{"history.list", "history.open", "history.panes",
                                          "history.views", "history.map", "history.differences"});
    Me::press("shift+Tab");
    Me::waitFor("the map has the focus",
                [] { return Me::the<gui::HistoryMap>("history.map").HasFocus(); });
    Me::press("Left"); // from the map too one steps, out of the comparison
    waitForPane(kSession);
    Me::press("Return");
    Me::waitFor("the chart is open", [] { return Me::find("chart.map") != nullptr; });
    theApp().close();
}

TEST_CASE("of five hundred sessions only those in sight are painted", "[journey][history]") {
    JourneyClinic clinic;
    clinic.addWeekly(500, {findingAt("quadratus_lumborum", 1, 5, State::Active),
                           findingAt("gluteus_medius", 2, 4, State::Latent)});
    clinic.openPatient();
    Me::press("ctrl+h");
    waitForRows(500);
    Me::waitFor("some are painted", [] { return list().pictures() > 0; });
    CHECK(Me::see([] { return list().pictures(); }) < 15);
    Me::press("End");
    Me::waitFor("the first session is looked at", [] { return list().current() == 499; });
    Me::waitFor("it is painted", [] { return list().pictures() > 8; });
    CHECK(Me::see([] { return list().pictures(); }) < 30);
    CHECK_THAT(textOf("history.title"), ContainsSubstring("Session 1 "));
    theApp().close();
}

TEST_CASE("what helps is told for the case, the patient and the clinic, or that it is too little",
          "[journey][history]") {
    ThreeWeeks clinic;
    openHistory(clinic);
    Me::segment("history.panes", kHelps);
    Me::waitFor("it is told", [] { return Me::find("history.helpsIn") != nullptr; });
    CHECK_THAT(textOf("history.helpsTooFew"),
               ContainsSubstring("No technique was measured 3 times in one muscle yet."));
    Me::segment("history.helpsIn", 2);
    Me::waitFor("the clinic is summed", [] {
        const auto* const text = dynamic_cast<gui::TextBlock*>(Me::find("history.helpsTooFew"));
        return text && text->text().Contains("10 patients");
    });
    CHECK(listed() == 3);
    theApp().close();
}
