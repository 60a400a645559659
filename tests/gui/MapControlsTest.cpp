// SPDX-License-Identifier: MIT
// The controls of the body map by real clicks and keys.
#include "gui/Accessible.h"
#include "gui/CandidateList.h"
#include "gui/ChipGroup.h"
#include "gui/GuiTest.h"
#include "gui/MuscleTree.h"
#include "gui/PainBar.h"
#include "gui/PillButton.h"
#include "gui/PlaceMenu.h"
#include "gui/QuickLine.h"
#include "gui/ScoreStrip.h"
#include "gui/SearchField.h"
#include "gui/SegmentedControl.h"
#include "gui/SizeSlider.h"
#include "gui/UnderMenu.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <wx/dataview.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>
#include <wx/timer.h>
#include <wx/uiaction.h>

#include <algorithm>
#include <functional>
#include <stdexcept>
#include <vector>

using namespace palpate;
using namespace palpate::gui;
using namespace palpate::guitest;

namespace {

/// Presses keys once a menu, whose loop holds the caller, is open.
class WhileMenuOpens {
public:
    explicit WhileMenuOpens(std::function<void()> act) : act_{std::move(act)} {
        timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { act_(); });
        timer_.StartOnce(250);
    }

private:
    std::function<void()> act_;
    wxTimer timer_;
};

[[nodiscard]] std::vector<PainSwatch> swatches() {
    std::vector<PainSwatch> all;
    for (const PainQuality quality : kPainQualities) {
        drawing::Picture picture;
        picture.width = 5;
        picture.height = 3.5;
        all.push_back({quality, std::string{name(quality)}, picture});
    }
    return all;
}

[[nodiscard]] std::vector<MuscleItem> someMuscles() {
    return {{"quadratus_lumborum", "Low back", "Quadratus lumborum", "4 deepest", {"QL"}, true},
            {"multifidus", "Low back", "Multifidus", "4 deepest", {"MF"}, true},
            {"gluteus_maximus", "Hip", "Gluteus maximus", "1", {"GMax", "GM"}, true},
            {"gluteus_medius", "Hip", "Gluteus medius", "2", {"GMed", "GM"}, true},
            {"vastus_lateralis", "Thigh", "Vastus lateralis", "1", {"VL"}, true},
            {"procerus", "Head", "Procerus", "1", {}, false}};
}

struct TreeTheatre {
    Stage stage{{420, 560}};
    MuscleTree* tree = new MuscleTree{stage.panel(), "muscles", "Find a muscle"};
    std::vector<std::string> told;

    TreeTheatre() {
        const auto with = [](const std::string& key, Side side) {
            return key + " " + std::string{name(side)};
        };
        tree->onShow = [=, this](const std::string& key, Side side) {
            told.push_back("show " + with(key, side));
        };
        tree->onMark = [=, this](const std::string& key, Side side) {
            told.push_back("mark " + with(key, side));
        };
        tree->onShowPoint = [this](const std::string& id) { told.push_back("point " + id); };
        tree->onRemovePoint = [this](const std::string& id) { told.push_back("remove " + id); };
        tree->onRate = [this](const std::string& id, int score) {
            told.push_back("rate " + id + " " + std::to_string(score));
        };
        tree->onEscape = [this] { told.push_back("escape"); };
        tree->setMuscles(someMuscles());
        stage.add(tree, 1);
        stage.show();
    }
    [[nodiscard]] wxWindow& field() { return named("muscles.search.field"); }
    void type(const std::string& text) {
        field().SetFocus();
        pump();
        typeText(text);
    }
};

using Told = std::vector<std::string>;

} // namespace

