// SPDX-License-Identifier: MIT
#include "gui/Accessible.h"
#include "gui/Badge.h"
#include "gui/Card.h"
#include "gui/ChipGroup.h"
#include "gui/GuiTest.h"
#include "gui/HoldTimer.h"
#include "gui/NavButton.h"
#include "gui/NoteEditor.h"
#include "gui/PillButton.h"
#include "gui/ScoreStrip.h"
#include "gui/SearchField.h"
#include "gui/SectionHeading.h"
#include "gui/SegmentedControl.h"

#include <catch2/catch_test_macros.hpp>
#include <wx/defs.h>

#include <stdexcept>
#include <vector>

using namespace palpate::gui;
using namespace palpate::guitest;

TEST_CASE("a segmented control is chosen by click and by arrow", "[gui][controls]") {
    Stage stage;
    auto* views = new SegmentedControl{stage.panel(), "views", "View", {"Front", "Back", "Left"}};
    stage.add(views);
    std::vector<int> told;
    views->onChange = [&](int chosen) { told.push_back(chosen); };
    stage.show();
    CHECK(views->selected() == 0);
    click(*views, middleOf(views->segmentArea(1)));
    waitFor("Back is chosen", [&] { return views->selected() == 1; });
    CHECK(accessibleName(*views) == "View: Back");
    click(*views, middleOf(views->segmentArea(1)));
    pressKey(WXK_RIGHT);
    pressKey(WXK_RIGHT);
    CHECK(views->selected() == 2);
    pressKey(WXK_HOME);
    CHECK(views->selected() == 0);
    CHECK(told == std::vector<int>{1, 2, 0});
    views->enableSegment(1, false);
    pressKey(WXK_RIGHT);
    CHECK(views->selected() == 2);
    click(*views, middleOf(views->segmentArea(1)));
    CHECK(views->selected() == 2);
}

TEST_CASE("a segment that could not be stored is not shown as chosen", "[gui][controls]") {
    Stage stage;
    auto* truth = new SegmentedControl{stage.panel(), "truth", "Pain", {"Yes", "No", "Not asked"}};
    stage.add(truth);
    truth->select(2);
    truth->onChange = [](int) { throw std::runtime_error{"full"}; };
    stage.show();
    wxKeyEvent home{wxEVT_KEY_DOWN};
    home.m_keyCode = WXK_HOME;
    home.SetEventObject(truth);
    CHECK_THROWS_AS(truth->ProcessWindowEvent(home), std::runtime_error);
    CHECK(truth->selected() == 2);
    CHECK(accessibleName(*truth) == "Pain: Not asked");
}

TEST_CASE("joined buttons are pressed each time", "[gui][controls]") {
    Stage stage;
    auto* undo = new SegmentedControl{
        stage.panel(), "undo", "Undo", {"<", ">"}, SegmentedControl::Kind::Buttons};
    undo->describeSegment(0, "Undo");
    stage.add(undo);
    int pressed = 0;
    undo->onChange = [&](int which) { pressed += which == 0 ? 1 : 100; };
    stage.show();
    click(*undo, middleOf(undo->segmentArea(0)));
    click(*undo, middleOf(undo->segmentArea(0)));
    CHECK(pressed == 2);
    CHECK(undo->selected() == SegmentedControl::kNone);
    pressKey(WXK_RIGHT);
    pressKey(WXK_SPACE);
    CHECK(pressed == 102);
}

