// SPDX-License-Identifier: MIT
// The body map without a mouse: from the moment the chart is open, keys alone.
#include "app/SessionPresenter.h"
#include "gui/Accessible.h"
#include "gui/ChartMap.h"
#include "gui/ChartPage.h"
#include "gui/ChartingPerson.h"
#include "gui/JourneyApp.h"
#include "gui/JourneyClinic.h"
#include "gui/QuickLine.h"
#include "gui/Words.h"
#include "support/Builders.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <wx/dataview.h>
#include <wx/textctrl.h>

#include <sstream>
#include <string>
#include <vector>

namespace {

using namespace palpate;
using Catch::Matchers::ContainsSubstring;
using journey::JourneyClinic;
using journey::theApp;
using Me = journey::ChartingPerson;

/// Where the focus is.
[[nodiscard]] std::string focused() {
    return Me::see([] {
        const wxWindow* const window = wxWindow::FindFocus();
        return window ? gui::fromWx(window->GetName()) : std::string{};
    });
}

/// Presses and types, and counts.
class Keys {
public:
    void press(const std::string& keys) {
        std::istringstream each{keys};
        for (std::string key; each >> key;) {
            ++count_;
        }
        Me::press(keys);
    }
    void type(const std::string& text) {
        count_ += static_cast<int>(text.size());
        Me::type(text);
    }
    [[nodiscard]] int count() const noexcept { return count_; }

private:
    int count_ = 0;
};

[[nodiscard]] gui::ChartMap& map() {
    return Me::the<gui::ChartMap>("chart.map");
}

/// From the first question over the head of the session to the map, which stands before it.
void backToMap() {
    for (int times = 0; focused() != "chart.map"; ++times) {
        REQUIRE(times < 5);
        const std::string before = focused();
        Me::press("shift+Tab");
        Me::waitFor("the focus moves on from " + before, [&] {
            const wxWindow* const window = wxWindow::FindFocus();
            return window && gui::fromWx(window->GetName()) != before;
        });
    }
}

void waitForPoints(std::size_t count) {
    Me::waitFor(std::to_string(count) + " points, the last one open",
                [count] { return Me::shown().points.size() == count && Me::shown().card; });
}

void waitForRating(int tenderness, State state) {
    Me::waitFor("the rating is taken", [=] {
        const auto& finding = Me::shown().card->finding;
        return finding.tenderness == Tenderness::from(tenderness) && finding.state == state;
    });
}

} // namespace

TEST_CASE("Tab goes through the chart in the order one reads it", "[journey][keyboard]") {
    const std::vector<std::string> wanted{"pain.now",
                                          "course",
                                          "life.open",
                                          "note.subjective.editor.field",
                                          "treatments.find.field",
                                          "measures.line.field",
                                          "note.objective.editor.field",
                                          "note.treatment.editor.field",
                                          "note.assessment.editor.field",
                                          "note.plan.editor.field",
                                          "pain.after",
                                          "reaction",
                                          "visit.next",
                                          "visit.nextDay.field",
                                          "homeCare.find.field",
                                          "session.plan",
                                          "session.sign",
                                          "chart.screening.screen",
                                          "chart.screening.later",
                                          "search.field",
                                          "patient.edit",
                                          "practitioner",
                                          "topBar.lock",
                                          "signOut",
                                          "rail.patients",
                                          "rail.search",
                                          "rail.overview",
                                          "rail.chart",
                                          "rail.history",
                                          "rail.documents",
                                          "rail.forms",
                                          "rail.clinic",
                                          "map.views",
                                          "map.layers",
                                          "map.mode",
                                          "map.more",
                                          "map.places",
                                          "map.tools",
                                          "chart.undo",
                                          "chart.map",
                                          "visit.times",
                                          "visit.consent"};
    JourneyClinic clinic;
    clinic.openChart();
    std::vector<std::string> way{focused()};
    const auto go = [&](const char* key) {
        Me::press(key);
        Me::waitFor("the focus moves on from " + way.back(), [&] {
            const wxWindow* const window = wxWindow::FindFocus();
            return window && gui::fromWx(window->GetName()) != way.back();
        });
        way.push_back(focused());
    };
    while (way.size() < wanted.size()) {
        go("Tab");
    }
    CHECK(way == wanted);
    go("Tab"); // from the map through the head of the session: the first question again
    CHECK(way.back() == "pain.now");
    go("shift+Tab");
    CHECK(way.back() == "visit.consent");

    // What comes into sight is reached at once.
    backToMap();
    go("shift+Tab");
    Me::press("Tab");
    Me::waitFor("the map has the focus", [] { return map().HasFocus(); });
    Me::press("p");
    Me::waitFor("the map paints", [] { return Me::shown().pain.painting; });
    way = {"chart.map"};
    go("Tab");
    CHECK(way.back().substr(0, 5) == "pain.");
    CHECK(Me::see([] { return wxWindow::FindFocus()->IsShownOnScreen(); }));
    theApp().close();
}