SCENARIO("a muscle is found and marked by typing alone", "[gui][controls][tree]") {
    GIVEN("a tree of muscles") {
        TreeTheatre t;
        WHEN("a side and a short form are typed and entered") {
            t.type("r ql");
            CHECK(t.tree->shown() == Told{"quadratus_lumborum"});
            pressKey(WXK_RETURN);
            THEN("that side of that muscle is marked") {
                CHECK(t.told == Told{"mark quadratus_lumborum R"});
            }
        }
        WHEN("the beginnings of its words are typed in any order") {
            t.type("lat vas");
            THEN("it alone is left") {
                CHECK(t.tree->shown() == Told{"vastus_lateralis"});
            }
        }
        WHEN("a short form of two muscles is entered") {
            t.type("l gm");
            CHECK(t.tree->shown() == Told{"gluteus_maximus", "gluteus_medius"});
            pressKey(WXK_RETURN);
            THEN("nothing is marked, the tree has the focus and asks") {
                CHECK(t.tree->tree().HasFocus());
                for (const std::string& one : t.told) {
                    CHECK(one.rfind("mark", 0) != 0);
                }
            }
        }
        WHEN("a muscle is entered without its side") {
            t.type("multi");
            pressKey(WXK_RETURN);
            THEN("its right side is shown, and Enter marks it, Down and Enter the left") {
                CHECK(t.told == Told{"show multifidus R"});
                pressKey(WXK_RETURN);
                CHECK(t.told.back() == "mark multifidus R");
                pressKey(WXK_DOWN);
                pressKey(WXK_RETURN);
                CHECK(t.told.back() == "mark multifidus L");
                CHECK(accessibleName(t.tree->tree()) == "left Multifidus, 4 deepest");
            }
        }
        WHEN("a muscle without sides is entered") {
            t.type("proc");
            pressKey(WXK_RETURN);
            THEN("it is marked in the middle") {
                CHECK(t.told == Told{"mark procerus M"});
            }
        }
        WHEN("what is typed is no muscle") {
            t.type("xyz");
            pressKey(WXK_RETURN);
            pressKey(WXK_DOWN);
            THEN("nothing happens, and Escape brings all back") {
                CHECK(t.tree->shown().empty());
                CHECK(t.told.empty());
                pressKey(WXK_ESCAPE);
                CHECK(t.tree->shown().size() == 6);
            }
        }
    }
}

SCENARIO("the tree is walked by arrows", "[gui][controls][tree]") {
    GIVEN("a tree with a point") {
        TreeTheatre t;
        t.tree->setPoints({{"quadratus_lumborum", Side::Right, "p1", "1 . active, 6"}});
        t.tree->focusField();
        pump();
        pressKey(WXK_DOWN);
        WHEN("Down and Right lead to the point") {
            for (int i = 0; i < 3; ++i) {
                pressKey(WXK_DOWN);
            }
            REQUIRE_FALSE(t.told.empty());
            CHECK(t.told.back() == "point p1");
            CHECK(accessibleName(t.tree->tree()) ==
                  "right Quadratus lumborum, 4 deepest, 1 . active, 6");
            THEN("digits rate it and Delete removes it") {
                pressKey('7');
                CHECK(t.told.back() == "rate p1 7");
                pressKey('1');
                pressKey('0');
                CHECK(t.told.back() == "rate p1 10");
                pressKey(WXK_DELETE);
                CHECK(t.told.back() == "remove p1");
            }
            THEN("Left leads back up, and closes") {
                pressKey(WXK_LEFT);
                CHECK(t.told.back() == "show quadratus_lumborum R");
                pressKey(WXK_LEFT);
                pressKey(WXK_LEFT);
                CHECK(t.told.back() == "show quadratus_lumborum M");
                pressKey(WXK_LEFT);
                pressKey(WXK_LEFT); // closes the muscle, then the group
                pressKey(WXK_UP);
                CHECK(t.field().HasFocus());
            }
            THEN("a letter is typed into the field") {
                pressKey(WXK_LEFT);
                pressKey('P');
                CHECK(t.tree->field().text() == "p");
                CHECK(t.field().HasFocus());
                CHECK(t.tree->shown() == Told{"procerus"});
            }
        }
        WHEN("the map chooses the point") {
            t.told.clear();
            t.tree->selectPoint("p1");
            pump();
            THEN("the tree shows it and tells nobody") {
                CHECK(t.told.empty());
                CHECK(t.tree->tree().GetSelection().IsOk());
            }
        }
        WHEN("another point comes while one is chosen") {
            t.tree->selectPoint("p1");
            t.tree->setPoints({{"quadratus_lumborum", Side::Right, "p1", "1 . active, 3"},
                               {"gluteus_medius", Side::Left, "p2", "2 . latent, 4"}});
            t.told.clear();
            pump();
            THEN("it stays chosen") {
                t.tree->tree().SetFocus();
                pump();
                pressKey('5');
                CHECK(t.told == Told{"rate p1 5"});
            }
        }
        WHEN("Escape is pressed with nothing typed") {
            pressKey(WXK_ESCAPE);
            THEN("the owner hears of it") {
                CHECK(t.told.back() == "escape");
            }
        }
    }
}

