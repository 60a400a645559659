// SPDX-License-Identifier: MIT
// The body map as a therapist uses it by hand: real clicks, drags and menus; what counts is what is
// on the disk afterwards.
#include "app/SessionPresenter.h"
#include "gui/ChartMap.h"
#include "gui/ChartPage.h"
#include "gui/ChartingPerson.h"
#include "gui/FilmStripView.h"
#include "gui/JourneyApp.h"
#include "gui/JourneyClinic.h"
#include "gui/Theme.h"
#include "support/Builders.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <wx/clipbrd.h>
#include <wx/image.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace {

using namespace palpate;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using journey::JourneyClinic;
using journey::theApp;
using Me = journey::ChartingPerson;

/// The frame of the back is as wide as that, and its middle line stands in the middle.
constexpr double kFrameWidth = 720;
constexpr Place kPiriformis{418.1, 857.7};
constexpr Place kBesideTheBody{640, 1400};

void waitForPoints(std::size_t count) {
    Me::waitFor(std::to_string(count) + " points",
                [count] { return Me::shown().points.size() == count; });
}

void waitForMuscle(std::size_t point, const std::string& muscle) {
    Me::waitFor("point " + std::to_string(point) + " lies in " + muscle, [&] {
        return Me::shown().points.size() > point && Me::shown().points[point].muscle == muscle;
    });
}

[[nodiscard]] drawing::Rect cameraShows() {
    return Me::see([] { return Me::the<gui::ChartMap>("chart.map").camera().shown(); });
}

[[nodiscard]] double pixel() {
    return Me::see([] { return 1 / Me::the<gui::ChartMap>("chart.map").camera().pixelsPerBody(); });
}

/// The mark of a point in the view that shows; empty: it has none there.
[[nodiscard]] std::optional<drawing::MapMark> markOf(const TriggerPointId& point) {
    return Me::see([&]() -> std::optional<drawing::MapMark> {
        const auto& map = Me::shown().map;
        const auto found = std::find(map.markIds.begin(), map.markIds.end(), point);
        if (found == map.markIds.end()) {
            return {};
        }
        return map.marks.at(static_cast<std::size_t>(found - map.markIds.begin()));
    });
}

[[nodiscard]] Session charted() {
    return Me::see([] { return Me::the<gui::ChartPage>("chart").presenter()->session(); });
}

/// Presses the keys until nothing is left to undo, or to redo; gives how often.
int pressUntilNone(const char* keys, bool app::SessionView::*left) {
    int times = 0;
    while (Me::see([left] { return Me::shown().*left; })) {
        const Session before = charted();
        Me::press(keys);
        Me::waitFor("the step is taken", [&] {
            return !(Me::the<gui::ChartPage>("chart").presenter()->session() == before);
        });
        ++times;
    }
    return times;
}

/// What stands on the screen there.
[[nodiscard]] wxColour screenAt(wxPoint at) {
    const std::string command = "import -window root -depth 8 -crop 1x1+" + std::to_string(at.x) +
                                "+" + std::to_string(at.y) + " rgb:-";
    std::array<unsigned char, 3> rgb{};
    std::FILE* const pipe = popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    const std::size_t got = std::fread(rgb.data(), 1, rgb.size(), pipe);
    const bool done = pclose(pipe) == 0;
    return done && got == rgb.size() ? wxColour{rgb[0], rgb[1], rgb[2]} : wxColour{};
}

/// The entries of the menu of pictures and looks, by their place in it.
enum class MoreEntry { Copy = 4, Save = 6, Desktop = 7, Light = 8, Dark = 9, HighContrast = 10 };

void chooseMore(MoreEntry entry) {
    Me::click("map.more");
    Me::chooseFromMenu(static_cast<int>(entry));
}

void sign() {
    Me::press("F9");
    Me::click("sign.accept");
    Me::waitFor("the session is frozen", [] { return Me::shown().frozen; });
}

} // namespace