SCENARIO("a score is given, changed and taken back", "[gui][controls]") {
    GIVEN("a strip that was 7 last time") {
        Stage stage;
        auto* strip = new ScoreStrip{stage.panel(), "pain", "Pain now"};
        strip->setLastTime(7);
        stage.add(strip);
        std::vector<std::optional<int>> told;
        strip->onChange = [&](std::optional<int> value) { told.push_back(value); };
        stage.show();
        CHECK(accessibleName(*strip) == "Pain now: not assessed");
        CHECK(accessibleDescription(*strip) == "last time 7");
        WHEN("a box is clicked and clicked again") {
            click(*strip, middleOf(strip->boxArea(6)));
            CHECK(strip->value() == 6);
            CHECK(accessibleName(*strip) == "Pain now: 6 of 10");
            click(*strip, middleOf(strip->boxArea(6)));
            THEN("it is not assessed again, which is not zero") {
                CHECK(strip->value() == std::nullopt);
                CHECK(told == std::vector<std::optional<int>>{6, std::nullopt});
            }
        }
        WHEN("it is typed") {
            strip->SetFocus();
            pump();
            pressKey('4');
            CHECK(strip->value() == 4);
            pressKey('X');
            CHECK(strip->value() == 10);
            pressKey('0');
            CHECK(strip->value() == 0);
            pressKey('1');
            CHECK(strip->value() == 1);
            pressKey('0');
            THEN("1 and 0 in quick succession are ten, and Backspace clears") {
                CHECK(strip->value() == 10);
                pressKey(WXK_BACK);
                CHECK(strip->value() == std::nullopt);
            }
        }
        WHEN("the arrows are used") {
            strip->SetFocus();
            pump();
            pressKey(WXK_RIGHT);
            THEN("they start from last time, and nothing is scored before it is entered") {
                CHECK(told.empty());
                CHECK(accessibleDescription(*strip) == "at 7, Space enters it, last time 7");
                pressKey(WXK_LEFT);
                CHECK(strip->value() == std::nullopt);
                CHECK(told.empty());
                pressKey(WXK_SPACE);
                CHECK(strip->value() == 6);
                CHECK(told == std::vector<std::optional<int>>{6});
                AND_THEN("what has a score is changed by the arrows at once") {
                    pressKey(WXK_LEFT);
                    CHECK(strip->value() == 5);
                }
            }
            THEN("Escape or leaving lets it be") {
                pressKey(WXK_ESCAPE);
                CHECK(accessibleDescription(*strip) == "last time 7");
                pressKey(WXK_SPACE);
                CHECK(told.empty());
            }
        }
        WHEN("it is disabled") {
            strip->Disable();
            click(*strip, middleOf(strip->boxArea(3)));
            THEN("nothing is scored") {
                CHECK(told.empty());
            }
        }
        THEN("no place between two boxes is dead") {
            const wxRect three = strip->boxArea(3);
            const wxRect four = strip->boxArea(4);
            for (int x = three.GetRight() + 1; x < four.x; ++x) {
                strip->setValue(std::nullopt);
                click(*strip, {x, three.y + 3});
                CHECK(strip->value());
            }
        }
    }
}

SCENARIO("signs are three things", "[gui][controls]") {
    GIVEN("chips for signs") {
        Stage stage;
        auto* signs = new ChipGroup{stage.panel(),
                                    "signs",
                                    "Signs",
                                    ChipGroup::Kind::Signs,
                                    {{"Taut band"}, {"Twitch"}, {"Jump"}}};
        stage.add(signs);
        std::vector<ChipState> told;
        signs->onChange = [&](int, ChipState now) { told.push_back(now); };
        stage.show();
        WHEN("one is clicked three times") {
            for (int i = 0; i < 3; ++i) {
                click(*signs, middleOf(signs->chipArea(signs->chipNamed("Twitch"))));
            }
            THEN("it was present, absent, and not assessed again") {
                CHECK(told ==
                      std::vector<ChipState>{ChipState::On, ChipState::Absent, ChipState::Off});
                CHECK(accessibleName(*signs) == "Signs: Twitch not assessed");
            }
        }
        WHEN("the keyboard is used") {
            signs->SetFocus();
            pump();
            pressKey(WXK_RIGHT);
            pressKey(WXK_RIGHT);
            pressKey('-');
            CHECK(signs->state(2) == ChipState::Absent);
            CHECK(accessibleName(*signs) == "Signs: Jump absent");
            pressKey(WXK_LEFT);
            pressKey(WXK_SPACE);
            THEN("each chip can be reached and set") {
                CHECK(signs->state(1) == ChipState::On);
                pressKey(WXK_BACK);
                CHECK(signs->state(1) == ChipState::Off);
                CHECK(signs->state(0) == ChipState::Off);
            }
        }
    }
}

