// SPDX-License-Identifier: MIT
// What a screen reader hears over at-spi, as another program. Needs an accessibility bus
// (with-at-spi.sh); hidden from the other runs, which have none.
#include "gui/GuiTest.h"
#include "gui/MapCanvas.h"
#include "gui/MuscleTree.h"
#include "gui/ScreeningOffer.h"
#include "support/TempFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <wx/dataview.h>
#include <wx/process.h>
#include <wx/textctrl.h>
#include <wx/utils.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

using namespace palpate;
using namespace palpate::gui;
using namespace palpate::guitest;

namespace {

/// A listening screen reader, ended with the object.
class Listener {
public:
    explicit Listener(const std::string& role)
        : file_{(folder_.path() / "heard.txt").string()}, pid_{wxExecute(
                                                              "/usr/bin/python3 " PALPATE_SOURCE_DIR
                                                              "/tests/gui/listen.py " +
                                                                  file_ + " \"" + role + "\"",
                                                              wxEXEC_ASYNC)} {
        waitFor(
            "the screen reader listens", [this] { return heard("ready"); }, 20000);
    }
    ~Listener() {
        if (pid_ > 0) {
            wxProcess::Kill(static_cast<int>(pid_), wxSIGTERM);
            pump(100);
        }
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    [[nodiscard]] std::string all() const {
        std::ifstream file{file_};
        std::ostringstream text;
        text << file.rdbuf();
        return text.str();
    }
    [[nodiscard]] bool heard(const std::string& line) const {
        return all().find(line) != std::string::npos;
    }

private:
    test::TempFolder folder_;
    std::string file_;
    long pid_;
};

[[nodiscard]] bool hasBus() {
    return std::getenv("PALPATE_AT_SPI") != nullptr;
}

} // namespace

TEST_CASE("a screen reader hears the muscle that is chosen on the map", "[.][at-spi]") {
    REQUIRE(hasBus());
    Stage stage{{500, 400}};
    auto* canvas = new MapCanvas{stage.panel(), {0, 0, 720, 1770}, "map"};
    stage.add(canvas, 1);
    stage.show();
    canvas->describe("Body map, back", {});
    canvas->SetFocus();
    waitFor("the map has the focus", [&] { return canvas->HasFocus(); });
    const Listener reader{"image map"};
    INFO(reader.all());
    CHECK(reader.heard("here image map|Body map, back|"));
    canvas->describe("Body map, back", "right quadratus lumborum, layer 4");
    waitFor("the name is told",
            [&] { return reader.heard("name right quadratus lumborum, layer 4"); });
    canvas->describe("Body map, back", "right multifidus, layer 4");
    waitFor("the next is told too", [&] { return reader.heard("name right multifidus, layer 4"); });
    CHECK_FALSE(reader.heard("name Body map"));
}

TEST_CASE("a screen reader reads the rows of the tree of muscles", "[.][at-spi]") {
    REQUIRE(hasBus());
    Stage stage{{400, 500}};
    auto* tree = new MuscleTree{stage.panel(), "muscles", "Find a muscle"};
    tree->setMuscles({{"quadratus_lumborum", "Low back", "Quadratus lumborum", "4 deepest", {"QL"}},
                      {"multifidus", "Low back", "Multifidus", "4 deepest", {"MF"}}});
    tree->setPoints({{"quadratus_lumborum", Side::Right, "a", "1, active, 6"}});
    stage.add(tree, 1);
    stage.show();
    tree->tree().SetFocus();
    pump(200);
    const Listener reader{"table cell"};
    INFO(reader.all());
    CHECK(reader.heard("Low back"));
    CHECK(reader.heard("Quadratus lumborum"));
    CHECK(reader.heard("4 deepest"));
    CHECK(reader.heard("1, active, 6"));
    pressKey(WXK_DOWN);
    pressKey(WXK_DOWN);
    waitFor("the muscle is told",
            [&] { return reader.heard("name Quadratus lumborum, 4 deepest"); });
    pressKey(WXK_DOWN);
    waitFor("its side is told",
            [&] { return reader.heard("name right Quadratus lumborum, 4 deepest"); });
}

TEST_CASE("a screen reader hears a screening offered while one writes", "[.][at-spi]") {
    REQUIRE(hasBus());
    Stage stage{{500, 300}};
    auto* field = new wxTextCtrl{stage.panel(), wxID_ANY};
    stage.add(field);
    auto* offer = new ScreeningOffer{stage.panel(), "offer", ScreeningOffer::Place::BelowSession};
    stage.add(offer);
    stage.show();
    field->SetFocus();
    waitFor("the field has the focus", [&] { return field->HasFocus(); });
    const Listener reader{"push button"};
    INFO(reader.all());
    const app::ScreeningDue due{.formUrl = "urn:x", .why = "New numbness.", .pressing = true};
    REQUIRE(offer->render(due));
    waitFor("it is told",
            [&] { return reader.heard("announced Red-flag screening is due. New numbness."); });
    CHECK(field->HasFocus());
    // Shown again unchanged, it is not told again.
    CHECK_FALSE(offer->render(due));
    const auto heard = reader.all();
    pump(300);
    CHECK(reader.all() == heard);
}