TEST_CASE("a click marks the muscle one sees, and peeling keeps place and zoom", "[journey][map]") {
    JourneyClinic clinic;
    clinic.openChart();
    Me::chip("map.places", "Low back");
    Me::clickMuscle("external_oblique", Side::Right);
    waitForPoints(1);
    const drawing::Rect before = cameraShows();
    CHECK(Me::see([] { return Me::the<gui::ChartMap>("chart.map").camera().zoom(); }) > 2);
    for (const Layer layer : {Layer::Skin, Layer::Bones, Layer::Deep, Layer::Deepest}) {
        Me::chooseLayer(layer);
        CHECK(cameraShows() == before);
    }
    Me::clickMuscle("quadratus_lumborum", Side::Right);
    waitForPoints(2);

    const Session stored = clinic.stored();
    REQUIRE(stored.findings.size() == 2);
    const Finding& shallow = stored.findings[0];
    CHECK(shallow.muscle.text() == "external_oblique");
    CHECK(shallow.side == Side::Right);
    CHECK(shallow.layer == Layer::Superficial);
    CHECK(shallow.at.view == View::Posterior);
    CHECK_THAT(shallow.at.x, WithinAbs(465.6, 2 * pixel()));
    CHECK_THAT(shallow.at.y, WithinAbs(721.3, 2 * pixel()));
    CHECK(stored.findings[1].muscle.text() == "quadratus_lumborum");
    CHECK(stored.findings[1].layer == Layer::Deepest);

    // From the front the point of the back is pale, stays where it is and counts once.
    Me::chooseView(View::Anterior);
    const TriggerPointId deep = stored.findings[1].point.id;
    const auto pale = markOf(deep);
    REQUIRE(pale);
    CHECK(pale->approximate);
    CHECK(pale->at.view == View::Anterior);
    CHECK_THAT(pale->at.y, WithinAbs(stored.findings[1].at.y, 0.01));
    CHECK(Me::see([] { return Me::shown().points.size(); }) == 2);
    CHECK(Me::see([] { return Me::shown().numbers.assessed; }) == "0 of 2 assessed");
    Me::dragBody({{pale->at.x, pale->at.y}, {pale->at.x + 60, pale->at.y + 80}});
    Me::clickBody({pale->at.x, pale->at.y}); // comes after the drag: it is over then
    Me::waitFor("the pale mark is selected",
                [&deep] { return Me::shown().card && Me::shown().card->id == deep; });
    CHECK(markOf(deep)->at == pale->at);
    CHECK(clinic.stored() == stored);

    Me::chooseView(View::Plantar);
    CHECK(Me::see([] { return Me::shown().map.marks.empty(); }));
    CHECK(Me::see([] { return Me::shown().points.size(); }) == 2);
    theApp().close();
}