SCENARIO("chips wrap to the width they get", "[gui][controls]") {
    GIVEN("eight chips in a narrow card") {
        Stage stage{{700, 400}};
        auto* card = new Card{stage.panel(), "card"};
        auto* chips = new ChipGroup{card,
                                    "chips",
                                    "Technique",
                                    ChipGroup::Kind::Single,
                                    {{"Pressure release"},
                                     {"MFR"},
                                     {"PIR"},
                                     {"Dry needling"},
                                     {"Stretch"},
                                     {"Heat"},
                                     {"Mobilisation"},
                                     {"+", true}}};
        card->content().Add(chips, 0, wxEXPAND);
        auto* below = new SectionHeading{card, "below", "Below"};
        card->content().Add(below, 0, wxEXPAND);
        stage.add(card);
        stage.show();
        const int wide = chips->GetSize().y;
        WHEN("the window becomes narrower") {
            stage.frame().SetClientSize(320, 400);
            waitFor("the chips take more rows", [&] { return chips->GetSize().y > wide; });
            THEN("every chip is inside, and what follows moved down") {
                for (int i = 0; i < chips->count(); ++i) {
                    CHECK(wxRect{chips->GetClientSize()}.Contains(chips->chipArea(i)));
                }
                CHECK(below->GetPosition().y >= chips->GetPosition().y + chips->GetSize().y);
                CHECK(card->GetClientSize().y > below->GetPosition().y + below->GetSize().y);
            }
        }
        WHEN("one is chosen, then another, then an action pressed") {
            int actions = 0;
            chips->onAction = [&](int) { ++actions; };
            click(*chips, middleOf(chips->chipArea(1)));
            click(*chips, middleOf(chips->chipArea(3)));
            click(*chips, middleOf(chips->chipArea(7)));
            THEN("only the last choice holds, and the action has no state") {
                CHECK(chips->selected() == 3);
                CHECK(chips->state(1) == ChipState::Off);
                CHECK(chips->state(7) == ChipState::Off);
                CHECK(actions == 1);
                click(*chips, middleOf(chips->chipArea(3)));
                CHECK(chips->selected() == ChipGroup::kNone);
            }
        }
    }
}

TEST_CASE("a button is pressed by click, Space and Enter, and not when the pointer leaves it",
          "[gui][controls]") {
    Stage stage;
    auto* sign = new PillButton{stage.panel(), "sign", "Sign", PillButton::Kind::Primary};
    auto* other = new PillButton{stage.panel(), "other", "Other"};
    stage.add(sign);
    stage.add(other);
    int pressed = 0;
    sign->onClick = [&] { ++pressed; };
    stage.show();
    click("sign");
    CHECK(pressed == 1);
    pressKey(WXK_SPACE);
    pressKey(WXK_RETURN);
    CHECK(pressed == 3);
    drag(*sign, {10, 10}, {10, 90});
    CHECK(pressed == 3);
    pressKey(WXK_TAB);
    CHECK(other->HasFocus());
    pressKey(WXK_TAB, wxMOD_SHIFT);
    CHECK(sign->HasFocus());
    sign->Disable();
    click("sign");
    CHECK(pressed == 3);
    CHECK(accessibleName(*sign) == "Sign");
}

TEST_CASE("what is hit most is large enough for a thumb", "[gui][controls]") {
    Stage stage;
    auto* large = new PillButton{stage.panel(), "a", "Start", PillButton::Kind::Primary,
                                 PillButton::Size::Large};
    auto* regular = new PillButton{stage.panel(), "b", "Sign"};
    auto* place = new NavButton{stage.panel(), "c", Icon::Pen, "Chart"};
    CHECK(large->GetBestSize().y >= 44);
    CHECK(regular->GetBestSize().y >= 36);
    CHECK(place->GetBestSize().y >= 44);
}

TEST_CASE("a place in the rail is pressed and says that it is the current one", "[gui][controls]") {
    Stage stage;
    auto* chart = new NavButton{stage.panel(), "nav.chart", Icon::Pen, "Chart"};
    stage.add(chart);
    int pressed = 0;
    chart->onClick = [&] { ++pressed; };
    stage.show();
    click("nav.chart");
    pressKey(WXK_RETURN);
    CHECK(pressed == 2);
    CHECK(accessibleDescription(*chart).empty());
    chart->setSelected(true);
    CHECK(accessibleDescription(*chart) == "current place");
}

SCENARIO("a note grows with its text and tells each change", "[gui][controls]") {
    GIVEN("an empty note") {
        std::vector<wxString> told; // before the stage: what is on it may tell until it is gone
        bool left = false;
        Stage stage{{420, 500}};
        auto* note =
            new NoteEditor{stage.panel(), "note", "Subjective", "What the patient says", 1};
        auto* after = new PillButton{stage.panel(), "after", "Next"};
        stage.add(note);
        stage.add(after);
        note->onText = [&](const wxString& text) { told.push_back(text); };
        note->onLeave = [&] { left = true; };
        stage.show();
        const int empty = note->GetSize().y;
        WHEN("a long text is typed") {
            click(note->field());
            waitFor("the note has the focus", [&] { return note->field().HasFocus(); });
            typeText("tender");
            waitFor("the text is told", [&] { return !told.empty() && told.back() == "tender"; });
            CHECK(told.size() == 6);
            CHECK(note->origin() == NoteEditor::Origin::Written);
            pressKey(WXK_TAB);
            THEN("Tab leads on and leaving is told") {
                waitFor("the focus moved", [&] { return after->HasFocus(); });
                CHECK(left);
                CHECK(note->text() == "tender");
            }
        }
        WHEN("many lines are composed into it") {
            note->set("A text that is long enough to need several lines in a narrow window, since "
                      "clinical "
                      "sentences are often longer than the field is wide, and nothing may be "
                      "hidden from sight, "
                      "neither the beginning of a sentence nor its end",
                      NoteEditor::Origin::Composed);
            waitFor("it grows", [&] { return note->GetSize().y > empty + 40; });
            THEN("nobody was told, and nothing is cut off") {
                CHECK(told.empty());
                CHECK(after->GetPosition().y >= note->GetPosition().y + note->GetSize().y);
                note->set("short", NoteEditor::Origin::Copied);
                waitFor("it shrinks", [&] { return note->GetSize().y == empty; });
                CHECK(note->origin() == NoteEditor::Origin::Copied);
            }
        }
    }
}