TEST_CASE("three points are charted and signed by keys alone", "[journey][keyboard]") {
    JourneyClinic clinic;
    clinic.openChart();
    Keys keys;
    while (focused() != "chart.map") {
        REQUIRE(keys.count() < 10);
        keys.press("shift+Tab"); // the first question stands right behind the map
    }
    keys.press("i"); // hip
    Me::waitFor("it is near", [] { return map().camera().zoom() > 2; });

    // Arrows to a muscle, Enter, a score, a state.
    keys.press("bracketright");
    keys.press("bracketright");
    Me::waitFor("deeper muscles show", [] { return Me::shown().map.layer == Layer::Deep; });
    std::vector<std::string> seen;
    const auto arrow = [&](const char* key) {
        const auto before = Me::see([] { return Me::shown().map.focused; });
        keys.press(key);
        Me::waitFor("another muscle is looked at",
                    [&] { return Me::shown().map.focused && Me::shown().map.focused != before; });
        seen.push_back(Me::see([] { return gui::fromWx(gui::accessibleName(map())); }));
        CHECK(seen.back() == Me::see([] { return Me::shown().map.announced; }));
    };
    arrow("Right");
    arrow("Right");
    arrow("Left");
    CHECK(seen.size() == 3);
    CHECK(seen[0] != seen[1]);
    CHECK_THAT(seen[1], ContainsSubstring("right ") || ContainsSubstring("left "));
    const auto looked = Me::see([] { return *Me::shown().map.focused; });
    keys.press("Return");
    waitForPoints(1);
    keys.press("7 a");
    waitForRating(7, State::Active);
    CHECK_THAT(Me::see([] { return gui::fromWx(gui::accessibleName(map())); }),
               ContainsSubstring("point 1"));

    // By its name.
    keys.press("slash");
    Me::waitFor("the line is open", [] { return Me::find("chart.quick") != nullptr; });
    keys.type("r ql 6 a");
    keys.press("Return");
    waitForPoints(2);
    Me::waitFor("the map has the focus again",
                [] { return Me::find("chart.quick") == nullptr && map().HasFocus(); });

    // By the tree.
    keys.press("ctrl+m");
    Me::waitFor("the tree's field has the focus", [] {
        const wxWindow* const focus = wxWindow::FindFocus();
        return dynamic_cast<const wxTextCtrl*>(focus) != nullptr &&
               Me::the<wxWindow>("chart.muscles").IsDescendant(wxWindow::FindFocus());
    });
    Me::waitFor("the row of the chosen point is in sight", [] {
        const auto& tree = Me::the<wxDataViewCtrl>("chart.muscles.tree");
        const wxRect row = tree.GetItemRect(tree.GetSelection());
        return row.height > 0 && wxRect{tree.GetClientSize()}.Contains(row);
    });
    keys.type("l pirif");
    keys.press("Down");
    keys.press("Return");
    waitForPoints(3);
    keys.press("4");
    Me::waitFor("it is rated", [] { return Me::shown().points[2].tendernessText == "4"; });
    keys.press("Escape Escape");
    Me::waitFor("the map has the focus", [] { return map().HasFocus(); });
    keys.press("l");
    waitForRating(4, State::Latent);

    const int charting = keys.count();
    keys.press("F9");
    Me::waitFor("one is asked", [] { return Me::find("sign.accept") != nullptr; });
    keys.press("Return");
    Me::waitFor("the session is frozen", [] { return Me::shown().frozen; });

    const Session stored = clinic.stored();
    CHECK(isSigned(stored));
    REQUIRE(stored.findings.size() == 3);
    CHECK(stored.findings[0].muscle == looked.first);
    CHECK(stored.findings[0].side == looked.second);
    CHECK(stored.findings[0].tenderness == Tenderness::from(7));
    CHECK(stored.findings[0].state == State::Active);
    CHECK(stored.findings[1].muscle.text() == "quadratus_lumborum");
    CHECK(stored.findings[1].side == Side::Right);
    CHECK(stored.findings[1].tenderness == Tenderness::from(6));
    CHECK(stored.findings[1].state == State::Active);
    CHECK(stored.findings[2].muscle.text() == "piriformis");
    CHECK(stored.findings[2].side == Side::Left);
    CHECK(stored.findings[2].tenderness == Tenderness::from(4));
    CHECK(stored.findings[2].state == State::Latent);
    INFO("keys pressed for three points: " << charting << ", to the signature: " << keys.count());
    CHECK(charting <= 45);
    theApp().close();
}