TEST_CASE("points are moved, mirrored, taken out and undone until the session is signed",
          "[journey][map]") {
    JourneyClinic clinic;
    clinic.openChart();
    Me::chip("map.places", "Hip");
    Me::clickMuscle("gluteus_minimus", Side::Right);
    waitForPoints(1);
    Me::press("6");
    Me::press("a");
    Me::waitFor("it is rated", [] {
        const auto& finding = Me::shown().card->finding;
        return finding.tenderness == Tenderness::from(6) && finding.state == State::Active;
    });
    const Session rated = clinic.stored();

    // Dragged into another muscle, the point stays itself.
    Me::dragBody({Me::selectedMark(), kPiriformis});
    waitForMuscle(0, "R piriformis");
    const Session moved = clinic.stored();
    REQUIRE(moved.findings.size() == 1);
    CHECK(moved.findings[0].muscle.text() == "piriformis");
    CHECK(moved.findings[0].point == rated.findings[0].point);
    CHECK(moved.findings[0].tenderness == Tenderness::from(6));
    CHECK_THAT(moved.findings[0].at.x, WithinAbs(kPiriformis.x, 2 * pixel()));
    CHECK_THAT(moved.findings[0].at.y, WithinAbs(kPiriformis.y, 2 * pixel()));
    Me::press("ctrl+z");
    waitForMuscle(0, "R gluteus minimus");
    CHECK(clinic.stored() == rated);
    Me::press("ctrl+shift+z");
    waitForMuscle(0, "R piriformis");
    CHECK(clinic.stored() == moved);

    // Escape takes a drag back before it is dropped.
    Me::dragAndHold({Me::selectedMark(), {463.2, 827.4}});
    Me::pressHolding("Escape");
    Me::letGo();

    // Dropped beside the body it goes back, with a word why.
    Me::press("w");
    const auto turns = clinic.storedTurns();
    Me::dragBody({Me::selectedMark(), kBesideTheBody});
    Me::waitFor("one is told why", [] { return !Me::shown().message.empty(); });
    CHECK(clinic.stored() == moved);
    CHECK(clinic.storedTurns() == turns);
    CHECK_THAT(Me::selectedMark().x, WithinAbs(moved.findings[0].at.x, 0.01));

    // Mirrored by key: a second point on the other side, and not a third one.
    Me::press("m");
    waitForPoints(2);
    Session mirrored = clinic.stored();
    REQUIRE(mirrored.findings.size() == 2);
    CHECK(mirrored.findings[1].side == Side::Left);
    CHECK(mirrored.findings[1].muscle.text() == "piriformis");
    CHECK_THAT(mirrored.findings[1].at.x, WithinAbs(kFrameWidth - mirrored.findings[0].at.x, 0.06));
    CHECK(mirrored.findings[1].tenderness == std::nullopt);
    Me::press("m");
    Me::waitFor("the first one is selected", [] { return Me::shown().points[0].selected; });
    CHECK(clinic.stored().findings.size() == 2);

    // Taken out, the first; the other one was on the wrong side.
    Me::press("Delete");
    waitForPoints(1);
    Me::press("period");
    Me::waitFor("the other one is selected", [] { return Me::shown().points[0].selected; });
    Me::press("shift+m");
    waitForMuscle(0, "R piriformis");
    Me::press("4");
    Me::waitFor("it is rated", [] { return Me::shown().points[0].tendernessText == "4"; });
    const Session last = clinic.stored();
    REQUIRE(last.findings.size() == 1);
    CHECK(last.findings[0].point == mirrored.findings[1].point);
    CHECK(last.findings[0].side == Side::Right);

    // All the way back and forward by keys, then again after the session was left, and again after
    // the program was started anew.
    const int steps = pressUntilNone("ctrl+z", &app::SessionView::canUndo);
    CHECK(steps == 8); // placed, 6, active, moved, mirrored, taken out, other side, 4
    CHECK(clinic.stored().findings.empty());
    CHECK(pressUntilNone("ctrl+shift+z", &app::SessionView::canRedo) == steps);
    CHECK(clinic.stored() == last);
    Me::press("ctrl+z");
    Me::press("ctrl+z");
    waitForMuscle(0, "L piriformis");
    Me::click("rail.history");
    Me::click("history.open"); // the session that is looked at
    Me::waitFor("the session is open again", [] { return Me::find("chart.map") != nullptr; });
    Me::press("ctrl+z");
    waitForPoints(2);
    CHECK(clinic.stored() == mirrored);
    clinic.reopenChart();
    CHECK(pressUntilNone("ctrl+z", &app::SessionView::canUndo) == steps - 3);
    CHECK(clinic.stored().findings.empty());
    CHECK(pressUntilNone("ctrl+shift+z", &app::SessionView::canRedo) == steps);
    CHECK(clinic.stored() == last);

    // What is signed stays.
    sign();
    const Session signedOne = clinic.stored();
    CHECK(isSigned(signedOne));
    CHECK(clinic.storedTurns() == UndoList{});
    Me::click("point.0");
    Me::waitFor("the point is selected", [] { return Me::shown().points[0].selected; });
    Me::dragBody({Me::selectedMark(), kPiriformis});
    Me::clickMuscle("gluteus_medius", Side::Left);
    for (const char* const keys : {"ctrl+z", "m", "shift+m", "Delete", "7", "l", "p", "slash"}) {
        Me::press(keys);
    }
    Me::dragBody({kPiriformis, {kPiriformis.x + 20, kPiriformis.y - 20}});
    Me::press("bracketleft"); // the last of the keys: after it the others have been heard
    Me::waitFor("the layer changes", [] { return Me::shown().map.layer == Layer::Superficial; });
    CHECK(Me::see([] { return !Me::shown().pain.painting && Me::find("chart.quick") == nullptr; }));
    CHECK(clinic.stored() == signedOne);
    theApp().close();
}

TEST_CASE("the menu on the map marks in a deeper muscle, by mouse and by key", "[journey][map]") {
    JourneyClinic clinic;
    clinic.openChart();
    Me::chip("map.places", "Hip");
    Me::chooseLayer(Layer::Superficial);
    // Here the gluteus medius covers the minimus; the first entry is the shallowest.
    const auto under = Me::see([] {
        return Me::the<gui::ChartPage>("chart").presenter()->map().musclesUnder(
            {View::Posterior, 463.2, 827.4});
    });
    const auto deeper = std::find_if(under.begin(), under.end(), [](const auto& choice) {
        return choice.muscle.text() == "gluteus_minimus";
    });
    REQUIRE(deeper != under.end());
    REQUIRE(deeper != under.begin());
    Me::rightClickBody({463.2, 827.4});
    Me::waitForMenu();
    Me::press(std::to_string(deeper - under.begin() + 1));
    waitForPoints(1);
    const Session stored = clinic.stored();
    REQUIRE(stored.findings.size() == 1);
    CHECK(stored.findings[0].muscle.text() == "gluteus_minimus");
    CHECK(stored.findings[0].side == Side::Right);
    CHECK(stored.findings[0].layer == Layer::Deep);
    CHECK(Me::see([] { return Me::shown().map.layer; }) == Layer::Deep);

    // On a mark the menu says which muscle it lies in; the menu key opens it where the mark is.
    Me::press("Menu");
    Me::waitForMenu();
    Me::press("1");
    waitForMuscle(0, under.front().label);
    CHECK(clinic.stored().findings[0].muscle == under.front().muscle);
    CHECK(clinic.stored().findings[0].at == stored.findings[0].at);
    Me::press("shift+F10");
    Me::waitForMenu();
    Me::press("Escape");
    Me::press("m");
    waitForPoints(2);
    theApp().close();
}