namespace {

struct LineTheatre {
    Stage stage{{640, 420}};
    wxWindow* map = new wxPanel{stage.panel(), wxID_ANY};
    QuickLine* line = nullptr;
    std::vector<std::string> entered;
    QuickAnswer answer{true, {}, {}};
    int closed = 0;

    LineTheatre() {
        stage.add(map, 1);
        line = new QuickLine{map, "quick", "Quick line", "r ql 6 a"};
        line->complete = [](const std::string& text) {
            return text.empty() ? std::vector<QuickChoice>{}
                                : std::vector<QuickChoice>{{text + " one", "layer 1", {}},
                                                           {text + " two", "layer 2", text + "2 "}};
        };
        line->onEnter = [this](const std::string& text, std::optional<std::size_t> chosen) {
            entered.push_back(text + (chosen ? " #" + std::to_string(*chosen) : ""));
            return answer;
        };
        line->onClosed = [this] { ++closed; };
        stage.show();
        map->SetCanFocus(true);
        line->open();
        waitFor("the line has the focus", [this] { return line->field().HasFocus(); });
    }
};

} // namespace

SCENARIO("a point is typed into the quick line", "[gui][controls][quick]") {
    GIVEN("an open line at the bottom of the map") {
        LineTheatre t;
        CHECK(t.line->GetRect().GetBottom() == t.map->GetClientSize().y - 1);
        WHEN("a line is typed and entered") {
            typeText("r ql 6 a");
            CHECK(t.line->choices().size() == 2);
            pressKey(WXK_RETURN);
            THEN("the owner gets it whole and the line closes") {
                CHECK(t.entered == Told{"r ql 6 a"});
                CHECK_FALSE(t.line->isOpen());
                CHECK_FALSE(t.line->IsShown());
                CHECK(t.closed == 1);
            }
        }
        WHEN("a completion is chosen by arrow") {
            typeText("ql");
            pressKey(WXK_DOWN);
            pressKey(WXK_DOWN);
            CHECK(accessibleDescription(t.line->field()) == "2 of 2: ql two, layer 2");
            pressKey(WXK_RETURN);
            THEN("its number comes along") {
                CHECK(t.entered == Told{"ql #1"});
            }
        }
        WHEN("Tab takes a completion") {
            typeText("q");
            pressKey(WXK_DOWN);
            pressKey(WXK_DOWN);
            pressKey(WXK_TAB);
            THEN("its text stands in the line, to be typed on") {
                CHECK(t.line->field().GetValue() == "q2 ");
                typeText("6");
                CHECK(t.line->field().GetValue() == "q2 6");
                CHECK(t.entered.empty());
            }
        }
        WHEN("the line could mean several muscles") {
            t.answer = {false, "Which one?", {{"left", "", {}}, {"right", "", {}}}};
            typeText("gm 4");
            pressKey(WXK_RETURN);
            CHECK(t.line->message() == "Which one?");
            CHECK(t.line->choices().size() == 2);
            t.answer = {true, {}, {}};
            THEN("a digit picks") {
                pressKey('2');
                CHECK(t.entered == Told{"gm 4", "gm 4 #1"});
                CHECK_FALSE(t.line->isOpen());
            }
            THEN("an arrow and Enter pick") {
                pressKey(WXK_UP);
                pressKey(WXK_RETURN);
                CHECK(t.entered.back() == "gm 4 #1");
            }
            THEN("a click picks") {
                wxWindow& list = named("quick.choices");
                click(list, middleOf(t.line->choiceArea(0)));
                CHECK(t.entered.back() == "gm 4 #0");
            }
            THEN("typing on asks anew") {
                typeText(" a");
                CHECK(t.line->field().GetValue() == "gm 4 a");
                CHECK(t.line->message().empty());
                CHECK(t.line->choices().front().label == "gm 4 a one");
            }
        }
        WHEN("the line is not understood") {
            t.answer = {false, "No muscle is called so.", {}};
            typeText("zz");
            pressKey(WXK_RETURN);
            THEN("it stays with its text and says why") {
                CHECK(t.line->isOpen());
                CHECK(t.line->field().GetValue() == "zz");
                CHECK(t.line->message() == "No muscle is called so.");
                CHECK(accessibleDescription(t.line->field()) == "No muscle is called so.");
            }
        }
        WHEN("Escape is pressed") {
            typeText("zz");
            pressKey(WXK_ESCAPE);
            THEN("it is gone, and the map has the focus") {
                CHECK_FALSE(t.line->IsShown());
                waitFor("the map has the focus", [&] { return t.map->HasFocus(); });
                CHECK(t.entered.empty());
            }
        }
    }
}