TEST_CASE("every way of looking has its key", "[journey][keyboard]") {
    JourneyClinic clinic;
    clinic.openChart();
    backToMap();

    // A name that may mean several asks, and a digit answers.
    Me::press("slash");
    Me::waitFor("the line is open", [] { return Me::find("chart.quick") != nullptr; });
    Me::type("r hamstrings 5 l");
    Me::press("Return");
    Me::waitFor("it asks",
                [] { return Me::the<gui::QuickLine>("chart.quick").choices().size() > 1; });
    const auto asked = Me::see([] { return Me::the<gui::QuickLine>("chart.quick").choices(); });
    CHECK(clinic.stored().findings.empty());
    Me::press("2");
    waitForPoints(1);
    waitForRating(5, State::Latent);
    const Session hamstring = clinic.stored();
    CHECK(hamstring.findings[0].side == Side::Right);
    CHECK_THAT(asked[1].label,
               ContainsSubstring(Me::see([] { return Me::shown().points[0].muscle; })));

    // What it can't mean is one sentence, and Escape leaves everything as it was.
    Me::press("slash");
    Me::type("xyzzy");
    Me::press("Return");
    Me::waitFor("it says so",
                [] { return !Me::the<gui::QuickLine>("chart.quick").message().empty(); });
    Me::press("Escape");
    Me::waitFor("the map has the focus",
                [] { return Me::find("chart.quick") == nullptr && map().HasFocus(); });
    CHECK(clinic.stored() == hamstring);

    // From point to point.
    Me::press("slash");
    Me::type("l ql 3 a");
    Me::press("Return");
    waitForPoints(2);
    Me::press("comma");
    Me::waitFor("the first is open", [] { return Me::shown().points[0].selected; });
    Me::press("period");
    Me::waitFor("the second is open", [] { return Me::shown().points[1].selected; });
    Me::press("period");
    Me::waitFor("round again", [] { return Me::shown().points[0].selected; });
    Me::press("1 0");
    Me::waitFor("it is a ten", [] { return Me::shown().points[0].tendernessText == "10"; });
    Me::press("Escape");
    Me::waitFor("no point is chosen", [] { return !Me::shown().card; });

    // Layers, parts of the body, zoom.
    const Layer layer = Me::see([] { return Me::shown().map.layer; });
    Me::press("bracketright");
    Me::waitFor("a layer deeper", [layer] { return Me::shown().map.layer != layer; });
    Me::press("bracketleft");
    Me::waitFor("and back", [layer] { return Me::shown().map.layer == layer; });
    Me::press("0");
    Me::waitFor("the whole body", [] { return map().camera().showsAll(); });
    for (const char* const place : {"n", "f", "b"}) {
        const auto before = Me::see([] { return map().camera().shown(); });
        Me::press(place);
        Me::waitFor("the map goes there", [&] {
            return !(map().camera().shown() == before) && map().camera().zoom() > 1.5;
        });
    }
    const double zoom = Me::see([] { return map().camera().zoom(); });
    Me::press("plus");
    Me::waitFor("nearer", [zoom] { return map().camera().zoom() > zoom * 1.2; });
    Me::press("minus");
    Me::press("minus");
    Me::waitFor("farther", [zoom] { return map().camera().zoom() < zoom / 1.2; });

    // Pain has no keys of its own to draw with, but is reached and left by them.
    Me::press("p");
    Me::waitFor("the map paints", [] { return Me::shown().pain.painting && map().HasFocus(); });
    const double brush = Me::see([] { return Me::shown().pain.radius; });
    Me::press("period");
    Me::waitFor("a larger brush", [brush] { return Me::shown().pain.radius > brush; });
    Me::press("Escape");
    Me::waitFor("points again", [] { return !Me::shown().pain.painting && map().HasFocus(); });
    CHECK(clinic.stored().painAreas.empty());
    theApp().close();
}