TEST_CASE("a search field tells text, Enter, steps and Escape", "[gui][controls]") {
    Stage stage;
    auto* search = new SearchField{stage.panel(), "search", "Find anything", "Ctrl K"};
    auto* other = new PillButton{stage.panel(), "other", "Other"};
    stage.add(search);
    stage.add(other);
    wxString text;
    int enters = 0;
    int steps = 0;
    int escapes = 0;
    search->onText = [&](const wxString& now) { text = now; };
    search->onEnter = [&] { ++enters; };
    search->onStep = [&](int by) { steps += by; };
    search->onEscape = [&] { ++escapes; };
    stage.show();
    click(search->field());
    waitFor("the field has the focus", [&] { return search->field().HasFocus(); });
    typeText("ana");
    waitFor("the text is told", [&] { return text == "ana"; });
    pressKey(WXK_DOWN);
    pressKey(WXK_DOWN);
    pressKey(WXK_UP);
    pressKey(WXK_RETURN);
    CHECK(steps == 1);
    CHECK(enters == 1);
    pressKey(WXK_ESCAPE);
    CHECK(text.empty());
    CHECK(escapes == 1);
    CHECK(accessibleName(search->field()) == "Find anything");
}

SCENARIO("held pressure is timed", "[gui][controls]") {
    GIVEN("a timer on a clock that the test turns") {
        Stage stage;
        std::chrono::milliseconds now{1000};
        auto* timer = new HoldTimer{stage.panel(), "timer", "Held", [&] { return now; }};
        timer->setTarget(std::chrono::seconds{60});
        stage.add(timer);
        int started = 0;
        std::chrono::seconds held{-1};
        timer->onStart = [&] { ++started; };
        timer->onStop = [&](std::chrono::seconds time) { held = time; };
        stage.show();
        WHEN("it is started and stopped by clicks") {
            click(*timer, {20, 15});
            REQUIRE(timer->isRunning());
            now += std::chrono::milliseconds{67900};
            waitFor("the screen reader hears the time",
                    [&] { return accessibleName(*timer) == "Held: 1:07, running"; });
            click(*timer, {20, 15});
            THEN("it tells whole seconds") {
                CHECK(started == 1);
                CHECK(held == std::chrono::seconds{67});
                CHECK_FALSE(timer->isRunning());
                CHECK(timer->held() == std::chrono::seconds{67});
                now += std::chrono::seconds{100};
                CHECK(timer->held() == std::chrono::seconds{67});
            }
        }
        WHEN("Space is used") {
            timer->SetFocus();
            pump();
            pressKey(WXK_SPACE);
            CHECK(timer->isRunning());
            timer->setHeld(std::chrono::seconds{12});
            THEN("a result shown from the record stops it silently") {
                CHECK_FALSE(timer->isRunning());
                CHECK(held == std::chrono::seconds{-1});
            }
        }
    }
}

TEST_CASE("a badge says its words to a screen reader and takes no focus", "[gui][controls]") {
    Stage stage;
    auto* badge =
        new Badge{stage.panel(), "badge", "Anticoagulant", Badge::Tone::Amber, Icon::Warning};
    auto* button = new PillButton{stage.panel(), "button", "Go"};
    stage.add(badge);
    stage.add(button);
    stage.show();
    CHECK(accessibleName(*badge) == "Anticoagulant");
    click(*badge);
    CHECK_FALSE(badge->HasFocus());
    badge->set("Signed", Badge::Tone::Neutral);
    CHECK(accessibleName(*badge) == "Signed");
}