namespace {

struct BarTheatre {
    Stage stage;
    PainBar* bar = new PainBar{stage.panel(), "pain", swatches()};
    std::vector<PainSettings> told;
    int mirrored = 0;
    int deleted = 0;

    explicit BarTheatre(wxSize size = {820, 300}) : stage{size} {
        bar->onChange = [this](const PainSettings& now) { told.push_back(now); };
        bar->onMirror = [this] { ++mirrored; };
        bar->onDelete = [this] { ++deleted; };
        stage.add(bar);
        stage.show();
    }
};

} // namespace

SCENARIO("pain is painted with what the bar says", "[gui][controls][pain]") {
    GIVEN("a bar at rest") {
        BarTheatre t;
        WHEN("tool, quality, intensity and depth are clicked") {
            auto& tools = namedAs<SegmentedControl>("pain.tool");
            click(tools, middleOf(tools.segmentArea(1)));
            auto& quality = namedAs<ChipGroup>("pain.quality");
            click(quality, middleOf(quality.chipArea(2)));
            auto& intensity = namedAs<ScoreStrip>("pain.intensity");
            click(intensity, middleOf(intensity.boxArea(7)));
            auto& depth = namedAs<ChipGroup>("pain.depth");
            click(depth, middleOf(depth.chipArea(0)));
            THEN("each change is told with all that holds") {
                REQUIRE(t.told.size() == 4);
                const PainSettings& now = t.told.back();
                CHECK(now.tool == PainTool::Polygon);
                CHECK(now.quality == PainQuality::Burning);
                CHECK(now.intensity == 7);
                CHECK(now.depth == PainDepth::Deep);
                CHECK_FALSE(named("pain.size").IsEnabled());
            }
            AND_WHEN("the quality is clicked again") {
                click(quality, middleOf(quality.chipArea(2)));
                THEN("it was not asked") {
                    CHECK(t.told.back().quality == std::nullopt);
                }
            }
        }
        WHEN("the size is dragged and then moved by keys") {
            auto& size = namedAs<SizeSlider>("pain.size");
            drag(size, size.placeOf(12), size.placeOf(30));
            CHECK(t.told.back().brush == Catch::Approx(30).epsilon(0.08));
            pressKey(WXK_RIGHT);
            THEN("a larger size is a larger step, and it ends at its ends") {
                CHECK(t.told.back().brush > 32);
                pressKey(WXK_END);
                CHECK(t.told.back().brush == Catch::Approx(PainBar::kMostBrush));
                pressKey(WXK_RIGHT);
                CHECK(t.bar->settings().brush == Catch::Approx(PainBar::kMostBrush));
                CHECK(accessibleName(size) == "Brush size: 60 mm");
            }
        }
        WHEN("an area is chosen") {
            click(named("pain.mirror"));
            CHECK(t.mirrored == 0);
            t.bar->enableActions(true, true);
            click(named("pain.mirror"));
            click(named("pain.delete"));
            THEN("it can be mirrored and deleted") {
                CHECK(t.mirrored == 1);
                CHECK(t.deleted == 1);
            }
        }
        WHEN("storing a change fails") {
            t.bar->onChange = [](const PainSettings&) { throw std::runtime_error{"full"}; };
            const PainSettings before = t.bar->settings();
            CHECK_THROWS(t.bar->stepBrush(1));
            THEN("the bar shows what holds") {
                CHECK(t.bar->settings() == before);
                CHECK(namedAs<SizeSlider>("pain.size").value() == Catch::Approx(before.brush));
            }
        }
        WHEN("it is set from outside") {
            PainSettings wanted;
            wanted.quality = PainQuality::Tingling;
            wanted.depth = PainDepth::Surface;
            wanted.intensity = 4;
            t.bar->set(wanted);
            THEN("it shows that and tells nobody") {
                CHECK(namedAs<ChipGroup>("pain.quality").selected() == 4);
                CHECK(namedAs<ChipGroup>("pain.depth").selected() == 1);
                CHECK(namedAs<ScoreStrip>("pain.intensity").value() == 4);
                CHECK(t.told.empty());
            }
        }
    }
}