TEST_CASE("the map leaves as a picture on the clipboard and as a file", "[journey][map]") {
    JourneyClinic clinic;
    clinic.openChart();
    Me::clickMuscle("gluteus_medius", Side::Right);
    waitForPoints(1);
    chooseMore(MoreEntry::Copy);
    const auto copied = [] {
        wxBitmapDataObject picture;
        if (!wxTheClipboard->Open()) {
            return wxImage{};
        }
        const bool has = wxTheClipboard->GetData(picture);
        wxTheClipboard->Close();
        return has ? picture.GetBitmap().ConvertToImage() : wxImage{};
    };
    Me::waitFor("a picture is on the clipboard", [&] { return copied().IsOk(); });
    const wxImage picture = Me::see(copied);
    CHECK(picture.GetWidth() > 600);
    CHECK(picture.GetHeight() > 600);
    CHECK(picture.CountColours(200) == 201); // a body, not an empty page

    const auto file = clinic.temp() / "map.svg";
    Me::see([&] { theApp().nextFile = file; });
    chooseMore(MoreEntry::Save);
    Me::waitFor("the file is written", [&] { return std::filesystem::exists(file); });
    std::ostringstream text;
    text << std::ifstream{file}.rdbuf();
    CHECK_THAT(text.str(), ContainsSubstring("<svg"));
    CHECK_THAT(text.str(), ContainsSubstring("</svg>"));
    CHECK_THAT(text.str(), ContainsSubstring("CC BY-SA"));
    CHECK(std::system(("convert '" + file.string() + "' null:").c_str()) == 0);
    theApp().close();
}

TEST_CASE("the film strip leads to the session one clicks on", "[journey][map]") {
    JourneyClinic clinic;
    const SessionId first =
        clinic.addSigned(14, {test::anActiveFindingOn("quadratus_lumborum", 1)}, {});
    const SessionId second =
        clinic.addSigned(7, {test::anActiveFindingOn("quadratus_lumborum", 1)}, {});
    clinic.openChart();
    Me::waitFor("the strip shows every session", [] {
        const auto* strip = dynamic_cast<gui::FilmStripView*>(Me::find("chart.strip"));
        return strip && strip->count() == 3;
    });
    for (const auto& [frame, session] : {std::pair{1, second}, std::pair{0, first}}) {
        Me::click("chart.strip", [frame = frame](wxWindow& window) {
            return dynamic_cast<gui::FilmStripView&>(window).frameArea(
                static_cast<std::size_t>(frame));
        });
        Me::waitFor("that session is open", [&session = session] {
            return Me::shown().id == session && Me::shown().frozen;
        });
        CHECK(Me::see([] { return Me::shown().points.size(); }) == 1);
    }
    theApp().close();
}

TEST_CASE("the colours of the whole window follow the choice", "[journey][map]") {
    JourneyClinic clinic;
    clinic.openChart();
    Me::clickMuscle("gluteus_medius", Side::Right);
    waitForPoints(1);
    const auto choose = [](MoreEntry entry, gui::ThemeChoice choice) {
        chooseMore(entry);
        Me::waitFor("the choice is taken", [choice] { return gui::themeChoice() == choice; });
    };
    const auto shows = [](const char* name, const wxColour& colour) {
        Me::waitFor(
            std::string{name} + " has the colour " +
                colour.GetAsString(wxC2S_HTML_SYNTAX).utf8_string(),
            [&] {
                return screenAt(Me::the<wxWindow>(name).ClientToScreen(wxPoint{3, 30})) == colour;
            });
    };
    choose(MoreEntry::Dark, gui::ThemeChoice::Dark);
    CHECK(gui::isDark());
    shows("chart.map", Me::see([] { return gui::palette().mapGround; }));
    shows("rail", Me::see([] { return gui::palette().panel; }));
    shows("session.sheet", Me::see([] { return gui::palette().panel; }));
    choose(MoreEntry::HighContrast, gui::ThemeChoice::HighContrast);
    CHECK(gui::isHighContrast());
    shows("chart.map", Me::see([] { return gui::palette().mapGround; }));
    shows("rail", Me::see([] { return gui::palette().panel; }));
    choose(MoreEntry::Light, gui::ThemeChoice::Light);
    CHECK_FALSE(gui::isDark());
    shows("chart.map", Me::see([] { return gui::palette().mapGround; }));
    shows("session.sheet", Me::see([] { return gui::palette().panel; }));
    choose(MoreEntry::Desktop, gui::ThemeChoice::Desktop);
    theApp().close();
}