TEST_CASE("the bar for pain needs two rows at 800 pixels and more when it is narrow",
          "[gui][controls][pain]") {
    const auto rowsAt = [](int width) {
        BarTheatre t{{width, 400}};
        waitFor("it is laid out", [&] { return t.bar->GetSize().x > width - 40; });
        pump(100);
        std::vector<int> middles;
        for (const wxWindow* part : t.bar->GetChildren()) {
            const wxRect area = part->GetRect();
            if (part->IsShown()) {
                CHECK(area.GetRight() < t.bar->GetClientSize().x);
                CHECK(area.GetBottom() < t.bar->GetClientSize().y);
                middles.push_back(area.y + area.height / 2);
            }
        }
        std::sort(middles.begin(), middles.end());
        int rows = 1;
        for (std::size_t i = 1; i < middles.size(); ++i) {
            rows += middles[i] - middles[i - 1] > 8 ? 1 : 0;
        }
        return rows;
    };
    CHECK(rowsAt(840) == 2);
    CHECK(rowsAt(480) >= 3);
}

namespace {

[[nodiscard]] Candidate candidate(int rank, const std::string& name) {
    Candidate one;
    one.rank = rank;
    one.name = name;
    one.share = 0.5;
    one.percents = "50 % of the drawing";
    one.reason = "Its usual pain lies along the iliac crest and the outer hip, where most of the "
                 "drawing is.";
    return one;
}

} // namespace

SCENARIO("suggested muscles are shown and placed", "[gui][controls][candidates]") {
    GIVEN("a list of three") {
        Stage stage{{420, 320}};
        auto* list = new CandidateList{stage.panel(), "found"};
        std::vector<std::string> told;
        list->onShow = [&](int i) { told.push_back("show " + std::to_string(i)); };
        list->onPlace = [&](int i) { told.push_back("place " + std::to_string(i)); };
        std::vector<Candidate> all{candidate(1, "R quadratus lumborum"),
                                   candidate(2, "R piriformis"), candidate(2, "R gluteus medius")};
        all[1].tied = all[2].tied = true;
        all[0].tags = {{"found", Badge::Tone::Teal}};
        all[2].canPlace = false;
        list->set(all);
        stage.add(list, 1);
        stage.show();
        WHEN("a row and a button are clicked") {
            click("found.1.face");
            CHECK(list->current() == 1);
            click("found.0.place");
            THEN("one is shown, one placed") {
                CHECK(told == Told{"show 1", "place 0"});
            }
        }
        WHEN("the keyboard walks") {
            named("found.0.face").SetFocus();
            pump();
            pressKey(WXK_DOWN);
            pressKey(WXK_RETURN);
            THEN("Enter shows") {
                CHECK(told == Told{"show 1"});
                pressKey(WXK_TAB);
                CHECK(named("found.1.place").HasFocus());
                pressKey(WXK_SPACE);
                CHECK(told.back() == "place 1");
            }
        }
        WHEN("fewer come after the next stroke") {
            wxWindow* const row = &list->row(0);
            list->set({candidate(1, "R multifidus")});
            pump();
            THEN("the windows are kept and the last ones hidden") {
                CHECK(list->count() == 1);
                CHECK(&list->row(0) == row);
                CHECK_FALSE(list->row(1).IsShown());
                CHECK(accessibleName(named("found.0.face")) ==
                      "rank 1: R multifidus, 50 % of the drawing");
            }
        }
        WHEN("the list is longer than its window") {
            std::vector<Candidate> many;
            for (int i = 1; i <= 12; ++i) {
                many.push_back(candidate(i, "muscle " + std::to_string(i)));
            }
            list->set(many);
            pump(100);
            named("found.0.face").SetFocus();
            for (int i = 0; i < 11; ++i) {
                pressKey(WXK_DOWN);
            }
            THEN("the focused row is scrolled into sight") {
                const wxWindow& last = named("found.11.face");
                CHECK(last.HasFocus());
                const int bottom = last.GetScreenPosition().y + last.GetSize().y;
                CHECK(bottom <= list->GetScreenPosition().y + list->GetSize().y + 2);
            }
        }
        THEN("a screen reader hears rank, tags and reason") {
            CHECK(accessibleName(named("found.0.face")) ==
                  "rank 1: R quadratus lumborum, found, 50 % of the drawing");
            CHECK(accessibleName(named("found.1.face")) ==
                  "shares rank 2: R piriformis, 50 % of the drawing");
            CHECK(accessibleName(named("found.0.place")) == "Place point: R quadratus lumborum");
            CHECK_FALSE(named("found.2.place").IsShown());
            CHECK(list->row(0).GetSize().y > 80);
        }
    }
}

SCENARIO("a place is gone to by its letter", "[gui][controls][menu]") {
    GIVEN("a button with places") {
        Stage stage;
        auto* menu = new PlaceMenu{stage.panel(),
                                   "places",
                                   "Go to",
                                   {{"Low back", "L"}, {"Neck", "N"}, {"Foot", "Z", true}}};
        stage.panel()->GetSizer()->Add(menu);
        std::vector<int> gone;
        menu->onPlace = [&](int place) { gone.push_back(place); };
        stage.show();
        WHEN("it is clicked and the letter pressed") {
            const WhileMenuOpens keys{[] { wxUIActionSimulator{}.Char('N'); }};
            click(*menu);
            waitFor("a place is gone to", [&] { return !gone.empty(); });
            THEN("it is that place") {
                CHECK(gone == std::vector<int>{1});
            }
        }
        WHEN("it is opened from a key and left by Escape") {
            const WhileMenuOpens keys{[] { wxUIActionSimulator{}.Char(WXK_ESCAPE); }};
            menu->popUp();
            pump(100);
            THEN("nothing happens") {
                CHECK(gone.empty());
            }
        }
        WHEN("a letter that is not in the word is pressed") {
            const WhileMenuOpens keys{[] { wxUIActionSimulator{}.Char('Z'); }};
            menu->popUp();
            waitFor("a place is gone to", [&] { return !gone.empty(); });
            THEN("it works as well") {
                CHECK(gone == std::vector<int>{2});
            }
        }
    }
}

TEST_CASE("muscles under the pointer are chosen from a menu", "[gui][controls][menu]") {
    Stage stage;
    stage.show();
    const std::vector<UnderItem> items{{"right erector spinae", "layer 2", true},
                                       {"right quadratus lumborum", "layer 4"},
                                       {"Remove point & all", {}, false, true, false}};
    {
        const WhileMenuOpens keys{[] { wxUIActionSimulator{}.Char('2'); }};
        CHECK(showMuscleMenu(*stage.panel(), {40, 40}, items, "Here") == 1);
    }
    {
        const WhileMenuOpens keys{[] {
            wxUIActionSimulator{}.Char(WXK_DOWN);
            wxUIActionSimulator{}.Char(WXK_RETURN);
        }};
        CHECK(showMuscleMenu(*stage.panel(), {40, 40}, items) == 0);
    }
    {
        const WhileMenuOpens keys{[] { wxUIActionSimulator{}.Char(WXK_ESCAPE); }};
        CHECK(showMuscleMenu(*stage.panel(), {40, 40}, items) == std::nullopt);
    }
}
